"""When a delivery is refused, and what lifts which limit (contract, section 1)."""

from __future__ import annotations

import pytest

from pipeline.base.errors import UsageFault
from pipeline.base.settings import Limits
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.causes import Cause
from pipeline.intake.gates import FileCounts, Relaxations, gates
from pipeline.intake.refusal import Refusal
from tests.intake.delivery import Delivery

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
    causes = {file_counts.extract: (Cause(file_counts.extract, None, "Skæv", file_counts.karantaene, 2),)}
    earlier = {file_counts.extract: before}
    refusal = Refusal([file_counts], read_extracts(), in_force, earlier, causes)
    said = refusal.lines(lambda *_: (), "2021-04-30")
    return tuple(line for line in said if line.startswith(file_counts.extract))


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
        (figures("ventetider", 100, own=5), False),
        (figures("ventetider", 100, own=6), True),
        (figures("tilsynssvar", 100, derived=21), True),
        (figures("teams", 100, own=1), True),
        (figures("teams", 100, derived=1), True),
    ],
)
def test_too_much_in_quarantine(file_counts: FileCounts, stops: bool) -> None:
    """Over 5 % and over 3 rows of own faults; under 80 % of use; any row of teams; of any file."""
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
        (
            "sager.csv: 6 af 100 rækker er sat i karantæne for egne fejl (grænsen er 5 %); "
            f"kun 79 af 100 rækker kan bruges (grænsen er 80 %); 15 {DERIVED} "
            "Årsag: Skæv (21 rækker, første gang i linje 2)."
        ),
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


@pytest.mark.parametrize("percent", [-1, 100.5])
def test_a_percentage_is_a_percentage(delivery: Delivery, percent: float) -> None:
    """Anything else is wrong usage."""
    with pytest.raises(UsageFault, match="--tillad-karantaene"):
        delivery.take_in(allow_karantaene=percent)
