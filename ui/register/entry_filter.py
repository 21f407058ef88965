"""What of the register is to be seen: the choices of the filter bar as one value."""

from __future__ import annotations

from dataclasses import dataclass

from sopapp.domain.dik import EntriDik, StatusJangka

DUE = frozenset({StatusJangka.AKAN_BERAKHIR, StatusJangka.LEWAT})
"""What the next berkas has to look at."""


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Every choice narrows further; the default hides nothing.

    `undang_undang` is a law as written beside Pasal 17, "" for entries that name none.
    `terbitan` is the version whose Keputusan set the words.
    """

    kata: str = ""
    unit: int | None = None
    huruf: str | None = None
    undang_undang: str | None = None
    status: frozenset[StatusJangka] | None = None
    terbitan: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is hidden."""
        return self == EntryFilter(kata=self.kata) and not self.kata.strip()

    @property
    def reads_content(self) -> bool:
        """Whether what an entry says has to be read to answer."""
        return not (self.huruf is None and self.undang_undang is None and self.status is None)


@dataclass(frozen=True, slots=True)
class Facts:
    """What of an entry's content the filter asks for."""

    huruf: frozenset[str]
    undang_undang: frozenset[str]
    status: StatusJangka

    def fits(self, choice: EntryFilter) -> bool:
        """Whether the content passes the filter."""
        return (
            (choice.huruf is None or choice.huruf in self.huruf)
            and (choice.undang_undang is None or choice.undang_undang in self.undang_undang)
            and (choice.status is None or self.status in choice.status)
        )


def facts_of(entri: EntriDik, status: StatusJangka) -> Facts:
    """Take the facts out of an entry."""
    laws = frozenset(" ".join(dasar.undang_undang.split()) for dasar in entri.isi.dasar)
    return Facts(
        huruf=frozenset(dasar.huruf for dasar in entri.isi.dasar),
        undang_undang=laws if any(laws) else frozenset({""}),
        status=status,
    )
