"""Command line: the commands by name, in the order the help shows them. Each is in `pipeline/commands/`."""

from __future__ import annotations

from typing import NoReturn

from pipeline.commands import definitions, economist, mail, monthly
from pipeline.commands.danish_help import DanskTyper
from pipeline.commands.end import koer_til_ende
from pipeline.commands.version import Versionsvalg

app = DanskTyper(
    name="ledelsestilsyn",
    help="Holder sagsbehandlingen for udsatte børn og unge op mod udviklingsplanens milepæle.",
)


@app.callback()
def programmet(_version: Versionsvalg = False) -> None:
    """The program itself: what can be asked of it without a command."""


for kommando in (
    monthly.run,
    monthly.demo,
    monthly.ingest,
    monthly.check,
    monthly.report,
    monthly.publish,
    mail.approve,
    mail.send,
    economist.status,
    economist.explain,
    economist.shell,
    economist.examples,
    economist.export,
    definitions.docs,
):
    app.command()(kommando)

plan_app = DanskTyper(help="Udviklingsplanerne.")
plan_app.command("list")(definitions.plan_list)
plan_app.command("check")(definitions.plan_check)
app.add_typer(plan_app, name="plan")


def main() -> NoReturn:
    """Entry point: run the command the program was called with."""
    koer_til_ende(app)


if __name__ == "__main__":
    main()
