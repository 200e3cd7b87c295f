"""Reports of a workspace: seconds of facts, view model, pictures and markup, and of one more team.

python -m bench.reports WORKSPACE      a workspace in which `check` or `run` has been done
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.call import STANDARDPLAN
from pipeline.definitions.plans import laes_plan
from pipeline.stages.report_sources import rapportgrundlag
from pipeline.workspace import Arbejdsmappe


def maal(arbejdsmappe: Path) -> None:
    """Print where the time goes, imports included: the first run in a process is a cold one."""
    start = time.perf_counter()
    from pipeline.reports import build, workbook
    from pipeline.reports.charts import Tegner
    from pipeline.reports.render import Skriver

    sekunder: Counter[str] = Counter()
    antal: Counter[str] = Counter()

    def taget(navn: str, funktion: Callable[..., Any]) -> Callable[..., Any]:
        def med_tid(*argumenter: Any, **navngivne: Any) -> Any:
            begyndt = time.perf_counter()
            try:
                return funktion(*argumenter, **navngivne)
            finally:
                sekunder[navn] += time.perf_counter() - begyndt
                antal[navn] += 1

        return med_tid

    sekunder["imports"] = time.perf_counter() - start
    build.hent_grundlag = taget("facts", build.hent_grundlag)
    for byg in ("byg_side", "byg_registrering", "byg_feedback", "byg_ark", "byg_udvalg"):
        setattr(build, byg, taget("view model", getattr(build, byg)))
    Tegner.tegn = taget("pictures", Tegner.tegn)  # type: ignore[method-assign]
    for skriv in ("skriv", "skriv_dokument", "skriv_udvalg"):
        setattr(Skriver, skriv, taget("markup and pictures", getattr(Skriver, skriv)))
    workbook.skriv_regneark = taget("workbook", workbook.skriv_regneark)
    with rapportgrundlag(Arbejdsmappe(arbejdsmappe)) as database, tempfile.TemporaryDirectory() as ud:
        skrevne = build.Rapporter(database, laes_plan(STANDARDPLAN)).skriv(Path(ud))
        hold = sum(fil.name == "rapport.html" for fil in skrevne)
    i_alt = time.perf_counter() - start
    sekunder["markup"] = sekunder.pop("markup and pictures") - sekunder["pictures"]
    for navn, tid in sekunder.items():
        print(f"{navn:<12} {tid:6.2f} s  {antal[navn] or '':>5}")
    faelles = sekunder["imports"] + sekunder["facts"]
    print(f"{'all':<12} {i_alt:6.2f} s for {hold} reports and {len(skrevne)} files")
    print(f"{'per report':<12} {(i_alt - faelles) / hold:6.2f} s")


if __name__ == "__main__":
    maal(Path(sys.argv[1]))
