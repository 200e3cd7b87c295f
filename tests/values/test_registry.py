"""The kinds are the files there are; all plans at once; the same figures however the work is shared out."""

from __future__ import annotations

import importlib.util

import pytest

from pipeline.base.errors import InternalError
from pipeline.indicators.results import kinds, write_results
from tests.values.world import World, table

TABLES = ("indikator_resultat", "indikator_fordeling", "indikator_gruppe")


@pytest.mark.parametrize("folder", ["values", "targets"])
def test_every_kind_has_a_test_of_its_name(folder):
    """A new file of sql/values or sql/targets is told to bring one."""
    assert kinds(folder)
    for kind in kinds(folder):
        assert importlib.util.find_spec(f"tests.{folder}.test_{kind}"), kind


@pytest.mark.parametrize("unknown", [{"vaerditype": "kvartil"}, {"maaltype": "oenske"}])
def test_a_kind_without_a_file_is_a_fault_of_ours(unknown):
    """The plans' models allow what the folders hold."""
    with pytest.raises(InternalError, match=r"uden fil: sql/(values/kvartil|targets/oenske)\.sql"):
        World(**unknown).results()


def test_plans_are_told_apart_and_do_not_disturb_each_other():
    """Two plans may have the same indicator id."""
    one, two = World(rows="periode\n2021-12"), World(rows="periode\n2021-12", plan_ids=("p", "q"))
    both = two.results()
    assert [row for row in both if row["plan_id"] == "p"] == one.results()
    assert [row | {"plan_id": "p"} for row in both if row["plan_id"] == "q"] == one.results()


def test_nothing_made_on_the_way_is_left():
    """The run goes on in the same database."""
    with World(rows="periode\n2021-12").calculated() as database:
        left = {
            row["table_name"]
            for row in database.fetch("select table_name from duckdb_tables() where temporary")
        }
    assert left == {"raekke", "eksponering", "periodemaaned", "uopgjort_indikator"}


MANY = """
    insert into raekke by name
    select
        'p' as plan_id, '1' as indikator_id, 'dubu' as kilde,
        '2021-' || lpad((1 + hash(nr) % 12)::varchar, 2, '0') as periode,
        'T' || (hash(nr, 1) % 7) as team_id, 'opgjort' as udfald,
        (hash(nr, 2) % 100000) / 7.0 * pow(10, hash(nr, 3) % 9) as vaerdi,
        'k' || (hash(nr, 4) % 3) as kategori, 'g' || (hash(nr, 5) % 2) as gruppe, false as ved_slut
    from range(130000) r(nr)
"""


@pytest.mark.parametrize("kind", sorted(kinds("values")))
def test_the_figures_hang_on_neither_threads_nor_the_order_of_rows(kind):
    """To the last bit, with values whose sum in another order would be another number."""
    found = []
    for threads, order in ((1, " order by hash(nr, 9)"), (2, " order by nr desc")):
        world = World(kind, threads=threads, eksponering="periode | team | antal\n2021-12 | T1 | 7")
        with world.opened() as database:
            world.fill(database)
            database.run(MANY + order)
            write_results(database)
            found.append([table(database, name) for name in TABLES])
    assert found[0] == found[1]
    assert len(found[0][0]) > 100
