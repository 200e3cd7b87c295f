"""A delivery is stored whole or not at all, once for each content."""

from __future__ import annotations

import fcntl
import hashlib
import os
from datetime import date

import pytest

from pipeline.errors import DataAfvist
from pipeline.settings import Graenser, Indstillinger
from tests.intake.levering import AABNE_PORTE, GRUNDLAG, Levering

SAGER = GRUNDLAG["sager"]


def filer(levering: Levering) -> dict[str, bytes]:
    return {sti.name: sti.read_bytes() for sti in (levering.arbejdsmappe / "leverancer").iterdir()}


def test_the_same_content_twice_changes_nothing(levering: Levering) -> None:
    """Not a byte; and it is said."""
    foerste = levering.indlaes().svar
    foer = filer(levering)
    igen = levering.indlaes().svar
    assert (foerste.uaendret, igen.uaendret) == (False, True)
    assert igen.leverance_id == foerste.leverance_id
    assert sorted(igen.filer, key=lambda tal: tal.extract) == sorted(
        foerste.filer, key=lambda tal: tal.extract
    )
    assert igen.database == foerste.database
    assert igen.beskeder[-1] == "Leverancen er indlæst før med samme indhold; intet er ændret."
    assert filer(levering) == foer


def test_other_content_of_the_same_date_replaces_it(levering: Levering) -> None:
    """One delivery per date: the last."""
    foerste = levering.indlaes().svar
    udfald = levering.raekker("sager", SAGER[:2]).indlaes()
    assert udfald.svar.leverance_id != foerste.leverance_id
    assert len(udfald.data("sager", "sag_id")) == 2
    assert len(filer(levering)) == 1


def test_other_words_in_the_settings_read_the_same_files_anew(levering: Levering) -> None:
    """The maps decide what is read, so they are part of the content."""
    foerste = levering.indlaes().svar
    levering.indstillinger = AABNE_PORTE.model_copy(
        update={"vaerdier": {"sager": {"sagstype": {"b": "barn"}}}}
    )
    assert levering.indlaes().svar.leverance_id != foerste.leverance_id


def test_files_that_are_no_extracts_are_no_content(levering: Levering) -> None:
    """Nor is the order or the case of file names."""
    levering.indlaes()
    levering.filer["note.txt"] = b"hej"
    levering.filer["SAGER.CSV"] = levering.filer.pop("sager.csv")
    assert levering.indlaes().svar.uaendret


def test_a_refused_delivery_leaves_the_older_one_as_it_was(levering: Levering) -> None:
    """And no half of a new one."""
    levering.indlaes()
    foer = filer(levering)
    levering.raekker("teams", [*GRUNDLAG["teams"], {"team_id": "T3", "navn": ""}])
    with pytest.raises(DataAfvist):
        levering.indlaes()
    assert filer(levering) == foer


def test_a_fault_of_ours_leaves_nothing_half_done(
    levering: Levering, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks in the middle."""

    def bryder(*_: object, **__: object) -> None:
        raise RuntimeError("midt i det hele")

    monkeypatch.setattr("pipeline.intake.judge.skriv", bryder)
    with pytest.raises(RuntimeError):
        levering.indlaes()
    assert filer(levering) == {}


def test_a_delivery_is_flushed_through_a_file_open_for_writing(
    levering: Levering, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to flush what is only open for reading."""
    adgang: list[int] = []
    monkeypatch.setattr(
        os, "fsync", lambda fil: adgang.append(fcntl.fcntl(fil, fcntl.F_GETFL) & os.O_ACCMODE)
    )
    levering.indlaes()
    assert adgang == [os.O_RDWR]


def test_what_a_killed_run_left_is_removed(levering: Levering) -> None:
    """Half a file of another date does not stay for ever."""
    rest = levering.arbejdsmappe / "leverancer" / ".2021-03-31.ny"
    rest.parent.mkdir(parents=True)
    rest.touch()
    levering.indlaes()
    assert not rest.exists()


def test_checking_alone_stores_nothing(levering: Levering) -> None:
    """It says what would happen, also of a delivery that is stored already."""
    kun = levering.indlaes(kun_kontrol=True).svar
    assert kun.database is None
    assert filer(levering) == {}
    gemt = levering.indlaes().svar
    igen = levering.indlaes(kun_kontrol=True).svar
    assert (igen.uaendret, igen.database) == (False, None)
    assert [tal.laest for tal in igen.filer] == [tal.laest for tal in gemt.filer]


def test_a_file_that_has_shrunk_is_measured_against_the_delivery_before(levering: Levering) -> None:
    """The latest with an earlier date; neither a later one nor the same date's."""
    levering.indstillinger = Indstillinger(graenser=Graenser())
    mange = [{**SAGER[0], "sag_id": f"S{nr}"} for nr in range(1, 11)]
    levering.udtraeksdato = date(2021, 3, 31)
    levering.raekker("sager", mange).indlaes()
    levering.udtraeksdato = date(2021, 6, 30)
    levering.raekker("sager", mange[:8]).indlaes()
    levering.udtraeksdato = date(2021, 4, 30)
    levering.raekker("sager", mange[:7])
    with pytest.raises(DataAfvist, match=r"sager.csv: filen har 7 rækker, den forrige leverance havde 10"):
        levering.indlaes()
    levering.raekker("sager", mange[:8]).indlaes()
    levering.udtraeksdato = date(2021, 5, 31)
    levering.raekker("sager", mange[:7]).indlaes()


def test_the_books_are_kept(levering: Levering) -> None:
    """The delivery's id holds its date and the beginning of its content's fingerprint; files have theirs."""
    udfald = levering.indlaes()
    (leverance,) = udfald.hent("from leverance")
    assert leverance["leverance_id"] == f"2021-04-30-{leverance['indhold_sha256'][:8]}"
    assert leverance["udtraeksdato"] == date(2021, 4, 30)
    gemt = {raekke["extract"]: raekke["sha256"] for raekke in udfald.hent("from leverance_fil")}
    assert gemt == {
        navn.removesuffix(".csv"): hashlib.sha256(indhold).hexdigest()
        for navn, indhold in levering.filer.items()
    }


def test_progress_is_told(levering: Levering) -> None:
    """One line per file, without its content."""
    sagt: list[str] = []
    levering.indlaes(fremdrift=sagt.append)
    assert "Kontrollerer sager" in sagt
