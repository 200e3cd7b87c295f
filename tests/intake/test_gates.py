"""When a delivery is refused, and what lifts which limit (contract, section 1)."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.definitions.extracts import laes_extracts
from pipeline.errors import DataAfvist, ForkertBrug
from pipeline.intake.gates import FilTal, Lempelser, porte, proev
from pipeline.settings import Graenser, Indstillinger
from tests.intake.levering import GRUNDLAG, Levering

DAG = date(2021, 4, 30)
INDLAEST = "Leverancen er indlæst"
AFLEDTE = "er i karantæne, alene fordi den række, de henviser til, er det."


def tal(extract: str, laest: int, egne: int = 0, afledte: int = 0, dubletter: int = 0) -> FilTal:
    karantaene = egne + afledte
    return FilTal(extract, "", laest, laest - karantaene - dubletter, dubletter, karantaene, egne, 0)


def linjer(filtal: FilTal, foer: int = 0, lempelser: Lempelser | None = None) -> tuple[str, ...]:
    """The reasons a file stops the run; none where it does not."""
    gaeldende = porte(Graenser(), lempelser or Lempelser())
    try:
        proev([filtal], laes_extracts(), gaeldende, {filtal.extract: foer}, str(DAG), {})
    except DataAfvist as afvist:
        return tuple(linje for linje in afvist.linjer if linje.startswith(filtal.extract))
    return ()


@pytest.mark.parametrize(
    ("filtal", "stopper"),
    [
        (tal("sager", 100, egne=5), False),
        (tal("sager", 100, egne=6), True),
        (tal("sager", 10, egne=2), False),
        (tal("sager", 20, egne=3), False),
        (tal("sager", 21, egne=4), True),
        (tal("sager", 80, egne=4), False),
        (tal("sager", 79, egne=4), True),
        (tal("sager", 100, afledte=20), False),
        (tal("sager", 100, afledte=21), True),
        (tal("sager", 100, egne=5, afledte=15), False),
        (tal("sager", 100, egne=5, afledte=16), True),
        (tal("sager", 100, afledte=20, dubletter=80), False),
        (tal("sager", 4, egne=1), True),
        (tal("sager", 5, egne=1), False),
        (tal("sager", 0), False),
        (tal("ventetider", 100, egne=100), False),
        (tal("teams", 100, egne=1), True),
        (tal("teams", 100, afledte=1), True),
    ],
)
def test_too_much_in_quarantine(filtal: FilTal, stopper: bool) -> None:
    """Over 5 % and over 3 rows of own faults; under 80 % of use; any row of teams. Required files only."""
    assert bool(linjer(filtal)) == stopper


@pytest.mark.parametrize(
    ("laest", "foer", "stopper"),
    [(80, 100, False), (79, 100, True), (0, 1, True), (0, 0, False), (500, 100, False)],
)
def test_too_little_delivered(laest: int, foer: int, stopper: bool) -> None:
    """Fewer than 80 % of the rows of the latest earlier delivery."""
    assert bool(linjer(tal("sager", laest), foer)) == stopper


def test_an_optional_file_may_shrink() -> None:
    """Only required files are held to the last delivery."""
    assert linjer(tal("ventetider", 1), foer=100) == ()


def test_the_message_counts_and_names_nobody() -> None:
    """Rows at fault themselves and rows that only fall with them are counted apart."""
    assert linjer(tal("sager", 100, egne=6, afledte=15)) == (
        f"sager.csv: 6 af 100 rækker er sat i karantæne for egne fejl (grænsen er 5 %); 15 {AFLEDTE}",
        f"sager.csv: kun 79 af 100 rækker kan bruges (grænsen er 80 %); 15 {AFLEDTE}",
    )


@pytest.mark.parametrize(
    ("filtal", "procent", "stopper"),
    [
        (tal("sager", 100, egne=30), 30, False),
        (tal("sager", 100, egne=31), 30, True),
        (tal("sager", 100, afledte=31), 30, True),
        (tal("sager", 100, egne=6), 2, True),
        (tal("sager", 1000, egne=47), 4.7, False),
        (tal("sager", 1000, egne=48), 4.7, True),
        (tal("sager", 100, egne=100), 100, False),
        (tal("teams", 100, egne=1), 100, True),
    ],
)
def test_one_run_may_allow_more_in_quarantine(filtal: FilTal, procent: float, stopper: bool) -> None:
    """PCT replaces the 5 %, and the 80 % becomes 100 - PCT; nothing lifts the stop on teams."""
    assert bool(linjer(filtal, lempelser=Lempelser(tillad_karantaene=procent))) == stopper


def test_one_run_may_allow_a_file_to_shrink() -> None:
    """That limit alone."""
    lempelser = Lempelser(tillad_fald=True)
    assert linjer(tal("sager", 1), foer=100, lempelser=lempelser) == ()
    assert linjer(tal("sager", 100, egne=6), lempelser=lempelser) != ()


def test_what_was_lifted_is_said_in_the_reports(levering: Levering) -> None:
    """It is among the delivery's remarks, also when the delivery is asked for again."""
    levering.raekker("sager", []).raekker("indsatser", [])
    udfald = levering.indlaes(tillad_karantaene=12.5, tillad_fald=True)
    saetninger = [raekke["tekst"] for raekke in udfald.hent("from bemaerkning order by nr")]
    assert saetninger == [
        f"{INDLAEST} med en særlig grænse: op til 12,5 % af en fils rækker måtte være sat i karantæne.",
        f"{INDLAEST} uden grænse for, hvor meget en fil måtte være faldet.",
    ]
    assert set(saetninger) <= set(levering.indlaes().svar.beskeder)


