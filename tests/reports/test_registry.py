"""The papers are found by walking their folder, and each has its template."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.base.resources import resource
from pipeline.reports.papers import Audience, papers

ROOM = Path(__file__).parents[2] / "pipeline" / "reports"


def test_every_paper_has_its_template_and_every_reader_a_paper():
    """A paper is one module and one template; a workbook has no template."""
    assert {paper.audience for paper in papers()} == set(Audience)
    for paper in papers():
        assert paper.template is None or resource("report_templates", paper.template).is_file()


def test_every_template_belongs_to_a_paper_the_mails_or_the_index():
    """What no paper asks for, and no template includes, is left over."""
    folder = resource("report_templates")
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    apart = {"mail.txt", "mail.html.j2", "mail_uge.txt", "mail_uge.html.j2", "indeks.html.j2"}
    asked = {paper.template for paper in papers()} | apart
    named = {name for text in texts.values() for name in re.findall(r'"([\w.]+\.(?:j2|css|js))"', text)}
    assert set(texts) - asked - named == set()


def test_nothing_but_the_values_knows_the_kinds_of_value():
    """No module of the room asks what kind a value is; it asks the value."""
    kinds = re.compile(r'vaerditype|"(?:andel|rate|sum|gennemsnit|median|fordeling)"')
    knowing = {
        str(file.relative_to(ROOM)) for file in ROOM.rglob("*.py") if kinds.search(file.read_text("utf-8"))
    }
    # two look at the code without asking what it means: is it the same as another's, and as a column told
    carrying = {"facts/same.py", "open_figures.py"}
    assert knowing == {"words/share.py", "words/value.py", "words/values.py"} | carrying
