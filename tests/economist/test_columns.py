"""Every published table, view, macro and column has its meaning in columns.yaml, and nothing else has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.errors import DefinitionsError
from pipeline.base.strict import read_model
from pipeline.definitions.extracts import read_extracts
from pipeline.economist.published import Object, objects, open_publication
from pipeline.publication.columns import FILE, Dictionary, dictionary, extract_comment
from pipeline.publication.contents import macro_files, view_files


@pytest.fixture(scope="module")
def everything(published: Path) -> dict[str, Object]:
    """What the published file holds, by name."""
    with open_publication(published) as database:
        return {found.name: found for found in objects(database)}


def meanings(found: Object) -> dict[str, str]:
    """Column -> comment, in the file's own order."""
    return {column.name: column.meaning for column in found.columns}


def test_the_dictionary_names_what_is_published_and_nothing_else(everything: dict[str, Object]):
    """In either direction, and each as what it is: table, view or macro."""
    stated = {
        **dict.fromkeys([*dictionary().tabeller, *read_extracts()], "tabel"),
        **dict.fromkeys(dictionary().visninger, "visning"),
        **dict.fromkeys(dictionary().makroer, "makro"),
    }
    assert {name: found.kind for name, found in everything.items()} == stated


def test_every_column_is_named_in_its_order(everything: dict[str, Object]):
    """A column without a meaning and a meaning without a column are faults alike."""
    for entries in (dictionary().tabeller, dictionary().visninger):
        for name, entry in entries.items():
            assert list(meanings(everything[name])) == list(entry.kolonner), name


def test_the_file_says_what_the_dictionary_says(everything: dict[str, Object]):
    """The comments are the dictionary's, of things and of their columns."""
    for name, entry in dictionary().entries():
        assert everything[name].meaning == entry.comment
        if everything[name].kind != "makro":
            assert meanings(everything[name]) == dictionary().meanings(entry.kolonner)


def test_an_extract_means_what_is_expected_of_it(everything: dict[str, Object]):
    """Its columns' meanings are those of `expectations`, but for the ones that are kept back."""
    kept_back = 0
    for name, extract in read_extracts().items():
        assert everything[name].meaning == extract_comment(extract)
        there = meanings(everything[name])
        assert there == {column: m for column, m in extract.meanings.items() if column in there}
        kept_back += len(extract.meanings) - len(there)
        assert not extract.confidential & there.keys()
    assert "team_id" not in meanings(everything["spoergeskemasvar"])
    assert kept_back >= 7


def test_a_macro_gives_the_columns_it_states(published: Path):
    """A macro's columns are in no catalogue; asked for its example, it has them."""
    with open_publication(published) as database:
        for name, macro in dictionary().makroer.items():
            assert macro.kald.startswith(f"{name}(")
            if macro.eksempel:
                assert macro.eksempel.startswith(f"{name}(")
                columns = database.fetch(f"describe from {macro.eksempel}")
                assert [column["column_name"] for column in columns] == list(macro.kolonner), name


def test_every_file_makes_what_it_is_named_for():
    """One view or macro per file, so that it can be found by its name."""
    assert set(view_files()) == set(dictionary().visninger)
    assert set(macro_files()) == set(dictionary().makroer)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("      titel: Planens titel.", "      titel:\n      ukendt:", r"plan\.ukendt"),
        ("faelles:\n", "faelles:\n  overfloedig: Ingen bruger den.\n", "overfloedig"),
        ("    noegle: [plan_id]\n", "    noegle: [plan]\n    sorteret: [findes_ikke]\n", "findes_ikke"),
        ("    eksempel: frister('T01')\n", "", "eksempel hører sammen"),
    ],
)
def test_a_dictionary_that_does_not_hold_is_refused(tmp_path: Path, before: str, after: str, fault: str):
    """No column without a meaning, no shared meaning that nothing uses, no key of columns it lacks."""
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "columns.yaml").write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DefinitionsError, match=fault):
        read_model(tmp_path / "columns.yaml", Dictionary)
