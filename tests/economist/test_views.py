# ruff: noqa: E501 - a drawn table is not broken over several lines
"""The views say what their comments promise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.base.database import Database
from pipeline.definitions.plan_models import Milepael
from pipeline.economist.examples import answer_to
from pipeline.economist.published import Object, objects, open_publication
from pipeline.publication.columns import dictionary
from tests.economist.example_replies import TEAMS
from tests.economist.publication_made import (
    PLANS,
    SLAGELSE,
    drawn_delivery,
    outcome,
    plan_with,
    publish,
    sign,
)

LETTERS = re.compile(r"[æøåÆØÅa-zA-Z]")


@contextmanager
def drawn(folder: Path, **option) -> Iterator[Database]:
    """The published file of drawn tables."""
    extracts = option.pop("extracts")
    with open_publication(
        publish(drawn_delivery(extracts), folder / "ledelsestilsyn.duckdb", **option)
    ) as database:
        yield database


def reply(database: Database, sql: str) -> list[dict[str, str]]:
    """An answer as it is drawn."""
    return sign(answer_to(database, sql))


def tables_and_views(database: Database) -> list[Object]:
    return [o for o in objects(database) if o.kind != "makro"]


def test_everything_published_has_a_danish_comment(published: Path):
    """No table, view, macro or column leaves its reader to guess."""
    with open_publication(published) as database:
        all_ = objects(database)
        # `objekter` reads the view ordbog; the catalogue itself is asked whether it holds all of them.
        count = database.value("select count(*) from duckdb_columns() where not internal")
    for object_ in all_:
        assert LETTERS.search(object_.meaning), object_.name
        for column in object_.columns:
            assert LETTERS.search(column.meaning), f"{object_.name}.{column.name}"
    assert sum(len(object_.columns) for object_ in all_) == count


def test_a_macro_says_how_it_is_called(published: Path):
    """The comment of a macro begins with its call."""
    with open_publication(published) as database:
        macros = [o for o in objects(database) if o.kind == "makro"]
    assert {"status", "udvikling", "frister", "sager_paa", "kvartal", "alder"} <= {m.name for m in macros}
    for macro in macros:
        assert macro.meaning.startswith(f"{macro.name}("), macro.name


def test_the_views_asked_for_are_there(published: Path):
    """The names an economist was promised; the extract ventetider keeps its own."""
    with open_publication(published) as database:
        views = {o.name for o in objects(database) if o.kind == "visning"}
    assert {
        "om", "ordbog", "status_nu", "udvikling_maaned", "forsinkede_sager", "kommende_frister",
        "ventetid_tilbud", "ventetid_henvisning", "indsatstrappe", "sagstal", "udgifter_maaned",
    } <= views  # fmt: skip
    assert "ventetider" not in views


def test_the_stated_key_is_a_key(several: Path):
    """No two rows share the key's columns, whatever plans stand beside each other; only stated exceptions have none."""
    without_key = set()
    with open_publication(several) as database:
        for name, object_ in {**dictionary().tabeller, **dictionary().visninger}.items():
            if not object_.noegle:
                without_key.add(name)
                continue
            doubles = database.fetch(
                f"select count(*) as n from {name} group by {', '.join(object_.noegle)} having count(*) > 1"  # noqa: S608
            )
            assert not doubles, name
    assert without_key == {"om", "opgoerelse", "karantaene"}  # one row; one row; faults have no key


def test_a_view_is_sorted_as_it_says(several: Path):
    """By its columns, and where it says so in the order of the run and of the plans, the main source first."""
    tried = set()
    with open_publication(several) as database:
        places = {r["plan_id"]: r["orden"] for r in database.fetch("from plan")}
        indicators = {(r["plan_id"], r["indikator_id"]): r for r in database.fetch("from indikator")}

        def key(sorted_: Sequence[str], row: Mapping[str, Any]) -> tuple[object, ...]:
            own = indicators.get((row.get("plan_id"), row.get("indikator_id")))
            saerlige = {"plan": places.get(row.get("plan_id")), "indikator": own and own["orden"]}
            if own and "kilde" in row:
                saerlige["kilde"] = (row["kilde"] != own["kilde"], row["kilde"])
            return tuple(saerlige[name] if name in saerlige else row[name] for name in sorted_)

        for name, view in dictionary().visninger.items():
            assert view.sorteret or view.en_raekke, name
            keys = [key(view.sorteret, r) for r in database.fetch(f"from {name}")]
            assert keys == sorted(keys), name
            tried |= {name} if len(keys) > 1 else set()
    assert tried >= dictionary().visninger.keys() - {"om"}  # one row


