"""The country's month around the engine: who is in, who is named, with which code, and what is published."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.base.errors import DataRefused, ExitCode, InternalError, UsageFault
from pipeline.country import run as runs
from pipeline.country.cluster import Cluster
from pipeline.country.month import Task, Told
from pipeline.country.run import CountryRun
from tests.country.made import PERIODE, make_country, told

REFUSED = Told("afvist", ExitCode.DATA_REFUSED, ("teams.csv: afvist.",))
FAULT = Told("fejl", ExitCode.USAGE_FAULT, ("arbejdsmappen er i brug af en anden kørsel.",))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list of three; nobody's month has been done."""
    return make_country(tmp_path)


@pytest.fixture
def run(file: Path, in_turn, monkeypatch: pytest.MonkeyPatch) -> Callable[..., CountryRun]:
    """The country run on an engine that gives the municipalities' known replies, but for those named.

    None stands for one whose every worker was lost. What went in is in `run.tasks`.
    """
    tasks: dict[str, Task] = {}

    def call(periode: str | None = PERIODE, **replies: Told | None) -> CountryRun:
        def run_tasks(
            _: object, __: object, ___: object, given: dict[str, Task]
        ) -> Iterator[SimpleNamespace]:
            tasks.update(given)
            for id_ in given:
                yield SimpleNamespace(name=id_, made=replies.get(id_, in_turn[1][id_]))

        monkeypatch.setitem(sys.modules, "pipeline.country.engine", SimpleNamespace(run_tasks=run_tasks))
        monkeypatch.setattr(runs, "require_engine", lambda: None)
        return runs.run_country(file, periode, Cluster(), lambda _: None)

    call.tasks = tasks  # type: ignore[attr-defined]
    return call


def states(file: Path) -> dict[str, tuple[str, bool]]:
    return {row["kommune_id"]: (row["tilstand"], row["med"]) for row in told(file.parent)["kommune"]}


def test_one_refused_does_not_stop_the_others_and_is_named(run, file: Path):
    """It is not in the figures, its reason is told, and the code says that somebody is missing."""
    result = run(sydby=REFUSED)
    assert result.exit_code is ExitCode.DATA_REFUSED
    assert result.faults == ("Sydby: teams.csv: afvist.",)
    assert "2 af 3 kommuner er med" in result.lines[0]
    assert states(file) == {
        "nordby": ("i_orden", True),
        "sydby": ("afvist", False),
        "vestby": ("i_orden", True),
    }
    assert {row["kommune_id"] for row in told(file.parent)["resultat"]} == {"nordby", "vestby"}


def test_whoever_is_refused_after_having_told_keeps_the_earlier_figures(run, file: Path):
    """As the municipality's own publication stands when a delivery is refused; the report says so."""
    run()
    before = told(file.parent)["resultat"]
    result = run(sydby=REFUSED)
    assert told(file.parent)["resultat"] == before
    assert states(file)["sydby"] == ("afvist", True)
    assert any("Med tallene fra forrige kørsel: Sydby" in line for line in result.lines)
    page = (file.parent / "landet" / "rapporter" / PERIODE / "rapport.html").read_text(encoding="utf-8")
    assert "fra forrige kørsel" in page


@pytest.mark.parametrize(
    ("replies", "code"),
    [
        ({}, ExitCode.OK),
        ({"nordby": FAULT}, ExitCode.USAGE_FAULT),
        ({"nordby": FAULT, "sydby": REFUSED}, ExitCode.DATA_REFUSED),
        ({"nordby": FAULT, "sydby": REFUSED, "vestby": None}, ExitCode.INTERNAL_ERROR),
    ],
)
def test_the_code_is_the_gravest_of_the_municipalities(run, file: Path, replies: dict, code: ExitCode):
    """A fault of ours before a refusal, before what somebody can mend; none of them: done."""
    run()
    assert run(**replies).exit_code is code


@pytest.mark.parametrize(
    ("reply", "error"), [(REFUSED, DataRefused), (FAULT, UsageFault), (None, InternalError)]
)
def test_where_nobody_told_anything_nothing_is_published(run, file: Path, reply, error):
    """Each is named, and what was published before stands."""
    with pytest.raises(error, match="Ingen kommune blev færdig; intet er udgivet") as raised:
        run(nordby=reply, sydby=reply, vestby=reply)
    assert len(raised.value.lines) == 4
    assert not (file.parent / "landet" / "publiceret").exists()


def test_only_paths_go_in(run, file: Path):
    """Of every municipality: where its things lie, the period, the version, and a hash of what is known."""
    run()
    assert {task.known for task in run.tasks.values()} == {None}
    run()
    for id_, task in run.tasks.items():
        inside = [part for part in vars(task).values() if isinstance(part, Path)]
        assert all(part.is_relative_to(file.parent) for part in inside)
        others = {
            name: value for name, value in vars(task).items() if value not in inside and value is not None
        }
        assert set(others) == {"kommune_id", "periode", "version", "known"}
        assert others["kommune_id"] == id_
        assert re.fullmatch(r"[0-9a-f]{64}", others["known"])


def test_what_was_cut_short_counts_as_not_told(run, file: Path):
    """A table that is not what the state says it is, is nobody's."""
    run()
    (file.parent / "landet" / "kommuner" / PERIODE / "sydby.resultat.parquet").write_bytes(b"PAR1")
    run(sydby=REFUSED)
    assert states(file)["sydby"] == ("afvist", False)
    assert run.tasks["sydby"].known is None


def test_a_quarter_does_not_lie_beside_its_months(run):
    """The one less the others would tell what is hidden."""
    run()
    with pytest.raises(UsageFault, match="landsmappen har perioder af slagsen maaned"):
        run("2021-K1")


def test_without_a_period_it_is_the_deliveries(run, file: Path):
    """All three were drawn on 30 April."""
    result = run(None, nordby=REFUSED)
    assert result.lines[0].startswith("2021-04: ")


def test_the_report_tells_who_reached_how_they_lie_and_who_lies_outside(run, file: Path):
    """Figures as the file has them, Danish; nobody's count of 1 to 4."""
    run()
    page = (file.parent / "landet" / "rapporter" / PERIODE / "rapport.html").read_text(encoding="utf-8")
    assert "<h1>Kommunerne i marts 2021</h1>" in page
    assert "3 af 3 kommuner er med." in page
    for title in ("Uden for tragten", "Har nået milepælen", "Kommunernes værdier"):
        assert title in page
    (outside,) = [
        r for r in told(file.parent)["tragten"] if (r["kommune_id"], r["indikator_id"]) == ("sydby", "S12")
    ]
    assert outside["placering"] == "under_95"
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert re.search(r"S12 .* Sydby 20 30 % ", text.replace("\N{NO-BREAK SPACE}", " "))
