"""The whole tool as a person runs it: sample deliveries in, reports and a published database out.

The golden file holds the department's results of December 2021 on the samples. After a meant change,
make it anew: `ledelsestilsyn demo --arbejdsmappe X && ledelsestilsyn status --arbejdsmappe X --format csv`.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.database import aabn_fil

ROD = Path(__file__).resolve().parent.parent
PROEVER = ROD / "data_samples"
GOLDEN = ROD / "tests" / "golden" / "status_2021-12.csv"
CPR_DAG_PLUS_60 = re.compile(
    r"(?<!\d)[67]\d(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?!\d)|(?<!\d)[89]\d(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?!\d)"
)
KONTRAKT = {
    "plan": "plan_id titel organisation start_dato slut_dato",
    "indikator": "plan_id indikator_id udviklingspunkt titel spoergsmaal kilde planens_maaling art "
    "vaerditype enhed retning taeller_tekst naevner_tekst lovgrundlag antagelse",
    "milepael": "plan_id indikator_id dato procent slutmaal vedtaget",
    "indikator_raekke": "plan_id indikator_id kilde periodetype periode enhed_id sag_id team_id raadgiver_id "
    "team_siden startdato referencedato frist_dato haendelsesdato udfald aarsag",
    "indikator_resultat": "plan_id indikator_id kilde periodetype periode team_id taeller naevner undtaget "
    "afventer vaerdi ki_nedre ki_oevre milepael_procent milepael_dato naeste_procent naeste_dato afstand_pp "
    "status usikker foreloebig",
    "fristliste": "plan_id indikator_id enhed_id sag_id team_id raadgiver_id startdato frist_dato "
    "tilstand dage",
    "leverance": "leverance_id udtraeksdato indlaest_tidspunkt indhold_sha256",
    "leverance_fil": "leverance_id extract sha256 laest accepteret dubletter karantaene advarsler",
    "karantaene": "leverance_id extract linje kolonne aarsag",
}


def kald(*argumenter: str, mappe: Path, **miljoe: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROD / "cli.py"), *argumenter, "--arbejdsmappe", str(mappe)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **miljoe},
    )


@pytest.fixture(scope="module")
def faerdig(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A workspace after `demo`, and what the terminal said."""
    mappe = tmp_path_factory.mktemp("tilsyn") / "ws"
    svar = kald("demo", mappe=mappe)
    assert svar.returncode == 0, svar.stderr
    return mappe, svar.stdout + svar.stderr


