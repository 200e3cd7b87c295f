"""Write typed rows as a delivery folder: the contract's 18 CSV files, `;`, dd-mm-yyyy, clean."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

KOLONNER: dict[str, tuple[str, ...]] = {
    navn: tuple(kolonner.split())
    for navn, kolonner in {
        "teams": "team_id navn leder_navn leder_email leder_raadgiver_id omraade aktiv_fra"
        " aktiv_til afloest_af",
        "raadgivere": "raadgiver_id navn team_id ansat_fra ansat_til",
        "sager": "sag_id barn_id foedselsdato sagstype oprettet_dato lukket_dato lukket_aarsag"
        " distrikt familie_id almenomraade_involveret projekt_undtaget team_id"
        " raadgiver_id",
        "sagsfordeling": "sag_id fra_dato til_dato team_id raadgiver_id",
        "underretninger": "underretning_id sag_id barn_id team_id raadgiver_id modtaget_tidspunkt"
        " underretter_type genvurdering vurderet_24t_tidspunkt vurdering_24t_begrundet"
        " kvittering_dato partshoering_dato underretter_inddraget faglig_vurdering_dato"
        " faglig_vurdering_udfald tilbagemelding_dato samtale_begrundelse",
        "undersoegelser": "bfu_id sag_id opmaerksom_dato startet_dato afsluttet_dato afslutning"
        " undersoegelsesplan_dato antal_fokuspunkter partshoering_form efterslaeb",
        "boernesamtaler": "samtale_id sag_id dato paragraf udfald",
        "aktiviteter": "aktivitet_id sag_id dato type undertype raadgiver_id antal_raadgivere",
        "indsatser": "indsats_id sag_id paragraf kategori tilbud leverandoer_type afgoerelse_dato"
        " henvist_dato start_dato slut_dato slut_aarsag bortfaldet_dato anbringelsessted"
        " indsatstrin opfoelgning_maaneder",
        "handleplaner": "handleplan_id sag_id type oprettet_dato afsluttet_dato antal_maal"
        " afgoerelse_stoette_dato tilbudt_dato foraeldre_svar",
        "opfoelgninger": "opfoelgning_id sag_id indsats_id dato form tilsyn_paa_anbringelsessted"
        " talt_med_barnet barn_deltog barn_undtaget foraeldre_deltog"
        " privat_netvaerk_deltog professionelt_netvaerk_deltog maalopfoelgning_udfyldt",
        "afdaekninger": "afdaekning_id sag_id type startet_dato afsluttet_dato",
        "ventetider": "henvisning_id sag_id indsats_id tilbud henvist_dato igangsat_dato bortfaldet_dato",
        "tilsynssvar": "tilsyn_id maalepunkt sag_id genstand_id team_id raadgiver_id gennemgaaet_dato"
        " svar bemaerkning",
        "spoergeskemasvar": "svar_id team_id spoergsmaal besvaret_dato score",
        "milepaelsstatus": "plan_id milepael_id status dato antal i_alt bemaerkning",
        "kommentarer": "plan_id indikator_id team_id periode tekst dato ansvarlig",
        "udgifter": "postering_id sag_id indsats_id maaned beloeb art budget",
    }.items()
}
"""Every extract's columns, as the contract's section 1 lists them."""


def skriv_leverance(mappe: Path, extracts: dict[str, list[dict[str, Any]]]) -> None:
    """Write one file per extract given; an extract that is absent gets no file, an empty one its header."""
    mappe.mkdir(parents=True, exist_ok=True)
    for navn, raekker in extracts.items():
        with (mappe / f"{navn}.csv").open("w", encoding="utf-8", newline="") as fil:
            skriver = csv.writer(fil, delimiter=";", lineterminator="\r\n")
            skriver.writerow(KOLONNER[navn])
            for raekke in raekker:
                skriver.writerow([_felt(raekke, kolonne) for kolonne in KOLONNER[navn]])


def _felt(raekke: dict[str, Any], kolonne: str) -> str:
    vaerdi = raekke.get(kolonne)
    if vaerdi is None:
        return ""
    if isinstance(vaerdi, bool):
        return "J" if vaerdi else "N"
    if isinstance(vaerdi, datetime):
        kun_dag = not raekke.get(f"{kolonne}_har_klokkeslaet")
        return vaerdi.strftime("%d-%m-%Y" if kun_dag else "%d-%m-%Y %H:%M:%S")
    if isinstance(vaerdi, date):
        return vaerdi.strftime("%d-%m-%Y")
    if isinstance(vaerdi, Decimal):
        return str(vaerdi).replace(".", ",")
    return str(vaerdi)
