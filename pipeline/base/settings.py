"""One TOML file and the environment -> frozen settings, read once at the edge and passed down."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from pipeline.base.errors import SettingsError
from pipeline.base.strict import Strict
from pipeline.base.toml import read_toml

ENVIRONMENT_WORKSPACE = "LEDELSESTILSYN_ARBEJDSMAPPE"
ENVIRONMENT_SETTINGS = "LEDELSESTILSYN_INDSTILLINGER"
DEFAULT_FOLDER = Path("tilsyn")
FILE_NAME = "indstillinger.toml"


def _five_or_none(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) not in {0, 5}:
        raise ValueError(
            f"skal have et navn til hvert af de fem trin, det laveste først; der er {len(names)}"
        )
    return names


class Municipality(Strict):
    """Who the reports speak for; `trin` is what it calls the five steps of its ladder, the lowest first."""

    navn: str = "Kommunen"
    trin: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], AfterValidator(_five_or_none)] = ()


class Limits(Strict):
    """When a delivery is refused (contract, section 1); percents are of the rows read."""

    karantaene_procent: float = Field(5, ge=0, le=100)
    karantaene_raekker: int = Field(3, ge=0)
    accepteret_procent: float = Field(80, ge=0, le=100)
    fald_procent: float = Field(80, ge=0, le=100)


def _without_others(bits: str) -> str:
    if int(bits, 8) & 0o007:
        raise ValueError("må kun give ejeren og gruppen adgang: sidste ciffer skal være 0")
    return bits


Bits: TypeAlias = Annotated[str, Field(pattern=r"^0?[0-7]{3}$"), AfterValidator(_without_others)]


class Permissions(Strict):
    """Group and modes of the two folders others may read: `publiceret/` and `rapporter/`.

    Case ids stand in them, so that everybody on the machine never may.
    """

    gruppe: str | None = None
    mappe: Bits = "0750"
    fil: Bits = "0640"

    @property
    def folder_bits(self) -> int:
        """Folder mode as a number."""
        return int(self.mappe, 8)

    @property
    def file_bits(self) -> int:
        """File mode as a number."""
        return int(self.fil, 8)


_NAME = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_PART = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?=[^@]{{1,64}}@)(?=.{{6,254}}\Z){_NAME}(?:\.{_NAME})*@{_PART}(?:\.{_PART})+")


def is_mail_address(text: str) -> bool:
    """Whether a text is one bare mail address that every mail server takes: ASCII, no name, no quotes."""
    return _ADDRESS.fullmatch(text) is not None


def _address(text: str) -> str:
    if not is_mail_address(text):
        raise ValueError("skal være en mailadresse som navn@kommune.dk")
    return text


Address: TypeAlias = Annotated[str, AfterValidator(_address)]


class Mail(Strict):
    """How the reports' mails are made and sent; the password never stands here.

    It is read from the environment (`LEDELSESTILSYN_SMTP_ADGANGSKODE`) or from `adgangskode_fil`.
    `sikkerhed`: `starttls`, `tls` (from the first byte) or `ingen` (an open relay inside the house).
    `rapportsted`: where readers find the folder `rapporter/`, as a web address or a path on a drive.
    `modtagere` replaces a team's leder_email, `laesere` adds readers to a team's report and
    `afdelingens_laesere` are those who get the department's. `domaener`: when filled, nobody outside
    them gets a mail.
    """

    server: str | None = None
    port: int | None = Field(None, ge=1, le=65535)
    sikkerhed: Literal["starttls", "tls", "ingen"] = "starttls"
    ca_fil: Path | None = None
    bruger: str | None = None
    adgangskode_fil: Path | None = None
    timeout_sekunder: float = Field(30, gt=0)
    forsoeg: int = Field(4, ge=1, le=10)
    pause_sekunder: float = Field(5, ge=0)
    afsender: Address | None = None
    afsender_navn: str = "Ledelsestilsyn"
    svar_til: Address | None = None
    rapportsted: str | None = None
    sagsnumre: bool = False
    domaener: tuple[str, ...] = ()
    modtagere: Mapping[str, Address] = Field(default_factory=dict)
    laesere: Mapping[str, tuple[Address, ...]] = Field(default_factory=dict)
    afdelingens_laesere: tuple[Address, ...] = ()

    @model_validator(mode="after")
    def _nothing_in_clear_text(self) -> Self:
        """Case ids and passwords never travel unencrypted."""
        if self.sikkerhed == "ingen" and self.sagsnumre:
            raise ValueError("sagsnumre = true kræver sikkerhed = starttls eller tls")
        if self.sikkerhed == "ingen" and self.bruger:
            raise ValueError(
                "bruger kræver sikkerhed = starttls eller tls (adgangskoden må ikke sendes åbent)"
            )
        return self

    @property
    def serverport(self) -> int:
        """The port set, else the one that goes with the kind of security."""
        return self.port or {"starttls": 587, "tls": 465, "ingen": 25}[self.sikkerhed]


class Reviews(Strict):
    """How the leaders' reading of cases is drawn.

    A case read within `karens_maaneder` is drawn by chance no more; 0: at once again. `paa_tvaers`: the
    leader of another team reads. `genlaes_andel` is the share that a second leader reads too, blind.
    `purge` deletes who was read and who read when it is `gemmes_maaneder` ago.
    """

    karens_maaneder: int = Field(12, ge=0)
    paa_tvaers: bool = False
    genlaes_andel: float = Field(0.1, ge=0, le=1)
    gemmes_maaneder: int = Field(24, ge=1)


class Keeping(Strict):
    """How many months `purge` keeps what it deletes: raw and quarantined rows; mails and the ledger.

    What is about single persons in the reviews has its own, `gennemgang.gemmes_maaneder`.
    """

    raa_maaneder: int = Field(13, ge=1)
    mails_maaneder: int = Field(60, ge=1)


class Settings(Strict):
    """Everything a municipality sets for itself.

    `overskrifter`: extract -> own heading -> column of the contract. `vaerdier`: extract -> column ->
    own value -> code, `*` for every other value. Both compare as the contract says (section 1).
    `tomme`: words for a missing value beside those every system writes, such as "-".
    `planer`: ids of the plans the municipality follows, the leading one first.
    """

    kommune: Municipality = Municipality()
    planer: tuple[str, ...] = ()
    graenser: Limits = Limits()
    rettigheder: Permissions = Permissions()
    gennemgang: Reviews = Reviews()
    opbevaring: Keeping = Keeping()
    mail: Mail = Mail()
    overskrifter: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    vaerdier: Mapping[str, Mapping[str, Mapping[str, str]]] = Field(default_factory=dict)
    tomme: tuple[Annotated[str, Field(min_length=1)], ...] = ()


def workspace(chosen: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """The workspace: the option, else the environment, else `./tilsyn`."""
    return chosen or Path(environment.get(ENVIRONMENT_WORKSPACE) or DEFAULT_FOLDER)


def find_settings(
    chosen: Path | None, folder: Path, environment: Mapping[str, str] = os.environ
) -> Path | None:
    """The settings file: the option, else the environment, else `indstillinger.toml` in the workspace.

    Raises:
        SettingsError: the workspace may not be looked into.
    """
    if chosen or environment.get(ENVIRONMENT_SETTINGS):
        return chosen or Path(environment[ENVIRONMENT_SETTINGS])
    try:
        return folder / FILE_NAME if (folder / FILE_NAME).is_file() else None
    except PermissionError:
        raise SettingsError(f"{folder}: du har ikke adgang til arbejdsmappen.") from None


def read_settings(file: Path | None) -> Settings:
    """Read one settings file; None gives the defaults.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or holds an unknown key or a value
            that is not allowed; one line per fault.
    """
    return Settings() if file is None else read_toml(file, Settings, "indstillingsfilen")
