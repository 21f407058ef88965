"""Charts of the report's workbook, which follow the cells of the table beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_STANDARD, _MEAN, _ON_TIME, _LATE = 1, 2, 4, 5
_GREEN, _RED, _BLUE, _BLACK = "#29734A", "#B32B21", "#295C9E", "#1B2430"


def days_chart(
    book: Workbook, sheet: Worksheet, name: str, head: int, count: int, at: tuple[int, int]
) -> None:
    """Mean days as bars beside the standard, out of the cells of the table."""
    chart: Any = book.add_chart({"type": "bar"})
    series = ((_STANDARD, "Standar", _BLUE), (_MEAN, "Rata-rata", _GREEN))
    _add_series(chart, series, name, head, count)
    _dress(chart, "Hari kerja dibanding standar", "hari kerja")
    sheet.insert_chart(*at, chart, _chart_place(count, "Hari kerja dibanding standar, per baris"))


def on_time_chart(
    book: Workbook, sheet: Worksheet, name: str, head: int, count: int, at: tuple[int, int]
) -> None:
    """How many were on time and late, stacked."""
    chart: Any = book.add_chart({"type": "bar", "subtype": "stacked"})
    series = ((_ON_TIME, "Tepat waktu", _GREEN), (_LATE, "Terlambat", _RED))
    _add_series(chart, series, name, head, count)
    _dress(chart, "Berkas selesai menurut ketepatan waktu", "berkas")
    sheet.insert_chart(*at, chart, _chart_place(count, "Berkas tepat waktu dan terlambat"))


def _add_series(
    chart: Any,  # noqa: ANN401 - the writer's own
    series: tuple[tuple[int, str, str], ...],
    name: str,
    head: int,
    count: int,
) -> None:
    """A bar for each (column, title, colour) out of the rows below `head`."""
    for column, title, colour in series:
        chart.add_series(
            {
                "name": title,
                "categories": [name, head + 1, 0, head + count, 0],
                "values": [name, head + 1, column, head + count, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )


def _dress(chart: Any, title: str, unit: str) -> None:  # noqa: ANN401 - the writer's own
    chart.set_title({"name": title, "name_font": {"size": 11, "color": _BLACK}})
    chart.set_x_axis({"name": unit, "min": 0, "name_font": {"size": 9, "bold": False}})
    chart.set_y_axis({"reverse": True})  # the first row at the top, as in the table
    chart.set_legend({"position": "bottom"})


def _chart_place(count: int, described: str) -> dict[str, Any]:
    return {
        "object_position": 2,
        "x_scale": 1.15,
        "y_scale": min(3.5, 0.5 + 0.13 * count),
        "description": described,
    }
