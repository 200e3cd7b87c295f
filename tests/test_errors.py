"""Every error raised on purpose has its exit code and its Danish lines."""

from __future__ import annotations

import pytest

from pipeline import errors
from pipeline.errors import BrugerFejl, ExitKode, InternFejl, LedelsestilsynFejl

KODER = {
    "LedelsestilsynFejl": 1,
    "BrugerFejl": 2,
    "ForkertBrug": 2,
    "IntetUdgivet": 2,
    "IndstillingsFejl": 2,
    "NoegleFejl": 2,
    "OptagetFejl": 2,
    "UlaeseligDatabase": 2,
    "DataAfvist": 3,
    "InternFejl": 1,
    "DefinitionsFejl": 2,
}


def klasser() -> dict[str, type[LedelsestilsynFejl]]:
    """Every class of the tree, by name."""
    return {
        navn: klasse
        for navn, klasse in vars(errors).items()
        if isinstance(klasse, type) and issubclass(klasse, LedelsestilsynFejl)
    }


def test_the_exit_codes_are_the_contracts():
    """0 done, 1 unexpected, 2 wrong use, 3 data refused, 4 published but mail missing."""
    assert [int(kode) for kode in ExitKode] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("navn", sorted(klasser()))
def test_every_class_has_its_exit_code(navn: str):
    """A new class is not left with whatever it inherits: its code is written here."""
    assert int(klasser()[navn].exit_kode) == KODER[navn]


@pytest.mark.parametrize("navn", sorted(set(klasser()) - {"LedelsestilsynFejl"}))
def test_there_are_two_branches(navn: str):
    """What the user can mend and what is a fault of ours, never both."""
    klasse = klasser()[navn]
    assert issubclass(klasse, BrugerFejl) != issubclass(klasse, InternFejl)


def test_an_error_carries_its_lines():
    """The lines to show, and all of them in its text."""
    fejl = errors.DataAfvist("første linje", "anden linje")
    assert fejl.linjer == ("første linje", "anden linje")
    assert str(fejl) == "første linje\nanden linje"
