"""Sealing: what went in comes out, anything else is refused, and a key is its password's."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.backup.errors import DamagedBundleError, WrongPasswordError
from sopapp.backup.sealing import PIECE, Key, Sandi, sealed_size
from sopapp.domain.errors import DomainError, EnvironmentProblem
from tests.quick_scrypt import REAL

KEY = Key.derive("kata sandi")
OTHER = Key.derive("kata sandi")
NAME = "isi"


def sealed(data: bytes, name: str = NAME) -> bytes:
    return b"".join(KEY.seal(name, [data]))


def opened(data: bytes, name: str = NAME, key: Key = KEY) -> bytes:
    return b"".join(key.unseal(name, [data]))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 5])
def test_what_went_in_comes_out(size: int) -> None:
    data = os.urandom(size)
    kept = sealed(data)

    assert opened(kept) == data
    assert len(kept) == sealed_size(size)


@given(st.lists(st.binary(max_size=400), max_size=8), st.integers(1, 300))
def test_it_does_not_matter_how_the_bytes_arrive(parts: list[bytes], size: int) -> None:
    kept = b"".join(KEY.seal(NAME, parts))
    slices = [kept[at : at + size] for at in range(0, len(kept), size)]

    assert b"".join(KEY.unseal(NAME, slices)) == b"".join(parts)


def test_the_same_bytes_are_sealed_differently_each_time() -> None:
    assert sealed(b"nomor") != sealed(b"nomor")


@given(st.binary(min_size=1, max_size=200), st.data())
def test_a_changed_bit_is_found(data: bytes, draw: st.DataObject) -> None:
    kept = bytearray(sealed(data))
    at = draw.draw(st.integers(0, len(kept) * 8 - 1))
    kept[at // 8] ^= 1 << at % 8

    with pytest.raises(DamagedBundleError):
        opened(bytes(kept))


@given(st.binary(max_size=200), st.integers(0, 300))
def test_a_cut_off_end_is_found(data: bytes, cut: int) -> None:
    kept = sealed(data)

    with pytest.raises(DamagedBundleError):
        opened(kept[: max(0, len(kept) - 1 - cut)])


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_no_bytes_but_ours_are_opened(data: bytes) -> None:
    with pytest.raises(DamagedBundleError):
        opened(data)


def test_pieces_cut_off_or_put_in_another_order_are_found() -> None:
    kept = sealed(bytes(2 * PIECE) + b"akhir")
    head = sealed_size(0) - 16
    first, second = kept[head : head + PIECE + 16], kept[head + PIECE + 16 : head + 2 * PIECE + 32]
    last = kept[head + 2 * PIECE + 32 :]

    for wrong in (first + second, first, second + first + last, first + last):
        with pytest.raises(DamagedBundleError):
            opened(kept[:head] + wrong)
    assert opened(kept[:head] + first + second + last) == bytes(2 * PIECE) + b"akhir"


def test_a_file_does_not_pass_for_another() -> None:
    with pytest.raises(DamagedBundleError):
        opened(sealed(b"satu", "a"), "b")


def test_each_key_has_a_salt_of_its_own() -> None:
    assert KEY.secret != OTHER.secret
    assert not OTHER.opens(KEY.sandi)
    with pytest.raises(DamagedBundleError):
        opened(sealed(b"satu"), key=OTHER)


def test_the_password_makes_the_key_again() -> None:
    assert Key.opening(KEY.sandi, "kata sandi").secret == KEY.secret
    with pytest.raises(WrongPasswordError, match="salah"):
        Key.opening(KEY.sandi, "Kata sandi")


def test_guessing_the_password_is_dear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashlib, "scrypt", REAL)
    key = Key.derive("kata sandi")

    n, r, p = key.sandi.n, key.sandi.r, key.sandi.p
    salt = bytes.fromhex(key.sandi.garam)
    assert key.secret == REAL(b"kata sandi", salt=salt, n=n, r=r, p=p, maxmem=1 << 26, dklen=32)
    assert n * r * p >= 2**18
    assert Key.opening(key.sandi, "kata sandi") == key


def test_a_letter_composed_otherwise_is_the_same_letter() -> None:
    key = Key.derive("caf\u00e9")

    assert Key.opening(key.sandi, "cafe\u0301").secret == key.secret


@pytest.mark.parametrize("password", ["\ud800", "a\0b", "x" * 100_000, "🔒", " "])
def test_any_password_will_do(password: str) -> None:
    key = Key.derive(password)

    assert Key.opening(key.sandi, password) == key


def test_an_empty_password_is_refused() -> None:
    with pytest.raises(DomainError, match="kosong"):
        Key.derive("")


def test_a_name_tells_nothing_and_stays_the_same() -> None:
    digest = "ab" * 32

    assert KEY.name(digest) == KEY.name(digest) != OTHER.name(digest)
    assert digest not in KEY.name(digest)


def test_a_key_is_stored_without_its_password(tmp_path: Path) -> None:
    path = tmp_path / "kunci.json"
    KEY.store(path)

    assert Key.stored(path) == KEY
    assert "kata sandi" not in path.read_text(encoding="utf-8")
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    assert KEY.secret.hex() not in repr(KEY)


def test_no_stored_key_is_none(tmp_path: Path) -> None:
    assert Key.stored(tmp_path / "kunci.json") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"kunci": 1, "sandi": {}}',
        json.dumps({"kunci": "ab" * 32, "sandi": KEY.sandi.as_json()}),
        "[" * 100_000,
    ],
)
def test_a_damaged_stored_key_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kunci.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(EnvironmentProblem, match="Atur ulang kata sandi"):
        Key.stored(path)


@pytest.mark.parametrize(
    "changed",
    [{"n": 2**30}, {"n": 1000}, {"r": 10**6}, {"p": 0}, {"garam": "zz"}, {"n": True}, {"p": "1"}],
)
def test_a_costly_or_senseless_key_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its readers give it a sentence
        Sandi.of_json(KEY.sandi.as_json() | changed)
