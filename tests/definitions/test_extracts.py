"""The expectations files say what the contract says, and a fault in one is told before anything is read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError
from pipeline.base.resources import resource
from pipeline.definitions.extracts import Extract, read_extracts, read_extracts_folder

# The contract's table of extracts, as it is written there: * part of the key, ! must be filled,
# [..] allowed codes, (f) confidential; ~ marks the known values of free text.
CONTRACT = """
teams | team_id*, navn!, leder_navn (f), leder_email (f), leder_raadgiver_id,
    omraade [visitation undersoegelse anbringelse andet], aktiv_fra, aktiv_til, afloest_af
raadgivere | raadgiver_id*, navn (f), team_id!, ansat_fra, ansat_til, rolle [raadgiver leder andet]
sager | sag_id*, barn_id!, foedselsdato, sagstype! [barn ufoedt], oprettet_dato!, lukket_dato,
    lukket_aarsag [afsluttet fraflyttet fyldt_18 doed andet], distrikt, familie_id,
    almenomraade_involveret, projekt_undtaget, team_id, raadgiver_id
sagsfordeling | sag_id*, fra_dato*, til_dato, team_id!, raadgiver_id
underretninger | underretning_id*, sag_id, barn_id, team_id, raadgiver_id, modtaget_tidspunkt!,
    underretter_type! [fagperson privat anonym myndighed], genvurdering, vurderet_24t_tidspunkt,
    vurdering_24t_begrundet, kvittering_dato, partshoering_dato, partshoering_undladt,
    underretter_inddraget, overgreb, faglig_vurdering_dato,
    faglig_vurdering_udfald [paragraf_11 paragraf_50 luk genvurdering akut paragraf_18 paragraf_19
    paragraf_20 paragraf_30 andet], tilbagemelding_dato, samtale_begrundelse
undersoegelser | bfu_id*, sag_id!, opmaerksom_dato, startet_dato!, afsluttet_dato,
    afslutning [faerdig afbrudt], undersoegelsesplan_dato, antal_fokuspunkter,
    partshoering_form [mundtlig skriftlig ingen], efterslaeb
boernesamtaler | samtale_id*, sag_id!, dato!, paragraf! [48 50 155a 5 137 andet],
    udfald! [afholdt undladt_begrundet ikke_afholdt]
aktiviteter | aktivitet_id*, sag_id, dato!, type! [moede vurdering kontakt dokument sparring],
    undertype ~[netvaerksmoede familieraadslagning foreloebig_vurdering bekymringsgrundlag genogram
    netvaerkskort netvaerkscirkel sagsgennemgang sagssparring ledersparring kollegial_sparring supervision
    hjemmebesoeg], raadgiver_id, antal_raadgivere
indsatser | indsats_id*, sag_id!, paragraf!,
    kategori! [forebyggende_11_3 forebyggende_52 aflastning anbringelse], tilbud ~[efterskole friplads],
    leverandoer_type [privat familiehus kommunal], afgoerelse_dato, henvist_dato, start_dato, slut_dato,
    slut_aarsag [maal_naaet overgaaet_til_bfu afbrudt andet], bortfaldet_dato,
    anbringelsessted [netvaerksplejefamilie plejefamilie institution opholdssted eget_vaerelse
    kost_efterskole], indsatstrin [1 2 3 4 5], opfoelgning_maaneder, plan_paakraevet
handleplaner | handleplan_id*, sag_id!, type! [barn foraeldre ungeplan], oprettet_dato, afsluttet_dato,
    antal_maal, afgoerelse_stoette_dato, tilbudt_dato, foraeldre_svar [ja nej]
opfoelgninger | opfoelgning_id*, sag_id!, indsats_id, dato!,
    form! [moede telefon besoeg administrativ udeblevet],
    tilsyn_paa_anbringelsessted, talt_med_barnet, barn_deltog, barn_undtaget, foraeldre_deltog,
    privat_netvaerk_deltog, professionelt_netvaerk_deltog, maalopfoelgning_udfyldt
