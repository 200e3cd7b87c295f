"""A folder of CSV files -> a delivery in the workspace, or a refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, latest_whole_month, require_begun
from pipeline.base.workspace import udtraeksdato
from pipeline.call import Call, Leverance
from pipeline.definitions.plans import kendte_maalepunkter
from pipeline.intake.ingest import Intake, udtraeksdato_of
from pipeline.intake.ingest import take_in as take_inside
from pipeline.intake.pseudonyms import key
from pipeline.intake.quarantine import folder_for
from pipeline.intake.store import Store
from pipeline.intake.validate import load


def date_of(leverance: Leverance) -> date:
    """The day a delivery was drawn: as the caller says, else as its folder is named.

    Raises:
        UsageFault: there is no such folder, it may not be read, or neither its name nor the caller says.
    """
    try:
        next(leverance.folder.iterdir(), None)
    except PermissionError:
        raise UsageFault(f"{leverance.folder}: du har ikke ret til at læse mappen.") from None
    except OSError:
        raise UsageFault(
            f"{leverance.folder}: mappen findes ikke (forventet: en mappe med CSV-udtræk)."
        ) from None
    return leverance.dato or udtraeksdato_of(leverance.folder)


def periode_for(call: Call, leverance: Leverance, wanted: Periode | None) -> Periode:
    """The period to report once the delivery is in: the one asked for, else the delivery's last whole month.

    Raises:
        UsageFault: as `date_of`; or neither this delivery nor one already there reaches the period.
    """
    dato = date_of(leverance)
    periode = wanted or latest_whole_month(dato)
    require_begun(periode, max([dato, *map(udtraeksdato, call.folder.leverance_files())]))
    return periode


def get_ready(call: Call, leverance: Leverance) -> None:
    """Begin what taking in a delivery of a day none has been taken in of waits for longest."""
    if not Store(call.folder.root, date_of(leverance)).file.is_file():
        load()


def take_in(call: Call, leverance: Leverance, *, only_check: bool = False) -> Intake:
    """Take a delivery in, or with `only_check` only say whether it would be accepted.

    Raises:
        UsageFault: as `date_of`.
        DataRefused: the delivery is refused.
    """
    dato = date_of(leverance)
    with call.step("indlaesning", f"Indlæser og kontrollerer leverancen af {dato:%d-%m-%Y}"):
        intake = take_inside(
            leverance.folder,
            dato,
            call.folder.root,
            call.settings,
            key(call.folder.root, call.environment),
            kendte_maalepunkter((call.folder.plans,)),
            allow_karantaene=leverance.allow_karantaene,
            allow_drop=leverance.allow_drop,
            only_check=only_check,
            progress=call.progress,
        )
    return replace(intake, messages=(*intake.messages, *_karantaene(call, intake)))


def _karantaene(call: Call, intake: Intake) -> tuple[str, ...]:
    """Where the rows in quarantine lie; a trial leaves those of the delivery in force alone."""
    if not any(file.karantaene for file in intake.files):
        return ()
    name = folder_for(call.folder.root, intake.udtraeksdato).name
    if intake.database is None and Store(call.folder.root, intake.udtraeksdato).file.is_file():
        name += ".proevet"
    return (f"Rækkerne i karantæne ligger med årsag i arbejdsmappen under karantaene/{name}/.",)


def recognise_key(call: Call) -> None:
    """Stop a call whose key is not the workspace's, also one that reads no child's id.

    Raises:
        KeyFault: the key is missing, too short, or another one.
    """
    key(call.folder.root, call.environment)


def newer_leverance(call: Call, intake: Intake) -> tuple[str, ...]:
    """A word when what was taken in is not what the figures rest on."""
    in_force = udtraeksdato(call.folder.newest_leverance())
    if in_force == intake.udtraeksdato:
        return ()
    return (f"Arbejdsmappen har en nyere leverance, af {in_force:%d-%m-%Y}; tallene bygger på den.",)
