"""The learned state as bytes: versioned, compressed, free of anybody's words (features are numbers)."""

import json
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any

VERSION = 2
_MAGIC = b"liaison-router\n"


class UnreadableState(ValueError):
    """Bytes that are no router's state, or one that another version wrote: rebuild it from the labels."""


def pack(facts: Mapping[str, object], arrays: "Mapping[str, array[Any]]") -> bytes:
    """Facts (JSON) and arrays (little-endian) as one compressed piece."""
    blobs = [(name, values.typecode, _turned(values).tobytes()) for name, values in sorted(arrays.items())]
    head = {"version": VERSION, "facts": facts, "arrays": [(name, code, len(blob)) for name, code, blob in blobs]}
    body = json.dumps(head).encode() + b"\n" + b"".join(blob for _, _, blob in blobs)
    return _MAGIC + zlib.compress(body, 1)


def unpack(state: bytes) -> "tuple[dict[str, object], dict[str, array[Any]]]":
    """The reverse of pack. Raises UnreadableState."""
    if not state.startswith(_MAGIC):
        raise UnreadableState("not a router's state")
    try:
        head, _, body = zlib.decompress(state[len(_MAGIC) :]).partition(b"\n")
        found = json.loads(head)
        version = found["version"]
        arrays: dict[str, array[Any]] = {}
        at = 0
        for name, code, size in found["arrays"] if version == VERSION else ():
            arrays[name] = _turned(array(code, body[at : at + size]))
            at += size
        facts = dict(found["facts"])
    except (zlib.error, KeyError, TypeError, ValueError) as fault:
        raise UnreadableState("not a router's state") from fault
    if version != VERSION:
        raise UnreadableState(f"a router's state of version {version}, this is version {VERSION}")
    return facts, arrays


def _turned(values: "array[Any]") -> "array[Any]":
    if sys.byteorder == "little":
        return values
    turned = values[:]
    turned.byteswap()
    return turned


def used_rows(values: "array[Any]", width: int, used: "array[Any]") -> "tuple[array[int], array[Any]]":
    """The rows that were ever touched (`used` says which): their numbers and their values, one after the other."""
    numbers = array("I", compress(range(len(used)), used))
    rows = array(values.typecode)
    for number in numbers:
        rows.extend(values[number * width : number * width + width])
    return numbers, rows


def add_rows(
    into: "array[Any]", width: int, numbers: Sequence[int], rows: "array[Any]", columns: Sequence[int | None]
) -> None:
    """Add stored rows to an array of other departments: `columns` says where each old one is now, None for nowhere."""
    old_width = len(columns)
    for place, number in enumerate(numbers):
        for old, new in enumerate(columns):
            if new is not None:
                into[number * width + new] += rows[place * old_width + old]
