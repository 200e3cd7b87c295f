"""A refusal names the file at fault first, with its own count, in few lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest

from pipeline.base.errors import DataRefused
from pipeline.base.settings import Settings
from pipeline.definitions.extracts import read_extracts
from pipeline.intake.causes import Cause
from pipeline.intake.gates import FileCounts, Relaxations, gates
from pipeline.intake.refusal import Refusal
from tests.intake.delivery import FACTS, Delivery

UNKNOWN = "Værdien findes ikke i {}"
FALLS_WITH = "Rækken, der henvises til i {}, er i karantæne"


def file(extract: str, read: int, own: int = 0, derived: int = 0) -> FileCounts:
    return FileCounts(extract, "", read, read - own - derived, 0, own + derived, own, 0)


def cause(extract: str, column: str | None, reason: str, rows: int, line: int = 2) -> Cause:
    return Cause(extract, column, reason, rows, line)


def loss(extract: str, columns: Collection[str]) -> Sequence[str]:
    return ("4.3",) if extract == "ventetider" else ()


def said(files: Sequence[FileCounts], *causes: Cause, earlier: dict[str, int] | None = None) -> list[str]:
    by_file = {f.extract: tuple(c for c in causes if c.extract == f.extract) for f in files}
    limits = gates(Settings().graenser, Relaxations())
    refusal = Refusal(files, read_extracts(), limits, earlier or {}, by_file)
    return list(refusal.lines(loss, "2021-04-30"))


WHERE = "Rækkerne i karantæne ligger i arbejdsmappen under karantaene/2021-04-30."


def test_the_file_at_fault_comes_before_those_that_only_refer_to_it() -> None:
    """Also when its own few rows would stop nothing: each takes others along."""
    assert said(
        [file("sager", 45, own=3), file("sagsfordeling", 49, own=4), file("indsatser", 100, own=6)],
        cause("sager", None, "Rækken har 13 felter, overskriften har 12", 3),
        cause("sagsfordeling", "sag_id", UNKNOWN.format("sager"), 4),
        cause("indsatser", "sag_id", UNKNOWN.format("sager"), 6),
    ) == [
        (
            "sager.csv: 3 af 45 rækker er sat i karantæne for egne fejl. Årsag: Rækken har 13 felter, "
            "overskriften har 12 (3 rækker, første gang i linje 2)."
        ),
        (
            "Rækker, der henviser til dem, kan derfor heller ikke bruges: 4 af 49 i sagsfordeling.csv og "
            "6 af 100 i indsatser.csv."
        ),
        WHERE,
    ]


def test_the_fault_is_followed_through_a_file_that_falls_between() -> None:
    """A follow-up refers to a measure that refers to a case: the case's file is at fault."""
    lines = said(
        [file("sager", 45, own=2), file("indsatser", 100, derived=4), file("opfoelgninger", 50, derived=11)],
        cause("sager", "oprettet_dato", "Værdien mangler", 2, 7),
        cause("indsatser", "sag_id", FALLS_WITH.format("sager"), 4),
        cause("opfoelgninger", "indsats_id", FALLS_WITH.format("indsatser"), 11),
    )
    assert [line.split(":")[0] for line in lines[:-1]] == [
        "sager.csv",
        "Rækker, der henviser til dem, kan derfor heller ikke bruges",
    ]
    assert "11 af 50 i opfoelgninger.csv." in lines[1]


def test_a_file_with_faults_of_its_own_too_is_told_both_ways() -> None:
    """Else mending the other would only bring the next refusal."""
    lines = said(
        [file("sager", 45, own=2), file("indsatser", 100, own=8, derived=15)],
        cause("sager", "oprettet_dato", "Værdien mangler", 2),
        cause("indsatser", "sag_id", FALLS_WITH.format("sager"), 15),
        cause("indsatser", "paragraf", "Værdien mangler", 8, 9),
    )
    assert [line.split(":")[0] for line in lines[:-1]] == ["sager.csv", "indsatser.csv"]
    assert "Årsag: paragraf: Værdien mangler (8 rækker, første gang i linje 9)" in lines[1]


def test_several_files_miss_rows_that_a_clean_file_does_not_have() -> None:
    """The clean file is the one that is short: an extract of another unit, most often."""
    lines = said(
        [file("sager", 45), file("sagsfordeling", 49, own=20), file("indsatser", 100, own=30)],
        cause("sagsfordeling", "sag_id", UNKNOWN.format("sager"), 20),
        cause("indsatser", "sag_id", UNKNOWN.format("sager"), 30),
    )
    assert lines[0] == "sager.csv: ingen af filens 45 rækker er dem, andre filer henviser til."
    assert "20 af 49 i sagsfordeling.csv og 30 af 100 i indsatser.csv." in lines[1]


