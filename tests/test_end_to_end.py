"""The whole tool as a person runs it: sample deliveries in, reports and a published database out.

The golden file holds the department's results of December 2021 on the samples. After a meant change,
make it anew: `ledelsestilsyn demo --arbejdsmappe X && ledelsestilsyn status --arbejdsmappe X --format csv`.
"""

from __future__ import annotations

import re
import shutil
import stat
from pathlib import Path

import pytest

from pipeline.base.database import open_file
from tests.command_line import ROOT, call

SAMPLES = ROOT / "data_samples"
GOLDEN = ROOT / "tests" / "golden" / "status_2021-12.csv"
CPR_DAY_PLUS_60 = re.compile(
    r"(?<!\d)[67]\d(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?!\d)|(?<!\d)[89]\d(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?!\d)"
)
CONTRACT = {
    "plan": "plan_id titel organisation start_dato slut_dato orden",
    "indikator": "plan_id indikator_id udviklingspunkt titel spoergsmaal kilde planens_maaling art "
    "vaerditype enhed retning taeller_tekst naevner_tekst lovgrundlag antagelse orden "
    "maaltype tilsyn_foerer",
    "milepael": "plan_id indikator_id dato procent slutmaal vedtaget",
    "reference": "plan_id indikator_id vaerdi dato tekst kilde forbehold",
    "indikator_raekke": "plan_id indikator_id kilde periodetype periode enhed_id sag_id team_id "
    "raadgiver_id team_siden startdato referencedato frist_dato haendelsesdato udfald "
    "aarsag vaerdi kategori gruppe",
    "indikator_resultat": "plan_id indikator_id kilde periodetype periode team_id taeller naevner undtaget "
    "afventer vaerdi ki_nedre ki_oevre milepael_procent milepael_dato naeste_procent "
    "naeste_dato afstand_pp status usikker foreloebig foerer baseline_periode "
    "baseline_vaerdi baseline_naevner forskel forskel_nedre forskel_oevre",
    "indikator_fordeling": "plan_id indikator_id kilde periodetype periode team_id kategori antal andel "
    "ki_nedre ki_oevre",
    "indikator_gruppe": "plan_id indikator_id kilde periodetype periode team_id gruppe taeller naevner "
    "undtaget afventer vaerdi ki_nedre ki_oevre",
    "fristliste": "plan_id indikator_id enhed_id sag_id team_id raadgiver_id startdato frist_dato "
    "tilstand dage",
    "leverance": "leverance_id udtraeksdato indlaest_tidspunkt indhold_sha256",
    "leverance_fil": "leverance_id extract sha256 laest accepteret dubletter karantaene advarsler",
    "karantaene": "leverance_id extract linje kolonne aarsag",
}


