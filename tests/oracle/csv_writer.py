"""Write typed rows as a delivery folder: the contract's 18 CSV files, `;`, dd-mm-yyyy, clean."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

COLUMNS: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "teams": "team_id navn leder_navn leder_email leder_raadgiver_id omraade aktiv_fra"
        " aktiv_til afloest_af",
        "raadgivere": "raadgiver_id navn team_id ansat_fra ansat_til rolle",
        "sager": "sag_id barn_id foedselsdato sagstype oprettet_dato lukket_dato lukket_aarsag"
        " distrikt familie_id almenomraade_involveret projekt_undtaget team_id"
        " raadgiver_id",
        "sagsfordeling": "sag_id fra_dato til_dato team_id raadgiver_id",
        "underretninger": "underretning_id sag_id barn_id team_id raadgiver_id modtaget_tidspunkt"
        " underretter_type genvurdering vurderet_24t_tidspunkt vurdering_24t_begrundet"
        " kvittering_dato partshoering_dato partshoering_undladt underretter_inddraget overgreb"
        " faglig_vurdering_dato faglig_vurdering_udfald tilbagemelding_dato samtale_begrundelse",
        "undersoegelser": "bfu_id sag_id opmaerksom_dato startet_dato afsluttet_dato afslutning"
        " undersoegelsesplan_dato antal_fokuspunkter partshoering_form efterslaeb",
        "boernesamtaler": "samtale_id sag_id dato paragraf udfald",
        "aktiviteter": "aktivitet_id sag_id dato type undertype raadgiver_id antal_raadgivere",
        "indsatser": "indsats_id sag_id paragraf kategori tilbud leverandoer_type afgoerelse_dato"
        " henvist_dato start_dato slut_dato slut_aarsag bortfaldet_dato anbringelsessted"
        " indsatstrin opfoelgning_maaneder plan_paakraevet",
        "handleplaner": "handleplan_id sag_id type oprettet_dato afsluttet_dato antal_maal"
        " afgoerelse_stoette_dato tilbudt_dato foraeldre_svar",
        "opfoelgninger": "opfoelgning_id sag_id indsats_id dato form tilsyn_paa_anbringelsessted"
        " talt_med_barnet barn_deltog barn_undtaget foraeldre_deltog"
        " privat_netvaerk_deltog professionelt_netvaerk_deltog maalopfoelgning_udfyldt",
        "afdaekninger": "afdaekning_id sag_id type startet_dato afsluttet_dato",
        "ventetider": "henvisning_id sag_id indsats_id tilbud henvist_dato igangsat_dato bortfaldet_dato",
        "tilsynssvar": "tilsyn_id maalepunkt plan_id sag_id genstand_type genstand_id genstand_dato"
        " team_id raadgiver_id gennemgaaet_dato svar bemaerkning tema udvaelgelse traekning_id"
        " genlaesning laeser",
        "spoergeskemasvar": "svar_id team_id spoergsmaal besvaret_dato score",
        "milepaelsstatus": "plan_id milepael_id status dato antal i_alt bemaerkning",
        "kommentarer": "plan_id indikator_id team_id periode tekst dato ansvarlig",
        "udgifter": "postering_id sag_id indsats_id maaned beloeb art budget",
    }.items()
}
"""Every extract's columns, as the contract's section 1 lists them."""


def write_delivery(folder: Path, extracts: dict[str, list[dict[str, Any]]]) -> None:
    """Write one file per extract given; an extract that is absent gets no file, an empty one its header."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in extracts.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
            writer.writerow(COLUMNS[name])
            for row in rows:
                writer.writerow([_field(row, column) for column in COLUMNS[name]])


def _field(row: dict[str, Any], column: str) -> str:
    value = row.get(column)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "J" if value else "N"
    if isinstance(value, datetime):
        day_only = not row.get(f"{column}_har_klokkeslaet")
        return value.strftime("%d-%m-%Y" if day_only else "%d-%m-%Y %H:%M:%S")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return str(value)
