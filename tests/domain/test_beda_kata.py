"""Which words changed, in runs that a person can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.beda_kata import Potongan, Tanda, beda_kata

WORDS = st.lists(
    st.sampled_from(["data", "pribadi", "Pasal", "17", ",", ".", "\n", "  ", "undang-undang"]),
    max_size=25,
).map(" ".join)
TEXTS = WORDS | st.text(max_size=60)


def shown(runs: tuple[Potongan, ...]) -> str:
    """The runs in one line: [-removed-] and {+added+}."""
    marks = {Tanda.SAMA: "{}", Tanda.HAPUS: "[-{}-]", Tanda.TAMBAH: "{{+{}+}}"}
    return "".join(marks[run.tanda].format(run.text) for run in runs)


def joined(runs: tuple[Potongan, ...]) -> str:
    return "".join(run.text for run in runs)


@given(TEXTS, TEXTS)
def test_the_runs_of_a_side_are_its_text(old: str, new: str) -> None:
    beda = beda_kata(old, new)

    assert joined(beda.sebelum) == old
    assert joined(beda.sesudah) == new
    assert {run.tanda for run in beda.sebelum} <= {Tanda.SAMA, Tanda.HAPUS}
    assert {run.tanda for run in beda.sesudah} <= {Tanda.SAMA, Tanda.TAMBAH}


@given(TEXTS, TEXTS)
def test_texts_that_differ_show_it(old: str, new: str) -> None:
    marked = any(run.tanda is not Tanda.SAMA for run in beda_kata(old, new).gabung)
    assert marked == (old != new)


@given(TEXTS, TEXTS)
def test_what_is_kept_is_the_same_words_on_both_sides(old: str, new: str) -> None:
    beda = beda_kata(old, new)

    def kept(runs: tuple[Potongan, ...]) -> list[str]:
        return "".join(run.text for run in runs if run.tanda is Tanda.SAMA).split()

    assert "".join(kept(beda.sebelum)) == "".join(kept(beda.sesudah))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sama saja", "sama saja", "sama saja"),
        ("", "", ""),
        ("", "baru sekali", "{+baru sekali+}"),
        ("sudah lama", "", "[-sudah lama-]"),
        (
            "Identitas pelapor pengaduan konsumen.",
            "Identitas pelapor dan saksi pengaduan konsumen.",
            "Identitas pelapor {+dan saksi+} pengaduan konsumen.",
        ),
        ("Data pemohon.", "Data pemohon, alamat.", "Data pemohon{+, alamat+}."),
        (
            "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008",
            "Pasal 17 huruf h angka 3 UU Nomor 14 Tahun 2008",
            "Pasal 17 huruf h angka [-2-]{+3+} UU Nomor 14 Tahun 2008".replace("]{", "] {"),
        ),
        (
            "Ketentuan undang-undang berlaku penuh",
            "Ketentuan undang berlaku penuh",
            "Ketentuan [-undang-undang-] {+undang+} berlaku penuh",
        ),
    ],
)
def test_changes_are_told_in_whole_words(old: str, new: str, words: str) -> None:
    assert shown(beda_kata(old, new).gabung) == words


def test_a_sentence_written_anew_is_shown_whole() -> None:
    old = "Dapat mengungkap data yang bersifat pribadi dan merugikan pemohon layanan."
    new = "Persaingan usaha menjadi tidak sehat, dan rahasia dagang yang ada diketahui pesaing."
    beda = beda_kata(old, new)

    assert [run.tanda for run in beda.sebelum] == [Tanda.HAPUS]
    assert [run.tanda for run in beda.sesudah] == [Tanda.TAMBAH]


def test_a_replaced_sentence_does_not_mark_its_neighbours() -> None:
    first, last = "Kalimat pertama tetap ada.", "Kalimat ketiga juga tetap ada."
    old = f"{first} Pelapor dapat diintimidasi pihak yang dilaporkan. {last}"
    new = f"{first} Nama saksi menjadi diketahui umum sebelum waktunya. {last}"
    sebelum = beda_kata(old, new).sebelum

    assert [run.tanda for run in sebelum] == [Tanda.SAMA, Tanda.HAPUS, Tanda.SAMA]
    assert joined(sebelum[:1]).strip() == first
    assert last in joined(sebelum[2:])


def test_one_kept_word_between_two_changes_goes_with_them() -> None:
    beda = beda_kata(
        "Isi berita acara dan rekaman video rapat tertutup itu",
        "Isi berita acara serta rekaman suara rapat tertutup itu",
    )
    assert shown(beda.gabung) == (
        "Isi berita acara [-dan rekaman video-] {+serta rekaman suara+} rapat tertutup itu"
    )


def test_where_only_spaces_differ_the_word_behind_them_is_marked() -> None:
    beda = beda_kata("satu dua tiga empat", "satu dua\ntiga empat")
    assert [run.text for run in beda.sesudah if run.tanda is Tanda.TAMBAH] == ["tiga"]


def test_very_long_texts_are_compared_in_reasonable_work() -> None:
    old = " ".join(f"kata{number % 50}" for number in range(6000))
    new = old.replace("kata7 kata8", "kata8 kata7")
    beda = beda_kata(old, new)
    assert joined(beda.sesudah) == new
