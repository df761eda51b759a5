"""Which languages have a catalog."""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """Codes of all languages that have a catalog in `folder`, sorted."""
    return tuple(sorted(path.name for path in folder.iterdir() if any(path.glob("*.ftl"))))
