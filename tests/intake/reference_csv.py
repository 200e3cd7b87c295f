"""A second reading of a CSV file, one character at a time, to confirm the fast one."""

from __future__ import annotations

BLANKS = "\x00\x1a\x1f"


def lines_in(text: str) -> list[str]:
    """Lines without their ends: CR LF, LF or CR."""
    alike = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = alike.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def rows_in(text: str, separator: str) -> list[tuple[int, list[str], bool]]:
    """(line, trimmed fields, whole) of every row that is not blank, the heading left out.

    Empty fields beyond the headings are none, nor are the headings again a row. A row over several lines must
    be well-formed; otherwise its first line is a row that is not whole.
    """
    for sign in BLANKS:
        text = text.replace(sign, " ")
    lines = lines_in(text)
    headings = [text.strip() for text in lines[0].split(separator)] if lines else []
    width = len(headings)
    found = []
    number = 1
    while number < len(lines):
        fields, count, whole = _a_row(lines[number:], separator)
        if whole and not any(fields[width:]):
            fields = fields[:width]
        if any(fields) and not (fields == headings and sum(map(bool, headings)) > 1):
            found.append((number + 1, fields, whole))
        number += count
    return found


def _a_row(lines: list[str], separator: str) -> tuple[list[str], int, bool]:
    collected = ""
    for count, line in enumerate(lines, 1):
        collected += ("\n" if count > 1 else "") + line
        fields, opened, neat = _fields(collected, separator)
        if not opened:
            if count == 1 or neat:
                return fields, count, True
            break
    return [field.strip() for field in lines[0].split(separator)], 1, False


def _fields(text: str, separator: str) -> tuple[list[str], bool, bool]:
    """The fields, whether a quote is still open, and whether every quote is where it belongs."""
    fields, current, in_quote, after_quote, neat, pos = [], "", False, False, True, 0
    if text == "":
        return [""], False, True
    while pos < len(text):
        sign = text[pos]
        if in_quote and sign == '"' and text[pos + 1 : pos + 2] == '"':
            current += '"'
            pos += 1
        elif in_quote and sign == '"':
            in_quote, after_quote = False, True
        elif in_quote:
            current += sign
        elif sign == separator:
            fields.append(current)
            current, after_quote = "", False
        elif sign == '"' and current == "" and not after_quote:
            in_quote = True
        else:
            neat = neat and not after_quote
            current += sign
        pos += 1
    return [field.strip() for field in [*fields, current]], in_quote, neat
