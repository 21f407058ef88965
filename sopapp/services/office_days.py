"""The office's own days as the calendar takes them."""

from __future__ import annotations

from datetime import date

from sopapp.domain.days_off import OfficeDay
from sopapp.persistence.database import Database
from sopapp.persistence.stored_time import day_of


def office_days(database: Database) -> dict[date, OfficeDay]:
    """Every day that the office decided itself, in order."""
    sql = "SELECT tanggal, masuk, alasan FROM libur_kantor ORDER BY tanggal"
    return {
        day_of(day): OfficeDay(bool(masuk), alasan)
        for day, masuk, alasan in database.execute_sql(sql)
    }
