"""Bundles that are damaged or made to harm: a sentence, and nothing outside the target."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.backup.bundle import open_bundle
from sopapp.backup.bundle_zip import LARGEST_TEXT, exact
from sopapp.backup.errors import DamagedBundleError, WrongPasswordError
from sopapp.backup.making import make_single
from sopapp.backup.place import Place
from sopapp.backup.sealing import Key
from sopapp.domain.errors import DomainError, EnvironmentProblem
from tests.backup.records import NOW, back_up, files_below, records_of

KEY = Key.derive("rahasia")
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@dataclass(frozen=True, slots=True)
class Made:
    """A sound bundle of each kind, and a folder to play in."""

    open: bytes
    sealed: bytes
    work: Path

    def bundle(self, data: bytes) -> Path:
        path = self.work / "uji.sopdik"
        path.write_bytes(data)
        return path


@pytest.fixture
def made(app: App, tmp_path: Path) -> Made:
    records = records_of(app)
    records.add("nota.pdf", b"%PDF-" + os.urandom(5000))
    found = []
    for key in (None, KEY):
        path = tmp_path / "a.sopdik"
        make_single(records.source, path, reason="diminta", now=NOW, key=key)
        found.append(path.read_bytes())
        path.unlink()
    work = tmp_path / "kerja"
    work.mkdir()
    return Made(found[0], found[1], work)


def everything(path: Path, key: Key | None = KEY) -> tuple[str, ...]:
    """Open it, take everything out and check it, as a restore would."""
    out = path.parent / "keluar"
    out.mkdir(exist_ok=True)
    with open_bundle(path, key=key) as bundle:
        problems = bundle.verify()
        bundle.extract_database(out / "data.sqlite3")
        for file in bundle.details.files:
            bundle.extract_file(file.sha256, out / file.sha256)
    return problems


def refused(path: Path, what: str = ".") -> str:
    """The sentence it is refused with; nothing may lie about after it."""
    shutil.rmtree(path.parent / "keluar", ignore_errors=True)
    with pytest.raises((DomainError, EnvironmentProblem), match=what) as caught:
        everything(path)
    for name in files_below(path.parent):
        assert name == path.name or name.startswith("keluar/")
        assert ".baru-" not in name
    return str(caught.value)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The zip with each entry changed, or left out for None."""
    from io import BytesIO

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            changed = change(entry.filename, old.read(entry))
            if changed is not None:
                new.writestr(entry.filename, changed, entry.compress_type)
    return out.getvalue()


def with_json(data: bytes, entry: str, change: Callable[[Any], Any]) -> bytes:
    def one(name: str, content: bytes) -> bytes:
        if name != entry:
            return content
        value = json.loads(content)
        return json.dumps(change(value)).encode()

    return rewritten(data, one)


def test_a_sound_one_is_taken(made: Made) -> None:
    assert everything(made.bundle(made.open)) == ()
    assert everything(made.bundle(made.sealed)) == ()


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"%PDF-1.4", b"PK\x05\x06" + bytes(18), bytes(5000), b"SQLite format 3\0"]
)
def test_what_is_no_bundle(made: Made, data: bytes) -> None:
    refused(made.bundle(data), "bukan cadangan program ini")


def test_a_folder_and_a_missing_file_are_no_bundle(made: Made) -> None:
    folder = made.work / "folder.sopdik"
    folder.mkdir()
    with pytest.raises(DamagedBundleError):
        open_bundle(folder)
    with pytest.raises(EnvironmentProblem, match="tidak ditemukan"):
        open_bundle(made.work / "tidak-ada.sopdik")


@pytest.mark.parametrize(
    ("kind", "number", "raised", "told"),
    [
        ("folder", errno.EACCES, DamagedBundleError, "bukan cadangan"),
        ("file", errno.EACCES, EnvironmentProblem, "hak akses"),
        ("stick", errno.EINVAL, EnvironmentProblem, "terhubung"),
    ],
)
def test_what_windows_says_of_folders_and_of_sticks_pulled_out(
    made: Made,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    number: int,
    raised: type[Exception],
    told: str,
) -> None:
    path = made.bundle(made.open)

    def refuse(*_args: object) -> None:
        if kind != "file":
            path.unlink()
        if kind == "folder":
            path.mkdir()
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(zipfile, "ZipFile", refuse)
    with pytest.raises(raised, match=told):
        open_bundle(path)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_bundle_that_was_cut_off(made: Made, sealed: bool) -> None:
    data = made.sealed if sealed else made.open
    for keep in range(0, len(data), 503):
        refused(made.bundle(data[:keep]))


