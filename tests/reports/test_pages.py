"""The written files: one folder per team, nothing of another team, self-contained, accessible, escaped."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from pipeline.base.errors import InternalError
from pipeline.reports import Reports, folder_name
from pipeline.reports.words.verdicts import Tone
from tests.reports.conftest import empty_file, written_report

TEAM = {"T1": "Team Nord", "T2": "Team Syd"}
WITHOUT_END = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """A strict reader: complains of a tag that is not closed where it should be, and collects the rest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        assert not self.opened, self.opened

    def handle_starttag(self, tag, attrs):
        """A tag opens; no attribute stands on it twice."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.tags.append((tag, dict(attrs)))
        if tag not in WITHOUT_END:
            self.opened.append(tag)

    def handle_endtag(self, tag):
        """A tag closes the last that was opened."""
        assert self.opened, tag
        assert self.opened.pop() == tag

    def handle_data(self, data):
        """Text between tags."""
        self.text.append(data)

    def all_(self, *names: str) -> list[dict[str, str | None]]:
        """Attributes of every tag of these names."""
        return [attrs for tag, attrs in self.tags if tag in names]

    @property
    def words(self) -> str:
        """All text, with single spaces."""
        return " ".join(" ".join(self.text).split())


@pytest.fixture
def filled(file):
    """Two teams and the department, each with every kind of row, and a case nobody holds."""
    for team_id, name in TEAM.items():
        file.team(team_id, name)
    for team_id in (*TEAM, "UKENDT", "ALLE"):
        file.result("5.1", team_id, 12, 16)
        file.result("5.1", team_id, 3, 16, periode="2021-03")
        file.result("5.1", team_id, 12, 160, rolling=True)
        file.result("6.1", team_id, 3, 16)
        file.result("6.1", team_id, 4, 6, source="tilsyn")
        file.result("7.2", team_id, 1, 2)
    for team_id in (*TEAM, "UKENDT"):
        out = {"sag_id": f"SAG-{team_id}", "raadgiver_id": f"RAAD-{team_id}"}
        file.shortfall("5.1", team_id, f"PULL-{team_id}", frist=date(2021, 4, 2), **out)
        file.frist("5.1", team_id, f"OVER-{team_id}", date(2021, 2, 3), **out)
        file.frist("5.1", team_id, f"SNART-{team_id}", date(2021, 5, 3), **out)
        file.frist("5.1", team_id, f"SENERE-{team_id}", date(2021, 8, 3), **out)
    file.activity("A1.01", "i_gang", count=4)
    file.remark(1, "Grænsen for karantæne er hævet til 10 % i denne kørsel.")
    return file


def test_a_folder_for_each_team_and_one_for_the_department(filled, plan, tmp_path):
    """UKENDT is no team: its cases stand in the department's report."""
    reported = []
    written = Reports(filled.database, [plan]).write(tmp_path, reported.append)
    fixed = ("handlingsliste.xlsx", "rapport.html", "registrering.html", "input-2021-04.xlsx")
    assert sorted(p.relative_to(tmp_path).as_posix() for p in written) == sorted([
        *(f"{team}/{name}" for team in (*TEAM, "afdeling") for name in fixed),
        *(f"{team}/feedback/RAAD-{team}.html" for team in TEAM),
        "ledermoede/rapport.html",
    ])  # fmt: skip
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted(written)
    assert len(reported) == 3


def test_a_team_sees_its_own_cases_and_no_other_teams(filled, report):
    """Not an id, not a name of another team stands in a team's report; the department's holds UKENDT's."""
    pages = {team_id: report(team_id) for team_id in TEAM}
    for team_id, page in pages.items():
        for track in ("PULL", "OVER", "SNART", "SENERE", "SAG", "RAAD"):
            assert f"{track}-{team_id}" in page
        for other in {*TEAM, "UKENDT"} - {team_id}:
            assert f"-{other}" not in page
            assert TEAM.get(other, "Ukendt team") not in page
    afdeling = report("ALLE")
    assert all(f"{track}-UKENDT" in afdeling for track in ("PULL", "OVER", "SNART", "SENERE", "SAG", "RAAD"))
    assert not any(f"-{team_id}" in afdeling for team_id in TEAM)
    assert all(name in afdeling for name in TEAM.values())


