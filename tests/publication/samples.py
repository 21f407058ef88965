"""Lists for the tests: ordinary, empty and hostile."""

from __future__ import annotations

import dataclasses
from datetime import date

from sopapp.domain.daftar_terbuka import BarisTerbuka, DaftarTerbuka

ROW = BarisTerbuka(
    informasi="Identitas pelapor pengaduan konsumen",
    dasar_hukum=(
        "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008",
        "Pasal 17 huruf j UU Nomor 14 Tahun 2008 jo. Pasal 36 UU Nomor 27 Tahun 2022",
    ),
    dibuka="Pelapor dapat diintimidasi; mereka enggan melapor lagi.",
    ditutup="Pelapor terlindungi dan berani melapor.",
    jangka_waktu="sampai ada persetujuan tertulis dari pelapor",
    unit_kerja="Bidang Perlindungan Konsumen",
    mulai=date(2026, 12, 7),
    berakhir=None,
)
SECOND = dataclasses.replace(
    ROW,
    informasi="Hasil uji laboratorium milik pelanggan (bagian yang dikecualikan: nama)",
    dasar_hukum=("Pasal 17 huruf b UU Nomor 14 Tahun 2008",),
    dibuka="Merugikan posisi usaha pelanggan:\n- harga\n- resep",
    jangka_waktu="5 tahun",
    berakhir=date(2031, 12, 7),
)
LIST = DaftarTerbuka(
    instansi="Dinas Percontohan Provinsi Contoh Timur",
    judul="Daftar Informasi Publik yang Dikecualikan di Lingkungan Dinas Percontohan Tahun 2026",
    nomor_keputusan="500.12/45/KEP/CONTOH/XII/2026",
    tanggal_keputusan=date(2026, 12, 7),
    per_tanggal=date(2026, 12, 31),
    ditulis=date(2027, 1, 4),
    baris=(ROW, SECOND),
    catatan=("Pemberian informasi publik pada Dinas Percontohan tidak dipungut biaya.",),
)
EMPTY = dataclasses.replace(LIST, baris=())

HOSTILE_TEXTS = (
    "<script>alert(1)</script>",
    "</td></tr></table><h1>x</h1>",
    '" onmouseover="alert(1)',
    "&lt;bukan tanda&gt; & <b>tebal</b>",
    "معلومات سرية \u202eterbalik",
    "Emoji 😀👩‍👩‍👧 dan 𝔘nicode",
    "Kendali \x00\x07\x1b[31m\x9f dan \ufffe akhir",
    "separuh \ud83d saja",
    "<r>bukan markah</r>",
    "=cmd|' /C calc'!A0",
    "_x0041_ bukan huruf A",
    "https://contoh.go.id/laman",
    "internal:Daftar!A1",
    "baris satu\r\nbaris dua\rbaris tiga\u2028baris empat",
    "{=1+1}",
    "a" * 5000,
    "kata" + "panjang" * 300,
)


def hostile_list() -> DaftarTerbuka:
    """A list with each hostile text in every place that people type in."""
    rows = tuple(
        dataclasses.replace(
            ROW,
            informasi=text,
            dasar_hukum=(text, "Dasar"),
            dibuka=text,
            ditutup=text,
            jangka_waktu=text,
            unit_kerja=text,
        )
        for text in HOSTILE_TEXTS
    )
    return dataclasses.replace(
        LIST,
        instansi="<script>alert(2)</script> & Rekan",
        judul='Judul "kutip" <i>miring</i> &P',
        nomor_keputusan="=1+1 <&>",
        baris=rows,
        catatan=("=HYPERLINK(1)", "<img src=x onerror=alert(3)>"),
    )
