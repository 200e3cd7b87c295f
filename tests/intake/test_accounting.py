"""Every row is accounted for, whatever is done to a file: read = accepted + duplicates + quarantined."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.delivery import FACTS, Delivery, Udfald
from tests.intake.reference_csv import rows_in

HEADINGS = {
    "undersoegelser": (
        "bfu_id;sag_id;startet_dato;afsluttet_dato;afslutning;efterslaeb",
        "faerdig",
        "Afbrudt",
    ),
    "underretninger": (
        "underretning_id;sag_id;modtaget_tidspunkt;kvittering_dato;underretter_type;genvurdering",
        "privat",
        "Anonym",
    ),
    "opfoelgninger": ("opfoelgning_id;sag_id;dato;Et notat;form;barn_deltog", "moede", "Telefon"),
    "afdaekninger": ("afdaekning_id;sag_id;startet_dato;afsluttet_dato;type;Noter", "screening", "Afdækning"),
}
"""The headings of the files that are tried, and two codes of each."""


@st.composite
def files(sign: st.DrawFn, heading: str, *codes: str) -> str:
    """A file of sound rows that then has some of its signs struck out, doubled or changed."""
    count = sign(st.integers(0, 24))
    rows = [
        ";".join(
            [
                sign(st.sampled_from(["X1", "X2", f"Y{number}", ""])),
                sign(st.sampled_from(["S1", "S2", "S9", ""])),
                sign(st.sampled_from(["01-03-2021", "2021-03-01", "31-02-2021", ""])),
                sign(st.sampled_from(["", "01-02-2021", "05-05-2021"])),
                sign(st.sampled_from(["", *codes, "x"])),
                sign(st.sampled_from(["", "J", "nej", "måske", '"ja"'])),
            ]
        )
        for number in range(count)
    ]
    line_break = sign(st.sampled_from(["\n", "\r\n", "\r"]))
    body = line_break.join(rows)
    for _ in range(sign(st.integers(0, 12))):
        place = sign(st.integers(0, len(body)))
        new = sign(st.sampled_from(["", '"', ";", "\n", "\r", " ", "\x00", '""', "æ", ";;;;;\n"]))
        body = body[:place] + new + body[place + sign(st.integers(0, 2)) :]
    return heading + "\n" + body


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("regnskab")


@settings(deadline=None, max_examples=4, derandomize=True)
@given(st.fixed_dictionaries({extract: files(*written) for extract, written in HEADINGS.items()}))
def test_the_books_balance_for_any_file(folder: Path, texts: dict[str, str]) -> None:
    """Counted a second time, row by row: those read, those that repeat another, and the rest, each once."""
    delivery = Delivery(folder)
    for extract, text in texts.items():
        delivery.text(extract, text)
    udfald = delivery.take_in()
    for extract, text in texts.items():
        balances(udfald, extract, text)


def balances(udfald: Udfald, extract: str, text: str) -> None:
    """That of one file."""
    read, accepted, duplicates, karantaene = udfald.figures(extract)
    rows = rows_in(text, ";")
    alike = Counter((tuple(fields), whole and len(fields) == 6) for _, fields, whole in rows)
    assert read == len(rows)
    assert duplicates == len(rows) - len(alike)
    assert read == accepted + duplicates + karantaene
    lines = {line for line, _, _ in udfald.karantaene(extract)}
    assert len(lines) == karantaene
    assert lines <= {line for line, _, _ in rows}
    assert len(udfald.fetch(f"from data.{extract}")) == accepted


def test_the_books_balance_for_every_file_at_once(tmp_path: Path) -> None:
    """A whole delivery with signs struck out at random; but teams, where any fault stops the run."""
    delivery = Delivery(tmp_path, own=FACTS)
    chance = random.Random(2021)  # noqa: S311 - any sequence will do, so long as it is the same
    for name, content in delivery.files.items():
        head, _, body = content.partition(b"\n")
        for _ in range(3 * (name != "teams.csv" and bool(body))):
            place = chance.randrange(len(body))
            body = body[:place] + chance.choice([b"", b'"', b";", b"\n"]) + body[place + 1 :]
        delivery.files[name] = head + b"\n" + body
    udfald = delivery.take_in()
    assert any(figures.karantaene for figures in udfald.reply.files)
    for figures in udfald.reply.files:
        assert figures.laest == figures.accepteret + figures.dubletter + figures.karantaene
