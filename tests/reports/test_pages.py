"""The written files: one folder per team, nothing of another team, self-contained, accessible, escaped."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from pipeline.errors import InternFejl
from pipeline.reports import Rapporter, mappenavn
from pipeline.reports.page.model import Tone

HOLD = {"T1": "Team Nord", "T2": "Team Syd"}
UDEN_SLUT = {"meta", "img", "br", "link", "input", "hr"}


class Side(HTMLParser):
    """A strict reader: complains of a tag that is not closed where it should be, and collects the rest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.aabne: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.tekst: list[str] = []
        self.feed(html)
        self.close()
        assert not self.aabne, self.aabne

    def handle_starttag(self, tag, attrs):
        """A tag opens; no attribute stands on it twice."""
        navne = [navn for navn, _ in attrs]
        assert len(navne) == len(set(navne)), (tag, navne)
        self.tags.append((tag, dict(attrs)))
        if tag not in UDEN_SLUT:
            self.aabne.append(tag)

    def handle_endtag(self, tag):
        """A tag closes the last that was opened."""
        assert self.aabne, tag
        assert self.aabne.pop() == tag

    def handle_data(self, data):
        """Text between tags."""
        self.tekst.append(data)

    def alle(self, *navne: str) -> list[dict[str, str | None]]:
        """Attributes of every tag of these names."""
        return [attrs for tag, attrs in self.tags if tag in navne]

    @property
    def ord(self) -> str:
        """All text, with single spaces."""
        return " ".join(" ".join(self.tekst).split())


@pytest.fixture
def fyldt(fil):
    """Two teams and the department, each with every kind of row, and a case nobody holds."""
    for team_id, navn in HOLD.items():
        fil.hold(team_id, navn)
    for team_id in (*HOLD, "UKENDT", "ALLE"):
        fil.resultat("5.1", team_id, 12, 16)
        fil.resultat("5.1", team_id, 3, 16, periode="2021-03")
        fil.resultat("5.1", team_id, 12, 160, rullende=True)
        fil.resultat("6.1", team_id, 3, 16)
        fil.resultat("6.1", team_id, 4, 6, kilde="tilsyn")
        fil.resultat("7.2", team_id, 1, 2)
    for team_id in (*HOLD, "UKENDT"):
        ud = {"sag_id": f"SAG-{team_id}", "raadgiver_id": f"RAAD-{team_id}"}
        fil.mangel("5.1", team_id, f"PULL-{team_id}", frist=date(2021, 4, 2), **ud)
        fil.frist("5.1", team_id, f"OVER-{team_id}", date(2021, 2, 3), **ud)
        fil.frist("5.1", team_id, f"SNART-{team_id}", date(2021, 5, 3), **ud)
        fil.frist("5.1", team_id, f"SENERE-{team_id}", date(2021, 8, 3), **ud)
    fil.aktivitet("A1.01", "i_gang", antal=4)
    fil.bemaerk(1, "Grænsen for karantæne er hævet til 10 % i denne kørsel.")
    return fil


def test_a_folder_for_each_team_and_one_for_the_department(fyldt, plan, tmp_path):
    """UKENDT is no team: its cases stand in the department's report."""
    meldt = []
    skrevne = Rapporter(fyldt.database, plan).skriv(tmp_path, meldt.append)
    fast = ("handlingsliste.xlsx", "rapport.html", "registrering.html")
    assert sorted(p.relative_to(tmp_path).as_posix() for p in skrevne) == sorted([
        *(f"{hold}/{navn}" for hold in (*HOLD, "afdeling") for navn in fast),
        *(f"{hold}/feedback/RAAD-{hold}.html" for hold in HOLD),
    ])  # fmt: skip
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted(skrevne)
    assert len(meldt) == 3


def test_a_team_sees_its_own_cases_and_no_other_teams(fyldt, rapport):
    """Not an id, not a name of another team stands in a team's report; the department's holds UKENDT's."""
    sider = {team_id: rapport(team_id) for team_id in HOLD}
    for team_id, side in sider.items():
        for spor in ("PULL", "OVER", "SNART", "SENERE", "SAG", "RAAD"):
            assert f"{spor}-{team_id}" in side
        for anden in {*HOLD, "UKENDT"} - {team_id}:
            assert f"-{anden}" not in side
            assert HOLD.get(anden, "Ukendt team") not in side
    afdeling = rapport("ALLE")
    assert all(f"{spor}-UKENDT" in afdeling for spor in ("PULL", "OVER", "SNART", "SENERE", "SAG", "RAAD"))
    assert not any(f"-{team_id}" in afdeling for team_id in HOLD)
    assert all(navn in afdeling for navn in HOLD.values())


