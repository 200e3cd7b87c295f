"""What the samples must tell of, so that every measure of the plan has something to show, and moves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import mean

from pipeline.definitions.plans import kendte_maalepunkter
from tests.tools.synthetic.reading import SAMPLES, Row, day_of, good

DECEMBER, APRIL = SAMPLES / "2021-12-31", SAMPLES / "2021-04-30"
SIX_MONTHS = 183


def extract(name: str, folder=DECEMBER) -> list[Row]:
    return good(folder / f"{name}.csv")


def percent(truths: Iterable[bool]) -> float:
    truths = list(truths)
    return 100 * sum(truths) / len(truths)


def between(rows: list[Row], column: str, first: date, last: date) -> list[Row]:
    return [r for r in rows if r[column] and first <= day_of(r[column]) <= last]


def in_year(rows: list[Row], column: str, year: int) -> list[Row]:
    return between(rows, column, date(year, 1, 1), date(year, 12, 31))


def test_leaders_are_caseworkers_of_another_role_with_a_few_cases():
    """Every leader stands as one; some staff are neither; an empty role is a caseworker's."""
    rolle = {r["raadgiver_id"]: r["rolle"] for r in extract("raadgivere")}
    ledere = {r["leder_raadgiver_id"] for r in extract("teams")}
    assert {i for i, r in rolle.items() if r == "leder"} == ledere
    assert set(rolle.values()) == {"", "raadgiver", "leder", "andet"}
    held = {r["sag_id"] for r in extract("sagsfordeling") if rolle[r["raadgiver_id"]] == "leder"}
    assert 5 <= len(held) <= 60


def test_a_hearing_withheld_with_reason_is_never_held_in_time():
    """Two or three in a hundred, mostly where abuse is suspected: not held, or put off beyond a fortnight."""
    every = extract("underretninger")
    withheld = [r for r in every if r["partshoering_undladt"] == "true"]
    assert 1 <= 100 * len(withheld) / len(every) <= 4
    assert percent(r["overgreb"] == "true" for r in withheld) > 50
    assert 4 <= percent(r["overgreb"] == "true" for r in every) <= 9
    put_off = [r for r in withheld if r["partshoering_dato"]]
    assert 0 < len(put_off) < len(withheld) / 2
    fortnight = timedelta(days=14)
    assert all(day_of(r["partshoering_dato"]) > day_of(r["modtaget_tidspunkt"]) + fortnight for r in put_off)


def test_a_measure_under_way_is_looked_at_again_more_and_more():
    """Notifications of children with a case that made somebody judge it anew."""
    known = {r["sag_id"]: day_of(r["oprettet_dato"]) for r in extract("sager")}
    again = {}
    for year in (2020, 2021):
        rows = in_year(extract("underretninger"), "modtaget_tidspunkt", year)
        old = [r for r in rows if r["sag_id"] and known[r["sag_id"]] < day_of(r["modtaget_tidspunkt"])]
        again[year] = percent(r["genvurdering"] == "true" for r in old)
    assert 10 < again[2020] < again[2021] < 60


def test_what_a_notification_led_to_is_what_became_of_the_case():
    """Most that opened a case soon examined were assessed to lead to an examination."""
    opened = {(r["sag_id"], r["oprettet_dato"]) for r in extract("sager")}
    begun = defaultdict(list)
    for r in extract("undersoegelser"):
        begun[r["sag_id"]].append(day_of(r["startet_dato"]))
    udfald = Counter(
        r["faglig_vurdering_udfald"]
        for r in in_year(extract("underretninger"), "modtaget_tidspunkt", 2021)
        if (r["sag_id"], r["modtaget_tidspunkt"][:10]) in opened
        and r["faglig_vurdering_udfald"]
        and any(b - day_of(r["modtaget_tidspunkt"]) < timedelta(days=45) for b in begun[r["sag_id"]])
    )
    assert udfald["paragraf_50"] > 0.75 * udfald.total()


