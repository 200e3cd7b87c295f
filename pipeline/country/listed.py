"""Which municipalities a country has, and where each one's files lie: one TOML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, latest_whole_month
from pipeline.base.settings import Permissions
from pipeline.base.strict import Strict
from pipeline.base.text import enumeration
from pipeline.base.toml import read_toml
from pipeline.ready import udtraeksdato_of

KommuneId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
"""Files are named by it."""
Name: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]


class Kommune(Strict):
    """One municipality. Paths are of the machines that do its month; relative ones are to the list's folder.

    `leverance`: the delivery's folder, or one that holds deliveries in dated folders, the newest of which is
    meant. `indstillinger`: else the workspace's own. `noegle_fil`: a file with the key, else the workspace's
    own; the environment's key is nobody's here.
    """

    navn: Name
    arbejdsmappe: Path
    leverance: Path
    udtraeksdato: date | None = None
    indstillinger: Path | None = None
    noegle_fil: Path | None = None

    def found_from(self, folder: Path) -> Kommune:
        """The same with its paths whole, and the delivery its newest."""
        whole = {
            name: (folder / path).resolve()
            for name in ("arbejdsmappe", "leverance", "indstillinger", "noegle_fil")
            if (path := getattr(self, name))
        }
        return self.model_copy(update={**whole, "leverance": _newest(whole["leverance"])})

    @property
    def drawn(self) -> date | None:
        """The day the delivery was drawn, as far as it can be told without looking into it."""
        try:
            return self.udtraeksdato or udtraeksdato_of(self.leverance)
        except UsageFault:
            return None


class Country(Strict):
    """The municipalities by their ids, and where the country's own files are written."""

    landsmappe: Path = Path("land")
    rettigheder: Permissions = Permissions()
    kommuner: Annotated[Mapping[KommuneId, Kommune], Field(min_length=1)]

    @model_validator(mode="after")
    def _nobody_twice(self) -> Self:
        """Two in one workspace would replace each other's month."""
        all_ = self.kommuner.values()
        names, folders = [k.navn.lower() for k in all_], [str(k.arbejdsmappe) for k in all_]
        for what, of in (("navn", names), ("arbejdsmappe", folders)):
            twice = [id_ for id_, value in zip(self.kommuner, of, strict=True) if Counter(of)[value] > 1]
            if twice:
                raise ValueError(f"{enumeration(twice)} har samme {what}")
        return self

    def default_periode(self) -> Periode:
        """The last whole month that most deliveries reach; of two the earlier.

        Raises:
            UsageFault: no delivery's date can be told.
        """
        days = [k.drawn for k in self.kommuner.values()]
        months = Counter(latest_whole_month(day) for day in days if day)
        if not months:
            raise UsageFault("Leverancernes datoer kan ikke ses af mappernes navne: angiv --periode.")
        return min(months, key=lambda periode: (-months[periode], periode.first))


def read_country(file: Path) -> Country:
    """Read the list of municipalities.

    Raises:
        SettingsError: the file cannot be read, or does not hold.
    """
    country, folder = read_toml(file, Country, "listen over kommuner"), file.resolve().parent
    found = {id_: kommune.found_from(folder) for id_, kommune in country.kommuner.items()}
    whole = {"landsmappe": (folder / country.landsmappe).resolve(), "kommuner": found}
    return country.model_copy(update=whole)


def _newest(folder: Path) -> Path:
    """The newest dated folder in one that holds such; else the folder itself, which its own run judges."""
    try:
        dated = [inner for inner in folder.iterdir() if inner.is_dir() and _is_dated(inner)]
    except OSError:
        return folder
    return max(dated, key=lambda inner: udtraeksdato_of(inner), default=folder)


def _is_dated(folder: Path) -> bool:
    try:
        udtraeksdato_of(folder)
    except UsageFault:
        return False
    return True
