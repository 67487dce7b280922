"""Collect the texts of the window and compile their translations, with the tools in Qt's wheel.

Run `python resources/build/translations.py` after a text was changed: it writes the new texts into
resources/i18n/*.ts, keeps what is translated, compiles the .qm files, and lists what is left.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources" / "i18n"
TOOLS = Path(PySide6.__file__).parent
# English needs a file for its plurals only: "%n repair(s)" is 1 repair, 2 repairs.
LANGUAGES = {"zh_CN": (), "en": ("-pluralonly",)}


def collect(language: str, options: tuple[str, ...]) -> Path:
    """Bring the .ts file of a language up to date and return it."""
    target = I18N / f"jingdu_{language}.ts"
    # Relative names, and no line numbers: the file changes only where a text does.
    reader = ROOT / "reader"
    paths = [*(reader / "ui").rglob("*.py"), reader / "text" / "messages.py"]
    paths += [reader / "pinyin" / "reasons.py", *(reader / "export").glob("*.py")]
    paths.append(reader / "repair" / "rules" / "known.py")
    paths += (reader / "batch" / "archive").glob("report*.py")
    sources = sorted(str(path.relative_to(ROOT)) for path in paths)
    command = [str(TOOLS / "lupdate"), *sources, "-ts", str(target.relative_to(ROOT))]
    command += ["-tr-function-alias", "translate+=marked"]  # the core marks texts without Qt
    command += ["-locations", "none", "-no-obsolete", "-source-language", "en"]
    command += ["-target-language", language, *options]
    subprocess.run(command, check=True, cwd=ROOT)
    return target


def compile_texts(ts: Path) -> None:
    """Compile a .ts file beside itself."""
    command = [str(TOOLS / "lrelease"), str(ts), "-qm", str(ts.with_suffix(".qm")), "-silent"]
    subprocess.run(command, check=True, cwd=ROOT)


def unfinished(ts: Path) -> list[str]:
    """Return the texts of a .ts file that are not translated."""
    left = []
    for message in ET.parse(ts).iter("message"):
        translation = message.find("translation")
        forms = [] if translation is None else [translation, *translation.iter("numerusform")]
        words = any((form.text or "").strip() for form in forms)
        if not words or (translation is not None and translation.get("type") == "unfinished"):
            left.append(message.findtext("source") or "")
    return left


def main() -> int:
    """Update and compile every language; return 1 if a text is not translated."""
    missing = 0
    for language, options in LANGUAGES.items():
        ts = collect(language, options)
        compile_texts(ts)
        for text in unfinished(ts):
            print(f"{language}: not translated: {text}", file=sys.stderr)
            missing = 1
    return missing


if __name__ == "__main__":
    sys.exit(main())
