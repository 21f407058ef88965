"""What is pasted from Word or a web page as typed text: bold, italics and points survive; no Qt.

HTML from anywhere is hostile until shown otherwise: nothing is loaded, nothing runs, and the
time taken grows with the length only, which is why this is no full parser.
"""

from __future__ import annotations

import html
import re

from ui.berkas.points import marker_of
from ui.berkas.rich_marks import typed

_LONGEST = 400_000
_MOST_WORDS = 40_000
"""Characters of HTML that are looked through, and of words whose faces are kept: about a fifth
of a second on a slow computer."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<skip>style|script|head|title|xml|template|svg|math|noscript)\b[^<>]*>"
    r".*?(?:</(?P=skip)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:]{0,20})(?P<rest>[^<>]*)>"
    r"|<[!?][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HUGE_NUMBER = re.compile(r"&#x?[0-9a-fA-F]{8,};?")
# Not mso-bidi-font-weight, which says nothing about these letters.
_WEIGHT = re.compile(r"(?<![-\w])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_STYLE = re.compile(r"(?<![-\w])font-style\s*:\s*(\w+)", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:\s*(?!ignore)\w", re.IGNORECASE)
_WORD_MARKER = re.compile(r"\s*(?:(\d{1,3}|[a-zA-Z])([.)])|[·•§▪o\uf0b7\uf0a7–-])[\s\u00a0]+")
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([1aAiI])")
_START = re.compile(r"\bstart\s*=\s*[\"']?(\d{1,3})")
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre"})
_LINES = frozenset({"div", "li", "tr", "ul", "ol", "dl", "dt", "dd", "section", "article",
                    "header", "footer", "address", "figure", "body"})  # fmt: skip
_FACES = frozenset({"b", "strong", "i", "em", "span", "font", "a", "u", "p", "td", "th", "div"})
_DEEPEST = 60
_BOLD_FROM = 600


def text_of_html(source: str, *, by_line: bool = False) -> str:
    """The text of some HTML with marks and points; an empty line between paragraphs.

    With `by_line` there are no empty lines: each paragraph is an item of a list. What is longer
    than any letter loses its faces, and beyond that its points: empty text, see `bare_text`.
    """
    if len(source) > _LONGEST:
        return ""
    reader = _Reader()
    place = 0
    for token in _TOKEN.finditer(source):
        reader.words(source[place : token.start()])
        if token["name"]:
            name = token["name"].lower()
            if token["close"]:
                reader.close(name)
            else:
                reader.open(name, token["rest"])
        place = token.end()
    reader.words(source[place:])
    return reader.text(by_line=by_line)


def bare_text(source: str) -> str:
    """The words of some HTML of any length, nothing else."""
    return html.unescape(_HUGE_NUMBER.sub("", _TOKEN.sub("\n", source))).strip()


class _Line:
    """One line to be: runs in their faces, what makes it a point, whether a gap is above."""

    def __init__(self, *, gap: bool, marker: str = "", word_list: bool = False) -> None:
        self.runs: list[tuple[str, bool, bool]] = []
        self.gap = gap
        self.marker = marker
        self.word_list = word_list

    def text(self, *, faces: bool) -> str:
        """The line as it is typed."""
        marker, runs = self.marker, self.runs
        if self.word_list:
            marker, runs = _split_marker(runs)
        words = typed(runs) if faces else "".join(text for text, _bold, _italic in runs)
        words = words.strip(" ")
        return f"{marker}{words}" if words else ""


class _Reader:
    """Takes tags and words in order and keeps lines."""

    def __init__(self) -> None:
        self._lines = [_Line(gap=False)]
        self._open: list[tuple[str, bool, bool]] = []
        self._lists: list[tuple[str, int]] = []
        self.length = 0

    def words(self, text: str) -> None:
        """Words between two tags."""
        if not text:
            return
        text = _SPACE.sub(" ", html.unescape(_HUGE_NUMBER.sub("", text)))
        line = self._lines[-1]
        if text == " " and not line.runs:
            return
        if line.runs and line.runs[-1][0].endswith(" "):
            text = text.removeprefix(" ")
        _name, bold, italic = self._open[-1] if self._open else ("", False, False)
        line.runs.append((text, bold, italic))
        self.length += len(text)

    def open(self, name: str, rest: str) -> None:
        """A tag begins."""
        if name == "br":
            self._break(gap=False)
        elif name in ("td", "th") and self._lines[-1].runs:
            self.words(" ")
        if name in _PARAGRAPHS or name in _LINES:
            self._break(gap=name in _PARAGRAPHS)
        if name in ("ul", "ol"):
            self._lists = [*self._lists[-_DEEPEST:], (self._sort(name, rest), _start(rest))]
        elif name == "li":
            self._lines[-1].marker = self._marker()
        if _WORD_LIST.search(rest):
            self._lines[-1].word_list = True
        if name in _FACES and len(self._open) < _DEEPEST:
            _outer, bold, italic = self._open[-1] if self._open else ("", False, False)
            self._open.append((name, *_face(name, rest, bold=bold, italic=italic)))

    def close(self, name: str) -> None:
        """A tag ends."""
        if name in _PARAGRAPHS or name in _LINES:
            self._break(gap=name in _PARAGRAPHS)
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == name:
                del self._open[place:]
                break

    def text(self, *, by_line: bool) -> str:
        """All lines that say something."""
        made: list[str] = []
        gap = False
        for line in self._lines:
            gap = gap or line.gap
            text = line.text(faces=self.length <= _MOST_WORDS)
            if not text:
                continue
            is_run = bool(made and marker_of(text) and marker_of(made[-1]))
            if made and gap and not by_line and not is_run:
                made.append("")
            made.append(text)
            gap = False
        return "\n".join(made)

    def _break(self, *, gap: bool) -> None:
        line = self._lines[-1]
        if line.runs:
            self._lines.append(_Line(gap=gap))
        else:
            line.gap = line.gap or (gap and not line.marker)

    def _sort(self, name: str, rest: str) -> str:
        if name == "ul":
            return "-"
        found = _TYPE.search(rest)
        if found:
            return "a" if found[1] in "aA" else "1"
        # A list in a numbered one: letters, as our letters number the second level.
        return "a" if self._lists and self._lists[-1][0] == "1" else "1"

    def _marker(self) -> str:
        if not self._lists:
            return "- "
        sort, count = self._lists[-1]
        self._lists[-1] = (sort, count + 1)
        if sort == "-":
            return "- "
        return f"{chr(ord('a') + (count - 1) % 26)}. " if sort == "a" else f"{count}. "


def _start(rest: str) -> int:
    found = _START.search(rest)
    return int(found[1]) if found else 1


def _face(name: str, rest: str, *, bold: bool, italic: bool) -> tuple[bool, bool]:
    """The faces inside a tag: those around it, changed by the tag and then by its style."""
    bold = bold or name in ("b", "strong")
    italic = italic or name in ("i", "em")
    if weight := _WEIGHT.search(rest):
        word = weight[1].lower()
        bold = word in ("bold", "bolder") or (word.isdigit() and int(word[:4]) >= _BOLD_FROM)
    if style := _STYLE.search(rest):
        italic = style[1].lower() in ("italic", "oblique")
    return bold, italic


def _split_marker(
    runs: list[tuple[str, bool, bool]],
) -> tuple[str, list[tuple[str, bool, bool]]]:
    """Take Word's own number or bullet from the beginning of a point."""
    found = _WORD_MARKER.match("".join(text for text, _bold, _italic in runs))
    if found is None:
        return "", runs
    left = found.end()
    rest = []
    for text, bold, italic in runs:
        rest.append((text[left:], bold, italic))
        left = max(left - len(text), 0)
    marker = f"{found[1].lower()}{found[2]} " if found[1] else "- "
    return marker, rest