def test_the_first_plan_of_the_run_comes_first(several: Path):
    """In every view that shows plans, and within a plan 6.10 comes after 6.9, not after 6.1."""
    ordered = [(p.plan_id, i.id) for p in PLANS for i in p.indikatorer]
    with open_publication(several) as database:
        for view in ("status_nu", "udvikling_maaned", "milepaele_status", "gruppe_nu"):
            found = [(r["plan_id"], r["indikator_id"]) for r in database.fetch(f"from {view}")]
            places = [ordered.index(f) for f in found]
            assert places == sorted(places), view
            assert {plan for plan, _ in found} == {p.plan_id for p in PLANS}, view


def test_no_confidential_column_is_published(published: Path):
    """Names, addresses and free words about people stay in the workspace, in views too."""
    with open_publication(published) as database:
        columns = {k.name for o in objects(database) for k in o.columns}
    assert columns & {"leder_navn", "leder_email", "tekst"} <= {"tekst"}  # tekst: the remarks'
    assert "bemaerkning" in columns  # milepaelsstatus', which is not confidential


def test_every_view_answers_when_nothing_has_been_delivered(tmp_path: Path):
    """Empty extracts give empty views or a grid of noughts, never a fault."""
    with drawn(tmp_path, extracts={}) as database:
        for object_ in tables_and_views(database):
            reply(database, f"from {object_.name}")
        assert reply(database, "select count(*) as n from anbringelser_kvartal") == [{"n": "0"}]


def test_om_tells_version_delivery_and_when(tmp_path: Path):
    """One row: what was computed, of which delivery, by which version."""
    with drawn(tmp_path, extracts={}, udtraeksdato=date(2021, 12, 20)) as database:
        assert reply(
            database,
            "select periode, opgjort_pr, foreloebig, udtraeksdato, leverance_id, indlaest_tidspunkt, "
            "program_version, antal_forbehold from om",
        ) == outcome(
            f"""
            periode | opgjort_pr | foreloebig | udtraeksdato | leverance_id | indlaest_tidspunkt  | program_version | antal_forbehold
            2021-12 | 2021-12-20 | ja         | 2021-12-20   | L1           | 2022-01-03 08:15:00 | {__version__:15} | 0
            """
        )


FRISTER = {
    "teams": TEAMS,
    "underretninger": """
        underretning_id | team_id | underretter_type | barn_id | sag_id | modtaget_tidspunkt | partshoering_dato
        U1              | T1      | privat           | B1      |        | 2021-10-01 10:00   | 2021-10-02
        U2              | T1      | privat           | B2      |        | 2021-10-01 10:00   |
        U3              | T1      | privat           | B3      |        | 2021-12-01 10:00   | 2021-12-02
        U4              | T1      | privat           | B4      |        | 2021-12-25 10:00   |
    """,
}


def test_status_nu_sets_the_period_beside_the_one_before_and_the_year(tmp_path: Path):
    """October 1 of 2, November none, December 1 of 1; the year 2 of 3. Nobody met in November: no change."""
    sql = (
        "select taeller, naevner, afventer, vaerdi, forrige_vaerdi, aendring_pp, "
        "round(vaerdi_12_maaneder, 2) as aaret, status from status_nu "
        "where indikator_id = '5.1' and team_id = 'T1'"
    )
    with drawn(tmp_path, extracts=FRISTER) as database:
        assert reply(database, sql) == outcome(
            """
            taeller | naevner | afventer | vaerdi | forrige_vaerdi | aendring_pp | aaret | status
            1       | 1       | 1        | 100    |                |             | 66.67 | naaet
            """
        )


