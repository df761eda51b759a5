"""The kinds of entities: how those of one place are ordered, and which may stand inside which.

Bot API, formatting options: bold, italic, underline, strikethrough and spoiler may contain and be part of any other
entity but pre and code; blockquotes cannot be nested; pre and code contain nothing.
"""

from sandbox.telegram.identity import Json

SPLITTABLE = frozenset(("bold", "italic", "underline", "strikethrough", "spoiler"))
CODE = frozenset(("code", "pre"))
_PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 10,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
    "date_time": 99,
}


def order(entity: Json) -> tuple[int, int, int]:
    """Sort key: by place, the longer first, then by kind."""
    return entity["offset"], -entity["length"], _PRIORITY.get(entity["type"], 50)


def date_time(moment: int, wanted: str) -> Json:
    """A date_time entity without its place."""
    details: Json = {"type": "date_time", "unix_time": moment}
    return {**details, "date_time_format": wanted} if wanted else details


def nest(entities: list[Json]) -> list[Json]:
    """The entities that may stand together: nothing inside code, no kind inside itself, in order."""
    kept: list[Json] = []
    codes: list[tuple[int, int]] = []
    for entity in sorted(entities, key=order):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if any(begin < last and first < end for first, last in codes if entity["type"] in CODE):
            continue
        if any(first <= begin and end <= last for first, last in codes):
            continue
        if entity["type"] in CODE:
            codes.append((begin, end))
        kept.append(entity)
    pieces = [piece for entity in kept for piece in _outside(entity, codes)]
    return sorted(_merged(pieces), key=order)


def _outside(entity: Json, codes: list[tuple[int, int]]) -> list[Json]:
    """The entity, cut where code stands when it is of a kind that can be cut."""
    if entity["type"] not in SPLITTABLE:
        return [entity]
    pieces, begin, end = [], entity["offset"], entity["offset"] + entity["length"]
    for first, last in sorted(codes):
        if first < end and begin < last:
            if first > begin:
                pieces.append({**entity, "offset": begin, "length": first - begin})
            begin = max(begin, last)
    if begin < end:
        pieces.append({**entity, "offset": begin, "length": end - begin})
    return pieces


def _merged(entities: list[Json]) -> list[Json]:
    """Without an entity that lies inside another one of its kind (two bolds are one)."""
    kept: list[Json] = []
    for entity in sorted(entities, key=order):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        kind = entity["type"].removeprefix("expandable_")
        inside = any(
            other["type"].removeprefix("expandable_") == kind
            and other["offset"] <= begin
            and end <= other["offset"] + other["length"]
            for other in kept
        )
        if not inside:
            kept.append(entity)
    return kept
