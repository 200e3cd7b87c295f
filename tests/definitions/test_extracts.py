"""The expectations files say what the contract says, and a fault in one is told before anything is read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.definitions.extracts import Extract, laes_extractmappe, laes_extracts
from pipeline.errors import DefinitionsFejl
from pipeline.resources import ressource

# The contract's table of extracts, as it is written there: * part of the key, ! must be filled,
# [..] allowed codes, (f) confidential; ~ marks the known values of free text.
KONTRAKT = """
teams | team_id*, navn!, leder_navn (f), leder_email (f), leder_raadgiver_id,
    omraade [visitation undersoegelse anbringelse andet], aktiv_fra, aktiv_til, afloest_af
raadgivere | raadgiver_id*, navn (f), team_id!, ansat_fra, ansat_til
sager | sag_id*, barn_id!, foedselsdato, sagstype! [barn ufoedt], oprettet_dato!, lukket_dato,
    lukket_aarsag [afsluttet fraflyttet fyldt_18 doed andet], distrikt, familie_id,
    almenomraade_involveret, projekt_undtaget, team_id, raadgiver_id
sagsfordeling | sag_id*, fra_dato*, til_dato, team_id!, raadgiver_id
underretninger | underretning_id*, sag_id, barn_id, team_id, raadgiver_id, modtaget_tidspunkt!,
    underretter_type! [fagperson privat anonym myndighed], genvurdering, vurderet_24t_tidspunkt,
    vurdering_24t_begrundet, kvittering_dato, partshoering_dato, underretter_inddraget,
    faglig_vurdering_dato, faglig_vurdering_udfald [paragraf_11 paragraf_50 luk genvurdering akut
    paragraf_18 paragraf_19 paragraf_20 paragraf_30 andet], tilbagemelding_dato, samtale_begrundelse
undersoegelser | bfu_id*, sag_id!, opmaerksom_dato, startet_dato!, afsluttet_dato,
    afslutning [faerdig afbrudt], undersoegelsesplan_dato, antal_fokuspunkter,
    partshoering_form [mundtlig skriftlig ingen], efterslaeb
boernesamtaler | samtale_id*, sag_id!, dato!, paragraf! [48 155a 5 137 andet],
    udfald! [afholdt undladt_begrundet ikke_afholdt]
aktiviteter | aktivitet_id*, sag_id, dato!, type! [moede vurdering kontakt dokument sparring],
    undertype ~[netvaerksmoede familieraadslagning foreloebig_vurdering bekymringsgrundlag genogram
    netvaerkskort netvaerkscirkel sagsgennemgang sagssparring hjemmebesoeg], raadgiver_id, antal_raadgivere
indsatser | indsats_id*, sag_id!, paragraf!,
    kategori! [forebyggende_11_3 forebyggende_52 aflastning anbringelse], tilbud ~[efterskole friplads],
    leverandoer_type [privat familiehus kommunal], afgoerelse_dato, henvist_dato, start_dato, slut_dato,
    slut_aarsag [maal_naaet overgaaet_til_bfu afbrudt andet], bortfaldet_dato,
    anbringelsessted [netvaerksplejefamilie plejefamilie institution opholdssted eget_vaerelse
    kost_efterskole], indsatstrin [1 2 3 4 5], opfoelgning_maaneder
handleplaner | handleplan_id*, sag_id!, type! [barn foraeldre ungeplan], oprettet_dato, afsluttet_dato,
    antal_maal, afgoerelse_stoette_dato, tilbudt_dato, foraeldre_svar [ja nej]
opfoelgninger | opfoelgning_id*, sag_id!, indsats_id, dato!, form! [moede telefon besoeg administrativ],
    tilsyn_paa_anbringelsessted, talt_med_barnet, barn_deltog, barn_undtaget, foraeldre_deltog,
    privat_netvaerk_deltog, professionelt_netvaerk_deltog, maalopfoelgning_udfyldt
afdaekninger? | afdaekning_id*, sag_id!, type! [screening afdaekning], startet_dato!, afsluttet_dato
ventetider? | henvisning_id*, sag_id!, indsats_id, tilbud!, henvist_dato!, igangsat_dato, bortfaldet_dato
tilsynssvar? | tilsyn_id*, maalepunkt*, sag_id!, genstand_id, team_id!, raadgiver_id, gennemgaaet_dato!,
    svar! [ja delvist nej ikke_relevant kan_ikke_ses], bemaerkning (f)