afdaekninger? | afdaekning_id*, sag_id!, type! [screening afdaekning], startet_dato!, afsluttet_dato
ventetider? | henvisning_id*, sag_id!, indsats_id, tilbud!, henvist_dato!, igangsat_dato, bortfaldet_dato
tilsynssvar? | tilsyn_id*, maalepunkt*, plan_id, sag_id!,
    genstand_type [sag underretning undersoegelse indsats handleplan opfoelgning], genstand_id,
    genstand_dato, team_id!, raadgiver_id, gennemgaaet_dato!,
    svar! [ja delvist nej ikke_relevant kan_ikke_ses], bemaerkning (f), tema,
    udvaelgelse [tilfaeldig kriterier alle], traekning_id, genlaesning, laeser (f)
spoergeskemasvar? | svar_id*, team_id!, spoergsmaal!, besvaret_dato!, score! [1 2 3 4 5]
milepaelsstatus? | plan_id*, milepael_id*, status! [ikke_startet i_gang opfyldt], dato, antal, i_alt,
    bemaerkning
kommentarer? | plan_id*, indikator_id*, team_id*, periode*, tekst! (f), dato, ansvarlig
udgifter? | postering_id*, sag_id!, indsats_id, maaned!, beloeb!, art, budget
"""
TYPES = {
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
        "partshoering_undladt",
        "overgreb",
        "plan_paakraevet",
        "genlaesning",
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


def type_for(column: str, codes: str) -> str:
    if codes:
        return "kode"
    for type_, names in TYPES.items():
        if column in names:
            return type_
    return "dato" if re.search(r"(^|_)dato$", column) else "tekst"


def sign(extract: Extract) -> str:
    """An extract written as the contract writes it."""
    out = []
    for name, k in extract.kolonner.items():
        codes = f" [{' '.join(k.koder)}]" if k.koder else f" ~[{' '.join(k.kendte)}]" if k.kendte else ""
        label = "*" if k.noegle else "!" if k.udfyldes else ""
        out.append(name + label + codes + (" (f)" if k.fortrolig else ""))
    return f"{extract.extract}{'?' if extract.valgfri else ''} | {', '.join(out)}"


def contracts() -> list[str]:
    collected = re.sub(r"\n    ", " ", CONTRACT.strip())
    return [re.sub(r"\s+", " ", line) for line in collected.split("\n")]


def test_every_extract_is_as_the_contract_writes_it() -> None:
    """Columns, order, keys, required, codes, known values, confidential; eighteen extracts."""
    assert [sign(extract) for extract in read_extracts().values()] == contracts()


def test_every_column_has_the_contracts_type() -> None:
    """Dates, timestamps, numbers, yes and no, months, codes; the rest is text."""
    for extract in read_extracts().values():
        for name, k in extract.kolonner.items():
            assert k.type == type_for(name, " ".join(k.koder)), (extract.extract, name)


REFERENCES = {
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


@pytest.mark.parametrize("unknown", REFERENCES)
def test_what_an_unknown_reference_means(unknown: str) -> None:
    """Every sag_id, team_id and indsats_id but keys; and every raadgiver_id."""
    found = [
        f"{name}.{column}"
        for name, extract in read_extracts().items()
        for column, k in extract.kolonner.items()
        if k.henviser and k.henviser.ukendt == unknown
    ]
    assert found == REFERENCES[unknown].split()


def test_text_that_compares_as_codes_do() -> None:
    """The contract's four columns (tilbud in two files)."""
    folded = {k for extract in read_extracts().values() for k, v in extract.kolonner.items() if v.foldes}
    assert folded == {"undertype", "tilbud", "maalepunkt", "spoergsmaal"}


