"""What must hold for every page and dialog; each check gives what it found wrong, in words."""

from __future__ import annotations

import re
from collections import defaultdict

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.ui.accessibility.controls import (
    INPUTS,
    controls,
    description_of,
    name_of,
    place_of,
    told,
    unscrolled,
    visible,
)
from ui.widgets.slim_scroll_bar import SlimScrollBar

_SLACK = 2  # pixels


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader cannot name."""
    return [f"tanpa nama: {told(each)}" for each in controls(root) if not name_of(each)]


def undescribed(root: QWidget) -> list[str]:
    """Inputs of which nothing is said but their name."""
    found = []
    for each in controls(root):
        if not isinstance(each, INPUTS) or _read_only(each):
            continue
        more = description_of(each) or each.toolTip() or getattr(each, "placeholderText", str)()
        if not more or more == name_of(each):
            found.append(f"tanpa keterangan: {told(each)}")
    return found


def clashes(root: QWidget) -> list[str]:
    """Letters with Alt that mean two things at once."""
    keys: dict[str, list[str]] = defaultdict(list)
    for text in _mnemonic_texts(root):
        if (key := _letter(text)) is not None:
            keys[key].append(text)
    return [f"Alt+{key} ganda: {texts}" for key, texts in keys.items() if len(set(texts)) > 1]


def unreachable(wanted: list[QWidget], visited: set[QWidget]) -> list[str]:
    """Controls that Tab did not visit and that no other key leads to."""
    found = []
    for each in wanted:
        if each in visited or _led_to(each, visited):
            continue
        if (
            _keys_of_row(each, visited)
            or each.focusProxy() in visited
            or any(each.isAncestorOf(one) for one in visited)
        ):
            continue
        found.append(f"tidak terjangkau: {told(each)} ({each.focusPolicy().name})")
    return found


def jumps(order: list[QWidget]) -> list[str]:
    """Where Tab goes back up, or back left in the same row; once it may, when it comes round."""
    found: list[tuple[int, str]] = []
    for one, following in zip(order, order[1:] + order[:1], strict=True):
        was, now = _beside(one, following), _beside(following, one)
        row = min(was.bottom(), now.bottom()) - max(was.top(), now.top())
        same_row = row > min(was.height(), now.height()) / 2
        up = now.bottom() < was.top() and now.left() < was.right()
        back = same_row and now.right() < was.left()
        buttons = isinstance(one, QPushButton) and isinstance(following, QPushButton)
        if up or (back and not buttons):  # the button that goes on may come first in its row
            far = was.top() - now.top()
            found.append((far, f"Tab melompat: {told(one)} → {told(following)}"))
    return [text for _far, text in sorted(found)[:-1]]


def cut_off(root: QWidget) -> list[str]:
    """Words that need more room than their widget has, and what lies outside of its window."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    found = []
    for each in visible(root):
        missing = "" if _tells_whole(each) else _missing_room(each)
        if missing:
            found.append(f"terpotong {missing}: {told(each)}")
        elif _outside(each):
            found.append(f"di luar jendela: {told(each)} {place_of(each).getRect()}")
    return found


def too_large(root: QWidget, screen: QSize) -> list[str]:
    """A dialog that a small screen has no room for."""
    size = root.size()
    if not root.isWindow() or screen.expandedTo(size) == screen:
        return []
    return [f"terlalu besar: {type(root).__name__} {size.width()}×{size.height()}"]


