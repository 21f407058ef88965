"""A tab with a table of records and, beside it, the form of the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.riwayat import JenisCatatan
from ui.errors import guard
from ui.lists.riwayat_action import offer_riwayat
from ui.settings.leaving import may_leave
from ui.settings.refuse_undrawable import refuse_undrawable
from ui.settings.settings_tab import SettingsTab
from ui.theme import scale_letters
from ui.widgets.data_table import DataTable
from ui.widgets.folding_row import FoldingRow
from ui.widgets.form import FormPanel
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.rows_model import RowsModel

if TYPE_CHECKING:
    from ui.context import UiContext


class RecordTab(SettingsTab):
    """Lists records; the form edits the chosen one, or a new one when none is chosen.

    A subclass implements `records`, `blank`, `input_of`, `add`, `edit`, `remove` and
    `name_of`, and fills `form` in `build_form`. Every record has an `id`.
    """

    form: FormPanel
    printed: tuple[str, ...] = ()
    """Fields whose words stand in letters."""
    new_title = ""
    edit_title = ""
    remove_question = ""
    record_kind: JenisCatatan | None = None
    """What its records are in riwayat; None has no riwayat of its own."""

    def __init__(self, context: UiContext, model: RowsModel[Any], name: str) -> None:
        super().__init__(context)
        self.editing: int | None = None
        self.model = model
        model.setParent(self)
        self.table = DataTable(model, name, lines=2, sortable=False, parent=self)
        self.table.chosen.connect(self._on_chosen)
        self.form = FormPanel(self)
        self.build_form(self.form)
        self.add_button = QPushButton("&Tambah", self)
        self.add_button.clicked.connect(self.begin)
        self.remove_button = QPushButton("&Hapus…", self)
        self.remove_button.clicked.connect(self.ask_remove)
        self.history_button: QPushButton | None = None
        if self.record_kind is not None:
            self.history_button = QPushButton("Ri&wayat…", self)
            show = offer_riwayat(self.table, context, self.record_kind, "Riwayat…")
            self.history_button.clicked.connect(show)
        self._title = QLabel(self)
        scale_letters(self._title, 1.15, bold=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(28)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.table, 1)
        left.addWidget(self._buttons())
        for part in self.below_table():
            left.addWidget(part)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._title)
        right.addWidget(self.form)
        right.addStretch(1)
        layout.addLayout(left, 6)
        layout.addLayout(right, 5)

    # What a subclass says.

    def build_form(self, form: FormPanel) -> None:
        """Add the rows; keys are the fields that the service names in errors."""
        raise NotImplementedError

    def below_table(self) -> tuple[QWidget, ...]:
        """Widgets under the table and its buttons."""
        return ()

    def more_buttons(self) -> tuple[QPushButton, ...]:
        """Buttons beside Tambah and Hapus."""
        return ()

    def records(self) -> tuple[Any, ...]:
        """All records in order."""
        raise NotImplementedError

    def blank(self) -> Any:  # noqa: ANN401 - each tab's own value
        """The value of a new record."""
        raise NotImplementedError

    def input_of(self, record: Any) -> Any:  # noqa: ANN401 - each tab's own value
        """The value of a record."""
        raise NotImplementedError

    def name_of(self, record: Any) -> str:  # noqa: ANN401 - each tab's own value
        """How a question names the record."""
        raise NotImplementedError

    def add(self, value: Any) -> int:  # noqa: ANN401 - each tab's own value
        """Store a new record."""
        raise NotImplementedError

    def edit(self, record_id: int, value: Any) -> None:  # noqa: ANN401 - each tab's own value
        """Store a changed record."""
        raise NotImplementedError

    def remove(self, record_id: int) -> None:
        """Remove a record."""
        raise NotImplementedError

    # What all of them do.

    def load(self) -> Any:  # noqa: ANN401 - each tab's own value
        """Read the records, keep the chosen one, give its value."""
        records = self.records()
        ids = [record.id for record in records]
        if self.editing not in ids and ids and not self._stored_is_new():
            self.editing = ids[0]
        was, self._filling = self._filling, True
        self.model.set_rows(records)
        self.table.choose(self.editing)
        self._filling = was
        chosen = next((record for record in records if record.id == self.editing), None)
        if chosen is None:
            self.editing = None
        self._entitle()
        return self.blank() if chosen is None else self.input_of(chosen)

    def begin(self) -> None:
        """Begin a new record with the keyboard in its first field."""
        if not self._may_change():
            return
        self.editing = None
        self._new = True
        self.reload()
        self.first_field().setFocus()

    def take_keyboard(self) -> None:
        """Begin in the table, or in the form of the first record."""
        (self.first_field() if self.editing is None else self.table).setFocus()

    def show_record(self, record_id: int) -> None:
        """Choose a record, unless edits keep the user on another one."""
        self.table.choose(record_id)
        self.table.setFocus()

    def first_field(self) -> QWidget:
        """The widget of the form's first row."""
        raise NotImplementedError

    def ask_remove(self) -> None:
        """Remove the chosen record after a question."""
        record = self.table.current
        if record is None:
            return
        name = self.name_of(record)
        if self.context.prompts.confirm(self, "Hapus", self.remove_question.format(name), "Hapus"):
            with guard(self, self.context.prompts) as outcome:
                self.remove(record.id)
            if outcome.ok:
                self.editing = None
                self.reload()

    def store(self, value: Any) -> None:  # noqa: ANN401 - each tab's own value
        """Add or change the record."""
        refuse_undrawable({field: getattr(value, field) for field in self.printed})
        if self.editing is None:
            self.editing = self.add(value)
            self._new = False
        else:
            self.edit(self.editing, value)

    _new = False

    def _stored_is_new(self) -> bool:
        return self._new and self.editing is None

    def _entitle(self) -> None:
        self._title.setText(self.new_title if self.editing is None else self.edit_title)
        self.remove_button.setEnabled(self.editing is not None)
        if self.history_button is not None:
            self.history_button.setEnabled(self.editing is not None)
        self.on_editing()

    def on_editing(self) -> None:
        """Another record is in the form."""

    def _buttons(self) -> FoldingRow:
        own = (self.add_button, self.remove_button, self.history_button)
        return FoldingRow((each for each in own if each is not None), self.more_buttons())

    def _may_change(self) -> bool:
        """Whether the form may show something else; edits are then saved or dropped."""
        return not self.edited or may_leave(
            self,
            self.context.prompts,
            "Perubahan pada isian di sebelah kanan belum disimpan.",
            self.save,
            self.reload,
        )

    def _on_chosen(self, record: Any) -> None:  # noqa: ANN401 - each tab's own record
        if self._filling or record is None or record.id == self.editing:
            return
        if may_change := self._may_change():
            self.editing = record.id
            self._new = False
            self._entitle()
        self._mark_edited()  # saving or dropping chose the one that was edited again
        if may_change:
            self.fill(self.input_of(record))
        else:
            QTimer.singleShot(0, self, self._mark_edited)  # a click marks its row after this

    def _mark_edited(self) -> None:
        """Mark the row whose record is in the form."""
        self._filling = True
        self.table.choose(self.editing)
        self._filling = False
