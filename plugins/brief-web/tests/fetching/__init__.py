"""Tests of fetching, against servers of their own on loopback."""
