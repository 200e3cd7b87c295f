"""Whatever is done to a delivery's files: books that balance or plain words, and no row outside its place."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.base.errors import UserError
from pipeline.base.settings import Settings
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.definitions.extracts import read_extracts
from pipeline.run import new_settings
from pipeline.stages.ingest import take_in
from tests.intake.delivery import Delivery
from tests.intake.full_delivery import columns, full, key

CONTENT = {f"tekst {name}" for _, name, _ in columns("tekst")} | {key(name, 0) for name in read_extracts()}
"""What stands in the rows of the whole delivery: texts and ids."""
OPTIONAL = {name for name, extract in read_extracts().items() if extract.valgfri}
"""What need not lie there: where nothing is done to it, it is left out, for it costs time to take in."""
Lines = list[bytes]
Mangling = Callable[[Lines, random.Random], Lines]


def without_a_column(lines: Lines, chance: random.Random) -> Lines:
    """As a field left out of the extract."""
    gone = chance.randrange(lines[0].count(b";") + 1)
    return [b";".join(f for n, f in enumerate(line.split(b";")) if n != gone) for line in lines]


def with_a_heading_renamed(lines: Lines, chance: random.Random) -> Lines:
    """As a system's new version."""
    names = lines[0].split(b";")
    names[chance.randrange(len(names))] = b"Et helt andet navn"
    return [b";".join(names), *lines[1:]]


def with_columns_emptied(lines: Lines, chance: random.Random) -> Lines:
    """As a field nobody may read any more."""
    empty = chance.randrange(lines[0].count(b";") + 1)
    rows = [[b"" if n == empty else f for n, f in enumerate(line.split(b";"))] for line in lines[1:]]
    return [lines[0], *map(b";".join, rows)]


def with_rows_torn(lines: Lines, chance: random.Random) -> Lines:
    """As line breaks inside texts."""
    at = chance.randrange(1, len(lines))
    cut = len(lines[at]) // 2
    return [*lines[:at], lines[at][:cut], lines[at][cut:], *lines[at + 1 :]]


def with_headings_glued_to_a_row(lines: Lines, _: random.Random) -> Lines:
    """As a lost line break."""
    return [lines[0] + lines[1], *lines[2:]]


def without_headings(lines: Lines, _: random.Random) -> Lines:
    """As a table saved bare."""
    return lines[1:]


def shuffled(lines: Lines, chance: random.Random) -> Lines:
    """As no order was asked for; it changes nothing."""
    rows = lines[1:]
    chance.shuffle(rows)
    return [lines[0], *rows]


def twice(lines: Lines, _: random.Random) -> Lines:
    """As two extracts put together."""
    return lines + lines


def halved(lines: Lines, _: random.Random) -> Lines:
    """As a disk that ran full."""
    return lines[: max(1, len(lines) // 2)]


def with_a_stray_quote(lines: Lines, chance: random.Random) -> Lines:
    """As text pasted from elsewhere."""
    at = chance.randrange(len(lines))
    return [*lines[:at], b'"' + lines[at], *lines[at + 1 :]]


MANGLINGS: tuple[Mangling, ...] = (
    without_a_column, with_a_heading_renamed, with_columns_emptied, with_rows_torn,
    with_headings_glued_to_a_row, without_headings, shuffled, twice, halved, with_a_stray_quote,
)  # fmt: skip
STEPS = st.tuples(st.sampled_from(list(read_extracts())), st.sampled_from(MANGLINGS), st.integers(0, 10**6))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that has taken the whole delivery in, as the month before."""
    root = tmp_path_factory.mktemp("maltrakteret")
    delivery = Delivery(root)
    full(delivery)
    call = Call(Workspace(root / "foer"), delivery.settings, environment={})
    call.folder.create()
    take_in(call, Leverance(delivery.write(), delivery.udtraeksdato.replace(month=3)))
    return root


@settings(deadline=None, max_examples=6, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=1, max_size=5), st.booleans())
def test_the_books_balance_or_the_refusal_is_plain(
    folder: Path, steps: list[tuple[str, Mangling, int]], strict: bool
) -> None:
    """By the limits in force or with none; page, log, messages and settings hold no row's words."""
    delivery = Delivery(folder)
    full(delivery)
    for name in OPTIONAL - {name for name, *_ in steps}:
        delivery.without(name)
    for name, mangle, seed in steps:
        lines = delivery.files[f"{name}.csv"].splitlines(keepends=True)
        delivery.files[f"{name}.csv"] = b"".join(mangle(lines, random.Random(seed)))  # noqa: S311 - a test's
    workspace = Workspace(folder / "tilsyn")
    shutil.rmtree(workspace.root, ignore_errors=True)
    shutil.copytree(folder / "foer", workspace.root)
    call = Call(workspace, Settings() if strict else delivery.settings, environment={})
    leverance = Leverance(delivery.write())
    try:
        intake = take_in(call, leverance)
    except UserError as refused:
        told = list(refused.lines)
        assert len(told) <= len(read_extracts()) + 12  # a line per cause, not per row or file that follows
    else:
        told = list(intake.messages)
        for file in intake.files:
            assert file.laest == file.accepteret + file.dubletter + file.karantaene
    try:
        new_settings(call, leverance.folder, workspace.root / "forslag.toml")
    except UserError as refused:
        told += refused.lines
    pages = [*workspace.root.rglob("*.html"), *workspace.root.rglob("*.toml"), *workspace.log.iterdir()]
    texts = [*told, *(page.read_text(encoding="utf-8") for page in pages)]
    assert not [text for text in texts for content in CONTENT if content in text]
