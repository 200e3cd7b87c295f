"""A token planted in each team's data never shows up in another team's folder: page, sheet or picture."""

from __future__ import annotations

import base64
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.mailbody import Mailramme
from pipeline.reports import Rapporter, mappenavn
from pipeline.reports.charts import Tegner

HOLD = ("T1", "T2", "T3")


def spor(slags: str, team_id: str) -> str:
    """A token that tells what it was and whose."""
    return f"{slags}Spor{team_id}"


@pytest.fixture
def rapporter(fil, plan):
    """Three teams, each with its token in every place a name, an id or a note can stand."""
    fil.leverance()
    fil.opgoer("2021-K2")
    for linje, team_id in enumerate((*HOLD, "UKENDT"), start=2):
        _plant(fil, team_id, linje)
    for kvartal in ("2021-K1", "2021-K2"):
        fil.resultat("5.1", "ALLE", 30, 60, periode=kvartal)
    return Rapporter(fil.database, plan)


@pytest.fixture
def mappe(rapporter, tmp_path):
    """Their reports."""
    rapporter.skriv(tmp_path)
    return tmp_path


def _plant(fil, team_id, linje):
    hvem = {"sag_id": spor("sag", team_id), "raadgiver_id": spor("raad", team_id)}
    fil.hold(team_id, spor("hold", team_id))
    fil.raadgiver(hvem["raadgiver_id"], spor("navn", team_id))
    if team_id != "UKENDT":
        fil.sag(hvem["sag_id"], team_id, hvem["raadgiver_id"])
    for kvartal in ("2021-K1", "2021-K2"):
        fil.resultat("5.1", team_id, 10, 20, periode=kvartal)
    fil.frist("5.1", team_id, spor("over", team_id), date(2021, 5, 1), **hvem)
    fil.frist("5.1", team_id, spor("snart", team_id), date(2021, 7, 3), **hvem)
    fil.frist("5.1", team_id, spor("senere", team_id), date(2021, 9, 3), **hvem)
    fil.mangel("5.1", team_id, spor("misset", team_id), frist=date(2021, 5, 1), **hvem)
    fil.svar("6.1", team_id, "nej", dag=date(2021, 5, 3), bemaerkning=spor("note", team_id), **hvem)
    fil.kommentar("5.1", team_id, "2021-K2", spor("ord", team_id))
    fil.advarsel("sager", linje, "foedselsdato", spor("advarsel", team_id), sag_id=hvem["sag_id"])
    fil.saet(
        "indsatser", indsats_id=spor("indsats", team_id), sag_id=hvem["sag_id"], kategori="anbringelse",
        indsatstrin=3, start_dato=date(2021, 5, 1),
    )  # fmt: skip


def alt_i(mappe: Path) -> str:
    """Everything under a folder: names of files, pages, decoded pictures, every part of a workbook."""
    dele = []
    for fil in sorted(mappe.rglob("*")):
        dele.append(fil.name)
        if fil.suffix == ".xlsx":
            with zipfile.ZipFile(fil) as bog:
                dele += [bog.read(navn).decode() for navn in bog.namelist()]
        elif fil.is_file():
            html = fil.read_text(encoding="utf-8")
            dele.append(html)
            dele += [base64.b64decode(b).decode() for b in re.findall(r"svg\+xml;base64,([\w+/=]+)", html)]
    return "\n".join(dele)


SIT_EGET = (
    "sag", "raad", "navn", "hold", "over", "snart", "senere", "misset", "note", "ord", "advarsel", "indsats",
)  # fmt: skip


@pytest.mark.parametrize("team_id", HOLD)
def test_a_teams_folder_holds_its_own_tokens_and_no_others(mappe, team_id):
    """Names, ids, notes, comments and warnings: all of its own, not one of another's."""
    fundet = alt_i(mappe / mappenavn(team_id))
    assert [s for s in SIT_EGET if spor(s, team_id) not in fundet] == []
    assert re.findall(rf"\w+Spor(?!{team_id}\b)\w+", fundet) == []


def mail(rapporter: Rapporter, team_id: str, *, sagsnumre: bool) -> str:
    """A mail's both parts, and the drawings its pictures are made from."""
    with rapporter.mails() as krop, Tegner() as tegner:
        fundet = krop(team_id, Mailramme("Kommunen", "rapporter", sagsnumre=sagsnumre))
        side = rapporter.side(team_id)
        billeder = [tegner.tegn(b) for b in (side.bagud, side.trappe) if b]
    assert len(billeder) == len(fundet.billeder)
    svg = [base64.b64decode(b.partition(",")[2]).decode() for b in billeder]
    return "\n".join([fundet.html, fundet.tekst, *svg])


@pytest.mark.parametrize("team_id", HOLD)
def test_a_teams_mail_names_the_team_alone_and_its_cases_only_where_asked_for(rapporter, team_id):
    """Never another team's token, whatever the settings; a caseworker, note or comment not even its own."""
    uden, med = (mail(rapporter, team_id, sagsnumre=valg) for valg in (False, True))
    assert set(re.findall(r"(\w+)Spor(\w+)", uden)) == {("hold", team_id)}
    tilladt = ("hold", "sag", "over", "snart")
    assert set(re.findall(r"(\w+)Spor(\w+)", med)) == {(slags, team_id) for slags in tilladt}


def test_the_departments_mail_names_no_teams_cases(rapporter):
    """Names of teams alone; with case ids those of cases nobody's own report holds."""
    fundet = set(re.findall(r"(\w+)Spor(\w+)", mail(rapporter, "ALLE", sagsnumre=True)))
    assert {hvad for hvad in fundet if hvad[1] != "UKENDT"} == {("hold", team_id) for team_id in HOLD}


def test_the_department_sees_names_of_teams_and_leaders_words_but_no_teams_cases(mappe):
    """Of a team with a report of its own: its name and its leader's words. Of no known team: everything."""
    fundet = set(re.findall(r"(\w+)Spor(\w+)", alt_i(mappe / "afdeling")))
    for team_id in HOLD:
        assert {slags for slags, hvis in fundet if hvis == team_id} == {"hold", "ord"}
    assert {"over", "sag", "raad", "misset"} <= {slags for slags, hvis in fundet if hvis == "UKENDT"}


def test_the_committee_sees_nobody(mappe):
    """Not a name, an id, a note or a word of any team."""
    assert "Spor" not in alt_i(mappe / "udvalg").replace("spor", "")
