"""What leaders fill in, out and back: forms into the readers' folders, workbooks into the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.base.cpr import masked
from pipeline.base.database import open_file
from pipeline.base.errors import UsageFault
from pipeline.base.harmless import one_line, shortened
from pipeline.base.log import write
from pipeline.base.mailbody import MailFile, MailTask
from pipeline.base.periods import read_periode
from pipeline.base.readers import write_for_readers
from pipeline.base.saved_books import saved_by_somebody
from pipeline.base.text import count_of, enumeration, periode_text
from pipeline.base.workspace import Workspace
from pipeline.call import Call
from pipeline.definitions.form_sheets import form_name, is_form
from pipeline.definitions.plans import all_plans
from pipeline.delivery.outbox import report_place
from pipeline.reports import folder_name
from pipeline.review.forms import Form, Task, forms, tasks
from pipeline.review.read_back import Basis, ReadBack, Returned, read_back
from pipeline.review.returned import files_in, objects_in
from pipeline.review.store import open_store

_LONGEST_NAME = 80


@dataclass(frozen=True)
class Laid:
    """One form where its reader finds it; `begun`: somebody has written in it, so it stays as it is."""

    file: Path
    subjects: int
    begun: bool = False

    def __str__(self) -> str:
        """Where it lies and how much it holds."""
        if self.begun:
            return f"{self.file}: står, som det er, for der er skrevet i det"
        return f"{self.file}: {count_of(self.subjects, 'sag', 'sager')}"


def write_forms(call: Call, periode: str | None) -> tuple[str, ...]:
    """Write the forms of a period's rounds, or of every period that has something out; where each lies.

    Raises:
        UsageFault: nothing has been drawn, or nothing of that period.
    """
    out = _tasks(call.folder, periode)
    wanted = [periode] if periode else sorted({task.periode for task in out if task.unread})

    def write(file: Path, content: bytes) -> None:
        write_for_readers(file, content, call.folder.reports, call.settings.rettigheder)

    with call.step("skemaer", "Skriver skemaer til gennemgangen"):
        found = [form for one in wanted for form in _forms(call.folder, one)]
        if not found:
            of = f" for {periode}" if periode else ""
            raise UsageFault(f"Der er ikke udtrukket noget at læse{of}; kør først review draw.")
        homes = [call.folder.reports / form.periode / folder_name(form.team_id) for form in found]
        return tuple(
            str(laid)
            for form, home in zip(found, homes, strict=True)
            for laid in _lay(form, home, home, write)
        )


def _lay(form: Form, home: Path, before: Path, write: Callable[[Path, bytes], None]) -> Iterator[Laid]:
    """Write a form; one that somebody has begun on stays, and what it lacks is written beside it.

    `before` is the folder the reader has had until now, `home` the one that is written.
    """
    number = 1
    while form.subjects:
        name = form_name(form.periode, number)
        begun = before / name
        if not keeps(begun):
            write(home / name, form.workbook())
            yield Laid(home / name, len(form.subjects))
            return
        form = form.without(objects_in(begun))
        yield Laid(begun, 0, begun=True)
        number += 1


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def keeps(file: Path) -> bool:
    """Whether a workbook stands there that somebody has written in."""
    return file.is_file() and is_form(file.name) and saved_by_somebody(file)


def lay_forms(folder: Workspace, periode: str, new: Path, old: Path) -> None:
    """Everything to fill in, into a folder of reports that is about to replace the period's old one.

    The forms of the period's rounds; and what leaders have written in is never replaced.
    """
    for form in _forms(folder, periode):
        home = folder_name(form.team_id)
        (new / home).mkdir(exist_ok=True)
        list(_lay(form, new / home, old / home, _write))
    for file in old.rglob("*.xlsx"):
        if keeps(file):
            target = new / file.relative_to(old)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())


def _forms(folder: Workspace, periode: str) -> tuple[Form, ...]:
    if not folder.reviews.is_file():
        return ()
    with open_store(folder) as database:
        return forms(database, all_plans((folder.plans,)), _team_names(folder), periode)


def _tasks(folder: Workspace, periode: str | None = None) -> tuple[Task, ...]:
    if not folder.reviews.is_file():
        return ()
    with open_store(folder) as database:
        return tasks(database, periode)


def _team_names(folder: Workspace) -> Mapping[str, str]:
    """The teams by their id, as the delivery in force names them."""
    with open_file(folder.newest_leverance()) as database:
        rows = database.fetch("select team_id, navn from data.teams")
    return {str(row["team_id"]): str(row["navn"]) for row in rows}


def reader_tasks(call: Call) -> Callable[[str], tuple[MailTask, ...]]:
    """What a team's leader has to read, for a mail; nothing where all has come back."""
    unread = [task for task in _tasks(call.folder) if task.unread]
    found: dict[str, list[MailTask]] = {}
    for periode in sorted({task.periode for task in unread}):
        books = {form.team_id: form.workbook() for form in _forms(call.folder, periode)}
        for task in (task for task in unread if task.periode == periode):
            file = MailFile(form_name(periode), books[task.team_id])
            found.setdefault(task.team_id, []).append(MailTask(_task_line(call, task), file))
    return lambda team_id: tuple(found.get(team_id, ()))


