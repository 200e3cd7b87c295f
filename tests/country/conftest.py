"""A country done one municipality after the other, for what the others are held against, and a cluster."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.base.periods import read_periode
from pipeline.country.folder import CountryFolder
from pipeline.country.listed import read_country
from pipeline.country.month import Task, Told, month
from pipeline.country.national import IN_ORDER, Member, build
from tests.country.made import PERIODE, Cluster, cluster, make_country, told


def task(file: Path, kommune_id: str, **changed: Any) -> Task:
    """What goes in for a municipality of the list."""
    kommune = read_country(file).kommuner[kommune_id]
    paths = {
        "arbejdsmappe": kommune.arbejdsmappe,
        "leverance": kommune.leverance,
        "udtraeksdato": kommune.udtraeksdato,
        "indstillinger": kommune.indstillinger,
        "noegle_fil": kommune.noegle_fil,
    }
    return Task(**{"kommune_id": kommune_id, "periode": PERIODE, **paths, **changed})


@pytest.fixture(scope="session")
def in_turn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Told]]:
    """A country whose months are done one after the other, with no engine; its list, and what each told."""
    root = tmp_path_factory.mktemp("i_tur")
    file = make_country(root)
    country = read_country(file)
    land, replies = (
        CountryFolder(country.landsmappe),
        {id_: month(task(file, id_)) for id_ in country.kommuner},
    )
    with land.locked():
        for id_, reply in replies.items():
            assert reply.state == "koert", reply.lines
            land.write(PERIODE, id_, reply)
        members = [
            Member(id_, kommune.navn, IN_ORDER, land.read(PERIODE, id_))
            for id_, kommune in country.kommuner.items()
        ]
        land.published.parent.mkdir()
        build(members, read_periode(PERIODE), land.published, land.root)
    return file, replies


@pytest.fixture(scope="session")
def expected(in_turn: tuple[Path, dict[str, Told]]) -> dict[str, list[dict[str, Any]]]:
    """What the country's file holds, however it was done."""
    return told(in_turn[0].parent)


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler on the loopback that writes down what crosses it, and two workers.

    They end with the tests that are about them: they never rest, and would take their share of all others.
    """
    with cluster(tmp_path_factory.mktemp("klynge"), workers=2) as started:
        yield started


@pytest.fixture(scope="module")
def side_by_side(two_workers: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The same country done on the cluster; its list, and what the terminal said."""
    from tests.country.made import run_country

    file = make_country(tmp_path_factory.mktemp("side_om_side"))
    reply = run_country(file, "--periode", PERIODE, "--scheduler", two_workers.address)
    assert reply.returncode == 0, reply.stderr
    return file, reply.stdout


def log(folder: Path) -> list[dict[str, Any]]:
    """What a workspace's log says, line by line."""
    file = folder / "log" / "ledelsestilsyn.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return [json.loads(line) for line in lines]
