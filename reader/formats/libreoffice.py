"""Has LibreOffice convert a document, where it is installed.

Documents come from anybody: LibreOffice runs without a window, with a profile of its own that
knows no macros, updates no links and reaches no network, within limits of time, memory and size.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from reader.formats.limited_process import LimitedProcess, Limits
from reader.text.causes import cause_of
from reader.text.errors import (
    BrokenFile,
    CannotRead,
    NeedsOffice,
    Place,
    TakesTooLong,
    TooMuchInside,
)

SECONDS = 60.0  # a document of a thousand pages takes 20 on a slow machine
LARGEST = 128 * 2**20  # bytes of what it writes
MEMORY = 3 * 2**30  # bytes of addresses, of which it fills a tenth
# Exit codes of a shell whose program ended itself, was ended by the system, or wrote too much.
_OVER_A_LIMIT = (128 + 6, 128 + 9, 128 + 25)
_LOOK = 0.05  # seconds between two questions whether the document is still wanted
_PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {".docx": "docx:MS Word 2007 XML"}
_OPTIONS = (
    "--headless", "--invisible", "--norestore", "--nodefault", "--nologo", "--nolockcheck",
    "--nofirststartwizard",
)  # fmt: skip
# What would let it reach a screen, a session or a network from inside.
_NOT_PASSED_ON = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER")
_NOWHERE = "127.0.0.1:9"
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Misc", "CrashReport", "false"),
    ("Writer/Content/Update", "Link", "0"),
    ("Writer/Content/Update", "Field", "false"),
)
_PROXY = (("ooInetProxyType", "2"), *(
    (f"ooInet{kind}Proxy{what}", value)
    for kind in ("HTTP", "HTTPS", "FTP")
    for what, value in zip(("Name", "Port"), _NOWHERE.split(":"), strict=True)
))  # fmt: skip


def find_office() -> Path | None:
    """Return the program of LibreOffice, None where it is not installed."""
    for name in _PROGRAMS:
        found = shutil.which(name)
        # Windows looks in the current folder first, where anybody may have put a program.
        if found and Path(found).is_absolute() and Path(found).parent != Path.cwd():
            return Path(found)
    return next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
            # soffice.com waits until the document is converted.
            for name in ("soffice.com", "soffice.exe") if os.environ.get(variable) else ():
                yield Path(os.environ[variable], "LibreOffice", "program", name)
    elif sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield folder / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        for folder in ("/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/usr/local/libreoffice"):
            yield Path(folder, "program", "soffice")
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def convert(
    data: bytes,
    ending: str,
    to: str,
    where: Place,
    kind: str,
    *,
    check: Callable[[], None] | None = None,
    office: Path | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    largest: int = LARGEST,
) -> bytes:
    """Return a document in another format, each named by its ending: .doc to .docx.

    `office` is the program, found where it is not given. `check` is called every 50 ms; what it
    raises (to cancel) ends LibreOffice and goes through. Raises ReaderError, naming `where` and
    the format by `kind`: no LibreOffice, damaged, too long, too much inside.
    """
    office = office or find_office()
    if office is None:
        raise NeedsOffice(where, kind, to)
    try:
        with tempfile.TemporaryDirectory(prefix="jingdu-", ignore_cleanup_errors=True) as name:
            folder = Path(name).resolve()
            source = folder / f"document{ending}"
            source.write_bytes(data)
            command = _prepare(folder, office, source, to)
            process = LimitedProcess(command, folder, _environment(folder), Limits(memory, largest))
            try:
                code = _await(process, folder, where, check, seconds, largest)
            finally:
                process.end()
            if code in _OVER_A_LIMIT:
                raise TooMuchInside(where)
            return _result(folder / "out" / f"document{to}", where, kind, largest)
    except OSError as error:
        raise CannotRead(where, cause_of(error)) from error


def _prepare(folder: Path, office: Path, source: Path, to: str) -> list[str]:
    """Write the profile and return the command."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = [(f"org.openoffice.Office.{path}", name, value) for path, name, value in _SETTINGS]
    items += [("org.openoffice.Inet/Settings", name, value) for name, value in _PROXY]
    settings = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in items
    )
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor='
        f'"http://openoffice.org/2001/registry">{settings}</oor:items>',
        "utf-8",
    )
    return [
        str(office), f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS,
        "--convert-to", _FILTERS[to], "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip


def _environment(folder: Path) -> dict[str, str]:
    """Return what LibreOffice is told of its surroundings: its files stay in the folder."""
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    for name in ("TMPDIR", "TMP", "TEMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        environment[name] = str(folder)
    for name in ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"):
        environment[name] = environment[name.upper()] = f"http://{_NOWHERE}"
    environment["SAL_USE_VCLPLUGIN"] = "svp"  # draws into memory
    return environment


def _await(
    process: LimitedProcess,
    folder: Path,
    where: Place,
    check: Callable[[], None] | None,
    seconds: float,
    largest: int,
) -> int:
    """Return the exit code of LibreOffice."""
    until = monotonic() + seconds
    while (code := process.wait(_LOOK)) is None:
        if check is not None:
            check()
        if monotonic() > until:
            raise TakesTooLong(where, seconds)
        if _written(folder / "out") > largest:
            raise TooMuchInside(where)
    return code


def _written(folder: Path) -> int:
    """Return how many bytes the files in a folder have; one may go while they are counted."""
    try:
        return sum(entry.stat().st_size for entry in os.scandir(folder))
    except FileNotFoundError:
        return 0


def _result(path: Path, where: Place, kind: str, largest: int) -> bytes:
    """Return what LibreOffice wrote; it says no more of a failure than that there is nothing."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError:
        raise BrokenFile(where, kind) from None
    # At the limit of the size of a file it is ended while it writes.
    if len(data) >= largest:
        raise TooMuchInside(where)
    if not data:
        raise BrokenFile(where, kind)
    return data
