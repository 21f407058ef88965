"""TOML that a person edits: every slip is told with file, place and what is expected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Final

from sopapp.domain.errors import DomainError

_SHOWN_PROBLEMS: Final = 8
_LONGEST: Final = 1_000_000
"""Characters; an SOP has some twenty thousand."""
_SYNTAX_PLACE: Final = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


def load_toml(text: str, name: str) -> dict[str, object]:
    """Read TOML; raises DomainError naming the file and the line of a slip."""
    if len(text) > _LONGEST:
        msg = (
            f"File {name} terlalu panjang ({len(text) // 1000} ribu huruf); yang benar beberapa "
            "halaman saja. Periksa apakah filenya tertukar."
        )
        raise DomainError(msg)
    try:
        # Notepad puts a byte order mark before the text.
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_PLACE.search(str(error))
        if found is None or found[1] is None:
            place = f"akhir file (baris {text.count(chr(10)) + 1})"
        else:
            place = f"baris {found[1]}, kolom {found[2]}"
        raise DomainError(
            f"File {name}, {place}: penulisan TOML salah. Periksa tanda kutip, tanda sama "
            f"dengan, koma, dan kurung pada baris itu atau baris sebelumnya.",
            field=place,
        ) from error
    except (ValueError, RecursionError) as error:  # a number or a nesting of thousands of signs
        msg = (
            f"File {name}: ada bilangan, tanggal, atau kurung bertingkat yang tidak wajar. "
            "Bandingkan dengan salinan SOP yang berlaku."
        )
        raise DomainError(msg) from error


class Checks:
    """The slips found so far, in the order of the file's fields."""

    def __init__(self, name: str) -> None:
        self._name: Final = name
        self._problems: list[tuple[str, str]] = []

    def add(self, place: str, problem: str) -> None:
        """Note one slip and where it stands."""
        self._problems.append((place, problem))

    def raise_if_any(self) -> None:
        """Raise DomainError listing the slips, if there are any; `field` is the first place."""
        if not self._problems:
            return
        lines = [f"{place}: {problem}" for place, problem in self._problems]
        more = len(lines) - _SHOWN_PROBLEMS
        if more > 0:
            lines[_SHOWN_PROBLEMS:] = [f"dan {more} kesalahan lain."]
        raise DomainError(
            f"File {self._name} belum benar.\n" + "\n".join(lines),
            field=self._problems[0][0],
        )


