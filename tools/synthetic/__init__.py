"""A made-up municipality of 80,000 people, for samples, demonstration and benchmark: nobody in it exists.

Cases, notifications, examinations, measures and follow-up are drawn as one history of four years;
a delivery is what the register had been told of it by one day. The rooms, in the order of the work:
`craft` (dice, days, and how well each deed is done month by month), `history` (what happens), `extracts`
(how it stands in the register) and `writing` (how the register writes it down).
"""

from datetime import date
from types import MappingProxyType

from tools.synthetic.writing.deliveries import write_leverancer

__all__ = ["FIRST_YEAR", "FITTING", "SAMPLES", "SAMPLES_IN_OWN_WORDS", "write_leverancer"]

FIRST_YEAR = 2020
"""The year the history of the samples begins."""
SAMPLES = (date(2021, 4, 30), date(2021, 8, 31), date(2021, 12, 31))
"""The deliveries in `data_samples/`."""
SAMPLES_IN_OWN_WORDS = (date(2021, 8, 31),)
"""The one that comes with the municipality's own headings and values."""
FITTING = MappingProxyType(
    {
        "slagelse_2021_2023": (FIRST_YEAR, SAMPLES[-1]),
        "roskilde_2019": (2018, date(2020, 12, 31)),
        "sverigesmodellen": (FIRST_YEAR, SAMPLES[-1]),
        "varige_spor": (FIRST_YEAR, SAMPLES[-1]),
        "herning_2015": (2015, date(2017, 12, 31)),
        "barnets_lov_2024": (2023, date(2025, 6, 30)),
    }
)
"""For each plan a history and a delivery of it within the plan's own time: first year, and day.

Those that are no samples are written when they are wanted; they would double the repository.
"""
