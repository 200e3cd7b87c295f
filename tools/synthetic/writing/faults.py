"""A few faulty rows of every kind the intake knows, each a copy of a good row with something wrong.

Ids begin with X, so that the rows are easy to find and never meet a real one. `VIRKNING` says what the
intake must do with each: quarantine it, accept it with a warning, or set it aside as a duplicate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

UNKNOWN = "FINDES-IKKE"
"""An id that stands nowhere."""
SAG_IN_KARANTAENE = "XS01"
"""A case whose own rows are quarantined: what refers to it falls with it."""


class Effect(Enum):
    """What the intake must do with a row."""

    KARANTAENE = "karantaene"
    FALLS_WITH = "falder_med"
    WARNING = "advarsel"
    DUPLICATE = "dublet"


@dataclass(frozen=True)
class AfterDelivery:
    """A day so many days after the delivery's."""

    days: int


@dataclass(frozen=True)
class Fault:
    """One faulty row.

    `kind` names the rule it breaks, `column` the column the intake must name (None: the row itself or
    none). `changes` are the fields that differ from a good row; a date is written ISO and put in the
    delivery's own form. `surplus` is 1 for one field too many, -1 for one too few.
    """

    extract: str
    kind: str
    effect: Effect
    column: str | None
    changes: dict[str, str | AfterDelivery] = field(default_factory=dict)
    surplus: int = 0


def _q(extract: str, kind: str, column: str | None, count: int = 0, **changes: str | AfterDelivery) -> Fault:
    return Fault(extract, kind, Effect.KARANTAENE, column, changes, count)


def _f(extract: str, column: str, **changes: str | AfterDelivery) -> Fault:
    return Fault(extract, "henvisning_til_karantaene", Effect.FALLS_WITH, column, changes)


def _a(extract: str, kind: str, column: str, **changes: str | AfterDelivery) -> Fault:
    return Fault(extract, kind, Effect.WARNING, column, changes)


def _d(extract: str) -> Fault:
    return Fault(extract, "dublet", Effect.DUPLICATE, None)


_ORGANISATION = (
    _d("teams"),
    _q("raadgivere", "mangler", "team_id", raadgiver_id="XR01", team_id=""),
    _q("raadgivere", "ukendt_team", "team_id", raadgiver_id="XR02", team_id=UNKNOWN),
    _q("raadgivere", "slut_foer_start", "ansat_til", raadgiver_id="XR03", ansat_fra="2020-03-01",
       ansat_til="2020-02-01"),
    _a("raadgivere", "ukendt_kode", "rolle", raadgiver_id="XR04", rolle="vikar"),
    _d("raadgivere"),
)  # fmt: skip

_SAGER = (
    _q("sager", "modstridende_noegle", "sag_id", sag_id=SAG_IN_KARANTAENE, distrikt="Nord"),
    _q("sager", "modstridende_noegle", "sag_id", sag_id=SAG_IN_KARANTAENE, distrikt="Syd"),
    _q("sager", "mangler_noegle", "sag_id", sag_id=""),
    _q("sager", "mangler", "barn_id", sag_id="XS02", barn_id=""),
    _q("sager", "ukendt_kode", "sagstype", sag_id="XS03", sagstype="voksen"),
    _q("sager", "ulaeselig_dato", "foedselsdato", sag_id="XS04", foedselsdato="31-02-2015"),
    _q("sager", "slut_foer_start", "lukket_dato", sag_id="XS05", oprettet_dato="2021-02-01",
       lukket_dato="2021-01-31"),
    _q("sager", "for_mange_felter", None, 1, sag_id="XS06"),
    _q("sager", "for_faa_felter", None, -1, sag_id="XS07"),
    _a("sager", "mangler_foedselsdato", "foedselsdato", sag_id="XS08", foedselsdato=""),
    _a("sager", "ukendt_team", "team_id", sag_id="XS09", team_id=UNKNOWN),
    _a("sager", "ukendt_raadgiver", "raadgiver_id", sag_id="XS10", raadgiver_id="XR99"),
    _a("sager", "ukendt_kode", "lukket_aarsag", sag_id="XS11", lukket_aarsag="ved ikke"),
    _d("sager"),
    _q("sagsfordeling", "ulaeselig_noegle", "fra_dato", sag_id="XS09", fra_dato="i foråret"),
    _q("sagsfordeling", "ukendt_sag", "sag_id", sag_id=UNKNOWN),
    _q("sagsfordeling", "ukendt_team", "team_id", sag_id="XS08", team_id=UNKNOWN),
    _q("sagsfordeling", "slut_foer_start", "til_dato", sag_id="XS08", fra_dato="2021-02-02",
       til_dato="2021-02-01"),
    _f("sagsfordeling", "sag_id", sag_id=SAG_IN_KARANTAENE),
    _a("sagsfordeling", "ukendt_raadgiver", "raadgiver_id", sag_id="XS09", raadgiver_id="XR99"),
)  # fmt: skip

