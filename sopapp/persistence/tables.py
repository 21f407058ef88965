"""Peewee models of the tables; the schema itself is made by the steps, never from here.

Rows do not leave the services: they hand out the domain's values.
"""

from __future__ import annotations

import peewee as pw

from sopapp.persistence.database import Database, bind_tables


class _Table(pw.Model):
    class Meta:
        legacy_table_names = False


class Attachment(_Table):
    """A stored file's record; the bytes lie under their SHA-256."""

    sha256 = pw.TextField()
    nama = pw.TextField()
    ukuran = pw.IntegerField()
    tipe = pw.TextField()
    ditambahkan = pw.TextField()


class Setting(_Table):
    """One group of settings as JSON."""

    kunci = pw.TextField(primary_key=True)
    nilai = pw.TextField()


class Instansi(_Table):
    """The office: one row."""

    pemerintah = pw.TextField()
    nama = pw.TextField()
    singkatan = pw.TextField()
    alamat = pw.TextField()
    kota = pw.TextField()
    logo = pw.ForeignKeyField(Attachment, null=True)


class UnitKerja(_Table):
    """A unit that is asked for its usulan."""

    kode = pw.TextField()
    nama = pw.TextField()
    pimpinan = pw.TextField()
    urutan = pw.IntegerField()
    aktif = pw.BooleanField(default=True)


class Pejabat(_Table):
    """An official, valid for a time; `atas_nama` and `melalui` (u.b.) for one with a mandate."""

    nama = pw.TextField()
    nip = pw.TextField()
    pangkat = pw.TextField()
    golongan = pw.TextField()
    jabatan = pw.TextField()
    selaku = pw.TextField()
    atas_nama = pw.TextField(default="")
    melalui = pw.TextField(default="")
    kepegawaian = pw.TextField(default="pns")
    peran = pw.TextField(null=True)
    status = pw.TextField()
    berlaku_dari = pw.TextField()
    berlaku_sampai = pw.TextField(null=True)


class LiburKantor(_Table):
    """A day that the office adds to or takes from the holidays."""

    tanggal = pw.TextField(primary_key=True)
    masuk = pw.BooleanField()
    alasan = pw.TextField()


class SopVersi(_Table):
    """The whole text of an SOP file that was loaded once."""

    sha256 = pw.TextField()
    nama = pw.TextField()
    isi = pw.TextField()
    dimuat = pw.TextField()


class Berkas(_Table):
    """One update of the DIK."""

    judul = pw.TextField()
    tahun = pw.IntegerField()
    sop = pw.ForeignKeyField(SopVersi)
    mulai = pw.TextField()


class StageRun(_Table):
    """A stay of a berkas in a stage; open while `selesai` is null."""

    berkas = pw.ForeignKeyField(Berkas)
    stage = pw.IntegerField()
    mulai = pw.TextField()
    selesai = pw.TextField(null=True)
    hasil = pw.TextField(null=True)
    alasan = pw.TextField(default="")


class StepRun(_Table):
    """A stay in a step of a stage: who holds the berkas since when."""

    stage_run = pw.ForeignKeyField(StageRun)
    step = pw.IntegerField()
    lane = pw.TextField()
    mulai = pw.TextField()
    selesai = pw.TextField(null=True)
    alasan = pw.TextField(default="")


class Permohonan(_Table):
    """A request for information that is refused; `ditolak` names the part when it is one.

    `perpanjangan` is the reason of the seven more days, `batal` why it was taken back.
    """

    nomor_pendaftaran = pw.TextField()
    diterima = pw.TextField()
    nama = pw.TextField()
    alamat = pw.TextField()
    kontak = pw.TextField()
    rincian = pw.TextField()
    ditolak = pw.TextField(default="")
    perpanjangan = pw.TextField(default="")
    catatan = pw.TextField(default="")
    batal = pw.TextField(default="")


