"""The candidate -> the reports, in a folder of their own until they are released.

Mails link to reports and have to say the same, so it is marked which candidate the released ones were made
from. The mark lies among the reports and goes in their place with them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from pipeline.base.aside import aside
from pipeline.base.durable import beside, put, remove, sha256
from pipeline.base.errors import UsageFault
from pipeline.base.readers import open_for_readers, prepare_folder
from pipeline.base.released import Released, fingerprints, read_mark, write_mark
from pipeline.base.settings import Municipality
from pipeline.base.switch import Switch, require_replaceable, switch
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.definitions.form_sheets import is_form
from pipeline.definitions.plans import Plan
from pipeline.reports import Reports
from pipeline.reports.facts.told import read_memory, write_memory
from pipeline.stages.candidate import Candidate
from pipeline.stages.forms import lay_forms
from pipeline.stages.index import lay_team_indices


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
        return Reports(database, plans, kommune.trin, read_memory(call.folder.told))


def _in_municipalitys_name(plan: Plan, municipality: Municipality) -> Plan:
    """The plan as the municipality's own that follows it: reports never speak in another one's name."""
    own = municipality.navn != Municipality().navn
    return plan.model_copy(update={"organisation": municipality.navn}) if own else plan


def build(call: Call, candidate: Candidate, reports: Reports) -> Path:
    """Build the reports where nobody looks yet, so that half a set never stands where people do."""
    require_replaceable(call.folder, candidate.periode.periode)
    new = beside(_target(call.folder, candidate))
    open_for_readers(new.parent, call.settings.rettigheder)
    remove(new)
    new.mkdir(mode=0o700)
    with call.step("rapporter", f"Skriver rapporter for {candidate.periode.periode}"):
        reports.write(new, call.progress)
        lay_team_indices(call, candidate.periode, reports, new)
    call.folder.told_next.unlink(missing_ok=True)
    if reports.memory.told:
        write_memory(reports.memory, call.folder.told_next)
    return new


def lay_ready(call: Call, candidate: Candidate, new: Path) -> None:
    """Complete the reports just built: what leaders have to fill in or have begun on, the mark, the modes."""
    target = _target(call.folder, candidate)
    lay_forms(call.folder, candidate.periode.periode, new, target)
    files = {name: mark for name, mark in fingerprints(new).items() if not is_form(Path(name).name)}
    write_mark(new, Released(target.name, sha256(candidate.path), candidate.leverance is not None, files))
    prepare_folder(new, call.settings.rettigheder)
    if call.folder.told_next.is_file():  # before anybody reads it: what is remembered was at most not told
        put(call.folder.told_next, call.folder.told)


def release(call: Call, candidate: Candidate, new: Path) -> Path:
    """Put the reports just built in the place of their period's; where they stand now."""
    lay_ready(call, candidate, new)
    switch(call.folder, Switch(candidate.periode.periode, database=False), call.settings.rettigheder)
    return _target(call.folder, candidate)


def require_released(folder: Workspace, candidate: Candidate) -> None:
    """Refuse to go on unless the reports that stand in the candidate's period were made from it.

    Raises:
        UsageFault: they were not, or there are none.
    """
    mark, periode = read_mark(_target(folder, candidate)), candidate.periode.periode
    now = (sha256(candidate.path), candidate.leverance is not None)
    if mark is None or (mark.database, mark.leverance) != now:
        raise UsageFault(
            f"Rapporterne for {periode} er ikke lavet af det, der sidst blev opgjort; kør først report "
            f"--periode {periode}."
        )


def _target(folder: Workspace, candidate: Candidate) -> Path:
    return folder.reports / candidate.periode.periode
