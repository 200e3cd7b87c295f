"""Command line: the commands by name, in the order the help shows them. Each is in `pipeline/commands/`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

from pipeline.base.interrupt import watch

if Path(sys.argv[0]).stem in {"cli", "ledelsestilsyn"}:  # not where another program imports the commands
    watch()  # before what takes a while to import: Ctrl-C is answered at any moment

from pipeline.commands import country, definitions, economist, mail, monthly, review, settings, trace, upkeep
from pipeline.commands.danish_help import DanishTyper
from pipeline.commands.end import run_to_end
from pipeline.commands.options import VersionOption

app = DanishTyper(
    name="ledelsestilsyn",
    help="Holder sagsbehandlingen for udsatte børn og unge op mod planens milepæle.",
)


@app.callback()
def program(_version: VersionOption = False) -> None:
    """The program itself: what can be asked of it without a command."""


for command in (
    monthly.run,
    monthly.week,
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
    trace.fingerprint,
    trace.history,
    upkeep.purge,
    upkeep.forget,
    upkeep.verify,
):
    app.command()(command)

plan_app = DanishTyper(help="Planerne.")
plan_app.command("list")(definitions.plan_list)
plan_app.command("new")(definitions.plan_new)
plan_app.command("check")(definitions.plan_check)
app.add_typer(plan_app, name="plan")

settings_app = DanishTyper(help="Indstillingsfilen.")
settings_app.command("new")(settings.settings_new)
app.add_typer(settings_app, name="settings")

review_app = DanishTyper(help="Ledelsestilsynet: de sager, lederne læser.")
review_app.command("draw")(review.draw)
review_app.command("eliminate")(review.eliminate)
review_app.command("forms")(review.forms)
review_app.command("read")(review.read)
review_app.command("status")(review.status)
app.add_typer(review_app, name="review")

country_app = DanishTyper(help="Mange kommuner på én gang.")
country_app.command("run")(country.run)
app.add_typer(country_app, name="country")


def main() -> NoReturn:
    """Entry point: run the command the program was called with."""
    run_to_end(app)


if __name__ == "__main__":
    main()
