"""Takes the pictures of the guides anew from a workspace that `demo` has filled.

    python docs/billeder/optag.py tilsyn-demo

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
from playwright.sync_api import Page, sync_playwright

ROD = Path(__file__).resolve().parents[2]
BREDDE = 960
VINDUE = {"width": 1280, "height": 960}
UDSNIT = {
    "overblik": ("2021-12/T03/rapport.html", "h1"),
    "team": ("2021-12/T03/rapport.html", "#i-5-1"),
    "afdeling": ("2021-12/afdeling/rapport.html", "#overblik"),
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


def main(arbejdsmappe: Path) -> None:
    """All pictures."""
    with sync_playwright() as program:
        browser = program.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        side = browser.new_page(viewport={"width": BREDDE, "height": 1000})
        rapport(side, arbejdsmappe / "rapporter" / "2021-12" / "T02" / "rapport.html")
        udsnit(browser.new_page(viewport=VINDUE), arbejdsmappe / "rapporter")
        mail(
            browser.new_page(viewport={"width": 720, "height": 1100}),
            arbejdsmappe / "udbakke" / "2021-12" / "T03.eml",
        )
        terminal(side, "eksempel.png", arbejdsmappe, "examples", "ventetid_pr_tilbud")
        terminal(side, "forklaring.png", arbejdsmappe, "explain", "5.1", "--sag", _sen_sag(arbejdsmappe))
        browser.close()


def rapport(side: Page, fil: Path) -> None:
    """The top of a team's report, and one indicator of it."""
    side.goto(fil.as_uri())
    side.screenshot(path=_sti("rapport.png"))
    top, bund = (
        side.locator(f"#{id_}").evaluate("e => e.getBoundingClientRect().top + window.scrollY")
        for id_ in ("i-5-1", "i-5-2")
    )
    udsnit = {"x": 0, "y": top - 12, "width": BREDDE, "height": bund - top - 8}
    side.screenshot(path=_sti("indikator.png"), full_page=True, clip=udsnit)


def udsnit(side: Page, rapporter: Path) -> None:
    """The top, or a part, of every paper."""
    for navn, (fil, oeverst) in UDSNIT.items():
        side.goto((rapporter / fil).as_uri())
        side.locator(oeverst).first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top - 20)")
        side.screenshot(path=_sti(f"{navn}.png"))


def mail(side: Page, fil: Path) -> None:
    """The top of a mail, with its pictures put into it."""
    besked = message_from_bytes(fil.read_bytes(), policy=policy.default)
    dele = {del_.get_content_type(): del_ for del_ in besked.walk()}
    vist = dele["text/html"].get_content()
    for del_ in besked.walk():
        if del_.get_content_maintype() == "image":
            data = base64.b64encode(del_.get_content()).decode("ascii")
            vist = vist.replace(f"cid:{del_['Content-ID'].strip('<>')}", f"data:image/png;base64,{data}")
    side.set_content(vist)
    side.screenshot(path=_sti("mail.png"))


def terminal(side: Page, navn: str, mappe: Path, *ord_: str) -> None:
    """A command and the lines it writes."""
    koert = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(ROD / "cli.py"), *ord_, "--arbejdsmappe", str(mappe)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    linjer = [linje.rstrip() for linje in koert.stdout.splitlines()]
    tekst = "\n".join([f"> ledelsestilsyn {' '.join(ord_)}", "", *linjer])
    side.set_content(TERMINAL % html.escape(tekst))
    side.locator("pre").screenshot(path=_sti(navn))


def _sen_sag(arbejdsmappe: Path) -> str:
    """The first case with one late partshøring and nothing else in 5.1."""
    with duckdb.connect(arbejdsmappe / "publiceret" / "ledelsestilsyn.duckdb", read_only=True) as database:
        fundet = database.execute(
            "select sag_id from indikator_raekke where indikator_id = '5.1' and periodetype = 'maaned' "
            "and udfald <> 'afventer' and sag_id is not null group by sag_id "
            "having count(*) = 1 and max(aarsag) = 'for_sent' order by sag_id limit 1"
        ).fetchone()
    return str(fundet[0]) if fundet else ""


def _sti(navn: str) -> str:
    return str(Path(__file__).parent / navn)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
