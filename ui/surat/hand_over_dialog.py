"""Recording to whom letters were handed, and who took them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from sopapp.domain.ekspedisi import BarisSerah, SerahTerima
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog
from ui.widgets.optional_date import OptionalDate
from ui.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from ui.context import UiContext

_LINES = 5
_MOST_NAMED = 6


class _TransferDialog(FormDialog):
    """Days and the receiver's name, the same for every kind of entry."""

    topic = "surat#buku-ekspedisi"

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        title: str,
        hint: str,
        accept: str,
        to_hint: str = "",
    ) -> None:
        super().__init__(context, parent, title, accept, hint=hint)
        today = context.app.clock.today()
        self.kepada = PlainText()
        self.kepada.setTabChangesFocus(True)
        self.kepada.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.dikirim = DateEdit(today)
        self.diterima = OptionalDate("Belum diketahui", today, "Tanggal diterima")
        self.penerima = QLineEdit()
        self.form.add_row("kepada", "&Kepada", self.kepada, to_hint)
        self.form.add_row("dikirim", "&Tanggal kirim", self.dikirim)
        self.form.add_row("diterima", "Dite&rima tanggal", self.diterima)
        self.form.add_row(
            "penerima", "Nama &penerima", self.penerima,
            "Siapa yang membubuhkan paraf. Dapat dicatat kemudian.",
        )  # fmt: skip
        self.diterima.changed.connect(self._on_received)
        self._on_received()

    def typed(self) -> tuple[object, ...]:
        """What stands in the fields."""
        return (
            self.kepada.toPlainText(), self.dikirim.day(), self.diterima.day(),
            self.penerima.text(),
        )  # fmt: skip

    def transfer(self, kepada: str) -> SerahTerima:
        """The hand-over to one recipient."""
        received = self.diterima.day()
        name = self.penerima.text() if received is not None else ""
        return SerahTerima(kepada, self.dikirim.day(), received, name)

    def _on_received(self) -> None:
        self.form.set_row_visible("penerima", self.diterima.day() is not None)


class HandOverDialog(_TransferDialog):
    """One letter with its recipients, one a line; or several, each to its own recipients.

    `to` has the recipients that were chosen, by letter; without it they are all that wait, or
    all whom the letter names when nobody does.
    """

    def __init__(
        self,
        context: UiContext,
        parent: QWidget | None,
        surat_ids: Sequence[int],
        to: Mapping[int, Sequence[str]] | None = None,
    ) -> None:
        rows, service = context.app.agenda.rows_of(surat_ids), context.app.ekspedisi
        self._to: dict[int, Sequence[str]] = {
            row.id: (to or {}).get(row.id) or service.awaiting(row.id) or service.recipients(row.id)
            for row in rows
        }
        self._single = rows[0].id if len(rows) == 1 else None
        numbers = [row.nomor for row in rows[:_MOST_NAMED]]
        more = f", dan {len(rows) - _MOST_NAMED} lagi" if len(rows) > _MOST_NAMED else ""
        hint = f"Nomor {', '.join(numbers)}{more}."
        if self._single is None:
            hint += " Tiap surat dicatat diserahkan kepada penerimanya sendiri."
            if nobody := [row.nomor for row in rows if not self._to[row.id]]:
                hint += (
                    f" Tanpa tujuan, jadi tidak dicatat: {', '.join(nobody)}. Pilih surat itu "
                    "sendiri bila memang diserahkan."
                )
        super().__init__(
            context, parent, "Serah terima surat", hint, "&Catat serah terima",
            "Satu penerima tiap baris.",
        )  # fmt: skip
        if self._single is None:
            self.form.set_row_visible("kepada", False)
        else:
            self.kepada.setPlainText("\n".join(self._to[self._single]))
        self.on_save(self._store)
        self.watch(self.typed)

    def _store(self) -> None:
        if self._single is None:
            pairs = [
                (surat_id, self.transfer(kepada))
                for surat_id, recipients in self._to.items()
                for kepada in recipients
            ]
        else:
            lines = [line for line in self.kepada.toPlainText().splitlines() if line.strip()]
            pairs = [(self._single, self.transfer(line)) for line in lines or [""]]
        self.context.app.ekspedisi.record(pairs)


class EditTransferDialog(_TransferDialog):
    """Correcting one line of the Buku Ekspedisi."""

    def __init__(self, context: UiContext, parent: QWidget | None, line: BarisSerah) -> None:
        super().__init__(
            context, parent, "Ubah serah terima", f"Surat Nomor {line.nomor}.", "&Simpan"
        )
        assert line.id is not None  # only what was handed over can be corrected
        assert line.dikirim is not None
        self._id = line.id
        self.kepada.setPlainText(line.kepada)
        self.dikirim.set_day(line.dikirim)
        self.diterima.set_day(line.diterima)
        self.penerima.setText(line.penerima)
        self._on_received()
        self.on_save(
            lambda: context.app.ekspedisi.edit(
                self._id, self.transfer(self.kepada.toPlainText())
            )
        )  # fmt: skip
        self.watch(self.typed)


class ReceiptDialog(FormDialog):
    """Who took the chosen letters, and when."""

    topic = "surat#buku-ekspedisi"

    def __init__(
        self, context: UiContext, parent: QWidget | None, ekspedisi_ids: Sequence[int]
    ) -> None:
        count = len(ekspedisi_ids)
        super().__init__(
            context, parent, "Catat penerimaan", "&Catat penerimaan",
            hint=f"{count} surat yang dipilih dicatat sudah diterima." if count > 1 else "",
        )  # fmt: skip
        self.diterima = DateEdit(context.app.clock.today())
        self.penerima = QLineEdit()
        self.form.add_row("diterima", "Dite&rima tanggal", self.diterima)
        self.form.add_row("penerima", "Nama &penerima", self.penerima)
        self.on_save(
            lambda: context.app.ekspedisi.receive(
                ekspedisi_ids, self.diterima.day(), self.penerima.text()
            )
        )
        self.watch(lambda: (self.diterima.day(), self.penerima.text()))
        self.penerima.setFocus()
