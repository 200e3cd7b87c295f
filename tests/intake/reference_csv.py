"""A second reading of a CSV file, one character at a time, to confirm the fast one."""

from __future__ import annotations

BLANKE = "\x00\x1f"


def linjer_i(tekst: str) -> list[str]:
    """Lines without their ends: CR LF, LF or CR."""
    ens = tekst.replace("\r\n", "\n").replace("\r", "\n")
    linjer = ens.split("\n")
    return linjer[:-1] if linjer[-1] == "" else linjer


def raekker_i(tekst: str, skilletegn: str) -> list[tuple[int, list[str], bool]]:
    """(line, trimmed fields, whole) of every row that is not blank, the heading left out.

    A row over several lines must be well-formed; otherwise its first line is a row that is not whole.
    """
    for tegn in BLANKE:
        tekst = tekst.replace(tegn, " ")
    linjer = linjer_i(tekst)
    fundne = []
    nr = 1
    while nr < len(linjer):
        felter, antal, hel = _en_raekke(linjer[nr:], skilletegn)
        if any(felter):
            fundne.append((nr + 1, felter, hel))
        nr += antal
    return fundne


def _en_raekke(linjer: list[str], skilletegn: str) -> tuple[list[str], int, bool]:
    samlet = ""
    for antal, linje in enumerate(linjer, 1):
        samlet += ("\n" if antal > 1 else "") + linje
        felter, aaben, paen = _felter(samlet, skilletegn)
        if not aaben:
            if antal == 1 or paen:
                return felter, antal, True
            break
    return [felt.strip() for felt in linjer[0].split(skilletegn)], 1, False


def _felter(tekst: str, skilletegn: str) -> tuple[list[str], bool, bool]:
    """The fields, whether a quote is still open, and whether every quote is where it belongs."""
    felter, nuvaerende, i_citat, efter_citat, paen, pos = [], "", False, False, True, 0
    if tekst == "":
        return [""], False, True
    while pos < len(tekst):
        tegn = tekst[pos]
        if i_citat and tegn == '"' and tekst[pos + 1 : pos + 2] == '"':
            nuvaerende += '"'
            pos += 1
        elif i_citat and tegn == '"':
            i_citat, efter_citat = False, True
        elif i_citat:
            nuvaerende += tegn
        elif tegn == skilletegn:
            felter.append(nuvaerende)
            nuvaerende, efter_citat = "", False
        elif tegn == '"' and nuvaerende == "" and not efter_citat:
            i_citat = True
        else:
            paen = paen and not efter_citat
            nuvaerende += tegn
        pos += 1
    return [felt.strip() for felt in [*felter, nuvaerende]], i_citat, paen
