"""The sheets leaders fill in: what each is called, its labels, its columns, and what may be chosen.

Whoever writes a sheet and whoever reads it back go by the same words, which stand here once. Labels and
headings compare without regard to case, blanks, hyphens and the two ways of writing æ, ø and å.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.base.sheets import UNCHANGED, Fill, SheetColumn
from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plan_models import Plan

ROUND, TYPE, SUBJECT, SUBJECT_DAY = "Runde", "Genstand", "Genstandens id", "Genstandens dato"
SAG, PERIODE, READER = "Sag", "Periode", "Læses af"
READ_DAY, READ_BY = "Gennemgået den", "Gennemgået af"
TEAM, DAY = "Team", "Opgjort pr."
LABELS = (
    ROUND, TYPE, SUBJECT, SUBJECT_DAY, SAG, PERIODE, READER, READ_DAY, READ_BY, TEAM, DAY,
)  # fmt: skip
"""Everything that stands as a label in a sheet's head."""

OVERVIEW, COMMENTS, ACTIVITIES = "Overblik", "Kommentarer", "Aktiviteter"
AGREEMENTS, THEMES = "Aftaler", "Temaer"
TABS = frozenset({OVERVIEW, COMMENTS, ACTIVITIES, AGREEMENTS, THEMES})
"""Names of the sheets that are not one object's."""

FORM, INPUT = "gennemgang", "input"
"""How the two workbooks' names begin; the period follows."""


def form_name(periode: str, number: int = 1) -> str:
    """The file a reader's forms of a period lie in; a further one holds what was drawn since."""
    return f"{FORM}-{periode}{f'-{number}' if number > 1 else ''}.xlsx"


def input_name(periode: str) -> str:
    """The file a reader's own words on a period go in."""
    return f"{INPUT}-{periode}.xlsx"


def is_form(name: str) -> bool:
    """Whether a file is called as those that leaders fill in."""
    return name.startswith((f"{FORM}-", f"{INPUT}-")) and name.endswith(".xlsx")


def codes(extract: str, column: str) -> Mapping[str, str]:
    """A column's codes with the words for them, as the extract's definition gives them."""
    return {
        code: str(words) for code, words in (read_extracts()[extract].kolonner[column].koder or {}).items()
    }


@cache
def answer_columns() -> tuple[SheetColumn, ...]:
    """The table of one object's form: a question to a row."""
    return (
        SheetColumn("maalepunkt_id", "Nr.", 7, key=True),
        SheetColumn("ordlyd", "Målepunkt", 42),
        SheetColumn("vejledning", "Vejledning", 42),
        SheetColumn("svar", "Svar", 15, Fill.CHOICE, codes("tilsynssvar", "svar")),
        SheetColumn("papir", "På papir", 26),
        SheetColumn("bemaerkning", "Bemærkning", 34, Fill.TEXT),
        SheetColumn("aftale", "Aftalt handling", 30, Fill.TEXT),
        SheetColumn("aftale_frist", "Frist", 12, Fill.DAY),
    )


_PLAN = SheetColumn("plan_id", "Plan", 20, key=True)
_UNCHANGED = SheetColumn(UNCHANGED, "Aftryk", 10, hidden=True)


@cache
def comment_columns() -> tuple[SheetColumn, ...]:
    """Comments on figures: an indicator to a row, with what the report says of it."""
    return (
        SheetColumn("indikator_id", "Indikator", 10, key=True),
        SheetColumn("titel", "Titel", 40),
        SheetColumn("resultat", "Resultat", 24),
        SheetColumn("vurdering", "Vurdering", 22),
        SheetColumn("tekst", "Kommentar", 60, Fill.TEXT),
        SheetColumn("ansvarlig", "Ansvarlig", 18, Fill.TEXT),
        SheetColumn("dato", "Dato", 12, Fill.DAY),
        _PLAN,
        _UNCHANGED,
    )


@cache
def activity_columns() -> tuple[SheetColumn, ...]:
    """Status of activities: an activity, or one time of a recurring one, to a row."""
    return (
        SheetColumn("milepael_id", "Aktivitet", 14, key=True),
        SheetColumn("titel", "Titel", 60),
        SheetColumn("hvornaar", "Hvornår", 20),
        SheetColumn("hvem", "Hvem", 20),
        SheetColumn("status", "Status", 14, Fill.CHOICE, codes("milepaelsstatus", "status")),
        SheetColumn("dato", "Status er fra", 12, Fill.DAY),
        SheetColumn("antal", "Antal", 9, Fill.NUMBER),
        SheetColumn("i_alt", "Antal i alt", 9, Fill.NUMBER),
        SheetColumn("bemaerkning", "Bemærkning", 40, Fill.TEXT),
        _PLAN,
        _UNCHANGED,
    )


@cache
def agreement_columns() -> tuple[SheetColumn, ...]:
    """Open agreed actions: one to a row, until it is closed."""
    return (
        SheetColumn("aftale_id", "Aftale", 34, key=True),
        SheetColumn("sag_id", "Sag", 14),
        SheetColumn("raadgiver_id", "Rådgiver", 12),
        SheetColumn("maalepunkt", "Målepunkt", 40),
        SheetColumn("tekst", "Det aftalte", 44),
        SheetColumn("frist", "Frist", 12),
        SheetColumn("lukket_dato", "Lukket den", 12, Fill.DAY),
        SheetColumn("lukket_bemaerkning", "Hvad kom der ud af det", 44, Fill.TEXT),
    )


def theme_choices(plans: Sequence[Plan]) -> dict[str, str]:
    """What can be a theme, by `<plan_id>/<id>`, with the words it is chosen by.

    Every indicator, and every question of the reading that counts in none.
    """
    return {
        f"{plan.plan_id}/{id_}": f"{id_} {name} ({plan.plan_id})"
        for plan in plans
        for id_, name in {
            **{point.id: point.ordlyd for point in plan.maalepunkter if point.indikator is None},
            **{i.id: i.titel for i in plan.indikatorer},
        }.items()
    }


def theme_columns(choices: Mapping[str, str] | None = None) -> tuple[SheetColumn, ...]:
    """Themes chosen at the leaders' meeting; `choices` are those of `theme_choices`."""
    return (
        SheetColumn("nr", "Tema nr.", 10, key=True),
        SheetColumn("indikator", "Valgt indikator", 70, Fill.CHOICE, choices or {}),
        SheetColumn("begrundelse", "Hvorfor", 70, Fill.TEXT),
        _UNCHANGED,
    )
