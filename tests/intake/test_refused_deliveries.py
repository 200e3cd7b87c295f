"""What a refused or tried delivery may not do, and what is refused although it can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import DataAfvist
from tests.intake.levering import GRUNDLAG, Levering

EN_FORKERT = "bfu_id;sag_id;startet_dato\nX1;S9;01-03-2021\n"
TO_FORKERTE = "bfu_id;sag_id;startet_dato\nX1;S9;01-03-2021\nX2;S9;01-03-2021\n"
CPR = "6101701234"


def linjer(levering: Levering, mappe: str) -> int:
    fil: Path = levering.arbejdsmappe / "karantaene" / mappe / "undersoegelser.csv"
    return len(fil.read_text(encoding="utf-8-sig").splitlines()) - 1 if fil.exists() else 0


def test_a_trial_leaves_the_quarantine_of_the_delivery_in_force_alone(levering: Levering) -> None:
    """What the publication's quarantine points at stays where it is."""
    levering.tekst("undersoegelser", EN_FORKERT).indlaes()
    levering.tekst("undersoegelser", TO_FORKERTE).indlaes(kun_kontrol=True)
    assert linjer(levering, "2021-04-30") == 1
    assert linjer(levering, "2021-04-30.proevet") == 2


def test_a_refusal_leaves_the_quarantine_of_the_delivery_in_force_alone(levering: Levering) -> None:
    """A refused delivery's rows lie beside, and the message says where."""
    levering.tekst("undersoegelser", EN_FORKERT).indlaes()
    levering.tekst("undersoegelser", TO_FORKERTE)
    levering.raekker("teams", [{"team_id": "T1"}])
    with pytest.raises(DataAfvist, match=r"karantaene/2021-04-30\.afvist\."):
        levering.indlaes()
    assert linjer(levering, "2021-04-30") == 1
    assert linjer(levering, "2021-04-30.afvist") == 2


def test_a_delivery_taken_in_brings_its_own_quarantine(levering: Levering) -> None:
    """Other content of the same date replaces the files, and leaves nothing beside."""
    levering.tekst("undersoegelser", EN_FORKERT).indlaes()
    levering.tekst("undersoegelser", TO_FORKERTE).indlaes()
    assert linjer(levering, "2021-04-30") == 2
    assert sorted(p.name for p in (levering.arbejdsmappe / "karantaene").iterdir()) == ["2021-04-30"]


def test_a_file_put_together_from_two_encodings_is_refused(levering: Levering) -> None:
    """Never mojibake: either reading would garble some of its names."""
    levering.tekst("teams", "team_id;navn\nT1;Børn\n".encode() + "T2;Møde\n".encode("cp1252"))
    with pytest.raises(DataAfvist, match=r"teams\.csv: tegnene kan ikke læses"):
        levering.indlaes()


@pytest.mark.parametrize("team_id", ["ALLE", "ukendt", "afdeling"])
def test_no_team_may_be_called_as_totals_or_reports_are(levering: Levering, team_id: str) -> None:
    """Its rows could not be told from the department's, or from those of no team."""
    levering.tilfoej("teams", {"team_id": team_id, "navn": "Et team"})
    with pytest.raises(DataAfvist, match=r"teams\.csv: 1 af 3 rækker er sat i karantæne"):
        levering.indlaes()


def test_no_two_teams_may_differ_in_case_alone(levering: Levering) -> None:
    """Their reports would share a folder where the file system knows no case."""
    levering.tilfoej("teams", {"team_id": "t1", "navn": "Et team"})
    with pytest.raises(DataAfvist) as fanget:
        levering.indlaes()
    assert "teams.csv: 2 af 3 rækker er sat i karantæne; her må ingen være det." in fanget.value.linjer
    assert any("Kun store og små bogstaver skiller nøglen" in linje for linje in fanget.value.linjer)


def test_other_keys_may_differ_in_case(levering: Levering) -> None:
    """They name no folder: s1 and S1 are two cases."""
    levering.tilfoej("sager", {**GRUNDLAG["sager"][0], "sag_id": "s1"})
    assert levering.indlaes().tal("sager") == (4, 4, 0, 0)


def test_a_cpr_number_is_masked_in_every_field_of_a_quarantined_row(levering: Levering) -> None:
    """Also in an id, which an accepted row would keep as the system's own number."""
    levering.tekst("undersoegelser", f"bfu_id;sag_id;startet_dato\n{CPR};S9;01-03-2021\n").indlaes()
    fil = levering.arbejdsmappe / "karantaene" / "2021-04-30" / "undersoegelser.csv"
    assert CPR not in fil.read_text(encoding="utf-8-sig")


def test_a_family_number_that_looks_like_a_cpr_number_becomes_a_pseudonym(levering: Levering) -> None:
    """The same one for both spellings, so that siblings still share it."""
    sager = [
        {**GRUNDLAG["sager"][nr], "familie_id": familie}
        for nr, familie in enumerate([CPR, f"{CPR[:6]}-{CPR[6:]}", "F17"])
    ]
    familier = levering.raekker("sager", sager).indlaes().data("sager", "familie_id")
    assert sorted(familier.count(familie) for familie in set(familier)) == [1, 2]
    assert "F17" in familier
    assert not any(CPR[:6] in familie for familie in familier)
