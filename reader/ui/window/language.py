"""The window's language: the system's or a chosen one, changed while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from reader.text.resources import resource_path

# Each language by its own name, which is never translated.
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}


def system_language() -> str:
    """Return the first language the user understands and we have; English else."""
    for name in QLocale.system().uiLanguages():
        language = QLocale(name).language()
        if language == QLocale.Language.Chinese:
            return "zh_CN"
        if language == QLocale.Language.English:
            return "en"
    return "en"


def translate_to_chinese() -> Callable[[str, str], str]:
    """Return a function that translates (context, text) to Chinese in a window of any language."""
    translator = QTranslator()
    with suppress(FileNotFoundError):  # then all stays English
        translator.load("jingdu_zh_CN.qm", str(resource_path("i18n")))
    return lambda context, text: translator.translate(context, text) or text


class Languages(QObject):
    """Installs the translations; the windows get a LanguageChange event and say all again."""

    def __init__(self, app: QApplication, choice: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self._choice = ""
        self._language = "en"
        self.choose(choice)

    @property
    def choice(self) -> str:
        """The language that was asked for; "" is the system's."""
        return self._choice

    @property
    def language(self) -> str:
        """The language that is spoken: a key of LANGUAGES."""
        return self._language

    def choose(self, choice: str) -> None:
        """Speak a language of LANGUAGES; anything else means the system's."""
        self._choice = choice if choice in LANGUAGES else ""
        self._language = self._choice or system_language()
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        for folder, name in self._files():
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)

    def _files(self) -> list[tuple[str, str]]:
        try:
            own = str(resource_path("i18n"))
        except FileNotFoundError:
            return []
        files = [(own, f"jingdu_{self._language}.qm")]
        if self._language != "en":
            # What Qt itself says: the buttons and labels of its dialogs.
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            files.insert(0, (qt, f"qtbase_{self._language}.qm"))
        return files
