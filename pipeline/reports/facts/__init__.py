"""What the reports read: one query per table for all plans and teams at once, as frozen facts.

Nothing is worded, rounded or judged here; `Facts` only makes the rows easy to look up.
"""

from pipeline.reports.facts.cases import Caseworker, Finding, Frist, Reply, Shortfall, Step
from pipeline.reports.facts.model import ALL, UNKNOWN, Facts, ResultKey, Run
from pipeline.reports.facts.read import fetch_facts
from pipeline.reports.facts.rows import (
    ActivityStatus,
    Agreement,
    ChosenTheme,
    Comment,
    Figures,
    Group,
    Opgoerelse,
    Result,
    Review,
    Revision,
    Share,
    Spending,
    Start,
    TakenOver,
    Team,
    result_key,
)
from pipeline.reports.facts.week import Week, WeekTask, week_of, week_of_every_team

__all__ = [
    "ALL",
    "UNKNOWN",
    "ActivityStatus",
    "Agreement",
    "Caseworker",
    "ChosenTheme",
    "Comment",
    "Facts",
    "Figures",
    "Finding",
    "Frist",
    "Group",
    "Opgoerelse",
    "Reply",
    "Result",
    "ResultKey",
    "Review",
    "Revision",
    "Run",
    "Share",
    "Shortfall",
    "Spending",
    "Start",
    "Step",
    "TakenOver",
    "Team",
    "Week",
    "WeekTask",
    "fetch_facts",
    "result_key",
    "week_of",
    "week_of_every_team",
]
