"""Every row is accounted for, whatever is done to a file: read = accepted + duplicates + quarantined."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.levering import Levering
from tests.intake.reference_csv import raekker_i

OVERSKRIFT = "bfu_id;sag_id;startet_dato;afsluttet_dato;afslutning;efterslaeb"


@st.composite
def filer(tegn: st.DrawFn) -> str:
    """A file of sound rows that then has some of its signs struck out, doubled or changed."""
    antal = tegn(st.integers(0, 12))
    raekker = [
        ";".join(
            [
                tegn(st.sampled_from(["X1", "X2", f"Y{nr}", ""])),
                tegn(st.sampled_from(["S1", "S2", "S9", ""])),
                tegn(st.sampled_from(["01-03-2021", "2021-03-01", "31-02-2021", ""])),
                tegn(st.sampled_from(["", "01-02-2021", "05-05-2021"])),
                tegn(st.sampled_from(["", "faerdig", "Afbrudt", "x"])),
                tegn(st.sampled_from(["", "J", "nej", "måske", '"ja"'])),
            ]
        )
        for nr in range(antal)
    ]
    linjeskift = tegn(st.sampled_from(["\n", "\r\n", "\r"]))
    krop = linjeskift.join(raekker)
    for _ in range(tegn(st.integers(0, 6))):
        sted = tegn(st.integers(0, len(krop)))
        nyt = tegn(st.sampled_from(["", '"', ";", "\n", "\r", " ", "\x00", '""', "æ", ";;;;;\n"]))
        krop = krop[:sted] + nyt + krop[sted + tegn(st.integers(0, 2)) :]
    return OVERSKRIFT + "\n" + krop


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("regnskab")


@settings(deadline=None, max_examples=25, derandomize=True)
@given(filer())
def test_the_books_balance_for_any_file(mappe: Path, tekst: str) -> None:
    """Counted a second time, row by row: those read, those that repeat another, and the rest, each once."""
    levering = Levering(mappe).tekst("undersoegelser", tekst)
    udfald = levering.indlaes()
    laest, accepteret, dubletter, karantaene = udfald.tal("undersoegelser")
    raekker = raekker_i(tekst, ";")
    ens = Counter((tuple(felter), hel and len(felter) == 6) for _, felter, hel in raekker)
    assert laest == len(raekker)
    assert dubletter == len(raekker) - len(ens)
    assert laest == accepteret + dubletter + karantaene
    linjer = {linje for linje, _, _ in udfald.karantaene("undersoegelser")}
    assert len(linjer) == karantaene
    assert linjer <= {linje for linje, _, _ in raekker}
    assert len(udfald.data("undersoegelser", "bfu_id")) == accepteret


def test_the_books_balance_for_every_file_at_once(levering: Levering) -> None:
    """A whole delivery with signs struck out at random; but teams, where any fault stops the run."""
    tilfaeldig = random.Random(2021)  # noqa: S311 - any sequence will do, so long as it is the same
    for navn, indhold in levering.filer.items():
        hoved, _, krop = indhold.partition(b"\n")
        for _ in range(3 * (navn != "teams.csv" and bool(krop))):
            sted = tilfaeldig.randrange(len(krop))
            krop = krop[:sted] + tilfaeldig.choice([b"", b'"', b";", b"\n"]) + krop[sted + 1 :]
        levering.filer[navn] = hoved + b"\n" + krop
    udfald = levering.indlaes()
    assert any(tal.karantaene for tal in udfald.svar.filer)
    for tal in udfald.svar.filer:
        assert tal.laest == tal.accepteret + tal.dubletter + tal.karantaene
