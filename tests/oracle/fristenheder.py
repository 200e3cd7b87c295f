"""Deadline units: what the bullet 'Deadline (frist)' and 'The general undtaget' say of one unit.

`Fristenhed` follows the general rules; the three subclasses hold what 4.1/4.2/4.5, 4.4 and 7.6 say
otherwise. Every method takes `opgjort`, because 'what is dated after `opgjort_pr` has not happened'.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle.raekke import AFVENTER, FOR_SENT, IKKE_OPFYLDT, INDHOLD, MANGLER, OPFYLDT, UNDTAGET, Dom
from tests.oracle.register import Raekke, Register


@dataclass(frozen=True)
class Fristenhed:
    """One unit with a start and a deadline F.

    `gjort` is the day of the deed, None when there is none or it is 'dated before the unit's start';
    `rettidig` is whether that deed stands on or before F (for 5.4 by the clock).
    `bortfald` are the days it fell away of its own: its row's bortfaldet_dato, a BFU's end as afbrudt.
    """

    enhed_id: str
    sag_id: str | None
    start: date
    frist: date
    gjort: date | None = None
    rettidig: bool = False
    bortfald: tuple[date, ...] = ()
    underretning: Raekke | None = None

    def gjort_senest(self, opgjort: date) -> bool:
        """Whether the deed is done and dated by opgjort_pr, in time or late."""
        return self.gjort is not None and self.gjort <= opgjort

    def gjort_til_tiden(self, opgjort: date) -> bool:
        """Whether the deed is done by F, as known at opgjort_pr."""
        return self.gjort_senest(opgjort) and self.rettidig

    def undtaget(self, register: Register, opgjort: date) -> bool:
        """The general undtaget.

        'not done by F, but after the unit's start (or that day) and by min(F, opgjort_pr) the case closed
        with lukket_aarsag fraflyttet, fyldt_18 or doed, or the BFU ended afbrudt, or the indsats or
        henvisning fell away'.
        """
        if self.gjort_til_tiden(opgjort):
            return False
        til = min(self.frist, opgjort)
        faldet_bort = any(self.start <= dag <= til for dag in self.bortfald)
        return faldet_bort or register.lukket_undtagende(self.sag_id, self.start, til)

    def dom_ved_frist(self, register: Register, opgjort: date) -> Dom:
        """'done on or before F: opfyldt; else ikke_opfyldt', but for the general undtaget."""
        if self.gjort_til_tiden(opgjort):
            return Dom(OPFYLDT)
        if self.undtaget(register, opgjort):
            return Dom(UNDTAGET)
        return Dom(IKKE_OPFYLDT, self.aarsag(opgjort))

    def aarsag(self, opgjort: date) -> str:
        """'for_sent (the deed is dated by opgjort_pr but after F), mangler (the deed is not documented)'."""
        return FOR_SENT if self.gjort_senest(opgjort) else MANGLER

    def venter(self, register: Register, opgjort: date) -> bool:
        """'Not done by opgjort_pr and F after opgjort_pr: afventer'; undtaget: 'and not afventer before'."""
        return not self.gjort_senest(opgjort) and not self.undtaget(register, opgjort)

    def dom(self, register: Register, foerste: date, sidste: date, opgjort: date) -> Dom | None:
        """The unit's judgement in the period [foerste, sidste]; None: the unit is not in it.

        'A unit whose start is not after opgjort_pr is judged in the period that contains its deadline F,
        once F <= opgjort_pr'; afventer 'in every period whose opgjort_pr falls while it is open'.
        """
        if self.start > opgjort:
            return None
        if self.frist > opgjort:
            return Dom(AFVENTER) if self.venter(register, opgjort) else None
        if foerste <= self.frist <= sidste:
            return self.dom_ved_frist(register, opgjort)
        return None

    def referencedato(self, opgjort: date) -> date:
        """'for a deadline the day it was done when done by F, else F', 'not after opgjort_pr'."""
        if self.gjort_til_tiden(opgjort):
            assert self.gjort is not None
            return self.gjort
        return min(self.frist, opgjort)

    def haendelsesdato(self, opgjort: date) -> date | None:
        """'the day a deadline was done', in time or late."""
        return self.gjort if self.gjort_senest(opgjort) else None

    def aaben(self, register: Register, opgjort: date) -> bool:
        """Whether the unit stands on the fristliste.

        'open: by opgjort_pr neither done, undtaget, fallen away nor ended afbrudt; cases closed by
        opgjort_pr are left out'.
        """
        return (
            self.start <= opgjort
            and not self.gjort_senest(opgjort)
            and not self.undtaget(register, opgjort)
            and not any(dag <= opgjort for dag in self.bortfald)
            and not register.lukket_senest(self.sag_id, opgjort)
        )


@dataclass(frozen=True)
class TidligIndsats(Fristenhed):
    """4.1, 4.2 and 4.5, where a BFU comes first.

    'first: a BFU of the case started in (start, F], by opgjort_pr and not after slut_dato: undtaget (and
    not afventer before; 4.4 counts it); else slut_dato <= F'.
    """

    def _bfu_foerst(self, register: Register, opgjort: date) -> bool:
        assert self.sag_id is not None
        startet = register.bfu_startet(self.sag_id, self.start, min(self.frist, opgjort))
        return any(self.gjort is None or dag <= self.gjort for dag in startet)

    def undtaget(self, register: Register, opgjort: date) -> bool:
        """The BFU comes before everything else, also before a slut_dato in time."""
        return self._bfu_foerst(register, opgjort) or super().undtaget(register, opgjort)

    def dom_ved_frist(self, register: Register, opgjort: date) -> Dom:
        """'first: ... undtaget; else slut_dato <= F'."""
        if self._bfu_foerst(register, opgjort):
            return Dom(UNDTAGET)
        return super().dom_ved_frist(register, opgjort)


@dataclass(frozen=True)
class UdenBfu(Fristenhed):
    """4.4: 'the unit starts at slut_dato'.

    'a BFU of the case started in (start_dato, F]: ikke_opfyldt; else the general undtaget; else opfyldt;
    decided only at F (until then afventer, also when a BFU has started)'.
    """

    indsats_start: date = date.max

    def dom_ved_frist(self, register: Register, opgjort: date) -> Dom:
        """A BFU that came is documented, but not what is required."""
        assert self.sag_id is not None
        if register.bfu_startet(self.sag_id, self.indsats_start, self.frist):
            return Dom(IKKE_OPFYLDT, INDHOLD)
        return Dom(UNDTAGET) if self.undtaget(register, opgjort) else Dom(OPFYLDT)

    def venter(self, register: Register, opgjort: date) -> bool:
        """'until then afventer': whatever happens before F decides nothing."""
        return True

    def referencedato(self, opgjort: date) -> date:
        """'4.4: always slut_dato', which is the unit's start."""
        return self.start


@dataclass(frozen=True)
class Foraeldresvar(Fristenhed):
    """7.6: 'foraeldre_svar ja'.

    'the answer has no date, so decided only at F (until then afventer); no general undtaget'.
    """

    svar: str | None = None

    def dom_ved_frist(self, register: Register, opgjort: date) -> Dom:
        """Ja or not; an answer of nej is documented, no answer is not."""
        if self.svar == "ja":
            return Dom(OPFYLDT)
        return Dom(IKKE_OPFYLDT, MANGLER if self.svar is None else INDHOLD)

    def venter(self, register: Register, opgjort: date) -> bool:
        """'until then afventer', also with an answer and in a closed case."""
        return True

    def aaben(self, register: Register, opgjort: date) -> bool:
        """Fristliste: '7.6 without foraeldre_svar'; 'cases closed by opgjort_pr are left out'."""
        lukket = register.lukket_senest(self.sag_id, opgjort)
        return self.start <= opgjort and self.svar is None and not lukket
