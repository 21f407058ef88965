"""Finding by typed words: what counts as a hit, which one comes first, and that nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopapp.domain.find_index import Field, FindIndex
from sopapp.domain.find_shelf import ENOUGH, Shelf, Target, TargetKind, find_sections
from sopapp.domain.finding import fold, marks, sought_words, words_of

WORDS = (
    "pengawasan", "barang", "beredar", "identitas", "pelapor", "laboratorium", "industri",
    "konsumen", "rekam", "medis", "kontrak", "ekspor", "kertas", "kerja", "pemeriksaan", "resep",
)  # fmt: skip
ABC = st.characters(codec="ascii", categories=("Ll",))


def shelf(*titles: str, kind: TargetKind = TargetKind.INFORMASI, details: str = "") -> Shelf:
    made = Shelf(kind, Field(short=True), Field(3))
    for key, title in enumerate(titles):
        made.add(Target(kind, key, title), title, details)
    for _turn in made.index.settle():
        pass
    return made


def found(text: str, *titles: str, details: str = "") -> list[str]:
    sections = find_sections([shelf(*titles, details=details)], text)
    return [target.title for section in sections for target in section.first(50)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("PELAPOR", "Identitas pelapor"),
        ("pela iden", "Identitas pelapor"),
        ("resume", "Résumé pegawai"),
        ("awasan", "Rencana pengawasan"),
        ("bpi", "Bidang Perdagangan dan Industri"),
        ("su", "Seksi Umum"),
        ("500.12/21", "500.12/021/UJI/3/2026"),
        ("021", "500.12/021/UJI/3/2026"),
        ("21/uji", "500.12/021/UJI/3/2026"),
        ("suharto", "Dr. Soeharto"),
        ("soeharto", "Dr. Suharto"),
        ("Tjahjo", "Cahyo Nugroho"),
        ("ijin", "Surat izin usaha"),
        ("praktek", "Praktik kerja"),
        ("pengwasan barng", "Pengawasan barang"),
        ("labratorim", "Laboratorium uji"),
    ],
)
def test_a_word_is_found_as_people_write_it(typed: str, title: str) -> None:
    assert found(typed, "Sesuatu yang lain", title) == [title]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("pelapor kontrak", "Identitas pelapor"),
        ("wasan", "Tidak"),
        ("2021", "500.12/2022"),
        ("kot", "Kantor"),
        ("wa", "Pengawasan"),
    ],
)
def test_every_word_must_be_there_and_numbers_are_never_guessed(typed: str, title: str) -> None:
    assert found(typed, title) == []


def test_the_nearest_comes_first_and_equals_stay_in_order() -> None:
    titles = ("Perbarangan", "Barang kedua", "Barangan", "Barang", "Alat", "Bagus Aneka Rasa")
    assert found("barang", *titles) == [
        "Barang kedua", "Barang", "Barangan", "Perbarangan",
    ]  # fmt: skip


def test_how_far_each_word_is_adds_up() -> None:
    titles = ("Barangan beredaran", "Barang beredaran", "Barang beredar")
    assert found("barang beredar", *titles) == list(reversed(titles))


def test_a_record_is_as_near_as_its_nearest_word() -> None:
    titles = ("Barank", "Lain")  # a typo in the title, the word itself below: no farther than that
    assert found("barang", *titles, details="barang") == ["Barank", "Lain"]


def test_what_is_added_after_a_search_is_found_too() -> None:
    index = FindIndex(Field())
    for record, text in enumerate(("Barang satu", "Barang dua")):
        index.add(text)
        for _turn in index.settle():
            pass
        assert index.find(("barang",)).first(9) == list(range(record + 1))


def test_a_number_right_after_its_word_comes_before_one_elsewhere() -> None:
    titles = ("Bidang 1 tahun 3", "Bidang 3", "Bidang 13")
    assert found("bidang 3", *titles)[0] == "Bidang 3"


def test_typos_are_thought_of_only_while_few_are_found() -> None:
    many = tuple(f"Barang {number}" for number in range(ENOUGH))
    assert "Barank" not in found("barang", "Barank", *many)
    assert "Barank" in found("barang", "Barank", *many[1:])


def test_what_stands_below_counts_less_than_the_title() -> None:
    units = shelf("Bidang Industri", kind=TargetKind.UNIT_KERJA)
    entries = shelf("Resep", kind=TargetKind.INFORMASI, details="Bidang Industri")
    kinds = [each.kind for each in find_sections([entries, units], "bidang industri")]
    assert kinds == [TargetKind.UNIT_KERJA, TargetKind.INFORMASI]
    kinds = [TargetKind.INFORMASI, TargetKind.SURAT, TargetKind.UNIT_KERJA, TargetKind.BERKAS]
    equal = find_sections([shelf("Barang", kind=each) for each in kinds], "barang")
    assert [each.kind for each in equal] == [each for each in TargetKind if each in kinds]


def test_only_some_kinds_and_fields_are_looked_in() -> None:
    one = shelf("Barang", details="Industri")
    assert find_sections([one], "industri", {TargetKind.INFORMASI: (0,)}) == ()
    assert find_sections([one], "barang", {TargetKind.BERKAS: None}) == ()
    assert find_sections([one], "barang", {TargetKind.INFORMASI: (0,)})


def slip(word: str, at: int, how: str, letter: str) -> str:
    at %= len(word)
    match how:
        case "lacks":
            return word[:at] + word[at + 1 :]
        case "more":
            return word[:at] + letter + word[at:]
        case "other":
            return word[:at] + letter + word[at + 1 :]
        case _:
            at = min(at, len(word) - 2)
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@given(
    st.sampled_from([word for word in WORDS if len(word) > 3]),
    st.integers(0, 20),
    st.sampled_from(["lacks", "more", "other", "swapped"]),
    ABC,
)
def test_a_word_is_found_with_any_one_typo(word: str, at: int, how: str, letter: str) -> None:
    typed = slip(word, at, how, letter)
    assume(len(typed) > 2)
    assert word in found(typed, *WORDS)


@given(st.text(ABC, min_size=4, max_size=12), st.data())
def test_any_word_is_found_with_any_one_typo(word: str, data: st.DataObject) -> None:
    how = data.draw(st.sampled_from(["lacks", "more", "other", "swapped"]))
    typed = slip(word, data.draw(st.integers(0, 20)), how, data.draw(ABC))
    assert found(typed, word) == [word]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.integers(1, 12))
def test_words_are_found_by_their_beginnings_in_any_order(words: list[str], length: int) -> None:
    title = " ".join(words)
    typed = " ".join(word[:length] for word in reversed(words))
    assert title in found(typed, "Lain", title)


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=40))
def test_no_text_raises_and_the_order_is_always_the_same(titles: list[str], typed: str) -> None:
    first = found(typed, *titles)
    assert first == found(typed, *titles)
    for title in titles:
        pieces = marks(title, sought_words(typed))
        assert all(0 <= start < end <= len(title) for start, end in pieces)
        assert pieces == sorted(pieces)


@given(st.text(max_size=40))
def test_every_text_with_words_finds_itself(text: str) -> None:
    words = words_of(text)
    assume(words)
    assert found(" ".join(words[:3]), text) == [text]
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "text", "hit"),
    [
        ("barang", "Rencana pengawasan barang beredar", ["barang"]),
        ("awas", "Pengawasan", ["awas"]),
        ("pengwasan", "Rencana pengawasan", ["pengawasan"]),
        ("bpi", "Bidang Perdagangan dan Industri", ["B", "P", "I"]),
        ("500.12/21", "500.12/021/UJI", ["500", "12", "021"]),
        ("resume", "Résumé", ["Résumé"]),
        ("barang ara", "Barang", ["Barang"]),
        ("xyz", "Barang", []),
        ("barang", "\uff9e Barang", ["Barang"]),
    ],
)
def test_the_letters_that_hit_are_marked(typed: str, text: str, hit: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, sought_words(typed))] == hit


def test_an_empty_index_and_a_search_of_signs_find_nothing() -> None:
    assert FindIndex(Field()).find(("kata",)).count == 0
    assert found("///", "Barang") == []
