"""One result -> one verdict, by its status and whether it rests on too few; and its one-sentence conclusion.

Every page, list and mail words a result here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.base.labels import CANNOT_TELL
from pipeline.base.periods import Periode, read_periode, rolling12
from pipeline.base.text import TOO_FEW, dato, number, periode_text
from pipeline.reports.facts import Result
from pipeline.reports.words.names import in_words
from pipeline.reports.words.terms import Terms
from pipeline.reports.words.value import Value


class Tone(StrEnum):
    """The kind of a verdict, which gives it its colour; the sign and the words stand beside it always."""

    GOOD = "god"
    MISSING = "mangler"
    UNDETERMINED = "uvis"
    NONE = "ingen"


@dataclass(frozen=True)
class Verdict:
    """One verdict: a sign, words, the few more words a page with room adds, and `short` for narrow cells."""

    sign: str
    words: str
    tone: Tone
    elaboration: str = ""
    short: str = ""


_SIGNS = {
    "foran": ("▲", Tone.GOOD, "Foran"),
    "naaet": ("✓", Tone.GOOD, ""),
    "ikke_naaet": ("✗", Tone.MISSING, ""),
    "foer_foerste_milepael": ("–", Tone.NONE, ""),
    "uden_milepael": ("–", Tone.NONE, ""),
    "ingen_data": ("○", Tone.NONE, "Ingen data"),
    "bedre": ("✓", Tone.GOOD, "Bedre"),
    "daarligere": ("✗", Tone.MISSING, "Dårligere"),
    "ikke_til_at_skelne": ("≈", Tone.UNDETERMINED, "Ikke til at skelne"),
    "baseline": ("–", Tone.NONE, ""),
    "foer_baseline": ("–", Tone.NONE, ""),
    "baseline_mangler": ("–", Tone.NONE, ""),
    "uden_vurdering": ("–", Tone.NONE, ""),
}
"""Each status with its sign, its tone and its word for a narrow cell, where it is not the status itself."""
_SHORT_AS_SAID = frozenset({"naaet", "ikke_naaet"})
REACHED = frozenset({"foran", "naaet", "bedre"})
BEHIND = frozenset({"ikke_naaet", "daarligere"})


def verdict_on(status: str, terms: Terms) -> Verdict:
    """The verdict a status gives by itself."""
    if status == "uden_milepael" and not terms.judges:
        return Verdict("", "", Tone.NONE)
    sign, tone, short = _SIGNS[status]
    words = terms.status(status).capitalize()
    more = f"også {terms.next_target.partition(' ')[2]} er {terms.met}" if status == "foran" else ""
    return Verdict(sign, words, tone, more, words if status in _SHORT_AS_SAID else short)


def assess(value: Value, result: Result | None) -> Verdict:
    """The verdict of a result; too few is said before reached or not reached, better or worse."""
    if result is None:
        return verdict_on("ingen_data", value.terms)
    if result.grund:
        return Verdict(
            "○", CANNOT_TELL.capitalize(), Tone.NONE, in_words(result.grund), CANNOT_TELL.capitalize()
        )
    if result.usikker and result.status in REACHED | BEHIND:
        return Verdict("?", TOO_FEW.capitalize(), Tone.UNDETERMINED, value.count(result), "For få")
    return verdict_on(result.status, value.terms)


def is_reached(result: Result | None) -> bool:
    """Whether a milestone is reached, or the baseline bettered, and not by chance."""
    return result is not None and result.status in REACHED and not result.usikker


def is_missed(result: Result | None) -> bool:
    """Whether a milestone is missed, or it is worse than the baseline, and not by chance."""
    return result is not None and result.status in BEHIND and not result.usikker


def applies(result: Result | None) -> bool:
    """Whether a milestone is in force for the result."""
    return result is not None and result.milepael_procent is not None


def conclusion(value: Value, result: Result | None, periode: Periode, opgjort_pr: date) -> str:
    """The one-sentence conclusion: `12 af 16 underretninger var ... (75 %); milepælen på 50 % er nået`."""
    if result is None or not result.measured:
        stock = value.indicator.art == "beholdning"
        when = f"pr. {dato(opgjort_pr)}" if stock else f"i {periode_text(periode)}"
        return _nothing(value, result, when)
    few = f", {TOO_FEW}" if _few_without_target(value, result) else ""
    return closed("; ".join(filter(None, (f"{value.sentence(result)}{few}", against(value, result)))))


def closed(text: str) -> str:
    """A sentence with its full stop; one that ends with an abbreviation (kr.) has it."""
    return text if text.endswith(".") else f"{text}."


def _few_without_target(value: Value, r: Result) -> bool:
    return value.few(r) and not value.says_few and r.status not in REACHED | BEHIND


def _nothing(value: Value, result: Result | None, when: str) -> str:
    if result and result.grund:
        return f"{CANNOT_TELL.capitalize()}: {in_words(result.grund)}."
    part = [f"Ingen {value.unit(0)} at opgøre {when}"]
    if result and (result.afventer or result.undtaget):
        part.append(f" ({number(result.afventer)} afventer, {number(result.undtaget)} undtaget)")
    if result and result.milepael_procent is not None:
        part.append(f"; {value.terms.the_target} er {value.goal(result.milepael_procent)}")
    return "".join(part) + "."


def against(value: Value, r: Result) -> str:
    """How the result stands against milestones or baseline, as the second half of the sentence."""
    if r.status in _BASELINE:
        return _against_baseline(value, r)
    if r.milepael_procent is not None:
        return _against_milepael(value, r, r.milepael_procent)
    if r.naeste_procent is not None and r.naeste_dato:
        return f"{value.terms.first_target} er {value.goal(r.naeste_procent)} den {dato(r.naeste_dato)}"
    return value.terms.unset


def _against_milepael(value: Value, r: Result, target: float) -> str:
    name, met = f"{value.terms.the_target} på {value.goal(target)}", value.terms.met
    if r.usikker:
        return _too_few(value, r, target, name)
    if r.status == "foran" and r.naeste_procent is not None and r.naeste_dato:
        next_ = f"{value.terms.the_next} på {value.goal(r.naeste_procent)} ({dato(r.naeste_dato)})"
        return f"både {name} og {next_} er {met}"
    if r.status == "ikke_naaet":
        far = value.distance(r, target)
        return f"{name} er ikke {met}, " + (
            f"det er {far} for meget" if value.falling else f"der mangler {far}"
        )
    return f"{name} er {met}"


def _too_few(value: Value, r: Result, target: float, name: str) -> str:
    if value.few(r) and not value.shows_position:
        return f"{name} kan ikke vurderes"
    uncertainty = value.uncertainty(r)
    supplement = f" (usikkerheden er {uncertainty})" if uncertainty and not value.few(r) else ""
    return f"det er {value.position(r, target)} {name}, men {TOO_FEW}{supplement}"


_BASELINE = frozenset(
    {"bedre", "daarligere", "ikke_til_at_skelne", "baseline", "foer_baseline", "baseline_mangler"}
    | {"uden_vurdering"}
)


def _against_baseline(value: Value, r: Result) -> str:
    if r.status == "baseline":
        return "det er udgangspunktet, som de senere perioder holdes op mod"
    if r.status == "foer_baseline":
        return "perioden ligger før udgangspunktet"
    if r.status == "baseline_mangler":
        return "der er intet udgangspunkt at holde det op mod"
    since = since_baseline(value, r)
    if r.status == "uden_vurdering":
        return since or "det vurderes ikke"
    if r.usikker and r.status != "ikke_til_at_skelne":
        return f"{since}, men {TOO_FEW}"
    words = value.terms.status(r.status)
    return f"{since}: {words}" if since else words


def since_baseline(value: Value, r: Result) -> str:
    """What it was at the baseline, and the change: `i marts 2019 var det 30 dage, ændringen er −5 dage`."""
    if r.baseline_periode is None or r.baseline_vaerdi is None:
        return ""
    then = f"{_then(r.periodetype, r.baseline_periode)} var det {value.about(r.baseline_vaerdi)}"
    return then if r.forskel is None else f"{then}, ændringen er {value.moved(r.forskel)}"


def _then(periodetype: str, name: str) -> str:
    """The baseline's period; a year and a rolling one are held against the rolling year of its month."""
    periode = read_periode(name)
    if periodetype in {"aar", "rullende12"}:
        return f"i de {periode_text(rolling12(periode.first))}"
    return f"i {periode_text(periode)}"
