"""Why a figure should be read with care: marks on the figure itself, each with the place that tells more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.base.text import number
from pipeline.definitions.sql_files import names_in
from pipeline.reports.blocks.indicator import anchor
from pipeline.reports.blocks.reading_register import register_mark
from pipeline.reports.facts import Finding
from pipeline.reports.words.series import Series
from pipeline.reports.words.verdicts import is_missed, is_reached

REGISTRATION = "registrering.html"
_ABOUT = {
    "aaben_indsats_i_lukket_sag": ("indsatser", "slut_dato"),
    "uden_afgoerelsesdato": ("indsatser", "afgoerelse_dato"),
    "uden_klokkeslaet": ("underretninger", "modtaget_tidspunkt_har_klokkeslaet"),
    "uden_leverandoer": ("indsatser", "leverandoer_type"),
}
"""The extract and column that each kind of finding says is not filled in as it should be."""
_STEM = 6
"""Unit files call an extract by its name or by a view of it in the singular, which begin alike."""


@dataclass(frozen=True)
class Mark:
    """A sign with its words, and where more is told; the address is empty where nothing more is."""

    sign: str
    text: str
    address: str = ""


def build_marks(series: Series) -> tuple[Mark, ...]:
    """What to know before trusting the reported period's figure."""
    here, n = f"#{anchor(series.indicator.id)}", gaps(series)
    found = (
        ("≠", register_mark(series), here),
        ("≠", _other_verdict(series), here),
        ("□", f"{number(n)} mangler nok i registret" if n else "", REGISTRATION),
        ("◔", _young(series), here),
    )
    return tuple(Mark(*mark) for mark in found if mark[1])


def _other_verdict(series: Series) -> str:
    """That register and review judge it otherwise, each with enough to judge by."""
    other = series.other
    if other is None or other.now is None or not other.now.measured:
        return ""
    now, then = series.now, other.now
    if (is_reached(now) and is_missed(then)) or (is_missed(now) and is_reached(then)):
        return f"{other.source_label}: {other.value.short(then)}, {other.verdict.words.lower()}"
    return ""


def _young(series: Series) -> str:
    """That the period is not over, or that what was registered late has changed the one before it."""
    facts, previous = series.facts, series.facts.previous
    if facts.run.opgoerelse.foreloebig:
        return "foreløbigt"
    key = (series.team_id, series.indicator.id, series.source, previous.periode if previous else "")
    revised = any((v.team_id, v.indikator_id, v.kilde, v.periode) == key for v in facts.revisions)
    return "forrige periode er ændret siden sidst" if revised else ""


def gaps(series: Series) -> int:
    """How many of the team's findings are of a column that the indicator is made from."""
    reads = _names_in(series.facts.plan.unit_file(series.indicator))
    own = series.facts.run.covered_by(series.team_id)
    return sum(f.team_id in own and _touches(f, reads) for f in series.facts.run.findings)


_names_in = cache(names_in)


def _touches(finding: Finding, reads: frozenset[str]) -> bool:
    """Whether the words of an indicator's SQL hold the finding's column, and its extract by some name."""
    told = finding.extract or "", (finding.hvad or "").partition(":")[0]
    extract, column = _ABOUT.get(finding.slags, told)
    return column in reads and any(word.startswith(extract[:_STEM]) for word in reads)
