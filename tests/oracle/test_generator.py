"""The generator is worth its name only if its rows are acceptable and reach every corner of the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.oracle import PLANS, REGISTRY, Oracle, calculate, plain_plan
from tests.oracle.csv_writer import COLUMNS, write_delivery
from tests.oracle.generator import OPTIONAL, REQUIRED, generate
from tests.oracle.plan import Plan
from tests.oracle.registry import Entry
from tests.oracle.slagelse import ENTRIES as SLAGELSE

SEEDS = range(8)
KEYS = {
    "sagsfordeling": ("sag_id", "fra_dato"),
    "tilsynssvar": ("tilsyn_id", "maalepunkt"),
    "milepaelsstatus": ("plan_id", "milepael_id"),
    "kommentarer": ("plan_id", "indikator_id", "team_id", "periode"),
}
REFERENCES = {"sag_id": "sager", "indsats_id": "indsatser", "team_id": "teams"}
ORDER = {
    "sager": ("oprettet_dato", "lukket_dato"),
    "undersoegelser": ("startet_dato", "afsluttet_dato"),
    "afdaekninger": ("startet_dato", "afsluttet_dato"),
    "indsatser": ("start_dato", "slut_dato"),
    "handleplaner": ("oprettet_dato", "afsluttet_dato"),
    "sagsfordeling": ("fra_dato", "til_dato"),
    "teams": ("aktiv_fra", "aktiv_til"),
    "raadgivere": ("ansat_fra", "ansat_til"),
}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_is_acceptable(seed: int) -> None:
    """Keys unique, references known, no end before its start: an intake quarantines nothing."""
    data = generate(seed)
    known = {extract: {r[key] for r in data[extract]} for key, extract in REFERENCES.items()}
    for name, rows in data.items():
        keys = KEYS.get(name, COLUMNS[name][:1])
        assert max(Counter(tuple(r[k] for k in keys) for r in rows).values(), default=1) == 1, name
        for key, extract in REFERENCES.items():
            unknown = {r.get(key) for r in rows} - known[extract] - {None, "ALLE"}
            assert not unknown, (name, key)
        if name in ORDER:
            start, end = ORDER[name]
            assert all(r[start] <= r[end] for r in rows if r.get(start) and r.get(end)), name
        columns = {column.removesuffix("_har_klokkeslaet") for r in rows for column in r}
        assert columns <= set(COLUMNS[name]), name


def test_the_same_seed_gives_the_same_rows() -> None:
    """A failure seen once can be seen again."""
    assert generate(3) == generate(3)
    assert generate(3) != generate(4)


def reached(o: Oracle, entries: dict[str, Entry]) -> set[tuple[Any, ...]]:
    """Which outcomes, reasons, groups and lines each indicator's main source reaches."""
    main = [r for r in o.raekke if r["kilde"] == entries[r["indikator_id"]].kilde]
    return (
        {(r["indikator_id"], r["udfald"], r["aarsag"]) for r in main}
        | {(r["indikator_id"], "gruppe", r["gruppe"]) for r in main if r["gruppe"] is not None}
        | {(r["indikator_id"], "kategori", r["kategori"]) for r in main if r["kategori"] is not None}
        | {(f["indikator_id"], f["tilstand"]) for f in o.fristliste}
    )


DEADLINES = {"4.1", "4.2", "4.3", "4.5", "5.1", "5.2", "5.4", "6.8", "7.4"}
SURVEYS = {"1.3", "3.4"}
REVIEWS = {i for i, entry in SLAGELSE.items() if entry.kilde == "tilsyn"}
SHARES = {i for i, entry in SLAGELSE.items() if entry.vaerditype == "andel"}
EXCUSED = DEADLINES | REVIEWS | {"3.1", "3.2", "3.5", "4.4", "5.3", "5.5", "5.6", "7.5"}
WRONG = (
    REVIEWS
    | SURVEYS
    | {"3.1", "3.2", "3.3", "3.5", "4.4", "4.5", "4.7", "5.5", "5.6", "5.7", "6.3", "6.4", "6.11"}
    | {"7.2", "7.3", "7.5", "7.6", "7.8"}
)
LATE = DEADLINES | {"6.1", "7.1", "7.7", "7.12"}
NEVER_LACKING = SURVEYS | {"4.4", "7.12"}
NOTIFICATIONS = {f"5.{n}" for n in range(1, 9)}
SUPPLIERS = ("privat", "familiehus", "kommunal", "ukendt")


def outcomes_of_slagelse() -> set[tuple[Any, ...]]:
    """Every outcome, reason, group and category the contract's table can give."""
    wanted: set[tuple[Any, ...]] = {(i, "opfyldt", None) for i in SHARES}
    wanted |= {(i, "opgjort", None) for i in SLAGELSE.keys() - SHARES}
    wanted |= {(i, "undtaget", None) for i in EXCUSED}
    wanted |= {(i, "afventer", None) for i in DEADLINES | {"4.4", "7.6", "7.7", "7.12"}}
    wanted |= {(i, "ikke_opfyldt", "indhold") for i in WRONG}
    wanted |= {(i, "ikke_opfyldt", "mangler") for i in SHARES - NEVER_LACKING}
    wanted |= {(i, "ikke_opfyldt", "for_sent") for i in LATE}
    wanted |= {(i, t) for i in DEADLINES | {"7.6", "7.7"} for t in ("overskredet", "kommende")}
    wanted |= {(i, "gruppe", g) for i in NOTIFICATIONS for g in ("ny", "genvurdering")}
    wanted |= {("6.8", "gruppe", g) for g in ("ny", "efterslaeb")}
    wanted |= {(i, "gruppe", g) for i in ("4.5", "4.6") for g in SUPPLIERS}
    wanted |= {("7.7", "gruppe", g) for g in ("forebyggende_52", "aflastning", "anbringelse")}
    return wanted | {("4.8", "kategori", k) for k in SLAGELSE["4.8"].kategorier}


