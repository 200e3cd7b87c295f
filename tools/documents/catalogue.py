"""The catalogue of indicators: what each one asks, how it is computed, and the drawn tests of its rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.base.database import sql_file
from pipeline.base.labels import SOURCES
from pipeline.base.text import milepael
from pipeline.definitions.plans import Indicator, NotSet, Plan
from pipeline.economist.explain import KINDS, parameter_text
from tools.documents.drawings import Drawings, Drawn, drawings_of, ordinary_case
from tools.documents.markdown import anchor, cell, code, document, folded, table
from tools.documents.review import review_chapter

SHARED = {
    "regler": "Regler, som flere indikatorer deler",
    "koder": "Ord, der betyder mere end deres bogstaver",
    "enhed_frist": "Hvad en indikators SQL skal give: frister",
    "enhed_haendelse": "Hvad en indikators SQL skal give: hændelser",
    "enhed_beholdning": "Hvad en indikators SQL skal give: beholdninger",
    "enhed_kadence": "Hvad en indikators SQL skal give: kæder af frister",
    "enhed_eksponering": "Hvad en rate holdes op imod",
    "indsatser": "Indsatser og opfølgningen på dem",
    "sager": "Sager, møder og aktiviteter",
    "undersoegelser": "Underretninger og undersøgelser",
    "arbejdsdage": "Arbejdsdage",
    "raadgivere": "Rådgivere",
    "kalender": "Måneder og perioder",
    "frist_enhed": "Enheder med frist",
    "frist": "Frister",
    "haendelse": "Hændelser",
    "beholdning": "Beholdninger",
    "kadence_led": "Leddene i en kæde af frister",
    "kadence": "Kæder af frister",
    "bedoemmelse": "Hvad der kommer ud af hver enhed",
    "ansvar": "Hvem der havde sagen",
    "raekker": "Indikatorernes rækker",
    "optaelling": "Rækkerne, som de tælles",
}
"""The files of `sql/kinds`, in the order they are shown, with what each is about."""

DRAWN = frozenset({"frist", "haendelse", "beholdning", "kadence", "ansvar"})
"""Which of them have drawings."""


def catalogue(plan: Plan) -> str:
    """The catalogue of one plan's indicators, in Danish."""
    return document(
        [
            f"# Indikatorerne i {plan.titel}",
            "",
            f"{plan.organisation}. Kilde: {plan.kilde_dokument}.",
            "",
            "Hver indikator står med sit spørgsmål, sin tæller og nævner i ord, planens ordlyd, milepæle,",
            "antagelser, SQL og de tegnede prøver, der køres, hver gang noget ændres.",
            "",
            *_content(plan),
            *_assumptions(plan),
            *[line for indicator in plan.indikatorer for line in _indicator(plan, indicator)],
            *_ikke_fastsat(plan),
            *review_chapter(plan),
            *_shared_sql(),
        ]
    )


def _content(plan: Plan) -> Iterator[str]:
    for point in plan.udviklingspunkter:
        yield f"**{point.nr}. {point.titel}**"
        yield ""
        for indicator in plan.indikatorer:
            if indicator.udviklingspunkt == point.nr:
                yield f"- [{_heading(indicator)}](#{anchor(_heading(indicator))})"
        yield ""


def _assumptions(plan: Plan) -> Iterator[str]:
    yield "## Det gælder for dem alle"
    yield ""
    yield from (f"- {assumption}" for assumption in plan.antagelser)
    yield ""
    sag = ", ".join(f"{name} = {value}" for name, value in ordinary_case().items())
    yield "I de tegnede prøver er en tom celle en manglende værdi. En tabel uden kolonnen sag_id handler om"
    yield f"sagen S, og det, der ikke er tegnet om en sag, er almindeligt: {sag}."
    yield ""
    yield "Værdien er 100 · opfyldt / (opfyldt + ikke opfyldt). Undtagne og afventende vises ved siden af."
    yield ""


def _heading(indicator: Indicator) -> str:
    return f"{indicator.id} {indicator.titel}"


def _indicator(plan: Plan, indicator: Indicator) -> Iterator[str]:
    yield f"## {_heading(indicator)}"
    yield ""
    yield f"**{indicator.spoergsmaal}**"
    yield ""
    yield from table(("", ""), _information(indicator))
    yield from _milepaele(indicator)
    yield from _computation(plan, indicator)