def test_the_talk_held_in_an_examination_is_mostly_of_paragraph_50():
    """It is § 50's, and some write it as § 48's."""
    spans = defaultdict(list)
    for r in extract("undersoegelser"):
        spans[r["sag_id"]].append((r["startet_dato"], r["afsluttet_dato"] or "9999"))
    within = Counter(
        r["paragraf"]
        for r in extract("boernesamtaler")
        if any(first <= r["dato"] <= last for first, last in spans[r["sag_id"]])
    )
    assert within["50"] > within["48"] > 0.1 * within.total()


def test_two_caseworkers_come_to_ever_more_network_meetings():
    """From about a third in the baseline to well over half; now and then nobody wrote how many."""
    meetings = [r for r in extract("aktiviteter") if r["undertype"] == "netvaerksmoede"]
    two = {}
    for name, first, last in (
        ("before", date(2020, 7, 1), date(2020, 12, 31)),
        ("after", date(2021, 7, 1), date(2021, 12, 31)),
    ):
        rows = between(meetings, "dato", first, last)
        assert len(rows) > 25
        two[name] = percent(r["antal_raadgivere"] not in ("", "1") for r in rows)
    assert two["before"] < 45 < 50 < two["after"]
    assert 0 < sum(not r["antal_raadgivere"] for r in meetings) < len(meetings) / 8


def test_family_group_conferences_are_few_and_more():
    """Some in each year, more in the second."""
    raad = [r for r in extract("aktiviteter") if r["undertype"] == "familieraadslagning"]
    number = Counter(day_of(r["dato"]).year for r in raad)
    assert 5 < number[2020] < number[2021] < 60


def test_every_caseworker_has_sparring_about_no_case():
    """With the leader, with colleagues and with a supervisor; only sparring may lack a case."""
    without = [r for r in extract("aktiviteter") if not r["sag_id"]]
    assert {r["type"] for r in without} == {"sparring"}
    for undertype in ("ledersparring", "kollegial_sparring", "supervision", "sagsgennemgang", "sagssparring"):
        assert len({r["raadgiver_id"] for r in without if r["undertype"] == undertype}) > 30, undertype


def test_nobody_came_to_some_meetings():
    """Fewer as time goes; nothing is said of who took part; some were agreed before the measure began."""
    rows = extract("opfoelgninger")
    away = [r for r in rows if r["form"] == "udeblevet"]
    share = {}
    for year in (2020, 2021):
        moeder = in_year([r for r in rows if r["form"] == "moede"], "dato", year)
        share[year] = 100 * len(in_year(away, "dato", year)) / len(moeder)
    assert 5 < share[2021] < share[2020] < 20
    assert not any(
        r[k] for r in away for k in set(r) - {"opfoelgning_id", "sag_id", "indsats_id", "dato", "form"}
    )
    assert 0 < sum(not r["indsats_id"] for r in away) < len(away)


def test_early_help_takes_about_six_months_and_reaches_its_goal_more_often():
    """183 days on average, by every kind of supplier; why it ended is told in most."""
    early = [r for r in extract("indsatser") if r["kategori"] == "forebyggende_11_3" and r["slut_dato"]]
    ended = in_year(early, "slut_dato", 2021)
    days = [(day_of(r["slut_dato"]) - day_of(r["start_dato"])).days for r in ended]
    assert SIX_MONTHS - 25 <= mean(days) <= SIX_MONTHS + 25
    assert {r["leverandoer_type"] for r in ended} == {"privat", "familiehus", "kommunal", ""}
    reached = {
        year: percent(r["slut_aarsag"] == "maal_naaet" for r in in_year(early, "slut_dato", year))
        for year in (2020, 2021)
    }
    assert 20 < reached[2020] < reached[2021] < 70
    assert {r["slut_aarsag"] for r in early} == {"maal_naaet", "overgaaet_til_bfu", "afbrudt", "andet", ""}


