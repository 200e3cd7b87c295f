"""The reports -> the mails that tell of them, in the outbox and the ledger; then mails on their way out."""

from __future__ import annotations

import os

from pipeline.base.database import open_file
from pipeline.base.errors import UsageFault
from pipeline.base.log import write
from pipeline.base.text import count_of
from pipeline.call import Call
from pipeline.delivery import outbox
from pipeline.delivery.ledger import Postbog
from pipeline.delivery.ledger_file import LedgerGone
from pipeline.delivery.postoffice import Notice, PostOffice, send_mails
from pipeline.reports import Reports, folder_name
from pipeline.stages import report
from pipeline.stages.candidate import Candidate, read_candidate
from pipeline.stages.forms import reader_tasks


def require_postbog(call: Call) -> None:
    """Refuse to begin with a ledger that is gone or cannot be read: what was published would have no mails.

    Raises:
        BusyError, LedgerGone, UnreadableDatabase, UsageFault: as the ledger says.
    """
    file = call.folder.postbog
    if not os.path.lexists(file) and (written := next(call.folder.outbox.glob("*/*.eml"), None)):
        raise LedgerGone(file, written.parent)  # an earlier version left no mark
    with Postbog(file) as book:
        book.require_whole()


def write_mails(call: Call, candidate: Candidate, reports: Reports) -> outbox.Outbox:
    """Write the mails of what was last computed, in the words of its reports; nothing is sent."""
    folder = call.folder
    with (
        call.step("mails", "Skriver mails til udbakken"),
        open_file(candidate.path) as database,
        reports.mails() as body,
    ):
        return outbox.write_mails(
            outbox.Basis(
                database,
                folder.newest_leverance(),
                body,
                reports.shown_figures,
                folder_name,
                tasks=reader_tasks(call),
            ),
            folder.outbox / candidate.periode.periode,
            folder.postbog,
            call.settings,
        )


def write_again(call: Call) -> tuple[str, ...]:
    """Write the mails that wait anew, since their readers have got something to do; lines on what they say.

    They are written from what was last computed; where that has no reports, the next run writes them.
    """
    try:
        candidate = read_candidate(call.folder)
        report.require_released(call.folder, candidate)
    except UsageFault:
        return ("Mails om opgaven skrives ved næste run.",)
    written = write_mails(call, candidate, report.read(call, candidate))
    sent = (
        f"; {count_of(written.sent, 'mail', 'mails')} er sendt før og nævner den ikke" if written.sent else ""
    )
    return (f"Mails i udbakken for {candidate.periode.periode} nævner opgaven{sent}.",)


def send(call: Call, periode: str, team: str | None, to: str | None) -> Notice:
    """Send the released mails that are not sent yet; with `to`, a trial of all of them to one address."""
    with call.step("send", f"Sender mails for {periode}"):
        reply = send_mails(post_office(call), periode, call.environment, call.progress, team=team, to=to)
        if reply.sending:
            missing = [{"team": f.team_id, "svar": why} for f, why in reply.sending.missing]
            write(call.folder.log, haendelse="mail", sendt=len(reply.sending.sent), mangler=missing)
    return reply


def post_office(call: Call) -> PostOffice:
    """Where the workspace keeps its mails, and how they are sent."""
    folder = call.folder
    return PostOffice(folder.postbog, folder.published, folder.outbox, call.settings.mail, call.command)
