"""Indonesian for the texts that Qt brings itself, since Qt has no such translation."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

TEXTS = {
    "OK": "OK",
    "Save": "Simpan",
    "Save All": "Simpan semua",
    "Open": "Buka",
    "&Open": "&Buka",
    "&Save": "&Simpan",
    "Yes": "Ya",
    "&Yes": "&Ya",
    "Yes to &All": "Ya untuk &semua",
    "No": "Tidak",
    "&No": "&Tidak",
    "N&o to All": "T&idak untuk semua",
    "Abort": "Hentikan",
    "Retry": "Coba lagi",
    "Ignore": "Abaikan",
    "Close": "Tutup",
    "&Close": "&Tutup",
    "Cancel": "Batal",
    "&Cancel": "&Batal",
    "Discard": "Buang",
    "Help": "Bantuan",
    "Apply": "Terapkan",
    "Reset": "Atur ulang",
    "Restore Defaults": "Kembalikan ke bawaan",
    "&Undo": "&Urungkan",
    "&Redo": "&Ulangi",
    "Cu&t": "Po&tong",
    "&Copy": "&Salin",
    "Copy &Link Location": "Salin &alamat tautan",
    "&Paste": "&Tempel",
    "Delete": "Hapus",
    "&Delete": "&Hapus",
    "Select All": "Pilih semua",
    "&Step up": "&Naik",
    "Step &down": "&Turun",
    "Look in:": "Folder:",
    "&Look in:": "&Folder:",
    "File &name:": "&Nama file:",
    "Files of type:": "Jenis file:",
    "Directory:": "Folder:",
    "&Choose": "&Pilih",
    "Back": "Kembali",
    "Forward": "Maju",
    "Parent Directory": "Folder di atasnya",
    "Create New Folder": "Buat folder baru",
    "&New Folder": "Folder &baru",
    "New Folder": "Folder baru",
    "&Rename": "&Ganti nama",
    "Show &hidden files": "Tampilkan file &tersembunyi",
    "List View": "Daftar",
    "Detail View": "Rincian",
    "Name": "Nama",
    "Size": "Ukuran",
    "Type": "Jenis",
    "Date Modified": "Tanggal diubah",
    "My Computer": "Komputer",
    "Computer": "Komputer",
    "All Files (*)": "Semua file (*)",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti file itu?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nFile tidak ditemukan.\nPeriksa kembali nama filenya."
    ),
    "Print": "Cetak",
    "&Print": "&Cetak",
    "Printer": "Pencetak",
    "&Options >>": "&Pilihan >>",
    "&Options <<": "&Pilihan <<",
    "Copies": "Rangkap",
    "Copie&s:": "&Rangkap:",
    "Print range": "Halaman yang dicetak",
    "Print all": "Semua",
    "Pages from": "Halaman",
    "to": "sampai",
    "Page &Setup": "&Halaman",
    "P&roperties": "P&engaturan",
}
"""Qt's English text -> what the user reads."""


class IndonesianTexts(QTranslator):
    """Answers for the texts in `TEXTS`, whatever class of Qt asks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Indonesian texts")

    def isEmpty(self) -> bool:
        """Never empty, else Qt would not install it."""
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002 - the words are the same everywhere
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        """Give the Indonesian text; None leaves Qt's own."""
        return TEXTS.get(source)
