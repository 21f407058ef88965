"""What the system's numbers mean, on Windows as elsewhere."""

from __future__ import annotations

import errno
import os

import pytest

from sopapp.disk_refusal import Refusal, refusal, why_refused


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, Refusal.FULL),
        (errno.EFBIG, Refusal.TOO_BIG),
        (errno.EROFS, Refusal.READ_ONLY),
        (errno.EACCES, Refusal.REFUSED),
        (errno.ENOENT, Refusal.GONE),
        (errno.EIO, Refusal.BROKEN),
        (errno.ENAMETOOLONG, Refusal.BAD_NAME),
        (errno.EISDIR, Refusal.BAD_NAME),
        (errno.EDOM, Refusal.OTHER),
    ],
)
def test_each_number_has_its_kind(number: int, kind: Refusal) -> None:
    assert refusal(OSError(number, "")) is kind


def test_an_error_without_a_number_is_of_no_kind() -> None:
    assert refusal(OSError("penuh")) is Refusal.OTHER


@pytest.mark.parametrize(
    ("number", "python", "kind"),
    [
        (39, errno.EINVAL, Refusal.FULL),  # ERROR_HANDLE_DISK_FULL
        (112, errno.ENOSPC, Refusal.FULL),  # ERROR_DISK_FULL
        (1295, errno.EINVAL, Refusal.FULL),  # ERROR_DISK_QUOTA_EXCEEDED
        (19, errno.EACCES, Refusal.READ_ONLY),  # ERROR_WRITE_PROTECT
        (21, errno.EACCES, Refusal.GONE),  # ERROR_NOT_READY
        (64, errno.EINVAL, Refusal.GONE),  # ERROR_NETNAME_DELETED
        (32, errno.EACCES, Refusal.REFUSED),  # ERROR_SHARING_VIOLATION
        (121, errno.EINVAL, Refusal.GONE),  # ERROR_SEM_TIMEOUT
        (225, errno.EINVAL, Refusal.REFUSED),  # ERROR_VIRUS_INFECTED
        (1224, errno.EINVAL, Refusal.REFUSED),  # ERROR_USER_MAPPED_FILE
        (123, errno.EINVAL, Refusal.BAD_NAME),  # ERROR_INVALID_NAME
        (206, errno.ENOENT, Refusal.BAD_NAME),  # ERROR_FILENAME_EXCED_RANGE
    ],
)
def test_windows_numbers_are_told_apart(number: int, python: int, kind: Refusal) -> None:
    error = OSError(python, "")
    error.winerror = number  # type: ignore[attr-defined]  # as Windows gives it

    assert refusal(error) is kind


@pytest.mark.parametrize(
    ("platform", "length", "kind"),
    [
        ("win32", 300, Refusal.BAD_NAME),
        ("win32", 100, Refusal.GONE),
        ("linux", 300, Refusal.GONE),
    ],
)
def test_windows_does_not_find_what_is_too_long(
    monkeypatch: pytest.MonkeyPatch, platform: str, length: int, kind: Refusal
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert refusal(FileNotFoundError(errno.ENOENT, "", "x" * length)) is kind


def test_the_words_are_never_those_of_the_system() -> None:
    for number in (errno.ENOSPC, errno.EACCES, errno.EISDIR, errno.EIO):
        assert os.strerror(number) not in why_refused(OSError(number, os.strerror(number)))
    assert why_refused(OSError(errno.EDOM, "out of range")) == "galat sistem EDOM"
    assert why_refused(OSError("odd")) == "sistem tidak menyebut sebabnya"
    unknown = OSError(errno.EINVAL, "odd")
    unknown.winerror = 1450  # type: ignore[attr-defined]
    assert why_refused(unknown) == "galat sistem 1450"