@pytest.fixture
def folder(demo: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the finished workspace to do things to."""
    return Path(shutil.copytree(demo[0], tmp_path / "ws"))


def test_the_papers_speak_in_the_name_of_the_settings_municipality(demo):
    """Made-up figures never stand in the name of the municipality whose plan is followed.

    It is named only as the source of a published figure that stands beside them.
    """
    folder, _ = demo
    files = (folder / "rapporter").rglob("r*.html")
    pages = [re.sub("Til sammenligning: .*", "", file.read_text(encoding="utf-8")) for file in files]
    assert len(pages) > 8
    assert all("Eksempel Kommune" in page for page in pages)
    assert not [page for page in pages if "Slagelse Kommune" in page]


def test_the_samples_give_the_golden_results(demo: tuple[Path, str]) -> None:
    """Every number of the department, unrounded, as last looked at by a person."""
    reply = call("status", "--periode", "2021-12", "--format", "csv", folder=demo[0])
    assert reply.stdout == GOLDEN.read_text(encoding="utf-8")


def test_the_demo_ends_with_statuses_and_the_place_of_the_reports(demo: tuple[Path, str]) -> None:
    """A table of statuses, then where to look."""
    folder, said = demo
    assert "✗ ikke nået" in said
    assert f"Rapporter: {folder / 'rapporter' / '2021-12'}" in said
    assert f"Mails:     {folder / 'udbakke' / '2021-12'}" in said
    assert "ligger med årsag i arbejdsmappen under karantaene/2021-12-31/." in said
    next_ = rf"ledelsestilsyn approve --periode 2021-12 --arbejdsmappe {re.escape(str(folder))}"
    assert re.search(rf"^Intet er sendt. Næste skridt: se \d+ mails igennem, og kør: {next_}$", said, re.M)
    for team in ("T01", "T02", "T03", "T04", "T06", "afdeling"):
        assert (folder / "rapporter" / "2021-12" / team / "rapport.html").is_file()


def test_every_published_table_has_the_contracts_columns_first(demo: tuple[Path, str]) -> None:
    """Names are public: a script and a query use them."""
    with open_file(demo[0] / "publiceret" / "ledelsestilsyn.duckdb") as database:
        for table, columns in CONTRACT.items():
            assert database.columns(table)[: len(columns.split())] == columns.split(), table


def test_every_row_read_is_accounted_for(demo: tuple[Path, str]) -> None:
    """Rows read are accepted, duplicates or quarantined, in every file of every delivery."""
    with open_file(demo[0] / "publiceret" / "ledelsestilsyn.duckdb") as database:
        assert database.value("select count(*) from leverance") == 3
        assert database.value("select count(*) from leverance_fil") == 3 * 18
        assert not database.fetch("from leverance_fil where laest <> accepteret + dubletter + karantaene")


def test_no_cpr_number_and_nothing_confidential_leaves_the_intake(demo: tuple[Path, str]) -> None:
    """Neither a replacement CPR number nor a leader's address is published, reported, logged or said."""
    folder, said = demo
    secrets = [b"@eksempelkommune.example"]
    for path in folder.rglob("*"):
        if not path.is_file() or path.parts[-2] in {"leverancer"} or path.suffix in {".eml", ".sqlite3"}:
            continue
        content = path.read_bytes()
        assert not any(secret in content for secret in secrets), path
        if path.suffix in {".html", ".jsonl", ".csv", ".toml"}:
            assert not CPR_DAY_PLUS_60.search(content.decode("utf-8-sig")), path.name
    assert not CPR_DAY_PLUS_60.search(said)


def test_only_publication_and_reports_are_open_to_others(demo: tuple[Path, str]) -> None:
    """0700 and 0600, but for what others read: 0750 and 0640."""
    folder, _ = demo
    for path in [folder, *folder.rglob("*")]:
        opened = {"publiceret", "rapporter"} & set(path.relative_to(folder).parts)
        outcome = (0o750 if opened else 0o700) if path.is_dir() else (0o640 if opened else 0o600)
        assert stat.S_IMODE(path.stat().st_mode) == outcome, path


def test_a_second_run_of_the_same_delivery_changes_nothing(folder: Path) -> None:
    """The same content gives the same results, and the delivery is not taken in again."""
    before = call("status", "--format", "csv", folder=folder).stdout
    reply = call("run", "--leverance", str(SAMPLES / "2021-12-31"), folder=folder)
    assert reply.returncode == 0, reply.stderr
    assert "intet er ændret" in reply.stdout
    assert call("status", "--format", "csv", folder=folder).stdout == before


def test_a_refused_delivery_leaves_the_publication_as_it_was(folder: Path, tmp_path: Path) -> None:
    """Exit 3, lines that name file and column, and not a byte of the published file changed."""
    bad = Path(shutil.copytree(SAMPLES / "2021-12-31", tmp_path / "2022-01-31"))
    text = (bad / "sager.csv").read_text(encoding="utf-8-sig")
    (bad / "sager.csv").write_text(text.replace("oprettet_dato", "noget_andet", 1), encoding="utf-8")
    file = folder / "publiceret" / "ledelsestilsyn.duckdb"
    before = file.read_bytes()
    reply = call("run", "--leverance", str(bad), folder=folder)
    assert reply.returncode == 3
    assert "Fejl: sager.csv: kolonnen oprettet_dato mangler" in reply.stderr
    assert "Traceback" not in reply.stderr
    assert file.read_bytes() == before


def test_an_older_delivery_does_not_replace_the_newer_figures(folder: Path) -> None:
    """The newest is in force, and the newest month stays published; the older month is only reported."""
    file = folder / "publiceret" / "ledelsestilsyn.duckdb"
    before = file.read_bytes()
    reply = call("run", "--leverance", str(SAMPLES / "2021-04-30"), folder=folder)
    assert reply.returncode == 0, reply.stderr
    assert "nyere leverance, af 31-12-2021" in reply.stdout
    assert "Det udgivne er 2021-12, som er nyere, og det bliver stående" in reply.stdout
    assert "Mails: " not in reply.stdout
    assert file.read_bytes() == before
    assert (folder / "rapporter" / "2021-04" / "afdeling" / "rapport.html").is_file()
    assert not (folder / "udbakke" / "2021-04").exists()


def test_the_economist_keeps_the_old_file_open_while_a_new_one_is_published(folder: Path) -> None:
    """A reader sees the old data to the end; who opens anew sees the new."""
    file = folder / "publiceret" / "ledelsestilsyn.duckdb"
    with open_file(file) as old:
        assert call("check", "--periode", "2021-K3", folder=folder).returncode == 0
        assert call("report", folder=folder).returncode == 0
        refused = call("publish", folder=folder)
        assert refused.returncode == 2
        assert "Det udgivne er 2021-12, som er nyere end 2021-K3" in refused.stderr
        assert call("publish", "--tillad-indskraenkning", folder=folder).returncode == 0
        assert old.value("select periode from opgoerelse") == "2021-12"
    with open_file(file) as new:
        assert new.value("select periode from opgoerelse") == "2021-K3"


def test_a_team_may_be_written_in_small_letters(demo: tuple[Path, str]) -> None:
    """t01 is T01, and ALLE is the department."""
    for written, meant in (("t01", "T01"), ("alle", "ALLE")):
        reply = [call("status", "--team", t, "--format", "csv", folder=demo[0]) for t in (written, meant)]
        assert reply[0].returncode == 0, reply[0].stderr
        assert reply[0].stdout == reply[1].stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "word"),
    [
        (("run", "--leverance", "findes-ikke"), {}, 2, "mappen findes ikke"),
        (("check", "--periode", "2022-05"), {}, 2, "begynder efter leverancens dato"),
        (
            ("status", "--periode", "2022-03"),
            {},
            2,
            (
                "det er månederne 2020-10 til 2021-12, kvartalerne 2020-K4 til 2021-K4, "
                "tertialerne 2021-T1 til "
                "2021-T3 og året 2021"
            ),
        ),
        (("check", "--periode", "forår"), {}, 2, "skriv en måned som 2021-04"),
        (
            ("check",),
            {"LEDELSESTILSYN_NOEGLE": "en helt anden nøgle, som er lang nok"},
            2,
            "nøglen er ikke den",
        ),
        (("status", "--team", "T99"), {}, 2, "har ingen resultater"),
        (("publish", "--periode", "2021-11"), {}, 2, "kør først check --periode 2021-11"),
    ],
)
def test_a_users_mistake_is_told_in_one_danish_line(
    folder: Path, arguments: tuple[str, ...], environment: dict[str, str], code: int, word: str
) -> None:
    """The exit code of the contract, no traceback, and what was expected."""
    reply = call(*arguments, folder=folder, **environment)
    assert reply.returncode == code
    error = [line for line in reply.stderr.splitlines() if line.startswith("Fejl: ")]
    assert len(error) == 1
    assert word in error[0]
    assert "Traceback" not in reply.stderr
