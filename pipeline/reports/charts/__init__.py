"""The reports' pictures: the only importer of matplotlib, itself imported when a report is written."""

from __future__ import annotations

from pipeline.reports.charts import ladder, sheet, trend
from pipeline.reports.charts.canvas import Laerred
from pipeline.reports.page.model import Trappe
from pipeline.reports.page.pictures import Billedark, Kurve

__all__ = ["Tegner"]


class Tegner(Laerred):
    """Turns every picture a page asks for into the address of an `img`."""

    def tegn(self, billede: Kurve | Billedark | Trappe) -> str:
        """The picture as a data URI."""
        if isinstance(billede, Kurve):
            return self.mal(trend.BREDDE, trend.HOEJDE, trend.dele(billede))
        if isinstance(billede, Billedark):
            return self.mal(sheet.BREDDE, sheet.hoejde(billede), sheet.dele(billede))
        return self.mal(ladder.BREDDE, ladder.HOEJDE, ladder.dele(billede))