def test_status_nu_of_a_quarter_looks_at_the_quarter_before(tmp_path: Path):
    """For a reported quarter the period before is a quarter, and the year ends with its last month."""
    sql = (
        "select periode, naevner, forrige_vaerdi, round(vaerdi_12_maaneder, 2) as aaret, team_navn "
        "from status_nu where indikator_id = '5.1' and team_id in ('ALLE', 'T1')"
    )
    with drawn(tmp_path, extracts=FRISTER, periode="2021-K4") as database:
        assert reply(database, sql) == outcome(
            """
            periode | naevner | forrige_vaerdi | aaret | team_navn
            2021-K4 | 3       |                | 66.67 | Hele afdelingen
            2021-K4 | 3       |                | 66.67 | Nord
            """
        )


def test_status_macro_gives_a_team_in_a_period(tmp_path: Path):
    """status(team, periode), by place and by name; the twelve months never mix in."""
    with drawn(tmp_path, extracts=FRISTER) as database:
        after_place = reply(database, "select * from status('T1', '2021-10') where naevner > 0")
        after_name = reply(
            database, "select * from status(team := 'T1', periode := '2021-10') where naevner > 0"
        )
        assert after_place == after_name
        assert [r["indikator_id"] for r in after_place] == ["5.1", "5.2", "5.4", "5.5", "5.6"]
        development = reply(
            database, "select maaned, taeller, naevner from udvikling('5.1', team := 'T1') where naevner > 0"
        )
    assert development == outcome("maaned | taeller | naevner\n2021-10 | 1 | 2\n2021-12 | 1 | 1")


def test_late_and_coming_deadlines_are_told_apart(tmp_path: Path):
    """Both views together are the list of deadlines; frister(team) is a team's part of it."""
    with drawn(tmp_path, extracts=FRISTER) as database:
        late = reply(database, "select enhed_id, dage_over from forsinkede_sager where indikator_id = '5.1'")
        coming = reply(
            database, "select enhed_id, dage_tilbage from kommende_frister where indikator_id = '5.1'"
        )
        both = database.value("select count(*) from frister('T1')")
        all_ = database.value("select count(*) from fristliste where team_id = 'T1'")
    assert late == outcome("enhed_id | dage_over\nU2 | 77")
    assert coming == outcome("enhed_id | dage_tilbage\nU4 | 8")
    assert both == all_ > 2


def test_a_milestone_is_judged_by_what_was_adopted_on_its_day(tmp_path: Path):
    """A past milestone as adopted on its day, a coming one as adopted by now; later adoptions wait."""
    new = (
        Milepael(dato=date(2021, 12, 31), procent=60, vedtaget=date(2021, 12, 31)),
        Milepael(dato=date(2021, 8, 31), procent=10, vedtaget=date(2021, 9, 1)),
        Milepael(dato=date(2022, 12, 31), procent=90, vedtaget=date(2021, 12, 1)),
        Milepael(dato=date(2022, 12, 31), procent=95, vedtaget=date(2022, 1, 1)),
    )
    revised = plan_with(SLAGELSE, {"5.1": {"milepaele": (*SLAGELSE.indicator("5.1").milepaele, *new)}})
    with drawn(tmp_path, extracts=FRISTER, plans=[revised]) as database:
        assert reply(
            database,
            "select dato, procent, naevner, vaerdi, afstand_pp, status from milepaele_status "
            "where indikator_id = '5.1'",
        ) == outcome(
            """
            dato       | procent | naevner | vaerdi | afstand_pp | status
            2021-04-30 | 25      | 0       |        |            | ingen_data
            2021-08-31 | 50      | 0       |        |            | ingen_data
            2021-12-31 | 60      | 1       | 100    | 40         | naaet
            2022-12-31 | 90      |         |        |            | kommende
            """
        )


