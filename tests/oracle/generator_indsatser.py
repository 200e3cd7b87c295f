"""The generator's measures, plans, follow-ups and waiting times."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.oracle.kalender import EN_DAG, plus_maaneder
from tests.oracle.tilfaeldig import Terning

Data = dict[str, list[dict[str, Any]]]


def indsatser(t: Terning, data: Data, sag_id: str) -> None:
    """Measures with and without a start, a decision, an end; fallen away before or after the start."""
    for nr in range(t.antal(0, 4)):
        kategori = t.en_af(
            ("forebyggende_11_3", "forebyggende_11_3", "forebyggende_52", "aflastning", "anbringelse")
        )
        afgoerelse = t.maaske_dag(0.7)
        if afgoerelse is not None:
            start = t.om_frist(afgoerelse, afgoerelse + 28 * EN_DAG)
        elif t.held(0.3):
            start = t.husk(plus_maaneder(t.opgjort_pr(), t.en_af((-3, -3, -2, -1))))
        else:
            start = t.maaske_dag(0.8)
        if kategori == "anbringelse" and t.held(0.4):
            start = date(2020, 3, 31)
        slut = _slut(t, start)
        data["indsatser"].append(
            {
                "indsats_id": f"I-{sag_id}-{nr}",
                "sag_id": sag_id,
                "paragraf": "11.3" if kategori == "forebyggende_11_3" else "52.3.7",
                "kategori": kategori,
                "tilbud": t.en_af(("efterskole", "Familiekurset", None)),
                "leverandoer_type": t.en_af(("privat", "privat", "familiehus", "kommunal", None)),
                "afgoerelse_dato": afgoerelse,
                "start_dato": start,
                "slut_dato": slut,
                "slut_aarsag": t.en_af(("maal_naaet", "overgaaet_til_bfu", None)),
                "bortfaldet_dato": _bortfaldet(t, start, slut),
                "anbringelsessted": "plejefamilie" if kategori == "anbringelse" else None,
                "indsatstrin": t.en_af((None, 1, 5)),
                "opfoelgning_maaneder": t.en_af((None, None, -1, 0, 1, 2, 3, 4, 6, 7, 12)),
            }
        )
        if kategori == "forebyggende_11_3" and start is not None and t.held(0.4):
            _bfu_efter(t, data, sag_id, nr, start, slut)


def _slut(t: Terning, start: date | None) -> date | None:
    if start is None:
        return t.maaske_dag(0.1)
    if t.held(0.35):
        return None
    return t.om_frist(start, plus_maaneder(start, 6), mindst=start)


def _bortfaldet(t: Terning, start: date | None, slut: date | None) -> date | None:
    if slut is not None and t.held(0.1):
        return t.om_frist(slut, plus_maaneder(slut, 6))
    if t.held(0.04):
        return t.husk(t.opgjort_pr())
    return t.maaske_dag(0.3 if start is None else 0.08)


def _bfu_efter(t: Terning, data: Data, sag_id: str, nr: int, start: date, slut: date | None) -> None:
    """A BFU on the first or last day that a window of 4.1 or 4.4 holds, or just outside it."""
    kanter = [start, start + EN_DAG, plus_maaneder(start, 6), plus_maaneder(start, 6) + EN_DAG]
    if slut is not None:
        kanter += [slut, slut + EN_DAG, plus_maaneder(slut, 6), plus_maaneder(slut, 6) + EN_DAG]
    startet = t.husk(t.en_af(kanter))
    data["undersoegelser"].append({"bfu_id": f"B-{sag_id}-i{nr}", "sag_id": sag_id, "startet_dato": startet})


def handleplaner(t: Terning, data: Data, sag_id: str) -> None:
    """Plans for children, parents and youth, in force or not, offered and answered or not."""
    for nr in range(t.antal(0, 3)):
        slags = t.en_af(("barn", "barn", "foraeldre", "foraeldre", "ungeplan"))
        oprettet = t.husk(t.opgjort_pr()) if t.held(0.15) else t.dag()
        tilbudt = t.maaske_dag(0.7 if slags == "foraeldre" else 0.1)
        stoette = (
            t.en_af((None, oprettet, oprettet - EN_DAG, oprettet + EN_DAG, oprettet + EN_DAG))
            if slags == "foraeldre"
            else None
        )
        kun_tilbudt = slags == "foraeldre" and tilbudt is not None and t.held(0.3)
        data["handleplaner"].append(
            {
                "handleplan_id": f"H-{sag_id}-{nr}",
                "sag_id": sag_id,
                "type": slags,
                "oprettet_dato": None if kun_tilbudt else oprettet,
                "afsluttet_dato": t.fra_og_med(oprettet, 0.35),
                "antal_maal": t.en_af((None, 0, 2, 3, 4, 5, 6)),
                "afgoerelse_stoette_dato": stoette,
                "tilbudt_dato": tilbudt,
                "foraeldre_svar": t.en_af((None, "ja", "nej")) if tilbudt is not None else None,
            }
        )
        if tilbudt is not None:
            t.husk(tilbudt + 28 * EN_DAG)

    anbragt = any(i["sag_id"] == sag_id and i["kategori"] == "anbringelse" for i in data["indsatser"])
    if t.held(0.6 if anbragt else 0.1):
        _foraeldreplan_ved_opgoerelsen(t, data, sag_id)


def _foraeldreplan_ved_opgoerelsen(t: Terning, data: Data, sag_id: str) -> None:
    """A parents' plan made, decided, ended or offered on the very day something is counted, or beside it."""
    opgjort = t.opgjort_pr()
    oprettet = opgjort + t.en_af((-1, -1, 0, 1)) * EN_DAG
    tilbudt = t.en_af((None, None, opgjort, opgjort + EN_DAG))
    data["handleplaner"].append(
        {
            "handleplan_id": f"H-{sag_id}-o",
            "sag_id": sag_id,
            "type": "foraeldre",
            "oprettet_dato": oprettet,
            "afgoerelse_stoette_dato": t.en_af(
                (None, opgjort, opgjort, opgjort, oprettet, oprettet + EN_DAG)
            ),
            "afsluttet_dato": t.en_af((None, max(opgjort, oprettet), max(opgjort, oprettet) + EN_DAG)),
            "tilbudt_dato": tilbudt,
            "foraeldre_svar": None if tilbudt is None else t.en_af(("ja", "nej", "nej")),
        }
    )


