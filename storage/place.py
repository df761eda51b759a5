"""Where a database is."""

from pathlib import Path

from sqlalchemy import make_url


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; None for one on a server."""
    parts = make_url(url)
    return Path(parts.database or "") if parts.get_backend_name() == "sqlite" else None
