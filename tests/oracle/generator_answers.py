"""The generator's case reviews, surveys and the extracts no indicator reads."""

from __future__ import annotations

from collections.abc import Sequence

from tests.oracle import PLANS
from tests.oracle.days import add_months
from tests.oracle.dice import Dice
from tests.oracle.generator_cases import Data
from tests.oracle.generator_teams import caseworker

UNKNOWN = "9.9"
"""A målepunkt no plan knows."""

QUESTIONS = ("tydelig_ledelse", "loeft", "bliver_lyttet_til")
KINDS = ("sag", "underretning", "undersoegelse", "indsats", "handleplan", "opfoelgning", None)


def reviews(t: Dice, data: Data, plan_ids: Sequence[str]) -> None:
    """Reviews of a few cases or of many, some points asked often, each carrying a team of its own.

    The second reader's answers, answers chosen by criteria, and answers of one plan alone are among them.
    """
    entries = {i: entry for plan_id in plan_ids for i, entry in PLANS[plan_id][2].items()}
    everything = [*entries, UNKNOWN]
    led = [i for i, entry in entries.items() if entry.tilsyn_foerer]
    own = [i for i, entry in entries.items() if entry.kilde == "tilsyn"]
    themes = [t.one_of(choices) for choices in (led,) * 6 + (own,) * 12 + (everything,) * 5]
    busy = [t.counting_day() for _ in range(3)]
    for nr in range(t.one_of((0, t.number(1, 20), t.number(40, 90)))):
        sag_id = t.one_of(data["sager"])["sag_id"]
        t.new_case()
        day = t.near(t.one_of(busy)) if t.chance(0.7) else t.day()
        for maalepunkt in sorted({t.one_of(themes) for _ in range(5)}):
            data["tilsynssvar"].append(
                {
                    "tilsyn_id": f"L{nr}",
                    "maalepunkt": maalepunkt,
                    "plan_id": t.one_of((None, None, None, t.one_of(plan_ids), "en_anden_plan")),
                    "sag_id": sag_id,
                    "genstand_type": t.one_of(KINDS),
                    "genstand_id": t.one_of((None, "X1")),
                    "genstand_dato": t.one_of((None, day)),
                    "team_id": t.one_of(data["teams"])["team_id"],
                    "raadgiver_id": caseworker(t),
                    "gennemgaaet_dato": day,
                    "svar": t.one_of(("ja", "ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses")),
                    "bemaerkning": t.one_of((None, 'Se "bilag"; side 2', "To\nlinjer")),
                    "tema": t.one_of((None, "Børnesamtaler")),
                    "udvaelgelse": t.one_of(("tilfaeldig", "tilfaeldig", "alle", "kriterier", None)),
                    "traekning_id": t.one_of((None, "TR1")),
                    "genlaesning": t.one_of((None, None, False, False, True)),
                    "laeser": None,
                }
            )


def surveys(t: Dice, data: Data) -> None:
    """Surveys on a few days: per team none, fewer than five or enough answers."""
    nr = 0
    for day in (t.counting_day(), add_months(t.delivery_date.replace(day=1), -4), t.counting_day()):
        for question in QUESTIONS:
            counts = t.one_of(((0, 4, 5, 6), (0, 5, 7), (0, 5, 7)))
            for team in data["teams"]:
                for _ in range(t.one_of(counts)):
                    nr += 1
                    data["spoergeskemasvar"].append(
                        {
                            "svar_id": f"Q{nr}",
                            "team_id": team["team_id"],
                            "spoergsmaal": t.one_of((question, question.replace("_", " ").title())),
                            "besvaret_dato": day,
                            "score": t.number(1, 5),
                        }
                    )


def other_rows(t: Dice, data: Data) -> None:
    """Rows that must change no figure."""
    data["milepaelsstatus"].append(
        {"plan_id": "slagelse_2021_2023", "milepael_id": "A1.01", "status": "i_gang", "dato": t.day()}
    )
    data["kommentarer"].append(
        {
            "plan_id": "slagelse_2021_2023",
            "indikator_id": "5.1",
            "team_id": t.one_of(("ALLE", "T1")),
            "periode": "2021-04",
            "tekst": "Ferie i teamet; se næste måned",
            "dato": t.day(),
        }
    )