@pytest.mark.parametrize("team_id", ["T1", "ALLE"])
def test_pages_are_well_formed_and_stand_alone(filled, report, team_id):
    """Danish, one h1, no jumps in headings, captions and scopes, pictures with words, no script."""
    html = report(team_id)
    page = Page(html)
    assert html.startswith("<!doctype html>\n")
    assert page.all_("html")[0]["lang"] == "da"
    assert len(page.all_("h1")) == len(page.all_("title")) == len(page.all_("main")) == 1
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(next_ - now <= 1 for now, next_ in pairwise(levels))
    assert len(page.all_("caption")) == len(page.all_("table")) > 3
    assert all(attrs.get("scope") in {"col", "row", "rowgroup"} for attrs in page.all_("th"))
    assert all(len(attrs["alt"] or "") > 80 for attrs in page.all_("img"))
    assert not page.all_("script", "link", "iframe", "object", "form", "input")
    addresses = [a.get("src") or a.get("href") or "" for a in page.all_("img", "a")]
    others = (
        [f"../{home}/rapport.html" for home in (*TEAM, "ledermoede")] if team_id == "ALLE" else ["feedback/"]
    )
    own = ("data:image/svg+xml;base64,", "#", "handlingsliste.xlsx", "registrering.html", *others)
    assert all(address.startswith(own) for address in addresses)
    assert not re.search(r"https?:|//[a-z]|@import|url\(", html)
    ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in page.all_("a") if a["href"].startswith("#")} <= set(ids)
    referred = {attrs[n] for _, attrs in page.tags for n in ("aria-labelledby",) if attrs.get(n)}
    assert referred <= set(ids)


def test_what_can_scroll_can_be_reached_by_keyboard(filled, report):
    """A region that scrolls sideways takes focus and has a name; only the wide ones do."""
    regions = [attrs for _, attrs in Page(report("ALLE")).tags if attrs.get("role") == "region"]
    assert regions
    assert all(attrs["tabindex"] == "0" and attrs["aria-label"] for attrs in regions)
    assert not any("alle team" in (attrs.get("aria-label") or "") for _, attrs in Page(report("T1")).tags)


def test_every_indicator_and_activity_of_the_plan_is_in_the_departments_report(filled, report, plan):
    """Nothing of the plan is silently left out, measured or not."""
    department, team = (Page(report(team_id)).words for team_id in ("ALLE", "T1"))
    for words in (department, team):
        assert all(f"{i.id} {i.titel}" in words for i in plan.indikatorer)
    assert all(a.titel in department for a in plan.aktiviteter)
    assert "Aktiviteter i planen" not in team


def test_remarks_of_the_run_are_stated_on_every_page(filled, report):
    """Limits that were lifted and the like stand in every report."""
    for team_id in ("ALLE", *TEAM):
        assert "Grænsen for karantæne er hævet til 10 % i denne kørsel." in report(team_id)


def test_a_preliminary_period_is_marked_on_every_page(filled, report):
    """And a finished one is not."""
    assert "Foreløbige tal" not in report("T1")
    filled.calculate("2021-04", date(2021, 4, 12))
    for team_id in ("ALLE", *TEAM):
        assert "Foreløbige tal: udtrækket er fra 12. april 2021" in report(team_id)


def test_no_verdict_is_colour_alone(filled, report):
    """Whatever is coloured has a sign and words inside it."""
    html = report("ALLE")
    verdicts = re.findall(r'<span class="vurdering (\w+)"><span aria-hidden="true">(.)</span> (\w+)', html)
    assert len(verdicts) == html.count('class="vurdering ')
    assert {tone for tone, _, _ in verdicts} == {tone.value for tone in Tone}


@pytest.mark.parametrize(
    "evil", ['<script>alert("x")</script>', "{{ 7 * 7 }}", 'O\'Brien & "Søn" </style>', "Ærø 🧒"]
)
def test_hostile_names_are_text(file, report, evil):
    """A team's name and every id are shown as they are written, whatever they hold."""
    file.team("T1", evil)
    file.result("5.1", "T1", 12, 16)
    file.result("5.1", "ALLE", 12, 16)
    file.frist("5.1", "T1", evil, date(2021, 4, 1), sag_id=evil, raadgiver_id=evil)
    file.shortfall("5.1", "T1", evil, sag_id=evil, raadgiver_id=evil, frist=date(2021, 4, 1))
    file.remark(1, evil)
    for team_id in ("T1", "ALLE"):
        page = Page(report(team_id))
        assert evil in page.words
        assert not page.all_("script")


