"""What a learner sees beside the text: what words mean and how they are read."""
