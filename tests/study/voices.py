"""Programs that stand for espeak-ng and spd-say: they say what they were given in a file."""

import os
import stat

ESPEAK_VOICES = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh 5)
"""
SPD_VOICES = """\
                     NAME                 LANGUAGE                  VARIANT
      Chinese (Cantonese)                      yue                     none
       English (America)                    en-US                     none
Chinese (Mandarin, latin as English)                      cmn                     none
"""

_SCRIPT = """\
#!/bin/sh
case "$1" in
--voices=cmn|-L) cat '{folder}/voices'; exit {listing} ;;
-S) echo stop >> '{folder}/stopped'; exit 0 ;;
esac
printf '%s\\n' "$@" > '{folder}/arguments'
{before}
cat > '{folder}/text.part'
mv '{folder}/text.part' '{folder}/text'
cat '{folder}/text' >> '{folder}/all'
{after}
"""


class StandIn:
    """A program in a folder of its own; what it was asked to say can be read from it."""

    def __init__(self, folder, name, voices, *, listing=0, before="", after=""):
        self.folder = folder / f"{name}-files"
        self.folder.mkdir(parents=True)
        (self.folder / "voices").write_text(voices, "utf-8")
        self.path = folder / name
        values = {"folder": self.folder, "listing": listing}
        values |= {"before": before.format(folder=self.folder)}
        values |= {"after": after.format(folder=self.folder)}
        # In one step: a file that is open for writing cannot be run.
        half = folder / f"{name}.half"
        half.write_text(_SCRIPT.format(**values), "utf-8")
        half.chmod(half.stat().st_mode | stat.S_IXUSR)
        half.rename(self.path)

    def read(self, name):
        path = self.folder / name
        return path.read_text("utf-8") if path.exists() else ""

    @property
    def arguments(self):
        return self.read("arguments").splitlines()

    @property
    def said(self):
        """Everything it was given to say, one line a sentence."""
        return self.read("all").splitlines()


def is_running(pid):
    """Tell whether a process is there and not only waiting to be collected."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
    except OSError:
        os.kill(pid, 0)
        return True
