"""The sheet that goes to a unit with the Nota Dinas and comes back filled in."""

from __future__ import annotations

from sopapp.domain.dik import EntriDik, StatusJangka, status_jangka
from sopapp.domain.errors import NotFoundError
from sopapp.domain.formulir import nilai_formulir
from sopapp.domain.formulir_unit import BarisFormulir, FormulirUnit, HurufFormulir
from sopapp.domain.sop import STAGE_NUMBER, LaneCode, StageKind
from sopapp.domain.tanggal import tanggal
from sopapp.persistence.store import Store
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.dik import DikService
from sopapp.services.file_names import file_name
from sopapp.services.instansi import InstansiService
from sopapp.services.katalog import KatalogService
from sopapp.services.letter_parts import full_name
from sopapp.services.setting import SettingService
from sopapp.services.unit_kerja import UnitKerja, UnitKerjaService


@checked_input(trusted=("value",))
class FormulirService:
    """Puts together what the forms say; changes nothing."""

    def __init__(
        self,
        store: Store,
        berkas: BerkasService,
        dik: DikService,
        instansi: InstansiService,
        unit_kerja: UnitKerjaService,
        katalog: KatalogService,
        setting: SettingService,
    ) -> None:
        self._store = store
        self._berkas = berkas
        self._dik = dik
        self._instansi = instansi
        self._unit_kerja = unit_kerja
        self._katalog = katalog
        self._setting = setting

    def file_name(self, value: FormulirUnit) -> str:
        """A name for the file that every system takes."""
        title = f"Formulir DIK {value.tahun} {value.unit_kode} {value.unit_nama}"
        return file_name(title, ".xlsx")

    def value(self, berkas_id: int, unit_id: int) -> FormulirUnit:
        """What the form of a unit says, its entries in force now. Raises NotFoundError."""
        detail = self._berkas.get(berkas_id)
        unit = self._unit(unit_id)
        office = full_name(self._instansi.get())
        asked = STAGE_NUMBER[StageKind.PERMINTAAN]
        due = [run.due for run in detail.runs if run.stage == asked][-1]
        admin = detail.sop.lane_name(LaneCode.ADMIN_PPID)
        return FormulirUnit(
            instansi=office,
            berkas=detail.judul,
            tahun=detail.tahun,
            unit_kode=unit.kode,
            unit_nama=unit.nama,
            tenggat=due,
            penerima=f"{admin}, {office}" if office else admin,
            dibuat=self._store.clock.now(),
            kertas=self._setting.letters().kertas().name,
            baris=self._rows(unit_id),
            huruf=self._letters(),
            undang_undang=tuple(law.kutipan for law in self._katalog.laws()),
            catatan_huruf=self._katalog.catatan_pasal_17(),
        )

    def _unit(self, unit_id: int) -> UnitKerja:
        for unit in self._unit_kerja.list():
            if unit.id == unit_id:
                return unit
        raise NotFoundError("Unit kerja itu tidak ada lagi.")

    def _rows(self, unit_id: int) -> tuple[BarisFormulir, ...]:
        listed = self._dik.current()
        # Only the unit's own entries are read; a register may hold thousands of others.
        own = [at for at, place in enumerate(listed.places) if place.unit_id == unit_id]
        entries = [listed[at] for at in own]
        return tuple(
            BarisFormulir(entry.id, nilai_formulir(entry), self._note(entry)) for entry in entries
        )

    def _note(self, entry: EntriDik) -> str:
        """What the unit is told of the period; never the office's own note."""
        ahead = self._setting.register().batas_hari
        status = status_jangka(entry.berakhir, self._store.clock.today(), ahead)
        if status is StatusJangka.BERLAKU or entry.berakhir is None:
            return ""
        ended = "sudah berakhir" if status is StatusJangka.LEWAT else "berakhir"
        return (
            f"Jangka waktu {ended} {tanggal(entry.berakhir)}. Pilih Dibuka kembali, atau Ubah "
            "dengan jangka waktu baru."
        )

    def _letters(self) -> tuple[HurufFormulir, ...]:
        found = []
        for letter in self._katalog.pasal_17():
            found.append(HurufFormulir(letter.huruf, letter.teks))
            found += [
                HurufFormulir(f"{letter.huruf}.{point.angka}", point.teks) for point in letter.butir
            ]
        return tuple(found)
