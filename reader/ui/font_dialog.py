"""The dialog that asks for a font to read in: every family shows Chinese in its own shapes."""

# Methods that Qt calls keep Qt's names and need no words of their own.
# ruff: noqa: N802

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.kinds import is_dark, theme_colour

SAMPLE = "汉字拼音"
_LONG_SAMPLE = "净读：汉字 hànzì、拼音 pīnyīn，直骨门复。"
_SIZE = QSize(560, 560)
_ROW = 40  # pixels
_PAD = 10
_POINTS = (6.0, 72.0)  # smallest and largest size
_SAMPLE_POINTS = 17.0


class FontDialog(QDialog):
    """Offers the families that have simplified Chinese, on request all others, and a size."""

    def __init__(self, current: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fonts")
        self.setWindowTitle(self.tr("Reading font"))
        self._model = QStringListModel(self)
        self._family = current.family()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search fonts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.all_fonts = QCheckBox(self.tr("Include fonts without Chinese"), self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_FamilyDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.size_field = QDoubleSpinBox(self)
        self.size_field.setRange(*_POINTS)
        self.size_field.setDecimals(1)
        self.size_field.setSuffix(self.tr(" pt"))
        self.size_field.setValue(current.pointSizeF())
        self.sample = QLabel(_LONG_SAMPLE, self)
        self.sample.setTextFormat(Qt.TextFormat.PlainText)
        self.sample.setMinimumHeight(64)
        self.sample.setSizePolicy(self.search.sizePolicy())  # a large sample is cut, not the window
        label = QLabel(self.tr("Size"), self)
        label.setBuddy(self.size_field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.size_field)
        row.addStretch(1)
        row.addWidget(self.all_fonts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(self.sample)
        layout.addWidget(buttons)
        self.all_fonts.toggled.connect(self._fill)
        self.size_field.valueChanged.connect(self._show_sample)
        self.list.selectionModel().currentChanged.connect(self._on_family)
        self.list.doubleClicked.connect(self.accept)
        self.all_fonts.setChecked(self._family not in _families(all_fonts=False))
        self._fill()
        self.resize(_SIZE)

    def chosen(self) -> QFont:
        """Return the font that is chosen."""
        font = QFont(self._family)
        font.setPointSizeF(self.size_field.value())
        return font

    def _fill(self) -> None:
        wanted = self.search.text().strip().lower()
        families = _families(all_fonts=self.all_fonts.isChecked())
        shown = [one for one in families if wanted in one.lower()]
        family = self._family
        self._model.setStringList(shown)
        if family in shown:
            index = self._model.index(shown.index(family))
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._show_sample()

    def _on_family(self, now: QModelIndex) -> None:
        if now.isValid():
            self._family = now.data()
            self._show_sample()

    def _show_sample(self) -> None:
        self.sample.setFont(self.chosen())


class _FamilyDelegate(QStyledItemDelegate):
    """Paints the name of a family in the window's font, and a sample in its own."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        family, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = QRect(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(option.rect, self._colour("cur_fill"))
        painter.setPen(self._colour("ink"))
        painter.setFont(option.font)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, family)
        if _has_chinese(family):
            font = QFont(family)
            font.setPointSizeF(_SAMPLE_POINTS)
            # Its own shapes or none: those of another font would be no sample.
            font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
            painter.setFont(font)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, right, SAMPLE)
        painter.restore()

    def _colour(self, name: str) -> QColor:
        return theme_colour(name, dark=is_dark(QGuiApplication.palette()))


def _has_chinese(family: str) -> bool:
    return QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems(family)


def _families(*, all_fonts: bool) -> list[str]:
    """Return the families that can be read in, those with simplified Chinese unless all."""
    system = QFontDatabase.WritingSystem
    found = QFontDatabase.families(system.Any if all_fonts else system.SimplifiedChinese)
    return [
        family
        for family in found
        if QFontDatabase.isScalable(family) and not QFontDatabase.isPrivateFamily(family)
    ]