class Surat(_Table):
    """A letter and its line in the number book; `isi` null means the template's words hold.

    `perlu_cetak` is set by every change of what the letter says, cleared by printing. `urut` is
    its place in the sequence `deret` of its year (null when the number has another form),
    `sisipan` why it stands between two others. `klasifikasi` to `penanda_tangan` are what the
    book says of it since it was numbered.
    """

    berkas = pw.ForeignKeyField(Berkas, null=True)
    permohonan = pw.ForeignKeyField(Permohonan, null=True)
    jenis = pw.TextField()
    unit = pw.ForeignKeyField(UnitKerja, null=True)
    rujukan = pw.ForeignKeyField("self", null=True)
    mengganti = pw.ForeignKeyField("self", null=True)
    deret = pw.TextField(default="")
    nomor = pw.TextField(null=True)
    tanggal = pw.TextField(null=True)
    urut = pw.IntegerField(null=True)
    sisipan = pw.TextField(default="")
    klasifikasi = pw.TextField(default="")
    perihal = pw.TextField(default="")
    tujuan = pw.TextField(default="")
    lampiran = pw.TextField(default="")
    penanda_tangan = pw.TextField(default="")
    ditandatangani = pw.BooleanField(default=False)
    perlu_cetak = pw.BooleanField(default=True)
    isi = pw.TextField(null=True)
    batal = pw.TextField(default="")
    dibatalkan = pw.TextField(null=True)


class Cetakan(_Table):
    """A PDF of a letter as it was printed or saved.

    `sidik` is the fingerprint of what the letter said, number and date apart; `nomor` the number
    it was printed with ("" for room in its place, null when unknown). `naskah` holds the content
    itself of a letter that a copy may be made of.
    """

    surat = pw.ForeignKeyField(Surat)
    attachment = pw.ForeignKeyField(Attachment)
    sidik = pw.TextField()
    keterangan = pw.TextField()
    waktu = pw.TextField()
    naskah = pw.ForeignKeyField(Attachment, null=True)
    nomor = pw.TextField(null=True)


class Koreksi(_Table):
    """A change of a letter that was printed already: words and number before and after."""

    surat = pw.ForeignKeyField(Surat)
    alasan = pw.TextField()
    sebelum = pw.TextField()
    sesudah = pw.TextField()
    waktu = pw.TextField()


class Ekspedisi(_Table):
    """A hand-over of a letter: to whom and when it went, who took it and when."""

    surat = pw.ForeignKeyField(Surat)
    kepada = pw.TextField()
    dikirim = pw.TextField()
    diterima = pw.TextField(null=True)
    penerima = pw.TextField(default="")


class Templat(_Table):
    """The office's own texts of a template, in place of those that came with the program."""

    nama = pw.TextField(primary_key=True)
    isi = pw.TextField()


class Permintaan(_Table):
    """What a unit was asked and what it answered."""

    berkas = pw.ForeignKeyField(Berkas)
    unit = pw.ForeignKeyField(UnitKerja)
    surat = pw.ForeignKeyField(Surat, null=True)
    jawaban = pw.TextField(null=True)
    dijawab = pw.TextField(null=True)
    alasan = pw.TextField(default="")
    attachment = pw.ForeignKeyField(Attachment, null=True)


class DikEntri(_Table):
    """The identity of an entry through all its versions; `catatan` is for the office only."""

    catatan = pw.TextField(default="")


class PermohonanEntri(_Table):
    """An entry of the register that a refused request asked for."""

    permohonan = pw.ForeignKeyField(Permohonan)
    entri = pw.ForeignKeyField(DikEntri)
    urutan = pw.IntegerField()

    class Meta:  # noqa: D106 - peewee's
        primary_key = pw.CompositeKey("permohonan", "entri")


class Usulan(_Table):
    """What a unit proposes, and the verdict on it."""

    berkas = pw.ForeignKeyField(Berkas)
    unit = pw.ForeignKeyField(UnitKerja)
    jenis = pw.TextField()
    entri = pw.ForeignKeyField(DikEntri, null=True)
    isi = pw.TextField()
    putusan = pw.TextField(null=True)
    catatan = pw.TextField(default="")
    diterima = pw.TextField(null=True)


class Uji(_Table):
    """A uji konsekuensi of a usulan, with the content that was tested."""

    usulan = pw.ForeignKeyField(Usulan)
    isi_usulan = pw.TextField()
    isi = pw.TextField()
    waktu = pw.TextField()


class CetakanUji(_Table):
    """A printed Lembar Uji."""

    berkas = pw.ForeignKeyField(Berkas)
    uji = pw.ForeignKeyField(Uji, null=True)
    jenis = pw.TextField()
    attachment = pw.ForeignKeyField(Attachment)
    waktu = pw.TextField()