def _information(indicator: Indicator) -> list[tuple[str, str]]:
    all_ = {
        "Tæller": indicator.taeller_tekst,
        "Nævner": indicator.naevner_tekst,
        "Enhed": indicator.enhed,
        "Art": KINDS[indicator.art],
        "Kilde": SOURCES[indicator.kilde],
        "Planens ordlyd": f"»{indicator.planens_ordlyd}«",
        "Planen måler": indicator.planens_maaling,
        "Bedst, når den er": indicator.retning,
        "Lovgrundlag": indicator.lovgrundlag,
        "Antagelse": indicator.antagelse or "",
        "Ansvarlig": indicator.ansvarlig,
    }
    return [(f"**{name}**", text) for name, text in all_.items() if text]


def _milepaele(indicator: Indicator) -> Iterator[str]:
    if not indicator.milepaele:
        yield "Planen fastsætter ingen daterede milepæle."
        yield ""
        return
    yield from table(
        ("Milepæl pr.", "Procent", ""),
        (
            (f"{m.dato:%d-%m-%Y}", milepael(m.procent), "slutmål" if m.slutmaal else "")
            for m in indicator.milepaele
        ),
    )


def _computation(plan: Plan, indicator: Indicator) -> Iterator[str]:
    """The file, its SQL and its drawings; those stand once, under the first indicator that uses the file."""
    computation = indicator.beregning
    parameters = parameter_text(computation.parametre) or "ingen"
    yield f"Beregnes af `sql/units/{computation.sql}.sql` (parametre: {parameters})."
    yield ""
    first = next(i for i in plan.indikatorer if i.beregning.sql == computation.sql)
    if first.id != indicator.id:
        yield f"SQL og tegnede prøver står under [{_heading(first)}](#{anchor(_heading(first))})."
        yield ""
        return
    yield from folded("SQL", code(plan.unit_file(indicator).read_text(encoding="utf-8"), "sql"))
    drawings = drawings_of("units", computation.sql)
    yield from _drawings(replace(drawings, parameters=computation.parametre))


def _drawings(drawings: Drawings) -> Iterator[str]:
    """Each says what it is computed with where that differs from the file and parameters given."""
    lines = [line for drawn in drawings.drawn for line in _drawing(drawn, drawings)]
    yield from folded(f"{len(drawings.drawn)} tegnede prøver", lines)


def _drawing(drawn: Drawn, beside: Drawings) -> Iterator[str]:
    drawing = drawn.drawing
    yield f"**{drawing.title}**"
    yield ""
    if differences := _differences(drawn, beside):
        yield f"Tegnet med {differences}."
        yield ""
    for extract, rows in drawing.content().items():
        yield f"Ind: `{extract}`"
        yield ""
        columns = list(dict.fromkeys(column for row in rows for column in row))
        yield from table(columns, ([row.get(column, "") for column in columns] for row in rows))
    when = "til og med" if "periode" in drawing.columns else "i"
    yield f"Ud {when} {drawing.period}, når data er trukket {drawing.delivered}:"
    yield ""
    if expected := drawing.expected_rows():
        yield from table(drawing.columns, ([row[c] for c in drawing.columns] for row in expected))
    else:
        yield "Ingen rækker."
        yield ""


def _differences(drawn: Drawn, beside: Drawings) -> str:
    """The file and the parameters that a drawing is computed with, where they are others."""
    same_unit = drawn.unit == beside.unit
    known = beside.parameters if same_unit else {}
    # a day may be drawn as text
    own = {name: value for name, value in drawn.parameters.items() if str(value) != str(known.get(name, ...))}
    unit = "" if same_unit else f"`sql/units/{drawn.unit}.sql`"
    return " og ".join(part for part in (unit, parameter_text(own)) if part)


def _ikke_fastsat(plan: Plan) -> Iterator[str]:
    yield "## Det, planen ikke fastsætter"
    yield ""
    yield from table(
        ("Gælder", "Planens ordlyd", "Sådan vises det"),
        ((_applies(i), i.planens_ordlyd, i.forklaring) for i in plan.ikke_fastsat),
    )


def _applies(opened: NotSet) -> str:
    return opened.indikator or opened.aktivitet or f"Udviklingspunkt {opened.udviklingspunkt}"


def _shared_sql() -> Iterator[str]:
    yield "## Fælles SQL"
    yield ""
    yield "En indikators SQL siger kun, hvad der er dens enheder. Resten står her én gang for alle."
    yield ""
    for name, title in SHARED.items():
        sql = sql_file("kinds", name).read_text(encoding="utf-8")
        yield from folded(f"{cell(title)}: sql/kinds/{name}.sql", code(sql, "sql"))
        if name in DRAWN:
            yield from _shared_drawings(name)


def _shared_drawings(name: str) -> Iterator[str]:
    drawings = drawings_of("kinds", name)
    parameters = parameter_text(drawings.parameters) or "ingen"
    yield f"Tegnet på `sql/units/{drawings.unit}.sql` (parametre: {parameters}), hvor der ikke står andet."
    yield ""
    yield from _drawings(drawings)
