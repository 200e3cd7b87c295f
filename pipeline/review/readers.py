"""Who reads what: the team's leader or another's, and which other leader reads the same once more, blind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.base.errors import UsageFault
from pipeline.review.sampling import lot


@dataclass(frozen=True)
class Readers:
    """The leaders who can read, each by their team, in a circle whose order the round's seed decides.

    The circle changes from round to round, so that no two leaders only ever read each other's cases.
    """

    circle: tuple[str, ...]
    across: bool

    def reader_of(self, team_id: str) -> str:
        """The team whose leader reads a team's cases.

        Read across it is the next in the circle. So it is for a team without a leader, one that has closed,
        and cases of no known team.
        """
        if team_id in self.circle and (not self.across or len(self.circle) == 1):
            return team_id
        return self._after(team_id)[0]

    def second_reader_of(self, team_id: str) -> str | None:
        """The team whose leader reads the same cases once more: another's than the first reader's.

        The team's own leader only where there is no third; None where there is one leader alone.
        """
        first = self.reader_of(team_id)
        others = [team for team in self._after(team_id) if team != first]
        return min(others, key=lambda team: team == team_id, default=None)

    def _after(self, team_id: str) -> tuple[str, ...]:
        """The circle from the one after a team round to the team; from the top where it is not in it."""
        at = self.circle.index(team_id) + 1 if team_id in self.circle else 0
        return self.circle[at:] + self.circle[:at]


def seated(teams: Sequence[str], seed: int, *, across: bool) -> Readers:
    """The circle of a round's readers.

    Raises:
        UsageFault: no team has a leader.
    """
    if not teams:
        raise UsageFault("Ingen af leverancens teams har en leder, der kan læse sager; udfyld teams.csv.")
    return Readers(tuple(sorted(teams, key=lambda team: lot(seed, "laeser", team))), across)