@pytest.fixture
def mappe(faerdig: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of the finished workspace to do things to."""
    return Path(shutil.copytree(faerdig[0], tmp_path / "ws"))


def test_the_papers_speak_in_the_name_of_the_settings_municipality(faerdig):
    """Made-up figures never stand in the name of the municipality whose plan is followed."""
    mappe, _ = faerdig
    sider = [fil.read_text(encoding="utf-8") for fil in (mappe / "rapporter").rglob("r*.html")]
    assert len(sider) > 8
    assert all("Eksempel Kommune" in side for side in sider)
    assert not [side for side in sider if "Slagelse Kommune" in side]


def test_the_samples_give_the_golden_results(faerdig: tuple[Path, str]) -> None:
    """Every number of the department, unrounded, as last looked at by a person."""
    svar = kald("status", "--periode", "2021-12", "--format", "csv", mappe=faerdig[0])
    assert svar.stdout == GOLDEN.read_text(encoding="utf-8")


def test_the_demo_ends_with_statuses_and_the_place_of_the_reports(faerdig: tuple[Path, str]) -> None:
    """A table of statuses, then where to look."""
    mappe, sagt = faerdig
    assert "✗ ikke nået" in sagt
    assert f"Rapporter: {mappe / 'rapporter' / '2021-12'}" in sagt
    assert f"Mails:     {mappe / 'udbakke' / '2021-12'}" in sagt
    assert "ligger med årsag i arbejdsmappen under karantaene/2021-12-31/." in sagt
    naeste = rf"ledelsestilsyn approve --periode 2021-12 --arbejdsmappe {re.escape(str(mappe))}"
    assert re.search(rf"^Intet er sendt. Næste skridt: se \d+ mails igennem, og kør: {naeste}$", sagt, re.M)
    for team in ("T01", "T02", "T03", "T04", "T06", "afdeling"):
        assert (mappe / "rapporter" / "2021-12" / team / "rapport.html").is_file()


def test_every_published_table_has_the_contracts_columns_first(faerdig: tuple[Path, str]) -> None:
    """Names are public: a script and a query use them."""
    with aabn_fil(faerdig[0] / "publiceret" / "ledelsestilsyn.duckdb") as database:
        for tabel, kolonner in KONTRAKT.items():
            assert database.kolonner(tabel)[: len(kolonner.split())] == kolonner.split(), tabel


def test_every_row_read_is_accounted_for(faerdig: tuple[Path, str]) -> None:
    """Rows read are accepted, duplicates or quarantined, in every file of every delivery."""
    with aabn_fil(faerdig[0] / "publiceret" / "ledelsestilsyn.duckdb") as database:
        assert database.vaerdi("select count(*) from leverance") == 3
        assert database.vaerdi("select count(*) from leverance_fil") == 3 * 18
        assert not database.hent("from leverance_fil where laest <> accepteret + dubletter + karantaene")


def test_no_cpr_number_and_nothing_confidential_leaves_the_intake(faerdig: tuple[Path, str]) -> None:
    """Neither a replacement CPR number nor a leader's address is published, reported, logged or said."""
    mappe, sagt = faerdig
    hemmelige = [b"@eksempelkommune.example"]
    for sti in mappe.rglob("*"):
        if not sti.is_file() or sti.parts[-2] in {"leverancer"} or sti.suffix in {".eml", ".sqlite3"}:
            continue
        indhold = sti.read_bytes()
        assert not any(hemmelig in indhold for hemmelig in hemmelige), sti
        if sti.suffix in {".html", ".jsonl", ".csv", ".toml"}:
            assert not CPR_DAG_PLUS_60.search(indhold.decode("utf-8-sig")), sti.name
    assert not CPR_DAG_PLUS_60.search(sagt)


def test_only_publication_and_reports_are_open_to_others(faerdig: tuple[Path, str]) -> None:
    """0700 and 0600, but for what others read: 0750 and 0640."""
    mappe, _ = faerdig
    for sti in [mappe, *mappe.rglob("*")]:
        aaben = {"publiceret", "rapporter"} & set(sti.relative_to(mappe).parts)
        ventet = (0o750 if aaben else 0o700) if sti.is_dir() else (0o640 if aaben else 0o600)
        assert stat.S_IMODE(sti.stat().st_mode) == ventet, sti


def test_a_second_run_of_the_same_delivery_changes_nothing(mappe: Path) -> None:
    """The same content gives the same results, and the delivery is not taken in again."""
    foer = kald("status", "--format", "csv", mappe=mappe).stdout
    svar = kald("run", "--leverance", str(PROEVER / "2021-12-31"), mappe=mappe)
    assert svar.returncode == 0, svar.stderr
    assert "intet er ændret" in svar.stdout
    assert kald("status", "--format", "csv", mappe=mappe).stdout == foer


def test_a_refused_delivery_leaves_the_publication_as_it_was(mappe: Path, tmp_path: Path) -> None:
    """Exit 3, lines that name file and column, and not a byte of the published file changed."""
    daarlig = Path(shutil.copytree(PROEVER / "2021-12-31", tmp_path / "2022-01-31"))
    tekst = (daarlig / "sager.csv").read_text(encoding="utf-8-sig")
    (daarlig / "sager.csv").write_text(tekst.replace("oprettet_dato", "noget_andet", 1), encoding="utf-8")
    fil = mappe / "publiceret" / "ledelsestilsyn.duckdb"
    foer = fil.read_bytes()
    svar = kald("run", "--leverance", str(daarlig), mappe=mappe)
    assert svar.returncode == 3
    assert "Fejl: sager.csv: kolonnen oprettet_dato mangler" in svar.stderr
    assert "Traceback" not in svar.stderr
    assert fil.read_bytes() == foer


def test_an_older_delivery_does_not_replace_the_newer_figures(mappe: Path) -> None:
    """The newest in the workspace is in force; the run says so and reports the older delivery's month."""
    svar = kald("run", "--leverance", str(PROEVER / "2021-04-30"), mappe=mappe)
    assert svar.returncode == 0, svar.stderr
    assert "nyere leverance, af 31-12-2021" in svar.stdout
    with aabn_fil(mappe / "publiceret" / "ledelsestilsyn.duckdb") as database:
        (raekke,) = database.hent("select periode, udtraeksdato from opgoerelse")
    assert (raekke["periode"], str(raekke["udtraeksdato"])) == ("2021-04", "2021-12-31")


def test_the_economist_keeps_the_old_file_open_while_a_new_one_is_published(mappe: Path) -> None:
    """A reader sees the old data to the end; who opens anew sees the new."""
    fil = mappe / "publiceret" / "ledelsestilsyn.duckdb"
    with aabn_fil(fil) as gammel:
        assert kald("check", "--periode", "2021-K3", mappe=mappe).returncode == 0
        assert kald("report", mappe=mappe).returncode == 0
        assert kald("publish", mappe=mappe).returncode == 0
        assert gammel.vaerdi("select periode from opgoerelse") == "2021-12"
    with aabn_fil(fil) as ny:
        assert ny.vaerdi("select periode from opgoerelse") == "2021-K3"


def test_a_team_may_be_written_in_small_letters(faerdig: tuple[Path, str]) -> None:
    """t01 is T01, and ALLE is the department."""
    for skrevet, ment in (("t01", "T01"), ("alle", "ALLE")):
        svar = [kald("status", "--team", t, "--format", "csv", mappe=faerdig[0]) for t in (skrevet, ment)]
        assert svar[0].returncode == 0, svar[0].stderr
        assert svar[0].stdout == svar[1].stdout


@pytest.mark.parametrize(
    ("argumenter", "miljoe", "kode", "ord_"),
    [
        (("run", "--leverance", "findes-ikke"), {}, 2, "mappen findes ikke"),
        (("check", "--periode", "2022-05"), {}, 2, "begynder efter leverancens dato"),
        (
            ("status", "--periode", "2022-03"),
            {},
            2,
            "det er månederne 2020-10 til 2021-12 og kvartalerne 2020-K4 til 2021-K4",
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
    mappe: Path, argumenter: tuple[str, ...], miljoe: dict[str, str], kode: int, ord_: str
) -> None:
    """The exit code of the contract, no traceback, and what was expected."""
    svar = kald(*argumenter, mappe=mappe, **miljoe)
    assert svar.returncode == kode
    fejl = [linje for linje in svar.stderr.splitlines() if linje.startswith("Fejl: ")]
    assert len(fejl) == 1
    assert ord_ in fejl[0]
    assert "Traceback" not in svar.stderr
