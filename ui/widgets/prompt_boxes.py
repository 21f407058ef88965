"""The boxes of `ui.prompts`; most runs of the program show none, so it loads them late."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from ui.help_key import open_guide
from ui.icons import icon
from ui.widgets.breakable import breakable
from ui.widgets.plain_text import PlainText
from ui.widgets.why_link import WORD

_PICTURES = {
    QMessageBox.Icon.Question: ("help", "accent"),
    QMessageBox.Icon.Information: ("info", "accent"),
    QMessageBox.Icon.Warning: ("warning", "warn"),
    QMessageBox.Icon.Critical: ("warning", "danger"),
}


class _Box(QMessageBox):
    """Its picture follows light and dark."""

    def __init__(self, parent: QWidget | None, kind: QMessageBox.Icon) -> None:
        super().__init__(parent)
        self._kind = kind
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: draw it anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        name, tone = _PICTURES[self._kind]
        side = 2 * self.fontMetrics().lineSpacing()
        picture = icon(name, self, tone=tone)
        self.setIconPixmap(picture.pixmap(QSize(side, side), self.devicePixelRatioF()))


def message_box(
    parent: QWidget | None, kind: QMessageBox.Icon, title: str, text: str
) -> QMessageBox:
    """A box whose text is shown as typed, never read as markup; its picture is of our own."""
    box = _Box(parent, kind)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(text))
    return box


def add_why(box: QMessageBox, topic: str) -> None:
    """A button that opens the guide where it says why, and leaves the box open."""
    button = box.addButton(WORD, QMessageBox.ButtonRole.HelpRole)
    button.clicked.disconnect()  # else the box closes, as with any of its buttons
    button.setToolTip("Penjelasan di panduan")
    button.clicked.connect(lambda _on=False: open_guide(box, topic))


def picked_file(dialog: QFileDialog, accept: str, name: str = "Nama file:") -> Path | None:
    """Run a file dialog with Indonesian labels; the chosen path, or None."""
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Batal")
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, name)
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, "Jenis:")
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "Folder:")
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if agreed and files else None


class TextDialog(QDialog):
    """One labelled text, which must not be blank, with two named buttons."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        multiline: bool,
        initial: str,
        buttons_text: tuple[str, str],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        caption = QLabel(breakable(label).replace("&", "&&"), self)  # no mnemonics: titles have "&"
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setWordWrap(True)
        self._edit: PlainText | QLineEdit
        if multiline:
            self._edit = PlainText(initial, self)
            self._edit.setTabChangesFocus(True)
            self._edit.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        else:
            self._edit = QLineEdit(initial, self)
        self._edit.textChanged.connect(self._check)
        self._edit.setAccessibleName(label)
        self._edit.setAccessibleDescription("Wajib diisi.")
        caption.setBuddy(self._edit)
        buttons = QDialogButtonBox(self)
        self._ok = buttons.addButton(buttons_text[0], QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(buttons_text[1], QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(caption)
        layout.addWidget(self._edit)
        layout.addWidget(buttons)
        self._check()

    def text(self) -> str:
        """What was typed, stripped."""
        if isinstance(self._edit, PlainText):
            return self._edit.toPlainText().strip()
        return self._edit.text().strip()

    def _check(self) -> None:
        self._ok.setEnabled(bool(self.text()))
