"""Every way a person writes a CPR number, of replacement numbers (the day plus 60)."""

from __future__ import annotations

DAY, MONTH, YEAR = "61", "01", "12"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_D, _SIX, _EIGHT = (DAY, MONTH, YEAR), DAY + MONTH + YEAR, f"{DAY}{MONTH}20{YEAR}"

SIGNS = {
    "hyphen": "-", "blank": " ", "two blanks": "  ", "blanks and hyphen": "  -  ", "tab": "\t",
    "no-break space": "\u00a0", "thin space": "\u2009", "no-break hyphen": "\u2011", "en dash": "–",
    "em dash": "—", "minus": "−", "soft hyphen": "\u00ad", "zero width": "\u200b", "underscore": "_",
    "zero width and hyphen": "\u200b-", "slash": "/", "backslash": "\\", "point": ".", "comma": ", ",
    "colon": ":", "line break": "\n", "middle dot": "·", "bar": " | ", "many": " --- - --- ",
}  # fmt: skip


def written(serial: str) -> dict[str, str]:
    """The number with this serial, in every way by name."""
    first, last = serial[:2], serial[2:]
    found = {name: f"{_SIX}{sign}{serial}" for name, sign in SIGNS.items()}
    found |= {f"date with {name}": f"{sign.join(_D)}-{serial}" for name, sign in SIGNS.items() if sign != ":"}
    return found | {
        "bare": _SIX + serial,
        "century": f"{_EIGHT}-{serial}",
        "century bare": _EIGHT + serial,
        "century and points": f"{DAY}.{MONTH}.20{YEAR}-{serial}",
        "day apart": f"{DAY}/{MONTH}{YEAR} {serial}",
        "month with one digit": f"{DAY}/1-{YEAR} {serial}",
        "four blocks": f"{DAY} {MONTH} {YEAR} {serial}",
        "pairs": " ".join((*_D, first, last)),
        "pairs with points": ".".join((*_D, first, last)),
        "serial in pairs": f"{_SIX} {first} {last}",
        "letter-spaced": " ".join(_SIX + serial),
        "zero width between all": "\u200b".join(_SIX + serial),
        "full width": f"{_SIX}-{serial}".translate(WIDE),
        "full width bare": (_SIX + serial).translate(WIDE),
        "country": f"DK{_SIX}{serial}",
        "in letters": f"cpr{_SIX}-{serial}x",
        "digit before": f"1{_SIX}-{serial}",
        "year first": f"20{YEAR}-{MONTH}-{DAY}-{serial}",
    }


SYSTEMS_OWN = frozenset({"bare", "century bare", "year first"})
"""Ways that a system may number its cases itself: in an id they stay."""
SAME_CHILD = frozenset(written("")) - {"country", "in letters", "digit before"}
"""Ways in which nothing but the number stands."""
