"""The catalogue of indicators: what each one asks, how it is computed, and the drawn tests of its rules."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.danish import KILDER, milepael
from pipeline.database import sql_fil
from pipeline.definitions.plans import IkkeFastsat, Indikator, Plan
from pipeline.documents.drawings import Tegning, almindelig_sag, tegninger
from pipeline.documents.markdown import anker, celle, dokument, foldet, kode, tabel
from pipeline.economist.explain import ARTER, parametertekst

FAELLES = {
    "regler": "Regler, som flere indikatorer deler",
    "enheder": "Hvad en indikators SQL skal give, og de fælles visninger",
    "frist": "Frister",
    "haendelse": "Hændelser",
    "beholdning": "Beholdninger",
    "bedoemmelse": "Hvem der havde sagen",
}


def katalog(plan: Plan) -> str:
    """The catalogue of one plan's indicators, in Danish."""
    return dokument(
        [
            f"# Indikatorerne i {plan.titel}",
            "",
            f"{plan.organisation}. Kilde: {plan.kilde_dokument}.",
            "",
            "Hver indikator står med sit spørgsmål, sin tæller og nævner i ord, planens ordlyd, milepæle,",
            "antagelser, SQL og de tegnede prøver, der køres, hver gang noget ændres.",
            "",
            *_indhold(plan),
            *_antagelser(plan),
            *[linje for indikator in plan.indikatorer for linje in _indikator(indikator)],
            *_ikke_fastsat(plan),
            *_faelles_sql(),
        ]
    )


def _indhold(plan: Plan) -> Iterator[str]:
    for punkt in plan.udviklingspunkter:
        yield f"**{punkt.nr}. {punkt.titel}**"
        yield ""
        for indikator in plan.indikatorer:
            if indikator.udviklingspunkt == punkt.nr:
                yield f"- [{_overskrift(indikator)}](#{anker(_overskrift(indikator))})"
        yield ""


def _antagelser(plan: Plan) -> Iterator[str]:
    yield "## Det gælder for dem alle"
    yield ""
    yield from (f"- {antagelse}" for antagelse in plan.antagelser)
    yield ""
    sag = ", ".join(f"{navn} = {vaerdi}" for navn, vaerdi in almindelig_sag().items())
    yield "I de tegnede prøver er en tom celle en manglende værdi. En tabel uden kolonnen sag_id handler om"
    yield f"sagen S, og det, der ikke er tegnet om en sag, er almindeligt: {sag}."
    yield ""
    yield "Værdien er 100 · opfyldt / (opfyldt + ikke opfyldt). Undtagne og afventende vises ved siden af."
    yield ""


def _overskrift(indikator: Indikator) -> str:
    return f"{indikator.id} {indikator.titel}"


def _indikator(indikator: Indikator) -> Iterator[str]:
    yield f"## {_overskrift(indikator)}"
    yield ""
    yield f"**{indikator.spoergsmaal}**"
    yield ""
    yield from tabel(("", ""), _oplysninger(indikator))
    yield from _milepaele(indikator)
    yield from _beregning(indikator)
    egne = tegninger(indikator.id)
    yield from foldet(f"{len(egne)} tegnede prøver", [linje for t in egne for linje in _tegning(t)])


def _oplysninger(indikator: Indikator) -> list[tuple[str, str]]:
    alle = {
        "Tæller": indikator.taeller_tekst,
        "Nævner": indikator.naevner_tekst,
        "Enhed": indikator.enhed,
        "Art": ARTER[indikator.art],
        "Kilde": KILDER[indikator.kilde],
        "Planens ordlyd": f"»{indikator.planens_ordlyd}«",
        "Planen måler": indikator.planens_maaling,
        "Bedst, når den er": indikator.retning,
        "Lovgrundlag": indikator.lovgrundlag,
        "Antagelse": indikator.antagelse or "",
        "Ansvarlig": indikator.ansvarlig,
    }
    return [(f"**{navn}**", tekst) for navn, tekst in alle.items() if tekst]


def _milepaele(indikator: Indikator) -> Iterator[str]:
    if not indikator.milepaele:
        yield "Planen fastsætter ingen daterede milepæle."
        yield ""
        return
    yield from tabel(
        ("Milepæl pr.", "Procent", ""),
        (
            (f"{m.dato:%d-%m-%Y}", milepael(m.procent), "slutmål" if m.slutmaal else "")
            for m in indikator.milepaele
        ),
    )


def _beregning(indikator: Indikator) -> Iterator[str]:
    fil = sql_fil("indicators", indikator.beregning.sql)
    parametre = parametertekst(indikator.beregning.parametre) or "ingen"
    yield f"Beregnes af `sql/indicators/{fil.name}` (parametre: {parametre})."
    yield ""
    yield from foldet("SQL", kode(fil.read_text(encoding="utf-8"), "sql"))


def _tegning(tegning: Tegning) -> Iterator[str]:
    yield f"**{tegning.titel}**"
    yield ""
    for extract, raekker in tegning.indhold().items():
        yield f"Ind: `{extract}`"
        yield ""
        kolonner = list(dict.fromkeys(kolonne for raekke in raekker for kolonne in raekke))
        yield from tabel(kolonner, ([raekke.get(k, "") for k in kolonner] for raekke in raekker))
    yield f"Ud i {tegning.periode}, når data er trukket {tegning.udtraeksdato}:"
    yield ""
    if ventet := tegning.ventet():
        yield from tabel(tegning.kolonner, ([r[k] for k in tegning.kolonner] for r in ventet))
    else:
        yield "Ingen rækker."
        yield ""


def _ikke_fastsat(plan: Plan) -> Iterator[str]:
    yield "## Det, planen ikke fastsætter"
    yield ""
    yield from tabel(
        ("Gælder", "Planens ordlyd", "Sådan vises det"),
        ((_gaelder(i), i.planens_ordlyd, i.forklaring) for i in plan.ikke_fastsat),
    )


def _gaelder(aabent: IkkeFastsat) -> str:
    return aabent.indikator or aabent.aktivitet or f"Udviklingspunkt {aabent.udviklingspunkt}"


def _faelles_sql() -> Iterator[str]:
    yield "## Fælles SQL"
    yield ""
    yield "En indikators SQL siger kun, hvad der er dens enheder. Resten står her én gang for alle."
    yield ""
    for navn, titel in FAELLES.items():
        sql = sql_fil("kinds", navn).read_text(encoding="utf-8")
        yield from foldet(f"{celle(titel)}: sql/kinds/{navn}.sql", kode(sql, "sql"))
