"""The workspace: where everything lies, and who may read it.

Folders are 0700 and files 0600, but for `publiceret/` and `rapporter/`, which others read: their
group and modes come from the settings.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.base.errors import SettingsError, UsageFault
from pipeline.base.log import FILE_NAME
from pipeline.base.periods import today
from pipeline.base.surroundings import require_files, require_folders

REVIEW = 0o710
"""Mode of a workspace whose publication and reports a group reads: it may pass through, and see nothing."""


LOCK = "tilsyn.lock"


@dataclass(frozen=True)
class Workspace:
    """Paths inside one workspace; nothing is made before `create`.

    With `som_af` it is seen as on that day: later deliveries are not there, and what is made lies in `home`.
    """

    root: Path
    som_af: date | None = None

    @property
    def home(self) -> Path:
        """Where what is computed and published lies; of a day in the past in a folder of its own."""
        return self.root / "som-af" / str(self.som_af) if self.som_af else self.root

    @property
    def leverancer(self) -> Path:
        """One DuckDB file per delivery: raw and typed."""
        return self.root / "leverancer"

    @property
    def computation(self) -> Path:
        """What has been computed but not yet published."""
        return self.home / "beregning"

    @property
    def candidate(self) -> Path:
        """The database that `publish` would publish."""
        return self.computation / "kandidat.duckdb"

    @property
    def earlier(self) -> Path:
        """Results as published before the delivery in force, so that the reports can say what has changed."""
        return self.computation / "tidligere.duckdb"

    @property
    def published(self) -> Path:
        """The file the economist opens."""
        return self.home / "publiceret" / "ledelsestilsyn.duckdb"

    @property
    def reports(self) -> Path:
        """Reports: `<periode>/<team_id>/rapport.html`."""
        return self.home / "rapporter"

    @property
    def told(self) -> Path:
        """What the committee has been told of each period: a paper is not taken back."""
        return self.root / "fortalt.jsonl"

    @property
    def told_next(self) -> Path:
        """The same, as it will be when the reports just built are released."""
        return self.computation / "fortalt.jsonl"

    @property
    def outbox(self) -> Path:
        """Mails waiting for somebody to look at them: `<periode>/*.eml`."""
        return self.root / "udbakke"

    @property
    def postbog(self) -> Path:
        """The ledger of mails: what is to be sent, what has been, and who released it."""
        return self.root / "postbog.sqlite3"

    @property
    def audit(self) -> Path:
        """The audit trail: who did what when; it is only ever added to."""
        return self.root / "revisionsspor.sqlite3"

    @property
    def reviews(self) -> Path:
        """The store of the leaders' reviews: rounds drawn, answers, agreements."""
        return self.home / "gennemgang.duckdb"

    @property
    def returned(self) -> Path:
        """Where workbooks that leaders have filled in are put, for the next run to read."""
        return self.root / "besvarelser"

    @property
    def temporary(self) -> Path:
        """Where libraries lay their temporary files: they may hold case ids, and stay in the workspace."""
        return self.computation / "midlertidig"

    @property
    def foreign(self) -> Path:
        """What other programs left beside the publication, set aside."""
        return self.root / "fremmed"

    @property
    def week(self) -> Path:
        """Where a week's lists are calculated; of it the rows in quarantine alone are kept."""
        return self.root / "uge"

    @property
    def karantaener(self) -> tuple[Path, ...]:
        """Where rows in quarantine lie: the months', and the weeks'."""
        return self.root / "karantaene", self.week / "karantaene"

    @property
    def plans(self) -> Path:
        """The municipality's own plans, which go before those that come along; their SQL lies in `sql`."""
        return self.root / "planer"

    @property
    def log(self) -> Path:
        """What was done when: counts and rules, never the content of a row."""
        return self.root / "log"

    def create(self) -> None:
        """Make the workspace's own folders, closed to everybody else.

        Raises:
            SettingsError: the folder cannot be made or written to.
        """
        try:
            for folder in (
                self.root,
                self.leverancer,
                self.computation,
                self.outbox,
                self.returned,
                self.log,
                self.temporary,
            ):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if stat.S_IMODE(folder.stat().st_mode) != REVIEW:
                    folder.chmod(0o700)
        except OSError:
            raise SettingsError(f"{self.root}: arbejdsmappen kan ikke oprettes eller skrives i.") from None
        # What a run writes to at its end is asked for at its beginning, so that none stops half-way.
        require_folders(self.published.parent, self.reports, self.root / "karantaene")
        require_files(self.postbog, self.audit, self.log / FILE_NAME, self.root / LOCK)

    def leverance_files(self) -> list[Path]:
        """Every delivery taken in, oldest first, but those dated after today: they were dated wrongly."""
        until = str(min(today(), self.som_af or today()))
        return [file for file in self._dated() if file.stem <= until]

    def misdated(self) -> list[Path]:
        """Deliveries dated after today, which an earlier version took in."""
        return [file for file in self._dated() if file.stem > str(today())]

    def _dated(self) -> list[Path]:
        return sorted(self.leverancer.glob("????-??-??.duckdb"))

    def newest_leverance(self) -> Path:
        """The delivery in force: the one drawn last.

        Raises:
            UsageFault: none has been taken in.
        """
        files = self.leverance_files()
        if not files:
            raise UsageFault(f"{self.root}: der er ingen leverance i arbejdsmappen; kør først ingest.")
        return files[-1]


def udtraeksdato(leverance_file: Path) -> date:
    """The day a delivery was drawn, from the name of its file in the workspace."""
    return date.fromisoformat(leverance_file.stem)
