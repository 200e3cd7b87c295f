"""The index: what lies there, newest first, a team's own alone, and a script allowed by its hash."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment

from pipeline.base.periods import read_periode
from pipeline.reports import Reports
from pipeline.reports.index import News, Shelf
from pipeline.reports.render import Writer

NEWS = {
    "T1": News("Nord <b>", "2 af 3 milepæle ikke nået", "Nået: 5.1."),
    "T2": News("Syd", ""),
    "afdeling": News("Hele afdelingen", "x"),
}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """March and the first quarter as released, April about to be; and what is no period."""
    root, new = tmp_path / "rapporter", tmp_path / "ny"
    for place, files in {
        root / "2021-03": ("T1/rapport.html", "T2/rapport.html", "T9/rapport.html", "afdeling/rapport.html"),
        root / "2021-K1": ("udvalg/rapport.html", "T1/rapport.html"),
        root / "2021-04": ("T1/rapport.html", "GAMMEL/rapport.html"),
        root / ".2021-03.gammel": ("T1/rapport.html",),
        root / "andet": ("T1/rapport.html",),
        new: (
            "T1/rapport.html", "T1/egen.html", "T1/ukendt.html", "T1/registrering.html",
            "T1/feedback/R1.html", "T1/handlingsliste.xlsx", "T1/input-2021-04.xlsx", "T1/index.html",
            "T2/rapport.html",
            "ledermoede/rapport.html",
        ),
    }.items():  # fmt: skip
        for name in files:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).touch()
    return Shelf(root, read_periode("2021-04"), new, NEWS, {"egen": "Vores plan"}, "9.9.9")


def test_everything_there_is_newest_first(shelf: Shelf):
    """The department, the teams, the committee, the leaders; a quarter after its last month; nothing else."""
    rows = shelf.page().rows
    assert [(row.name, row.periode) for row in rows] == [
        ("Nord <b>", "april 2021"), ("Syd", "april 2021"), ("Ledermødet", "april 2021"),
        ("Hele afdelingen", "marts 2021"), ("Nord <b>", "marts 2021"), ("Syd", "marts 2021"),
        ("T9", "marts 2021"), ("Nord <b>", "1. kvartal 2021"), ("Udvalget", "1. kvartal 2021"),
    ]  # fmt: skip
    assert rows[0].links == (
        ("Rapport", "2021-04/T1/rapport.html"),
        ("Vores plan", "2021-04/T1/egen.html"),
        ("Til udfyldelse", "2021-04/T1/input-2021-04.xlsx"),
        ("Registrering", "2021-04/T1/registrering.html"),
        ("Handlingsliste (Excel)", "2021-04/T1/handlingsliste.xlsx"),
    )


def test_a_team_is_told_of_its_own_alone(shelf: Shelf):
    """No name, no folder and no news of another team; from its folder to the earlier ones."""
    page = shelf.page("T1")
    assert {row.name for row in page.rows} == {"Nord <b>"}
    assert [row.links[0][1] for row in page.rows] == [
        "rapport.html", "../../2021-03/T1/rapport.html", "../../2021-K1/T1/rapport.html",
    ]  # fmt: skip
    assert page.news == (("Nord <b>", "rapport.html", "2 af 3 milepæle ikke nået", "Nået: 5.1."),)
    html = Writer().page("indeks.html.j2", page)
    assert not re.search("Syd|T2|afdeling|udvalg|ledermoede", html.partition("</style>")[2])


def test_news_are_what_one_needs_to_choose(file, plan):
    """What matters most in a mail's few words, and the ids of what has turned; a long list is cut."""
    file.calculate("2021-12")
    for number, id_ in enumerate(("5.1", "5.2", "5.3", "5.5", "5.6", "5.7", "6.1", "6.3")):
        file.result(id_, "T1", 40 if number else 0, 40, periode="2021-11")
        file.result(id_, "T1", 0 if number else 40, 40)
    file.frist("5.4", "T1", "U1", date(2021, 5, 3))
    news = Reports(file.database, [plan]).news()["T1"]
    assert news.text == "1 ældre 24-timers vurdering ikke registreret"
    assert re.fullmatch(r"Nået: 5\.1\. Ikke nået: (\d\.\d, ){5}\d\.\d og 1 mere\.", news.turned)


def test_the_page_allows_its_own_script_and_nothing_else(shelf: Shelf):
    """By its hash; names are text; without the script the tables stand as they are."""
    html = Writer().page("indeks.html.j2", shelf.page())
    (written,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(written.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html
    assert "Nord &lt;b&gt;" in html
    before = html.partition("<script>")[0]
    assert not re.search(r"<input|<button| on\w+=", before)
    assert not re.search(r"innerHTML|eval\(|fetch\(|document\.write|https?:", written)


def test_a_template_is_compiled_once_for_all_writers(shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
    """A run has several, each with pictures of its own; what they write of one view is the same."""
    first = Writer().page("indeks.html.j2", shelf.page())
    monkeypatch.setattr(Environment, "_compile", lambda *_: pytest.fail("compiled again"))
    assert Writer().page("indeks.html.j2", shelf.page()) == first


def test_every_address_leads_to_a_file(shelf: Shelf, tmp_path: Path):
    """Those of the newest period once it stands in its place."""
    (shelf.root / "2021-04").rename(tmp_path / "gammel")
    shelf.place.rename(shelf.root / "2021-04")
    released = Shelf(shelf.root, shelf.newest, shelf.root / "2021-04", NEWS, shelf.titles, "9.9.9")
    for folder, home in ((None, shelf.root), ("T1", shelf.root / "2021-04" / "T1")):
        addresses = [address for row in released.page(folder).rows for _, address in row.links]
        assert addresses
        assert all((home / address).is_file() for address in addresses)