class UndangUndang(_Table):
    """A law that the office added to the catalogue."""

    kutipan = pw.TextField()
    singkatan = pw.TextField()


class Impor(_Table):
    """A sheet that was taken in, the file itself kept."""

    berkas = pw.ForeignKeyField(Berkas, null=True)
    unit = pw.ForeignKeyField(UnitKerja, null=True)
    attachment = pw.ForeignKeyField(Attachment)
    ringkasan = pw.TextField()
    waktu = pw.TextField()


class DikTerbitan(_Table):
    """A version of the register: a Keputusan of a berkas, or number and date of an older one."""

    surat = pw.ForeignKeyField(Surat, null=True)
    nomor = pw.TextField(null=True)
    tanggal = pw.TextField(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True)
    diterapkan = pw.TextField()


class Terbitan(_Table):
    """A view: each version with the number and date of its Keputusan; never written to."""

    nomor = pw.TextField()
    tanggal = pw.TextField()
    surat = pw.ForeignKeyField(Surat, null=True)
    berkas = pw.ForeignKeyField(Berkas, null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True)
    diterapkan = pw.TextField()


class DikTerbitanUnit(_Table):
    """The name and place of a unit in the list of one version."""

    terbitan = pw.ForeignKeyField(DikTerbitan)
    unit = pw.ForeignKeyField(UnitKerja)
    nama = pw.TextField()
    urutan = pw.IntegerField()

    class Meta:  # noqa: D106 - peewee's
        primary_key = pw.CompositeKey("terbitan", "unit")


class DikVersi(_Table):
    """A change of an entry by one Keputusan; one left as it was has no row."""

    entri = pw.ForeignKeyField(DikEntri)
    terbitan = pw.ForeignKeyField(DikTerbitan)
    perubahan = pw.TextField()
    unit = pw.ForeignKeyField(UnitKerja)
    usulan = pw.ForeignKeyField(Usulan, null=True)
    isi = pw.TextField()


class Pindaian(_Table):
    """A scan of a signed letter."""

    surat = pw.ForeignKeyField(Surat)
    attachment = pw.ForeignKeyField(Attachment)
    waktu = pw.TextField()


class DaftarTerbit(_Table):
    """The list for publication as it was written."""

    berkas = pw.ForeignKeyField(Berkas)
    attachment = pw.ForeignKeyField(Attachment)
    waktu = pw.TextField()


class Publikasi(_Table):
    """Where and when the list was published."""

    berkas = pw.ForeignKeyField(Berkas)
    tempat = pw.TextField()
    tanggal = pw.TextField()
    tautan = pw.TextField(default="")
    waktu = pw.TextField()


class Bundel(_Table):
    """An archive bundle that was written."""

    berkas = pw.ForeignKeyField(Berkas)
    attachment = pw.ForeignKeyField(Attachment)
    waktu = pw.TextField()


class Riwayat(_Table):
    """Who did what when; each row is chained to the one before."""

    waktu = pw.TextField()
    pelaku = pw.TextField()
    aksi = pw.TextField()
    berkas = pw.ForeignKeyField(Berkas, null=True)
    ringkasan = pw.TextField()
    sebelum = pw.TextField(null=True)
    sesudah = pw.TextField(null=True)
    rantai = pw.TextField()


MODELS: tuple[type[pw.Model], ...] = (
    Attachment,
    Setting,
    Instansi,
    UnitKerja,
    Pejabat,
    LiburKantor,
    SopVersi,
    Berkas,
    StageRun,
    StepRun,
    Permohonan,
    Surat,
    Cetakan,
    Koreksi,
    Ekspedisi,
    Templat,
    Permintaan,
    DikEntri,
    PermohonanEntri,
    Usulan,
    Uji,
    CetakanUji,
    UndangUndang,
    Impor,
    DikTerbitan,
    Terbitan,
    DikTerbitanUnit,
    DikVersi,
    Pindaian,
    DaftarTerbit,
    Publikasi,
    Bundel,
    Riwayat,
)


def _bind(file: Database) -> None:
    file.orm.bind(MODELS, bind_refs=False, bind_backrefs=False)


bind_tables(_bind)