spoergeskemasvar? | svar_id*, team_id!, spoergsmaal!, besvaret_dato!, score! [1 2 3 4 5]
milepaelsstatus? | plan_id*, milepael_id*, status! [ikke_startet i_gang opfyldt], dato, antal, i_alt,
    bemaerkning
kommentarer? | plan_id*, indikator_id*, team_id*, periode*, tekst! (f), dato, ansvarlig
udgifter? | postering_id*, sag_id!, indsats_id, maaned!, beloeb!, art, budget
"""
TYPER = {
    "tidspunkt": {"modtaget_tidspunkt", "vurderet_24t_tidspunkt"},
    "bool": {
        "almenomraade_involveret",
        "projekt_undtaget",
        "genvurdering",
        "vurdering_24t_begrundet",
        "underretter_inddraget",
        "samtale_begrundelse",
        "efterslaeb",
        "tilsyn_paa_anbringelsessted",
        "talt_med_barnet",
        "barn_deltog",
        "barn_undtaget",
        "foraeldre_deltog",
        "privat_netvaerk_deltog",
        "professionelt_netvaerk_deltog",
        "maalopfoelgning_udfyldt",
    },
    "heltal": {
        "antal_fokuspunkter",
        "antal_raadgivere",
        "opfoelgning_maaneder",
        "antal_maal",
        "antal",
        "i_alt",
    },
    "maaned": {"maaned"},
    "decimal": {"beloeb", "budget"},
    "dato": {"foedselsdato", "aktiv_fra", "aktiv_til", "ansat_fra", "ansat_til"},
}
"""The contract's types, by column; besides these, a column named for a date is one."""


def type_for(kolonne: str, koder: str) -> str:
    if koder:
        return "kode"
    for type_, navne in TYPER.items():
        if kolonne in navne:
            return type_
    return "dato" if re.search(r"(^|_)dato$", kolonne) else "tekst"


def tegn(extract: Extract) -> str:
    """An extract written as the contract writes it."""
    ud = []
    for navn, k in extract.kolonner.items():
        koder = f" [{' '.join(k.koder)}]" if k.koder else f" ~[{' '.join(k.kendte)}]" if k.kendte else ""
        maerke = "*" if k.noegle else "!" if k.udfyldes else ""
        ud.append(navn + maerke + koder + (" (f)" if k.fortrolig else ""))
    return f"{extract.extract}{'?' if extract.valgfri else ''} | {', '.join(ud)}"


def kontraktens() -> list[str]:
    samlet = re.sub(r"\n    ", " ", KONTRAKT.strip())
    return [re.sub(r"\s+", " ", linje) for linje in samlet.split("\n")]


def test_every_extract_is_as_the_contract_writes_it() -> None:
    """Columns, order, keys, required, codes, known values, confidential; eighteen extracts."""
    assert [tegn(extract) for extract in laes_extracts().values()] == kontraktens()


def test_every_column_has_the_contracts_type() -> None:
    """Dates, timestamps, numbers, yes and no, months, codes; the rest is text."""
    for extract in laes_extracts().values():
        for navn, k in extract.kolonner.items():
            assert k.type == type_for(navn, " ".join(k.koder)), (extract.extract, navn)


HENVISNINGER = {
    "karantaene": """
        raadgivere.team_id sagsfordeling.sag_id sagsfordeling.team_id underretninger.sag_id
        undersoegelser.sag_id boernesamtaler.sag_id aktiviteter.sag_id indsatser.sag_id handleplaner.sag_id
        opfoelgninger.sag_id opfoelgninger.indsats_id afdaekninger.sag_id ventetider.sag_id
        ventetider.indsats_id tilsynssvar.sag_id tilsynssvar.team_id spoergeskemasvar.team_id
        kommentarer.team_id udgifter.sag_id udgifter.indsats_id
    """,
    "mangler": "sager.team_id underretninger.team_id",
    "advarsel": """
        sager.raadgiver_id sagsfordeling.raadgiver_id underretninger.raadgiver_id aktiviteter.raadgiver_id
        tilsynssvar.raadgiver_id
    """,
    "tilladt": "teams.leder_raadgiver_id teams.afloest_af",
}


