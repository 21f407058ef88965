"""The lane that holds a berkas, as the data file names it."""

from __future__ import annotations

from sopapp.domain.sop import LaneCode
from sopapp.persistence.odd_record import decodes

_LANES = {code.value: code for code in LaneCode}


@decodes("posisi berkas")
def lane_of(text: str) -> LaneCode:
    """The lane of a step's row. Raises EnvironmentProblem for one that no SOP can have."""
    return _LANES[text]
