"""One screen for the person who is to look at the mails: what changed since last month."""

from __future__ import annotations

from datetime import date

from pipeline.base.database import open_database
from pipeline.base.labels import STATUS_WORDS
from pipeline.delivery.changes import NAMED_AT_MOST, changes
from pipeline.stages.previous import attach_previous
from tests.delivery.setup import PLAN, TITLES, Setup

TITLE = "5.1 Partshøring inden for 14 dage"


def lines(o: Setup, *, earlier: bool = False) -> list[str]:
    """The lines; with `earlier`, against the file that was published before."""
    new = o.root / "kandidat.duckdb"
    o.publish(new)
    with open_database([o.root]) as database:
        database.attach(new, "kandidat")
        if earlier:
            attach_previous(database, o.published)
        database.use("kandidat")
        return list(changes(database, has_earlier=earlier))


def test_verdicts_that_turned_are_listed_for_the_department_and_counted_for_teams(o):
    """From and to in words; a verdict that stands is not listed."""
    o.figures["T2", "5.1", "2021-05"] = (3, 16, "ikke_naaet")
    told = lines(o)
    assert told[:3] == [
        "Vurderinger, der er vendt siden april 2021: 1 for afdelingen.",
        f"  {TITLE}: ikke nået → nået",
        "  Teams: T1 (1).",
    ]


def test_a_first_verdict_is_not_a_turn(o):
    """A milestone that begins to hold, or data where there were none: by itself, for the department."""
    for team_id in ("ALLE", "T1"):
        o.figures[team_id, "5.1", "2021-04"] = (3, 4, "foer_foerste_milepael")
    o.figures["ALLE", "6.4", "2021-04"] = (0, 0, "ingen_data")
    told = lines(o)
    assert told[:4] == [
        "Vurderinger, der er vendt siden april 2021: ingen for afdelingen.",
        "  Teams: T2 (1).",
        "Nye vurderinger, hvor der ingen var før: 1 for afdelingen.",
        f"  {TITLE}: ingen milepæl endnu → nået",
    ]
    assert not [line for line in told if "6.4" in line], "too few to tell is no verdict to begin with"


def test_where_nothing_is_judged_nothing_is_new(o):
    """From no data to no milestone yet is neither a turn nor a verdict; a verdict that is gone is a turn."""
    o.figures["ALLE", "5.1", "2021-04"] = (0, 0, "ingen_data")
    o.figures["ALLE", "5.1", "2021-05"] = (3, 4, "foer_foerste_milepael")
    assert not [line for line in lines(o) if "→" in line]
    o.figures["ALLE", "5.1", "2021-04"] = (12, 16, "naaet")
    assert f"  {TITLE}: nået → ingen milepæl endnu" in lines(o)


def test_indicators_stand_in_the_plans_order(o, monkeypatch):
    """Turned verdicts and revised months alike: 5.10 after 6.4 where the plan has it there."""
    o.periode = "2021-04"
    o.figures["ALLE", "6.4", "2021-04"] = (0, 4, "naaet")
    for id_ in ("5.a", "5.10"):
        monkeypatch.setitem(TITLES, id_, "Opdigtet")
        o.figures["ALLE", id_, "2021-04"] = (3, 16, "ikke_naaet")
        o.figures["ALLE", id_, "2021-05"] = (12, 16, "naaet")
    o.publish()
    o.periode = "2021-05"
    for id_ in ("5.10", "5.a", "5.1", "6.4"):
        o.figures["ALLE", id_, "2021-04"] = (4, 17, "ikke_naaet" if id_ != "6.4" else "naaet")
    told = lines(o, earlier=True)
    outcome = ["5.1", "6.4", "5.a", "5.10"]
    assert [line.split()[0] for line in told if " nået" in line] == outcome
    assert [line.split()[0] for line in told if " → 4 af 17" in line] == outcome


def test_the_source_that_leads_is_told(o):
    """As in the reports: where the results say that case review leads, the register's turn is not told."""
    o.figures["ALLE", "6.4", "2021-04"] = (9, 16, "naaet")
    o.figures["ALLE", "6.4", "2021-05"] = (2, 16, "ikke_naaet")
    o.tilsyn["ALLE", "6.4", "2021-04"] = (4, 16, "ikke_naaet")
    o.tilsyn["ALLE", "6.4", "2021-05"] = (12, 16, "naaet")
    turned = [line for line in lines(o) if "→" in line]
    assert turned == [f"  {TITLE}: ikke nået → nået", "  6.4 Højst 2 fokuspunkter: ikke nået → nået"]


def test_where_another_source_leads_than_before_it_is_said(o):
    """The verdict has turned, and not because of what the first source counted."""
    o.figures["ALLE", "6.4", "2021-04"] = (9, 16, "naaet")
    o.tilsyn["ALLE", "6.4", "2021-05"] = (4, 16, "ikke_naaet")
    told = "  6.4 Højst 2 fokuspunkter: nået (register) → ikke nået (sagsgennemgang)"
    assert told in lines(o)


def test_an_id_that_two_plans_have_is_told_by_plan(o):
    """5.1 alone would be either's."""
    o.plans = (PLAN, "den_anden")
    told = lines(o)
    assert told[0] == "Vurderinger, der er vendt siden april 2021: 2 for afdelingen."
    assert told[1:3] == [f"  {TITLE} (Plan {n}): ikke nået → nået" for n in (1, 2)]


def test_a_verdict_against_a_baseline_is_told_in_its_words(o):
    """From the baseline itself to better than it is a first verdict."""
    o.figures["ALLE", "5.1", "2021-04"] = (3, 16, "baseline")
    o.figures["ALLE", "5.1", "2021-05"] = (12, 16, "bedre")
    told = lines(o)
    before, now = STATUS_WORDS["baseline"], STATUS_WORDS["bedre"]
    assert "Nye vurderinger, hvor der ingen var før: 1 for afdelingen." in told
    assert f"  {TITLE}: {before} → {now}" in told


