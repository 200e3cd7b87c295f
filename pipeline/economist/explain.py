"""What an indicator measures, in words and in SQL: the lines of `explain`, and of which plan it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.base.database import Database, of_this_version
from pipeline.base.errors import UsageFault
from pipeline.base.labels import CANNOT_TELL
from pipeline.base.text import amount, enumeration, milepael
from pipeline.definitions.plans import Indicator, Plan, all_plans, read_plan
from pipeline.definitions.sql_files import unit_folder
from pipeline.economist.published import open_publication, require_this_version

KINDS = {
    "frist": "frist: tæller i den periode, fristen ligger i, når fristen er kommet",
    "haendelse": "hændelse: tæller i den periode, det sker i",
    "beholdning": "beholdning: tæller, når den er i gang på opgørelsesdagen",
    "kadence": "kæde af frister: hver opfølgning sætter den næste, og hver frist tæller i sin periode",
}
VAERDITYPER = {
    "andel": "andel i procent",
    "antal": "antal",
    "rate": "rate",
    "sum": "sum",
    "gennemsnit": "gennemsnit",
    "median": "median (den midterste)",
    "fordeling": "fordeling på kategorier",
}


def find_plan(indikator_id: str, plan_id: str | None, file: Path, folders: Sequence[Path]) -> Plan:
    """The plan asked for; else the one of the published plans that has the indicator.

    Where nothing is published the plans that are found (`folders` first) are looked through instead.

    Raises:
        UsageFault: the plan is not known; none has the indicator, or several do.
    """
    if plan_id is not None:
        return read_plan(plan_id, folders)
    plans = _published_plans(file, folders) if file.is_file() else all_plans(folders)
    found = [plan for plan in plans if any(i.id == indikator_id for i in plan.indikatorer)]
    if len(plans) == 1 or len(found) == 1:
        return (found or plans)[0]
    if not found:
        raise UsageFault(f"Indikatoren {indikator_id!r} findes ikke i nogen af planerne {_names(plans)}.")
    raise UsageFault(
        f"Indikatoren {indikator_id} findes i flere planer, {_names(found)}: vælg med --plan ID."
    )


def _published_plans(file: Path, folders: Sequence[Path]) -> Sequence[Plan]:
    with open_publication(file) as database:
        require_this_version(database)
        ids = [r["plan_id"] for r in database.fetch("select plan_id from plan order by orden")]
    return [read_plan(plan_id, folders) for plan_id in ids]


def _names(plans: Sequence[Plan]) -> str:
    return enumeration([plan.plan_id for plan in plans])


def explain(plan: Plan, indikator_id: str) -> Iterator[str]:
    """The definition of one indicator, line by line.

    Raises:
        UsageFault: the plan has no such indicator.
    """
    indicator = plan.indicator(indikator_id)
    yield f"{indicator.id} {indicator.titel}"
    yield from _definition(plan, indicator)
    yield from _target(plan, indicator)
    yield from _computation(plan, indicator)


def not_computed(file: Path, plan: Plan, indicator: Indicator) -> Iterator[str]:
    """What `explain` ends with where the published figure could not be computed; nothing where it could."""
    if not file.is_file():
        return
    with open_publication(file) as database:
        if of_this_version(database) and (why := cannot_tell(database, plan, indicator)):
            yield from ("", why)


def cannot_tell(database: Database, plan: Plan, indicator: Indicator) -> str | None:
    """That the published delivery lacks what the indicator is made from; None where it does not."""
    key = {"plan_id": plan.plan_id, "indikator_id": indicator.id}
    found = database.rows("economist", "uopgjort", **key)
    return f"{CANNOT_TELL.capitalize()}: {found[0]['grund']}." if found else None


def _definition(plan: Plan, indicator: Indicator) -> Iterator[str]:
    yield f"Plan:         {plan.titel} ({plan.plan_id})"
    yield f"Spørgsmål:    {indicator.spoergsmaal}"
    yield f"Tæller:       {indicator.taeller_tekst}"
    yield f"Nævner:       {indicator.naevner_tekst}"
    yield f"Art:          {KINDS[indicator.art]}"
    unit = f", {indicator.vaerdienhed} {indicator.vaerdi_ord}" if indicator.vaerdienhed else ""
    yield f"Værdi:        {VAERDITYPER[indicator.vaerditype]}{unit}"
    for category, text in (indicator.kategorier or {}).items():
        yield f"Kategori:     {category}: {text}"
    if indicator.grupper:
        yield f"Delt efter:   {indicator.grupper.titel} ({', '.join(indicator.grupper.navne.values())})"
    yield f"Kilde:        {indicator.kilde}"
    yield f"{'Måling:      ' if plan.slags == 'lov' else 'Planen måler:'} {indicator.planens_maaling}"
    yield f"Lovgrundlag:  {indicator.lovgrundlag}"
    if indicator.antagelse:
        yield f"Antagelse:    {indicator.antagelse}"


def _target(plan: Plan, indicator: Indicator) -> Iterator[str]:
    """What the value is held against: milestones, what it was before, or nothing; and figures beside it."""
    label, none = ("Krav:   ", "intet i tal") if plan.slags == "lov" else ("Milepæl:", "ingen fastsat")
    at_most = "højst " if indicator.retning == "faldende" else ""
    for step in indicator.milepaele:
        end = " (slutmål)" if step.slutmaal else ""
        adopted = f", vedtaget {step.vedtaget:%d-%m-%Y}" if step.vedtaget else ""
        promised = f"{at_most}{in_unit(indicator, step.procent)}"
        yield f"{label}      {step.dato:%d-%m-%Y}: {promised}{end}{adopted}"
    if indicator.maaltype == "baseline":
        wanted = "falde" if indicator.retning == "faldende" else "stige"
        yield f"Baseline:     den periode, der slutter med {indicator.baseline}; værdien skal {wanted}"
    elif not indicator.milepaele:
        yield f"{label}      {none}"
    for ref in indicator.referencer:
        figures = "" if ref.vaerdi is None else f" {in_unit(indicator, ref.vaerdi)}"
        yield f"Til sammenligning: {ref.tekst}:{figures} ({ref.kilde}, {ref.dato:%d-%m-%Y}). {ref.forbehold}"


def in_unit(indicator: Indicator, value: float) -> str:
    """A value of the indicator with its unit: `75 %`, `12,5 dage`, `3`."""
    if indicator.vaerditype == "andel":
        return milepael(value)
    return f"{amount(value)} {indicator.vaerdienhed}" if indicator.vaerdienhed else amount(value)


def _computation(plan: Plan, indicator: Indicator) -> Iterator[str]:
    file = plan.unit_file(indicator)
    yield f"Parametre:    {parameter_text(indicator.beregning.parametre) or 'ingen'}"
    where = f"sql/units/{file.name}" if file.parent == unit_folder() else str(file)
    yield f"SQL:          {where}; fælles regler i sql/kinds/{indicator.art}.sql"
    yield ""
    yield from file.read_text(encoding="utf-8").rstrip().splitlines()


def parameter_text(parameters: Mapping[str, object]) -> str:
    """Parameters and their values in words: "dage = 14, fra_dato = ingen, paragraffer = [48, 50]"."""
    return ", ".join(f"{name} = {_in_words(value)}" for name, value in sorted(parameters.items()))


def _in_words(value: object) -> str:
    if value is None:
        return "ingen"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_in_words, value))}]"
    return str(value)
