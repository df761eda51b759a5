"""Volunteers: who they are, the shifts that they are offered, their hours, and what coordinators see of it."""
