"""Every file of tables, read together, so that `metadata` is whole wherever it is compared or created."""

from storage import tables_events, tables_preferences, tables_retention, tables_spreading
from storage.tables import metadata

__all__ = ["metadata", "tables_events", "tables_preferences", "tables_retention", "tables_spreading"]
