"""The order of a file's rows decides nothing but the numbers of their lines."""

from __future__ import annotations

from pathlib import Path

from pipeline.base.database import open_file
from pipeline.publication.fingerprint import of_tables
from tests.intake.delivery import FACTS, Delivery

TOLD = {"modtaget_tidspunkt": "05-03-2021 10:00", "underretter_type": "fagperson"}
ROWS = {
    "sager": [
        *FACTS["sager"],
        FACTS["sager"][0],  # said twice
        {**FACTS["sager"][1], "distrikt": "Nord"},  # the same key with other content
        {**FACTS["sager"][2], "sag_id": "S9", "sagstype": "ukendt"},
    ],
    "underretninger": [
        {"underretning_id": f"U{number}", "sag_id": sag, **TOLD, "genvurdering": word}
        for number, (sag, word) in enumerate(
            [("S1", "J"), ("S2", ""), ("S3", "måske"), ("S404", "N"), ("S9", "")]
        )
    ],
}


def test_rows_in_another_order_are_the_same_rows(tmp_path: Path) -> None:
    """Accepted, duplicates and quarantined alike, with the same counts and reasons."""
    made = []
    for name, step in (("some", 1), ("anden", -1)):
        delivery = Delivery(tmp_path / name)
        for extract, rows in ROWS.items():
            delivery.rows(extract, rows[::step])
        reply = delivery.take_in().reply
        counts = {file.extract: (file.laest, file.accepteret, file.dubletter) for file in reply.files}
        assert reply.database
        with open_file(reply.database) as database:
            faults = database.fetch("select extract, kolonne, aarsag from karantaene order by all")
            made.append((counts, faults, of_tables(database, "fil.data")))
    assert made[0] == made[1]
    assert made[0][0]["sager"] == (6, 2, 1)
