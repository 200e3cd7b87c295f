"""Every plan can be tried on a delivery of its own time: each of its indicators has something to measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.base.database import Database, open_database
from pipeline.base.errors import UsageFault
from pipeline.base.periods import read_periode
from pipeline.definitions.plans import Plan, all_plans, read_plan
from pipeline.indicators.calculate import calculate
from tests.tools.synthetic.reading import EXTRACTS, SAMPLES, Row, day_of, good, rows
from tools.synthetic import FIRST_YEAR, FITTING, write_leverancer
from tools.synthetic import SAMPLES as DATES

ENOUGH = 20
"""From so many units on, a share of nobody or of everybody would be odd."""
BARNETS_LOV = date(2024, 1, 1)


def plans_of() -> dict[tuple[int, date], list[Plan]]:
    """The plans of each fitting delivery."""
    found: dict[tuple[int, date], list[Plan]] = defaultdict(list)
    for plan_id, delivery in FITTING.items():
        found[delivery].append(read_plan(plan_id))
    return found


class Written(dict[tuple[int, date], Path]):
    """The folder of each fitting delivery: a sample, or written when it is first asked for."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, fitting: tuple[int, date]) -> Path:
        first_year, when = fitting
        self[fitting] = SAMPLES / f"{when}"
        if first_year != FIRST_YEAR:
            write_leverancer(self._root, dates=[when], first_year=first_year)
            self[fitting] = self._root / f"{when}"
        return self[fitting]


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Written:
    """Those that a test asks for: the tests may be shared between processes."""
    return Written(tmp_path_factory.mktemp("passende"))


@pytest.fixture(scope="module", params=plans_of(), ids=lambda d: f"{d[1]}")
def calculated(request, written, taken_in, tmp_path_factory) -> Iterator[tuple[Database, list[Plan]]]:
    """Each fitting delivery taken in, with its plans calculated up to its day."""
    _, when = request.param
    plans, folder = plans_of()[request.param], tmp_path_factory.mktemp("ud")
    delivery = taken_in(written[request.param], when)
    with open_database([folder, delivery.parent]) as database:
        database.attach(delivery, "lev")
        database.use("lev", "data")
        database.attach(folder / "ud.duckdb", "ud", writable=True)
        calculate(database, plans, read_periode(f"{when:%Y-%m}"), when)
        yield database, plans


def test_every_plan_has_a_fitting_delivery():
    """All plans that come along, each within the history its delivery is drawn from."""
    assert FITTING.keys() == {plan.plan_id for plan in all_plans()}
    for plan in all_plans():
        first_year, when = FITTING[plan.plan_id]
        assert date(first_year, 1, 1) <= plan.start_dato <= when <= date(first_year + 3, 12, 31)
        assert plan.foerste_periode >= f"{first_year}-01"


def test_every_indicator_has_units(calculated):
    """Of its main source, judged or counted, in the months of the plan."""
    database, plans = calculated
    measured = {
        (r["plan_id"], r["indikator_id"])
        for r in database.fetch(
            "select plan_id, indikator_id from ud.indikator_raekke"
            " where udfald in ('opfyldt', 'ikke_opfyldt', 'opgjort')"
        )
    }
    promised = {(plan.plan_id, i.id) for plan in plans for i in plan.indikatorer}
    assert promised - measured == set()


def test_no_share_is_absurd(calculated):
    """Over the last year or month: never next to nothing, hardly ever everything."""
    database, _ = calculated
    shares = database.fetch(
        "select r.indikator_id, max_by(r.vaerdi, r.periode) as vaerdi,"
        " max_by(r.naevner, r.periode) as naevner"
        " from ud.indikator_resultat as r join ud.indikator as i using (plan_id, indikator_id)"
        " where r.team_id = 'ALLE' and r.periodetype = 'rullende12' and i.vaerditype = 'andel' group by all"
    )
    shares = [r for r in shares if r["naevner"] is not None and r["naevner"] >= ENOUGH]
    assert len(shares) > 5
    odd = {r["indikator_id"]: r["vaerdi"] for r in shares if not 5 <= float(r["vaerdi"]) <= 99.5}
    assert odd == {}


def test_a_baseline_can_be_computed_from_a_whole_year(calculated):
    """Where a plan holds its measures against one, it is there for all but what is only counted."""
    database, plans = calculated
    rows_ = database.fetch(
        "select indikator_id from ud.indikator_resultat"
        " where team_id = 'ALLE' and baseline_vaerdi is not null"
    )
    known = {r["indikator_id"] for r in rows_}
    for plan in plans:
        for indicator in (i for i in plan.indikatorer if i.maaltype == "baseline"):
            assert indicator.id in known


def folder_of(written: dict[tuple[int, date], Path], plan_id: str) -> Path:
    return written[FITTING[plan_id]]


def test_the_same_first_year_gives_the_same_bytes(written, tmp_path):
    """And nothing of another day's delivery written beside it."""
    plan_id = "herning_2015"
    first_year, when = FITTING[plan_id]
    assert first_year != FIRST_YEAR
    write_leverancer(tmp_path, dates=[date(first_year + 1, 3, 31), when], first_year=first_year)
    for extract in EXTRACTS:
        file = folder_of(written, plan_id) / f"{extract}.csv"
        assert (tmp_path / f"{when}" / file.name).read_bytes() == file.read_bytes(), extract