def only(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan with some of its indicators."""
    return replace(plan, indicators=tuple(i for i in plan.indicators if i.id in ids))


def test_every_outcome_of_every_indicator_is_reached() -> None:
    """A rule the generator never reaches is a rule the comparison never checks, and none but these exists."""
    wanted, seen = outcomes_of_slagelse(), set[tuple[Any, ...]]()
    plan = plain_plan("slagelse_2021_2023")
    for seed in range(60):
        unmet = only(plan, {outcome[0] for outcome in wanted - seen})
        seen |= reached(calculate(generate(seed), [unmet], "2021-K3", date(2021, 9, 15)), SLAGELSE)
        if seen >= wanted:
            break
    assert seen == wanted


OTHER_PLANS = {
    "roskilde_2019": (date(2019, 9, 15), "2019-K3"),
    "sverigesmodellen": (date(2022, 2, 10), "2022-K1"),
    "varige_spor": (date(2022, 2, 10), "2022-K1"),
    "herning_2015": (date(2016, 2, 10), "2016-K1"),
    "barnets_lov_2024": (date(2025, 2, 10), "2025-K1"),
}
"""When a delivery is drawn that lies well within each of the other plans."""

NEVER = {
    ("H2", "undtaget"),
    *((i, "undtaget") for i in ("H7", "V5", "V9", "V10", "V11", "B14")),
}
"""H7 asks for an open case and (f) for a running measure: neither leaves anything to excuse."""


REASONS = ("for_sent", "mangler")


def outcomes_of(entries: dict[str, Entry]) -> set[tuple[Any, ...]]:
    """What the kinds of the table's rows can give at least, whatever each asks."""
    wanted: set[tuple[Any, ...]] = set()
    for i, e in entries.items():
        if e.vaerditype == "andel":
            wanted |= {(i, "opfyldt"), (i, "ikke_opfyldt")}
        else:
            wanted |= {(i, "opgjort")} | {(i, k) for k in e.kategorier}
        if e.art in ("frist", "kadence"):
            wanted |= {(i, "afventer")} | {(i, reason) for reason in REASONS if i != "S16"}
            wanted |= {(i, "overskredet"), (i, "kommende")} if e.listed else set()
        if e.art == "frist":
            wanted |= {(i, "undtaget")}
    return wanted - NEVER


@pytest.mark.parametrize("plan_id", OTHER_PLANS)
def test_every_outcome_of_the_other_plans_is_reached(plan_id: str) -> None:
    """Outcomes, reasons of deadlines and chains, categories, and both ends of the fristliste."""
    day, period = OTHER_PLANS[plan_id]
    entries = PLANS[plan_id][2]
    missing = outcomes_of(entries)
    for seed in range(60):
        data = generate(seed, day, plan_ids=[plan_id])
        unmet = only(plain_plan(plan_id), {i for i, _ in missing})
        for i, *words in reached(calculate(data, [unmet], period, day), entries):
            missing -= {(i, word) for word in words}
        if not missing:
            break
    assert not missing


CHANGES = ("bedre", "daarligere", "ikke_til_at_skelne", "baseline_mangler")
OF_EACH_KIND = {"7.2", "7.13", "4.6", "5.8", "4.8", "R10", "R12"}


def held_against(plan_id: str, month: str) -> Plan:
    """One indicator of each value kind the plan has, held against a month soon after it begins."""
    plan = only(plain_plan(plan_id), OF_EACH_KIND)
    indicators = tuple(replace(i, maaltype="baseline", baseline=month) for i in plan.indicators)
    return replace(plan, foerste_periode="2021-01", indicators=indicators)


def test_changes_beyond_chance_are_reached() -> None:
    """Every value kind that can be better or worse is so somewhere, and the others have no verdict."""
    wanted = {(kind, s) for kind in ("andel", "antal", "rate", "gennemsnit", "median") for s in CHANGES}
    wanted |= {(kind, "uden_vurdering") for kind in ("sum", "fordeling")}
    plans = [held_against(plan_id, "2021-03") for plan_id in ("slagelse_2021_2023", "roskilde_2019")]
    for seed in range(60):
        for r in calculate(generate(seed), plans, "2021-09", date(2021, 9, 15)).resultat:
            entry = REGISTRY[r["indikator_id"]]
            if r["kilde"] == entry.kilde:
                wanted.discard((entry.vaerditype, r["status"]))
        if not wanted:
            break
    assert not wanted


def test_ids_are_unique_across_the_documents() -> None:
    """The registry finds an indicator by its id alone."""
    assert len(REGISTRY) == sum(len(entries) for _, _, entries in PLANS.values())


def test_csv_files_are_written_for_what_is_given(tmp_path: Path) -> None:
    """One file per extract; a missing one has none, an empty one its header alone."""
    data = generate(0)
    data["udgifter"] = []
    data.pop("kommentarer", None)
    write_delivery(tmp_path, data)
    assert {f.stem for f in tmp_path.iterdir()} == set(data)
    assert (
        tmp_path / "udgifter.csv"
    ).read_bytes() == b"postering_id;sag_id;indsats_id;maaned;beloeb;art;budget\r\n"
    assert set(COLUMNS) == {*REQUIRED, *OPTIONAL}
