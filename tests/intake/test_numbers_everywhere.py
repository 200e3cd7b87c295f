"""CPR numbers written in every way, in every text field of every extract: no byte left behind holds one.

Looked through are the delivery's database, the published file, reports, mails, log, quarantine and exports
of a month; what a refused delivery leaves; and what one leaves that was killed while it was stored.
"""

from __future__ import annotations

import email
import html
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest
from pyarrow import parquet

from pipeline import run
from pipeline.base.database import open_file
from pipeline.base.errors import DataRefused
from pipeline.base.settings import Settings
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.definitions.extracts import read_extracts
from pipeline.economist.export import export
from pipeline.economist.published import open_publication
from tests.command_line import ROOT
from tests.intake.delivery import OPENED_GATES, Delivery, as_csv
from tests.intake.full_delivery import COUNT, row
from tests.intake.written_numbers import SYSTEMS_OWN, written

SERIALS = {way: f"{7100 + n}" for n, way in enumerate(written(""))}
WAYS = {way: written(serial)[way] for way, serial in SERIALS.items()}
SENTENCE = " ord ".join(WAYS.values())
EXTRA = f"Mor {WAYS['four blocks']}"
NOT_LETTERS = re.compile(r"[\W_]+")
LEFT = re.compile(rf"(?:610112|61012012|20120161|61112|6112012|20120161)(?:{'|'.join(SERIALS.values())})")
"""What is left of a number when all but letters and digits is taken out."""
QUESTION = "select 'barn ' || '610112' || '-' || '7100' as samlet, 'S1' as sag_id"
KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.intake import work
from pipeline.run import take_in
from tests.intake.delivery import OPENED_GATES
work.Work._seal = lambda *_: os._exit(9)
call = Call(Workspace(Path(sys.argv[1])), OPENED_GATES, environment={})
call.folder.create()
take_in(call, Leverance(Path(sys.argv[2])))
"""


def planted(root: Path) -> Delivery:
    """Every way in every text, and in ids one way a row; in headings, surplus fields and files' names too."""
    delivery = Delivery(root)
    for name, extract in read_extracts().items():
        texts = [n for n, column in extract.kolonner.items() if column.type == "tekst"]
        ids = [n for n in texts if extract.kolonner[n].is_id or extract.kolonner[n].pseudonym]
        whole = extract.stop_ved_karantaene
        ways = [way for way in WAYS if way not in SYSTEMS_OWN][: 2 if whole else None]
        rows = [row(name, number) for number in range(COUNT)]
        for number, way in enumerate(ways, COUNT):
            changed = dict.fromkeys(texts, SENTENCE) | dict.fromkeys(ids, WAYS[way])
            rows.append(row(name, number, **changed))
        if not whole:
            rows.append(row(name, 99, **dict.fromkeys(set(extract.kolonner) - set(texts), SENTENCE)))
        told = [{**each, EXTRA: SENTENCE, "Ekstra": WAYS["pairs"]} for each in rows]
        text = as_csv(told, (*extract.kolonner, EXTRA, "Ekstra"))
        glued = "" if whole else f"{WAYS['four blocks']};{SENTENCE};{';'.join(WAYS)}\r\n".replace("\n", " ")
        delivery.text(name, f"{text}{glued}")
    delivery.files[f"{WAYS['four blocks']}.csv"] = delivery.files[f"Mor {WAYS['pairs']}.txt"] = b"x"
    return delivery


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, str]]:
    """The workspace after each, and what was said."""
    root = tmp_path_factory.mktemp("cpr")
    folder = planted(root).write()
    month = Call(Workspace(root / "maaned"), OPENED_GATES, ("sverigesmodellen",), environment={})
    said = [*(outcome := run.run(month, Leverance(folder), "2021-03")).lines, *outcome.intake.messages]
    (root / "egen.sql").write_text(QUESTION, encoding="utf-8")
    with open_publication(outcome.database) as database:
        wanted = [str(root / "egen.sql"), "teams", "sager", "aktiviteter", "karantaene"]
        for format_ in ("csv", "xlsx", "parquet"):
            export(database, wanted, format_, root / "maaned" / format_, said.append)
    refused = Call(Workspace(root / "afvist"), Settings(), environment={})
    with pytest.raises(DataRefused) as caught:
        run.run(refused, Leverance(folder), "2021-03")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(root / "draebt"), str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert killed.returncode == 9, killed.stderr
    return {
        "maaned": (root / "maaned", "\n".join(said)),
        "afvist": (root / "afvist", str(caught.value)),
        "draebt": (root / "draebt", killed.stdout + killed.stderr),
    }


def contents(file: Path, tmp: Path) -> Iterator[str]:
    """A file's bytes as text, and what it holds unpacked."""
    yield file.read_bytes().decode("utf-8", "replace")
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            yield from (html.unescape(book.read(part).decode("utf-8", "replace")) for part in book.namelist())
    elif file.suffix == ".eml":
        mail = email.message_from_bytes(file.read_bytes(), policy=policy.default)
        yield str(mail["subject"])
        yield from (part.get_content() for part in mail.walk() if part.get_content_maintype() == "text")
    elif file.suffix == ".parquet":
        yield str(parquet.read_table(file).to_pydict())
    elif file.suffix in {".duckdb", ".ny"}:
        yield from tables_of(Path(shutil.copy(file, tmp / "kopi.duckdb")))


def tables_of(file: Path) -> Iterator[str]:
    with open_file(file) as database:
        names = database.fetch("select schema_name, table_name from duckdb_tables() where not internal")
        for name in names:
            yield str(database.fetch(f'from "{name["schema_name"]}"."{name["table_name"]}"'))


def numbers_in(text: str) -> list[str]:
    """The numbers in a text, as they were written or in any other way."""
    found = [number for way, number in WAYS.items() if way not in SYSTEMS_OWN and number in text]
    return found + LEFT.findall(NOT_LETTERS.sub("", text))


@pytest.mark.parametrize("what", ["maaned", "afvist", "draebt"])
def test_no_number_is_left_in_any_byte(what: str, left: dict[str, tuple[Path, str]], tmp_path: Path) -> None:
    """However it was written, and however the file is packed."""
    folder, said = left[what]
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) >= {"maaned": 50, "afvist": 20, "draebt": 5}[what]
    for file in files:
        for text in (str(file.relative_to(folder)), *contents(file, tmp_path)):
            assert not numbers_in(text), file.name
    assert not numbers_in(said)


def test_what_was_planted_came_through_the_month(left: dict[str, tuple[Path, str]]) -> None:
    """As pseudonyms that still find each other and as masks: the search above looked at something."""
    folder, own = left["maaned"][0], len(WAYS) - len(SYSTEMS_OWN)
    with open_file(folder / "leverancer" / "2021-04-30.duckdb") as database:
        found = database.fetch(
            "select distinct sag_id from data.sager semi join data.aktiviteter using (sag_id) "
            "where sag_id like 'p%'"
        )
        (text,) = database.fetch("select distinct distrikt from data.sager where distrikt like '% ord %'")
    assert len(found) == own
    assert text["distrikt"].count("xxxxxx-xxxx") == len(WAYS)
    told = (folder / "csv" / "egen.csv").read_text("utf-8-sig")
    assert told.splitlines()[1] == "barn xxxxxx-xxxx;S1"
