"""Drawings of what the unit files share: the kinds, who holds a case, the calendar, the list of deadlines."""