@pytest.mark.parametrize("first_year", [2014, 2025])
def test_a_history_out_of_bounds_is_refused(first_year, tmp_path):
    """The curves and the calendar hold the years 2015 to 2027."""
    with pytest.raises(UsageFault, match=f"{first_year}"):
        write_leverancer(tmp_path, dates=[date(first_year, 6, 30)], first_year=first_year)


@pytest.mark.parametrize("plan_id", FITTING)
def test_reviews_put_the_questions_of_the_plans_in_force(plan_id, written):
    """Each plan's in its own years; only where the plan is told can it be another's than the leading one."""
    for r in good(folder_of(written, plan_id) / "tilsynssvar.csv"):
        if r["plan_id"]:
            plan, day = read_plan(r["plan_id"]), day_of(r["gennemgaaet_dato"])
            assert r["maalepunkt"] in {i.id for i in plan.indikatorer}
            # A case drawn in December may be read again in January.
            assert plan.start_dato.year <= day.year <= plan.slut_dato.year + (day.month == 1)


def decided(r: Row) -> date | None:
    field = r["afgoerelse_dato"] or r["henvist_dato"]
    return day_of(field) if field else None


def test_todays_law_brings_its_own_paragraphs(written):
    """Measures decided and talks held from 2024 on; placements with and without consent."""
    folder = folder_of(written, "barnets_lov_2024")
    measures = [(decided(r), r["paragraf"]) for r in good(folder / "indsatser.csv")]
    assert {p for day, p in measures if day and day >= BARNETS_LOV} == {"30", "32", "46", "47"}
    assert {p for day, p in measures if day and day < BARNETS_LOV} == {"11_3", "52", "52a", "66"}
    talks = good(folder / "boernesamtaler.csv")
    assert {r["paragraf"] for r in talks if day_of(r["dato"]) >= BARNETS_LOV} == {"5", "137", "andet"}
    assert {r["paragraf"] for r in talks if day_of(r["dato"]) < BARNETS_LOV} == {"48", "50", "155a", "andet"}


def test_the_young_get_a_plan_of_their_own_under_todays_law(written):
    """Most plans for the placed and supported of sixteen or more."""
    folder = folder_of(written, "barnets_lov_2024")
    born = {r["sag_id"]: r["foedselsdato"] for r in good(folder / "sager.csv")}
    young = [
        r["type"]
        for r in good(folder / "handleplaner.csv")
        if r["type"] != "foraeldre"
        and r["oprettet_dato"]
        and day_of(r["oprettet_dato"]) >= BARNETS_LOV
        and born[r["sag_id"]]
        and (day_of(r["oprettet_dato"]) - day_of(born[r["sag_id"]])).days > 16.5 * 365.25
    ]
    assert len(young) > 10
    assert young.count("ungeplan") > 0.7 * len(young)


def test_networks_gather_again_mostly_after_six_weeks(written):
    """Eight weeks where it goes well, later where it does not; hardly ever sooner."""
    meetings = defaultdict(set)
    for r in good(folder_of(written, "herning_2015") / "aktiviteter.csv"):
        if r["undertype"] == "netvaerksmoede":
            meetings[r["sag_id"]].add(day_of(r["dato"]))
    apart = [(b - a).days for days in meetings.values() for a, b in pairwise(sorted(days))]
    assert len(apart) > 200
    assert sum(n < 42 for n in apart) < 0.2 * len(apart)
    assert sum(42 <= n <= 56 for n in apart) > 0.25 * len(apart)


def test_some_small_childrens_cases_are_left_out_of_the_project(written):
    """A few in a hundred of those told; for the larger nothing is told."""
    told = [r for r in good(folder_of(written, "roskilde_2019") / "sager.csv") if r["projekt_undtaget"]]
    left_out = sum(r["projekt_undtaget"] == "true" for r in told)
    assert 0.01 < left_out / len(told) < 0.08
    assert all(
        not r["foedselsdato"] or (day_of(r["oprettet_dato"]) - day_of(r["foedselsdato"])).days < 7 * 365
        for r in told
    )


def test_pregnancies_are_told_of_more_in_the_earlier_years(written):
    """About seven in a hundred new cases before 2020, two or three after."""
    share = {}
    for plan_id, year in (("roskilde_2019", "2019"), ("slagelse_2021_2023", "2021")):
        new = [r for r in good(folder_of(written, plan_id) / "sager.csv") if r["oprettet_dato"][:4] == year]
        share[year] = sum(r["sagstype"] == "ufoedt" for r in new) / len(new)
    assert 0.01 < share["2021"] < 0.04 < share["2019"] < 0.11


def test_caseworkers_have_sparring_about_every_fortnight():
    """In December half of them or more in any fortnight, with leader as with colleagues."""
    last = DATES[-1]
    recent = [
        r
        for r in rows(SAMPLES / f"{last}" / "aktiviteter.csv")
        if r["type"] == "sparring" and not r["sag_id"] and 0 <= (last - day_of(r["dato"])).days < 42
    ]
    for undertyper in ({"ledersparring"}, {"kollegial_sparring", "supervision"}):
        of_kind = [r for r in recent if r["undertype"] in undertyper]
        assert len(of_kind) > 34 * 3 / 2
        assert len({r["raadgiver_id"] for r in of_kind}) > 25
