"""One TOML file and the environment -> frozen settings, read once at the edge and passed down."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, Self, TypeAlias, cast

from pydantic import AfterValidator, BaseModel, Field, ValidationError, model_validator

from pipeline.definitions.strict import Streng, danske_fejl
from pipeline.errors import IndstillingsFejl

MILJOE_ARBEJDSMAPPE = "LEDELSESTILSYN_ARBEJDSMAPPE"
MILJOE_INDSTILLINGER = "LEDELSESTILSYN_INDSTILLINGER"
STANDARDMAPPE = Path("tilsyn")
FILNAVN = "indstillinger.toml"


class Kommune(Streng):
    """Who the reports speak for."""

    navn: str = "Kommunen"


class Graenser(Streng):
    """When a delivery is refused (contract, section 1); percents are of the rows read."""

    karantaene_procent: float = Field(5, ge=0, le=100)
    karantaene_raekker: int = Field(3, ge=0)
    accepteret_procent: float = Field(80, ge=0, le=100)
    fald_procent: float = Field(80, ge=0, le=100)


def _uden_andre(bits: str) -> str:
    if int(bits, 8) & 0o007:
        raise ValueError("må kun give ejeren og gruppen adgang: sidste ciffer skal være 0")
    return bits


Bits: TypeAlias = Annotated[str, Field(pattern=r"^0?[0-7]{3}$"), AfterValidator(_uden_andre)]


class Rettigheder(Streng):
    """Group and modes of the two folders others may read: `publiceret/` and `rapporter/`.

    Case ids stand in them, so that everybody on the machine never may.
    """

    gruppe: str | None = None
    mappe: Bits = "0750"
    fil: Bits = "0640"

    @property
    def mappe_bits(self) -> int:
        """Folder mode as a number."""
        return int(self.mappe, 8)

    @property
    def fil_bits(self) -> int:
        """File mode as a number."""
        return int(self.fil, 8)


_NAVN = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LED = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADRESSE = re.compile(rf"(?=[^@]{{1,64}}@)(?=.{{6,254}}\Z){_NAVN}(?:\.{_NAVN})*@{_LED}(?:\.{_LED})+")


def er_mailadresse(tekst: str) -> bool:
    """Whether a text is one bare mail address that every mail server takes: ASCII, no name, no quotes."""
    return _ADRESSE.fullmatch(tekst) is not None


def _adresse(tekst: str) -> str:
    if not er_mailadresse(tekst):
        raise ValueError("skal være en mailadresse som navn@kommune.dk")
    return tekst


Adresse: TypeAlias = Annotated[str, AfterValidator(_adresse)]


class Mail(Streng):
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
    afsender: Adresse | None = None
    afsender_navn: str = "Ledelsestilsyn"
    svar_til: Adresse | None = None
    rapportsted: str | None = None
    sagsnumre: bool = False
    domaener: tuple[str, ...] = ()
    modtagere: Mapping[str, Adresse] = Field(default_factory=dict)
    laesere: Mapping[str, tuple[Adresse, ...]] = Field(default_factory=dict)
    afdelingens_laesere: tuple[Adresse, ...] = ()

    @model_validator(mode="after")
    def _intet_i_klartekst(self) -> Self:
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


class Indstillinger(Streng):
    """Everything a municipality sets for itself.

    `overskrifter`: extract -> own heading -> column of the contract. `vaerdier`: extract -> column ->
    own value -> code, `*` for every other value. Both compare as the contract says (section 1).
    """

    kommune: Kommune = Kommune()
    graenser: Graenser = Graenser()
    rettigheder: Rettigheder = Rettigheder()
    mail: Mail = Mail()
    overskrifter: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    vaerdier: Mapping[str, Mapping[str, Mapping[str, str]]] = Field(default_factory=dict)


def arbejdsmappe(valgt: Path | None, miljoe: Mapping[str, str] = os.environ) -> Path:
    """The workspace: the option, else the environment, else `./tilsyn`."""
    return valgt or Path(miljoe.get(MILJOE_ARBEJDSMAPPE) or STANDARDMAPPE)


def find_indstillinger(
    valgt: Path | None, mappe: Path, miljoe: Mapping[str, str] = os.environ
) -> Path | None:
    """The settings file: the option, else the environment, else `indstillinger.toml` in the workspace.

    Raises:
        IndstillingsFejl: the workspace may not be looked into.
    """
    if valgt or miljoe.get(MILJOE_INDSTILLINGER):
        return valgt or Path(miljoe[MILJOE_INDSTILLINGER])
    try:
        return mappe / FILNAVN if (mappe / FILNAVN).is_file() else None
    except PermissionError:
        raise IndstillingsFejl(f"{mappe}: du har ikke adgang til arbejdsmappen.") from None


def laes_indstillinger(fil: Path | None) -> Indstillinger:
    """Read one settings file; None gives the defaults.

    Raises:
        IndstillingsFejl: the file cannot be read, is not TOML, or holds an unknown key or a value
            that is not allowed; one line per fault.
    """
    if fil is None:
        return Indstillinger()
    try:
        return Indstillinger.model_validate(tomllib.loads(_tekst(fil)))
    except tomllib.TOMLDecodeError as fejl:
        raise IndstillingsFejl(f"{fil.name}: er ikke gyldig TOML ({_sted(str(fejl))}).") from None
    except ValidationError as fejl:
        raise IndstillingsFejl(*(f"{fil.name}: {linje}" for linje in _linjer(fejl))) from None


def _tekst(fil: Path) -> str:
    """What stands in the file, or why it cannot be read."""
    try:
        return fil.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        hvorfor = "kan ikke læses (den skal være tekst i UTF-8)"
    except FileNotFoundError:
        hvorfor = "findes ikke"
    except PermissionError:
        hvorfor = "kan ikke læses: du har ikke adgang til den"
    except OSError:
        hvorfor = "kan ikke læses (der skal stå en fil)"
    raise IndstillingsFejl(f"{fil}: indstillingsfilen {hvorfor}.") from None


def _linjer(fejl: ValidationError) -> Iterator[str]:
    """A line per fault; beside an unknown key those its section has."""
    for linje, del_ in zip(danske_fejl(fejl), fejl.errors(include_input=False), strict=True):
        kendte = _noegler(del_["loc"][:-1]) if del_["type"] == "extra_forbidden" else ""
        yield f"{linje} (kendte: {kendte})" if kendte else linje


def _noegler(afsnit: Sequence[str | int]) -> str:
    """The keys that a section of the file may have."""
    model: type[BaseModel] = Indstillinger
    for led in afsnit:
        model = cast("type[BaseModel]", model.model_fields[str(led)].annotation)
    return ", ".join(model.model_fields)


def _sted(besked: str) -> str:
    """Only the place of a TOML fault: the parser's message may quote what stands there."""
    _, fundet, sted = besked.rpartition("(at ")
    if not fundet:
        return "ukendt sted"
    for engelsk, dansk in (("end of document", "filens slutning"), ("line", "linje"), ("column", "kolonne")):
        sted = sted.replace(engelsk, dansk)
    return sted.rstrip(")")
