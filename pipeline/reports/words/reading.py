"""The reading in words: what was read, what the answers can show, and what they cannot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.base.errors import UsageFault
from pipeline.base.periods import Periode, read_periode
from pipeline.base.text import (
    FEWEST,
    HARD_SPACE,
    Percent,
    count_of,
    dato,
    number,
    periode_text,
)
from pipeline.definitions.plan_models import Plan
from pipeline.reports.facts import Facts
from pipeline.reports.facts.reading import AgainstRegister, Answers, Coverage, Round
from pipeline.reports.words.value import interval

ANSWER_WORDS = {
    "ja": "Ja",
    "delvist": "Delvist",
    "nej": "Nej",
    "ikke_relevant": "Ikke relevant",
    "kan_ikke_ses": "Kan ikke ses",
}
OBJECTS = {
    "sag": ("sag", "sager"),
    "underretning": ("underretning", "underretninger"),
    "undersoegelse": ("undersøgelse", "undersøgelser"),
    "indsats": ("indsats", "indsatser"),
    "handleplan": ("handleplan", "handleplaner"),
    "opfoelgning": ("opfølgning", "opfølgninger"),
}
"""What is read, alone and several."""
WHOLE_FRAME = "hele rammen"


# names -----------------------------------------------------------------------------------------------


def theme_name(plan: Plan, tema_id: str) -> str:
    """A theme by its title; by its id where the plan no longer has it."""
    return next((theme.titel for theme in plan.tilsyn if theme.id == tema_id), tema_id)


def question_name(plan: Plan, maalepunkt_id: str, day: date) -> str:
    """A question as the plan words it on a day, with its number; by that alone where the plan has it not."""
    worded = [point for point in plan.maalepunkter if point.id == maalepunkt_id]
    chosen = next((point for point in worded if point.holds_on(day)), worded[-1] if worded else None)
    if chosen:
        return f"{maalepunkt_id} {chosen.ordlyd}"
    titles = [i.titel for i in plan.indikatorer if i.id == maalepunkt_id]
    return f"{maalepunkt_id} {titles[0]}" if titles else maalepunkt_id


def round_name(facts: Facts, one: Round) -> str:
    """A round by its theme and period; a second draw of both by its number too."""
    again = f" ({one.nr}. trækning)" if one.nr > 1 else ""
    return f"{theme_name(facts.plan, one.tema_id)}, {periode_text(span(one))}{again}"


def span(one: Round) -> Periode:
    """The round's period."""
    return read_periode(one.periode)


# which rounds are told -------------------------------------------------------------------------------


def rounds_of_period(facts: Facts) -> tuple[Round, ...]:
    """The rounds of the reported period, and earlier ones that were answered in it."""
    now, until = facts.run.periode, facts.run.opgoerelse.opgjort_pr
    return tuple(
        one
        for one in facts.reading.rounds
        if (span(one).first <= now.last and now.first <= span(one).last)
        or (one.senest_laest is not None and now.first <= one.senest_laest <= until)
    )


def rounds_told(facts: Facts) -> tuple[Round, ...]:
    """Of those the newest of each theme that anything was answered in."""
    newest: dict[str, Round] = {}
    for one in rounds_of_period(facts):
        if one.senest_laest is not None:
            newest[one.tema_id] = one  # they stand oldest first
    return tuple(newest.values())


def rounds_of_year(facts: Facts) -> tuple[Round, ...]:
    """The rounds answered in the twelve months that end with the reported period, oldest first."""
    since = facts.run.rolling.first
    return tuple(r for r in facts.reading.rounds if r.senest_laest is not None and r.senest_laest >= since)


# what was read ---------------------------------------------------------------------------------------


def coverage_text(one: Round, c: Coverage) -> str:
    """What came of what was drawn."""
    few, many = OBJECTS[c.genstand_type]
    drawn = f"{number(c.laest)} af {count_of(c.trukket, f'trukket {few}', f'trukne {many}')} er læst"
    gone = f"{number(c.udgaaet)} er udgået" if c.udgaaet else ""
    begun = f" (heraf {number(c.paabegyndt)} påbegyndt)" if c.paabegyndt else ""
    missing = f"{number(c.missing)} mangler{begun}" if c.missing else ""
    text = clauses([part for part in (drawn, gone, missing) if part]) + "."
    if one.enhed == "raadgiver":
        text += f" {caseworkers_text(c)} har fået læst mindst én."
    return text


def caseworkers_text(c: Coverage) -> str:
    """How many caseworkers were read of those who could be."""
    noun = "medarbejder" if c.raadgivere == 1 else "medarbejdere"
    return f"{number(c.raadgivere_laest)} af {number(c.raadgivere)} {noun}"


def reservation(one: Round, c: Coverage, answers: tuple[Answers, ...]) -> str:
    """What the answers of a round can show, and what they cannot."""
    grounds = {a.grundlag for a in answers if a.read} or {a.grundlag for a in answers}
    return " ".join(text for key, text in _reservations(one, c).items() if key in grounds)


