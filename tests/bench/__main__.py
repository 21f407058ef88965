"""Every bench, one line a figure: `python -m tests.bench`. Figures, never a verdict."""

from __future__ import annotations

from tests.bench import (
    bench_agenda,
    bench_board,
    bench_calendar,
    bench_documents,
    bench_finder,
    bench_gaps,
    bench_hari_kerja,
    bench_impor,
    bench_kinerja,
    bench_letter_editor,
    bench_register,
    bench_start,
)

_BENCHES = (
    bench_start,
    bench_gaps,
    bench_documents,
    bench_hari_kerja,
    bench_board,
    bench_calendar,
    bench_register,
    bench_agenda,
    bench_finder,
    bench_kinerja,
    bench_impor,
    bench_letter_editor,
)

if __name__ == "__main__":
    for bench in _BENCHES:
        for what, figure, aim in bench.run():
            print(f"{figure:9.2f}  (aim {aim:g})  {what}", flush=True)
