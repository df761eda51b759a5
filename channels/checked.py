"""Whether an event really holds what its class says: payloads are read leniently, so a text may be a number."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_type_hints

T = TypeVar("T")


def checked(event: T) -> T:
    """`event`, if every text in it, however deep, is a text. Raises TypeError."""
    for name, kind in _texts(cast(Any, type(event))):
        value = getattr(event, name)
        if kind is not None and not isinstance(value, kind):
            raise TypeError(f"{type(event).__name__}.{name} is no text")
        for inner in value if isinstance(value, tuple) else (value,):
            if is_dataclass(inner):
                checked(inner)
    return event


@cache
def _texts(kind: Any) -> list[tuple[str, Any]]:
    """Name and wanted type of each field; None where the type is none of text, optional text or number."""
    hints = get_type_hints(kind)
    wanted = {str: str, str | None: str | None, int | None: int | None, float: float}
    return [(field.name, wanted.get(hints[field.name])) for field in fields(kind)]