class Table:
    """One table of the file with its place, read key by key.

    What is wrong is noted and a stand-in returned, so that one reading finds every slip;
    the caller throws its result away by `Checks.raise_if_any`.
    """

    def __init__(self, values: dict[str, object], place: str, checks: Checks) -> None:
        self._values: Final = values
        self._place: Final = place
        self._checks: Final = checks

    def only(self, *known: str) -> None:
        """Note every key that is not `known`: most are slips of the pen."""
        for key in self._values:
            if key not in known:
                self.wrong(key, f"kunci ini tidak dikenal{_did_you_mean(key, known)}")

    def wrong(self, key: str, problem: str) -> None:
        """Note that the value of `key` is not what is expected."""
        self._checks.add(f"{self._place}, {key}" if self._place else key, problem)

    def text(self, key: str, *, blank: bool = False) -> str:
        """Read a text of one line; `blank` allows an empty or absent one."""
        value = self._values.get(key)
        if value is None and blank:
            return ""
        if value is None:
            self.wrong(key, "belum ada; isi dengan teks di antara tanda kutip")
            return ""
        return self._clean(key, value, blank=blank)

    def flag(self, key: str) -> bool:
        """Read true or false; False when it is neither."""
        value = self._values.get(key)
        if isinstance(value, bool):
            return value
        self.wrong(key, f"harus true atau false tanpa tanda kutip{_instead(value)}")
        return False

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """Read a list of texts, one at least; `optional` allows an absent list."""
        if optional and key not in self._values:
            return ()
        found = self._list(key)
        if found == []:
            self.wrong(key, "kosong; isi sedikitnya satu teks")
        return tuple(
            self._clean(f"{key} ke-{number}", value, blank=False)
            for number, value in enumerate(found or (), 1)
        )

    def words(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Read a list of distinct words out of `known`; absent is empty."""
        if key not in self._values:
            return ()
        words: list[str] = []
        for number, value in enumerate(self._list(key) or (), 1):
            word = self._word(f"{key} ke-{number}", value, known)
            if word in words and word:
                self.wrong(f"{key} ke-{number}", f'"{word}" sudah disebut; hapus yang kedua')
            words.append(word)
        return tuple(words)

    def word(self, key: str, known: Collection[str]) -> str:
        """Read one word out of `known`; "" when it is none of them."""
        return self._word(key, self._values.get(key), known)

    def optional_word(self, key: str, known: Collection[str]) -> str | None:
        """Read one word out of `known`, or None when the key is absent or blank."""
        if self._values.get(key, "") == "":
            return None
        return self.word(key, known)

    def number(self, key: str, low: int, high: int) -> int:
        """Read a whole number between `low` and `high`; `low` when it is wrong."""
        value = self._values.get(key)
        # TOML's true is an int to Python.
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        span = f"{low} sampai {high}" if low < high else f"{low}"
        self.wrong(key, f"harus bilangan bulat {span}{_instead(value)}")
        return low

    def date(self, key: str) -> date | None:
        """Read a date, or None when it is blank on the sheet."""
        value = self._values.get(key, "")
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value != "":
            self.wrong(
                key,
                f'harus tanggal tanpa tanda kutip, misalnya 2022-09-05, atau ""{_instead(value)}',
            )
        return None

    def table(self, key: str) -> Table:
        """Read one table; an empty one when it is not there."""
        value = self._values.get(key)
        if not isinstance(value, dict):
            self.wrong(key, f"belum ada; tulis sebagai tabel dengan judul [{key}]")
            value = {}
        return Table(value, self._within(key), self._checks)

    def tables(self, key: str, title: str) -> list[Table]:
        """Read a list of tables, one at least; `title` is how they are headed in the file."""
        value = self._values.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
            self.wrong(key, f"belum ada; tulis sedikitnya satu tabel dengan judul [[{title}]]")
            return []
        return [
            Table(item, self._within(f"{key} {number}"), self._checks)
            for number, item in enumerate(value, 1)
        ]

    def _within(self, key: str) -> str:
        return f"{self._place}, {key}" if self._place else key

    def _list(self, key: str) -> list[object] | None:
        value = self._values.get(key)
        if isinstance(value, list):
            return value
        self.wrong(key, f"harus daftar teks dalam kurung siku, [...]{_instead(value)}")
        return None

    def _clean(self, key: str, value: object, *, blank: bool) -> str:
        if not isinstance(value, str):
            self.wrong(key, f"harus teks di antara tanda kutip{_instead(value)}")
            return ""
        line = " ".join(value.split())
        if not line and not blank:
            self.wrong(key, "tidak boleh kosong")
        if not line.isprintable():
            hidden = next(sign for sign in line if not sign.isprintable())
            self.wrong(key, f"memuat tanda yang tidak dapat dicetak (U+{ord(hidden):04X}); hapus")
        return line

    def _word(self, key: str, value: object, known: Collection[str]) -> str:
        if isinstance(value, str) and value in known:
            return value
        guess = _did_you_mean(value, known) if isinstance(value, str) else ""
        expected = f"salah satu dari {', '.join(known)}" if len(known) > 1 else ", ".join(known)
        self.wrong(key, f"harus {expected}{_instead(value)}{guess}")
        return ""


def _instead(value: object) -> str:
    if value is None:
        return ", tetapi belum ada"
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return f", bukan {shown[:60]}"


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; mungkin maksudnya {close[0]}" if close else ""
