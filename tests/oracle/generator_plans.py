"""The generator's handleplaner and follow-ups."""

from __future__ import annotations

from datetime import date

from tests.oracle.days import ONE_DAY, add_days, add_months
from tests.oracle.dice import Dice
from tests.oracle.generator_cases import Data

FORMS = ("moede", "moede", "moede", "telefon", "besoeg", "administrativ", "udeblevet")


def plans(t: Dice, data: Data, sag_id: str) -> None:
    """Plans for children, parents and youth, in force or not, offered and answered or not."""
    for nr in range(t.number(0, 3)):
        kind = t.one_of(("barn", "barn", "foraeldre", "foraeldre", "ungeplan"))
        made = t.remember(t.counting_day()) if t.chance(0.15) else t.day()
        offered = t.maybe_day(0.7 if kind == "foraeldre" else 0.1)
        support = t.one_of((None, made, made - ONE_DAY, made + ONE_DAY, made + ONE_DAY))
        only_offered = kind == "foraeldre" and offered is not None and t.chance(0.3)
        data["handleplaner"].append(
            {
                "handleplan_id": f"H-{sag_id}-{nr}",
                "sag_id": sag_id,
                "type": kind,
                "oprettet_dato": None if only_offered else made,
                "afsluttet_dato": t.not_before(made, 0.35),
                "antal_maal": t.one_of((None, 0, 2, 3, 4, 5, 6)),
                "afgoerelse_stoette_dato": support if kind == "foraeldre" else None,
                "tilbudt_dato": offered,
                "foraeldre_svar": t.one_of((None, "ja", "nej")) if offered is not None else None,
            }
        )
        if offered is not None:
            t.remember(add_days(offered, 28))
    placed = any(i["sag_id"] == sag_id and i["kategori"] == "anbringelse" for i in data["indsatser"])
    if t.chance(0.6 if placed else 0.1):
        _parents_plan_at_a_count(t, data, sag_id)


def _parents_plan_at_a_count(t: Dice, data: Data, sag_id: str) -> None:
    """A parents' plan made, decided, ended or offered on the very day something is counted, or beside it."""
    counted = t.counting_day()
    made = add_days(counted, t.one_of((-1, -1, 0, 1)))
    offered = t.one_of((None, None, counted, counted + ONE_DAY))
    last = max(counted, made)
    data["handleplaner"].append(
        {
            "handleplan_id": f"H-{sag_id}-o",
            "sag_id": sag_id,
            "type": "foraeldre",
            "oprettet_dato": made,
            "afgoerelse_stoette_dato": t.one_of((None, counted, counted, counted, made, made + ONE_DAY)),
            "afsluttet_dato": t.one_of((None, last, last + ONE_DAY)),
            "tilbudt_dato": offered,
            "foraeldre_svar": None if offered is None else t.one_of(("ja", "nej", "nej")),
        }
    )


def followups(t: Dice, data: Data, sag_id: str) -> None:
    """Meetings and visits: several a day, without a measure, about one, or about another case's."""
    own = [i for i in data["indsatser"] if i["sag_id"] == sag_id]
    everyone = [i["indsats_id"] for i in data["indsatser"]]
    days = [t.day() for _ in range(t.number(0, 4))]
    for day in days + ([t.one_of(days)] if days else []):
        indsats_id = t.one_of(own)["indsats_id"] if own and t.chance(0.5) else None
        if everyone and t.chance(0.1):
            indsats_id = t.one_of(everyone)
        _followup(t, data, sag_id, day, t.one_of(FORMS), indsats_id)
    for i in own:
        if i["kategori"] == "anbringelse":
            _at_placement(t, data, sag_id, i["start_dato"], i["slut_dato"])
        if i["start_dato"] is not None and t.chance(0.5):
            _chain(t, data, sag_id, i["indsats_id"], i["start_dato"], i["opfoelgning_maaneder"])


def _chain(t: Dice, data: Data, sag_id: str, indsats_id: str, start: date, agreed: int | None) -> None:
    """Meetings on and round the days a chain of deadlines gives, with a silence now and then."""
    m = agreed if agreed is not None and 1 <= agreed <= 6 else 6
    day = start
    for nr in range(t.number(1, 6)):
        step = t.one_of((m, min(m, 3) if nr == 0 else m, m, 1, 2 * m))
        day = add_days(add_months(day, step), t.one_of((-10, -1, 0, 0, 0, 1, 5)))
        named = t.chance(0.7)
        form = t.one_of(("moede", "moede", "moede", "moede", "besoeg", "telefon", "udeblevet"))
        _followup(t, data, sag_id, day, form, indsats_id if named else None)


def _at_placement(t: Dice, data: Data, sag_id: str, start: date | None, slut: date | None) -> None:
    """A meeting on a placement's edge, a visit 14 days before it, and visits a year before a count."""
    edges = [add_days(d, n) for d in (start, slut) if d is not None for n in (-1, 0, 0, 1)]
    if not edges or t.chance(0.4):
        return
    counted = t.counting_day()
    year_ago = add_months(counted, -12)
    for day in (
        add_days(year_ago, t.one_of((0, 0, 1))),
        t.one_of((counted, counted, counted + ONE_DAY, year_ago + ONE_DAY)),
    ):
        _followup(t, data, sag_id, day, t.one_of(("besoeg", "besoeg", "moede", "telefon")), None)
        data["opfoelgninger"][-1] |= {
            "tilsyn_paa_anbringelsessted": True,
            "talt_med_barnet": t.one_of((True, True, True, False)),
        }
    day = t.one_of(edges)
    _followup(t, data, sag_id, day, "moede", None)
    data["opfoelgninger"][-1]["tilsyn_paa_anbringelsessted"] = t.one_of((None, False))
    if t.chance(0.6):
        visited = add_days(day, t.one_of((-15, -14, -14, 0, 1)))
        _followup(t, data, sag_id, visited, "besoeg", None)
        data["opfoelgninger"][-1]["tilsyn_paa_anbringelsessted"] = True


def _followup(t: Dice, data: Data, sag_id: str, day: date, form: str, indsats_id: str | None) -> None:
    data["opfoelgninger"].append(
        {
            "opfoelgning_id": f"O{len(data['opfoelgninger'])}",
            "sag_id": sag_id,
            "indsats_id": indsats_id,
            "dato": day,
            "form": form,
            "tilsyn_paa_anbringelsessted": t.yes_no_empty(),
            "talt_med_barnet": t.yes_no_empty(),
            "barn_deltog": t.one_of((True, False, False, None)),
            "barn_undtaget": t.one_of((True, False, None, None)),
            "foraeldre_deltog": t.yes_no_empty(),
            "privat_netvaerk_deltog": t.yes_no_empty(),
            "professionelt_netvaerk_deltog": t.yes_no_empty(),
            "maalopfoelgning_udfyldt": t.yes_no_empty(),
        }
    )