_UNDERRETNINGER = (
    _q("underretninger", "mangler", "modtaget_tidspunkt", underretning_id="XU01", modtaget_tidspunkt=""),
    _q("underretninger", "hverken_sag_eller_barn", "sag_id", underretning_id="XU02", sag_id="", barn_id=""),
    _q("underretninger", "ulaeseligt_tidspunkt", "modtaget_tidspunkt", underretning_id="XU03",
       modtaget_tidspunkt="12-03-2021 25:61"),
    _q("underretninger", "ulaeselig_bool", "genvurdering", underretning_id="XU04", genvurdering="måske"),
    _q("underretninger", "ulaeselig_bool", "partshoering_undladt", underretning_id="XU12",
       partshoering_undladt="udsat"),
    _q("underretninger", "ukendt_sag", "sag_id", underretning_id="XU05", sag_id=UNKNOWN),
    _f("underretninger", "sag_id", underretning_id="XU06", sag_id=SAG_IN_KARANTAENE),
    _a("underretninger", "kun_dato", "modtaget_tidspunkt", underretning_id="XU07",
       modtaget_tidspunkt="2021-02-08", vurderet_24t_tidspunkt="2021-02-09", kvittering_dato="2021-02-10",
       partshoering_dato="2021-02-18", faglig_vurdering_dato="2021-03-01", tilbagemelding_dato=""),
    _a("underretninger", "ukendt_team", "team_id", underretning_id="XU08", team_id=UNKNOWN),
    _a("underretninger", "ukendt_kode", "faglig_vurdering_udfald", underretning_id="XU09",
       faglig_vurdering_udfald="drøftes"),
    _a("underretninger", "efter_leverancen", "tilbagemelding_dato", underretning_id="XU10",
       tilbagemelding_dato=AfterDelivery(30)),
    _a("underretninger", "gerning_foer_start", "partshoering_dato", underretning_id="XU11",
       partshoering_dato="2019-12-30"),
    _d("underretninger"),
)  # fmt: skip

_UNDERSOEGELSER = (
    _q("undersoegelser", "slut_foer_start", "afsluttet_dato", bfu_id="XB01", startet_dato="2021-03-02",
       afsluttet_dato="2021-03-01"),
    _q("undersoegelser", "ulaeseligt_tal", "antal_fokuspunkter", bfu_id="XB02", antal_fokuspunkter="to"),
    _q("undersoegelser", "mangler", "startet_dato", bfu_id="XB03", startet_dato="", afsluttet_dato=""),
    _f("undersoegelser", "sag_id", bfu_id="XB04", sag_id=SAG_IN_KARANTAENE),
    _a("undersoegelser", "ukendt_kode", "partshoering_form", bfu_id="XB05", partshoering_form="pr. brev"),
    _a("undersoegelser", "gerning_foer_start", "undersoegelsesplan_dato", bfu_id="XB06",
       undersoegelsesplan_dato="2019-06-03"),
    _q("boernesamtaler", "ukendt_kode", "paragraf", samtale_id="XC01", paragraf="999"),
    _q("boernesamtaler", "mangler", "udfald", samtale_id="XC02", udfald=""),
    _a("boernesamtaler", "efter_leverancen", "dato", samtale_id="XC03", dato=AfterDelivery(12)),
    _q("afdaekninger", "slut_foer_start", "afsluttet_dato", afdaekning_id="XD01", startet_dato="2021-02-10",
       afsluttet_dato="2021-02-09"),
    _q("afdaekninger", "ukendt_kode", "type", afdaekning_id="XD02", type="skøn"),
)  # fmt: skip

_AKTIVITETER = (
    _q("aktiviteter", "mangler_sag", "sag_id", aktivitet_id="XA01", sag_id="", type="kontakt", undertype=""),
    _q("aktiviteter", "ukendt_kode", "type", aktivitet_id="XA02", type="brevdue"),
    _q("aktiviteter", "ulaeselig_dato", "dato", aktivitet_id="XA03", dato="2021-13-01"),
    _a("aktiviteter", "ukendt_undertype", "undertype", aktivitet_id="XA04", undertype="Julefrokost"),
    _d("aktiviteter"),
)

