"""What is probably not registered, caseworker by caseworker, to be mended before the next delivery."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.base.text import count_of, dato, periode_text, short_date
from pipeline.reports.blocks.actions import WITHOUT_RAADGIVER
from pipeline.reports.blocks.views import Chapter, Document, Table, TableColumn
from pipeline.reports.facts import ALL, Facts, Finding, Run
from pipeline.reports.papers import Audience, Paper
from pipeline.reports.words.names import in_words

REGISTRATION = "registrering.html"
KIND = {
    "aaben_indsats_i_lukket_sag": "Indsatsen er åben, men sagen er lukket: registrér slutdatoen.",
    "uden_afgoerelsesdato": "Afgørelsen har ingen dato: registrér den.",
    "uden_klokkeslaet": "Underretningen har ingen tid: registrér, hvornår den blev modtaget.",
    "uden_leverandoer": "Leverandøren mangler: registrér privat, familiehus eller kommunal.",
    "uden_team": "Sagen har intet team: registrér, hvem der har den.",
}
"""Kinds of findings, each with what is to be done, in the order shown; warnings of the intake last."""

LINE = "En linje er rækkens nummer i udtrækket; den kan analytikeren slå op."

_COLUMNS = (
    TableColumn("Sag"),
    TableColumn("Registrering"),
    TableColumn("Dato"),
    TableColumn("Hvad mangler", wide=True),
)


def build_registration(run: Run, organisation: str, team_id: str) -> Document:
    """A team's list; the department's (`ALL`) holds what no team's does."""
    teams = run.covered_by(team_id)
    own = [f for f in run.findings if f.team_id in teams]
    name, now = run.team_name(team_id), run.opgoerelse
    return Document(
        title=f"Registrering: {name}, {periode_text(run.periode)}",
        kicker=f"Ledelsestilsyn · {organisation}",
        heading=f"Det, der nok ikke er registreret: {name}",
        meta=f"Udtræk af {dato(now.udtraeksdato)}, opgjort pr. {dato(now.opgjort_pr)}.",
        introduction=_introduction(own, whole_department=team_id == ALL),
        chapters=tuple(Chapter(who, (), (_table(finding),)) for who, finding in _pr_raadgiver(run, own)),
        note="Fortroligt: siden rummer sagsnumre.",
        version=now.program_version,
    )


def _introduction(own: Sequence[Finding], *, whole_department: bool) -> tuple[str, ...]:
    if not own:
        return ("Der er ikke fundet noget, der mangler at blive registreret.",)
    condition = "som ikke hører til et team med egen rapport" if whole_department else "i teamets sager"
    from_intake = any(f.slags not in KIND for f in own)
    return (
        f"{count_of(len(own), 'registrering', 'registreringer')} {condition} ser ud til at mangle.",
        "Rettes det i fagsystemet inden næste udtræk, tæller det med fra næste rapport.",
        *((LINE,) if from_intake else ()),
    )


def _pr_raadgiver(run: Run, own: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in own:
        groups.setdefault(run.raadgiver(finding.raadgiver_id) or WITHOUT_RAADGIVER, []).append(finding)
    return sorted(groups.items(), key=lambda pair: (pair[0] == WITHOUT_RAADGIVER, pair[0]))


def _table(own: Sequence[Finding]) -> Table:
    order = {kind: number for number, kind in enumerate(KIND)}
    sorted_ = sorted(
        own, key=lambda f: (order.get(f.slags, len(order)), f.sag_id or "", f.enhed_id or "", f.hvad or "")
    )
    return Table(
        title="Registreringer",
        columns=_COLUMNS,
        rows=tuple(
            (
                f.sag_id or "–",
                f.enhed_id or in_words(f.extract or "–").capitalize(),
                short_date(f.dato) if f.dato else "–",
                KIND.get(f.slags) or in_words(f.hvad or ""),
            )
            for f in sorted_
        ),
    )


def _files(facts: Sequence[Facts], team_id: str) -> Iterator[tuple[str, object]]:
    yield REGISTRATION, build_registration(facts[0].run, facts[0].plan.organisation, team_id)


PAPERS = (
    Paper(Audience.TEAM, "document.html.j2", _files),
    Paper(Audience.DEPARTMENT, "document.html.j2", _files),
)
