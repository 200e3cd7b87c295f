"""What a draw came to, in Danish lines: counts and ids of teams, never of a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.base.text import count_of, enumeration, number
from pipeline.review.frame import Frame
from pipeline.review.sampling import SIZES, half_width
from pipeline.review.store import Genstand, Traekning


def frame_lines(frame: Frame, rest_months: int) -> Iterator[str]:
    """How many there were to draw from, and what was no part of it."""
    window = f"{frame.window.fra_dato:%d-%m-%Y} til {frame.window.til_dato:%d-%m-%Y}"
    yield f"Ramme: {count_of(len(frame.objects), 'genstand', 'genstande')} fra {window}."
    if (cases := len({item.sag_id for item in frame.objects})) < len(frame.objects):
        yield f"  De er i {count_of(cases, 'sag', 'sager')}; tilfældigt trækkes højst én genstand i hver sag."
    if frame.lately_read:
        yield (
            f"  {number(frame.lately_read)} er udeladt, fordi sagen er læst eller trukket til en anden runde "
            f"inden for {count_of(rest_months, 'måned', 'måneder')}."
        )
    if frame.without:
        yield f"  {number(frame.without)} er udeladt, fordi ingen ansat rådgiver har sagen."


def precision_lines(frame: int) -> Iterator[str]:
    """What a larger sample buys: how far the share read may lie from the frame's, in percentage points."""
    yield f"Så sikkert siger de læste noget om alle {number(frame)} (95 %, når omtrent halvdelen er i orden):"
    for count in (size for size in SIZES if size < frame):
        yield f"  {count:>3} læste: ± {half_width(count, frame):.0f} procentpoint"
    yield f"  {number(frame):>3} læste: alle, ingen usikkerhed fra udvælgelsen"


def drawn_lines(traekning: Traekning, genstande: Sequence[Genstand]) -> Iterator[str]:
    """What was drawn in each team, who reads it, and by which seed it can be drawn again."""
    drawn = [item for item in genstande if item.rolle == "trukket"]
    of = f"{number(len(drawn))} af {number(traekning.ramme)}"
    yield f"Trukket: {of} ({traekning.traekning_id}, frø {traekning.seed})."
    if traekning.enhed == "raadgiver":
        seen = len({item.raadgiver_id for item in drawn})
        who = count_of(seen, "rådgiver", "rådgivere")
        yield f"  {who} får mindst én sag læst; det er ingen stikprøve af sagerne."
    frame = Counter(item.team_id for item in genstande)
    for team, count in sorted(Counter(item.team_id for item in drawn).items()):
        readers = sorted({item.laeser_team_id for item in drawn if item.team_id == team})
        of = f"{number(count)} af {number(frame[team])}"
        yield f"  {team}: {of}, læses af lederen af {enumeration(readers)}"
    if twice := [item for item in drawn if item.genlaeser_team_id]:
        others = sorted({str(item.genlaeser_team_id) for item in twice})
        who = f"en anden leder ({enumeration(others)})"
        yield f"  {number(len(twice))} læses også af {who}, uden den førstes svar."


def eliminated_lines(gone: Genstand, drawn: Genstand | None) -> Iterator[str]:
    """What left, and what is read instead."""
    yield f"Udgået: {gone.genstand_id} i {gone.traekning_id}; den bliver stående i regnskabet."
    if drawn is None:
        yield "Der er ingen reserver tilbage i gruppen, som kan læses; runden bliver én mindre."
    else:
        yield f"I stedet læses {drawn.genstand_id}, den næste i den trukne rækkefølge."