def _task_line(call: Call, task: Task) -> str:
    place = (task.periode, folder_name(task.team_id), form_name(task.periode))
    of = "" if task.unread == task.subjects else f" af {task.subjects}"
    return (
        f"Du har {task.unread}{of} {'sag' if task.unread == 1 and not of else 'sager'} at læse i "
        f"ledelsestilsynet for {periode_text(read_periode(task.periode))}. Skemaet ligger her: "
        f"{report_place(call.settings.mail.rapportsted, *place)}"
    )


def read_forms(call: Call, place: Path) -> ReadBack:
    """Read the workbooks of a folder back, or one workbook; what is refused is left out whole.

    Raises:
        UsageFault: there is no such place.
    """
    files = [place] if place.is_file() else _files(place)
    root = place.parent if place.is_file() else place
    returned = [Returned(file, _shown(file.relative_to(root))) for file in files]
    with call.step("skemaer_laeses", "Læser udfyldte skemaer"), open_store(call.folder) as database:
        basis = Basis(
            all_plans((call.folder.plans,)),
            frozenset(_team_names(call.folder)),
            masked,
            datetime.now(),  # noqa: DTZ005 - the store keeps the municipality's own clock
        )
        result = read_back(database, returned, basis)
    write(call.folder.log, haendelse="skemaer", laest=result.files, afvist=len(result.refused))
    return result


def _files(folder: Path) -> Sequence[Path]:
    try:
        next(folder.iterdir(), None)
    except OSError:
        raise UsageFault(f"{folder}: mappen findes ikke, eller du må ikke læse den.") from None
    return list(files_in(folder))


def read_returned(call: Call) -> tuple[str, ...]:
    """What lies in the workspace's own folder for returned workbooks, as lines; none where nothing does.

    A refused workbook does not hold the month's figures back: what it lacks is told.
    """
    folder = call.folder.returned
    if not folder.is_dir() or not any(True for _ in files_in(folder)):
        return ()
    result = read_forms(call, folder)
    refused = [f"Afvist og ikke læst: {line}" for line in result.refused]
    return (*refused, *result.lines())


def _shown(path: Path) -> str:
    """A file's name as messages show it: one line without control signs and CPR numbers, not too long."""
    return shortened(masked(one_line(path.as_posix())), _LONGEST_NAME)


def left_out(call: Call) -> tuple[str, ...]:
    """A word on answers that count nowhere: their case or team is not in the delivery in force."""
    if not call.folder.reviews.is_file():
        return ()
    with open_store(call.folder) as database:
        database.attach(call.folder.newest_leverance().resolve(), "lev_fil")
        (row,) = database.rows("review", "uden_sag")
    if not row["svar"]:
        return ()
    answers = count_of(row["svar"], "læst svar", "læste svar")
    return (f"{answers} regnes ikke med: {enumeration(_why(row))}. De er gemt.",)


def _why(row: Mapping[str, int]) -> list[str]:
    part = [(row["sager"], "sag", "sager"), (row["teams"], "team", "teams")]
    return [f"{count_of(*of)} er ikke i leverancen" for of in part if of[0]]
