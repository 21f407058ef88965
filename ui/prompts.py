"""Every question, message and file picker, behind one object that tests replace."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.errors import Missing
from ui.widgets.breakable import breakable
from ui.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from ui.widgets.error_bar import ErrorBar


class Prompts:
    """Asks and tells the user; buttons carry Indonesian words that say what they do."""

    def inform(self, parent: QWidget | None, title: str, text: str) -> None:
        """Tell something that needs no decision; at the top of the dialog that is open."""
        bar = self._bar(parent)
        if bar is not None:
            bar.tell(text, "accent")
        else:
            self._tell(parent, QMessageBox.Icon.Information, title, text)

    def warn(self, parent: QWidget | None, title: str, text: str) -> None:
        """Tell what went wrong and what to do; at the top of the dialog that is open."""
        bar = self._bar(parent)
        if bar is not None:
            bar.tell(text)
        else:
            self._tell(parent, QMessageBox.Icon.Warning, title, text)

    def confirm(
        self, parent: QWidget | None, title: str, text: str, yes: str, no: str = "Batal"
    ) -> bool:
        """Ask before something that cannot simply be taken back; `yes` names the act."""
        box = _message(parent, QMessageBox.Icon.Question, title, text)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        reject = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(reject)
        box.setEscapeButton(reject)
        box.exec()
        agreed = box.clickedButton() is accept
        box.deleteLater()
        return agreed

    def ask_text(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        *,
        multiline: bool = False,
        required: bool = True,
        initial: str = "",
        yes: str = "OK",
        no: str = "Batal",
    ) -> str | None:
        """Ask for a text; stripped, or None when the user backs out.

        `yes` and `no` name the buttons. With `required` the yes button stays off while the
        text is blank.
        """
        dialog = _TextDialog(parent, title, label, multiline, required, initial, (yes, no))
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        text = dialog.text()
        dialog.deleteLater()
        return text if agreed else None

    def open_file(self, parent: QWidget | None, title: str, filters: str) -> Path | None:
        """Ask for a file that exists; `filters` in Qt's form `PDF (*.pdf);;Semua (*)`."""
        dialog = QFileDialog(parent, title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _picked(dialog, "Buka")

    def save_file(
        self, parent: QWidget | None, title: str, suggested: str, filters: str
    ) -> Path | None:
        """Ask where to save; an existing file is asked about by the dialog itself."""
        dialog = QFileDialog(parent, title, "", filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffix = Path(suggested).suffix.lstrip(".")
        if suffix:
            dialog.setDefaultSuffix(suffix)
        dialog.selectFile(suggested)
        return _picked(dialog, "Simpan")

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Ask for a folder that exists, to write several files into."""
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        return _picked(dialog, "Pakai folder ini", name="Folder:")

    def incomplete(
        self, parent: QWidget | None, title: str, missing: tuple[Missing, ...]
    ) -> Missing | None:
        """Show exactly what is lacking; the one the user wants to go to, or None.

        In an open dialog it is only listed, since the way to it leads out of the dialog.
        """
        bar = self._bar(parent)
        if bar is not None:
            lines = "\n".join(f"• {one.text}" for one in missing)
            bar.tell(f"{title}. Yang masih kurang:\n{lines}")
            return None
        from ui.widgets.incomplete_dialog import IncompleteDialog

        dialog = IncompleteDialog(parent, title, missing)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def report(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        details: str,
        copy: str = "Salin &laporan",
    ) -> None:
        """Show `text` with `details` that the button `copy` copies, to be sent on.

        In an open dialog the details are not shown, only copied.
        """
        bar = self._bar(parent)
        if bar is not None:
            bar.report(text, details)
            return
        from ui.widgets.report_dialog import ReportDialog

        dialog = ReportDialog(parent, title, text, details, copy)
        dialog.exec()
        dialog.deleteLater()

    def _bar(self, parent: QWidget | None) -> ErrorBar | None:
        """The place for a message in the dialog that is open; None when none is."""
        window = parent.window() if parent is not None else QApplication.activeWindow()
        for dialog in (QApplication.activeModalWidget(), window):
            if isinstance(dialog, QDialog) and dialog.isVisible():
                from ui.widgets.error_bar import give_bar

                bar = give_bar(dialog)
                if bar is not None:
                    bar.heir = partial(self._tell_later, dialog.parentWidget())
                    return bar
        return None

    def _tell_later(self, parent: QWidget | None, text: str, details: str) -> None:
        """Tell what a dialog said as it closed, once it has gone."""

        def tell() -> None:
            if details:
                self.report(parent, "Galat tidak terduga", text, details)
            else:
                self.warn(parent, "Perhatikan", text)

        QTimer.singleShot(0, parent or QApplication.instance(), tell)

    def _tell(self, parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str) -> None:
        box = _message(parent, icon, title, text)
        box.addButton("Tutup", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()


def _message(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    """A box whose text is shown as typed, never read as markup."""
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(text))
    return box


def _picked(dialog: QFileDialog, accept: str, name: str = "Nama file:") -> Path | None:
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


class _TextDialog(QDialog):
    """One labelled text with two named buttons."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        multiline: bool,
        required: bool,
        initial: str,
        buttons_text: tuple[str, str],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self._required = required
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
        self._ok.setEnabled(bool(self.text()) or not self._required)
