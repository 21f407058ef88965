"""Where the search hit, asked for the rows on screen and a few around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sopapp.domain.temuan import Temuan, kata_dicari, letak
from ui.register.register_model import RegisterModel

_TOGETHER = 24  # rows asked for at once; a screen shows some ten

Hits = Callable[[str, Sequence[int]], Mapping[int, Temuan]]


class HitBook:
    """Remembers the hits of one search."""

    def __init__(self, model: RegisterModel, hits: Hits) -> None:
        self._model = model
        self._hits = hits
        self._text = ""
        self._known: dict[int, Temuan | None] = {}
        self._words: tuple[str, ...] = ()
        self._spans: dict[str, tuple[tuple[int, int], ...]] = {}

    def search(self, text: str) -> None:
        """Begin another search; an empty text ends it."""
        self._text = text
        self._words = kata_dicari(text)
        self._known.clear()
        self._spans.clear()

    @property
    def words(self) -> tuple[str, ...]:
        """The words looked for, folded."""
        return self._words

    def forget(self) -> None:
        """The register changed under the search."""
        self._known.clear()

    def of(self, number: int) -> Temuan | None:
        """Where the entry in row `number` was hit."""
        if not self._words:
            return None
        versi = self._model.versi_at(number)
        if versi not in self._known:
            first = number - number % _TOGETHER
            last = min(first + _TOGETHER, self._model.rowCount())
            ids = [self._model.versi_at(each) for each in range(first, last)]
            self._known.update(dict.fromkeys(ids))
            self._known.update(self._hits(self._text, ids))
        return self._known[versi]

    def of_words(self, number: int, words: Sequence[str]) -> Temuan | None:
        """Where some of the words, not all of them, were hit in row `number`."""
        versi = self._model.versi_at(number)
        return self._hits(" ".join(words), (versi,)).get(versi)

    def spans(self, shown: str) -> tuple[tuple[int, int], ...]:
        """Start and end of each hit in a line that is shown."""
        if not self._words:
            return ()
        if shown not in self._spans:
            self._spans[shown] = tuple(letak(self._words, shown))
        return self._spans[shown]