def test_waiting_times_count_what_had_happened_by_the_day(tmp_path: Path):
    """A referral is begun, fallen away or waiting on the day made up on; the median is of those begun."""
    extracts = {
        "ventetider": """
            henvisning_id | tilbud     | henvist_dato | igangsat_dato | bortfaldet_dato
            H1            | ungegruppe | 2021-10-01   | 2021-10-11    |
            H2            | ungegruppe | 2021-10-01   | 2021-10-21    |
            H3            | ungegruppe | 2021-11-01   |               | 2021-11-04
            H4            | ungegruppe | 2021-12-30   | 2022-01-02    |
            H5            | ungegruppe | 2021-12-30   |               | 2022-01-02
            H6            | ungegruppe | 2022-01-01   |               |
        """
    }
    with drawn(tmp_path, extracts=extracts, udtraeksdato=date(2022, 3, 1)) as database:
        assert reply(database, "from ventetid_tilbud") == outcome(
            """
            tilbud     | kvartal | henvist | igangsat | bortfaldet | venter | median_dage | dage_90_procent
            ungegruppe | 2021-K4 | 5       | 2        | 1          | 2      | 15          | 19
            """
        )
        assert reply(
            database, "select henvisning_id, igangsat_dato, tilstand, dage from ventetid_henvisning"
        ) == outcome(
            """
            henvisning_id | igangsat_dato | tilstand   | dage
            H1            | 2021-10-11    | igangsat   | 10
            H2            | 2021-10-21    | igangsat   | 20
            H3            |               | bortfaldet | 3
            H4            |               | venter     | 1
            H5            |               | venter     | 1
            """
        )


def test_a_case_stands_on_the_highest_of_its_steps(tmp_path: Path):
    """A case counts once a month; a measure ended that day, fallen away or in a closed case is not in force."""
    extracts = {
        "sager": "sag_id | lukket_dato\nS1 |\nS2 | 2021-12-31\nS3 |",
        "indsatser": """
            indsats_id | sag_id | kategori        | indsatstrin | start_dato | slut_dato  | bortfaldet_dato
            I1         | S1     | forebyggende_52 | 2           | 2021-11-01 |            |
            I2         | S1     | forebyggende_52 | 2           | 2021-12-01 |            |
            I3         | S1     | anbringelse     | 4           | 2021-12-31 |            |
            I4         | S2     | forebyggende_52 | 1           | 2021-11-01 |            |
            I5         | S3     | forebyggende_52 | 3           | 2021-11-01 | 2021-12-31 |
            I6         | S3     | forebyggende_52 | 5           |            |            | 2021-11-05
            I7         | S3     | forebyggende_52 |             | 2021-11-01 |            |
        """,
    }
    with drawn(tmp_path, extracts=extracts) as database:
        assert reply(database, "from indsatstrappe where maaned in ('2021-11', '2021-12')") == outcome(
            """
            maaned  | trin | sager | indsatser
            2021-11 | 1    | 1     | 1
            2021-11 | 2    | 1     | 1
            2021-11 | 3    | 1     | 1
            2021-11 | 4    | 0     | 0
            2021-11 | 5    | 0     | 0
            2021-12 | 1    | 0     | 0
            2021-12 | 2    | 0     | 2
            2021-12 | 3    | 0     | 0
            2021-12 | 4    | 1     | 1
            2021-12 | 5    | 0     | 0
            """
        )


