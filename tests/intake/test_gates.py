"""When a delivery is refused, and what lifts which limit (contract, section 1)."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.base.errors import DataRefused, UsageFault
from pipeline.base.settings import Limits, Settings
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.gates import FileCounts, Relaxations, gates, try_
from tests.intake.delivery import FACTS, Delivery

DAY = date(2021, 4, 30)
TAKEN_IN = "Leverancen er indlæst"
DERIVED = "er i karantæne, alene fordi den række, de henviser til, er det."


def figures(extract: str, read: int, own: int = 0, derived: int = 0, duplicates: int = 0) -> FileCounts:
    karantaene = own + derived
    return FileCounts(extract, "", read, read - karantaene - duplicates, duplicates, karantaene, own, 0)


def lines(
    file_counts: FileCounts, before: int = 0, relaxations: Relaxations | None = None
) -> tuple[str, ...]:
    """The reasons a file stops the run; none where it does not."""
    in_force = gates(Limits(), relaxations or Relaxations())
    try:
        try_([file_counts], read_extracts(), in_force, {file_counts.extract: before}, str(DAY), {})
    except DataRefused as refused:
        return tuple(line for line in refused.lines if line.startswith(file_counts.extract))
    return ()


@pytest.mark.parametrize(
    ("file_counts", "stops"),
    [
        (figures("sager", 100, own=5), False),
        (figures("sager", 100, own=6), True),
        (figures("sager", 10, own=2), False),
        (figures("sager", 20, own=3), False),
        (figures("sager", 21, own=4), True),
        (figures("sager", 80, own=4), False),
        (figures("sager", 79, own=4), True),
        (figures("sager", 100, derived=20), False),
        (figures("sager", 100, derived=21), True),
        (figures("sager", 100, own=5, derived=15), False),
        (figures("sager", 100, own=5, derived=16), True),
        (figures("sager", 100, derived=20, duplicates=80), False),
        (figures("sager", 4, own=1), True),
        (figures("sager", 5, own=1), False),
        (figures("sager", 0), False),
        (figures("ventetider", 100, own=100), False),
        (figures("teams", 100, own=1), True),
        (figures("teams", 100, derived=1), True),
    ],
)
def test_too_much_in_quarantine(file_counts: FileCounts, stops: bool) -> None:
    """Over 5 % and over 3 rows of own faults; under 80 % of use; any row of teams. Required files only."""
    assert bool(lines(file_counts)) == stops


@pytest.mark.parametrize(
    ("read", "before", "stops"),
    [(80, 100, False), (79, 100, True), (0, 1, True), (0, 0, False), (500, 100, False)],
)
def test_too_little_delivered(read: int, before: int, stops: bool) -> None:
    """Fewer than 80 % of the rows of the latest earlier delivery."""
    assert bool(lines(figures("sager", read), before)) == stops


def test_an_optional_file_may_shrink() -> None:
    """Only required files are held to the last delivery."""
    assert lines(figures("ventetider", 1), before=100) == ()


def test_the_message_counts_and_names_nobody() -> None:
    """Rows at fault themselves and rows that only fall with them are counted apart."""
    assert lines(figures("sager", 100, own=6, derived=15)) == (
        f"sager.csv: 6 af 100 rækker er sat i karantæne for egne fejl (grænsen er 5 %); 15 {DERIVED}",
        f"sager.csv: kun 79 af 100 rækker kan bruges (grænsen er 80 %); 15 {DERIVED}",
    )


@pytest.mark.parametrize(
    ("file_counts", "percent", "stops"),
    [
        (figures("sager", 100, own=30), 30, False),
        (figures("sager", 100, own=31), 30, True),
        (figures("sager", 100, derived=31), 30, True),
        (figures("sager", 100, own=6), 2, True),
        (figures("sager", 1000, own=47), 4.7, False),
        (figures("sager", 1000, own=48), 4.7, True),
        (figures("sager", 100, own=100), 100, False),
        (figures("teams", 100, own=1), 100, True),
    ],
)
def test_one_run_may_allow_more_in_quarantine(file_counts: FileCounts, percent: float, stops: bool) -> None:
    """PCT replaces the 5 %, and the 80 % becomes 100 - PCT; nothing lifts the stop on teams."""
    assert bool(lines(file_counts, relaxations=Relaxations(allow_karantaene=percent))) == stops


def test_one_run_may_allow_a_file_to_shrink() -> None:
    """That limit alone."""
    relaxations = Relaxations(allow_drop=True)
    assert lines(figures("sager", 1), before=100, relaxations=relaxations) == ()
    assert lines(figures("sager", 100, own=6), relaxations=relaxations) != ()


def test_what_was_lifted_is_said_in_the_reports(delivery: Delivery) -> None:
    """It is among the delivery's remarks, also when the delivery is asked for again."""
    delivery.rows("sager", []).rows("indsatser", [])
    udfald = delivery.take_in(allow_karantaene=12.5, allow_drop=True)
    sentences = [row["tekst"] for row in udfald.fetch("from bemaerkning order by nr")]
    assert sentences == [
        f"{TAKEN_IN} med en særlig grænse: op til 12,5 % af en fils rækker måtte være sat i karantæne.",
        f"{TAKEN_IN} uden grænse for, hvor meget en fil måtte være faldet.",
    ]
    assert set(sentences) <= set(delivery.take_in().reply.messages)


