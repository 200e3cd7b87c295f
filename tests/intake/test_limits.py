"""What is larger than any municipality's is refused by name, and what only looks so costs little."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from pipeline.base.errors import DataRefused
from pipeline.intake import files, limits
from pipeline.intake.limits import LONGEST_LINE, MOST_COLUMNS, TooLong, long_line, whole_lines
from tests.intake.delivery import FACTS, Delivery, as_csv

TEAMS = as_csv(FACTS["teams"], list(FACTS["teams"][0]))
LONG = "x" * (LONGEST_LINE + 1)
WIDE = ";".join(f"k{n}" for n in range(MOST_COLUMNS))


def refused(delivery: Delivery) -> str:
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    (line,) = caught.value.lines
    return line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{TEAMS}T3;{LONG}\r\n", "teams.csv: linje 4 fylder mere end 1 MB; se efter, om linjeskift mangler"),
        (f"{TEAMS}{LONG}", "teams.csv: linje 4 fylder mere end 1 MB; se efter, om linjeskift mangler"),
        (TEAMS + '"' * LONGEST_LINE * 3, "teams.csv: linje 4 fylder mere end 1 MB"),
        (TEAMS + "\0" * LONGEST_LINE * 3, "teams.csv: linje 4 fylder mere end 1 MB"),
        (
            f"team_id;navn;{WIDE}\nT1;Nord\n",
            f"teams.csv: der er {MOST_COLUMNS + 2} overskrifter",
        ),
    ],
    ids=["a line", "a last line", "quotes", "nothing", "columns"],
)
def test_what_is_too_large_is_refused_by_name(delivery: Delivery, text: str, told: str) -> None:
    """The file, the line, the limit and what to look for; nothing of what stands there."""
    assert refused(delivery.text("teams", text)).startswith(told)


def test_a_file_beyond_the_limit_is_not_read(delivery: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is asked first."""
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    monkeypatch.setattr(files, "fingerprint_and_charset", lambda _: pytest.fail("the file was read"))
    with pytest.raises(DataRefused) as caught:
        delivery.take_in()
    assert all("fylder mere end" in line for line in caught.value.lines)


@pytest.mark.parametrize(
    ("blocks", "held"),
    [
        ([b"a\n" * 10, b"b" * LONGEST_LINE, b"\n"], True),
        ([b"a", b"b" * LONGEST_LINE, b"\n"], False),
        ([b"b" * LONGEST_LINE, b"b\n"], False),
        ([b"b" * LONGEST_LINE, b"\rb" * 9, b"b" * (LONGEST_LINE - 1), b"\n"], True),
    ],
)
def test_a_line_is_measured_over_blocks(blocks: list[bytes], held: bool) -> None:
    """Whichever sign ends it."""
    if held:
        assert list(whole_lines(blocks)) == blocks
    else:
        with pytest.raises(TooLong):
            list(whole_lines(blocks))


def test_the_long_line_is_found(tmp_path: Path) -> None:
    """Also behind lines that end otherwise."""
    file = tmp_path / "fil.csv"
    file.write_bytes(b"a\rb\r\nc\n" + LONG.encode())
    assert long_line(file, "utf-8").startswith("linje 4 ")


@pytest.mark.parametrize("quoted", [False, True])
def test_a_file_of_line_breaks_is_read_in_no_time(delivery: Delivery, quoted: bool) -> None:
    """Blank lines are no rows, and those after them keep their numbers."""
    row = '"T3";"Syd"' if quoted else "T3;Syd"
    before = resource.getrusage(resource.RUSAGE_SELF)
    begun, breaks = time.process_time(), 2 << 20
    with pytest.raises(DataRefused, match=f"1 af 4 rækker .* første gang i linje {5 + breaks}"):
        delivery.text("teams", TEAMS + "\n" * breaks + f"{row}\n;Uden id\n").take_in()
    assert time.process_time() - begun < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before.ru_maxrss < 1 << 19  # KB: half a GB
