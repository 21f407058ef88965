"""A widget that shows the pages of one PDF held in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

_STEP = 1.2
_SMALLEST, _LARGEST = 0.2, 5.0


class PdfPreview(QWidget):
    """Pages one below the other, with zoom and the place in the document.

    QtPdf is loaded with the first PDF, so a page that holds a preview opens fast.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QPdfDocument | None = None
        self._view: QPdfView | None = None
        self._buffer: QBuffer | None = None
        self._data = b""
        self._bar = self._make_bar()
        self._pages = QWidget()
        pages = QVBoxLayout(self._pages)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self._bar)
        self._message = QLabel()
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setMargin(24)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._pages)
        for keys, act in (("Ctrl++", self.zoom_in), ("Ctrl+=", self.zoom_in),
                          ("Ctrl+-", self.zoom_out), ("Ctrl+0", self.fit_width)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # -- what is shown ----------------------------------------------------------------

    @property
    def data(self) -> bytes:
        """The bytes on screen; empty when a message is shown."""
        return self._data

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount() if self._document and self._data else 0

    @property
    def page(self) -> int:
        """The page that is looked at, from 1; 0 without a document."""
        return self._view.pageNavigator().currentPage() + 1 if self._view and self._data else 0

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
        view, document = self._ready_view()
        place = (view.horizontalScrollBar().value(), view.verticalScrollBar().value())
        document.close()
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        if document.status() is not type(document).Status.Ready:
            self.show_message("File ini tidak dapat ditampilkan sebagai PDF.")
            return
        self._data = data
        self._stack.setCurrentWidget(self._pages)
        if keep_place:
            view.horizontalScrollBar().setValue(place[0])
            view.verticalScrollBar().setValue(place[1])
        else:
            view.verticalScrollBar().setValue(0)
        self._tell_place()

    # -- zoom and place -----------------------------------------------------------------

    def zoom_in(self) -> None:
        """Larger by a step."""
        self._zoom(self._factor() * _STEP)

    def zoom_out(self) -> None:
        """Smaller by a step."""
        self._zoom(self._factor() / _STEP)

    def real_size(self) -> None:
        """100 %."""
        self._zoom(1.0)

    def fit_width(self) -> None:
        """As wide as the window."""
        if self._view is not None:
            self._view.setZoomMode(type(self._view).ZoomMode.FitToWidth)
            self._fit.setChecked(True)
            self._tell_place()

    def go_to(self, page: int) -> None:
        """Show the top of `page` (from 1)."""
        if self._view is not None and 1 <= page <= self.page_count:
            self._view.pageNavigator().jump(page - 1, QPointF(), 0)
            self._tell_place()

    @property
    def zoom_percent(self) -> int:
        """How large the pages are, 100 for real size."""
        return round(self._factor() * 100)

    def _zoom(self, factor: float) -> None:
        if self._view is None:
            return
        factor = min(max(factor, _SMALLEST), _LARGEST)
        self._view.setZoomMode(type(self._view).ZoomMode.Custom)
        self._view.setZoomFactor(factor)
        self._fit.setChecked(False)
        self._tell_place()

    def _factor(self) -> float:
        view, document = self._view, self._document
        if view is None or document is None or not document.pageCount():
            return 1.0
        if view.zoomMode() is type(view).ZoomMode.Custom:
            return view.zoomFactor()
        margins = view.documentMargins()
        room = view.viewport().width() - margins.left() - margins.right()
        widest = max(document.pagePointSize(i).width() for i in range(document.pageCount()))
        return max(room, 1) / (widest * view.screen().logicalDotsPerInch() / 72.0)

    # -- parts ----------------------------------------------------------------------------

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("pdfBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        self._place = QLabel()
        self._percent = QLabel()
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %") + 12)
        self._previous = self._button("‹", "Halaman sebelumnya", lambda: self.go_to(self.page - 1))
        self._next = self._button("›", "Halaman berikutnya", lambda: self.go_to(self.page + 1))
        self._fit = self._button("Selebar jendela", "Selebar jendela (Ctrl+0)", self.fit_width)
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
        row.addWidget(self._button("100 %", "Ukuran sebenarnya", self.real_size))
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

    def _ready_view(self) -> tuple[QPdfView, QPdfDocument]:
        if self._view is None or self._document is None:
            from PySide6.QtPdf import QPdfDocument
            from PySide6.QtPdfWidgets import QPdfView

            self._document = QPdfDocument(self)
            self._view = QPdfView(self._pages)
            self._view.setDocument(self._document)
            self._view.setPageMode(QPdfView.PageMode.MultiPage)
            self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            # Fit to width with a bar that comes and goes can chase itself for ever.
            self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            self._view.setAccessibleName("Pratinjau surat")
            self._view.setFrameShape(QPdfView.Shape.NoFrame)
            self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._colour_desk()
            self._view.pageNavigator().currentPageChanged.connect(self._tell_place)
            self._view.viewport().installEventFilter(self)
            self._pages.layout().addWidget(self._view)
        return self._view, self._document

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_desk()

    def _colour_desk(self) -> None:
        # QPdfView paints its desk with the Dark role, which is too heavy around white sheets.
        if self._view is not None:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Dark, QColor(tokens(self).border))
            self._view.setPalette(palette)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the width of the view decides the zoom in percent."""
        if event.type() is QEvent.Type.Resize:
            self._tell_place()
        return super().eventFilter(watched, event)

    def _tell_place(self) -> None:
        if not self._data:
            return
        self._place.setText(f"Halaman {self.page} dari {self.page_count}")
        self._percent.setText(f"{self.zoom_percent} %")
        self._previous.setEnabled(self.page > 1)
        self._next.setEnabled(self.page < self.page_count)