@pytest.mark.parametrize("team_id", ["T1", "ALLE"])
def test_pages_are_well_formed_and_stand_alone(fyldt, rapport, team_id):
    """Danish, one h1, no jumps in headings, captions and scopes, pictures with words, no script."""
    html = rapport(team_id)
    side = Side(html)
    assert html.startswith("<!doctype html>\n")
    assert side.alle("html")[0]["lang"] == "da"
    assert len(side.alle("h1")) == len(side.alle("title")) == len(side.alle("main")) == 1
    niveauer = [int(tag[1]) for tag, _ in side.tags if re.fullmatch("h[1-6]", tag)]
    assert all(naeste - nu <= 1 for nu, naeste in pairwise(niveauer))
    assert len(side.alle("caption")) == len(side.alle("table")) > 3
    assert all(attrs.get("scope") in {"col", "row", "rowgroup"} for attrs in side.alle("th"))
    assert all(len(attrs["alt"] or "") > 80 for attrs in side.alle("img"))
    assert not side.alle("script", "link", "iframe", "object", "form", "input")
    adresser = [a.get("src") or a.get("href") or "" for a in side.alle("img", "a")]
    assert all(adresse.startswith(("data:image/svg+xml;base64,", "#")) for adresse in adresser)
    assert not re.search(r"https?:|//[a-z]|@import|url\(", html)
    ider = [attrs["id"] for _, attrs in side.tags if attrs.get("id")]
    assert len(ider) == len(set(ider))
    assert {a["href"][1:] for a in side.alle("a")} <= set(ider)
    henvist = {attrs[n] for _, attrs in side.tags for n in ("aria-labelledby",) if attrs.get(n)}
    assert henvist <= set(ider)


def test_what_can_scroll_can_be_reached_by_keyboard(fyldt, rapport):
    """A region that scrolls sideways takes focus and has a name; only the wide ones do."""
    regioner = [attrs for _, attrs in Side(rapport("ALLE")).tags if attrs.get("role") == "region"]
    assert regioner
    assert all(attrs["tabindex"] == "0" and attrs["aria-label"] for attrs in regioner)
    assert Side(rapport("T1")).ord.count("Overblik") >= 1
    assert not any("alle team" in (attrs.get("aria-label") or "") for _, attrs in Side(rapport("T1")).tags)


def test_every_indicator_and_activity_of_the_plan_is_in_the_departments_report(fyldt, rapport, plan):
    """Nothing of the plan is silently left out, measured or not."""
    ord_ = Side(rapport("ALLE")).ord
    assert all(f"{i.id} {i.titel}" in ord_ for i in plan.indikatorer)
    assert all(a.titel in ord_ for a in plan.aktiviteter)
    assert "Aktiviteter i planen" not in Side(rapport("T1")).ord
    assert all(f"{i.id} {i.titel}" in Side(rapport("T1")).ord for i in plan.indikatorer)


def test_remarks_of_the_run_are_stated_on_every_page(fyldt, rapport):
    """Limits that were lifted and the like stand in every report."""
    for team_id in ("ALLE", *HOLD):
        assert "Grænsen for karantæne er hævet til 10 % i denne kørsel." in rapport(team_id)


def test_a_preliminary_period_is_marked_on_every_page(fyldt, rapport):
    """And a finished one is not."""
    assert "Foreløbige tal" not in rapport("T1")
    fyldt.opgoer("2021-04", date(2021, 4, 12))
    for team_id in ("ALLE", *HOLD):
        assert "Foreløbige tal: udtrækket er fra 12. april 2021" in rapport(team_id)


def test_no_verdict_is_colour_alone(fyldt, rapport):
    """Whatever is coloured has a sign and words inside it."""
    html = rapport("ALLE")
    domme = re.findall(r'<span class="vurdering (\w+)"><span aria-hidden="true">(.)</span> (\w+)', html)
    assert len(domme) == html.count('class="vurdering ')
    assert {tone for tone, _, _ in domme} == {tone.value for tone in Tone}


@pytest.mark.parametrize(
    "ondt", ['<script>alert("x")</script>', "{{ 7 * 7 }}", 'O\'Brien & "Søn" </style>', "Ærø 🧒"]
)
def test_hostile_names_are_text(fil, rapport, ondt):
    """A team's name and every id are shown as they are written, whatever they hold."""
    fil.hold("T1", ondt)
    fil.resultat("5.1", "T1", 12, 16)
    fil.resultat("5.1", "ALLE", 12, 16)
    fil.frist("5.1", "T1", ondt, date(2021, 4, 1), sag_id=ondt, raadgiver_id=ondt)
    fil.mangel("5.1", "T1", ondt, sag_id=ondt, raadgiver_id=ondt, frist=date(2021, 4, 1))
    fil.bemaerk(1, ondt)
    for team_id in ("T1", "ALLE"):
        side = Side(rapport(team_id))
        assert ondt in side.ord
        assert not side.alle("script")