def test_a_laws_verdict_is_told_in_its_words(o):
    """As in the reports: its demands are met; milestones are a plan's."""
    o.plans, o.slags = (PLAN, "loven"), {"loven": "lov"}
    told = lines(o)
    assert told[1:3] == [
        f"  {TITLE} (Plan 1): ikke nået → nået",
        f"  {TITLE} (Plan 2): ikke overholdt → overholdt",
    ]


def test_too_few_to_tell_is_a_verdict_of_its_own(o):
    """From reached to too few is a turn, whatever the percent says."""
    o.figures["ALLE", "5.1", "2021-05"] = (1, 3, "naaet")
    assert f"  {TITLE}: ikke nået → for få til at konkludere" in lines(o)


def test_what_the_reports_warn_of_is_said_last(o):
    """A column that is gone makes good work look undone: whoever releases the mails reads it before that."""
    assert not [line for line in lines(o) if "forbehold" in line]
    o.remarks = ["Udtrækket underretninger mangler kolonnen partshoering_dato."]
    assert lines(o)[-2:] == [
        "Rapporterne og mailene tager dette forbehold:",
        "  Udtrækket underretninger mangler kolonnen partshoering_dato.",
    ]


def test_teams_that_came_and_went_are_named(o):
    """A team without a report this time gets no mail: somebody should know before it is missed."""
    o.figures["T3", "5.1", "2021-05"] = (1, 1, "naaet")
    del o.figures["T2", "5.1", "2021-05"], o.figures["T2", "6.4", "2021-05"]
    told = lines(o)
    assert "Nye teams: T3." in told
    assert "Teams uden rapport, som havde en sidst: T2." in told


def test_earlier_months_that_moved_are_shown_old_and_new(o):
    """Late registration; the reported month itself, new in the file, is no revision."""
    o.periode = "2021-04"
    o.publish()
    o.periode = "2021-05"
    o.figures["ALLE", "5.1", "2021-04"] = (4, 17, "ikke_naaet")
    o.figures["T1", "5.1", "2021-04"] = (4, 17, "ikke_naaet")
    told = lines(o, earlier=True)
    head = "Tal for tidligere måneder, der er ændret siden sidste udgivelse: 1 for afdelingen, 1 for teams."
    assert told[told.index(head) + 1] == f"  {TITLE}, 2021-04: 3 af 16 → 4 af 17"


def test_a_revised_value_is_told_in_its_unit(o):
    """A median of days is no count of so many; a value alone may move, with as many behind it."""
    o.kinds["5.1"] = ("median", "dage")
    o.periode = "2021-04"
    o.figures["ALLE", "5.1", "2021-04"] = (40, 16, "ikke_naaet")
    o.publish()
    o.periode = "2021-05"
    o.figures["ALLE", "5.1", "2021-04"] = (48, 16, "ikke_naaet")
    assert f"  {TITLE}, 2021-04: 2,5 dage → 3 dage" in lines(o, earlier=True)


def test_an_indicator_measured_otherwise_is_not_compared(o):
    """Its figures moved because they are another thing's; that is said, and nothing else of it."""
    o.periode = "2021-04"
    o.publish()
    o.periode = "2021-05"
    o.definitions["5.1"] = "andre"
    o.figures["ALLE", "5.1", "2021-04"] = (4, 17, "ikke_naaet")
    told = lines(o, earlier=True)
    assert "Tal for tidligere måneder: ingen er ændret siden sidste udgivelse." in told
    only = "Ikke sammenlignet med sidste udgivelse, fordi de opgøres på en ny måde: 1 indikator."
    assert only in told


def test_no_revision_and_no_earlier_publication_are_two_different_things(o):
    """Nothing changed is said; nothing to compare with is said."""
    o.publish()
    assert "Tal for tidligere måneder: ingen er ændret siden sidste udgivelse." in lines(o, earlier=True)
    assert "Tidligere tal: dette er den første udgivelse." in lines(o)


def test_rows_set_aside_are_counted_beside_the_delivery_before(o):
    """The sum, and the extracts where it grew; a later delivery than the reported one is not in it."""
    o.leverancer = [
        (date(2021, 4, 30), {"sager": 2, "teams": 1}),
        (date(2021, 5, 31), {"sager": 5, "teams": 1}),
    ]
    told = lines(o)
    assert told[-2:] == [
        "Rækker i karantæne: 6 (forrige leverance: 3); se karantaene/2021-05-31/.",
        "  sager: 5 (før 2)",
    ]


def test_the_list_ends_before_the_screen_does(o):
    """The first few, and how many more."""
    day = date(2021, 5, 31)
    o.leverancer = [(day, {f"udtraek_{i}": 1 for i in range(NAMED_AT_MOST + 3)})]
    told = lines(o)
    assert told[-1] == "  … og 3 andre"
    assert len(told) == 5 + NAMED_AT_MOST + 1


def test_the_first_period_of_all_has_nothing_before_it(o):
    """A plan's first month is where its figures begin: no verdict has turned, and no team is new."""
    o.periode = "2020-10"
    o.figures = {
        ("ALLE", "5.1", "2020-10"): (1, 9, "ikke_naaet"),
        ("T1", "5.1", "2020-10"): (1, 9, "ikke_naaet"),
    }
    told = lines(o)
    assert told[0] == "Vurderinger: der er ingen tidligere periode at sammenligne med."
    assert not [line for line in told if "teams" in line]
