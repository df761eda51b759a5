"""Ideas of residents: they are written, read by staff, backed by neighbours, answered in public, and done."""
