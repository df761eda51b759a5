"""Whom does an official warning concern: which of the community's districts does it meet?"""

from collections.abc import Iterable
from typing import Final

from alerts.cap.message import Area, Named, Point
from domain import community, geo

NESTED: Final = frozenset({"teryt", "nuts", "nuts1", "nuts2", "nuts3"})
"""Code lists whose numbers nest: a county's number begins with its province's (TERYT of Statistics Poland, NUTS of
Eurostat). A warning for the whole is one for each part, and one for a part concerns the whole."""


def meets(area: Area, district: community.Area) -> bool:
    """Whether the warning's area and the district share a place: by a common code, or by their outlines.

    A district without outline can be met only by code, and an area in words only (`placed` is false) meets none.
    """
    return _share_code(area.geocodes, district.geocodes) or _share_ground(area, district.polygon)


def districts_met(areas: Iterable[Area], districts: Iterable[community.Area]) -> tuple[str, ...]:
    """Ids of the districts that any of the areas meets, in the order of the configuration."""
    wanted = tuple(areas)
    return tuple(district.id for district in districts if any(meets(area, district) for area in wanted))


def covers(area: Area, latitude: float, longitude: float) -> bool:
    """Whether the point lies within a polygon or circle of the area."""
    return any(geo.contains(_corners(ring), latitude, longitude) for ring in area.polygons) or any(
        geo.distance_km(_corner(circle.centre), (latitude, longitude)) <= circle.radius_km for circle in area.circles
    )


def _share_code(codes: Iterable[Named], known: Iterable[str]) -> bool:
    ours = {_folded(*code.split("=", 1)) for code in known if "=" in code}
    return any(_same(_folded(code.name, code.value), other) for code in codes for other in ours)


def _folded(name: str, value: str) -> tuple[str, str]:
    return name.strip().casefold(), value.strip().casefold()


def _same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[0] != other[0] or not one[1] or not other[1]:
        return False
    nested = one[0] in NESTED and (one[1].startswith(other[1]) or other[1].startswith(one[1]))
    return one[1] == other[1] or nested


def _share_ground(area: Area, outline: geo.Ring) -> bool:
    return any(geo.rings_meet(_corners(ring), outline) for ring in area.polygons) or any(
        geo.circle_meets(_corner(circle.centre), circle.radius_km, outline) for circle in area.circles
    )


def _corners(ring: Iterable[Point]) -> tuple[geo.Corner, ...]:
    """The ring without its repeated last point."""
    return tuple(map(_corner, ring))[:-1]


def _corner(point: Point) -> geo.Corner:
    return point.latitude, point.longitude
