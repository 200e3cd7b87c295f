"""What is probably not registered, caseworker by caseworker, to be mended before the next delivery."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Sequence

from pipeline.danish import antal, dato, kort_dato, periode_tekst
from pipeline.definitions.extracts import laes_extracts
from pipeline.definitions.plan_models import Plan
from pipeline.reports.facts import ALLE, Fund, Grundlag
from pipeline.reports.page.actions import UDEN_RAADGIVER, uden_rapport
from pipeline.reports.page.document import Dokument, Kapitel
from pipeline.reports.page.model import Kolonne, Tabel
from pipeline.reports.page.names import holdnavn

SLAGS = {
    "aaben_indsats_i_lukket_sag": "Indsatsen er åben, men sagen er lukket: registrér slutdatoen.",
    "uden_afgoerelsesdato": "Afgørelsen har ingen dato: registrér den.",
    "uden_klokkeslaet": "Underretningen har ingen tid: registrér, hvornår den blev modtaget.",
    "uden_leverandoer": "Leverandøren mangler: registrér privat, familiehus eller kommunal.",
    "uden_team": "Sagen har intet team: registrér, hvem der har den.",
}
"""Kinds of findings, each with what is to be done, in the order shown; warnings of the intake last."""

LINJE = "En linje er rækkens nummer i udtrækket; den kan analytikeren slå op."

_KOLONNER = (
    Kolonne("Sag"),
    Kolonne("Registrering"),
    Kolonne("Dato"),
    Kolonne("Hvad mangler", bred=True),
)


def byg_registrering(grundlag: Grundlag, plan: Plan, team_id: str) -> Dokument:
    """A team's list; the department's (`ALLE`) holds what no team's does."""
    hold: Collection[str] = uden_rapport(grundlag) if team_id == ALLE else {team_id}
    egne = [f for f in grundlag.fund if f.team_id in hold]
    navn = holdnavn(grundlag, team_id)
    run = grundlag.opgoerelse
    return Dokument(
        titel=f"Registrering: {navn}, {periode_tekst(grundlag.periode)}",
        rubrik=f"Ledelsestilsyn · {plan.organisation}",
        overskrift=f"Det, der nok ikke er registreret: {navn}",
        meta=f"Udtræk af {dato(run.udtraeksdato)}, opgjort pr. {dato(run.opgjort_pr)}.",
        indledning=_indledning(egne, hele_afdelingen=team_id == ALLE),
        kapitler=tuple(Kapitel(hvem, (), (_tabel(fund),)) for hvem, fund in _pr_raadgiver(grundlag, egne)),
        note="Fortroligt: siden rummer sagsnumre.",
        version=run.program_version,
    )


def _indledning(egne: Sequence[Fund], *, hele_afdelingen: bool) -> tuple[str, ...]:
    if not egne:
        return ("Der er ikke fundet noget, der mangler at blive registreret.",)
    hvis = "som ikke hører til et team med egen rapport" if hele_afdelingen else "i teamets sager"
    fra_indlaesningen = any(f.slags not in SLAGS for f in egne)
    return (
        f"{antal(len(egne), 'registrering', 'registreringer')} {hvis} ser ud til at mangle.",
        "Rettes det i fagsystemet inden næste udtræk, tæller det med fra næste rapport.",
        *((LINJE,) if fra_indlaesningen else ()),
    )


def _pr_raadgiver(grundlag: Grundlag, egne: Sequence[Fund]) -> list[tuple[str, list[Fund]]]:
    grupper: dict[str, list[Fund]] = {}
    for fund in egne:
        grupper.setdefault(grundlag.raadgiver(fund.raadgiver_id) or UDEN_RAADGIVER, []).append(fund)
    return sorted(grupper.items(), key=lambda par: (par[0] == UDEN_RAADGIVER, par[0]))


def _tabel(egne: Sequence[Fund]) -> Tabel:
    orden = {slags: nr for nr, slags in enumerate(SLAGS)}
    sorteret = sorted(
        egne, key=lambda f: (orden.get(f.slags, len(orden)), f.sag_id or "", f.enhed_id or "", f.hvad or "")
    )
    return Tabel(
        titel="Registreringer",
        kolonner=_KOLONNER,
        raekker=tuple(
            (
                f.sag_id or "–",
                f.enhed_id or i_ord(f.extract or "–").capitalize(),
                kort_dato(f.dato) if f.dato else "–",
                SLAGS.get(f.slags) or i_ord(f.hvad or ""),
            )
            for f in sorteret
        ),
    )


def i_ord(tekst: str) -> str:
    """A text of the intake with names of extracts and columns as Danish words: `foedselsdato` is fødselsdato.

    Only what is such a name, whole, is rewritten: the words around it are Danish already, and an ae or oe
    in them ("datoen") is no letter of its own.
    """
    return re.sub(r"\w+", lambda ord_: _dansk(ord_[0]) if ord_[0] in _navne() else ord_[0], tekst)


def _dansk(navn: str) -> str:
    """A name of letters a to z in Danish ones; aa first, for `gennemgaaet` holds an ae that is none."""
    bogstaver = navn.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    return re.sub("_id$", "-id", bogstaver).replace("_", " ")


@functools.cache
def _navne() -> frozenset[str]:
    extracts = laes_extracts()
    return frozenset(extracts).union(*(extract.kolonner for extract in extracts.values()))