def ventetider(t: Terning, data: Data, sag_id: str) -> None:
    """Referrals, begun in time or not, some fallen away."""
    if t.held(0.4):
        henvist = t.dag()
        egne = [i["indsats_id"] for i in data["indsatser"] if i["sag_id"] == sag_id]
        data["ventetider"].append(
            {
                "henvisning_id": f"V-{sag_id}",
                "sag_id": sag_id,
                "indsats_id": t.en_af(egne) if egne and t.held(0.5) else None,
                "tilbud": "Familiekurset",
                "henvist_dato": henvist,
                "igangsat_dato": t.om_frist(henvist, henvist + 28 * EN_DAG),
                "bortfaldet_dato": t.om_frist(henvist, henvist + 28 * EN_DAG) if t.held(0.3) else None,
            }
        )


def opfoelgninger(t: Terning, data: Data, sag_id: str) -> None:
    """Meetings and visits: several a day, without a measure, about one, or about another case's."""
    egne = [i["indsats_id"] for i in data["indsatser"] if i["sag_id"] == sag_id]
    alle = [i["indsats_id"] for i in data["indsatser"]]
    dage = [t.dag() for _ in range(t.antal(0, 4))]
    for dag in dage + ([t.en_af(dage)] if dage else []):
        indsats_id = t.en_af(egne) if egne and t.held(0.5) else None
        if alle and t.held(0.1):
            indsats_id = t.en_af(alle)
        form = t.en_af(("moede", "moede", "moede", "telefon", "besoeg", "administrativ"))
        _opfoelgning(t, data, sag_id, dag, form, indsats_id)
    for i in [i for i in data["indsatser"] if i["sag_id"] == sag_id and i["kategori"] == "anbringelse"]:
        _ved_anbringelse(t, data, sag_id, i["start_dato"], i["slut_dato"])


def _ved_anbringelse(t: Terning, data: Data, sag_id: str, start: date | None, slut: date | None) -> None:
    """A meeting on a placement's edge, a visit 14 days before it, and one six months before a count."""
    kanter = [d + n * EN_DAG for d in (start, slut) if d is not None for n in (-1, 0, 0, 1)]
    if not kanter or t.held(0.4):
        return
    set_til = plus_maaneder(t.opgjort_pr(), -6) + t.en_af((0, 0, 1)) * EN_DAG
    _opfoelgning(t, data, sag_id, set_til, "besoeg", None)
    data["opfoelgninger"][-1]["tilsyn_paa_anbringelsessted"] = True
    dag = t.en_af(kanter)
    _opfoelgning(t, data, sag_id, dag, "moede", None)
    data["opfoelgninger"][-1]["tilsyn_paa_anbringelsessted"] = t.en_af((None, False))
    if t.held(0.6):
        besoegt = dag + t.en_af((-15, -14, -14, 0, 1)) * EN_DAG
        _opfoelgning(t, data, sag_id, besoegt, "besoeg", None)
        data["opfoelgninger"][-1]["tilsyn_paa_anbringelsessted"] = True


def _opfoelgning(t: Terning, data: Data, sag_id: str, dag: date, form: str, indsats_id: str | None) -> None:
    data["opfoelgninger"].append(
        {
            "opfoelgning_id": f"O{len(data['opfoelgninger'])}",
            "sag_id": sag_id,
            "indsats_id": indsats_id,
            "dato": dag,
            "form": form,
            "tilsyn_paa_anbringelsessted": t.ja_nej_tom(),
            "talt_med_barnet": t.ja_nej_tom(),
            "barn_deltog": t.en_af((True, False, False, None)),
            "barn_undtaget": t.en_af((True, False, None, None)),
            "foraeldre_deltog": t.ja_nej_tom(),
            "privat_netvaerk_deltog": t.ja_nej_tom(),
            "professionelt_netvaerk_deltog": t.ja_nej_tom(),
            "maalopfoelgning_udfyldt": t.ja_nej_tom(),
        }
    )
