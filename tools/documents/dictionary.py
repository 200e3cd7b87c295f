"""The data dictionary: every column that goes in, and every column that comes out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.base.database import Database, open_database
from pipeline.country import national as country
from pipeline.definitions.extracts import Column, Extract, read_extracts
from pipeline.definitions.plans import Plan, all_plans
from pipeline.economist.published import Object, objects, open_publication
from pipeline.indicators.calculate import calculate
from pipeline.publication.columns import dictionary
from pipeline.publication.contents import copy_extracts
from pipeline.stages.check import collect_publication
from tools.documents.delivered import files
from tools.documents.markdown import document, table

TYPES = {
    "tekst": "tekst",
    "dato": "dato (dd-mm-åååå eller åååå-mm-dd)",
    "tidspunkt": "tidspunkt (dd-mm-åååå tt:mm eller åååå-mm-dd tt:mm)",
    "bool": "ja/nej (også J/N, sand/falsk, true/false, yes/no, x, 1/0, -1/0)",
    "heltal": "helt tal",
    "decimal": "tal med decimaler",
    "maaned": "måned (åååå-mm)",
    "kode": "kode",
}
UNKNOWN = {
    "karantaene": "findes den ikke, sættes rækken i karantæne",
    "advarsel": "findes den ikke, gives en advarsel",
    "mangler": "findes den ikke, regnes den for tom, med en advarsel",
    "tilladt": "behøver ikke at findes",
}


def data_dictionary() -> str:
    """The dictionary, in Danish."""
    with _empty_publication(all_plans()[0]) as database:
        published = objects(database)
    extracts = read_extracts()
    tables = [o for o in published if o.kind == "tabel" and o.name not in extracts]
    return document(
        [
            "# Dataordbog",
            "",
            "Først det, der leveres: én CSV-fil pr. udtræk. Derefter det, der udgives i databasen.",
            "",
            "- [Filerne](#filerne)",
            "- [Udtrækkene](#udtrækkene)",
            "- [Visningerne](#visningerne)",
            "- [Makroerne](#makroerne)",
            "- [Tabellerne](#tabellerne)",
            "- [Landets fil](#landets-fil)",
            "",
            *files(extracts),
            *_extract(extracts),
            *_section("Visningerne", "Navngivet efter spørgsmål. Begynd her.", published, "visning"),
            *_macros(),
            *_tables(tables),
            *_country(),
        ]
    )


def _extract(extracts: dict[str, Extract]) -> Iterator[str]:
    yield "## Udtrækkene"
    yield ""
    yield "Mærker: **nøgle** er en del af rækkens nøgle, **skal udfyldes** må ikke være tom, og"
    yield "**fortrolig** udgives aldrig. Koder sammenlignes uden hensyn til store og små bogstaver, æ/ae,"
    yield "ø/oe, å/aa, mellemrum, bindestreg og understreg. Ukendte kolonner må gerne være med."
    yield ""
    for extract in extracts.values():
        yield f"### {extract.extract}"
        yield ""
        yield extract.betydning + _may_be_missing(extract)
        yield ""
        yield from table(
            ("Kolonne", "Mærke", "Type", "Betydning"),
            ((f"`{name}`", _label(k), _type(k), k.betydning) for name, k in extract.kolonner.items()),
        )
        yield from _codes(extract)
        yield from _requirement(extract)


def _may_be_missing(extract: Extract) -> str:
    if extract.valgfri:
        return " Filen må mangle."
    if extract.can_be_spared_with:
        return f" Filen må mangle, når {extract.can_be_spared_with} er med."
    return ""


def _label(column: Column) -> str:
    labels = {
        "nøgle": column.noegle,
        "skal udfyldes": column.udfyldes,
        "fortrolig": column.fortrolig,
        "erstattes af et pseudonym": column.pseudonym,
    }
    return ", ".join(name for name, has in labels.items() if has)


def _type(column: Column) -> str:
    return TYPES[column.type]


def _codes(extract: Extract) -> Iterator[str]:
    codes = [
        (f"`{name}`", f"`{code}`", meaning)
        for name, column in extract.kolonner.items()
        for code, meaning in {**column.koder, **column.kendte}.items()
    ]
    if codes:
        yield from table(("Kolonne", "Kode", "Betydning"), codes)


def _requirement(extract: Extract) -> Iterator[str]:
    requirement = [*_references(extract), *_rules(extract)]
    yield from (f"- {text}" for text in requirement)
    if requirement:
        yield ""


def _references(extract: Extract) -> Iterator[str]:
    for name, column in extract.kolonner.items():
        if h := column.henviser:
            except_ = f" ({', '.join(h.undtagen)} er tilladt)" if h.undtagen else ""
            yield f"`{name}` henviser til `{h.til}`{except_}; {UNKNOWN[h.ukendt]}."


def _rules(extract: Extract) -> Iterator[str]:
    for requirement in extract.kraever:
        yield f"{requirement.aarsag}: {_severity(requirement.alvor)}."
    for order in extract.tidsorden:
        yield f"`{order.sidst}` må ikke ligge før `{order.foerst}`: karantæne."
    for deed in extract.gerninger:
        begun = " (ellers ".join(f"`{b}`" for b in deed.begyndt) + ")" * (len(deed.begyndt) - 1)
        yield f"`{deed.gerning}` ligger før {begun}: advarsel."
    for both in extract.ikke_begge:
        yield f"{both.aarsag}: advarsel."
    for column in extract.kolonner.values():
        for expectation in column.forventninger:
            yield f"{expectation.aarsag}: {_severity(expectation.alvor)}."


def _severity(severity: str) -> str:
    return {"karantaene": "karantæne", "advarsel": "advarsel"}[severity]


def _section(title: str, introduction: str, published: list[Object], kind: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield introduction
    yield ""
    for object_ in published:
        if object_.kind == kind:
            yield from _object(object_)


def _object(object_: Object) -> Iterator[str]:
    yield f"### {object_.name}"
    yield ""
    yield object_.meaning
    yield ""
    yield from table(
        ("Kolonne", "Type", "Betydning"), ((f"`{k.name}`", k.type, k.meaning) for k in object_.columns)
    )


def _macros() -> Iterator[str]:
    yield "## Makroerne"
    yield ""
    yield "Kaldes i SQL, fx `from status('ALLE', '2021-04');`."
    yield ""
    macros = dictionary().makroer
    yield from table(
        ("Makro", "Betydning"),
        ((f"`{macro.kald}`", macro.betydning) for macro in macros.values() if not macro.kolonner),
    )
    for name, macro in macros.items():
        if macro.kolonner:
            yield f"### {name}"
            yield ""
            yield f"`{macro.kald}`: {macro.betydning} Fx `from {macro.eksempel};`."
            yield ""
            meanings = dictionary().meanings(macro.kolonner)
            yield from table(("Kolonne", "Betydning"), ((f"`{c}`", text) for c, text in meanings.items()))


def _tables(tables: list[Object]) -> Iterator[str]:
    introduction = (
        "Grundlaget for visningerne. Rækkerne har ingen fast rækkefølge; sortér efter nøglen. Udtrækkene\n"
        "ligger i databasen under deres egne navne, uden de fortrolige kolonner; spoergeskemasvar desuden\n"
        "uden team. En kolonne med et tidspunkt følges af en, der siger, om klokkeslættet er kendt."
    )
    yield from _section("Tabellerne", introduction, tables, "tabel")


def _country() -> Iterator[str]:
    yield "## Landets fil"
    yield ""
    yield "`land.duckdb`, som [`country run`](land.md) skriver: kommunernes tabeller, og visninger af dem."
    yield ""
    meanings = country.dictionary()
    for name, entry in {**meanings.visninger, **meanings.tabeller}.items():
        yield f"### {name} (landet)"
        yield ""
        yield entry.comment
        yield ""
        columns = meanings.meanings(entry.kolonner)
        yield from table(("Kolonne", "Betydning"), ((f"`{c}`", text) for c, text in columns.items()))
    macros = meanings.makroer.values()
    yield from table(("Makro", "Betydning"), ((f"`{macro.kald}`", macro.betydning) for macro in macros))


@contextmanager
def _empty_publication(plan: Plan) -> Iterator[Database]:
    """The published file of a plan, made by the same steps as a run's, from extracts without rows."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "ledelsestilsyn.duckdb"
        with open_database([file.parent]) as database:
            _build(database, plan, file)
        with open_publication(file) as database:
            yield database


def _build(database: Database, plan: Plan, file: Path) -> None:
    database.run("attach ':memory:' as lev")
    database.use("lev")
    database.run_file("intake", "delivery_tables")
    database.use("lev", "data")
    for name, extract in read_extracts().items():
        database.create_empty(name, extract.types)
    database.attach(file, "ud", writable=True)
    periode = plan.first_month
    calculate(database, [plan], periode, periode.last)
    copy_extracts(database, read_extracts())
    collect_publication(database, [], plan, periode, periode.last)
    database.use("memory")
    database.detach("ud")