@pytest.mark.parametrize(
    "team_id",
    [
        "../../etc", "..", ".", "a/b", "a\\b", "", "afdeling", "Afdeling", "udvalg", "ledermoede", "x" * 300,
        "a b",
    ],
)  # fmt: skip
def test_a_team_id_is_never_a_way_out_of_the_folder(file, plan, tmp_path, team_id):
    """Whatever the id, its report lies in a folder of its own beside the department's."""
    file.result("5.1", team_id, 12, 16)
    file.frist("5.1", team_id, "KUN-HOLDETS", date(2021, 4, 1))
    written = Reports(file.database, [plan]).write(tmp_path / "ud")
    afdeling, team, leaders = (p for p in written if p.name == "rapport.html")
    assert afdeling == tmp_path / "ud" / "afdeling" / "rapport.html"
    assert team.parent.parent.resolve() == tmp_path / "ud"
    assert leaders == tmp_path / "ud" / "ledermoede" / "rapport.html"
    assert team.parent.name.casefold() not in {"afdeling", "udvalg", "ledermoede"}
    assert all(p.resolve().is_relative_to(tmp_path / "ud") for p in written)
    assert "KUN-HOLDETS" in team.read_text(encoding="utf-8")
    assert "KUN-HOLDETS" not in afdeling.read_text(encoding="utf-8")


def test_ids_that_look_alike_when_made_safe_get_different_folders():
    """`a/b`, `a b` and `a_b` are three teams."""
    assert len({folder_name(team_id) for team_id in ("a/b", "a b", "a_b", "a\\b")}) == 4
    assert folder_name("T-1_ø") == "T-1_ø"


def test_the_same_data_give_the_same_bytes(filled, plan, tmp_path):
    """Two runs over the same published file write identical reports."""
    en, to = (
        [p.read_bytes() for p in Reports(filled.database, [plan]).write(tmp_path / name)]
        for name in ("a", "b")
    )
    assert en == to


def test_a_file_of_another_plan_is_refused(file, plan, tmp_path):
    """Figures are never worded by a plan they were not computed for."""
    file.database.run("update plan set plan_id = 'en_anden'")
    with pytest.raises(InternalError, match="en_anden"):
        Reports(file.database, [plan]).write(tmp_path)


def test_a_file_without_a_run_is_refused(file, plan, tmp_path):
    """Without its one row of opgoerelse nothing says which period is meant."""
    file.database.run("delete from opgoerelse")
    with pytest.raises(InternalError, match="0 rækker"):
        Reports(file.database, [plan]).write(tmp_path)


def test_an_empty_department_still_gets_its_report(file, report):
    """No results at all: that is said, and every indicator stands without a percent."""
    page = Page(report("ALLE"))
    text = "Ingen af planens 57 indikatorer har tal i perioden."
    assert text in page.words
    assert not re.search(r"\d af \d", page.words.partition(text)[2].rpartition("Om tallene")[0])


def test_starting_the_reports_does_not_load_the_drawing_and_template_libraries():
    """They are loaded when a report is written: the command line's help does not wait for them."""
    import subprocess
    import sys

    code = "import sys, pipeline.reports; print({'matplotlib', 'jinja2'} & set(sys.modules))"
    reply = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert reply.stdout.strip() == "set()"


@pytest.fixture(scope="module")
def colours(plan, tmp_path_factory):
    """The colours of a report's style sheet by their names."""
    with empty_file(plan) as file:
        html = written_report(file, tmp_path_factory.mktemp("farver"), "ALLE")
    return dict(re.findall(r"--([\w-]+): (#\w+);", html))


def luminance(colour: str) -> float:
    """Relative luminance of a `#rgb` or `#rrggbb` colour (WCAG 2.2)."""
    digits = colour.lstrip("#")
    pair = [c * 2 for c in digits] if len(digits) == 3 else re.findall("..", digits)
    channels = [int(to, 16) / 255 for to in pair]
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize(
    ("font", "area"),
    [("blaek", "papir"), ("blaek", "flade"), ("daempet", "papir"), ("daempet", "flade"), ("god", "papir"),
     ("god", "god-flade"), ("mangler", "mangler-flade"), ("mangler", "papir"), ("uvis", "uvis-flade"),
     ("uvis", "papir"), ("blaek", "god-flade"), ("blaek", "mangler-flade"), ("daempet", "god-flade"),
     ("daempet", "mangler-flade")],
)  # fmt: skip
def test_text_has_enough_contrast(colours, font, area):
    """Every pair of text and ground that the pages use is at least 4.5 to 1 (WCAG 2.2, AA)."""
    light, dark = sorted((luminance(colours[font]), luminance(colours[area])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
