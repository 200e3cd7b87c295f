"""The extract of answers from case review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tools.synthetic.craft.arrays import MISSING, NEVER, Ints, ints
from tools.synthetic.craft.curves import chance
from tools.synthetic.craft.days import month_number
from tools.synthetic.craft.dice import Dice
from tools.synthetic.craft.table import Table, stacked
from tools.synthetic.extracts import review
from tools.synthetic.extracts.questions import KINDS, LEADING, OTHERS, PLANS, TEMAER, Question
from tools.synthetic.extracts.review import KRITERIER, Grid, Reviews, Things, drawn_from
from tools.synthetic.history.organisation import POSITIONS, RAADGIVER_ID, TEAM_ID, VEST
from tools.synthetic.history.world import (
    BFU_ID,
    HANDLEPLAN_ID,
    INDSATS_ID,
    SAG_ID,
    UNDERRETNING_ID,
    World,
)

SVAR = ("ja", "delvist", "nej", "ikke_relevant", "kan_ikke_ses")
JA, DELVIST, NEJ, IKKE_RELEVANT, KAN_IKKE_SES = range(5)
GENSTANDE = ("sag", "underretning", "undersoegelse", "indsats", "handleplan")
_IDS = (SAG_ID, UNDERRETNING_ID, BFU_ID, INDSATS_ID, HANDLEPLAN_ID)
MAALEPUNKTER = (*LEADING, *OTHERS)
UDVAELGELSE = ("tilfaeldig", "kriterier", "alle")
_SAME_AS_FIRST = 840
"""How often in a thousand a second reader answers as the first."""
REMARKS = (
    "Står i journalen, men ikke i selve undersøgelsen",
    "Aftalt med rådgiver: rettes inden næste tilsyn; følges op på teammødet",
    'Overskriften "barnets behov" er tom',
    "Der mangler kilder, fx skole og dagtilbud.\nDrøftet med rådgiver.",
    "Fint arbejde, men afsnittet om netværk er kort",
)


Questions = Mapping[str, Question]


def _answers(dice: Dice, r: Reviews, questions: Questions, relevant: Grid) -> Ints:
    """Answers by review and question: easier questions get a yes more often, most readers agree."""
    count, width = relevant.shape
    easier = np.array([q.ease for q in questions.values()], dtype=np.int64) * 10
    yes = chance("tilsyn", r.day, r.team)[:, None] + easier
    otherwise = np.array((DELVIST, NEJ, KAN_IKKE_SES))[dice.choose((45, 45, 10), count * width)]
    lot = dice.ints(0, 999, count * width).reshape(count, width)
    svar = np.where(lot < yes, JA, otherwise.reshape(count, width))
    svar = np.where(relevant, svar, IKKE_RELEVANT)
    again = np.flatnonzero(r.again >= 0)
    same = dice.succeeds(_SAME_AS_FIRST, len(again) * width).reshape(len(again), width)
    svar[again] = np.where(same, svar[r.again[again]], svar[again])
    return svar


def _subjects(table: Table, world: World, questions: Questions, put: Grid, found: dict[str, Things]) -> None:
    """What in the case each answer is about; nothing where the question was not relevant."""
    kinds, places, days = (np.full(put.shape, empty, dtype=np.int64) for empty in (MISSING, MISSING, NEVER))
    for column, question in enumerate(questions.values()):
        thing = found[question.about]
        kinds[:, column] = np.where(thing.found, KINDS[question.about], MISSING)
        places[:, column] = thing.place
        days[:, column] = thing.day
    kind, place = kinds[put], places[put]
    table.code("genstand_type", GENSTANDE, kind)
    table.ident_of_kind("genstand_id", _IDS, kind, world.numbers(place))
    table.number("genstand_dato", "dato", days[put])


def _how_drawn(table: Table, world: World, r: Reviews, at: Ints) -> None:
    """How the case was drawn and who read it, from the day the draw was written down."""
    drawn = r.asof[at] >= drawn_from(world.era)
    table.code("udvaelgelse", UDVAELGELSE, np.where(drawn, r.udvaelgelse[at], MISSING))
    months = tuple(f"TR{y}-{m:02d}" for y in world.era.years for m in range(1, 13))
    extra = tuple(f"{m}-{k}" for k in UDVAELGELSE[KRITERIER:] for m in months)
    month = month_number(r.asof[at]) - world.era.months[0] + r.udvaelgelse[at] * len(months)
    table.code("traekning_id", (*months, *extra), np.where(drawn, month, MISSING))
    second = r.again[at] >= 0
    table.number("genlaesning", "bool", np.where(drawn, ints(second), MISSING))
    leaders = len(POSITIONS)
    first = world.org.team_number(np.arange(leaders, dtype=np.int64))
    leader = (np.minimum(r.team[at], VEST) + second) % leaders
    table.code("laeser", [f"Leder Prøvesen {n}" for n in first], np.where(drawn, leader, MISSING))


@dataclass(frozen=True)
class _Put:
    """Questions, and at which reviews each is put."""

    questions: Questions
    grid: Grid

    @property
    def at(self) -> Ints:
        """The review of each answer."""
        return np.nonzero(self.grid)[0].astype(np.int64)


def _table(world: World, dice: Dice, r: Reviews, put: _Put, found: dict[str, Things]) -> Table:
    """The answers to some questions as rows."""
    questions, grid = put.questions, put.grid
    relevant = np.stack([found[q.about].found for q in questions.values()], axis=1)
    svar = _answers(dice, r, questions, relevant)[grid]
    at, question = put.at, np.nonzero(grid)[1].astype(np.int64)
    plans = tuple(PLANS)
    plan = np.array([plans.index(q.plan) for q in questions.values()], dtype=np.int64)[question]
    table = Table("tilsynssvar", np.maximum(r.day, world.sag_registered[r.sag])[at])
    table.ident("tilsyn_id", "G{:06d}", world.numbers(at))
    table.code("maalepunkt", MAALEPUNKTER, question + (MAALEPUNKTER.index(next(iter(questions)))))
    table.code("plan_id", plans, np.where(r.asof[at] >= drawn_from(world.era), plan, MISSING))
    table.ident("sag_id", SAG_ID, world.numbers(r.sag[at]))
    _subjects(table, world, questions, grid, found)
    table.ident("team_id", TEAM_ID, world.org.team_number(r.team[at]))
    table.ident("raadgiver_id", RAADGIVER_ID, world.org.raadgiver_number(r.raadgiver[at]))
    table.number("gennemgaaet_dato", "dato", r.day[at])
    table.code("svar", SVAR, svar)
    remarked = dice.succeeds(40, len(at)) & (svar != JA)
    remark = dice.ints(0, len(REMARKS) - 1, len(at))
    table.code("bemaerkning", REMARKS, np.where(remarked, remark, MISSING))
    themes = tuple(TEMAER)
    tema = np.array([themes.index(m[0]) for m in questions], dtype=np.int64)[question]
    table.code("tema", tuple(TEMAER.values()), tema)
    _how_drawn(table, world, r, at)
    return table


def tilsynssvar(world: World) -> Table:
    """One row per reviewed case and question."""
    dice, others = world.dice(16), world.dice(37)
    r = review.draw(world, dice)
    found = review.things(world, r)
    leading = _Put(LEADING, review.asked(r))
    of_others = _Put(OTHERS, review.asked_of_others(world, others, r))
    order = np.argsort(np.concatenate([leading.at, of_others.at]), kind="stable").astype(np.int64)
    tables = [_table(world, dice, r, leading, found), _table(world, others, r, of_others, found)]
    return stacked(tables, order)
