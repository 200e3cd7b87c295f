"""Rounds of reading as small tables of plain values, laid on the facts of an otherwise empty publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.base.periods import read_periode
from pipeline.definitions.plan_review import Maalepunkt, Tema
from pipeline.reports.facts import Agreement, Facts
from pipeline.reports.facts.reading import (
    AgainstRegister,
    Answers,
    Coverage,
    Difference,
    Reading,
    Round,
)

QUESTIONS = ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7")
THEME = Tema(
    id="bfu", titel="Undersøgelser", genstand="bfu_afsluttede", maalepunkter=QUESTIONS, hyppighed="kvartal",
    foerste_periode="2021-K1", enhed="genstand", tilbage_maaneder=3, laeser="leder",
)  # fmt: skip
POINTS = tuple(
    Maalepunkt(
        id=id_, gyldig_fra=date(2020, 10, 1), tema="Undersøgelsen", ordlyd=f"Spørgsmål {id_}?",
        vejledning="Se efter.", genstand_type="undersoegelse", indikator=id_,
    )
    for id_ in QUESTIONS
)  # fmt: skip


def round_(periode: str = "2021-04", *, nr: int = 1, **fields: object) -> Round:
    """A round read on its period's last day."""
    last = read_periode(periode).last
    row = {
        "traekning_id": f"{periode}.{nr}", "tema_id": "bfu", "periode": periode, "nr": nr,
        "udvaelgelse": "tilfaeldig", "enhed": "genstand", "fra_dato": date(2021, 1, 1), "til_dato": last,
        "udtraeksdato": last, "senest_laest": last,
    }  # fmt: skip
    return Round(**{**row, **fields})


def coverage(one: Round, team_id: str = "ALLE", **fields: int) -> Coverage:
    """Ten of a frame of forty drawn, eight of them read."""
    row = {
        "ramme": 40, "trukket": 10, "laest": 8, "udgaaet": 1, "paabegyndt": 0, "raadgivere": 9,
        "raadgivere_laest": 7,
    }  # fmt: skip
    return Coverage(one.traekning_id, team_id, "undersoegelse", **{**row, **fields})


def answers(
    one: Round, ja: int, n: int, question: str = "6.1", team_id: str = "ALLE", **fields: object
) -> Answers:
    """So many yes of so many read; the rest no."""
    row = {
        "delvist": 0, "nej": n - ja, "ikke_relevant": 0, "kan_ikke_ses": 0, "medarbejdere": n,
        "medarbejdere_ja": ja, "ramme": 40, "grundlag": "genstande", "andel": 100 * ja / n if n else None,
        "ki_nedre": 20.0, "ki_oevre": 60.0,
    }  # fmt: skip
    return Answers(one.traekning_id, question, team_id, ja, **{**row, **fields})


def against(
    one: Round,
    counts: tuple[int, int, int, int],
    question: str = "6.1",
    team_id: str = "ALLE",
    **fields: float,
) -> AgainstRegister:
    """Both yes, both no, the register alone, the reading alone."""
    return AgainstRegister(one.traekning_id, question, team_id, *counts, **fields)


def difference(
    one: Round, team_id: str = "T1", *, raadgiver_id: str = "R1", sag_id: str = "S1"
) -> Difference:
    """An object the register knows nothing of and the reading saw."""
    return Difference(
        one.traekning_id, "6.1", "undersoegelse", "B1", sag_id, team_id, raadgiver_id, False, "ja"
    )


def agreement(team_id: str = "T1", *, raadgiver_id: str = "R1", frist: date | None = None) -> Agreement:
    """An open agreement of the fifth of March."""
    return Agreement(
        "a1", "slagelse_2021_2023", "S1", "6.1", team_id, raadgiver_id, "Hold et møde", frist,
        date(2021, 3, 5),
    )  # fmt: skip


def with_reading(facts: Facts, *agreements: Agreement, **parts: object) -> Facts:
    """The facts, with a plan that asks about BFUs, and what was read."""
    plan = facts.plan.model_copy(update={"maalepunkter": POINTS, "tilsyn": (THEME,)})
    run = replace(facts.run, agreements=agreements)
    return replace(facts, run=run, plan=plan, reading=Reading(**parts))
