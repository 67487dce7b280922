"""Rules of the user: what is always or never replaced, and which of Jingdu's rules are off."""
