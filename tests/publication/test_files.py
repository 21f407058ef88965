"""The files of the public list as the programs that open them see them."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.domain.daftar_terbuka import DaftarTerbuka, FormatEkspor
from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Cancelled
from sopapp.domain.teks_berkas import teks_berkas
from sopapp.publication.csv_list import CSV_HEADS
from sopapp.publication.write import write_list
from tests.publication.reading import Page, csv_rows, sheet_rows, workbook
from tests.publication.samples import EMPTY, LIST, ROW, SECOND, hostile_list

FILES = [form for form in FormatEkspor if form is not FormatEkspor.PDF]
HEADS = [
    "No.",
    "Informasi",
    "Dasar Hukum",
    "Konsekuensi Bila Dibuka",
    "Konsekuensi Bila Ditutup",
    "Jangka Waktu",
    "Unit Kerja",
]


def with_text(text: str) -> DaftarTerbuka:
    row = dataclasses.replace(ROW, informasi=text, dasar_hukum=(text,), dibuka=text)
    return dataclasses.replace(LIST, baris=(row,))


class TestEach:
    @pytest.mark.parametrize("form", FILES)
    def test_the_same_list_gives_the_same_bytes(self, form: FormatEkspor) -> None:
        assert write_list(LIST, form) == write_list(LIST, form)

    @pytest.mark.parametrize("form", FILES)
    @pytest.mark.parametrize("value", [EMPTY, hostile_list()], ids=["kosong", "jahat"])
    def test_any_list_can_be_written(self, form: FormatEkspor, value: DaftarTerbuka) -> None:
        assert write_list(value, form)

    @pytest.mark.parametrize("form", FILES)
    def test_it_says_how_far_it_is_and_can_be_stopped(self, form: FormatEkspor) -> None:
        value = dataclasses.replace(LIST, baris=(ROW,) * 200)
        told: list[float] = []
        data = write_list(value, form, lambda done, total: told.append(done / total))
        assert data == write_list(value, form)
        assert told == sorted(told)
        assert (told[0], told[-1]) == (0, 1)
        assert len(told) > 10

        def stop(done: int, total: int) -> None:
            if 2 * done > total:
                raise Cancelled

        with pytest.raises(Cancelled):
            write_list(value, form, stop)

    def test_each_form_has_a_name_and_an_ending(self) -> None:
        assert [form.suffix for form in FormatEkspor] == [".pdf", ".xlsx", ".csv", ".json", ".html"]
        assert (
            len({form.label for form in FormatEkspor}) == len({f.mime for f in FormatEkspor}) == 5
        )


class TestCsv:
    def test_excel_in_indonesian_opens_it(self) -> None:
        data = write_list(LIST, FormatEkspor.CSV)
        assert data.startswith(b'\xef\xbb\xbf"No";"Informasi";"Dasar Hukum"')
        assert data.count(b"\r\n") == 3

    def test_each_row_says_everything(self) -> None:
        first, second = csv_rows(write_list(LIST, FormatEkspor.CSV))
        assert tuple(first) == CSV_HEADS
        assert first == {
            "No": "1",
            "Informasi": ROW.informasi,
            "Dasar Hukum": "\n".join(ROW.dasar_hukum),
            "Konsekuensi Bila Dibuka": ROW.dibuka,
            "Konsekuensi Bila Ditutup": ROW.ditutup,
            "Jangka Waktu": ROW.jangka_waktu,
            "Unit Kerja": ROW.unit_kerja,
            "Instansi": LIST.instansi,
            "Judul": LIST.judul,
            "Nomor Keputusan": LIST.nomor_keputusan,
            "Tanggal Keputusan": "2026-12-07",
            "Per Tanggal": "2026-12-31",
            "Ditulis": "2027-01-04",
            "Sumber": LIST.sumber,
        }
        assert second["Konsekuensi Bila Dibuka"] == SECOND.dibuka

    def test_an_empty_list_says_so_and_whose_it_is(self) -> None:
        (only,) = csv_rows(write_list(EMPTY, FormatEkspor.CSV))
        assert (only["No"], only["Informasi"]) == ("", "Nihil")
        assert only["Nomor Keputusan"] == LIST.nomor_keputusan

    def test_no_cell_runs(self) -> None:
        for row in csv_rows(write_list(hostile_list(), FormatEkspor.CSV)):
            assert not [cell for cell in row.values() if cell.lstrip()[:1] in {"=", "+", "@"}]
        assert csv_rows(write_list(with_text("=1+1"), FormatEkspor.CSV))[0]["Informasi"] == "'=1+1"

    @given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
    @settings(max_examples=60)
    def test_any_text_stays_in_its_cell(self, text: str) -> None:
        (row,) = csv_rows(write_list(with_text(text), FormatEkspor.CSV))
        assert row["Informasi"].removeprefix("'") == teks_berkas(text).removeprefix("'")
        assert row["Unit Kerja"] == ROW.unit_kerja


class TestJson:
    def test_the_shape_that_others_count_on(self) -> None:
        assert json.loads(write_list(LIST, FormatEkspor.JSON)) == {
            "skema": "daftar-informasi-dikecualikan",
            "versi_skema": 1,
            "judul": LIST.judul,
            "instansi": LIST.instansi,
            "keputusan": {"nomor": LIST.nomor_keputusan, "tanggal": "2026-12-07"},
            "per_tanggal": "2026-12-31",
            "sumber": LIST.sumber,
            "ditulis": "2027-01-04",
            "catatan": list(LIST.catatan),
            "jumlah": 2,
            "informasi": [
                {
                    "nomor": number,
                    "informasi": row.informasi,
                    "dasar_hukum": list(row.dasar_hukum),
                    "konsekuensi_dibuka": row.dibuka,
                    "konsekuensi_ditutup": row.ditutup,
                    "jangka_waktu": row.jangka_waktu,
                    "mulai": "2026-12-07",
                    "berakhir": ends,
                    "unit_kerja": row.unit_kerja,
                }
                for number, row, ends in ((1, ROW, None), (2, SECOND, "2031-12-07"))
            ],
        }

    def test_an_empty_list_counts_nothing(self) -> None:
        read = json.loads(write_list(EMPTY, FormatEkspor.JSON))
        assert (read["jumlah"], read["informasi"]) == (0, [])
        assert read["keputusan"]["nomor"] == LIST.nomor_keputusan


class TestXlsx:
    def test_it_reads_as_a_titled_table(self) -> None:
        rows = sheet_rows(write_list(LIST, FormatEkspor.XLSX))
        first = [row[0] for row in rows]
        assert first[:4] == [
            LIST.instansi,
            LIST.judul,
            f"Berdasarkan {LIST.keputusan}.",
            "Keadaan per tanggal 31 Desember 2026.",
        ]
        head = rows.index(HEADS)
        assert rows[head + 1] == [
            1,
            ROW.informasi,
            "a. " + ROW.dasar_hukum[0] + "\nb. " + ROW.dasar_hukum[1],
            ROW.dibuka,
            ROW.ditutup,
            ROW.jangka_waktu,
            ROW.unit_kerja,
        ]
        assert rows[head + 2][2:4] == [SECOND.dasar_hukum[0], SECOND.dibuka]
        assert [LIST.catatan[0], LIST.sumber, "Ditulis tanggal 4 Januari 2027."] == first[-3:]

    def test_it_is_laid_out_for_reading_and_print(self) -> None:
        book = workbook(write_list(LIST, FormatEkspor.XLSX))
        (sheet,) = book.worksheets
        assert sheet.freeze_panes == "C7"
        assert sheet.auto_filter.ref == "A6:G8"
        assert sheet.print_title_rows == "$6:$6"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert "&P" in sheet.oddFooter.right.text
        assert all(cell.alignment.wrap_text for cell in sheet[7])
        assert (book.properties.title, book.properties.creator) == (LIST.judul, LIST.instansi)
        assert book.properties.created == datetime(2027, 1, 4)  # noqa: DTZ001 - the file has none

    def test_nothing_in_it_runs_or_calls_out(self) -> None:
        data = write_list(hostile_list(), FormatEkspor.XLSX)
        (sheet,) = workbook(data).worksheets
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s", "n"}
        assert not [cell for cell in cells if cell.hyperlink]
        formula = next(cell for cell in cells if str(cell.value).startswith("=cmd"))
        assert formula.quotePrefix

    def test_every_text_is_there_whole(self) -> None:
        value = hostile_list()
        rows = sheet_rows(write_list(value, FormatEkspor.XLSX))
        entries = rows[6 : 6 + len(value.baris)]
        assert [str(row[1]).rstrip() for row in entries] == [
            teks_berkas(baris.informasi).rstrip() for baris in value.baris
        ]

    def test_a_text_too_long_for_a_cell_is_refused_with_its_place(self) -> None:
        assert write_list(with_text("a" * 32_767), FormatEkspor.XLSX)
        for text in ("a" * 32_768, "😀" * 16_384):
            with pytest.raises(DomainError, match="“Informasi”, baris 1 daftar") as raised:
                write_list(with_text(text), FormatEkspor.XLSX)
            assert "32.767" in str(raised.value)

    def test_an_empty_list_says_so(self) -> None:
        rows = sheet_rows(write_list(EMPTY, FormatEkspor.XLSX))
        assert rows[rows.index(HEADS) + 1] == ["", "Nihil", "", "", "", "", ""]


class TestHtml:
    def test_it_is_one_whole_page_in_indonesian(self) -> None:
        data = write_list(LIST, FormatEkspor.HTML)
        page = Page(data)
        assert page.declared.casefold() == "doctype html"
        assert (page.open, page.wrong) == ([], [])
        assert ("html", "lang", "id") in page.attributes
        assert page.tags.count("h1") == page.tags.count("table") == page.tags.count("main") == 1
        assert f"<title>{LIST.judul}</title>".encode() in data
        names = [value for tag, name, value in page.attributes if (tag, name) == ("meta", "name")]
        assert "viewport" in names

    def test_it_needs_nothing_else(self) -> None:
        data = write_list(hostile_list(), FormatEkspor.HTML)
        page = Page(data)
        assert not {"script", "link", "img", "iframe", "object", "a"} & set(page.tags)
        names = {name for _tag, name, _value in page.attributes}
        assert not {"src", "href", "srcset", "action"} & names
        assert not [name for name in names if name.startswith("on")]
        assert b"url(" not in data
        assert b"@import" not in data

    def test_the_table_speaks_to_a_screen_reader(self) -> None:
        page = Page(write_list(LIST, FormatEkspor.HTML))
        assert page.tags.count("caption") == 1
        scopes = [value for _tag, name, value in page.attributes if name == "scope"]
        assert scopes == ["col"] * 7 + ["row"] * 2
        assert [len(cells) for cells in page.cells] == [7, 7, 7]
        labels = [value for _tag, name, value in page.attributes if name == "data-label"]
        assert labels == page.cells[0][2:] * 2

    def test_everything_is_there_for_a_search(self) -> None:
        text = Page(write_list(LIST, FormatEkspor.HTML)).text()
        for words in (
            LIST.instansi,
            LIST.nomor_keputusan,
            "7 Desember 2026",
            "31 Desember 2026",
            "Ditulis tanggal",
            "4 Januari 2027",
            LIST.sumber,
            LIST.catatan[0],
            *(row.informasi for row in LIST.baris),
            *(ground for row in LIST.baris for ground in row.dasar_hukum),
            ROW.jangka_waktu,
            ROW.unit_kerja,
        ):
            assert words in text

    def test_a_long_title_breaks_after_a_stroke(self) -> None:
        row = dataclasses.replace(ROW, informasi="Laporan Pemeriksaan/Pengawasan")
        made = write_list(dataclasses.replace(LIST, baris=(row,)), FormatEkspor.HTML)
        assert "Pemeriksaan/<wbr>Pengawasan" in made.decode()
        assert Page(made).cells[1][1] == row.informasi

    def test_what_looks_like_markup_stays_text(self) -> None:
        value = hostile_list()
        page = Page(write_list(value, FormatEkspor.HTML))
        assert (page.open, page.wrong) == ([], [])
        assert [cells[1] for cells in page.cells[1:]] == [
            teks_berkas(baris.informasi) for baris in value.baris
        ]

    @given(st.text(min_size=1))
    @settings(max_examples=60)
    def test_any_text_stays_in_its_cell(self, text: str) -> None:
        page = Page(write_list(with_text(text), FormatEkspor.HTML))
        assert (page.open, page.wrong) == ([], [])
        assert page.cells[1][1] == teks_berkas(text)

    def test_days_are_told_to_machines_too(self) -> None:
        page = Page(write_list(LIST, FormatEkspor.HTML))
        days = {value for _tag, name, value in page.attributes if name == "datetime"}
        assert days == {"2026-12-07", "2026-12-31", "2027-01-04"}

    def test_an_empty_list_says_so_and_whose_it_is(self) -> None:
        text = Page(write_list(EMPTY, FormatEkspor.HTML)).text()
        assert "Nihil. Tidak ada informasi yang dikecualikan" in text
        assert LIST.nomor_keputusan in text

    @pytest.mark.parametrize("dark", [False, True])
    def test_the_colours_stand_apart(self, dark: bool) -> None:
        from sopapp.publication.page_style import PAGE_STYLE

        block = PAGE_STYLE.split("prefers-color-scheme: dark")[1 if dark else 0]
        colours = {
            line.split(":")[0].strip(): line.split(":")[1].strip()
            for line in block.split("}")[0].replace(":root {", "").split("{")[-1].split(";")
            if line.strip().startswith("--")
        }
        for ground in ("--ground", "--head", "--stripe"):
            for ink in ("--text", "--quiet", "--accent"):
                assert contrast(colours[ground], colours[ink]) >= 4.5, (ground, ink)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two #rrggbb colours."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_sentences_of_a_list() -> None:
    assert LIST.keputusan == f"Keputusan Nomor {LIST.nomor_keputusan} tanggal 7 Desember 2026"
    assert LIST.keadaan == "Keadaan per tanggal 31 Desember 2026."
    assert LIST.tanggal_keputusan == date(2026, 12, 7)