def test_a_no_to_the_parents_plan_mostly_stands_beside_a_decision():
    """And some parents' plans were never decided on."""
    refused = [
        r
        for r in extract("handleplaner")
        if r["type"] == "foraeldre" and r["foraeldre_svar"] == "nej" and not r["oprettet_dato"]
    ]
    assert 40 < percent(bool(r["afgoerelse_stoette_dato"]) for r in refused) < 80


def test_reviews_are_drawn_by_lot_by_criteria_or_all():
    """From June on how a case was drawn is told; before, no more than the answers."""
    replies = extract("tilsynssvar")
    assert {r["udvaelgelse"] for r in replies} == {"", "tilfaeldig", "kriterier", "alle"}
    for r in replies:
        drawn = day_of(r["gennemgaaet_dato"]) >= date(2021, 6, 1)
        told = [bool(r[k]) for k in ("udvaelgelse", "traekning_id", "genlaesning", "laeser", "plan_id")]
        assert told == [drawn] * 5
    assert {r["maalepunkt"][0] for r in replies} == set("123567SV")
    assert all(r["tema"] for r in replies)


def test_every_question_reviewed_is_a_plans():
    """The samples answer nothing that no plan asks."""
    assert {r["maalepunkt"] for r in extract("tilsynssvar")} <= kendte_maalepunkter()


def test_a_second_reader_mostly_agrees():
    """Another leader, later, with a tilsyn_id of its own."""
    first, second = {}, {}
    for r in extract("tilsynssvar"):
        kept = second if r["genlaesning"] == "true" else first
        kept[r["traekning_id"], r["sag_id"], r["maalepunkt"]] = r
    assert len({r["tilsyn_id"] for r in second.values()}) > 8
    assert second.keys() <= first.keys()
    pairs = [(first[k], r) for k, r in second.items() if r["svar"] != "ikke_relevant"]
    assert all(a["laeser"] != b["laeser"] and a["gennemgaaet_dato"] < b["gennemgaaet_dato"] for a, b in pairs)
    assert 75 < percent(a["svar"] == b["svar"] for a, b in pairs) < 97


def test_what_was_read_is_told_where_the_question_was_relevant():
    """Kind, id and, but for the case as a whole, the day; the id is one of that kind's."""
    ids = {
        "sag": "sager", "underretning": "underretninger", "undersoegelse": "undersoegelser",
        "indsats": "indsatser", "handleplan": "handleplaner",
    }  # fmt: skip
    known = {kind: {next(iter(r.values())) for r in extract(file)} for kind, file in ids.items()}
    read = Counter()
    for r in extract("tilsynssvar"):
        kind = r["genstand_type"]
        assert bool(kind) == (r["svar"] != "ikke_relevant")
        assert bool(r["genstand_id"]) == bool(kind)
        assert not r["genstand_dato"] or day_of(r["genstand_dato"]) <= day_of(r["gennemgaaet_dato"])
        if kind:
            read[kind, r["genstand_id"] in known[kind]] += 1
    # A few of the things read stood in the register only later.
    assert all(read[kind, True] > 30 * read[kind, False] for kind in ids)


def test_recurring_activities_have_a_status_each_time():
    """Months, quarters and half years; what has not come yet is not there."""
    at = {r["milepael_id"]: r for r in extract("milepaelsstatus") if "@" in r["milepael_id"]}
    forms = Counter(re.sub(r"\d+$", "", i.partition("@")[2].removeprefix("2021-")) for i in at)
    assert forms.keys() == {"", "K", "H"}
    assert {r["status"] for r in at.values()} == {"ikke_startet", "opfyldt"}
    april = {r["milepael_id"] for r in extract("milepaelsstatus", APRIL) if "@" in r["milepael_id"]}
    assert april < at.keys()
    assert max(i.partition("@")[2] for i in april) == "2021-K2"
    assert "A5.09@2021-05" not in april
