"""What can be asked of one municipality's workspace: which stages, in which order, with it to themselves."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline.base.errors import UsageFault
from pipeline.base.periods import read_periode
from pipeline.base.resources import resource
from pipeline.base.settings import FILE_NAME, read_settings
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance, Outcome, PlanChecked, WeekOutcome
from pipeline.definitions.new_plan import write_new_plan
from pipeline.definitions.plans import Plan, all_plans
from pipeline.delivery.account import next_step, outbox_lines
from pipeline.delivery.postoffice import Notice, approve_mails, show_postbog
from pipeline.intake.ingest import Intake
from pipeline.review.draw import Asked, Drawn
from pipeline.review.eliminate import Elimination
from pipeline.review.read_back import ReadBack
from pipeline.review.rounds import Due
from pipeline.stages import check, forms, ingest, mails, publish, report, review
from pipeline.stages import week as weeks
from pipeline.stages.alone import alone
from pipeline.stages.candidate import read_candidate
from pipeline.stages.index import write_index
from pipeline.stages.kept import newer_publication, require_newest
from pipeline.stages.new_settings import new_settings as begin_settings
from pipeline.stages.new_settings import told as settings_told


def run(call: Call, leverance: Leverance, periode: str | None = None, *, allow_less: bool = False) -> Outcome:
    """The monthly job: ingest, check, report, publish, and the mails to the outbox; nothing is sent.

    A period older than the published one is only reported, beside it; `allow_less` publishes it.
    """
    wanted = read_periode(periode) if periode else None
    reported = ingest.periode_for(call, leverance, wanted)
    plans = call.plans_for(reported)  # a wrong period or plan is said before the work begins
    report.load()  # while the second process loads what judges the delivery
    with alone(call, "run", reported.periode) as entry:
        mails.require_postbog(call)
        ingest.require_room(call, leverance)
        intake = ingest.take_in(call, leverance)
        report.get_ready()
        returned = forms.read_returned(call)
        candidate = check.make_candidate(call, plans, reported)
        newer = newer_publication(call.folder, candidate, allow_less=allow_less)
        out = publish.release(call, candidate, newer)
        returned += forms.left_out(call)
        entry.say(f"rapporter ved siden af {newer.periode}" if newer else publish.made_of(call, candidate))
    notes = (*call.plans_left_out(reported), *ingest.newer_leverance(call, intake), *returned, *out.lines)
    folder, name = call.folder, reported.periode
    places = (candidate.path, folder.published, folder.reports / name)
    return Outcome(name, intake, *places, None if newer else folder.outbox / name, notes, out.next_)


def week(call: Call, leverance: Leverance) -> WeekOutcome:
    """The weekly job between two months: every leader's list of what to do, from a light delivery.

    Nothing is published or sent; the month's delivery stays in force.
    """
    with alone(call, "week") as entry:
        mails.require_postbog(call)
        written = weeks.write_week(call, leverance)
        entry.say(f"leverance {written.intake.leverance_id}, {len(written.mails.mails)} mails", written.name)
    return WeekOutcome(
        written.name,
        written.intake,
        written.pages,
        tuple(outbox_lines(written.mails)),
        next_step(written.mails, written.name, call.command),
    )


def demo(call: Call) -> Outcome:
    """Take in every sample delivery and run the monthly job on the last one."""
    *first, last = sorted(path for path in resource("data_samples").iterdir() if path.is_dir())
    if not (own := call.folder.root / FILE_NAME).exists():
        call.folder.create()
        shutil.copyfile(resource("data_samples", FILE_NAME), own)
        own.chmod(0o600)
    call = replace(call, settings=read_settings(own))
    for sample in first:
        take_in(call, Leverance(sample))
    return run(call, Leverance(last))


def take_in(call: Call, leverance: Leverance, *, only_check: bool = False) -> Intake:
    """Take a delivery in, or with `only_check` only say whether it would be accepted."""
    with alone(call, "check" if only_check else "ingest") as entry:
        intake = ingest.take_in(call, leverance, only_check=only_check)
        entry.say(f"leverance {intake.leverance_id}")
        return intake


def calculate(call: Call, periode: str | None = None) -> tuple[str, ...]:
    """Compute every indicator of the delivery in force; lines that say of which period, and what is not."""
    wanted = read_periode(periode) if periode else None
    with alone(call, "check", periode, key=True):
        reported = check.periode_for(call.folder, wanted)
        check.make_candidate(call, call.plans_for(reported), reported)
    return (f"Opgjort: {reported.periode}.", *call.plans_left_out(reported))


def reports(call: Call, periode: str | None = None) -> Path:
    """Write the reports of what was last computed; their folder.

    Raises:
        UsageFault: nothing has been computed, or another period or by other plans than the call names.
    """
    with alone(call, "report", periode, key=True):
        candidate = read_candidate(call.folder, periode, call.plan_ids)
        read = report.read(call, candidate)
        place = report.release(call, candidate, report.build(call, candidate, read))
        write_index(call, candidate.periode, read)
        return place


def publish_latest(call: Call, periode: str | None = None, *, allow_less: bool = False) -> Path:
    """Publish what was last computed, and write its mails to the outbox; the published file.

    Raises:
        DataRefused: a published team would be gone.
        UsageFault: nothing has been computed, another period than is named, the reports are of something
            else, or a newer period or a plan would be gone; nothing is published then.
    """
    with alone(call, "publish", periode, key=True) as entry:
        candidate = read_candidate(call.folder, periode)
        require_newest(call.folder, candidate, allow_less=allow_less)
        report.require_released(call.folder, candidate)
        reports = report.read(call, candidate)
        publish.publish(call, candidate)
        mails.write_mails(call, candidate, reports)
        entry.say(publish.made_of(call, candidate), candidate.periode.periode)
    return call.folder.published


def approve(call: Call, periode: str, af: str | None = None) -> Notice:
    """Release the mails of a period: somebody has looked at them."""
    with alone(call, "approve", periode) as entry:
        reply = approve_mails(mails.post_office(call), periode, af)
        entry.say(reply.counted)
        return reply


def send(call: Call, periode: str, team: str | None = None, to: str | None = None) -> Notice:
    """Send the released mails that are not sent yet; with `to`, a trial of all of them to one address."""
    with alone(call, "send" if to is None else "send --til", periode) as entry:
        reply = mails.send(call, periode, team, to)
        entry.say(reply.counted)
        return reply


def postbog(call: Call, periode: str, team: str | None = None) -> Notice:
    """What the ledger says of a period's mails."""
    with call.locked():
        return show_postbog(mails.post_office(call), periode, team)


