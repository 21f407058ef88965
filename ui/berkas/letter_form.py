"""The editable words of a letter as form rows: which form belongs to which kind of letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from sopapp.domain.surat import IsiKeputusan, IsiNotaDinas, IsiPenolakan
from ui.berkas.keputusan_form import KeputusanForm
from ui.berkas.nota_dinas_form import NotaDinasForm
from ui.berkas.penolakan_form import PenolakanForm
from ui.widgets.form import FormPanel


class LetterForm(Protocol):
    """Rows in a FormPanel that show the words of one kind of letter and give them back."""

    def show_isi(self, isi: Any) -> None:  # noqa: ANN401 - the words of its own kind
        """Show these words."""

    def isi(self) -> Any:  # noqa: ANN401
        """The words as typed."""

    def set_read_only(self) -> None:
        """Let nothing be typed any more."""


_FORMS: dict[type, Callable[[FormPanel, Callable[[], None]], LetterForm]] = {
    IsiNotaDinas: NotaDinasForm,
    IsiKeputusan: KeputusanForm,
    IsiPenolakan: PenolakanForm,
}


def letter_form(isi: object, form: FormPanel, changed: Callable[[], None]) -> LetterForm:
    """Add the rows for the words `isi` to `form` and show them; `changed` hears each key.

    Raises TypeError for words that have a dialog of their own (a Berita Acara).
    """
    kind = _FORMS.get(type(isi))
    if kind is None:
        raise TypeError(f"{type(isi).__name__} is not edited as a letter.")
    made = kind(form, changed)
    made.show_isi(isi)
    return made