@pytest.mark.parametrize("ukendt", HENVISNINGER)
def test_what_an_unknown_reference_means(ukendt: str) -> None:
    """Every sag_id, team_id and indsats_id but keys; and every raadgiver_id."""
    fundne = [
        f"{navn}.{kolonne}"
        for navn, extract in laes_extracts().items()
        for kolonne, k in extract.kolonner.items()
        if k.henviser and k.henviser.ukendt == ukendt
    ]
    assert fundne == HENVISNINGER[ukendt].split()


def test_text_that_compares_as_codes_do() -> None:
    """The contract's four columns (tilbud in two files)."""
    foldede = {k for extract in laes_extracts().values() for k, v in extract.kolonner.items() if v.foldes}
    assert foldede == {"undertype", "tilbud", "maalepunkt", "spoergsmaal"}


def test_every_end_has_its_start() -> None:
    """The contract's list of ends that may not lie before their starts."""
    fundne = {
        f"{n} {o.sidst}<{o.foerst}" for n, extract in laes_extracts().items() for o in extract.tidsorden
    }
    assert fundne == {
        "sager lukket_dato<oprettet_dato",
        "undersoegelser afsluttet_dato<startet_dato",
        "afdaekninger afsluttet_dato<startet_dato",
        "indsatser slut_dato<start_dato",
        "handleplaner afsluttet_dato<oprettet_dato",
        "sagsfordeling til_dato<fra_dato",
        "teams aktiv_til<aktiv_fra",
        "raadgivere ansat_til<ansat_fra",
    }


def test_a_child_is_always_a_pseudonym() -> None:
    """In every extract that names one."""
    for extract in laes_extracts().values():
        for navn, k in extract.kolonner.items():
            assert k.pseudonym == (navn == "barn_id"), (extract.extract, navn)


def test_every_meaning_is_a_danish_sentence() -> None:
    """It is what the economist reads beside the column: it begins large and ends with a full stop."""
    for extract in laes_extracts().values():
        for tekst in (extract.betydning, *extract.betydninger.values()):
            assert re.match(r"[A-ZÆØÅ]", tekst), tekst
            assert tekst.endswith("."), tekst


Aendring = Callable[[str], str]


def erstat(fra: str, til: str) -> Aendring:
    return lambda tekst: tekst.replace(fra, til, 1)


