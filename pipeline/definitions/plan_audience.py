"""Who a plan says follows it: the committee's tracks, and the uses its figures are put to."""

from __future__ import annotations

from pipeline.base.strict import Strict
from pipeline.definitions.plan_fields import Id, Number, Text


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

    `udvalg`: the political committee, whose paper speaks to it by this name.
    """

    modtager: Text
    hyppighed: Text
    formaal: Text
    udvalg: bool = False
