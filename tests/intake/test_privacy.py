"""Nobody is named: no CPR number is stored, no row is told of, nobody outside is asked."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from pipeline.errors import DataAfvist
from tests.intake.levering import GRUNDLAG, Levering

HEMMELIGT = "6101121234"
SKREVET = ("610112-1234", HEMMELIGT, "610112 1234")


def alt_under(mappe: Path) -> list[Path]:
    return [sti for sti in mappe.rglob("*") if sti.is_file()]


def fyldt_med_cpr(levering: Levering) -> Levering:
    """CPR numbers in every kind of place: ids, text, extra columns, dates, misshapen and refused rows."""
    hoved = "sag_id;barn_id;sagstype;oprettet_dato;distrikt;foedselsdato;Ekstra 610112-1234\n"
    raekker = [
        "S1;610112-1234;barn;01-01-2021;610112-1234;01-02-2010;6101121234",
        "S2;6101121234;barn;01-01-2021;mor 6101121234;610112-1234;x",
        "610112-1234;610112 1234;barn;01-01-2021;d;01-02-2010;x",
        "S3;B;ukendt 610112-1234;01-01-2021;d;01-02-2010;x",
        "S4;610112-1234;barn",
        'S5;"610112-1234;barn',
    ]
    levering.tekst("sager", hoved + "\n".join(raekker) + "\n")
    levering.raekker(
        "boernesamtaler",
        [
            {
                "samtale_id": "M1",
                "sag_id": "610112-1234",
                "dato": "01-03-2021",
                "paragraf": "48",
                "udfald": "afholdt",
            }
        ],
    )
    levering.raekker(
        "underretninger",
        [
            {
                "underretning_id": "U1",
                "barn_id": "610112-1234",
                "modtaget_tidspunkt": "01-03-2021 10:00",
                "underretter_type": "privat",
            }
        ],
    )
    return levering


@pytest.mark.parametrize("afvist", [False, True])
def test_no_cpr_number_lies_anywhere_in_the_workspace(levering: Levering, afvist: bool) -> None:
    """Not in the database, not in quarantine; neither when the delivery is taken in nor when refused."""
    fyldt_med_cpr(levering)
    if afvist:
        levering.raekker("teams", [*GRUNDLAG["teams"], {"team_id": "T3", "navn": ""}])
        with pytest.raises(DataAfvist) as fanget:
            levering.indlaes()
        assert not any(nummer in str(fanget.value) for nummer in SKREVET)
    else:
        udfald = levering.indlaes()
        assert not any(nummer in besked for besked in udfald.svar.beskeder for nummer in SKREVET)
    filer = alt_under(levering.arbejdsmappe)
    assert any(fil.parent.parent.name == "karantaene" for fil in filer)
    for fil in filer:
        indhold = fil.read_bytes()
        for nummer in SKREVET:
            assert nummer.encode() not in indhold, (fil, nummer)


def test_no_cpr_number_lies_in_any_table(levering: Levering) -> None:
    """Read through the database too, where a file may be compressed: raw, typed and misshapen rows."""
    udfald = fyldt_med_cpr(levering).indlaes()
    tabeller = udfald.hent("select table_schema || '.' || table_name as navn from information_schema.tables")
    assert {"raa.sager", "raa.skaeve_raekker", "data.sager", "main.karantaene"} <= {
        t["navn"] for t in tabeller
    }
    for tabel in tabeller:
        indhold = str(udfald.hent(f"from {tabel['navn']}"))
        assert not any(nummer in indhold for nummer in SKREVET), tabel


def test_rows_still_find_each_other_by_pseudonym(levering: Levering) -> None:
    """A child has one pseudonym in all files, and an id made of a CPR number still joins."""
    udfald = fyldt_med_cpr(levering).indlaes()
    assert udfald.tal("boernesamtaler") == (1, 1, 0, 0)
    (barn,) = udfald.data("underretninger", "barn_id")
    assert udfald.data("sager", "barn_id").count(barn) == 2
    assert barn.startswith("b")


def test_masking_neither_makes_nor_hides_a_duplicate(levering: Levering) -> None:
    """Two rows that differ only in a masked number are two rows; two spellings of one child are not equal."""
    sag = GRUNDLAG["sager"][0]
    ens = {**sag, "distrikt": "610112-1234"}
    raekker = [ens, {**ens, "distrikt": "620112-1234"}, ens, {**ens, "sag_id": "S2"}, {**ens, "sag_id": "S2"}]
    udfald = levering.raekker("sager", raekker).indlaes()
    assert udfald.tal("sager") == (5, 1, 2, 2)


def test_quarantined_rows_are_kept_whole_but_for_the_numbers(levering: Levering) -> None:
    """The file says what is wrong, and still does not name the child."""
    fyldt_med_cpr(levering).indlaes()
    tekst = (levering.arbejdsmappe / "karantaene" / "2021-04-30" / "sager.csv").read_text("utf-8-sig")
    assert "ukendt xxxxxx-xxxx" in tekst
    assert "S4" in tekst


def test_messages_and_logs_hold_no_value(levering: Levering, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong with a row, only counts, lines and columns are told."""
    caplog.set_level(logging.DEBUG)
    fyldt_med_cpr(levering).raekker("teams", [{"team_id": "HEMMELIGT", "navn": ""}])
    with pytest.raises(DataAfvist) as fanget:
        levering.indlaes()
    for tekst in [str(fanget.value), caplog.text]:
        assert "HEMMELIGT" not in tekst
        assert not any(nummer in tekst for nummer in SKREVET)


def test_nothing_is_asked_of_any_other_machine(levering: Levering, monkeypatch: pytest.MonkeyPatch) -> None:
    """No socket is opened while a delivery is judged."""

    def forbudt(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", forbudt)
    monkeypatch.setattr(socket, "create_connection", forbudt)
    monkeypatch.setattr(socket, "getaddrinfo", forbudt)
    assert levering.indlaes().svar.leverance_id.startswith("2021-04-30-")


def test_only_the_owner_can_read_what_is_stored(levering: Levering) -> None:
    """Folders 0700 and files 0600."""
    fyldt_med_cpr(levering).indlaes()
    for sti in levering.arbejdsmappe.rglob("*"):
        assert oct(sti.stat().st_mode & 0o777) == ("0o700" if sti.is_dir() else "0o600"), sti
