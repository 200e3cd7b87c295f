"""What an indicator's figures are held up against: dated milestones, and published figures beside them."""

from __future__ import annotations

from pipeline.base.strict import Strict
from pipeline.definitions.plan_fields import Dato, Figures, MaanedEnd, Milepaelstal, Text


class Milepael(Strict):
    """From the day `dato` at least (`faldende`: at most) `procent` is promised.

    `procent` is in the indicator's own unit: percent for a share, else its `vaerdienhed` (days, kr.)
    or, for a count, units. `slutmaal`: the document prints "(slutmål)" or its goal column names the
    number. `vedtaget`: the day a revision was adopted, None for what the plan said from the start.
    """

    dato: MaanedEnd
    procent: Milepaelstal
    slutmaal: bool = False
    vedtaget: Dato | None = None


class Reference(Strict):
    """A published figure to set beside one's own, never a verdict.

    `vaerdi` is in the indicator's own unit, null where the source prints words alone; `dato` the last
    day of what it describes; `tekst` names it in few words; `kilde` is who published it and
    `forbehold` why it is not quite the same thing.
    """

    vaerdi: Figures | None
    dato: MaanedEnd
    tekst: Text
    kilde: Text
    forbehold: Text
