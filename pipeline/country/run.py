"""The country's month: every municipality's, then the file and the report of what they may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.errors import DataRefused, ExitCode, InternalError, LedelsestilsynError, UsageFault
from pipeline.base.log import Stopwatch, write
from pipeline.base.periods import Periode, read_periode
from pipeline.base.readers import put_file, write_for_readers
from pipeline.base.text import count_of, enumeration
from pipeline.country.cluster import Cluster, require_engine
from pipeline.country.folder import CountryFolder
from pipeline.country.listed import Country, read_country
from pipeline.country.month import Task, Told, month
from pipeline.country.national import FAULT, IN_ORDER, REFUSED, Member, build
from pipeline.country.report import write_report

LOST = Told(
    "fejl",
    ExitCode.INTERNAL_ERROR,
    ("Arbejderen forsvandt hver gang, måske af mangel på hukommelse. Kør igen med færre arbejdere.",),
)
_NOTHING: Mapping[ExitCode, type[LedelsestilsynError]] = {
    ExitCode.INTERNAL_ERROR: InternalError,
    ExitCode.DATA_REFUSED: DataRefused,
    ExitCode.USAGE_FAULT: UsageFault,
}
"""What is raised where nobody told anything; the gravest code first."""


@dataclass(frozen=True)
class CountryRun:
    """What came of it: lines for whoever ran it, why each that is not in order is not, the exit code."""

    lines: tuple[str, ...]
    faults: tuple[str, ...]
    exit_code: ExitCode


def run_country(
    file: Path, periode: str | None, cluster: Cluster, progress: Callable[[str], None]
) -> CountryRun:
    """Do every municipality's month where the cluster says, and put together what they tell.

    Raises:
        SettingsError: the list does not hold, or the country's folder cannot be written to.
        UsageFault: the period is none, the engine is missing or does not answer.
        LedelsestilsynError: not one municipality told anything, with the gravest of their codes; what was
            published stands.
    """
    require_engine()
    country = read_country(file)
    reported = read_periode(periode) if periode else country.default_periode()
    land = CountryFolder(country.landsmappe)
    with land.locked():
        land.require_same_kind(reported)
        with Stopwatch(land.log, "kommuner"):
            told = _months(country, reported, land, cluster, progress)
        members = tuple(_member(country, reported, land, id_, told[id_]) for id_ in country.kommuner)
        if not any(member.kept for member in members):
            raise _NOTHING[_code(told)](
                "Ingen kommune blev færdig; intet er udgivet.", *_faults(country, told)
            )
        with Stopwatch(land.log, "land"):
            progress("Samler landet")
            written = _publish(country, members, reported, land)
    lines = (*_lines(members, told, reported, cluster), *(f"{what}: {path}" for what, path in written))
    return CountryRun(lines, tuple(_faults(country, told)), _code(told))


def _months(
    country: Country, periode: Periode, land: CountryFolder, cluster: Cluster, progress: Callable[[str], None]
) -> Mapping[str, Told]:
    """What each municipality told; it is kept at once, so that what is cut short need not be done again."""
    from pipeline.country.engine import run_tasks

    tasks = {id_: _task(country, periode, land, id_) for id_ in country.kommuner}
    found: dict[str, Told] = {}
    progress(f"Kører {count_of(len(tasks), 'kommune', 'kommuner')}, {periode.periode}")
    for done in run_tasks(cluster, land.computation, month, tasks):
        told = found[done.name] = done.made or LOST
        if told.state == "koert":
            land.write(periode.periode, done.name, told)
        write(land.log, haendelse="kommune", kommune=done.name, tilstand=told.state, kode=int(told.exit_code))
        progress(f"{len(found)} af {len(tasks)}: {country.kommuner[done.name].navn}, {_WORDS[told.state]}")
    return found


_WORDS = {
    "koert": "kørt",
    "uaendret": "uændret siden sidst",
    "afvist": "leverancen afvist",
    "fejl": "ikke færdig",
}


def _task(country: Country, periode: Periode, land: CountryFolder, kommune_id: str) -> Task:
    kommune, kept = country.kommuner[kommune_id], land.read(periode.periode, kommune_id)
    return Task(
        kommune_id,
        kommune.arbejdsmappe,
        kommune.leverance,
        kommune.udtraeksdato,
        kommune.indstillinger,
        kommune.noegle_fil,
        periode.periode,
        known=kept.fingerprint if kept else None,
    )


def _member(country: Country, periode: Periode, land: CountryFolder, kommune_id: str, told: Told) -> Member:
    """A municipality that was refused keeps its earlier figures, as its own publication does."""
    state = {"afvist": REFUSED, "fejl": FAULT}.get(told.state, IN_ORDER)
    kept = land.read(periode.periode, kommune_id)
    return Member(kommune_id, country.kommuner[kommune_id].navn, state, kept)


def _publish(
    country: Country, members: tuple[Member, ...], periode: Periode, land: CountryFolder
) -> tuple[tuple[str, Path], ...]:
    new = land.computation / "ny.duckdb"
    build(members, periode, new, land.root)
    page = write_report(new, periode)
    report = land.reports / periode.periode / "rapport.html"
    put_file(new, land.published, country.rettigheder)
    write_for_readers(report, page.encode(), land.reports, country.rettigheder)
    new.unlink()
    return ("Rapport", report), ("Database", land.published)


def _lines(
    members: tuple[Member, ...], told: Mapping[str, Told], periode: Periode, cluster: Cluster
) -> tuple[str, ...]:
    states = Counter(one.state for one in told.values())
    of_each = enumeration([f"{n} {_WORDS[state]}" for state, n in sorted(states.items())])
    joined = sum(member.kept is not None for member in members)
    lines = [
        f"{periode.periode}: {joined} af {count_of(len(members), 'kommune', 'kommuner')} er med ({of_each})."
    ]
    earlier = [m.navn for m in members if m.kept and m.tilstand != IN_ORDER]
    if earlier:
        lines.append(f"Med tallene fra forrige kørsel: {enumeration(earlier)}.")
    if cluster.open_to_others:
        lines.append(
            "Klyngen har ingen TLS: enhver, der kan nå den over nettet, kan køre, hvad det skal være, hos "
            "arbejderne. Se administratorens vejledning."
        )
    return tuple(lines)


def _faults(country: Country, told: Mapping[str, Told]) -> tuple[str, ...]:
    """Why each municipality that is not in order is not, by name, in the list's order."""
    return tuple(
        f"{kommune.navn}: {line}"
        for id_, kommune in country.kommuner.items()
        if told[id_].exit_code is not ExitCode.OK
        for line in told[id_].lines
    )


def _code(told: Mapping[str, Told]) -> ExitCode:
    """The gravest of the municipalities' codes."""
    codes = {one.exit_code for one in told.values()}
    return next((code for code in _NOTHING if code in codes), ExitCode.OK)
