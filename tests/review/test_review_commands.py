"""`review draw`, `eliminate` and `status` as they are typed, from a delivery to the publication."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cli
from pipeline.base.database import open_file
from pipeline.base.errors import UsageFault
from pipeline.base.settings import ENVIRONMENT_SETTINGS, ENVIRONMENT_WORKSPACE
from tests.intake.delivery import FACTS, Delivery

PLAN = "varige_spor"
ROUND = f"{PLAN}.undersoegelser.2021-K2.1"
DRAW = ("review", "draw", "--plan", PLAN, "--tema", "undersoegelser", "--periode", "2021-K2")


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve investigations ended in March and April, in two teams with a leader each."""
    made = Delivery(tmp_path_factory.mktemp("udtraek"), own=FACTS)
    made.rows(
        "teams", [{**team, "leder_raadgiver_id": f"L{number}"} for number, team in enumerate(FACTS["teams"])]
    )
    case = FACTS["sager"][0]
    made.add(
        "sager",
        *({**case, "sag_id": f"C{n}", "barn_id": f"K{n}", "team_id": f"T{1 + n % 2}"} for n in range(12)),
    )
    made.rows(
        "undersoegelser",
        [
            {
                "bfu_id": f"B{n}",
                "sag_id": f"C{n}",
                "startet_dato": "02-01-2021",
                "afsluttet_dato": f"{10 + n}-0{3 + n % 2}-2021",
                "afslutning": "faerdig",
            }
            for n in range(12)
        ],
    )
    return made.write()


