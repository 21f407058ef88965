"""A widget that shows the pages of one PDF held in memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.preview.page_view import PageView


class PdfPreview(QWidget):
    """Pages one below the other, with zoom and the place in the document.

    QtPdf is loaded with the first PDF, so a page that holds a preview opens fast. What is on
    screen stays until the pages of the next PDF are drawn; see PagePictures.
    """

    drawn = Signal()
    """What is in sight shows `data`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self.view = PageView()
        self.view.setAccessibleName("Pratinjau surat")
        self.view.place_changed.connect(self._tell_place)
        self.view.settled.connect(self.drawn)
        self._bar = self._make_bar()
        self._pages = QWidget()
        pages = QVBoxLayout(self._pages)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self._bar)
        pages.addWidget(self.view, 1)
        self._message = QLabel()
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setMargin(24)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._pages)
        for keys, act, words in (
            ("Ctrl++", self.zoom_in, "Memperbesar contoh surat"),
            ("Ctrl+=", self.zoom_in, "Memperbesar contoh surat"),
            ("Ctrl+-", self.zoom_out, "Memperkecil contoh surat"),
            ("Ctrl+0", self.fit_width, "Contoh surat selebar jendela"),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(words)
            shortcut.activated.connect(act)

    # -- what is shown ----------------------------------------------------------------

    @property
    def data(self) -> bytes:
        """The bytes on screen; empty when a message is shown."""
        return self._data

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.view.page_count if self._data else 0

    @property
    def page(self) -> int:
        """The page that is looked at, from 1; 0 without a document."""
        return self.view.page if self._data else 0

    @property
    def message(self) -> str:
        """The message in place of pages, or empty."""
        return "" if self._data else self._message.text()

    def show_message(self, text: str) -> None:
        """Put a sentence where the pages were, e.g. while the first build runs."""
        self._data = b""
        self._message.setText(text)
        self._message.setAccessibleName(text)
        self._stack.setCurrentWidget(self._message)

    def show_pdf(self, data: bytes, *, keep_place: bool = False) -> None:
        """Show `data`; with `keep_place` the reader stays where they were reading."""
        if data == self._data:
            self._stack.setCurrentWidget(self._pages)
            return
        from PySide6.QtPdf import QPdfDocument

        document = QPdfDocument(self)
        buffer = QBuffer(document)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        if document.status() is not QPdfDocument.Status.Ready:
            document.deleteLater()
            self.show_message("File ini tidak dapat ditampilkan sebagai PDF.")
            return
        self._data = data
        self._stack.setCurrentWidget(self._pages)
        self.view.show_document(document, keep_place=keep_place)

    # -- zoom and place -----------------------------------------------------------------

    def zoom_in(self) -> None:
        """Larger by a step."""
        self.view.zoom_by(1)

    def zoom_out(self) -> None:
        """Smaller by a step."""
        self.view.zoom_by(-1)

    def real_size(self) -> None:
        """100%."""
        self.view.zoom_to(1.0)

    def fit_width(self) -> None:
        """As wide as the window."""
        self.view.fit_width()
        self._tell_place()

    def go_to(self, page: int) -> None:
        """Show the top of `page` (from 1)."""
        self.view.go_to(page)

    @property
    def zoom_percent(self) -> int:
        """How large the pages are, 100 for real size."""
        return round(self.view.factor * 100)

    # -- parts ----------------------------------------------------------------------------

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("pdfBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        self._place = QLabel()
        self._place.setMinimumWidth(self._place.fontMetrics().horizontalAdvance("Hal. 99 dari 99"))
        self._percent = QLabel()
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100%") + 12)
        self._previous = self._button("‹", "Halaman sebelumnya", lambda: self.go_to(self.page - 1))
        self._next = self._button("›", "Halaman berikutnya", lambda: self.go_to(self.page + 1))
        self._fit = self._button("Lebar", "Selebar jendela (Ctrl+0)", self.fit_width)
        self._fit.setCheckable(True)
        self._fit.setChecked(True)
        row.addWidget(self._previous)
        row.addWidget(self._place)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._button("−", "Perkecil (Ctrl+−)", self.zoom_out))
        row.addWidget(self._percent)
        row.addWidget(self._button("+", "Perbesar (Ctrl++)", self.zoom_in))
        row.addSpacing(6)
        row.addWidget(self._button("100%", "Ukuran sebenarnya", self.real_size))
        row.addWidget(self._fit)
        return bar

    def _button(self, text: str, name: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setAutoRaise(True)
        button.clicked.connect(act)
        return button

    def _tell_place(self) -> None:
        if not self._data:
            return
        place = f"Halaman {self.page} dari {self.page_count}"
        self._place.setText(f"Hal. {self.page} dari {self.page_count}")
        self.view.setAccessibleDescription(place)
        self._percent.setText(f"{self.zoom_percent}%")
        self._fit.setChecked(self.view.fits_width)
        self._previous.setEnabled(self.page > 1)
        self._next.setEnabled(self.page < self.page_count)
