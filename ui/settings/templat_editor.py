"""The texts of one kind of paper: its parts one below the other, problems told while typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.documents.templates import Item
from sopapp.domain.templat import Bagian, Bentuk, Isian
from sopapp.services.templat import Masalah
from ui.berkas.format_bar import FormatBar
from ui.berkas.rich_text_field import RichTextField
from ui.settings.templat_butir import KURUNG, ButirEditor
from ui.widgets.growing_text import GrowingText
from ui.widgets.menu_button import give_menu
from ui.widgets.toned import TonedLabel

Find = Callable[[dict[str, str], dict[str, tuple[Item, ...]]], Sequence[Masalah]]


class _Part(QWidget):
    """One part: its name, a hint, the field, and room for what is wrong."""

    def __init__(self, bagian: Bagian, fields: Sequence[Isian], told: Callable[[], None]) -> None:
        super().__init__()
        self.bagian = bagian
        self.field = _field(bagian, fields)
        caption = TonedLabel(bagian.label, bold=True, wrap=False)
        hint = TonedLabel(bagian.keterangan, "muted", scale=0.92)
        hint.setVisible(bool(bagian.keterangan))
        self.problem = TonedLabel("", "danger", scale=0.92)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(3)
        for one in (caption, hint, self.field, self.problem):
            column.addWidget(one)
        if isinstance(self.field, ButirEditor):
            self.field.changed.connect(told)
        else:
            caption.setBuddy(self.field)
            self.field.setAccessibleName(bagian.label)
            self.field.setAccessibleDescription(bagian.keterangan or KURUNG)
            self.field.textChanged.connect(told)

    def say(self, text: str) -> None:
        """Tell what is wrong; nothing takes it away."""
        text = "\n".join(line[:1].upper() + line[1:] for line in text.splitlines())
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if not isinstance(self.field, ButirEditor):
            hint = self.bagian.keterangan or KURUNG
            self.field.setAccessibleDescription(f"Galat: {text} {hint}" if text else hint)

    def focus(self) -> None:
        """Put the keyboard into the field."""
        if not isinstance(self.field, ButirEditor):
            self.field.setFocus()
        elif self.field.texts:
            self.field.texts[0].setFocus()
        else:
            self.field.add_button.setFocus()


class TemplatEditor(QWidget):
    """Bold, italics and points by buttons; the fields by a menu with what each one is.

    It is also what a form is to an error: `has_field`, `show_error`, `clear_errors`.
    """

    changed = Signal()
    part_changed = Signal()
    """The keyboard went into another part."""

    def __init__(
        self,
        parts: Sequence[Bagian],
        fields: Sequence[Isian],
        find: Find,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._is_filling = False
        self._typed_in: GrowingText | None = None
        self.part = ""
        self.format_bar = FormatBar()
        self.menu_button = self._make_menu(fields)
        self.parts = {one.kunci: _Part(one, fields, self._tell) for one in parts}
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.menu_button)
        bar.addWidget(self.format_bar, 1)
        if not any(one.bertanda for one in parts):
            self.format_bar.hide()
            bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addSpacing(4)
        for part in self.parts.values():
            layout.addWidget(part)
        layout.addStretch(1)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def texts(self) -> dict[str, str]:
        """The parts that are one text."""
        return {
            key: part.field.text()
            for key, part in self.parts.items()
            if not isinstance(part.field, ButirEditor)
        }

    def lists(self) -> dict[str, tuple[Item, ...]]:
        """The parts that are lists."""
        return {
            key: part.field.items()
            for key, part in self.parts.items()
            if isinstance(part.field, ButirEditor)
        }

    def show_parts(self, texts: Mapping[str, str], lists: Mapping[str, Sequence[Item]]) -> None:
        """Show these texts."""
        self._is_filling = True
        for key, part in self.parts.items():
            if isinstance(part.field, ButirEditor):
                part.field.show_items(lists[key])
            else:
                part.field.setPlainText(texts[key])
        self._is_filling = False
        self._tell_problems()

    def insert(self, name: str) -> None:
        """Put a field where the cursor was last; into the first part when it was in none."""
        field = self._typed_in or self._first()
        cursor = field.textCursor()
        cursor.insertText(f"{{{name}}}")
        field.setTextCursor(cursor)
        field.setFocus()

    def _first(self) -> GrowingText:
        return next(
            part.field for part in self.parts.values() if isinstance(part.field, GrowingText)
        )

    # What a form is to an error

    def has_field(self, field: str) -> bool:
        """Whether there is a part of that name."""
        return field in self.parts

    def show_error(self, field: str, text: str) -> None:
        """Say it at the part and put the keyboard there."""
        self.parts[field].say(text)
        self.parts[field].focus()

    def clear_errors(self) -> None:
        """Only what is wrong with what is typed stays."""
        self._tell_problems()

    def error_text(self, field: str) -> str:
        """What is said at the part."""
        problem = self.parts[field].problem
        return "" if problem.isHidden() else problem.text()

    def _make_menu(self, fields: Sequence[Isian]) -> QPushButton:
        button = QPushButton("Sisipkan isian")
        button.setToolTip("Kata yang diisi program, misalnya tahun atau nama instansi")
        button.setAccessibleName("Sisipkan isian")
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for one in fields:
            action = menu.addAction(f"{one.keterangan.partition(';')[0]}\t{{{one.nama}}}")
            example = one.contoh.replace("\n", " ")
            action.setToolTip(f"{one.keterangan}. Contoh: {example}")
            action.triggered.connect(lambda _on=False, name=one.nama: self.insert(name))
        give_menu(button, menu)
        return button

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, GrowingText) and self.isAncestorOf(now):
            if now is not self._typed_in:
                now.destroyed.connect(self._forget)
            self._typed_in = now
            part = next(key for key, one in self.parts.items() if one.isAncestorOf(now))
            if part != self.part:
                self.part = part
                self.part_changed.emit()

    def _forget(self, gone: QObject) -> None:
        if gone is self._typed_in:
            self._typed_in = None

    def _tell(self) -> None:
        if self._is_filling:
            return
        self._tell_problems()
        self.changed.emit()

    def _tell_problems(self) -> None:
        found: dict[str, list[str]] = {}
        for problem in self._find(self.texts(), self.lists()):
            found.setdefault(problem.bagian, []).append(problem.pesan)
        for key, part in self.parts.items():
            part.say("\n".join(found.get(key, [])))


def _field(bagian: Bagian, fields: Sequence[Isian]) -> ButirEditor | GrowingText:
    match bagian.bentuk:
        case Bentuk.DAFTAR:
            return ButirEditor(bagian, fields)
        case Bentuk.ISI:
            return RichTextField(least=8, most=60)
        case Bentuk.PARAGRAF if bagian.bertanda:
            return RichTextField(least=1, most=14)
        case _:
            return GrowingText(least=1, most=8)