@pytest.mark.parametrize(
    "team_id", ["../../etc", "..", ".", "a/b", "a\\b", "", "afdeling", "Afdeling", "udvalg", "x" * 300, "a b"]
)
def test_a_team_id_is_never_a_way_out_of_the_folder(fil, plan, tmp_path, team_id):
    """Whatever the id, its report lies in a folder of its own beside the department's."""
    fil.resultat("5.1", team_id, 12, 16)
    fil.frist("5.1", team_id, "KUN-HOLDETS", date(2021, 4, 1))
    skrevne = Rapporter(fil.database, plan).skriv(tmp_path / "ud")
    afdeling, hold = (p for p in skrevne if p.name == "rapport.html")
    assert afdeling == tmp_path / "ud" / "afdeling" / "rapport.html"
    assert hold.parent.parent.resolve() == tmp_path / "ud"
    assert hold.parent.name.casefold() not in {"afdeling", "udvalg"}
    assert all(p.resolve().is_relative_to(tmp_path / "ud") for p in skrevne)
    assert "KUN-HOLDETS" in hold.read_text(encoding="utf-8")
    assert "KUN-HOLDETS" not in afdeling.read_text(encoding="utf-8")


def test_ids_that_look_alike_when_made_safe_get_different_folders():
    """`a/b`, `a b` and `a_b` are three teams."""
    assert len({mappenavn(team_id) for team_id in ("a/b", "a b", "a_b", "a\\b")}) == 4
    assert mappenavn("T-1_ø") == "T-1_ø"


def test_the_same_data_give_the_same_bytes(fyldt, plan, tmp_path):
    """Two runs over the same published file write identical reports."""
    en, to = (
        [p.read_bytes() for p in Rapporter(fyldt.database, plan).skriv(tmp_path / navn)]
        for navn in ("a", "b")
    )
    assert en == to


def test_a_file_of_another_plan_is_refused(fil, plan, tmp_path):
    """Figures are never worded by a plan they were not computed for."""
    fil.database.koer("update opgoerelse set plan_id = 'en_anden'")
    with pytest.raises(InternFejl, match="en_anden"):
        Rapporter(fil.database, plan).skriv(tmp_path)


def test_a_file_without_a_run_is_refused(fil, plan, tmp_path):
    """Without its one row of opgoerelse nothing says which period is meant."""
    fil.database.koer("delete from opgoerelse")
    with pytest.raises(InternFejl, match="0 rækker"):
        Rapporter(fil.database, plan).skriv(tmp_path)


def test_an_empty_department_still_gets_its_report(fil, rapport):
    """No results at all: five lines and every indicator, none of them with a percent."""
    side = Side(rapport("ALLE"))
    assert "Ingen data" in side.ord
    assert not re.search(r"\d af \d", side.ord.partition("Om tallene")[0].partition("Overblik")[2])


def test_starting_the_reports_does_not_load_the_drawing_and_template_libraries():
    """They are loaded when a report is written: the command line's help does not wait for them."""
    import subprocess
    import sys

    kode = "import sys, pipeline.reports; print({'matplotlib', 'jinja2'} & set(sys.modules))"
    svar = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert svar.stdout.strip() == "set()"


def luminans(farve: str) -> float:
    """Relative luminance of a `#rgb` or `#rrggbb` colour (WCAG 2.2)."""
    cifre = farve.lstrip("#")
    par = [c * 2 for c in cifre] if len(cifre) == 3 else re.findall("..", cifre)
    kanaler = [int(to, 16) / 255 for to in par]
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanaler)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize(
    ("skrift", "flade"),
    [("blaek", "papir"), ("blaek", "flade"), ("daempet", "papir"), ("daempet", "flade"), ("god", "papir"),
     ("god", "god-flade"), ("mangler", "mangler-flade"), ("mangler", "papir"), ("uvis", "uvis-flade"),
     ("uvis", "papir"), ("blaek", "god-flade"), ("blaek", "mangler-flade"), ("daempet", "god-flade"),
     ("daempet", "mangler-flade")],
)  # fmt: skip
def test_text_has_enough_contrast(fil, rapport, skrift, flade):
    """Every pair of text and ground that the pages use is at least 4.5 to 1 (WCAG 2.2, AA)."""
    farver = dict(re.findall(r"--([\w-]+): (#\w+);", rapport("ALLE")))
    lys, moerk = sorted((luminans(farver[skrift]), luminans(farver[flade])), reverse=True)
    assert (lys + 0.05) / (moerk + 0.05) >= 4.5
