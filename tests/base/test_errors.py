"""Every error raised on purpose has its exit code and its Danish lines."""

from __future__ import annotations

import pytest

from pipeline.base import errors
from pipeline.base.errors import ExitCode, InternalError, LedelsestilsynError, UserError

CODES = {
    "LedelsestilsynError": 1,
    "UserError": 2,
    "UsageFault": 2,
    "NothingPublished": 2,
    "EarlierPublication": 2,
    "SettingsError": 2,
    "KeyFault": 2,
    "BusyError": 2,
    "UnreadableDatabase": 2,
    "DataRefused": 3,
    "SurroundingsFault": 2,
    "ReaderGone": 0,
    "InternalError": 1,
    "DefinitionsError": 2,
}


def classes() -> dict[str, type[LedelsestilsynError]]:
    """Every class of the tree, by name."""
    return {
        name: class_
        for name, class_ in vars(errors).items()
        if isinstance(class_, type) and issubclass(class_, LedelsestilsynError)
    }


def test_the_exit_codes_are_the_contracts():
    """0 done, 1 unexpected, 2 wrong use, 3 data refused, 4 published but mail missing."""
    assert [int(code) for code in ExitCode] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("name", sorted(classes()))
def test_every_class_has_its_exit_code(name: str):
    """A new class is not left with whatever it inherits: its code is written here."""
    assert int(classes()[name].exit_code) == CODES[name]


@pytest.mark.parametrize("name", sorted(set(classes()) - {"LedelsestilsynError"}))
def test_there_are_two_branches(name: str):
    """What the user can mend and what is a fault of ours, never both."""
    class_ = classes()[name]
    assert issubclass(class_, UserError) != issubclass(class_, InternalError)


def test_an_error_carries_its_lines():
    """The lines to show, and all of them in its text."""
    error = errors.DataRefused("første linje", "anden linje")
    assert error.lines == ("første linje", "anden linje")
    assert str(error) == "første linje\nanden linje"
