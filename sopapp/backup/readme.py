"""The text that explains a folder of backups to whoever finds it."""

from __future__ import annotations

README = "BACA-SAYA.txt"

_TEXT = """\
CADANGAN PEMUTAKHIRAN DIK

Folder ini berisi cadangan dari program Pemutakhiran DIK: catatan, nomor surat, riwayat, dan
semua file yang tersimpan di dalamnya. Folder ini dibuat dan dirapikan oleh program. Jangan
mengganti nama, mengubah, atau menghapus isinya satu per satu.


APA SAJA ISINYA

cadangan-TANGGAL-JAM-rNOMOR.sopdik
    Satu cadangan: seluruh catatan pada saat itu. Nomor di belakang huruf r adalah nomor
    riwayat terakhir di dalamnya; makin besar, makin baru. Bila data pernah dipulihkan, nomor
    sesudahnya mulai lagi dari nomor cadangan yang dipulihkan; lihat juga tanggalnya.

Folder isi
    File yang disebut oleh cadangan (surat tercetak, hasil pindai, lampiran). Satu file disimpan
    sekali saja dan dipakai bersama oleh semua cadangan di folder ini.

PENTING: file .sopdik di folder ini tidak cukup sendirian. Kalau cadangan dipindahkan ke tempat
lain, salin seluruh folder ini, termasuk folder isi. Untuk satu file yang lengkap, buka program
lalu pilih Pengaturan > Cadangan > Simpan ke satu file.


CARA MEMULIHKAN

1. Pasang program Pemutakhiran DIK di komputer (boleh komputer baru).
2. Buka program, pilih Pengaturan > Cadangan > Pulihkan, lalu pilih file .sopdik yang terbaru
   (lihat nomor r di atas).
3. Program menunjukkan isinya dahulu. Data yang sudah ada tidak dihapus, tetapi disimpan di
   folder tersendiri.

Tanpa jendela program (dari kode sumbernya: python -m sopapp pulihkan):

    sop-dik-cli pulihkan FILE.sopdik FOLDER

FOLDER adalah folder data yang akan diisi. Tambahkan --isi untuk melihat isinya saja.


KATA SANDI

Cadangan bisa dilindungi kata sandi; nama file di dalam folder isi lalu berakhiran .aes.
Tanpa kata sandi itu cadangan tidak dapat dibuka oleh siapa pun, termasuk oleh pembuat program.
Simpan kata sandinya di tempat yang aman, terpisah dari cadangan, dan serahkan kepada admin
berikutnya.

Cadangan tanpa kata sandi dapat dibaca siapa saja yang memegang folder ini. Isinya mencakup data
pribadi dan informasi yang dikecualikan, jadi simpan di tempat yang terkunci.
"""


def readme_text() -> bytes:
    """As it lies in the folder: UTF-8, with the line ends that every editor knows."""
    return _TEXT.replace("\n", "\r\n").encode()
