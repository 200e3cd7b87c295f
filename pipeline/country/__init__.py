"""A country: many municipalities' months, each in its own workspace, and what may be told of them together.

`listed` reads which there are, `month` is one municipality's month, `engine` has them run, `folder` keeps
what came out, `national` and `report` put it together.
"""
