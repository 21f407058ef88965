"""Every action of the window, in the order of its menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.actions.action import Action, Menu, Shell


def _page(name: str) -> Callable[[Shell], object]:
    return lambda shell: getattr(shell, name)()


def _tab(name: str) -> Callable[[Shell], object]:
    return lambda shell: shell.settings(name)


def _books(name: str) -> Callable[[Shell], object]:
    return lambda shell: shell.surat(name)


PAGES = (
    ("today", "today", "Hari ini", "beranda awal tugas tenggat pengingat"),
    ("board", "board", "Papan", "kartu alur swimlane tahap"),
    ("calendar", "calendar", "Kalender", "libur cuti bersama tenggat bulan"),
    ("register", "register", "Daftar (DIK)", "informasi dikecualikan entri"),
    ("surat", "surat", "Surat", "agenda ekspedisi nomor nota dinas"),
    ("archive", "archive", "Arsip", "berkas selesai dibatalkan"),
    ("report", "report", "Laporan", "kinerja sop monev statistik grafik"),
    ("riwayat", "history", "Riwayat", "catatan perubahan jejak audit"),
    ("settings", "settings", "Pengaturan", "setelan konfigurasi"),
)
"""(name, icon, word, other words) in the order of the navigation and of Ctrl+1 to Ctrl+9."""

_TABS = (
    ("instansi", "Instansi dan kop surat", "office", "alamat logo nama kantor dinas"),
    ("unit_kerja", "Unit kerja", "units", "bidang sekretariat seksi"),
    ("pejabat", "Pejabat penanda tangan", "official", "kepala dinas sekretaris nip plt pangkat"),
    ("libur", "Hari kerja dan libur", "calendar", "cuti bersama kalender tanggal merah"),
    (
        "surat",
        "Surat, nomor, dan kertas",
        "letter",
        "templat margin f4 a4 pola nomor naskah klasifikasi jenis ukuran huruf sifat",
    ),
    ("katalog", "Katalog hukum", "document", "pasal 17 undang-undang dasar"),
    ("sop", "SOP", "document", "tahap langkah baku mutu revisi"),
    ("kunci", "Kunci layar", "lock", "kata sandi password"),
    (
        "cadangan",
        "Cadangan",
        "save",
        "backup salinan flashdisk tempat kedua disk lepas kata sandi periksa data satu file",
    ),
    (
        "umum",
        "Umum",
        "settings",
        "pelaku halaman pembuka pemberitahuan notifikasi pengingat batas peringatan folder profil",
    ),
)

ACTIONS = (
    Action(
        "new_berkas", "Berkas &baru…", "add", Menu.BERKAS, lambda shell: shell.new_berkas(),
        ("Ctrl+N",), "buat mulai pemutakhiran",
    ),
    Action(
        "undo", "&Urungkan", "undo", Menu.BERKAS, lambda shell: shell.undo_last(), ("Ctrl+Z",),
        "undo kembalikan langkah terakhir",
    ),
    Action(
        "redo", "Ulan&gi", "redo", Menu.BERKAS, lambda shell: shell.redo_last(),
        ("Ctrl+Y", "Ctrl+Shift+Z"), "redo batal mengurungkan langkah",
    ),
    Action(
        "backup", "Buat &cadangan sekarang", "save", Menu.BERKAS,
        lambda shell: shell.backup_now(), (), "backup salin simpan", rule=True,
    ),
    Action(
        "restore", "&Pulihkan dari cadangan…", "history", Menu.BERKAS, _tab("cadangan"), (),
        "restore kembalikan data",
    ),
    Action(
        "lock", "&Kunci layar", "lock", Menu.BERKAS, lambda shell: shell.lock(), ("Ctrl+L",),
        "sandi tinggalkan meja", rule=True,
    ),
    Action(
        "quit", "Ke&luar", "close", Menu.BERKAS, lambda shell: shell.close(), ("Ctrl+Q",),
        "tutup selesai exit",
    ),
    Action(
        "finder", "&Temukan…", "search", Menu.LIHAT, lambda shell: shell.finder(), ("Ctrl+K",),
        "cari pencarian perintah",
    ),
    *(
        Action(name, word, icon, Menu.LIHAT, _page(name), (f"Ctrl+{number}",), words,
               rule=number == 1)
        for number, (name, icon, word, words) in enumerate(PAGES, 1)
    ),
    Action(
        "agenda", "Buku agenda", "surat", Menu.LIHAT, _books("agenda"), (), "nomor surat keluar",
        rule=True,
    ),
    Action(
        "ekspedisi", "Buku ekspedisi", "surat", Menu.LIHAT, _books("ekspedisi"), (),
        "kirim serah terima",
    ),
    Action(
        "penolakan", "Permohonan yang ditolak", "surat", Menu.LIHAT, _books("penolakan"), (),
        "pemohon penolakan jawaban",
    ),
    *(
        Action(f"settings_{name}", title, icon, Menu.PENGATURAN, _tab(name), (), words)
        for name, title, icon, words in _TABS
    ),
    Action(
        "first_start", "Siapkan kantor langkah demi langkah…", "office", Menu.PENGATURAN,
        lambda shell: shell.first_start(), (), "panduan awal mulai data contoh profil", rule=True,
    ),
    Action(
        "guide", "&Panduan", "help", Menu.BANTUAN, lambda shell: shell.guide(), ("F1",),
        "bantuan cara petunjuk",
    ),
    Action(
        "glossary", "&Glosarium", "help", Menu.BANTUAN,
        partial(lambda topic, shell: shell.guide(topic), "glosarium"), (), "istilah arti singkatan",
    ),
    Action(
        "trouble", "&Masalah umum", "help", Menu.BANTUAN,
        partial(lambda topic, shell: shell.guide(topic), "masalah-umum"), (), "kesalahan error",
    ),
    Action(
        "shortcuts", "&Tombol pintas", "info", Menu.BANTUAN, lambda shell: shell.shortcuts(),
        ("Ctrl+/",), "keyboard papan ketik pintasan",
    ),
    Action(
        "sop_sheet", "&SOP yang berlaku", "document", Menu.BANTUAN,
        lambda shell: shell.sop_sheet(), (), "lembar sop prosedur", rule=True,
    ),
    Action(
        "about", "Tent&ang program ini", "info", Menu.BANTUAN, lambda shell: shell.about(), (),
        "versi lisensi",
    ),
)  # fmt: skip
"""Names are unique."""
