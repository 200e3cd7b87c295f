"""The craft under the made-up municipality: whole-number dice, day arithmetic, curves, and the tables.

Everything is drawn and computed in whole numbers (days, minutes, per mille, øre), so that the same
seed gives the same bytes on every platform: no logarithm, no rounding of fractions.
"""
