"""A made-up municipality of 80,000 people, for samples, demonstration and benchmark: nobody in it exists."""

from pipeline.synthetic.skriv import skriv_leverancer

__all__ = ["skriv_leverancer"]
