"""Where rules lie: those of the user, of a folder, and of one document.

    user      rules.toml in the folder of the configuration (~/.config/jingdu on Linux)
    folder    .jingdu.toml beside the document or in the nearest folder above it; literal rules
              only, and none until the user trusts the file as it is now
    document  rules/HASH.toml in the folder of the data, by the hash of the source text, so that
              they hold wherever the document lies

The document's rules win over the folder's, and those over the user's.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.repair.rules.model import NO_RULES, Level, Rules, RuleSet
from reader.text.errors import FileMissing, FileTooBig, ReaderError, reading_failed
from reader.text.files import locked, write_bytes
from reader.text.user_folders import RULES, config_folder

FOLDER_FILE = ".jingdu.toml"
_DOCUMENT_FOLDER, _TRUSTED = "rules", "trusted_rules.json"
_MOST_TRUSTED = 1_000


@dataclass(frozen=True, slots=True)
class FolderRules:
    """The file of rules that holds for the folder of a document, as it was read.

    `digest` is the SHA-256 of its bytes. `problem` says why it cannot be used, if so.
    """

    path: Path
    digest: str
    rules: Rules
    trusted: bool
    problem: ReaderError | None = None


@dataclass(frozen=True, slots=True)
class FoundRules:
    """The rules that hold for a document, and what to tell the user of them.

    `folder` is the file of its folder, trusted or not; `problems` say which files are left out.
    """

    rules: RuleSet = NO_RULES
    folder: FolderRules | None = None
    problems: tuple[ReaderError, ...] = ()

    @property
    def waits_for_trust(self) -> bool:
        """Whether the folder has rules that hold once the user trusts them."""
        folder = self.folder
        return folder is not None and not folder.trusted and folder.problem is None


class RuleFiles:
    """The files of rules of one user."""

    def __init__(self, data: Path, configuration: Path | None = None) -> None:
        """Take the folders of the data and of the configuration; by default the user's."""
        self._data = data
        self._configuration = configuration

    @property
    def user_path(self) -> Path:
        """The file of the rules for all documents."""
        return (self._configuration or config_folder()) / RULES

    def document_path(self, source: str) -> Path:
        """Return the file of the rules for the document with this source text."""
        from reader.review.packed import fingerprint

        return self._data / _DOCUMENT_FOLDER / f"{fingerprint(source)}.toml"

    def _find_document_path(self, source: str) -> Path | None:
        """Return the file of the rules for one document, None where no document has any."""
        return self.document_path(source) if (self._data / _DOCUMENT_FOLDER).is_dir() else None

    def path_of(self, level: Level, source: str, folder: FolderRules | None = None) -> Path | None:
        """Return the file of a level; None for a folder without one, and for the command line's."""
        if level is Level.USER:
            return self.user_path
        if level is Level.DOCUMENT:
            return self.document_path(source)
        return folder.path if level is Level.FOLDER and folder is not None else None

    def paths(self, document: Path | None, source: str) -> tuple[Path, ...]:
        """Return the files that decide which rules hold for a document, whether there or not.

        Of a folder it is the file that holds now; one that is put nearer is not among them.
        """
        paths = (self.user_path, self.document_path(source), self._data / _TRUSTED)
        folder = self.find_folder_rules(document)
        return paths if folder is None else (*paths, folder.path)

    def find(
        self, document: Path | None, source: str, *, given: Path | None = None, trust: bool = False
    ) -> FoundRules:
        """Return the rules for a document; `document` is its file, if it has one.

        `given` is a file that was named on the command line; `trust` accepts the rules of the
        folder unseen. Never raises: a file that cannot be used is a problem, and its rules are left
        out.
        """
        found = NO_RULES
        problems: list[ReaderError] = []
        paths = {
            Level.USER: self.user_path,
            Level.DOCUMENT: self._find_document_path(source),
            Level.GIVEN: given,
        }
        for level, path in paths.items():
            if path is None:
                continue
            try:
                data = _read(path)
                if data is None and level is Level.GIVEN:
                    raise FileMissing(path)
                rules = _parse(data, path) if data else Rules()
            except ReaderError as error:
                problems.append(error)
            else:
                found = found.with_level(level, rules, path.name) if rules else found
        folder = self.find_folder_rules(document, trust=trust)
        if folder is not None and folder.problem is not None:
            problems.append(folder.problem)
        if folder is not None and folder.trusted:
            found = found.with_level(Level.FOLDER, folder.rules, folder.path.name)
        return FoundRules(found, folder, tuple(problems))

    def find_folder_rules(
        self, document: Path | None, *, trust: bool = False
    ) -> FolderRules | None:
        """Return the rules of the folder of a document, from the nearest file; None without one."""
        if document is None:
            return None
        for folder in document.absolute().parents:
            path = folder / FOLDER_FILE
            try:
                data = _read(path)
            except ReaderError as error:
                return FolderRules(path, "", Rules(), trusted=False, problem=error)
            if data is not None:
                return self._judge(path, data, trust=trust)
        return None

    def _judge(self, path: Path, data: bytes, *, trust: bool) -> FolderRules:
        from hashlib import sha256

        digest = sha256(data).hexdigest()
        try:
            rules = _parse(data, path, literal_only=True)
        except ReaderError as error:
            return FolderRules(path, digest, Rules(), trusted=False, problem=error)
        trusted = trust or self._load_trusted().get(str(path)) == digest
        return FolderRules(path, digest, rules, trusted)

    def trust(self, folder: FolderRules) -> None:
        """Let the rules of a folder hold, as they are now; a changed file is asked about anew.

        Raises ReaderError.
        """
        self._change_trusted(folder.path, folder.digest)

    def distrust(self, path: Path) -> None:
        """Let the rules of a folder hold no longer. Raises ReaderError."""
        self._change_trusted(path, "")

    def _change_trusted(self, path: Path, digest: str) -> None:
        from json import dumps

        target = self._data / _TRUSTED
        with locked(target):
            known = self._load_trusted()
            known.pop(str(path), None)
            if digest:
                known[str(path)] = digest
            # Folders that are gone would fill the file in the course of years.
            latest = dict(list(known.items())[-_MOST_TRUSTED:])
            write_bytes(target, dumps(latest, indent=1).encode())

    def _load_trusted(self) -> dict[str, str]:
        """Return path -> SHA-256 of what is trusted; nothing if the file is damaged."""
        from json import loads

        try:
            found = loads((self._data / _TRUSTED).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {path: digest for path, digest in found.items() if isinstance(digest, str)}


# Most users have no rules: these modules are loaded when there is a file.


def _parse(data: bytes, path: Path, *, literal_only: bool = False) -> Rules:
    from reader.review.rules.parse import parse_rules

    return parse_rules(data, path, literal_only=literal_only)


def _read(path: Path) -> bytes | None:
    """Return the bytes of a file of rules, None if there is none. Raises ReaderError."""
    try:
        if not path.is_file():  # a device may never end
            return None
        from reader.review.rules.parse import LARGEST

        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise reading_failed(path, error) from error
    if len(data) > LARGEST:
        raise FileTooBig(path, len(data), LARGEST)
    return data