@pytest.fixture(scope="module")
def taken_in(delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the delivery."""
    root = tmp_path_factory.mktemp("tilsyn")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(ENVIRONMENT_SETTINGS, raising=False)
        cli.app(["ingest", "--leverance", str(delivery), "--arbejdsmappe", str(root)], standalone_mode=False)
    return root


@pytest.fixture
def typed(taken_in: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Type a command in that workspace, without its rounds; what it says."""
    (taken_in / "gennemgang.duckdb").unlink(missing_ok=True)
    monkeypatch.setenv(ENVIRONMENT_WORKSPACE, str(taken_in))

    def type_(*words: str) -> str:
        capsys.readouterr()
        cli.app(list(words), standalone_mode=False)
        return capsys.readouterr().out

    return type_


def test_a_draw_says_what_it_drew_and_what_more_would_buy(typed):
    """The theme's own number of a frame of twelve, by a seed that is told."""
    said = typed(*DRAW, "--seed", "7").splitlines()
    assert said[0] == "Ramme: 12 genstande fra 01-02-2021 til 30-04-2021."
    assert "    5 læste: ± 35 procentpoint" in said
    assert "   12 læste: alle, ingen usikkerhed fra udvælgelsen" in said
    assert f"Trukket: 10 af 12 ({ROUND}, frø 7)." in said
    assert "  T1: 5 af 6, læses af lederen af T1" in said
    assert sum("læses også af en anden leder" in line for line in said) == 1


def test_a_round_is_drawn_once_unless_it_is_asked_for_again(typed):
    """The first one is kept; with a number of one's own nothing is said of other numbers."""
    typed(*DRAW)
    with pytest.raises(UsageFault, match=rf"allerede trukket for 2021-K2 \({ROUND}\); brug --igen"):
        typed(*DRAW)
    said = typed(*DRAW, "--igen", "--antal", "3")
    assert "procentpoint" not in said
    assert "Trukket: 3 af 12 (varige_spor.undersoegelser.2021-K2.2," in said


def test_what_a_leader_has_chosen_is_drawn(typed, tmp_path: Path):
    """From options and from a file, in which blank lines count for nothing."""
    (tmp_path / "valgte.txt").write_text("B2\n\n  B3 \n", encoding="utf-8")
    chosen = ("--genstand", "B1", "--genstande", str(tmp_path / "valgte.txt"))
    said = typed(*DRAW, "--udvaelgelse", "kriterier", *chosen)
    assert f"Trukket: 3 af 12 ({ROUND}," in said
    assert "Trukket: 12 af 12" in typed(*DRAW, "--udvaelgelse", "alle", "--igen")


BY_CHOICE = ("--udvaelgelse", "kriterier")
WRONG = [
    (BY_CHOICE, r"kræver --genstand ID eller --genstande FIL"),
    (("--genstand", "B1"), r"hører til --udvaelgelse kriterier"),
    (("--udvaelgelse", "alle", "--antal", "3"), r"--antal hører ikke til --udvaelgelse alle"),
    ((*BY_CHOICE, "--genstande", "findes.ikke"), r"findes\.ikke: filen med ids kan ikke læses"),
    ((*BY_CHOICE, "--genstand", "X"), r"X er ikke i temaets ramme, som er 12 genstande"),
    (("--periode", "2021-04"), r"læses hvert kvartal: skriv et kvartal som 2021-K2"),
    (("--periode", "2020-K4"), r"læses første gang i 2021-K1"),
    (("--periode", "2022-K1"), r"er fra 30-04-2021 og er for gammel til at trække 2022-K1 fra"),
    (("--tema", "andet"), r"Temaet 'andet' findes ikke i varige_spor: vælg et af undersoegelser, "),
    (("--tema", "handleplaner"), r"Temaet handleplaner har intet at trække blandt fra 01-02-2021"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_a_draw_that_cannot_be_made_is_told_in_one_line(typed, words: tuple[str, ...], told: str):
    """Which option, and what is expected."""
    with pytest.raises(UsageFault, match=told):
        typed(*DRAW, *words)


def test_without_a_number_the_choice_is_told_and_nothing_drawn(typed, capsys: pytest.CaptureFixture[str]):
    """Slagelse's plan says a representative number and no more."""
    with pytest.raises(UsageFault, match="angiv --antal ANTAL"):
        typed("review", "draw", "--tema", "undersoegelser", "--periode", "2021-K2")
    assert "procentpoint" in capsys.readouterr().out
    status = ("review", "status", "--periode", "2021-K2", "--dato", "2021-05-01", "--format", "csv")
    assert "undersoegelser,2021-K2,2021-06-30,skal_traekkes,,,ALLE,,,,,," in typed(*status)


def test_a_round_is_followed_to_the_publication(typed, taken_in: Path):
    """Drawn, one taken out, told by the calendar and in the published tables, with the same counts."""
    typed(*DRAW, "--antal", "4", "--seed", "7")
    with open_file(taken_in / "gennemgang.duckdb") as database:
        id_ = database.value(
            "select genstand_id from traekning_genstand where rolle = 'trukket' and orden = 1"
        )
    leave = ("--traekning", ROUND, "--genstand", id_, "--aarsag", "flyttet", "--dato", "2021-05-02")
    said = typed("review", "eliminate", *leave)
    assert said.startswith(f"Udgået: {id_} i {ROUND}; ")
    assert re.search(r"^I stedet læses B\d+, den næste i den trukne rækkefølge\.$", said, re.MULTILINE)
    calendar = ("review", "status", "--plan", PLAN, "--dato", "2021-05-03")
    rows = typed(*calendar, "--format", "csv").splitlines()
    assert f"{PLAN},undersoegelser,2021-K2,2021-06-30,ude,{ROUND},tilfaeldig,ALLE,12,5,0,1,4,0" in rows
    table = typed(*calendar)
    assert "skal trækkes" in table  # handleplaner, this quarter
    assert "ikke trukket" in table  # the quarter before
    typed("check", "--periode", "2021-03", "--plan", PLAN)
    with open_file(taken_in / "beregning" / "kandidat.duckdb") as database:
        (row,) = database.fetch("select trukket, laest, udgaaet, mangler from tilsyn_traekning")
        assert tuple(row.values()) == (5, 0, 1, 4)
        assert database.count("tilsyn_genstand") == 12


def test_who_only_asks_makes_nothing(tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]):
    """No store and no workspace, also where the folder was mistyped; it says when the plan's rounds are."""
    root = tmp_path / "ingen"
    monkeypatch.setenv(ENVIRONMENT_WORKSPACE, str(root))
    for words in (("status", "--dato", "2031-01-01"), ("status", "--plan", PLAN, "--format", "csv")):
        cli.app(["review", *words], standalone_mode=False)
    assert "Planens runder går fra 01-01-2021 til 31-12-2023" in capsys.readouterr().out
    with pytest.raises(UsageFault, match="der er ikke trukket nogen sager endnu"):
        cli.app(
            ["review", "eliminate", "--traekning", ROUND, "--genstand", "B1", "--aarsag", "andet"],
            standalone_mode=False,
        )
    assert not root.exists()
