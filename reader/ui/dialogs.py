"""Asks the user in dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QWidget,
)

from reader.export.table import TEXT, Export
from reader.formats import table as formats
from reader.ui.known_dialog import KnownWords
from reader.ui.wording import plain

_WIDE = 520  # pixels


class Dialogs:
    """Asks with the platform's file dialogs, where it has them, and with Qt's."""

    def open_path(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a file to open."""
        translate = QCoreApplication.translate
        name, _ = QFileDialog.getOpenFileName(
            parent, translate("Dialogs", "Open a document"), folder, _documents()
        )
        return Path(name) if name else None

    def open_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a folder of documents."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Open a folder of documents")
        name = QFileDialog.getExistingDirectory(parent, title, folder)
        return Path(name) if name else None

    def address(self, parent: QWidget) -> str | None:
        """Ask for the address of a page."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Open address")
        text = translate("Dialogs", "Page address (http:// or https://):")
        return _ask_for_line(parent, title, text)

    def reading(self, parent: QWidget, word: str, current: str) -> str | None:
        """Ask how a word is read."""
        translate = QCoreApplication.translate
        text = translate(
            "Dialogs",
            "Pronunciation of {word} here, one syllable per character (háng zhǎng or hang2 "
            "zhang3):",
        ).format(word=word)
        return _ask_for_line(parent, translate("Dialogs", "Another pronunciation"), text, current)

    def save_path(self, parent: QWidget, suggestion: Path, export: Export) -> Path | None:
        """Ask where to save."""
        translate = QCoreApplication.translate
        name = plain(translate("Exports", export.name))
        title = translate("Dialogs", "Export: {name}").format(name=name)
        kinds = f"{name} (*{export.ending})"
        if export is TEXT:
            title, kinds = translate("Dialogs", "Save the clean text"), _texts()
        path, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
        return Path(path) if path else None

    def overwrite_original(self, parent: QWidget, path: Path) -> bool:
        """Ask whether the original may go."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Dialogs", "Replace the original?"))
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like markup
        text = translate("Dialogs", "{name} is the damaged original.")
        box.setText(text.format(name=path.name))
        box.setInformativeText(
            translate(
                "Dialogs",
                "If you replace it, repairs can no longer be checked against the original.",
            )
        )
        replace = box.addButton(
            translate("Dialogs", "Replace"), QMessageBox.ButtonRole.DestructiveRole
        )
        keep = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is replace

    def lose_decisions(self, parent: QWidget, count: int, what: str, advice: str) -> bool:
        """Ask whether what could not be saved may go."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Dialogs", "Close without saving?"))
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like markup
        text = translate("Dialogs", "Decisions that could not be saved and would be lost: {count}")
        box.setText(text.format(count=count))
        box.setInformativeText(f"{what}\n{advice}")
        lose = box.addButton(
            translate("Dialogs", "Close without saving"), QMessageBox.ButtonRole.DestructiveRole
        )
        keep = box.addButton(translate("Dialogs", "Keep open"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is lose

    def send_text(self, parent: QWidget, address: str, number: int, has_key: bool) -> bool:
        """Ask whether text may be sent to a server, and say which and where."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(translate("Dialogs", "Send text to a translation server?"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        text = translate("Dialogs", "Sentences to be sent now: {number}. They go to {address}")
        box.setText(text.format(number=number, address=address))
        facts = [
            translate(
                "Dialogs",
                "The server gets these sentences as they stand here, and later every sentence that "
                "you ask to have translated; nothing else of the document.",
            ),
            translate("Dialogs", "Your key is sent along.") if has_key else "",
            translate(
                "Dialogs",
                "You will not be asked again for this server. Words > Set up translation "
                "withdraws this.",
            ),
        ]
        box.setInformativeText("\n".join(filter(None, facts)))
        send = box.addButton(translate("Dialogs", "Send"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is send

    def rules_to_import(self, parent: QWidget) -> Path | None:
        """Ask for a file of rules."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Import rules")
        name, _ = QFileDialog.getOpenFileName(parent, title, "", _rule_files())
        return Path(name) if name else None

    def rules_to_export(self, parent: QWidget) -> Path | None:
        """Ask where to write rules."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Export rules")
        name, _ = QFileDialog.getSaveFileName(parent, title, "rules.toml", _rule_files())
        return Path(name) if name else None

    def font(self, parent: QWidget, current: QFont) -> QFont | None:
        """Ask for a font."""
        from reader.ui.font_dialog import FontDialog  # not needed to start

        dialog = FontDialog(current, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen() if accepted else None

    def colour(self, parent: QWidget, title: str, current: QColor) -> QColor | None:
        """Ask for a colour."""
        # Qt's own dialog has our language and no alpha; that of some desktops opens behind.
        option = QColorDialog.ColorDialogOption.DontUseNativeDialog
        colour = QColorDialog.getColor(current, parent, title, option)
        return colour if colour.isValid() else None

    def known_words(self, parent: QWidget) -> KnownWords | None:
        """Ask which words are known already."""
        from reader.ui.known_dialog import KnownDialog  # not needed to start

        dialog = KnownDialog(parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def word_list(self, parent: QWidget) -> Path | None:
        """Ask for a file with words."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Open a list of words")
        kinds = translate("Dialogs", "Lists of words") + " (*.txt *.csv *.tsv *.apkg)"
        every = translate("Dialogs", "All files") + " (*)"
        name, _ = QFileDialog.getOpenFileName(parent, title, "", f"{kinds};;{every}")
        return Path(name) if name else None

    def glossaries_to_add(self, parent: QWidget) -> tuple[Path, ...]:
        """Ask for files with words and their meanings."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Add glossaries")
        kinds = translate("Dialogs", "Glossaries") + " (*.txt *.tsv *.u8 *.csv)"
        every = translate("Dialogs", "All files") + " (*)"
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", f"{kinds};;{every}")
        return tuple(map(Path, names))

    def note(self, parent: QWidget, about: str, current: str) -> str | None:
        """Ask for a note."""
        translate = QCoreApplication.translate
        text = translate("Dialogs", "Note on “{about}” (leave empty to remove it):").format(
            about=about
        )
        return _ask_for_text(parent, translate("Dialogs", "Note"), text, current)

    def bookmark_name(self, parent: QWidget, about: str, current: str) -> str | None:
        """Ask for the name of a bookmark."""
        translate = QCoreApplication.translate
        text = translate("Dialogs", "Name of the bookmark at “{about}”:").format(about=about)
        return _ask_for_text(parent, translate("Dialogs", "Bookmark"), text, current)

    def words_backup(self, parent: QWidget) -> Path | None:
        """Ask where to write a backup of words."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Back up your words")
        name, _ = QFileDialog.getSaveFileName(parent, title, "jingdu-words.sqlite", _backups())
        return Path(name) if name else None

    def words_to_restore(self, parent: QWidget) -> Path | None:
        """Ask for a backup of words."""
        translate = QCoreApplication.translate
        title = translate("Dialogs", "Go back to a backup of your words")
        name, _ = QFileDialog.getOpenFileName(parent, title, "", _backups())
        return Path(name) if name else None

    def delete_history(self, parent: QWidget) -> bool:
        """Ask whether the reading history may go, and say what stays."""
        translate = QCoreApplication.translate
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(translate("Dialogs", "Delete reading history?"))
        box.setText(
            translate(
                "Dialogs",
                "This empties the library and deletes your reading progress and reading times.",
            )
        )
        box.setInformativeText(
            translate(
                "Dialogs",
                "This cannot be undone. Your words, your documents and your decisions stay. The "
                "list of recent files stays, too; clear it with File > Open recent > Clear list.",
            )
        )
        delete = box.addButton(
            translate("Dialogs", "Delete"), QMessageBox.ButtonRole.DestructiveRole
        )
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.exec()
        return box.clickedButton() is delete


def _ask_for_line(parent: QWidget, title: str, text: str, current: str = "") -> str | None:
    """Ask for a line that may be as long as an address; nothing typed counts as giving up."""
    return _ask_for_text(parent, title, text, current) or None


def _ask_for_text(parent: QWidget, title: str, text: str, current: str) -> str | None:
    """Ask for a line that may be empty; `text` may quote the document, so it is no markup."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(text)
    dialog.setTextValue(current)
    for label in dialog.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    dialog.resize(_WIDE, dialog.sizeHint().height())
    accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
    typed = dialog.textValue().strip()
    dialog.deleteLater()
    return typed if accepted else None


def _rule_files() -> str:
    """Return the entry of a file dialog that shows files of rules."""
    return QCoreApplication.translate("Dialogs", "Rules ({names})").format(names="*.toml")


def _texts() -> str:
    """Return the entry of a file dialog that shows texts."""
    texts = QCoreApplication.translate("Dialogs", "Text ({names})")
    return texts.format(names=_patterns(formats.TEXT))


def _documents() -> str:
    """Return the entries of a file dialog: what can be opened, texts alone, and all files."""
    translate = QCoreApplication.translate
    names = " ".join(map(_patterns, formats.FORMATS))
    documents = translate("Dialogs", "Documents ({names})").format(names=names)
    return f"{documents};;{_texts()};;{translate('Dialogs', 'All files (*)')}"


def _patterns(known: formats.Format) -> str:
    return " ".join(f"*{ending}" for ending in known.endings)


def _backups() -> str:
    """Return the filter for backups of words."""
    return QCoreApplication.translate("Dialogs", "Backups of words") + " (*.sqlite)"
