"""How a command begins: settings read once, progress on stderr, the log told of a fault nobody expected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.end import uventet
from pipeline.errors import ForkertBrug, InternFejl, LedelsestilsynFejl

if TYPE_CHECKING:
    from pipeline.call import Koersel


@contextmanager
def begynd(
    mappe: Path | None = None, indstillinger: Path | None = None, plan: str | None = None
) -> Iterator[Koersel]:
    """The call that a command's options make; each option is None where it is left out.

    Raises:
        InternFejl: a fault nobody expected, now in the log.
    """
    from pipeline.call import STANDARDPLAN, Koersel
    from pipeline.commands.terminal import fremdrift
    from pipeline.runlog import skriv_fejl
    from pipeline.settings import arbejdsmappe, find_indstillinger, laes_indstillinger
    from pipeline.workspace import Arbejdsmappe

    rod = arbejdsmappe(mappe)
    valgte = laes_indstillinger(find_indstillinger(indstillinger, rod))
    with fremdrift() as fortael:
        koersel = Koersel(
            Arbejdsmappe(rod), valgte, plan or STANDARDPLAN, fortael, indstillingsfil=indstillinger
        )
        try:
            yield koersel
        except LedelsestilsynFejl:
            raise
        except Exception as fejl:
            skriv_fejl(koersel.mappe.log, fejl)
            raise InternFejl(f"{uventet(fejl)} Se log-mappen i arbejdsmappen.") from fejl


def udgivet_fil(mappe: Path | None) -> Path:
    """The published file of the workspace, for commands that only read it and need no settings.

    Raises:
        ForkertBrug: it may not be read. Whether it is there is the command's own to tell.
    """
    from pipeline.settings import arbejdsmappe
    from pipeline.workspace import Arbejdsmappe

    fil = Arbejdsmappe(arbejdsmappe(mappe)).publiceret
    try:
        fil.open("rb").close()
    except PermissionError:
        raise ForkertBrug(f"{fil}: du har ikke ret til at læse den udgivne database.") from None
    except OSError:
        pass
    return fil
