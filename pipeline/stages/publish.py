"""The candidate -> the published file, and what that changes."""

from __future__ import annotations

import hashlib
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


def made_of(call: Call, candidate: Candidate) -> str:
    """What was published of which delivery by which plans, for the audit trail."""
    with call.folder.published.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    plans = ", ".join(plan.plan_id for plan in candidate.plans)
    return f"leverance {candidate.leverance_id}; planer {plans}; udgivet {sha256}"


def what_changes(call: Call, candidate: Candidate) -> tuple[str, ...]:
    """What `publish` is about to change, told while the published file so far still stands."""
    earlier = published(call.folder)
    with replace(candidate, leverance=None, previous=earlier).open(call.folder) as database:
        return changes(database, has_earlier=earlier is not None)
