"""Every command explains itself in Danish, and its example can be typed as it stands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest
import typer

import cli

PROGRAM = "ledelsestilsyn"


def all_(command, name: str = "") -> Iterator[tuple[str, object]]:
    """Every command under an app, by the words it is called with."""
    if not hasattr(command, "commands"):
        yield name, command
        return
    for under, content in command.commands.items():
        yield from all_(content, f"{name} {under}".strip())


APP = typer.main.get_command(cli.app)
COMMANDS = dict(all_(APP))


def test_the_contracts_commands_are_there():
    """Names and options of the contract (section 3) are public."""
    option = {
        name: {o for p in command.params for o in p.opts if o.startswith("--")}
        for name, command in COMMANDS.items()
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
        "plan new",
        "settings new",
        "review draw",
        "review eliminate",
        "review status",
    } <= set(option)
    assert {"--periode", "--leverance", "--udtraeksdato", "--arbejdsmappe", "--plan"} <= option["run"]
    lifted = {"--tillad-karantaene", "--tillad-fald", "--tillad-manglende-kolonne"}
    assert lifted <= option["run"] & option["ingest"] & option["check"]
    assert "--tillad-indskraenkning" in option["run"] & option["publish"]
    assert {"--kun-leverance", "--leverance"} <= option["check"]
    assert {"--periode", "--team", "--format"} <= option["status"]
    drawing = {"--periode", "--tema", "--plan", "--antal", "--udvaelgelse", "--arbejdsmappe", "--seed"}
    assert drawing | {"--igen", "--genstand"} <= option["review draw"]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_an_example_that_can_be_typed(name: str):
    """One Danish sentence, then an example of that very command with options it has and all it requires."""
    command = COMMANDS[name]
    first, _, rest = (command.help or "").partition("\n\n")
    assert re.fullmatch(r"[A-ZÆØÅ].*\.", " ".join(first.split()))
    (example,) = re.findall(rf"^Eksempel: ({PROGRAM} .*)$", rest, re.MULTILINE)
    word = shlex.split(example)[1:]
    assert word[: len(name.split())] == name.split()
    # Parsing raises a usage error for an unknown option or a missing argument; nothing is run.
    command.make_context(name, word[len(name.split()) :])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_and_argument_has_help(name: str):
    """What it is for, in words; long options are lower case with hyphens."""
    for parameter in COMMANDS[name].params:
        assert parameter.help, parameter.name
        for option in [o for o in parameter.opts if o.startswith("-")]:
            assert re.fullmatch(r"--[a-z]+(-[a-z]+)*|-[a-z]", option)


def test_every_group_has_help():
    """Also the app itself."""
    groups = [APP, *(k for k in APP.commands.values() if hasattr(k, "commands"))]
    assert len(groups) >= 2
    assert all(group.help for group in groups)
