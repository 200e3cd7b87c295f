"""Draw a round: from a frozen frame to the objects each leader reads, in a way that can be redone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode
from pipeline.base.text import count_of, enumeration
from pipeline.definitions.plan_review import Tema
from pipeline.review.frame import Eligible, Frame
from pipeline.review.readers import seated
from pipeline.review.sampling import Key, allocate, in_random_order, read_twice
from pipeline.review.store import Genstand, Traekning

Selection: TypeAlias = Literal["tilfaeldig", "kriterier", "alle"]
_Name: TypeAlias = tuple[str, str]
"""A stratum: its team, and its caseworker where the theme has one (else an empty text)."""


@dataclass(frozen=True)
class Wanted:
    """How a round is to be drawn: which way, how many, by which seed, and read by whom.

    `antal` is in all, or of each caseworker where the theme says so. `chosen` are the ids a leader has
    picked (`kriterier`). `across`: the leader of another team reads. `share_twice` is read by two.
    """

    udvaelgelse: Selection
    antal: int
    seed: int
    across: bool
    share_twice: float
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What a call of `review draw` asks for; what is None is the theme's, the settings' or chance's own.

    `chosen` are the ids that a leader has picked (`kriterier`). `again`: a further round of a theme and
    period that has been drawn.
    """

    tema: str
    periode: Periode
    udvaelgelse: Selection = "tilfaeldig"
    antal: int | None = None
    seed: int | None = None
    chosen: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True)
class Drawn:
    """What a draw came to: the round and its frame, object by object.

    Where nobody has said how many to draw, there is no round: the frame's size alone.
    """

    theme: Tema
    frame: Frame
    traekning: Traekning | None
    genstande: tuple[Genstand, ...] = ()


@dataclass(frozen=True)
class Stratum:
    """A team's objects, or a caseworker's, in the order of their lots; the first `drawn` are to be read."""

    team_id: str
    raadgiver_id: str | None
    objects: tuple[Eligible, ...]
    drawn: int


def draw(frame: Frame, theme: Tema, wanted: Wanted) -> tuple[Stratum, ...]:
    """Part the frame in strata, put each in random order and say how many of it are read.

    Of a frame everything is read by `alle` and what was chosen by `kriterier`; by chance, one object of a
    case at most. The rest stands as reserves.

    Raises:
        UsageFault: the frame is empty, or something chosen is not in it.
    """
    if not frame.objects:
        raise UsageFault(_nothing(frame, theme))
    place = {key: at for at, key in enumerate(in_random_order(wanted.seed, (o.key for o in frame.objects)))}
    in_order = sorted(frame.objects, key=lambda item: place[item.key])
    parts: dict[_Name, list[Eligible]] = defaultdict(list)
    for item in in_order:
        parts[_stratum(theme, item)].append(item)
    chosen = _chosen(frame, wanted.chosen)
    if wanted.udvaelgelse == "kriterier":
        taken = {item.key for item in in_order if item.genstand_id in chosen}
    elif wanted.udvaelgelse == "alle":
        taken = set(place)
    else:
        taken = _by_chance(theme, wanted, in_order, {name: len(parts[name]) for name in sorted(parts)})
    return tuple(
        Stratum(
            team,
            caseworker or None,
            tuple(sorted(parts[team, caseworker], key=lambda item: item.key not in taken)),
            sum(item.key in taken for item in parts[team, caseworker]),
        )
        for team, caseworker in sorted(parts)
    )


def _stratum(theme: Tema, item: Eligible) -> _Name:
    return item.team_id, (item.raadgiver_id or "") if theme.enhed == "raadgiver" else ""


def _by_chance(
    theme: Tema, wanted: Wanted, in_order: Sequence[Eligible], sizes: Mapping[_Name, int]
) -> set[Key]:
    """The first of each stratum, but of a case one object alone: two would say little more than one.

    What a stratum has too few cases for is drawn from the others, in the order of the lots, unless it is so
    many of each caseworker's.
    """
    left, taken, cases = _counts(theme, wanted, sizes), set[Key](), set[str]()

    def take(items: Iterable[Eligible], room: Callable[[Eligible], bool]) -> None:
        for item in items:
            if item.sag_id not in cases and room(item):
                left[_stratum(theme, item)] -= 1
                taken.add(item.key)
                cases.add(item.sag_id)

    take(in_order, lambda item: left[_stratum(theme, item)] > 0)
    if theme.enhed == "genstand":
        take(in_order, lambda _: sum(left.values()) > 0)
    return taken


def _counts(theme: Tema, wanted: Wanted, sizes: Mapping[_Name, int]) -> dict[_Name, int]:
    """How many of each stratum are read: so many of each caseworker's, or in proportion."""
    if theme.enhed == "raadgiver":
        return {name: min(wanted.antal, size) for name, size in sizes.items()}
    return allocate(wanted.antal, sizes)


def _chosen(frame: Frame, ids: Sequence[str]) -> frozenset[str]:
    there = {item.genstand_id for item in frame.objects}
    if strange := [id_ for id_ in dict.fromkeys(ids) if id_ not in there]:
        raise UsageFault(
            f"{enumeration(strange)} er ikke i temaets ramme, som er "
            f"{count_of(len(there), 'genstand', 'genstande')} fra {frame.window.fra_dato:%d-%m-%Y} til "
            f"{frame.window.til_dato:%d-%m-%Y}."
        )
    return frozenset(ids)


def _nothing(frame: Frame, theme: Tema) -> str:
    window = f"{frame.window.fra_dato:%d-%m-%Y} til {frame.window.til_dato:%d-%m-%Y}"
    told = f"Temaet {theme.id} har intet at trække blandt fra {window}"
    why = [
        *([f"{frame.lately_read} er i sager, der er læst for nylig"] if frame.lately_read else []),
        *([f"{frame.without} har ingen ansat rådgiver"] if frame.without else []),
    ]
    return f"{told}: {enumeration(why)}." if why else f"{told}."


def genstande(strata: Sequence[Stratum], frame: Frame, wanted: Wanted, traekning_id: str) -> list[Genstand]:
    """Every object of the frame as it is written down, each with who reads it if it is drawn."""
    readers = seated(frame.readers, wanted.seed, across=wanted.across)
    drawn = [item.key for stratum in strata for item in stratum.objects[: stratum.drawn]]
    twice = read_twice(wanted.seed, drawn, wanted.share_twice)
    return [
        Genstand(
            traekning_id=traekning_id,
            **asdict(item),
            orden=at,
            rolle="trukket" if at <= stratum.drawn else "reserve",
            tilstand="ude",
            udgaaet_aarsag=None,
            udgaaet_dato=None,
            traekkes_for=None,
            laeser_team_id=readers.reader_of(item.team_id),
            genlaeser_team_id=readers.second_reader_of(item.team_id) if item.key in twice else None,
        )
        for stratum in strata
        for at, item in enumerate(stratum.objects, start=1)
    ]
