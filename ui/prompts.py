"""Every question, message and file picker, behind one object that tests replace."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sopapp.domain.errors import Missing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from ui.widgets.error_bar import ErrorBar


class Unsaved(Enum):
    """What becomes of edits that are not saved when the user goes elsewhere."""

    SAVE = auto()
    DROP = auto()
    KEEP = auto()
    """Nothing: the user stays and goes on."""


class Prompts:
    """Asks and tells the user; buttons carry Indonesian words that say what they do."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}  # by title: a letter is not saved on the backup stick

    def inform(self, parent: QWidget | None, title: str, text: str) -> None:
        """Tell something that needs no decision; at the top of the dialog that is open."""
        bar = self._bar(parent)
        if bar is not None:
            bar.tell(text, "accent")
        else:
            self._tell(parent, "Information", title, text)

    def warn(self, parent: QWidget | None, title: str, text: str, topic: str | None = None) -> None:
        """Tell what went wrong and what to do; at the top of the dialog that is open.

        `topic` is where the guide says why.
        """
        bar = self._bar(parent)
        if bar is not None:
            bar.tell(text, topic=topic)
        else:
            self._tell(parent, "Warning", title, text, topic)

    def confirm(
        self, parent: QWidget | None, title: str, text: str, yes: str, no: str = "Batal"
    ) -> bool:
        """Ask before something that cannot simply be taken back; `yes` names the act."""
        from PySide6.QtWidgets import QMessageBox

        from ui.widgets.prompt_boxes import message_box

        box = message_box(parent, QMessageBox.Icon.Question, title, text)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        reject = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(reject)
        box.setEscapeButton(reject)
        box.exec()
        agreed = box.clickedButton() is accept
        box.deleteLater()
        return agreed

    def unsaved(self, parent: QWidget | None, text: str) -> Unsaved:
        """Ask what becomes of edits; Enter saves them, Esc goes back to them."""
        from PySide6.QtWidgets import QMessageBox

        from ui.widgets.prompt_boxes import message_box

        box = message_box(
            parent, QMessageBox.Icon.Question, "Perubahan belum disimpan", f"{text} Simpan dahulu?"
        )
        save = box.addButton("&Simpan", QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton("&Buang perubahan", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton("&Kembali menyunting", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(keep)
        box.exec()
        answers: dict[QAbstractButton, Unsaved] = {save: Unsaved.SAVE, drop: Unsaved.DROP}
        answer = answers.get(box.clickedButton(), Unsaved.KEEP)
        box.deleteLater()
        return answer

    def ask_text(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        *,
        multiline: bool = False,
        initial: str = "",
        yes: str = "OK",
        no: str = "Batal",
    ) -> str | None:
        """Ask for a text; stripped, or None when the user backs out.

        `yes` and `no` name the buttons; the yes button stays off while the text is blank.
        """
        from ui.widgets.prompt_boxes import TextDialog

        dialog = TextDialog(parent, title, label, multiline, initial, (yes, no))
        agreed = bool(dialog.exec())
        text = dialog.text()
        dialog.deleteLater()
        return text if agreed else None

    def open_file(self, parent: QWidget | None, title: str, filters: str) -> Path | None:
        """Ask for a file that exists; `filters` in Qt's form `PDF (*.pdf);;Semua (*)`."""
        from PySide6.QtWidgets import QFileDialog

        from ui.widgets.prompt_boxes import picked_file

        dialog = QFileDialog(parent, title, self._beginning(title), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._remember(title, picked_file(dialog, "Buka"))

    def save_file(
        self, parent: QWidget | None, title: str, suggested: str, filters: str
    ) -> Path | None:
        """Ask where to save; an existing file is asked about by the dialog itself."""
        from PySide6.QtWidgets import QFileDialog

        from ui.widgets.prompt_boxes import picked_file

        dialog = QFileDialog(parent, title, self._beginning(title), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffix = Path(suggested).suffix.lstrip(".")
        if suffix:
            dialog.setDefaultSuffix(suffix)
        dialog.selectFile(suggested)
        return self._remember(title, picked_file(dialog, "Simpan"))

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Ask for a folder that exists, to write several files into."""
        from PySide6.QtWidgets import QFileDialog

        from ui.widgets.prompt_boxes import picked_file

        dialog = QFileDialog(parent, title, self._beginning(title))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        return self._remember(title, picked_file(dialog, "Pakai folder ini", name="Folder:"))

    def _beginning(self, title: str) -> str:
        """The folder that a file dialog opens in: where the same was asked for last.

        Before the first time Documents; Qt itself would take the program's own.
        """
        from PySide6.QtCore import QStandardPaths

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        usual = QStandardPaths.writableLocation(documents)
        # Of a folder that is not there the dialog would make the name of a file.
        last = self._folders.get(title, "")
        return next((each for each in (last, usual) if _is_folder(each)), str(Path.home()))

    def _remember(self, title: str, chosen: Path | None) -> Path | None:
        if chosen is not None:
            self._folders[title] = str(chosen if _is_folder(str(chosen)) else chosen.parent)
        return chosen

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
        from PySide6.QtWidgets import QDialog

        window = parent.window() if parent is not None else QApplication.activeWindow()
        for dialog in (QApplication.activeModalWidget(), window):
            if isinstance(dialog, QDialog) and dialog.isVisible():
                from ui.widgets.error_bar import give_bar

                bar = give_bar(dialog)
                if bar is not None:
                    bar.heir = partial(self._tell_later, dialog.parentWidget())
                    return bar
        return None

    def _tell_later(
        self, parent: QWidget | None, text: str, details: str, topic: str | None
    ) -> None:
        """Tell what a dialog said as it closed, once it has gone."""

        def tell() -> None:
            if details:
                self.report(parent, "Galat tidak terduga", text, details)
            else:
                self.warn(parent, "Perhatikan", text, topic)

        application = QApplication.instance()
        assert application is not None
        QTimer.singleShot(0, parent or application, tell)

    def _tell(
        self,
        parent: QWidget | None,
        icon: str,
        title: str,
        text: str,
        topic: str | None = None,
    ) -> None:
        from PySide6.QtWidgets import QMessageBox

        from ui.widgets.prompt_boxes import add_why, message_box

        box = message_box(parent, QMessageBox.Icon[icon], title, text)
        if topic:
            add_why(box, topic)
        shut = box.addButton("Tutup", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(shut)
        box.setEscapeButton(shut)  # beside "Mengapa?" Qt finds none itself, and Esc does nothing
        box.exec()
        box.deleteLater()


def _is_folder(name: str) -> bool:
    """Whether it is there now; a stick may be gone, and a share that is says so in many ways."""
    try:
        return bool(name) and Path(name).is_dir()
    except OSError:
        return False