def thick_bars(root: QWidget) -> list[str]:
    """Lists and texts that would scroll by the style's own wide bars."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    found = []
    for each in visible(root):
        if not isinstance(each, QAbstractScrollArea) or isinstance(each, QHeaderView):
            continue
        bars = (
            (each.verticalScrollBarPolicy(), each.verticalScrollBar()),
            (each.horizontalScrollBarPolicy(), each.horizontalScrollBar()),
        )
        if any(how != never and not isinstance(bar, SlimScrollBar) for how, bar in bars):
            found.append(f"bilah gulir bawaan: {told(each)}")
    return found


def traps(root: QWidget) -> list[str]:
    """Controls that keep the Tab key for themselves."""
    found = []
    for each in controls(root):
        held = isinstance(each, (QTextEdit, QPlainTextEdit)) and not each.tabChangesFocus()
        if held and not each.isReadOnly():
            found.append(f"menahan Tab: {told(each)}")
        if isinstance(each, QAbstractItemView) and each.tabKeyNavigation():
            found.append(f"menahan Tab: {told(each)}")
    return found


def _beside(widget: QWidget, other: QWidget) -> QRect:
    """Where it lies for somebody who goes on to `other`: what scrolls counts as a whole."""
    seen, at = widget, widget.parentWidget()
    while at is not None and not at.isAncestorOf(other):
        if isinstance(at, QScrollArea):
            seen = at
        at = at.parentWidget()
    return unscrolled(seen)


def _read_only(widget: QWidget) -> bool:
    return not isinstance(widget, QComboBox) and widget.isReadOnly()


def _mnemonic_texts(root: QWidget) -> list[str]:
    texts = []
    for each in visible(root):
        if isinstance(each, (QAbstractButton, QGroupBox)):
            texts.append(each.text() if isinstance(each, QAbstractButton) else each.title())
        elif isinstance(each, QLabel) and each.buddy() is not None:
            texts.append(each.text())
        elif isinstance(each, QTabBar):
            texts += [each.tabText(number) for number in range(each.count())]
    window = root.window()
    if isinstance(window, QMainWindow):
        texts += [each.text() for each in window.menuBar().actions()]
    return texts


def _letter(text: str) -> str | None:
    found = re.search(r"&([^&\s])", text.replace("&&", ""))
    return found.group(1).lower() if found else None


def _led_to(widget: QWidget, visited: set[QWidget]) -> bool:
    """Whether a letter, a shortcut or the arrows of a neighbour lead to it."""
    if any("panah" in description_of(each) for each in visited):
        return isinstance(widget, QAbstractItemView)  # a field that says how its list is used
    if isinstance(widget, QAbstractButton) and _letter(widget.text()) is not None:
        return True
    if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
        return True
    window = widget.window()
    if any(each.buddy() is widget and _letter(each.text()) for each in window.findChildren(QLabel)):
        return True
    kin = [each for each in visited if type(each) is type(widget)]
    near = any(_family(each) & _family(widget) for each in kin)
    return near and (_exclusive(widget) or _roving(widget))


def _family(widget: QWidget) -> set[QWidget]:
    """What it stands in, and what that stands in: a head in its strip."""
    parent = widget.parentWidget()
    return {each for each in (parent, parent and parent.parentWidget()) if each is not None}


def _keys_of_row(widget: QWidget, visited: set[QWidget]) -> bool:
    """Whether it stands in a row of a list whose description tells the keys for it."""
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QAbstractItemView):
            return at in visited and "ombol" in at.accessibleDescription()
        at = at.parentWidget()
    return False


def _roving(widget: QWidget) -> bool:
    """Of several alike one is a stop of Tab; the arrows go on from there."""
    own = type(widget).__module__.startswith("ui.")
    return own and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def _exclusive(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and (
        widget.autoExclusive() or (widget.group() is not None and widget.group().exclusive())
    )


def _missing_room(widget: QWidget) -> str:
    """How much room is lacking, in pixels; empty when there is enough."""
    room = widget.contentsRect()
    if (
        isinstance(widget, QLabel)
        and widget.text()
        and type(widget).paintEvent is QLabel.paintEvent
    ):
        if widget.wordWrap():
            lack = widget.heightForWidth(widget.width()) - widget.height()
            return f"{lack} di bawah" if lack > _SLACK else ""
        lack = widget.sizeHint().width() - widget.width()
        return f"{lack}" if lack > _SLACK else ""
    if isinstance(widget, (QPushButton, QCheckBox, QRadioButton, QToolButton)):
        words = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, widget.text()).width()
        lack = min(widget.sizeHint().width() - widget.width(), words + 8 - room.width())
        return f"{lack}" if widget.text() and lack > _SLACK else ""
    if isinstance(widget, QTabBar):
        needed = sum(widget.tabSizeHint(n).width() for n in range(widget.count()))
        lack = needed - widget.width()
        return f"{lack}" if lack > _SLACK else ""
    if isinstance(widget, QComboBox) and type(widget).paintEvent is QComboBox.paintEvent:
        words = widget.fontMetrics().horizontalAdvance(widget.currentText())
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        style = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField
        lack = words - widget.style().subControlRect(*style, widget).width()
        return f"{lack}" if lack > _SLACK else ""
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        words = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        lack = words + 6 - room.width()
        return f"{lack}" if lack > _SLACK else ""
    return ""


def _tells_whole(widget: QWidget) -> bool:
    """Whether the tooltip has what is elided."""
    if not isinstance(widget, (QAbstractButton, QLabel)):
        return False
    text = widget.text().replace("&&", "&")
    return bool(text) and text in widget.toolTip()


def _outside(widget: QWidget) -> bool:
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, (QAbstractScrollArea, QTabBar)):
            return False
        at = at.parentWidget()
    window = widget.window()
    if widget.size().isEmpty():
        return False
    return not window.rect().adjusted(-1, -1, 1, 1).contains(place_of(widget))