def test_a_refusal_says_what_most_rows_fell_for_and_where_it_begins(delivery: Delivery) -> None:
    """The column, the reason and the first line; for a code also where one's own are mapped."""
    delivery.settings = Settings()
    sager = [{**FACTS["sager"][0], "sag_id": f"S{number}"} for number in range(1, 9)]
    sager[1]["oprettet_dato"] = "04/30/2021"
    for sag in sager[2:]:
        sag["sagstype"] = "hemmeligt"
    with pytest.raises(DataRefused) as caught:
        delivery.rows("sager", sager).rows("indsatser", []).take_in()
    said = [line for line in caught.value.lines if line.startswith("sager")]
    assert said[-1] == (
        "sager.csv: hyppigste årsag (6 rækker, første gang i linje 4): sagstype: Koden kendes ikke "
        "(forventet: barn, ufoedt); egne værdier oversættes i indstillingsfilen under "
        "[vaerdier.sager.sagstype]."
    )
    assert not any("hemmeligt" in line for line in caught.value.lines)


def test_a_misshapen_row_has_a_reason_but_no_column(delivery: Delivery) -> None:
    """What most rows fell for may belong to no column."""
    delivery.text("teams", "team_id;navn\nT1;Nord;x\n")
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    said = "hyppigste årsag (1 række, første gang i linje 2): Rækken har 3 felter, overskriften har 2."
    assert f"teams.csv: {said}" in caught.value.lines


def test_a_refusal_names_the_file_that_has_no_rows(delivery: Delivery) -> None:
    """All other files fall with it, so it comes first."""
    delivery.settings = Settings()
    rows = [{"bfu_id": f"X{number}", "sag_id": "S1", "startet_dato": "01-03-2021"} for number in range(5)]
    delivery.rows("sager", []).rows("indsatser", []).rows("undersoegelser", rows)
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    assert "sager.csv: filen har kun en overskrift." in caught.value.lines
    assert caught.value.lines.index("sager.csv: filen har kun en overskrift.") < next(
        number for number, line in enumerate(caught.value.lines) if "5 af 5 rækker" in line
    )


@pytest.mark.parametrize("percent", [-1, 100.5])
def test_a_percentage_is_a_percentage(delivery: Delivery, percent: float) -> None:
    """Anything else is wrong usage."""
    with pytest.raises(UsageFault, match="--tillad-karantaene"):
        delivery.take_in(allow_karantaene=percent)
