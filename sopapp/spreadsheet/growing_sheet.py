"""A worksheet whose rows open at a given height and still grow when somebody types.

XlsxWriter marks each height as fixed by hand, so a spreadsheet would cut off what is typed
later; without any height LibreOffice shows one line only. Import this module late: it loads
XlsxWriter.
"""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

Attributes = Iterable[tuple[str, object]]


class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter comes without types
    """Leaves out the mark `customHeight` of rows."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Attributes = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _fit(tag, attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Attributes = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, _fit(tag, attributes))


def _fit(tag: str, attributes: Attributes) -> list[tuple[str, object]]:
    return [each for each in attributes if tag != "row" or each[0] != "customHeight"]
