"""Stands in the way of the real one: with this folder on PYTHONPATH, a computer seems to have no Qt."""

raise ImportError("the core is being tested without Qt")
