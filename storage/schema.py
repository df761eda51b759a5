"""Every file of tables, read together, so that `metadata` is whole wherever it is compared or created."""

from storage import (
    tables_broadcasts,
    tables_events,
    tables_fetches,
    tables_fleet,
    tables_preferences,
    tables_retention,
    tables_safety,
    tables_spreading,
    tables_surveys,
    tables_volunteers,
    tables_warnings,
)
from storage.tables import metadata

__all__ = [
    "metadata",
    "tables_broadcasts",
    "tables_events",
    "tables_fetches",
    "tables_fleet",
    "tables_preferences",
    "tables_retention",
    "tables_safety",
    "tables_spreading",
    "tables_surveys",
    "tables_volunteers",
    "tables_warnings",
]
