"""The candidate -> the reports, in a folder of their own until they are released.

Mails link to reports and have to say the same, so it is marked which candidate the released ones were made
from. The mark is taken away before a period's reports are replaced and written when they stand: whatever is
cut short in between leaves no mark, never a wrong one.
"""

from __future__ import annotations

import hashlib
import shutil
from importlib import import_module
from pathlib import Path

from pipeline.base.aside import aside
from pipeline.base.errors import UsageFault
from pipeline.base.settings import Municipality
from pipeline.base.workspace import Workspace, replace_folder
from pipeline.call import Call
from pipeline.definitions.plans import Plan
from pipeline.reports import Reports
from pipeline.stages.candidate import Candidate, write_mark
from pipeline.stages.forms import lay_forms


def get_ready() -> None:
    """Begin to load what draws and renders in the second process, which writes a part of the reports."""
    aside().begin(load)


def load() -> None:
    """Load what draws and renders."""
    from pipeline.reports.papers import papers

    import_module("pipeline.reports.render")
    papers()


def read(call: Call, candidate: Candidate) -> Reports:
    """What the reports are made from, read once for the pages and the mails."""
    with candidate.open(call.folder) as database:
        kommune = call.settings.kommune
        plans = [_in_municipalitys_name(plan, kommune) for plan in candidate.plans]
        return Reports(database, plans, kommune.trin)


def _in_municipalitys_name(plan: Plan, municipality: Municipality) -> Plan:
    """The plan as the municipality's own that follows it: reports never speak in another one's name."""
    own = municipality.navn != Municipality().navn
    return plan.model_copy(update={"organisation": municipality.navn}) if own else plan


def build(call: Call, candidate: Candidate, reports: Reports) -> Path:
    """Build the reports where nobody looks yet, so that half a set never stands where people do."""
    new = call.folder.computation / "rapporter"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    with call.step("rapporter", f"Skriver rapporter for {candidate.periode.periode}"):
        reports.write(new, call.progress)
    return new


def release(call: Call, candidate: Candidate, new: Path) -> Path:
    """Put the reports just built in the place of their period's; where they stand now."""
    target, mark = call.folder.reports / candidate.periode.periode, _mark(call.folder)
    mark.unlink(missing_ok=True)
    lay_forms(call.folder, candidate.periode.periode, new, target)
    replace_folder(new, target, call.settings.rettigheder)
    write_mark(mark, _fingerprint(candidate))
    return target


def require_released(folder: Workspace, candidate: Candidate) -> None:
    """Refuse to go on unless the reports that stand in the candidate's period were made from it.

    Raises:
        UsageFault: they were not, or there are none.
    """
    periode, mark = candidate.periode.periode, _mark(folder)
    stands = (folder.reports / periode).is_dir() and mark.is_file()
    if not stands or mark.read_bytes() != _fingerprint(candidate).encode():
        raise UsageFault(
            f"Rapporterne for {periode} er ikke lavet af det, der sidst blev opgjort; kør først report "
            f"--periode {periode}."
        )


def _mark(folder: Workspace) -> Path:
    """Not in the folder of the reports: that one is their readers'."""
    return folder.computation / "frigivet"


def _fingerprint(candidate: Candidate) -> str:
    """The candidate's every byte, which name its delivery too, and whether that delivery can still be read.

    Its comments stand in the reports only while it can.
    """
    with candidate.path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return f"{content} {int(candidate.leverance is not None)}"
