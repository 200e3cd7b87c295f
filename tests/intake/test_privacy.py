"""Nobody is named: no CPR number is stored, no row is told of, nobody outside is asked."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from pipeline.base.errors import DataRefused
from tests.intake.delivery import FACTS, Delivery, Udfald

UNSAID = "6101121234"
WRITTEN = ("610112-1234", UNSAID, "610112 1234")


def alt_under(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def filled_with_cpr(delivery: Delivery) -> Delivery:
    """CPR numbers in every kind of place: ids, text, extra columns, dates, misshapen and refused rows."""
    head = "sag_id;barn_id;sagstype;oprettet_dato;distrikt;foedselsdato;Ekstra 610112-1234\n"
    rows = [
        "S1;610112-1234;barn;01-01-2021;610112-1234;01-02-2010;6101121234",
        "S2;6101121234;barn;01-01-2021;mor 6101121234;610112-1234;x",
        "610112-1234;610112 1234;barn;01-01-2021;d;01-02-2010;x",
        "S3;B;ukendt 610112-1234;01-01-2021;d;01-02-2010;x",
        "S4;610112-1234;barn",
        'S5;"610112-1234;barn',
    ]
    delivery.text("sager", head + "\n".join(rows) + "\n")
    delivery.rows(
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
    delivery.rows(
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
    return delivery


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Delivery, Udfald]:
    """The delivery taken in."""
    delivery = filled_with_cpr(Delivery(tmp_path_factory.mktemp("fyldt")))
    return delivery, delivery.take_in()


def none_under(folder: Path) -> None:
    """No number in a byte of a file."""
    files = alt_under(folder)
    assert any(file.parent.parent.name == "karantaene" for file in files)
    for file in files:
        content = file.read_bytes()
        for number in WRITTEN:
            assert number.encode() not in content, (file, number)


def test_no_cpr_number_lies_anywhere_in_the_workspace(filled: tuple[Delivery, Udfald]) -> None:
    """Not in the database, not in quarantine; nor is one told of."""
    delivery, udfald = filled
    assert not any(number in message for message in udfald.reply.messages for number in WRITTEN)
    none_under(delivery.workspace)


def test_a_refused_delivery_leaves_no_number_and_tells_of_no_row(
    delivery: Delivery, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever goes wrong with a row, only counts, lines and columns are told and logged."""
    caplog.set_level(logging.DEBUG)
    filled_with_cpr(delivery).rows("teams", [*FACTS["teams"], {"team_id": "HEMMELIGT", "navn": ""}])
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    for text in [str(caught.value), caplog.text]:
        assert "HEMMELIGT" not in text
        assert not any(number in text for number in WRITTEN)
    none_under(delivery.workspace)


def test_no_cpr_number_lies_in_any_table(filled: tuple[Delivery, Udfald]) -> None:
    """Read through the database too, where a file may be compressed: raw, typed and misshapen rows."""
    _, udfald = filled
    tables = udfald.fetch("select table_schema || '.' || table_name as navn from information_schema.tables")
    assert {"raa.sager", "raa.skaeve_raekker", "data.sager", "main.karantaene"} <= {t["navn"] for t in tables}
    for table in tables:
        content = str(udfald.fetch(f"from {table['navn']}"))
        assert not any(number in content for number in WRITTEN), table


def test_rows_still_find_each_other_by_pseudonym(filled: tuple[Delivery, Udfald]) -> None:
    """A child has one pseudonym in all files, and an id made of a CPR number still joins."""
    _, udfald = filled
    assert udfald.figures("boernesamtaler") == (1, 1, 0, 0)
    (child,) = udfald.data("underretninger", "barn_id")
    assert udfald.data("sager", "barn_id").count(child) == 2
    assert child.startswith("b")


def test_quarantined_rows_are_kept_whole_but_for_the_numbers(filled: tuple[Delivery, Udfald]) -> None:
    """The file says what is wrong, and still does not name the child."""
    delivery, _ = filled
    text = (delivery.workspace / "karantaene" / "2021-04-30" / "sager.csv").read_text("utf-8-sig")
    assert "ukendt xxxxxx-xxxx" in text
    assert "S4" in text


def test_only_the_owner_can_read_what_is_stored(filled: tuple[Delivery, Udfald]) -> None:
    """Folders 0700 and files 0600."""
    delivery, _ = filled
    for path in delivery.workspace.rglob("*"):
        assert oct(path.stat().st_mode & 0o777) == ("0o700" if path.is_dir() else "0o600"), path


LOST = "103121234"


def test_a_number_without_its_first_zero_is_the_same_child_and_never_stands_in_clear(
    delivery: Delivery,
) -> None:
    """Not in the database, nor in quarantine: as an id, in text, in a misshapen row or behind a guard."""
    head = "sag_id;barn_id;sagstype;oprettet_dato;distrikt;Ekstra\n"
    child = ("103121234", "0103121234", "010312-1234", '="103121234"', "'103121234", "103121234.0")
    rows = [f"S{n};{written};barn;01-01-2021;nord {LOST};{LOST}" for n, written in enumerate(child)]
    rows += [
        f"S9;{LOST};barn;01-01-2021;nord",
        f"S8;{LOST};ukendt;01-01-2021;nord;x",
        "S7;7654321;barn;01-01-2021;;",
    ]
    udfald = delivery.text("sager", head + "\n".join(rows) + "\n").take_in()
    assert len(set(udfald.data("sager", "barn_id"))) == 2
    assert udfald.figures("sager") == (9, 7, 0, 2)
    for file in alt_under(delivery.workspace):
        assert LOST.encode() not in file.read_bytes(), file
    (told,) = [message for message in udfald.reply.messages if "barn_id" in message]
    assert told.startswith("sager.csv: barn_id: 1 tal på 7 til 9 cifre står blandt CPR-numre")


def test_masking_neither_makes_nor_hides_a_duplicate(delivery: Delivery) -> None:
    """Two rows that differ only in a masked number are two rows; two spellings of one child are not equal."""
    sag = FACTS["sager"][0]
    alike = {**sag, "distrikt": "610112-1234"}
    rows = [
        alike,
        {**alike, "distrikt": "620112-1234"},
        alike,
        {**alike, "sag_id": "S2"},
        {**alike, "sag_id": "S2"},
    ]
    udfald = delivery.rows("sager", rows).take_in()
    assert udfald.figures("sager") == (5, 1, 2, 2)


def test_nothing_is_asked_of_any_other_machine(delivery: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    """No socket is opened while a delivery is judged."""

    def forbidden(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    assert delivery.take_in().reply.leverance_id.startswith("2021-04-30-")
