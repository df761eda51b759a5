"""Frozen dataclasses to plain JSON values and back, with the class's name as a tag.

Unknown fields in stored JSON are dropped and missing ones take their default, so that old rows stay readable when
a class grows (rolling upgrades read each other's rows).
"""

import dataclasses
import types
import typing
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar, Union, cast

T = TypeVar("T")


def encode(value: Any) -> Any:
    """Turn a dataclass (nested, with tuples) into JSON values; the tag ``"_"`` carries the class's name."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"_": type(value).__name__, **fields}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    return value


def decode(kind: type[T], data: Any) -> T:
    """Read back what `encode` wrote. Raises ValueError where the shape does not fit `kind`."""
    return cast(T, _decode(kind, data))


def _decode(kind: Any, data: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(kind, data)
    if origin is tuple:
        if not isinstance(data, list | tuple):
            raise ValueError("a list expected")
        inner = typing.get_args(kind)[0]
        return tuple(_decode(inner, item) for item in data)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _decode_dataclass(kind, data)
    if kind is datetime:
        return _decode_instant(data)
    return kind(data) if isinstance(kind, type) and issubclass(kind, Enum) else data


def _decode_instant(data: Any) -> datetime:
    instant = datetime.fromisoformat(str(data))
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return instant


def _decode_union(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    members = [member for member in typing.get_args(kind) if member is not type(None)]
    if isinstance(data, dict) and "_" in data:
        for member in members:
            if getattr(member, "__name__", "") == data["_"]:
                return _decode(member, data)
        raise ValueError(f"no such kind of content: {data['_']!r}")
    return _decode(members[0], data) if len(members) == 1 else data


def _decode_dataclass(kind: type[Any], data: Any) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{kind.__name__} expected, found {type(data).__name__}")
    hints = typing.get_type_hints(kind)
    known = {f.name: _decode(hints[f.name], data[f.name]) for f in dataclasses.fields(kind) if f.name in data}
    try:
        return kind(**known)
    except TypeError as error:
        raise ValueError(str(error)) from error