def _reservations(one: Round, c: Coverage) -> dict[str, str]:
    """What each kind of draw can show; `c` holds what was in the frame and what came back."""
    few, many = OBJECTS[c.genstand_type]
    frame = f"{count_of(c.ramme, few, many)} fra {dato(one.fra_dato)} til {dato(one.til_dato)}"
    whole = "Tallet er hele rammens, når de sidste er læst." if c.missing else "Tallet er hele rammens eget."
    by_lot = {
        "genstande": (
            f"Trukket tilfældigt blandt {frame}. Usikkerheden er det interval, andelen i hele rammen ligger "
            "i med 95 % sikkerhed; om sager uden for rammen siger læsningen intet."
        ),
        "medarbejdere": (
            f"Trukket medarbejder for medarbejder blandt {frame}. Det viser, hvor mange medarbejdere svaret "
            "er ja hos, men ikke hvor stor en del af sagerne: den, der har mange, fylder ikke mere end den, "
            "der har få."
        ),
        "vejet": (
            f"Trukket skævt blandt {frame}. Derfor vejer hvert svar med det antal, det er trukket iblandt; "
            "usikkerheden er tilnærmet."
        ),
        "skaev": (
            f"Trukket tilfældigt blandt {frame}, men så få, at lodtrækningen faldt skævt mellem teamene. "
            "Antallene gælder kun det læste."
        ),
    }
    missing = " De, der mangler at blive læst, kan være anderledes." if c.missing else ""
    return {
        **{ground: text + missing for ground, text in by_lot.items()},
        "alle": f"Alle læses: {frame}. {whole}",
        "udvalgt": "Valgt ud efter kriterier: antallene gælder kun det læste og siger intet om andre sager.",
    }


# what was answered -----------------------------------------------------------------------------------


def share_text(a: Answers) -> str:
    """How many yes of how many that could be answered, in one piece: it stands in a narrow column."""
    return _share(a).replace(" ", HARD_SPACE)


def _share(a: Answers) -> str:
    if not a.read:
        return "–"
    if a.grundlag == "medarbejdere":
        noun = "medarbejder" if a.medarbejdere == 1 else "medarbejdere"
        return f"{number(a.medarbejdere_ja)} af {number(a.medarbejdere)} {noun}"
    counted = f"{number(a.ja)} af {number(a.read)}"
    if a.andel is None or a.read < FEWEST:
        return counted
    if a.grundlag == "vejet":
        return f"{rounded(a.andel)} vejet ({counted})"
    return f"{counted} ({Percent(a.ja, a.read)})"


def uncertainty_text(a: Answers) -> str:
    """The interval of the frame's share, where the answers carry one."""
    if a.grundlag == "alle" and a.andel is not None:
        return WHOLE_FRAME
    return "" if a.read < FEWEST else interval(a.ki_nedre, a.ki_oevre)


def rounded(percent: float) -> str:
    """A computed percent, whole: `40 %`; never all or nothing unless it is."""
    return str(Percent(round(percent * 10_000), 1_000_000))


# the register beside it ------------------------------------------------------------------------------


def register_note(r: AgainstRegister) -> str:
    """What a reader of the register's figure must know; empty where the two say the same."""
    no, yes = number(r.kun_laesning + r.begge_nej), number(r.kun_register + r.begge_ja)
    seen = f"et ja i {number(r.kun_laesning)} af de {no} læste, hvor registret siger nej"
    unseen = f"intet ja i {number(r.kun_register)} af de {yes} læste, hvor registret siger ja"
    parts = [text for text, n in ((seen, r.kun_laesning), (unseen, r.kun_register)) if n]
    return f"Læsningen så det seneste år {clauses(parts)}. {_meaning(r)}" if parts else ""


def _meaning(r: AgainstRegister) -> str:
    if r.kun_laesning and r.kun_register:
        return "Registrets tal kan derfor være både for højt og for lavt."
    if r.kun_laesning:
        return "Det er gjort, men ikke registreret, så registrets tal kan være for lavt."
    return "Der er registreret mere, end sagerne viser, så registrets tal kan være for højt."


def corrected_text(r: AgainstRegister) -> str:
    """The register put right by the reading, parted into what is not registered and what is not done."""
    if r.register_andel is None or r.rettet_andel is None:
        return ""
    parts = (
        (r.ikke_registreret, "er gjort, men ikke registreret"),
        (r.ikke_gjort, "er ikke gjort"),
        (r.ikke_fundet, "står i registret uden at kunne ses i sagen"),
    )
    told = clauses([f"{rounded(part)} {what}" for part, what in parts if part])
    return (
        f"Registret siger {rounded(r.register_andel)}; rettet efter læsningen er det "
        f"{rounded(r.rettet_andel)} ({interval(r.rettet_nedre, r.rettet_oevre)}). {told or 'De er enige'}."
    )


def clauses(parts: Sequence[str]) -> str:
    """Clauses in one sentence: `a, b, og c`; Danish parts them by a comma also before the last."""
    return ", og ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def known_periode(text: str) -> Periode | None:
    """A period by its name; None for what is no period of ours."""
    try:
        return read_periode(text)
    except UsageFault:
        return None