_INDSATSER = (
    _q("indsatser", "modstridende_noegle", "indsats_id", indsats_id="XI01", indsatstrin="1"),
    _q("indsatser", "modstridende_noegle", "indsats_id", indsats_id="XI01", indsatstrin="2"),
    _q("indsatser", "ukendt_kode", "kategori", indsats_id="XI02", kategori="fritidspas"),
    _q("indsatser", "slut_foer_start", "slut_dato", indsats_id="XI03", start_dato="2021-03-02",
       slut_dato="2021-03-01"),
    _a("indsatser", "mangler_leverandoer", "leverandoer_type", indsats_id="XI04",
       kategori="forebyggende_11_3", leverandoer_type=""),
    _a("indsatser", "bortfald_og_start", "bortfaldet_dato", indsats_id="XI05", start_dato="2021-01-11",
       slut_dato="2021-04-12", bortfaldet_dato="2021-02-01"),
    _a("indsatser", "maaneder_under_1", "opfoelgning_maaneder", indsats_id="XI06", opfoelgning_maaneder="0"),
    _a("indsatser", "ukendt_kode", "anbringelsessted", indsats_id="XI07", anbringelsessted="telt"),
    _q("handleplaner", "slut_foer_start", "afsluttet_dato", handleplan_id="XP01", oprettet_dato="2021-02-02",
       afsluttet_dato="2021-02-01"),
    _q("handleplaner", "mangler_dato", "oprettet_dato", handleplan_id="XP02", type="foraeldre",
       oprettet_dato="", afsluttet_dato="", afgoerelse_stoette_dato="", tilbudt_dato=""),
    _q("handleplaner", "mangler_dato", "oprettet_dato", handleplan_id="XP03", type="barn", oprettet_dato="",
       afsluttet_dato=""),
    _q("handleplaner", "mangler_dato", "oprettet_dato", handleplan_id="XP05", type="ungeplan",
       oprettet_dato="", afsluttet_dato="", tilbudt_dato="2021-02-03"),
    _q("handleplaner", "ulaeseligt_tal", "antal_maal", handleplan_id="XP04", antal_maal="3½"),
    _q("opfoelgninger", "ukendt_indsats", "indsats_id", opfoelgning_id="XO01", indsats_id=UNKNOWN),
    _f("opfoelgninger", "indsats_id", opfoelgning_id="XO02", indsats_id="XI01"),
    _q("opfoelgninger", "ukendt_kode", "form", opfoelgning_id="XO03", form="sms"),
    _a("opfoelgninger", "efter_leverancen", "dato", opfoelgning_id="XO05", indsats_id="", form="udeblevet",
       dato=AfterDelivery(9)),
    _a("opfoelgninger", "indsats_i_anden_sag", "indsats_id", opfoelgning_id="XO04", sag_id="XS08",
       indsats_id="XI06"),
    _d("opfoelgninger"),
)  # fmt: skip

_OTHERS = (
    _q("ventetider", "mangler", "tilbud", henvisning_id="XH01", tilbud=""),
    _q("ventetider", "ukendt_indsats", "indsats_id", henvisning_id="XH02", indsats_id=UNKNOWN),
    _a("ventetider", "gerning_foer_start", "igangsat_dato", henvisning_id="XH03", henvist_dato="2021-02-15",
       igangsat_dato="2021-02-08", bortfaldet_dato=""),
    _q("tilsynssvar", "ukendt_kode", "svar", tilsyn_id="XG01", svar="næsten"),
    _q("tilsynssvar", "ukendt_team", "team_id", tilsyn_id="XG02", team_id=UNKNOWN),
    _q("tilsynssvar", "ulaeselig_bool", "genlaesning", tilsyn_id="XG04", genlaesning="anden læser"),
    _a("tilsynssvar", "ukendt_kode", "udvaelgelse", tilsyn_id="XG05", udvaelgelse="lodtrækning"),
    _a("tilsynssvar", "efter_leverancen", "genstand_dato", tilsyn_id="XG06",
       genstand_dato=AfterDelivery(14)),
    _a("tilsynssvar", "ukendt_maalepunkt", "maalepunkt", tilsyn_id="XG03", maalepunkt="9.9",
       bemaerkning="Gælder 711203-4321; hører til et gammelt skema"),
    _q("spoergeskemasvar", "ukendt_kode", "score", svar_id="XQ01", score="7"),
    _q("milepaelsstatus", "ukendt_kode", "status", milepael_id="XM01", status="næsten"),
    _q("kommentarer", "mangler", "tekst", indikator_id="5.2", tekst=""),
    _q("kommentarer", "ukendt_team", "team_id", indikator_id="5.2", team_id=UNKNOWN),
    _q("udgifter", "ulaeseligt_beloeb", "beloeb", postering_id="XK01", beloeb="1.2.3"),
    _q("udgifter", "ulaeselig_maaned", "maaned", postering_id="XK02", maaned="2021-13"),
    _q("udgifter", "ukendt_indsats", "indsats_id", postering_id="XK03", indsats_id=UNKNOWN),
)  # fmt: skip

FAULTS: tuple[Fault, ...] = (
    *_ORGANISATION, *_SAGER, *_UNDERRETNINGER, *_UNDERSOEGELSER, *_AKTIVITETER, *_INDSATSER, *_OTHERS,
)  # fmt: skip
