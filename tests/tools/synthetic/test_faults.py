"""The faulty rows of the samples: every kind is there, and the intake does with each as the contract says."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.base.database import open_file
from tests.tools.synthetic.reading import EXTRACTS, REQUIRED, SAMPLES, indstillinger, lines, rows, text
from tools.synthetic import SAMPLES as DATES
from tools.synthetic.writing.faults import FAULTS, AfterDelivery, Effect, Fault

KARANTAENE = {
    # A missing `*` or `!` value, and what else must be filled.
    "mangler", "mangler_noegle", "hverken_sag_eller_barn", "mangler_sag", "mangler_dato",
    # A value that does not parse as its column's type.
    "ulaeselig_dato", "ulaeseligt_tidspunkt", "ulaeselig_bool", "ulaeseligt_tal", "ulaeseligt_beloeb",
    "ulaeselig_maaned", "ulaeselig_noegle",
    # An unknown code in a `*` or `!` column; too many or too few fields; a conflicting key.
    "ukendt_kode", "for_mange_felter", "for_faa_felter", "modstridende_noegle",
    # An unknown reference; an end before its start.
    "ukendt_sag", "ukendt_team", "ukendt_indsats", "slut_foer_start",
}  # fmt: skip
WARNINGS = {
    "ukendt_kode", "kun_dato", "efter_leverancen", "gerning_foer_start", "ukendt_raadgiver",
    "indsats_i_anden_sag", "ukendt_maalepunkt", "ukendt_undertype", "mangler_foedselsdato",
    "mangler_leverandoer", "bortfald_og_start", "maaneder_under_1", "ukendt_team",
}  # fmt: skip
Findings = list[dict[str, Any]]
END_BEFORE_START = {
    "sager", "undersoegelser", "afdaekninger", "indsatser", "handleplaner", "sagsfordeling", "raadgivere",
}  # fmt: skip


def kind(effect: Effect) -> set[str]:
    return {f.kind for f in FAULTS if f.effect is effect}


def test_every_kind_of_the_contract_is_there():
    """Section 1's quarantine and warning kinds; an end before its start in every extract but teams."""
    assert kind(Effect.KARANTAENE) == KARANTAENE
    assert kind(Effect.WARNING) == WARNINGS
    assert {f.extract for f in FAULTS if f.kind == "slut_foer_start"} == END_BEFORE_START
    assert {f.column for f in FAULTS if f.effect is Effect.FALLS_WITH} == {"sag_id", "indsats_id"}


def test_no_gate_is_near():
    """No row of teams is quarantined; of a required file at most 3 rows or 5 % of the rows read."""
    own = Counter(f.extract for f in FAULTS if f.effect is Effect.KARANTAENE)
    assert own["teams"] == 0
    for when in DATES:
        for extract in REQUIRED:
            assert own[extract] <= max(3, len(rows(SAMPLES / f"{when}" / f"{extract}.csv")) // 20)


@cache
def records(file: Path) -> list[tuple[int, dict[str, str]]]:
    """Each record with the line it begins on and its fields by the contract's names, as far as they go."""
    header = lines(file)[0]
    own = indstillinger()["overskrifter"].get(file.stem, {})
    content = text(file)
    reader = csv.reader(
        io.StringIO(content, newline=""), delimiter=max(";,\t", key=content.split("\n")[0].count)
    )
    every, begins = [], 1
    for fields in reader:
        every.append((begins, dict(zip([own.get(n, n) for n in header], fields, strict=False))))
        begins = reader.line_num + 1
    return every[1:]


def equals(field: str, value: str | AfterDelivery, delivered: date) -> bool:
    """Whether a field is what the fault says, in either form of a date."""
    if isinstance(value, AfterDelivery):
        value = f"{delivered + timedelta(days=value.days)}"
    return field in (value, "-".join(reversed(value.split("-"))))


def line_of(fault: Fault, when: date) -> int:
    """The line of the delivery that carries a fault; there is exactly one."""
    found = [
        line
        for line, row in records(SAMPLES / f"{when}" / f"{fault.extract}.csv")
        if any(row.values()) and all(equals(row.get(k, ""), v, when) for k, v in fault.changes.items())
    ]
    assert len(found) == 1, (fault.kind, fault.extract)
    return found[0]


def found(file: Path, table: str) -> Findings:
    """What the intake wrote down of a delivery: `karantaene`, `advarsel`, or the books of its files."""
    with open_file(file) as database:
        return database.fetch(f"from {table}")


@pytest.mark.parametrize("when", DATES)
def test_nothing_else_is_quarantined(taken_in, when):
    """Rows read = accepted + duplicates + quarantined, and only the faulty rows are either of the latter."""
    books = found(taken_in(SAMPLES / f"{when}", when), "leverance_fil")
    counts = {str(file["extract"]): file for file in books}
    assert set(counts) == set(EXTRACTS)
    for extract, file in counts.items():
        expected = Counter(f.effect for f in FAULTS if f.extract == extract)
        assert file["laest"] == file["accepteret"] + file["dubletter"] + file["karantaene"]
        assert file["dubletter"] == expected[Effect.DUPLICATE], extract
        assert file["karantaene"] == expected[Effect.KARANTAENE] + expected[Effect.FALLS_WITH], extract


def columns_at(findings: Findings, fault: Fault, line: int) -> set[str]:
    """The columns a table of findings names for a line; a rule of several columns names them all."""
    at = [r for r in findings if (r["extract"], r["linje"]) == (fault.extract, line)]
    return {column for r in at for column in str(r["kolonne"]).split(", ")}


@pytest.mark.parametrize("when", DATES)
def test_the_intake_names_line_and_column(taken_in, when):
    """Every quarantined row and every warning stands with its line and the column at fault."""
    file = taken_in(SAMPLES / f"{when}", when)
    quarantined, warnings = found(file, "karantaene"), found(file, "advarsel")
    wrong = []
    for fault in FAULTS:
        if fault.effect is Effect.DUPLICATE:
            continue
        line, warning = line_of(fault, when), fault.effect is Effect.WARNING
        named = columns_at(warnings if warning else quarantined, fault, line)
        right = fault.column in named if fault.column else bool(named)
        if not right or (warning and columns_at(quarantined, fault, line)):
            wrong.append((fault.extract, fault.kind, fault.column, named))
    assert wrong == []
