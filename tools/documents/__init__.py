"""Documents built from what the program itself runs on, so that they cannot say anything else.

Their text depends on nothing but the definitions: no clock, no machine, no version.
"""
