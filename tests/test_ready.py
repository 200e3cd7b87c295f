"""When a delivery was drawn, and when what judges it is loaded before the rest of the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline import ready
from pipeline.base.errors import UsageFault
from pipeline.base.workspace import Workspace
from pipeline.call import Leverance
from pipeline.ready import date_of, get_ready


def _drawn(folder: Path, name: str) -> Leverance:
    (folder / name).mkdir()
    return Leverance(folder / name)


@pytest.mark.parametrize(
    ("name", "dato"), [("2021-04-30", "2021-04-30"), ("2021-04", "2021-04-30"), ("2020-02", "2020-02-29")]
)
def test_the_folder_names_the_day_the_delivery_was_drawn(tmp_path: Path, name: str, dato: str):
    """A day, or a month for its last day."""
    assert str(date_of(_drawn(tmp_path, name))) == dato


@pytest.mark.parametrize("name", ["april", "2021-02-30", "2021-13", "2021-4", "20210430"])
def test_any_other_folder_name_is_wrong_usage(tmp_path: Path, name: str):
    """The date is never guessed."""
    with pytest.raises(UsageFault, match="--udtraeksdato"):
        date_of(_drawn(tmp_path, name))


def test_a_folder_says_when_it_was_drawn_and_why_it_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Not there, not a folder, closed: each exit 2 with its reason."""
    leverance = _drawn(tmp_path, "2021-04-30")
    assert date_of(leverance) == date(2021, 4, 30)
    file = tmp_path / "fil"
    file.touch()
    for path in (tmp_path / "findes-ikke", file):
        with pytest.raises(UsageFault, match="mappen findes ikke"):
            date_of(Leverance(path))

    def denied(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(UsageFault, match="du har ikke ret til at læse mappen"):
        date_of(leverance)


def test_what_judges_is_loaded_for_a_day_of_which_nothing_was_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The same delivery again needs no judging, so it waits for nothing."""
    loaded = list[bool]()
    monkeypatch.setattr(ready, "load", lambda: loaded.append(True))
    folder, leverance = Workspace(tmp_path / "tilsyn"), _drawn(tmp_path, "2021-04-30")
    get_ready(folder, leverance)
    assert len(loaded) == 1
    folder.leverancer.mkdir(parents=True)
    (folder.leverancer / "2021-04-30.duckdb").touch()
    get_ready(folder, leverance)
    assert len(loaded) == 1
    get_ready(folder, Leverance(leverance.folder, date(2021, 5, 1)))
    assert len(loaded) == 2