def test_caseload_follows_whoever_held_the_case(tmp_path: Path):
    """Open cases stand with the team at the month's end, new ones with who got them, closed ones with who had them."""
    extracts = {
        "teams": """
            team_id | navn | aktiv_fra  | aktiv_til
            T1      | Nord |            |
            T2      | Syd  | 2021-12-01 |
            T3      | Vest |            | 2021-10-31
        """,
        "raadgivere": "raadgiver_id | team_id\nR1 | T1\nR2 | T2",
        "sager": """
            sag_id | oprettet_dato | lukket_dato
            S1     | 2021-11-05    |
            S2     | 2021-11-05    | 2021-12-20
            S3     | 2021-11-05    |
            S4     | 2022-01-05    |
        """,
        "sagsfordeling": """
            sag_id | fra_dato   | team_id | raadgiver_id
            S1     | 2021-11-05 | T1      | R1
            S1     | 2021-12-10 | T2      | R2
            S2     | 2021-11-05 | T1      | R1
            S3     | 2021-12-24 | T2      |
        """,
    }
    with drawn(tmp_path, extracts=extracts) as database:
        assert reply(database, "from sagstal where maaned >= '2021-11'") == outcome(
            """
            maaned  | team_id | team_navn       | aabne_sager | nye_sager | lukkede_sager | raadgivere | sager_pr_raadgiver
            2021-11 | ALLE    | Hele afdelingen | 3           | 3         | 0             | 1          | 2
            2021-11 | T1      | Nord            | 2           | 2         | 0             | 1          | 2
            2021-11 | T2      | Syd             | 1           | 1         | 0             | 0          |
            2021-12 | ALLE    | Hele afdelingen | 2           | 0         | 1             | 1          | 1
            2021-12 | T1      | Nord            | 0           | 0         | 1             | 0          |
            2021-12 | T2      | Syd             | 2           | 0         | 0             | 1          | 1
            """
        )
        assert reply(database, "from sager_paa(date '2021-12-09')") == outcome(
            """
            sag_id | oprettet_dato | alder | team_id | raadgiver_id
            S1     | 2021-11-05    | 11    | T1      | R1
            S2     | 2021-11-05    | 11    | T1      | R1
            S3     | 2021-11-05    | 11    | T2      |
            """
        )


def test_an_open_case_shows_what_goes_on_in_it(tmp_path: Path):
    """Only what has begun and not ended by the day counts; a child not born yet has no age."""
    extracts = {
        "sager": """
            sag_id | sagstype | foedselsdato | oprettet_dato | lukket_dato
            S1     | barn     | 2012-02-29   | 2021-12-01    | 2022-02-01
            S2     | ufoedt   | 2022-03-01   | 2021-12-01    |
            S3     | barn     | 2012-02-29   | 2022-01-01    |
        """,
        "indsatser": """
            indsats_id | sag_id | kategori        | indsatstrin | start_dato | slut_dato
            I1         | S1     | anbringelse     | 4           | 2021-12-01 |
            I2         | S1     | forebyggende_52 | 5           | 2021-12-01 | 2021-12-31
            I3         | S1     | forebyggende_52 | 5           | 2022-01-01 |
        """,
        "undersoegelser": """
            bfu_id | sag_id | startet_dato | afsluttet_dato
            B1     | S1     | 2021-12-01   | 2022-01-05
            B2     | S1     | 2021-12-01   | 2021-12-05
        """,
        "opfoelgninger": "opfoelgning_id | sag_id | dato | form\nO1 | S1 | 2021-12-05 | moede",
    }
    with drawn(tmp_path, extracts=extracts, udtraeksdato=date(2022, 3, 1)) as database:
        assert reply(
            database,
            "select sag_id, team_id, alder, dage_aaben, aabne_undersoegelser, aktive_indsatser, hoejeste_trin, "
            "anbragt from sager_nu",
        ) == outcome(
            """
            sag_id | team_id | alder | dage_aaben | aabne_undersoegelser | aktive_indsatser | hoejeste_trin | anbragt
            S1     | UKENDT  | 9     | 30         | 1                    | 1                | 4             | ja
            S2     | UKENDT  |       | 30         | 0                    | 0                |               | nej
            """
        )


def test_age_follows_the_birthday(published: Path):
    """Born on 29 February: a year older on the 28th where there is no 29th; nobody has an age before birth."""
    with open_publication(published) as database:
        assert reply(
            database,
            "select alder(date '2012-02-29', date '2021-02-27') as foer, "
            "alder(date '2012-02-29', date '2021-02-28') as paa, "
            "alder(date '2012-02-29', date '2020-02-28') as skudaar, "
            "alder(date '2021-02-02', date '2021-02-01') as ufoedt, alder(null, date '2021-01-01') as ukendt",
        ) == outcome("foer | paa | skudaar | ufoedt | ukendt\n8 | 9 | 7 | |")


