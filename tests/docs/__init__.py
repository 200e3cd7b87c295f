"""Tests of the documents: the generated ones are current, the written ones tell the truth."""
