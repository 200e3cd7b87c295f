"""What a refused or tried delivery may not do, and what is refused although it can be read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.base.errors import DataRefused
from tests.intake.delivery import FACTS, Delivery, Udfald

ONE_WRONG = "bfu_id;sag_id;startet_dato\nX1;S9;01-03-2021\n"
TWO_WRONG = "bfu_id;sag_id;startet_dato\nX1;S9;01-03-2021\nX2;S9;01-03-2021\n"
CPR = "6101701234"


def lines(delivery: Delivery, folder: str) -> int:
    file: Path = delivery.workspace / "karantaene" / folder / "undersoegelser.csv"
    return len(file.read_text(encoding="utf-8-sig").splitlines()) - 1 if file.exists() else 0


def test_the_quarantine_is_that_of_the_delivery_in_force(delivery: Delivery) -> None:
    """What the publication's quarantine points at stays where it is until another delivery takes its place.

    The rows of one that is only tried, or refused, lie beside, and a refusal says where; other content of the
    same date that is taken in replaces the files, and those of the refusal.
    """
    delivery.text("undersoegelser", ONE_WRONG).take_in()
    delivery.text("undersoegelser", TWO_WRONG).take_in(only_check=True)
    assert (lines(delivery, "2021-04-30"), lines(delivery, "2021-04-30.proevet")) == (1, 2)
    delivery.rows("teams", [{"team_id": "T1"}])
    with pytest.raises(DataRefused, match=r"karantaene/2021-04-30\.afvist\."):
        delivery.take_in()
    assert (lines(delivery, "2021-04-30"), lines(delivery, "2021-04-30.afvist")) == (1, 2)
    delivery.rows("teams", FACTS["teams"]).take_in()
    assert lines(delivery, "2021-04-30") == 2
    folders = {path.name for path in (delivery.workspace / "karantaene").iterdir()}
    assert folders == {"2021-04-30", "2021-04-30.proevet"}


def test_a_file_put_together_from_two_encodings_is_refused(delivery: Delivery) -> None:
    """Never mojibake: either reading would garble some of its names."""
    delivery.text("teams", "team_id;navn\nT1;Børn\n".encode() + "T2;Møde\n".encode("cp1252"))
    with pytest.raises(DataRefused, match=r"teams\.csv: tegnene kan ikke læses"):
        delivery.take_in()


TAKEN = ("ALLE", "ukendt", "afdeling", "Udvalg")
RESERVED = "er forbeholdt resultater og rapporter"


@pytest.fixture(scope="module")
def teams(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str]]:
    """What is said of teams that may not be called as they are, and the reason of each."""
    delivery = Delivery(tmp_path_factory.mktemp("teams"))
    delivery.add("teams", *({"team_id": name, "navn": "Et team"} for name in (*TAKEN, "t1")))
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    file = delivery.workspace / "karantaene" / "2021-04-30" / "teams.csv"
    with file.open(encoding="utf-8-sig", newline="") as rows:
        reasons = {row["team_id"]: row["aarsag"] for row in csv.DictReader(rows, delimiter=";")}
    return caught.value.lines[0], reasons


@pytest.mark.parametrize("team_id", TAKEN)
def test_no_team_may_be_called_as_totals_or_reports_are(
    teams: tuple[str, dict[str, str]], team_id: str
) -> None:
    """Its rows could not be told from the department's, or from those of no team."""
    _, reasons = teams
    assert RESERVED in reasons.get(team_id, "not refused")


def test_no_team_may_be_in_quarantine(teams: tuple[str, dict[str, str]]) -> None:
    """Any row of teams stops the run, however wide the limits are."""
    said, _ = teams
    assert said.startswith("teams.csv: 6 af 7 rækker er sat i karantæne; her må ingen være det.")


def test_no_two_teams_may_differ_in_case_alone(teams: tuple[str, dict[str, str]]) -> None:
    """Their reports would share a folder where the file system knows no case."""
    _, reasons = teams
    assert {name for name, why in reasons.items() if "Kun store og små bogstaver skiller nøglen" in why} == {
        "T1",
        "t1",
    }
    assert "T2" not in reasons


@pytest.fixture(scope="module")
def likenesses(tmp_path_factory: pytest.TempPathFactory) -> tuple[Delivery, Udfald]:
    """A case whose number differs in case alone, three families, and a row refused for its case."""
    delivery = Delivery(tmp_path_factory.mktemp("ens"))
    delivery.rows(
        "sager",
        [
            {**FACTS["sager"][0], "sag_id": "s1"},
            *(
                {**FACTS["sager"][number], "familie_id": family}
                for number, family in enumerate([CPR, f"{CPR[:6]}-{CPR[6:]}", "F17"])
            ),
        ],
    )
    delivery.text("undersoegelser", f"bfu_id;sag_id;startet_dato\n{CPR};S9;01-03-2021\n")
    return delivery, delivery.take_in()


def test_other_keys_may_differ_in_case(likenesses: tuple[Delivery, Udfald]) -> None:
    """They name no folder: s1 and S1 are two cases."""
    _, udfald = likenesses
    assert udfald.figures("sager") == (4, 4, 0, 0)


def test_a_cpr_number_is_masked_in_every_field_of_a_quarantined_row(
    likenesses: tuple[Delivery, Udfald],
) -> None:
    """Also in an id, which an accepted row would keep as the system's own number."""
    delivery, udfald = likenesses
    file = delivery.workspace / "karantaene" / "2021-04-30" / "undersoegelser.csv"
    assert udfald.figures("undersoegelser") == (1, 0, 0, 1)
    assert CPR not in file.read_text(encoding="utf-8-sig")


def test_a_family_number_that_looks_like_a_cpr_number_becomes_a_pseudonym(
    likenesses: tuple[Delivery, Udfald],
) -> None:
    """The same one for both spellings, so that siblings still share it."""
    _, udfald = likenesses
    families = [family for family in udfald.data("sager", "familie_id") if family]
    assert sorted(families.count(family) for family in set(families)) == [1, 2]
    assert "F17" in families
    assert not any(CPR[:6] in family for family in families)
