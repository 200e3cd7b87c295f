"""The stages of the monthly job, one module each: what it asks of which rooms, and what it leaves behind.

    delivery -> ingest -> check -> report -> publish -> mails in the outbox

A stage takes the workspace to be the caller's alone (`pipeline.run` sees to it). What `check` computes
lies in the workspace as a candidate; it becomes the publication only when everything before has gone
well, so a failed run leaves the old one as it was.
"""
