"""One module per extract, or per few that belong together: how the history stands in the register."""

from __future__ import annotations

from collections.abc import Callable

from tools.synthetic.craft.table import Table
from tools.synthetic.extracts.afdaekninger import afdaekninger
from tools.synthetic.extracts.aktiviteter import aktiviteter
from tools.synthetic.extracts.boernesamtaler import boernesamtaler
from tools.synthetic.extracts.handleplaner import handleplaner
from tools.synthetic.extracts.indsatser import indsatser
from tools.synthetic.extracts.leadership import kommentarer, milepaelsstatus
from tools.synthetic.extracts.opfoelgninger import opfoelgninger
from tools.synthetic.extracts.organisation import raadgivere, teams
from tools.synthetic.extracts.sager import sager, sagsfordeling
from tools.synthetic.extracts.spoergeskemasvar import spoergeskemasvar
from tools.synthetic.extracts.tilsynssvar import tilsynssvar
from tools.synthetic.extracts.udgifter import udgifter
from tools.synthetic.extracts.underretninger import underretninger
from tools.synthetic.extracts.undersoegelser import undersoegelser
from tools.synthetic.extracts.ventetider import ventetider
from tools.synthetic.history.world import World

EXTRACTS: tuple[Callable[[World], Table], ...] = (
    teams,
    raadgivere,
    sager,
    sagsfordeling,
    underretninger,
    undersoegelser,
    boernesamtaler,
    aktiviteter,
    indsatser,
    handleplaner,
    opfoelgninger,
    afdaekninger,
    ventetider,
    tilsynssvar,
    spoergeskemasvar,
    milepaelsstatus,
    kommentarer,
    udgifter,
)
"""Each makes the table of one block; they are independent of each other, each with dice of its own."""
