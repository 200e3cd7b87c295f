"""Which `$parameters` an SQL text asks for."""

from __future__ import annotations

import duckdb
import pytest

from pipeline.definitions.sql_files import filens_parametre, indikatormappe, parametre_i

TEKSTER = (
    ("select $dage", {"dage"}),
    ("select $dage, $fra_dato, $dage", {"dage", "fra_dato"}),
    ("select 1", set()),
    ("select 1 -- not $this\n where 1 = $dage", {"dage"}),
    ("select 1 /* nor $this\n nor $that */ + $dage", {"dage"}),
    ("select '$tekst', 'it''s $still text', $dage", {"dage"}),
    ('select 1 as "$navn", $dage', {"dage"}),
    ("select $$ not $this $$, $dage", {"dage"}),
    ("select $q$ not $this $q$, $dage", {"dage"}),
    ("select '-- no comment', $dage", {"dage"}),
    ("select [1, 2, 3][1:$slut]", {"slut"}),
    ("select $Dage", {"Dage"}),
)


@pytest.mark.parametrize(("sql", "ventet"), TEKSTER, ids=[sql for sql, _ in TEKSTER])
def test_parameters_are_found_outside_comments_and_quoted_text(sql: str, ventet: set[str]):
    """What stands in a comment, a text or a quoted name is no parameter, as DuckDB itself sees it."""
    assert parametre_i(sql) == ventet
    (saetning,) = duckdb.extract_statements(sql)
    assert {navn.lower() for navn in saetning.named_parameters} == {navn.lower() for navn in ventet}


def test_the_shipped_indicators_are_read_as_duckdb_reads_them():
    """The reader without DuckDB agrees with DuckDB on every indicator's file."""
    filer = sorted(indikatormappe().glob("*.sql"))
    assert len(filer) >= 30
    for fil in filer:
        saetninger = duckdb.extract_statements(fil.read_text(encoding="utf-8"))
        assert filens_parametre(fil) == {navn for s in saetninger for navn in s.named_parameters}, fil.name
