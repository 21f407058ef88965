"""How an article looks: Qt's markdown reader gives structure, this gives it air and colour."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)

LINE_HEIGHT = 140  # per cent
_HEADING = {1: 1.75, 2: 1.25, 3: 1.05}


def mixed(front: QColor, back: QColor, part: float) -> QColor:
    """A colour between `back` (0) and `front` (1)."""
    pairs = (
        (front.redF(), back.redF()),
        (front.greenF(), back.greenF()),
        (front.blueF(), back.blueF()),
    )
    return QColor.fromRgbF(*(b + (f - b) * part for f, b in pairs))


def style_article(document: QTextDocument, font: QFont, palette: QPalette) -> None:
    """Set spacing, heading sizes, tables and link colours of a document read from markdown."""
    whole = QTextCursor(document)
    whole.beginEditBlock()  # laid out once, not after each block
    size = font.pointSizeF()
    block = document.begin()
    while block.isValid():
        _style_block(block, size, palette)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _style_table(frame, palette)
    whole.endEditBlock()


def _style_block(block: QTextBlock, size: float, palette: QPalette) -> None:
    cursor = QTextCursor(block)  # no selection: it would take the block before along
    level = block.blockFormat().headingLevel()
    shape = QTextBlockFormat()
    shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        shape.setTopMargin(0 if level == 1 else size * (2.0 if level == 2 else 1.4))
        shape.setBottomMargin(size * (1.0 if level == 1 else 0.5))
        letters = QTextCharFormat()
        letters.setFontPointSize(size * _HEADING.get(level, 1.0))
        letters.setFontWeight(QFont.Weight.DemiBold)
        whole = QTextCursor(block)
        whole.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        whole.mergeCharFormat(letters)
    elif block.textList() is not None:
        shape.setTopMargin(0)
        shape.setBottomMargin(size * 0.35)
    else:
        shape.setTopMargin(0)
        shape.setBottomMargin(size * 0.8)
    cursor.mergeBlockFormat(shape)
    _style_links(block, palette)


def _style_links(block: QTextBlock, palette: QPalette) -> None:
    """Give links the palette's colour; the reader took it from the application's start."""
    iterator = block.begin()
    spans = []
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().isAnchor():
            spans.append((fragment.position(), fragment.length()))
        iterator += 1
    link = QTextCharFormat()
    link.setForeground(QBrush(palette.color(QPalette.ColorRole.Link)))
    link.setFontUnderline(False)
    cursor = QTextCursor(block)
    for start, length in spans:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(link)


def _style_table(table: QTextTable, palette: QPalette) -> None:
    text = palette.color(QPalette.ColorRole.Text)
    base = palette.color(QPalette.ColorRole.Base)
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderBrush(QBrush(mixed(text, base, 0.18)))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setCellPadding(6)
    shape.setCellSpacing(0)
    shape.setTopMargin(4)
    shape.setBottomMargin(14)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if row == 0 and _is_bold(cell.firstCursorPosition()):
                head = QTextTableCellFormat(cell.format().toTableCellFormat())
                head.setBackground(QBrush(mixed(text, base, 0.06)))
                cell.setFormat(head)
            _tighten(cell.firstCursorPosition(), cell.lastCursorPosition())


def _is_bold(cursor: QTextCursor) -> bool:
    """Whether a cell is a head: both readers make heads bold, only one counts them."""
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    return cursor.charFormat().fontWeight() >= QFont.Weight.DemiBold.value


def _tighten(start: QTextCursor, end: QTextCursor) -> None:
    """Take a paragraph's space away inside a cell."""
    start.setPosition(end.position(), QTextCursor.MoveMode.KeepAnchor)
    shape = QTextBlockFormat()
    shape.setTopMargin(0)
    shape.setBottomMargin(0)
    start.mergeBlockFormat(shape)
