"""Takes the pictures of the guides anew from a workspace that `demo` has filled.

    python docs/billeder/capture.py tilsyn-demo

The workspace also holds the reports of 2021-K4 (`check --periode 2021-K4`, then `report`), for the
committee's. Needs Chromium and the package playwright; the drawings (*.svg) are drawn by hand.
"""

from __future__ import annotations

import base64
import html
import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path

import duckdb
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
WIDTH = 960
COLOURS = 128
WINDOW = {"width": 1280, "height": 960}
EXCERPT = {
    "overblik": ("2021-12/T03/rapport.html", "h1"),
    "team": ("2021-12/T03/rapport.html", "#i-5-1"),
    "afdeling": ("2021-12/afdeling/rapport.html", "h1"),
    "indsatstrappe": ("2021-12/afdeling/rapport.html", "#trappe"),
    "registrering": ("2021-12/T03/registrering.html", "h1"),
    "feedback": ("2021-12/T03/feedback/R0017.html", "h1"),
    "udvalg": ("2021-K4/udvalg/rapport.html", "h1"),
}
"""Pictures of the papers: which, and what stands at the top of the window."""
TERMINAL = """
<style>
  body { margin: 0; background: #fff; }
  pre { margin: 0; padding: 16px 20px; background: #f5f7f9; color: #1b1f24; display: inline-block;
        font: 14px/1.45 "DejaVu Sans Mono", Consolas, monospace; }
</style>
<pre>%s</pre>
"""


def main(workspace: Path) -> None:
    """All pictures."""
    with sync_playwright() as program:
        browser = program.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 1000})
        report(page, workspace / "rapporter" / "2021-12" / "T02" / "rapport.html")
        excerpt(browser.new_page(viewport=WINDOW), workspace / "rapporter")
        mail(
            browser.new_page(viewport={"width": 720, "height": 1100}),
            workspace / "udbakke" / "2021-12" / "T03.eml",
        )
        first_screen(browser, workspace / "rapporter" / "2021-12" / "T03" / "rapport.html")
        dark = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
        mail(dark, workspace / "udbakke" / "2021-12" / "T03.eml", "mail-moerk.png")
        terminal(page, "eksempel.png", workspace, "examples", "ventetid_pr_tilbud")
        terminal(page, "forklaring.png", workspace, "explain", "5.1", "--sag", _late_sag(workspace))
        browser.close()
    for name in sorted(Path(__file__).parent.glob("*.png")):
        small(name)


def small(picture: Path) -> None:
    """The same picture in few colours, a third of the size."""
    with Image.open(picture) as taken:
        drawn = taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    drawn.save(picture, optimize=True)


def report(page: Page, file: Path) -> None:
    """The top of a team's report, and one indicator of it."""
    page.goto(file.as_uri())
    page.screenshot(path=_path("rapport.png"))
    page.goto(f"{file.as_uri()}#i-5-1")
    top, bottom = (
        page.locator(f"#{id_}").evaluate("e => e.getBoundingClientRect().top + window.scrollY")
        for id_ in ("i-5-1", "i-5-2")
    )
    excerpt = {"x": 0, "y": top - 12, "width": WIDTH, "height": bottom - top - 8}
    page.screenshot(path=_path("indikator.png"), full_page=True, clip=excerpt)


def excerpt(page: Page, reports: Path) -> None:
    """The top, or a part, of every paper."""
    for name, (file, topmost) in EXCERPT.items():
        fragment = topmost if topmost.startswith("#i-") else ""
        page.goto((reports / file).as_uri() + fragment)
        page.evaluate("document.querySelectorAll('.trin-for-trin').forEach(fold => fold.open = true)")
        page.locator(topmost).first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top - 60)")
        page.screenshot(path=_path(f"{name}.png"))


def mail(page: Page, file: Path, name: str = "mail.png") -> None:
    """The top of a mail, with its pictures put into it."""
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    parts = {part.get_content_type(): part for part in message.walk()}
    shown = parts["text/html"].get_content()
    for part in message.walk():
        if part.get_content_maintype() == "image":
            data = base64.b64encode(part.get_content()).decode("ascii")
            shown = shown.replace(f"cid:{part['Content-ID'].strip('<>')}", f"data:image/png;base64,{data}")
    page.set_content(shown)
    page.screenshot(path=_path(name))


def first_screen(browser: Browser, file: Path) -> None:
    """The first screen on a phone and on paper."""
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    phone.goto(file.as_uri())
    phone.screenshot(path=_path("telefon.png"))
    paper = browser.new_page(viewport={"width": 710, "height": 1000})
    paper.emulate_media(media="print")
    paper.goto(file.as_uri())
    paper.screenshot(path=_path("papir.png"))


def terminal(page: Page, name: str, folder: Path, *word: str) -> None:
    """A command and the lines it writes."""
    ran = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "cli.py"), *word, "--arbejdsmappe", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = [line.rstrip() for line in ran.stdout.splitlines()]
    text = "\n".join([f"> ledelsestilsyn {' '.join(word)}", "", *lines])
    page.set_content(TERMINAL % html.escape(text))
    page.locator("pre").screenshot(path=_path(name))


def _late_sag(workspace: Path) -> str:
    """The first case with one late partshøring and nothing else in 5.1."""
    with duckdb.connect(workspace / "publiceret" / "ledelsestilsyn.duckdb", read_only=True) as database:
        found = database.execute(
            "select sag_id from indikator_raekke where indikator_id = '5.1' and periodetype = 'maaned' "
            "and udfald <> 'afventer' and sag_id is not null group by sag_id "
            "having count(*) = 1 and max(aarsag) = 'for_sent' order by sag_id limit 1"
        ).fetchone()
    return str(found[0]) if found else ""


def _path(name: str) -> str:
    return str(Path(__file__).parent / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
