"""A settings file begun from a delivery: mapping is choosing, and nobody's words stand in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.base.errors import UsageFault
from pipeline.base.settings import read_settings
from pipeline.base.workspace import Workspace
from pipeline.call import Call, Leverance
from pipeline.run import new_settings, take_in
from tests.intake.delivery import FACTS, OPENED_GATES, Delivery

SOMEBODY = "Opdigtet Person"
SAGER = [
    {**FACTS["sager"][0], "sag_id": f"S{n}", "sagstype": "Barn eller ung", "distrikt": SOMEBODY,
     "almenomraade_involveret": "måske", "familie_id": SOMEBODY}
    for n in range(1, 5)
]  # fmt: skip
SAGER[0]["sagstype"] = "Ufødt barn"
TEAMS = [{"team_id": "T1", "navn": SOMEBODY, "leder_navn": SOMEBODY, "omraade": "Visitationen"}]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    folder = Workspace(tmp_path / "tilsyn")
    folder.create()
    return Call(folder, OPENED_GATES, environment={})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Own headings and own codes, of which some columns' values are nobody else's business."""
    delivery = Delivery(tmp_path).rows("sager", SAGER).rows("teams", TEAMS).rows("indsatser", [])
    text = delivery.files["sager.csv"].decode()
    for column, own in {"sag_id": "Sagsnr.", "oprettet_dato": "Oprettet den", "sagstype": "Type"}.items():
        text = text.replace(column, own)
    return delivery.text("sager", text).write()


def written(call: Call, folder: Path) -> str:
    new_settings(call, folder)
    return (call.folder.root / "indstillinger.toml").read_text(encoding="utf-8")


def chosen(text: str) -> str:
    """The file with the first candidate of every word chosen."""
    seen: set[str] = set()
    lines = []
    for line in text.splitlines():
        section = re.fullmatch(r"\[.*\]", line)
        seen = set() if section else seen
        choice = re.fullmatch(r'# ("[^"]+") = "[^"]+"', line)
        if choice and choice[1] not in seen and "..." not in line:
            seen.add(choice[1])
            line = line.removeprefix("# ")
        lines.append(line)
    return "\n".join(lines) + "\n"


def test_every_unknown_heading_and_value_stands_with_what_it_is_likeliest_to_mean(
    call: Call, folder: Path
) -> None:
    """Values of a heading that is only guessed are told where several rows have them."""
    text = written(call, folder)
    for heading, column in {"Sagsnr.": "sag_id", "Oprettet den": "oprettet_dato", "Type": "sagstype"}.items():
        candidates = re.findall(rf'# "{re.escape(heading)}" = "(.*)"', text)
        assert candidates[0] == column
    assert "[vaerdier.teams.omraade]" in text
    assert '# "Visitationen" = "visitation"' in text
    assert "# 3 rækker:" in text
    assert '# "Barn eller ung" = "barn"' in text
    assert "1 anden værdi vises ikke" in text
    assert '# "måske" = "ja"' in text


def test_no_value_of_an_id_a_name_or_text_is_told(call: Call, folder: Path) -> None:
    """Nor that of a confidential column."""
    text = written(call, folder)
    assert SOMEBODY not in text
    assert "S1" not in text


def test_it_is_a_settings_file_before_and_after_choosing(call: Call, folder: Path) -> None:
    """As it stands it maps nothing; with the first candidates chosen the delivery is taken in."""
    text = written(call, folder)
    file = call.folder.root / "indstillinger.toml"
    before = read_settings(file)
    assert not any(before.overskrifter.values())
    file.write_text(chosen(text), encoding="utf-8")
    settings = read_settings(file)
    assert settings.overskrifter["sager"]["Sagsnr."] == "sag_id"
    lifted = settings.model_copy(update={"graenser": OPENED_GATES.graenser})
    intake = take_in(Call(call.folder, lifted, environment={}), Leverance(folder))
    (sager,) = [file for file in intake.files if file.extract == "sager"]
    assert (sager.laest, sager.accepteret) == (4, 3)  # the value that one row has is still to be mapped


def test_it_is_never_written_over(call: Call, folder: Path, tmp_path: Path) -> None:
    """Another file may be named; what the settings in force map is known then."""
    written(call, folder)
    with pytest.raises(UsageFault, match="findes allerede og røres ikke"):
        new_settings(call, folder)
    own = OPENED_GATES.model_copy(update={"overskrifter": {"sager": {"Sagsnr.": "sag_id"}}})
    new_settings(Call(call.folder, own, environment={}), folder, tmp_path / "ny.toml")
    again = (tmp_path / "ny.toml").read_text(encoding="utf-8")
    assert "Sagsnr." not in again
    assert "Oprettet den" in again


def test_a_first_line_that_may_be_a_row_is_not_told(call: Call, tmp_path: Path) -> None:
    """A file without headings begins with somebody."""
    delivery = Delivery(tmp_path).text("teams", f"T001;{SOMEBODY};leder@kommune.example\n")
    text = written(call, delivery.write())
    assert SOMEBODY not in text
    assert "3 overskrifter vises ikke" in text