def test_placements_are_counted_in_nights_of_children(tmp_path: Path):
    """Two placements at once are one child, in two cases too; a leap year has 366 days; the price waits."""
    extracts = {
        "sager": "sag_id | barn_id | lukket_dato\nS1 | B1 |\nS1B | B1 |\nS2 | B2 | 2020-02-11\nS3 | B3 |",
        "indsatser": """
            indsats_id | sag_id | kategori    | anbringelsessted | start_dato | slut_dato
            I1         | S1     | anbringelse | plejefamilie     | 2020-01-01 | 2020-01-11
            I2         | S1B    | anbringelse | plejefamilie     | 2020-01-06 | 2020-01-16
            I3         | S2     | anbringelse | plejefamilie     | 2020-02-01 |
            I4         | S3     | anbringelse |                  | 2020-03-31 | 2020-04-02
        """,
        "udgifter": """
            postering_id | sag_id | indsats_id | maaned  | beloeb | budget
            K1           | S1     | I1         | 2020-01 | 100    | 90
            K2           | S1     | I2         | 2020-02 | 100    |
            K3           | S2     | I3         | 2020-03 | 166    | 60
            K4           | S2     | I3         | 2020-07 | 5      |
        """,
    }
    with drawn(tmp_path, extracts=extracts) as database:
        assert reply(
            database,
            "select kvartal, anbringelsessted, boern, doegn, round(helaarsanbragte * 366, 6) as dage, udgift, budget, "
            "bogfoerte_maaneder, round(udgift_pr_helaarsanbragt, 2) as pris from anbringelser_kvartal",
        ) == outcome(
            """
            kvartal | anbringelsessted | boern | doegn | dage | udgift | budget | bogfoerte_maaneder | pris
            2020-K1 | plejefamilie     | 2     | 25    | 25   | 366.00 | 150.00 | 3                  | 5358.24
            2020-K1 | ukendt           | 1     | 1     | 1    |        |        | 3                  |
            2020-K2 | ukendt           | 1     | 1     | 1    |        |        | 0                  |
            2020-K3 | plejefamilie     | 0     | 0     | 0    | 5.00   |        | 1                  |
            """
        )


def test_underretninger_stand_with_the_team_that_received_them(tmp_path: Path):
    """A child with two counts once; an unknown team is UKENDT; what comes after the day is not in it."""
    extracts = {
        "teams": TEAMS,
        "sager": "sag_id | barn_id\nS1 | B1",
        "underretninger": """
            underretning_id | team_id | sag_id | barn_id | underretter_type | modtaget_tidspunkt | genvurdering | faglig_vurdering_udfald
            U1              | T1      | S1     |         | fagperson        | 2021-12-01 00:00   | ja           | paragraf_50
            U2              | T1      |        | B1      | privat           | 2021-12-31 23:59   |              | luk
            U3              |         |        | B2      | anonym           | 2021-12-31 23:59   |              |
            U4              | T1      |        | B3      | myndighed        | 2022-01-01 00:00   |              |
        """,
    }
    with drawn(tmp_path, extracts=extracts, udtraeksdato=date(2022, 3, 1)) as database:
        assert reply(database, "from underretninger_maaned") == outcome(
            """
            maaned  | team_id | team_navn | antal | boern | fra_fagperson | fra_privat | fra_anonym | fra_myndighed | genvurderinger | til_undersoegelse | lukket
            2021-12 | T1      | Nord      | 2     | 1     | 1             | 1          | 0          | 0             | 1              | 1                 | 1
            2021-12 | UKENDT  | UKENDT    | 1     | 1     | 0             | 0          | 1          | 0             | 0              | 0                 | 0
            """
        )


def test_data_quality_is_shares_of_the_rows_read(published: Path):
    """A file without rows has no share."""
    with open_publication(published) as database:
        assert reply(
            database, "select extract, laest, karantaene_procent, advarsler_procent from datakvalitet"
        ) == outcome(
            """
            extract | laest | karantaene_procent | advarsler_procent
            sager   | 100   | 4                  | 20
            teams   | 0     |                    |
            """
        )
