"""Takes the text of a cell with legal grounds apart into items: a ground, a law, or unclear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sopapp.domain.dik import HURUF_PASAL_17
from sopapp.domain.kutipan import HEAD, KIP, PASAL, UU_KIP, plain_form


class Jenis(StrEnum):
    """What an item is."""

    DASAR = "dasar"
    UNDANG_UNDANG = "undang_undang"
    PASAL = "pasal"
    TAK_JELAS = "tak_jelas"


@dataclass(frozen=True, slots=True)
class Butir:
    """One item; a ground has letter, number and perhaps a law, the others their `text`.

    `juncto` says that the writer tied it to what stands before it.
    """

    jenis: Jenis
    text: str = ""
    huruf: str = ""
    angka: int | None = None
    undang_undang: str = ""
    juncto: bool = False


# UU KIP under all its names, while items are told apart; not a character that people write.
_KIP = "\ue017"
_HARD = re.compile(r"[;\n]+")
_SOFT = re.compile(
    r"(\s*(?:,\s*(?:dan|serta)\b|,|&|\+|\b(?:dan|serta|jo|juncto|jis)\b\.?)\s*"
    r"|(?<=\b[a-j])\s*/\s*(?=[a-j]\b))",
    re.I,
)
_JUNCTO = re.compile(r"\b(?:jo|juncto|jis)\b", re.I)
_MARK = re.compile(r"([a-z])\s?[.)]\s+(?=\S)", re.I)
_INLINE_MARK = re.compile(
    rf"(?<!huruf)(?<!hrf)\s(?=[a-z][.)]\s+(?:Pasal|Psl|Ps|UU|Undang|PP|Per|{_KIP}))", re.I
)
_LIST_SIGN = re.compile(r"^\s*(?:[•▪●‣*·–—-]|\d{1,2}[.)](?=\s))\s*")
_ANGKA_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan")
_SEVENTEEN = r"(?:(?:Pasal|Psl\.?|Ps\.?)\s*)?17(?!\d)\s*(?:ayat\s*\(?1\)?)?"
_GROUND = re.compile(
    rf"(?:{_KIP}[\s,:]*)?(?P<pasal>{_SEVENTEEN}[\s,.:]*)?(?:{_KIP}[\s,:]*)?"
    r"(?P<word>(?:huruf|hrf\.?|hur\.?)\s*)?[(“\"']?(?P<huruf>[a-z])(?![a-z])[)”\"']?"
    r"(?:[\s.\-/(,]*(?:(?:angka|agk\.?|butir|poin|point|nomor|no\.?|ke)[\s.\-]*)?[(]?"
    rf"(?P<angka>\d{{1,2}}|{'|'.join(_ANGKA_WORDS)})\b(?!\s*(?:/|tahun|th\b|thn))[)]?)?"
    r"(?P<rest>.*)",
    re.I | re.S,
)
_MORE = re.compile(rf"(?:(?:angka|butir|poin)\s*)?\(?(\d{{1,2}})\)?[\s,:]*{_KIP}?[\s.,:]*", re.I)
_UP_TO = re.compile(
    r"\s*(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|[-–—])\s*"
    r"(?:(?:angka|butir|poin)\s*)?\(?(\d{1,2})\)?(?!\s*/)\b(?P<tail>.*)",
    re.I | re.S,
)
_IN_BRACKETS = re.compile(r"\(([^)]*)\)?")
_SUBS = re.compile(r"(?:(?:huruf|ayat|angka|butir)\s*)?\(?(?:[a-z]|\d{1,2})\)?", re.I)
_ARTICLE_PART = re.compile(
    r"(?:pasal|psl\.?|ps\.?)\s*\d.*\b(?:huruf|ayat|angka)\s*\(?\w{1,2}\)?$", re.I | re.S
)


def items(text: str) -> tuple[Butir, ...]:
    """The items of `text` in order; enumeration letters of a list are no grounds."""
    found: list[Butir] = []
    for piece in _pieces(text):
        for part, juncto in _parts(piece):
            _take(part, found, juncto=juncto)
    return tuple(found)


def names_letter(words: str) -> str:
    """The letter of Pasal 17 that `words` describe, "" when none or several do."""
    said = set(re.findall(r"[a-z]{4,}", words.casefold())) - _COMMON
    hits = {
        letter: len(said & set(re.findall(r"[a-z]{4,}", summary)))
        for letter, summary in HURUF_PASAL_17.items()
    }
    best = max(hits.values())
    letters = [letter for letter, count in hits.items() if count == best]
    return letters[0] if best and len(letters) == 1 else ""


_COMMON = {"informasi", "yang", "dapat", "atau", "bersifat", "menurut", "berdasarkan", "tidak"}
_COMMON |= {"mengganggu", "mengungkapkan", "perlindungan", "kepentingan", "dari", "dan"}


def _pieces(text: str) -> list[str]:
    """The text apart where it surely ends an item: semicolons and lines, marks taken off."""
    text = unicodedata.normalize("NFKC", text).replace("\r", "\n").replace(_KIP, " ")
    text = re.sub(r"[^\S\n]+", " ", KIP.sub(_kip_mark, text))
    raw = [
        _LIST_SIGN.sub("", each).strip(" .,") for each in _HARD.split(_INLINE_MARK.sub("\n", text))
    ]
    raw = [each for each in raw if each and not re.fullmatch(r"[-–—.\s]*", each)]
    marks = [found[1].casefold() if (found := _MARK.match(each)) else "" for each in raw]
    listed = [mark for mark in marks if mark]
    is_list = len(listed) > 1 and listed == [chr(97 + n) for n in range(len(listed))]
    pieces: list[str] = []
    for mark, each in zip(marks, raw, strict=True):
        rest = _MARK.sub("", each, count=1) if mark else each
        if mark and not rest[:1].isdigit() and (is_list or _is_ground(rest, explicit=True)):
            pieces.append(rest)
        elif pieces and not mark and not _begins_item(each) and HEAD.search(pieces[-1]):
            pieces[-1] += f" {each}"  # a name that goes on in the next line
        elif pieces and _open_article(pieces[-1]):
            pieces[-1] += f" {each}"
        else:
            pieces.append(each)
    return pieces


def _kip_mark(found: re.Match[str]) -> str:
    """The sign for UU KIP; a line that ends after its name still ends there."""
    name = found[0]
    return f" {_KIP} \n" if "\n" in name[len(name.rstrip()) :] else f" {_KIP} "


def _parts(piece: str) -> Iterator[tuple[str, bool]]:
    """A piece apart at commas and conjunctions where something new begins after them."""
    words = _SOFT.split(piece)
    part, juncto = words[0], False
    for sign, following in zip(words[1::2], words[2::2], strict=True):
        if part and (_goes_on(part, following) or not _begins_item(following)):
            part += f"{sign}{following}"
            continue
        if part.strip():
            yield part.strip(), juncto
        part, juncto = following, bool(_JUNCTO.search(sign))
    if part.strip():
        yield part.strip(), juncto


def _goes_on(part: str, following: str) -> bool:
    """Whether `following` is still the article or law that `part` speaks of."""
    if _open_article(part):
        return True
    # "UU 8/1999 Pasal 5 huruf a, b": the letters are the article's own.
    return bool(
        HEAD.search(part) and _ARTICLE_PART.search(part) and _SUBS.fullmatch(following.strip())
    )


def _open_article(part: str) -> bool:
    """Whether `part` names an article of a law that is still to come."""
    ground = _GROUND.fullmatch(part)
    article = ground["rest"].strip(" .:,)-–—") if ground else part
    return bool(PASAL.match(article)) and not HEAD.search(article) and _KIP not in article


def _begins_item(part: str) -> bool:
    part = part.strip()
    return bool(
        HEAD.match(part)
        or PASAL.match(part)
        or part.startswith(_KIP)
        or _MORE.fullmatch(part)
        or _is_ground(part)
    )


def _is_ground(part: str, *, explicit: bool = False) -> bool:
    """Whether `part` surely names a letter of Pasal 17; `explicit` with that word or article."""
    found = _GROUND.fullmatch(part)
    if found is None:
        return False
    if found["pasal"] or found["word"]:
        return True
    rest = found["rest"].strip(" .)")
    rest = rest.lstrip("( ")
    clear = not rest or rest.startswith((":", _KIP)) or HEAD.match(rest) or PASAL.match(rest)
    return bool(clear) and not explicit


def _take(part: str, found: list[Butir], *, juncto: bool) -> None:
    more = _MORE.fullmatch(part)
    last = found[-1] if found else None
    ground = _GROUND.fullmatch(part)
    if ground is not None and (first := _first_of_range(ground)):
        _take(first[0], found, juncto=juncto)
        if found and found[-1] is not last and found[-1].jenis is Jenis.DASAR:
            huruf = found[-1].huruf
            found += [Butir(Jenis.DASAR, huruf=huruf, angka=each) for each in first[1]]
        return
    if more and last is not None and last.jenis is Jenis.DASAR and last.angka:
        found.append(Butir(Jenis.DASAR, huruf=last.huruf, angka=int(more[1])))
    elif part.strip(f"{_KIP} .,:") == "":
        return  # UU KIP alone says nothing that the letter does not
    elif ground is not None and (taken := _ground(ground)) is not None:
        found.append(taken)
    elif HEAD.search(part) or (_KIP in part and not ground):
        found.append(Butir(Jenis.UNDANG_UNDANG, _law_text(part), juncto=juncto))
    elif PASAL.match(part) and ground is None:
        _article(part, found)
    elif text := part.replace(_KIP, UU_KIP).strip(" .,"):
        found.append(Butir(Jenis.TAK_JELAS, text))


def _first_of_range(found: re.Match[str]) -> tuple[str, range] | None:
    """`huruf h angka 1 s.d. 3` as `huruf h angka 1` and the numbers that follow it."""
    angka = found["angka"]
    upto = _UP_TO.fullmatch(found["rest"]) if angka and angka.isdigit() else None
    if upto is None or not int(angka) < int(upto[1]) <= len(_ANGKA_WORDS):
        return None
    return found.string[: found.start("rest")] + upto["tail"], range(
        int(angka) + 1, int(upto[1]) + 1
    )


def _ground(found: re.Match[str]) -> Butir | None:
    """The ground, None when the letter may be only the mark of a list or part of a word."""
    huruf = found["huruf"].casefold()
    angka = found["angka"]
    number = (_ANGKA_WORDS.index(angka.casefold()) + 1) if angka in _ANGKA_WORDS else angka
    rest = re.sub(rf"\b{_SEVENTEEN}\s*(?={_KIP})", " ", found["rest"], flags=re.I)
    rest = rest.strip(" .:,)-–—").removeprefix(_KIP).strip(" .:,)-–—")
    said = Butir(Jenis.DASAR, huruf=huruf, angka=int(number) if number else None)
    bracket = _IN_BRACKETS.fullmatch(rest)
    if bracket and HEAD.match(bracket[1]):
        rest = bracket[1]
    elif not rest or bracket:
        return said if _plain(found, huruf) else None
    if HEAD.match(rest) or PASAL.match(rest):
        if not _plain(found, huruf) or re.match(r"\s*[.)]", found["rest"]):
            return None
        return Butir(Jenis.DASAR, "", huruf, said.angka, _law_text(rest))
    described = names_letter(rest)
    sure = found["pasal"] or found["word"]
    # Words beside a letter describe it; with numbers among them something would be lost.
    told = sure and not described and not re.search(r"\d", rest)
    return said if described == huruf or told else None


def _plain(found: re.Match[str], huruf: str) -> bool:
    """A letter beyond j counts only where somebody calls it a letter."""
    return huruf in HURUF_PASAL_17 or bool(found["pasal"] or found["word"] or not found["rest"])


def _law_text(part: str) -> str:
    return plain_form(" ".join(part.replace(_KIP, UU_KIP).split())).strip(" .:")


def _article(part: str, found: list[Butir]) -> None:
    """An article after its law: `UU 27/2022, Pasal 4`; else it lacks the law."""
    last = found[-1] if found else None
    text = plain_form(part)
    if last is not None and last.jenis is Jenis.UNDANG_UNDANG and not PASAL.search(last.text):
        found[-1] = Butir(Jenis.UNDANG_UNDANG, f"{last.text} {text}", juncto=last.juncto)
    elif last is not None and last.undang_undang and not PASAL.search(last.undang_undang):
        law = f"{last.undang_undang} {text}"
        found[-1] = Butir(Jenis.DASAR, "", last.huruf, last.angka, law)
    else:
        found.append(Butir(Jenis.PASAL, text))