@pytest.mark.parametrize("sealed", [False, True])
def test_flipped_bits_are_found_or_without_meaning(made: Made, sealed: bool) -> None:
    data = made.sealed if sealed else made.open
    sound = made.bundle(data)
    everything(sound)
    meant = files_below(made.work / "keluar")
    chance = random.Random(5)
    for _ in range(200):
        spoilt = bytearray(data)
        at = chance.randrange(len(data) * 8)
        spoilt[at // 8] ^= 1 << at % 8
        path = made.bundle(bytes(spoilt))
        shutil.rmtree(made.work / "keluar", ignore_errors=True)
        try:
            problems = everything(path)
        except (DomainError, EnvironmentProblem):
            continue
        # A time stamp or an attribute that nobody reads: what came out is what was meant.
        assert problems == ()
        assert files_below(made.work / "keluar") == meant


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_blocks_overwritten_anywhere(made: Made, draw: st.DataObject) -> None:
    data = bytearray(draw.draw(st.sampled_from([made.open, made.sealed])))
    # Half of them at the end, where a zip has its list.
    low = draw.draw(st.sampled_from([0, max(0, len(data) - 400)]))
    at = draw.draw(st.integers(low, len(data) - 1))
    block = draw.draw(st.binary(min_size=1, max_size=40))
    data[at : at + len(block)] = block
    shutil.rmtree(made.work / "keluar", ignore_errors=True)
    with suppress(DomainError, EnvironmentProblem):
        everything(made.bundle(bytes(data)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_other_values_than_those_that_belong_there(made: Made, draw: st.DataObject) -> None:
    entry = draw.draw(st.sampled_from(["manifest.json", "rincian.json"]))

    def change(value: dict[str, Any]) -> Any:
        if draw.draw(st.integers(0, 9)) == 0:
            return draw.draw(JUNK)
        name = draw.draw(st.sampled_from(sorted(value)))
        if draw.draw(st.booleans()):
            value[name] = draw.draw(JUNK)
        else:
            del value[name]
        return value

    path = made.bundle(with_json(made.open, entry, change))
    shutil.rmtree(made.work / "keluar", ignore_errors=True)
    with suppress(DomainError, EnvironmentProblem):
        everything(path)
    Place(made.work).bundles()


@pytest.mark.parametrize("text", [b"[" * 200_000, b"9" * 10_000, b"\xff\xfe", b"{", b"NaN", b""])
def test_json_that_is_none(made: Made, text: bytes) -> None:
    for entry in ("manifest.json", "rincian.json"):
        spoilt = rewritten(
            made.open, lambda name, data, entry=entry: text if name == entry else data
        )
        refused(made.bundle(spoilt), "rusak")


@pytest.mark.parametrize(
    "name", ["../../lari", "/etc/lari", "C:\\lari", "..\\lari", "a/../../b", "CON", "a:b", "\0"]
)
def test_a_name_that_leads_elsewhere(made: Made, name: str) -> None:
    def manifest(value: dict[str, Any]) -> dict[str, Any]:
        value["objek"][0][0] = name
        return value

    def details(value: dict[str, Any]) -> dict[str, Any]:
        value["file"][0][1] = name
        return value

    refused(made.bundle(with_json(made.open, "manifest.json", manifest)), "rusak")
    refused(made.bundle(with_json(made.open, "rincian.json", details)), "rusak")


def test_entries_that_do_not_belong_there_are_never_written(made: Made) -> None:
    path = made.bundle(made.open)
    with zipfile.ZipFile(path, "a") as opened:
        for name in ("../lari.txt", "/lari.txt", "isi/../lari", "lari.exe", "isi/" + "z" * 64):
            opened.writestr(name, "lari")

    assert everything(path) == ()
    names = files_below(made.work.parent)
    assert not [name for name in names if "lari" in name or "zzz" in name]


def test_an_entry_twice(made: Made) -> None:
    path = made.bundle(made.open)
    with zipfile.ZipFile(path, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("manifest.json", opened.read("manifest.json"))

    refused(path, "rusak")


def test_a_manifest_that_is_a_bomb(made: Made) -> None:
    path = made.work / "uji.sopdik"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as opened:
        opened.writestr("manifest.json", b" " * (LARGEST_TEXT + 1))

    refused(path, "rusak")


def test_records_larger_than_they_say(made: Made) -> None:
    bomb = rewritten(
        made.open, lambda name, data: data + bytes(9_000_000) if "sqlite" in name else data
    )

    assert "rusak" in refused(made.bundle(bomb))


def test_records_that_lie_about_their_size_in_the_zip(made: Made) -> None:
    """The list of the zip says the size that the manifest says; the packed bytes are more."""
    packed = rewritten(made.open, lambda name, data: bytes(9_000_000) if "sqlite" in name else data)
    with open_bundle(made.bundle(made.open)) as bundle:
        size = bundle.manifest.database_size
    true = (9_000_000).to_bytes(4, "little")
    told = size.to_bytes(4, "little")

    refused(made.bundle(packed.replace(true, told)))


def test_a_sealed_bomb_is_stopped_at_its_told_size(made: Made) -> None:
    """Whoever knows the password may still mean harm."""
    name = "data.sqlite3.aes"
    bomb = b"".join(KEY.seal(name, [zlib.compress(bytes(50_000_000))]))
    path = made.bundle(rewritten(made.sealed, lambda each, data: bomb if each == name else data))

    refused(path, "rusak")


def test_no_more_is_taken_than_was_told() -> None:
    parts = iter([bytes(10)] * 1000)
    damage = DamagedBundleError("terlalu besar")

    with pytest.raises(DamagedBundleError, match="terlalu besar"):
        list(exact(parts, "0" * 64, 25, damage))
    assert len(list(parts)) == 997


def test_sealed_details_that_are_a_bomb(made: Made) -> None:
    name = "rincian.json.aes"
    bomb = b"".join(KEY.seal(name, [zlib.compress(b" " * (LARGEST_TEXT + 10))]))
    path = made.bundle(rewritten(made.sealed, lambda each, data: bomb if each == name else data))

    refused(path, "rusak")


def test_a_size_that_no_disk_has(made: Made) -> None:
    def change(value: dict[str, Any]) -> dict[str, Any]:
        value["basis_data"]["ukuran"] = 2**52
        return value

    refused(made.bundle(with_json(made.open, "manifest.json", change)), "rusak")


def test_a_password_that_costs_all_memory_is_refused(made: Made) -> None:
    def change(value: dict[str, Any]) -> dict[str, Any]:
        value["sandi"]["n"] = 2**40
        return value

    with pytest.raises(DamagedBundleError):
        open_bundle(made.bundle(with_json(made.sealed, "manifest.json", change)), "rahasia")


def test_an_entry_is_missing(made: Made) -> None:
    for data, gone in (
        (made.open, "manifest.json"),
        (made.open, "rincian.json"),
        (made.open, "data.sqlite3"),
        (made.open, "isi/"),
        (made.sealed, "rincian.json.aes"),
    ):
        path = made.bundle(
            rewritten(data, lambda name, each, gone=gone: None if name.startswith(gone) else each)
        )
        refused(path, "rusak|tidak ada")


def test_the_password_is_asked_for_and_a_wrong_one_is_not_called_damage(made: Made) -> None:
    path = made.bundle(made.sealed)

    with pytest.raises(WrongPasswordError, match="memakai kata sandi"):
        open_bundle(path)
    with pytest.raises(WrongPasswordError, match="salah"):
        open_bundle(path, "Rahasia")
    with pytest.raises(WrongPasswordError):
        open_bundle(path, key=Key.derive("rahasia"))
    open_bundle(path, "rahasia").close()


def test_a_newer_program_is_told_apart_from_damage(made: Made) -> None:
    path = made.bundle(with_json(made.open, "manifest.json", lambda value: value | {"format": 2}))

    with pytest.raises(DomainError, match="lebih baru") as caught:
        open_bundle(path)
    assert not isinstance(caught.value, DamagedBundleError)


def test_marks_that_would_spoil_the_screen_are_left_out(made: Made) -> None:
    def change(value: dict[str, Any]) -> dict[str, Any]:
        value["instansi"] = "Dinas\u202e\0\n\ud800 Uji" + "x" * 5000
        return value

    with open_bundle(made.bundle(with_json(made.open, "rincian.json", change))) as bundle:
        name = bundle.details.instansi
    assert name.startswith("Dinas Uji")
    assert len(name) <= 1000
    name.encode()


@pytest.mark.parametrize("year", ["0001", "9999", "1900"])
def test_a_moment_that_cannot_be_shown(made: Made, year: str) -> None:
    path = made.bundle(
        with_json(
            made.open, "manifest.json", lambda value: value | {"dibuat": f"{year}-01-01T00:00:00Z"}
        )
    )

    refused(path, "rusak")


def test_a_file_that_is_missing_beside_the_bundle_is_named(app: App, tmp_path: Path) -> None:
    records = records_of(app)
    digest = records.add("nota.pdf", b"isi")
    place = Place(tmp_path / "cadangan")
    made = back_up(records, place)
    alone = tmp_path / "sendiri.sopdik"
    shutil.copy(made.path, alone)

    with open_bundle(alone) as bundle:
        (problem,) = bundle.verify()
        assert "nota.pdf" in problem
        assert "termasuk folder isi" in problem
        with pytest.raises(DamagedBundleError, match="folder isi"):
            bundle.extract_file(digest, tmp_path / "keluar")
    assert not (tmp_path / "keluar").exists()


def test_a_target_that_cannot_be_written_is_not_called_damage(made: Made, tmp_path: Path) -> None:
    with (
        open_bundle(made.bundle(made.open)) as bundle,
        pytest.raises(EnvironmentProblem, match="Tempat") as caught,
    ):
        bundle.extract_database(tmp_path / "tiada" / "data.sqlite3")
    assert str(tmp_path / "tiada") in str(caught.value)
