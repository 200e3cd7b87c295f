"""A form filled in and saved by another program than Excel reads back answer for answer."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.base.database import Database
from tests.review.a_round import Round

OFFICE, PYTHON = shutil.which("soffice"), "/usr/bin/python3"
HAS_UNO = OFFICE and Path(PYTHON).exists() and not subprocess.call(
    [PYTHON, "-c", "import uno"], stderr=subprocess.DEVNULL
)  # fmt: skip
ANSWERS = [
    ("US1", "5.9", "Ja", ""),
    ("US1", "5.10", "Kan ikke ses i sagen", "Står måske i en note fra æøå"),
    ("US2", "5.9", "Delvist", "=1+1"),
    ("US2", "2.1", "Ikke relevant", ""),
]


@pytest.mark.skipif(not HAS_UNO, reason="LibreOffice Calc with Python is not installed here")
def test_what_libreoffice_saved_reads_back(database: Database, tmp_path: Path):
    """Filled in there, with rows, columns and names of one's own, and saved there as a workbook."""
    round_ = Round(database).draw()
    source, target = tmp_path / "skema.xlsx", tmp_path / "udfyldt.xlsx"
    source.write_bytes(round_.form().workbook())
    program = Path(__file__).with_name("fill_with_office.py")
    told = [";".join(answer) for answer in ANSWERS]
    subprocess.run([PYTHON, program, OFFICE, source, target, *told], check=True, timeout=120)
    result = round_.read(target)
    assert result.refused == []
    codes = {
        "Ja": "ja",
        "Kan ikke ses i sagen": "kan_ikke_ses",
        "Delvist": "delvist",
        "Ikke relevant": "ikke_relevant",
    }
    found = {
        (row["genstand_id"], row["maalepunkt_id"], row["svar"], row["bemaerkning"] or "")
        for row in round_.rows("from gennemgang.besvarelse")
    }
    assert found == {(object_, id_, codes[reply], remark) for object_, id_, reply, remark in ANSWERS}
