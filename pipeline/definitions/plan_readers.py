"""Who reads of a plan, and in which papers: the part of a plan file that decides what is written.

A paper is never chosen by a plan's name: the committee's is written for the plan whose uses name it, the note
for the plan that says which of its uses is one.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from pipeline.base.strict import Strict
from pipeline.definitions.plan_fields import Id, Number, Text

NoteSpan: TypeAlias = Literal["maaned", "kvartal", "tertial", "aar"]
PlanKind: TypeAlias = Literal["udviklingsplan", "lov"]


class Track(Strict):
    """One of the tracks the political committee follows, and what of the plan shows how it goes.

    `hele_planen`: the track is the plan itself; else the indicators and activities named. With
    nothing at all only the administration can speak of it.
    """

    nr: Number
    titel: Text
    hele_planen: bool = False
    indikatorer: tuple[Id, ...] = ()
    aktiviteter: tuple[Id, ...] = ()


class Use(Strict):
    """Who the plan says uses the figures, how often, and for what.

    `udvalg`: the political committee, whose paper speaks to it by this name. `notat`: the reported kind of
    period for which a note is written that tells what has moved since the baseline; `indikatorer` are those
    it follows, none: all that are held against a baseline, and `aktiviteter` what it tells of beside them.
    """

    modtager: Text
    hyppighed: Text
    formaal: Text
    udvalg: bool = False
    notat: NoteSpan | None = None
    indikatorer: tuple[Id, ...] = ()
    aktiviteter: tuple[Id, ...] = ()
