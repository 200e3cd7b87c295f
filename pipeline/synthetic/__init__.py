"""A made-up municipality of 80,000 people, for samples, demonstration and benchmark: nobody in it exists.

Cases, notifications, examinations, measures and follow-up are drawn as one history from 2020 to 2023;
a delivery is what the register had been told of it by one day. The rooms, in the order of the work:
`kerne` and `kurver` (dice, and how well each deed is done month by month), `organisation`,
`befolkning`, `undersoegelsesforloeb`, `indsatsforloeb`, `forloeb` and `fordeling` (what happens),
`verden` (all of it for one block), then one module per group of extracts, and `dialekt`, `snavs` and
`skriv` (how it is written down).
"""

from datetime import date

from pipeline.synthetic.skriv import skriv_leverancer

PROEVER = (date(2021, 4, 30), date(2021, 8, 31), date(2021, 12, 31))
"""The deliveries in `data_samples/`."""
PROEVER_EGNE_BETEGNELSER = (date(2021, 8, 31),)
"""The one that comes with the municipality's own headings and values."""

__all__ = ["PROEVER", "PROEVER_EGNE_BETEGNELSER", "skriv_leverancer"]
