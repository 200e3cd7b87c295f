"""Tests of ledelsestilsyn, laid out as the rooms they test."""
