"""What a mail's sender and its writer tell each other: the frame to write in, and the body that came of it.

The reports word and draw a mail's body, the delivery knows whom it goes to and what it corrects; neither
knows the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

TRIAL_PLACE = "<!-- proeve -->"
"""Where a trial's mark goes in the HTML."""


@dataclass(frozen=True)
class ShownFigure:
    """One figure that a mail shows, in the words it is shown in.

    `key` says what it is a figure of and is the same in every version of the program:
    `resultat/<plan_id>/<indikator_id>/<kilde>/<periodetype>/<periode>` for a result, other beginnings for
    what else a mail shows. `label` names it for the reader, `value` is what she was told.
    """

    key: str
    label: str
    value: str


@dataclass(frozen=True)
class Correction:
    """One figure that is not what it was when the mail was sent."""

    what: str
    before: str
    now: str


@dataclass(frozen=True)
class MailFile:
    """A workbook that goes with a mail, where case ids may stand in one."""

    name: str
    content: bytes


@dataclass(frozen=True)
class MailTask:
    """Something a reader has to do, in a sentence without case ids, and the file to do it in."""

    text: str
    file: MailFile


@dataclass(frozen=True)
class MailFrame:
    """What stands around a report's words in a mail.

    `report` is where the whole report lies: a web address or a path. `corrected` says why the reader gets
    the mail again, with `corrections`; empty in a first edition. Case ids stand in it only with
    `case_numbers`. `answered`: a reply reaches whoever makes the figures. `tasks` are what its reader has to
    do, in sentences without case ids; `attached`: the files to do it in go with the mail.
    """

    municipality: str
    report: str
    corrected: str = ""
    corrections: tuple[Correction, ...] = ()
    case_numbers: bool = False
    answered: bool = False
    tasks: tuple[str, ...] = ()
    attached: bool = False

    def report_of(self, file: str) -> str:
        """Where another page beside the report lies."""
        return f"{self.report.rpartition('/')[0]}/{file}"

    @property
    def is_address(self) -> bool:
        """Whether the report's place can be a link: mail programs open no paths."""
        return urlsplit(self.report).scheme in {"http", "https"}


@dataclass(frozen=True)
class MailPicture:
    """A PNG that the HTML shows by `cid`."""

    name: str
    png: bytes

    @property
    def cid(self) -> str:
        """What the HTML calls it by."""
        return f"{self.name}@ledelsestilsyn"


@dataclass(frozen=True)
class MailBody:
    """A mail's body: the same in plain text and in HTML.

    `name` and `periode` are for the subject, and so is `subject`, the facts in a few words, where there are
    any; `case_numbers` says that it holds case ids.
    """

    name: str
    periode: str
    text: str
    html: str
    subject: str = ""
    pictures: tuple[MailPicture, ...] = ()
    case_numbers: bool = False
