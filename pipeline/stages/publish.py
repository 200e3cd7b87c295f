"""The candidate -> the published file, together with its reports, and what that changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.base.durable import sha256
from pipeline.base.periods import Periode
from pipeline.base.readers import prepare_file
from pipeline.base.switch import Switch, require_replaceable, switch
from pipeline.call import Call
from pipeline.delivery.account import asked_for, next_step, outbox_lines
from pipeline.delivery.changes import changes
from pipeline.stages import mails, report
from pipeline.stages.candidate import Candidate
from pipeline.stages.index import write_index
from pipeline.stages.kept import OPTION
from pipeline.stages.previous import keep_earlier, published


def publish(call: Call, candidate: Candidate, built: Path | None = None) -> None:
    """Put the candidate in the published file's place, and reports just built in their period's with it.

    What the reports compare with is kept.
    """
    folder, permissions = call.folder, call.settings.rettigheder
    require_replaceable(folder, candidate.periode.periode)
    with call.step("udgivelse", "Udgiver databasen"):
        keep_earlier(folder, candidate.leverance_id)
        if built:
            report.lay_ready(call, candidate, built)
        prepare_file(candidate.path, folder.published, permissions)
        switch(folder, Switch(candidate.periode.periode, reports=built is not None), permissions)


@dataclass(frozen=True)
class Released:
    """What the end of a run says, and what to do next."""

    lines: tuple[str, ...]
    next_: str


def release(call: Call, candidate: Candidate, newer: Periode | None) -> Released:
    """Reports and database published together, then the mails; beside a newer one the reports alone."""
    reports = report.read(call, candidate)
    built = report.build(call, candidate, reports)
    if newer:
        report.release(call, candidate, built)
        write_index(call, candidate.periode, reports)
        return _beside(call, candidate.periode, newer)
    changed = what_changes(call, candidate)
    publish(call, candidate, built)
    write_index(call, candidate.periode, reports)
    outbox = mails.write_mails(call, candidate, reports)
    lines = (*outbox_lines(outbox), *asked_for(call.settings.mail), *changed)
    return Released(lines, next_step(outbox, candidate.periode.periode, call.command))


def _beside(call: Call, periode: Periode, newer: Periode) -> Released:
    again = call.command(f"run --periode {periode.periode} {OPTION} --leverance MAPPE")
    stays = (
        f"Det udgivne er {newer.periode}, som er nyere, og det bliver stående: rapporterne for "
        f"{periode.periode} er skrevet på ny, men databasen og mails er ikke ændret."
    )
    return Released(
        (stays,),
        f"Næste skridt: ingen. Skal {periode.periode} udgives i stedet, så kør: {again}",
    )


def made_of(call: Call, candidate: Candidate) -> str:
    """What was published of which delivery by which plans, for the audit trail."""
    plans = ", ".join(plan.plan_id for plan in candidate.plans)
    return f"leverance {candidate.leverance_id}; planer {plans}; udgivet {sha256(call.folder.published)}"


def what_changes(call: Call, candidate: Candidate) -> tuple[str, ...]:
    """What `publish` is about to change, told while the published file so far still stands."""
    earlier = published(call.folder)
    with replace(candidate, leverance=None, previous=earlier).open(call.folder) as database:
        return changes(database, has_earlier=earlier is not None)