def write_forms(call: Call, periode: str | None = None) -> tuple[str, ...]:
    """Write the forms of what has been drawn, and the mails that wait anew, so that they tell of them.

    Raises:
        UsageFault: nothing has been drawn, or nothing of the period named.
    """
    with alone(call, "review forms", periode, key=True):
        written = forms.write_forms(call, read_periode(periode).periode if periode else None)
        return (*written, *mails.write_again(call))


def read_forms(call: Call, place: Path) -> ReadBack:
    """Read filled-in workbooks back into the store; what is refused is in the reply, and left out whole.

    Raises:
        UsageFault: there is no such folder or file.
    """
    with alone(call, "review read", key=True) as entry:
        result = forms.read_forms(call, place)
        entry.say(f"{result.files} læst, {len(result.refused)} afvist")
        return result


def draw_round(call: Call, asked: Asked) -> Drawn:
    """Draw a round of the leading plan's case review from the delivery in force, and keep it."""
    with alone(call, "review draw", asked.periode.periode, key=True):
        return review.draw_round(call, call.plans()[0], asked)


def take_out(call: Call, traekning_id: str, genstand_id: str, reason: str, day: date) -> Elimination:
    """Take an object out of a round of the case review; the next reserve is drawn in its place."""
    with alone(call, "review eliminate") if call.folder.reviews.is_file() else nullcontext():
        return review.take_out(call, traekning_id, genstand_id, reason, day)


def due_rounds(call: Call, day: date, periode: str | None = None) -> tuple[tuple[Due, ...], tuple[str, ...]]:
    """The calendar of the case review on a day, or of a period, and a line per plan without a round in it."""
    chosen = read_periode(periode) if periode else None
    with call.locked() if call.folder.reviews.is_file() else nullcontext():
        return review.due_rounds(call, day, chosen)


def plans(folder: Workspace) -> tuple[Plan, ...]:
    """Every plan a run in the workspace can follow: its own, and those that come along."""
    return all_plans((folder.plans,))


def new_settings(call: Call, leverance: Path, target: Path | None = None) -> tuple[str, ...]:
    """Begin a settings file from what is not known in a delivery; lines that say what to do with it.

    Raises:
        UsageFault: the file exists, or the delivery's folder cannot be read.
        DataRefused: a file of the delivery cannot be read.
    """
    with alone(call, "settings new"):
        file = target or call.folder.root / FILE_NAME
        return settings_told(call, leverance, file, begin_settings(call, leverance, file))


def new_plan(call: Call, plan_id: str, source: str | None = None) -> Path:
    """Write a plan to fill in among the workspace's own, from scratch or as a copy of `source`; its file.

    Raises:
        UsageFault: the id is no id or taken, or there is no such source.
    """
    with alone(call, "plan new"):
        return write_new_plan(plan_id, call.folder.plans, call.settings.kommune.navn, source)


def check_plan(folder: Workspace, written: Path) -> PlanChecked:
    """Check a plan file, its SQL and its examples, and whether the delivery in force has data for it.

    A name that is no file's is looked for among the workspace's own plans, with or without its ending.

    Raises:
        UsageFault: there is no such file.
        DefinitionsError: every fault found, one line each.
    """
    from pipeline.stages.plan_check import check_plan_file  # loads what lays examples

    own = folder.plans / written
    file = next((f for f in (written, own, own.with_name(f"{own.name}.yaml")) if f.is_file()), None)
    if file is None:
        raise UsageFault(f"{written}: planfilen findes ikke, heller ikke i {folder.plans}.")
    return check_plan_file(folder, file)
