"""The candidate -> the published file, and what that changes."""

from __future__ import annotations

from dataclasses import replace

from pipeline.base.workspace import replace_file
from pipeline.call import Call
from pipeline.delivery.changes import changes
from pipeline.stages.candidate import Candidate
from pipeline.stages.previous import keep_earlier, published


def publish(call: Call, candidate: Candidate) -> None:
    """Put the candidate in the published file's place; what the reports compare with is kept."""
    with call.step("udgivelse", "Udgiver databasen"):
        keep_earlier(call.folder, candidate.leverance_id)
        replace_file(candidate.path, call.folder.published, call.settings.rettigheder)


def what_changes(call: Call, candidate: Candidate) -> tuple[str, ...]:
    """What `publish` is about to change, told while the published file so far still stands."""
    earlier = published(call.folder)
    with replace(candidate, leverance=None, previous=earlier).open(call.folder) as database:
        return changes(database, has_earlier=earlier is not None)
