"""What can go wrong, sorted by who can mend it."""

from __future__ import annotations

from typing import NamedTuple

from sopapp.domain import panduan


class SopappError(Exception):
    """Base of every error whose text is written for the user, in Indonesian.

    `topic` is where the guide says why, when that helps: one of `sopapp.domain.panduan`.
    """

    topic: str | None = None


class DomainError(SopappError):
    """The user can mend it: the text says what is wrong, where, and what to do.

    `field` names the form field the text belongs to, when there is one.
    """

    def __init__(self, message: str, *, field: str | None = None, topic: str | None = None) -> None:
        super().__init__(message)
        self.field = field
        if topic is not None:
            self.topic = topic


class NotFoundError(DomainError):
    """A record that was asked for by id does not exist."""


class EnvironmentProblem(SopappError):
    """Disk, lock, damage or rights: the text names the file and a remedy."""

    topic = panduan.TIDAK_DAPAT_MENYIMPAN


def unreadable(what: str) -> EnvironmentProblem:
    """For a record that holds what the program never writes; `what` names it to the user."""
    return EnvironmentProblem(
        f"Isi {what} di file data tidak terbaca; mungkin diubah oleh program lain. Periksa data di "
        "Pengaturan, tab Cadangan, atau pulihkan dari cadangan."
    )


class DamagedDataError(EnvironmentProblem):
    """The data file is damaged; it is kept as it is, and a backup takes its place."""

    topic = panduan.DATA_RUSAK


class InUseError(EnvironmentProblem):
    """Another run of the program has the data folder open."""

    topic = panduan.FOLDER_DIPAKAI


class NewerDataError(EnvironmentProblem):
    """The data file was written by a newer program and is left untouched."""

    topic = panduan.VERSI_LEBIH_BARU


class Missing(NamedTuple):
    """One thing a stage still lacks.

    `key` is the requirement's key in the SOP file, `text` the Indonesian sentence,
    `panel` the stage number whose panel on the berkas page mends it.
    """

    key: str
    text: str
    panel: int


class IncompleteError(DomainError):
    """A step cannot be left yet; `missing` lists exactly what is lacking."""

    def __init__(self, message: str, missing: tuple[Missing, ...]) -> None:
        super().__init__(message)
        self.missing = missing
