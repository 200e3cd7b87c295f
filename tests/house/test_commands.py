"""Every command explains itself in Danish, and its example can be typed as it stands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest
import typer

import cli

PROGRAM = "ledelsestilsyn"


def alle(kommando, navn: str = "") -> Iterator[tuple[str, object]]:
    """Every command under an app, by the words it is called with."""
    if not hasattr(kommando, "commands"):
        yield navn, kommando
        return
    for under, indhold in kommando.commands.items():
        yield from alle(indhold, f"{navn} {under}".strip())


APP = typer.main.get_command(cli.app)
KOMMANDOER = dict(alle(APP))


def test_the_contracts_commands_are_there():
    """Names and options of the contract (section 3) are public."""
    tilvalg = {
        navn: {o for p in kommando.params for o in p.opts if o.startswith("--")}
        for navn, kommando in KOMMANDOER.items()
    }
    assert {
        "demo",
        "run",
        "ingest",
        "check",
        "report",
        "publish",
        "status",
        "explain",
        "plan list",
        "plan check",
    } <= set(tilvalg)
    assert {"--periode", "--leverance", "--udtraeksdato", "--arbejdsmappe", "--plan"} <= tilvalg["run"]
    assert {"--tillad-karantaene", "--tillad-fald"} <= tilvalg["run"] & tilvalg["ingest"] & tilvalg["check"]
    assert {"--kun-leverance", "--leverance"} <= tilvalg["check"]
    assert {"--periode", "--team", "--format"} <= tilvalg["status"]


@pytest.mark.parametrize("navn", sorted(KOMMANDOER))
def test_every_command_has_help_and_an_example_that_can_be_typed(navn: str):
    """One Danish sentence, then an example of that very command with options it has and all it requires."""
    kommando = KOMMANDOER[navn]
    foerste, _, rest = (kommando.help or "").partition("\n\n")
    assert re.fullmatch(r"[A-ZÆØÅ].*\.", " ".join(foerste.split()))
    (eksempel,) = re.findall(rf"^Eksempel: ({PROGRAM} .*)$", rest, re.MULTILINE)
    ord_ = shlex.split(eksempel)[1:]
    assert ord_[: len(navn.split())] == navn.split()
    # Parsing raises a usage error for an unknown option or a missing argument; nothing is run.
    kommando.make_context(navn, ord_[len(navn.split()) :])


@pytest.mark.parametrize("navn", sorted(KOMMANDOER))
def test_every_option_and_argument_has_help(navn: str):
    """What it is for, in words; long options are lower case with hyphens."""
    for parameter in KOMMANDOER[navn].params:
        assert parameter.help, parameter.name
        for tilvalg in [o for o in parameter.opts if o.startswith("-")]:
            assert re.fullmatch(r"--[a-z]+(-[a-z]+)*|-[a-z]", tilvalg)


def test_every_group_has_help():
    """Also the app itself."""
    grupper = [APP, *(k for k in APP.commands.values() if hasattr(k, "commands"))]
    assert len(grupper) >= 2
    assert all(gruppe.help for gruppe in grupper)