def test_every_end_has_its_start() -> None:
    """The contract's list of ends that may not lie before their starts."""
    found = {f"{n} {o.sidst}<{o.foerst}" for n, extract in read_extracts().items() for o in extract.tidsorden}
    assert found == {
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
    for extract in read_extracts().values():
        for name, k in extract.kolonner.items():
            assert k.pseudonym == (name == "barn_id"), (extract.extract, name)


def test_every_meaning_is_a_danish_sentence() -> None:
    """It is what the economist reads beside the column: it begins large and ends with a full stop."""
    for extract in read_extracts().values():
        for text in (extract.betydning, *extract.meanings.values()):
            assert re.match(r"[A-ZÆØÅ]", text), text
            assert text.endswith("."), text


Change = Callable[[str], str]


def replace(since: str, until: str) -> Change:
    return lambda text: text.replace(since, until, 1)


@pytest.mark.parametrize(
    ("file", "change", "error"),
    [
        ("teams", replace("raekke:", "raekker: x\nraekke:"), "teams.yaml: raekker: er en ukendt nøgle"),
        ("teams", replace("orden: 1", "orden: 2"), "teams.yaml: orden 2 er også raadgiveres"),
        ("teams", replace("extract: teams", "extract: hold"), "teams.yaml: extract skal være filens navn"),
        ("teams", replace("    noegle: true\n", ""), "teams.yaml: mindst én kolonne skal være noegle"),
        (
            "teams",
            replace("type: dato", "type: dag"),
            "teams.yaml: kolonner.aktiv_fra.type: skal være en af:",
        ),
        (
            "teams",
            replace("type: kode", "type: tekst"),
            "teams.yaml: kolonner.omraade: koder hører til typen kode, og den skal have dem",
        ),
        (
            "sager",
            replace("teams.team_id", "teams.navn"),
            "sager.yaml: kolonner.team_id.henviser: teams.navn er ikke nøglen i et kendt udtræk",
        ),
        (
            "raadgivere",
            replace("teams.team_id", "sager.sag_id"),
            "raadgivere.yaml: kolonner.team_id.henviser: sager skal have en lavere orden",
        ),
        (
            "opfoelgninger",
            replace("deler: sag_id", "deler: form"),
            "opfoelgninger.yaml: kolonner.indsats_id.henviser.deler: kolonnen form findes ikke i begge",
        ),
        (
            "sager",
            replace("sidst: lukket_dato", "sidst: distrikt"),
            "sager.yaml: tidsorden: kolonnen distrikt skal være en dato eller et tidspunkt",
        ),
        (
            "sager",
            replace("sidst: lukket_dato", "sidst: lukket"),
            "sager.yaml: tidsorden: kolonnen lukket findes ikke",
        ),
        (
            "aktiviteter",
            replace("[moede, vurdering, kontakt, dokument]", "[moede, snak]"),
            "aktiviteter.yaml: kraever.naar.type: en af koderne kendes ikke",
        ),
        (
            "opfoelgninger",
            replace("indsats_id.start_dato", "sag.start_dato"),
            "opfoelgninger.yaml: gerninger: sag er ikke en henvisning",
        ),
        (
            "sagsfordeling",
            replace("med: sager.team_id", "med: sager.hold"),
            "sagsfordeling.yaml: kan_undvaeres.med: sager.hold er ikke en kolonne i et kendt udtræk",
        ),
        (
            "sagsfordeling",
            replace("{antal}", "{hvor_mange}"),
            "sagsfordeling.yaml: kan_undvaeres.bemaerkning: må kun have {antal} og {alle} i tuborgklammer",
        ),
        (
            "teams",
            lambda text: text.replace("  navn:", "  linje:"),
            "teams.yaml: kolonner.linje: navnet er optaget",
        ),
        (
            "tilsynssvar",
            replace("    foldes: true\n    gemmes_foldet: true\n", ""),
            "tilsynssvar.yaml: kolonner.maalepunkt: kendte værdier kræver foldes",
        ),
        (
            "tilsynssvar",
            replace("    gemmes_foldet: true\n", ""),
            "tilsynssvar.yaml: kolonner.maalepunkt: en nøgle, der foldes, skal gemmes foldet",
        ),
        (
            "spoergeskemasvar",
            replace("    foldes: true\n", ""),
            "spoergeskemasvar.yaml: kolonner.spoergsmaal: gemmes_foldet kræver foldes",
        ),
        (
            "teams",
            replace("type: dato", "type: tekst\n    haendelse: true"),
            "teams.yaml: kolonner.aktiv_fra: haendelse hører til typerne dato og tidspunkt",
        ),
        (
            "sager",
            replace("pseudonym: true", "pseudonym: true\n    noegle: true"),
            "sager.yaml: kolonner.barn_id: pseudonym hører til tekst, der hverken er nøgle eller henvisning",
        ),
        (
            "teams",
            replace("    udfyldes: true\n", "    udfyldes: true\n    som_tal: true\n"),
            "teams.yaml: kolonner.navn: som_tal kræver koder, der er tal",
        ),
        (
            "teams",
            replace("    udfyldes: true\n", "    udfyldes: true\n    noegle: true\n"),
            "teams.yaml: kolonner.navn: en nøgle er altid udfyldt; udfyldes er overflødig",
        ),
        (
            "teams",
            replace("    udfyldes: true\n", "    udfyldes: true\n    ukendt: advarsel\n"),
            "teams.yaml: kolonner.navn: ukendt: advarsel kræver kendte værdier",
        ),
        (
            "teams",
            replace("ukendt: tilladt}", "ukendt: tilladt, undtagen: [X]}"),
            "teams.yaml: kolonner.leder_raadgiver_id.henviser: deler og undtagen kræver, at ukendt er",
        ),
        (
            "sager",
            replace("ukendt: mangler}", "ukendt: mangler, deler: sag_id}"),
            "sager.yaml: kolonner.team_id.henviser: deler og undtagen kræver, at ukendt er",
        ),
        (
            "spoergeskemasvar",
            replace("    gemmes_foldet: true\n", "    henviser: {til: teams.team_id, ukendt: tilladt}\n"),
            "spoergeskemasvar.yaml: kolonner.spoergsmaal: henviser hører til tekst, der ikke foldes",
        ),
        (
            "tilsynssvar",
            replace("    kendte_maalepunkter: true\n", "    kendte_maalepunkter: true\n    kendte: {a: A}\n"),
            "tilsynssvar.yaml: kolonner.maalepunkt: kendte og kendte_maalepunkter kan ikke bruges sammen",
        ),
        (
            "sagsfordeling",
            replace("kan_undvaeres:", "valgfri: true\nkan_undvaeres:"),
            "sagsfordeling.yaml: filen: kan_undvaeres er overflødig, når udtrækket er valgfrit",
        ),
        (
            "teams",
            replace("      andet:", "      Andet ting:"),
            "teams.yaml: kolonner.omraade.koder.Andet ting.[key]: har ikke den form, der forventes",
        ),
    ],
)
def test_a_fault_in_an_expectations_file_is_told(
    tmp_path: Path, file: str, change: Change, error: str
) -> None:
    """File and place, and what was expected there; exit 2."""
    folder = tmp_path / "expectations"
    shutil.copytree(resource("expectations"), folder)
    text = (folder / f"{file}.yaml").read_text(encoding="utf-8")
    assert change(text) != text
    (folder / f"{file}.yaml").write_text(change(text), encoding="utf-8")
    with pytest.raises(DefinitionsError) as caught:
        read_extracts_folder(folder)
    assert any(line.startswith(error) for line in caught.value.lines), caught.value.lines
    assert caught.value.exit_code == 2


def test_faults_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    """One line each."""
    folder = tmp_path / "expectations"
    shutil.copytree(resource("expectations"), folder)
    for name in ("teams", "sager"):
        file = folder / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "ekstra: 1\nmere: 2\n", encoding="utf-8")
    with pytest.raises(DefinitionsError) as caught:
        read_extracts_folder(folder)
    assert sorted(caught.value.lines) == [
        "sager.yaml: ekstra: er en ukendt nøgle",
        "sager.yaml: mere: er en ukendt nøgle",
        "teams.yaml: ekstra: er en ukendt nøgle",
        "teams.yaml: mere: er en ukendt nøgle",
    ]
