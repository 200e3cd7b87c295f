"""What a plan has its leaders read: its themes and questions, as a chapter of its catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.definitions.plan_review import Maalepunkt, Tema
from pipeline.definitions.plans import Plan
from pipeline.economist.explain import parameter_text
from tools.documents.markdown import table

HOW_OFTEN = {"maaned": "hver måned", "kvartal": "hvert kvartal"}
READERS = {"leder": "teamets leder", "paa_tvaers": "lederen af et andet team"}


def review_chapter(plan: Plan) -> Iterator[str]:
    """The themes of the case review with what they draw from, and the questions in the order of the form."""
    if not plan.tilsyn:
        return
    yield "## Ledelsestilsynet"
    yield ""
    yield "Det, lederne læser, og det, de svarer på. Et målepunkt med en indikators nummer tæller med i den."
    yield ""
    for theme in plan.tilsyn:
        yield f"### {theme.titel} (`{theme.id}`)"
        yield ""
        yield from table(("", ""), _information(theme))
        asked = [q for id_ in theme.maalepunkter for q in plan.maalepunkter if q.id == id_]
        yield from table(("Nr.", "Målepunkt", "Vejledning"), (_question(q) for q in asked))


def _information(theme: Tema) -> list[tuple[str, str]]:
    given = parameter_text(theme.parametre)
    per = "i alt, delt på teams" if theme.enhed == "genstand" else "af hver ansat rådgivers"
    all_ = {
        "Planens ordlyd": f"»{theme.planens_ordlyd}«" if theme.planens_ordlyd else "",
        "Antagelse": theme.antagelse or "",
        "Ramme": f"`sql/review/rammer/{theme.genstand}.sql`" + (f" ({given})" if given else ""),
        "Læses": f"{HOW_OFTEN[theme.hyppighed]}, første gang {theme.foerste_periode}",
        "Antal": f"{theme.antal} {per}" if theme.antal else "ikke fastsat; siges, når der trækkes",
        "Teams": f"kun området {theme.omraade}" if theme.omraade else "",
        "Læser": READERS[theme.laeser],
    }
    return [(f"**{name}**", text) for name, text in all_.items() if text]


def _question(question: Maalepunkt) -> tuple[str, str, str]:
    until = f" (til {question.gyldig_til:%d-%m-%Y})" if question.gyldig_til else ""
    return f"{question.id}{until}", f"*{question.tema}:* {question.ordlyd}", question.vejledning