def test_a_refusal_says_what_most_rows_fell_for_and_where_it_begins(levering: Levering) -> None:
    """The column, the reason and the first line; for a code also where one's own are mapped."""
    levering.indstillinger = Indstillinger()
    sager = [{**GRUNDLAG["sager"][0], "sag_id": f"S{nr}"} for nr in range(1, 9)]
    sager[1]["oprettet_dato"] = "04/30/2021"
    for sag in sager[2:]:
        sag["sagstype"] = "hemmeligt"
    with pytest.raises(DataAfvist) as fanget:
        levering.raekker("sager", sager).raekker("indsatser", []).indlaes()
    sagt = [linje for linje in fanget.value.linjer if linje.startswith("sager")]
    assert sagt[-1] == (
        "sager.csv: hyppigste årsag (6 rækker, første gang i linje 4): sagstype: Koden kendes ikke "
        "(forventet: barn, ufoedt); egne værdier oversættes i indstillingsfilen under "
        "[vaerdier.sager.sagstype]."
    )
    assert not any("hemmeligt" in linje for linje in fanget.value.linjer)


def test_a_misshapen_row_has_a_reason_but_no_column(levering: Levering) -> None:
    """What most rows fell for may belong to no column."""
    levering.tekst("teams", "team_id;navn\nT1;Nord;x\n")
    with pytest.raises(DataAfvist) as fanget:
        levering.indlaes()
    sagt = "hyppigste årsag (1 række, første gang i linje 2): Rækken har 3 felter, overskriften har 2."
    assert f"teams.csv: {sagt}" in fanget.value.linjer


def test_a_refusal_names_the_file_that_has_no_rows(levering: Levering) -> None:
    """All other files fall with it, so it comes first."""
    levering.indstillinger = Indstillinger()
    raekker = [{"bfu_id": f"X{nr}", "sag_id": "S1", "startet_dato": "01-03-2021"} for nr in range(5)]
    levering.raekker("sager", []).raekker("indsatser", []).raekker("undersoegelser", raekker)
    with pytest.raises(DataAfvist) as fanget:
        levering.indlaes()
    assert "sager.csv: filen har kun en overskrift." in fanget.value.linjer
    assert fanget.value.linjer.index("sager.csv: filen har kun en overskrift.") < next(
        nr for nr, linje in enumerate(fanget.value.linjer) if "5 af 5 rækker" in linje
    )


@pytest.mark.parametrize("procent", [-1, 100.5])
def test_a_percentage_is_a_percentage(levering: Levering, procent: float) -> None:
    """Anything else is wrong usage."""
    with pytest.raises(ForkertBrug, match="--tillad-karantaene"):
        levering.indlaes(tillad_karantaene=procent)
