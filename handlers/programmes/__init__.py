"""Programmes: what came of an event, what it cost, who gave money for it, and the report for those who paid."""