@pytest.mark.parametrize(
    ("fil", "aendring", "fejl"),
    [
        ("teams", erstat("raekke:", "raekker: x\nraekke:"), "teams.yaml: raekker: er en ukendt nøgle"),
        ("teams", erstat("orden: 1", "orden: 2"), "teams.yaml: orden 2 er også raadgiveres"),
        ("teams", erstat("extract: teams", "extract: hold"), "teams.yaml: extract skal være filens navn"),
        ("teams", erstat("    noegle: true\n", ""), "teams.yaml: mindst én kolonne skal være noegle"),
        ("teams", erstat("type: dato", "type: dag"), "teams.yaml: kolonner.aktiv_fra.type: skal være en af:"),
        (
            "teams",
            erstat("type: kode", "type: tekst"),
            "teams.yaml: kolonner.omraade: koder hører til typen kode, og den skal have dem",
        ),
        (
            "sager",
            erstat("teams.team_id", "teams.navn"),
            "sager.yaml: kolonner.team_id.henviser: teams.navn er ikke nøglen i et kendt udtræk",
        ),
        (
            "raadgivere",
            erstat("teams.team_id", "sager.sag_id"),
            "raadgivere.yaml: kolonner.team_id.henviser: sager skal have en lavere orden",
        ),
        (
            "opfoelgninger",
            erstat("deler: sag_id", "deler: form"),
            "opfoelgninger.yaml: kolonner.indsats_id.henviser.deler: kolonnen form findes ikke i begge",
        ),
        (
            "sager",
            erstat("sidst: lukket_dato", "sidst: distrikt"),
            "sager.yaml: tidsorden: kolonnen distrikt skal være en dato eller et tidspunkt",
        ),
        (
            "sager",
            erstat("sidst: lukket_dato", "sidst: lukket"),
            "sager.yaml: tidsorden: kolonnen lukket findes ikke",
        ),
        (
            "aktiviteter",
            erstat("[moede, vurdering, kontakt, dokument]", "[moede, snak]"),
            "aktiviteter.yaml: kraever.naar.type: en af koderne kendes ikke",
        ),
        (
            "opfoelgninger",
            erstat("indsats_id.start_dato", "sag.start_dato"),
            "opfoelgninger.yaml: gerninger: sag er ikke en henvisning",
        ),
        (
            "sagsfordeling",
            erstat("med: sager.team_id", "med: sager.hold"),
            "sagsfordeling.yaml: kan_undvaeres.med: sager.hold er ikke en kolonne i et kendt udtræk",
        ),
        (
            "sagsfordeling",
            erstat("{antal}", "{hvor_mange}"),
            "sagsfordeling.yaml: kan_undvaeres.bemaerkning: må kun have {antal} og {alle} i tuborgklammer",
        ),
        (
            "teams",
            lambda tekst: tekst.replace("  navn:", "  linje:"),
            "teams.yaml: kolonner.linje: navnet er optaget",
        ),
        (
            "tilsynssvar",
            erstat("    foldes: true\n    gemmes_foldet: true\n", ""),
            "tilsynssvar.yaml: kolonner.maalepunkt: kendte værdier kræver foldes",
        ),
        (
            "tilsynssvar",
            erstat("    gemmes_foldet: true\n", ""),
            "tilsynssvar.yaml: kolonner.maalepunkt: en nøgle, der foldes, skal gemmes foldet",
        ),
        (
            "spoergeskemasvar",
            erstat("    foldes: true\n", ""),
            "spoergeskemasvar.yaml: kolonner.spoergsmaal: gemmes_foldet kræver foldes",
        ),
        (
            "teams",
            erstat("type: dato", "type: tekst\n    haendelse: true"),
            "teams.yaml: kolonner.aktiv_fra: haendelse hører til typerne dato og tidspunkt",
        ),
        (
            "sager",
            erstat("pseudonym: true", "pseudonym: true\n    noegle: true"),
            "sager.yaml: kolonner.barn_id: pseudonym hører til tekst, der hverken er nøgle eller henvisning",
        ),
        (
            "teams",
            erstat("      andet:", "      Andet ting:"),
            "teams.yaml: kolonner.omraade.koder.Andet ting.[key]: har ikke den form, der forventes",
        ),
    ],
)
def test_a_fault_in_an_expectations_file_is_told(
    tmp_path: Path, fil: str, aendring: Aendring, fejl: str
) -> None:
    """File and place, and what was expected there; exit 2."""
    mappe = tmp_path / "expectations"
    shutil.copytree(ressource("expectations"), mappe)
    tekst = (mappe / f"{fil}.yaml").read_text(encoding="utf-8")
    assert aendring(tekst) != tekst
    (mappe / f"{fil}.yaml").write_text(aendring(tekst), encoding="utf-8")
    with pytest.raises(DefinitionsFejl) as fanget:
        laes_extractmappe(mappe)
    assert any(linje.startswith(fejl) for linje in fanget.value.linjer), fanget.value.linjer
    assert fanget.value.exit_kode == 2


def test_faults_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    """One line each."""
    mappe = tmp_path / "expectations"
    shutil.copytree(ressource("expectations"), mappe)
    for navn in ("teams", "sager"):
        fil = mappe / f"{navn}.yaml"
        fil.write_text(fil.read_text(encoding="utf-8") + "ekstra: 1\nmere: 2\n", encoding="utf-8")
    with pytest.raises(DefinitionsFejl) as fanget:
        laes_extractmappe(mappe)
    assert sorted(fanget.value.linjer) == [
        "sager.yaml: ekstra: er en ukendt nøgle",
        "sager.yaml: mere: er en ukendt nøgle",
        "teams.yaml: ekstra: er en ukendt nøgle",
        "teams.yaml: mere: er en ukendt nøgle",
    ]