def test_a_file_that_a_few_rows_miss_is_not_blamed_for_another_fault() -> None:
    """One unknown team in each of two files that are stopped for their dates says nothing of the teams."""
    lines = said(
        [file("teams", 6), file("sager", 1604, own=1603), file("sagsfordeling", 2301, own=4, derived=2297)],
        cause("sager", "oprettet_dato", "Værdien er ikke en dato", 1601),
        cause("sager", "team_id", UNKNOWN.format("teams"), 1),
        cause("sagsfordeling", "sag_id", FALLS_WITH.format("sager"), 2297),
        cause("sagsfordeling", "team_id", UNKNOWN.format("teams"), 1),
    )
    assert not any(line.startswith("teams.csv") for line in lines)
    assert lines[0].startswith("sager.csv: 1603 af 1604 rækker er sat i karantæne for egne fejl")


def test_one_file_that_refers_to_nothing_is_at_fault_itself() -> None:
    """Where nobody else misses the rows."""
    lines = said(
        [file("sager", 45), file("indsatser", 100, own=30)],
        cause("indsatser", "sag_id", UNKNOWN.format("sager"), 30, 4),
    )
    assert lines[0].startswith("indsatser.csv: 30 af 100 rækker er sat i karantæne for egne fejl")
    assert "Årsag: sag_id: Værdien findes ikke i sager (30 rækker, første gang i linje 4)" in lines[0]


def test_a_cause_is_a_line_and_the_rarest_are_only_counted() -> None:
    """However many columns are wrong, the message can be read."""
    names = ("oprettet_dato", "barn_id", "sagstype", "lukket_dato", "familie_id", "distrikt")
    causes = [cause("sager", name, "Værdien mangler", 20 - n) for n, name in enumerate(names)]
    lines = said([file("sager", 100, own=60)], *causes)
    assert lines[1] == "sager.csv: oprettet_dato: Værdien mangler (20 rækker, første gang i linje 2)."
    assert lines[5:] == ["sager.csv: og 2 andre årsager, som står ved rækkerne i karantæne.", WHERE]


@pytest.mark.parametrize(
    ("extract", "cost"),
    [
        ("ventetider", "så kan 4.3 ikke opgøres"),
        ("kommentarer", "så mangler ledernes kommentarer i rapporterne"),
        ("afdaekninger", "ingen af kørslens indikatorer bruger den"),
    ],
)
def test_of_an_optional_file_it_is_told_what_leaving_it_out_costs(extract: str, cost: str) -> None:
    """So that the analyst can choose between mending and leaving out."""
    lines = said([file(extract, 10, own=5)], cause(extract, None, "Skæv", 5))
    assert f"{extract}.csv: kan filen ikke rettes, så tag den ud af leverancen; {cost}." in lines


def test_a_shrunken_file_is_told_without_a_place_in_quarantine() -> None:
    """Nothing lies there."""
    assert said([file("sager", 7)], earlier={"sager": 10}) == [
        (
            "sager.csv: filen har 7 rækker, den forrige leverance havde 10 (grænsen er 80 %; --tillad-fald "
            "ophæver den)."
        )
    ]


def test_an_unknown_code_says_which_there_are_and_where_ones_own_are_mapped(delivery: Delivery) -> None:
    """And the content of no row is told."""
    delivery.settings = Settings()
    sager = [{**FACTS["sager"][0], "sag_id": f"S{number}", "sagstype": "hemmeligt"} for number in range(1, 9)]
    with pytest.raises(DataRefused) as caught:
        delivery.rows("sager", sager).rows("indsatser", []).take_in()
    assert caught.value.lines[0].endswith(
        "Årsag: sagstype: Koden kendes ikke (8 rækker, første gang i linje 2) (forventet: barn, ufoedt); "
        "egne værdier oversættes i indstillingsfilen under [vaerdier.sager.sagstype]."
    )
    assert not any("hemmeligt" in line for line in caught.value.lines)


def test_a_misshapen_row_has_a_reason_but_no_column(delivery: Delivery) -> None:
    """What most rows fell for may belong to no column."""
    delivery.text("teams", "team_id;navn\nT1;Nord;x\n")
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    assert "Årsag: Rækken har 3 felter, overskriften har 2 (1 række, første gang i linje 2)." in str(
        caught.value
    )


def test_a_file_with_headings_alone_is_named_before_what_misses_its_rows(delivery: Delivery) -> None:
    """All other files fall with it."""
    delivery.settings = Settings()
    rows = [{"bfu_id": f"X{number}", "sag_id": "S1", "startet_dato": "01-03-2021"} for number in range(5)]
    delivery.rows("sager", []).rows("indsatser", []).rows("undersoegelser", rows)
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    assert caught.value.lines[0] == "sager.csv: filen har kun en overskrift."
    assert "5 af 5 i undersoegelser.csv" in caught.value.lines[1]
