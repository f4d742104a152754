"""Composers: a task and its evidence in, a Draft out. Nobody here marks their own work."""
