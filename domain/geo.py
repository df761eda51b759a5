"""Geometry on the globe, degrees WGS 84: which district holds a point, do two outlines meet, how far is it?

Outlines are rings of (latitude, longitude) corners, open or closed. Edges are straight in degrees: districts are a few
kilometres wide, where that is exact to a metre, and official warnings draw theirs the same way. A ring may cross the
date line. Circles are measured on the sphere.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from domain.community import Area, Community
from domain.content import Place

Corner = tuple[float, float]
Ring = Sequence[Corner]
EARTH_KM: Final = 6371.0088  # mean radius (IUGG)


def contains(polygon: Ring, latitude: float, longitude: float) -> bool:
    """Whether the point lies inside the polygon of (latitude, longitude) corners: even-odd rule."""
    ring = unwound(polygon)
    return any(_contains(ring, latitude, longitude + turn) for turn in (-360.0, 0.0, 360.0))


def area_of(community: Community, place: Place) -> Area | None:
    """The first district whose outline contains the place, or None."""
    return next((a for a in community.areas if contains(a.polygon, place.latitude, place.longitude)), None)


def distance_km(one: Corner, other: Corner) -> float:
    """Length of the great circle between two points, kilometres (haversine)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def rings_meet(one: Ring, other: Ring) -> bool:
    """Whether two outlines share any point: an edge crosses or touches, or one lies within the other."""
    if not one or not other:
        return False
    here = unwound(one)
    return any(_meet(here, _turned(unwound(other), turn)) for turn in (-360.0, 0.0, 360.0))


def circle_meets(centre: Corner, radius_km: float, ring: Ring) -> bool:
    """Whether any point of the outline or within it lies at most `radius_km` from `centre`.

    Distances are exact at the corners. Between them the edge is taken as straight on a map centred on `centre`
    (azimuthal equidistant), which errs by far less than the width of an edge.
    """
    if not ring:
        return False
    if contains(ring, *centre):
        return True
    points = [_on_map(centre, corner) for corner in ring]
    return any(_from_origin(a, b) <= radius_km for a, b in _edges(points))


def unwound(ring: Ring) -> tuple[Corner, ...]:
    """The ring with longitudes that go on beyond 180 where it crosses the date line, so that no edge leaps.

    An edge along a parallel from -180 to 180 goes around the whole globe and is left as it is written.
    """
    corners: list[Corner] = []
    turn = 0.0
    for number, (latitude, longitude) in enumerate(ring):
        before = ring[number - 1] if number else (latitude, longitude)
        leap = longitude - before[1]
        around = abs(leap) == 360 and latitude == before[0]
        if abs(leap) > 180 and not around:
            turn -= math.copysign(360.0, leap)
        corners.append((latitude, longitude + turn))
    return tuple(corners)


def _contains(ring: Ring, latitude: float, longitude: float) -> bool:
    inside = False
    for (lat1, lon1), (lat2, lon2) in _edges(ring):
        if (lat1 > latitude) != (lat2 > latitude):
            crossing = lon1 + (latitude - lat1) / (lat2 - lat1) * (lon2 - lon1)
            inside ^= longitude < crossing
    return inside


def _turned(ring: Ring, degrees: float) -> tuple[Corner, ...]:
    return tuple((latitude, longitude + degrees) for latitude, longitude in ring)


def _meet(one: Ring, other: Ring) -> bool:
    if not _boxes_meet(one, other):
        return False
    if _contains(one, *other[0]) or _contains(other, *one[0]):
        return True
    return any(_cross(a, b, c, d) for a, b in _edges(one) for c, d in _edges(other))


def _boxes_meet(one: Ring, other: Ring) -> bool:
    return all(
        min(corner[axis] for corner in a) <= max(corner[axis] for corner in b)
        for axis in (0, 1)
        for a, b in ((one, other), (other, one))
    )


def _edges(ring: Ring) -> Iterator[tuple[Corner, Corner]]:
    return zip(ring, (*ring[1:], *ring[:1]), strict=True)


def _cross(a: Corner, b: Corner, c: Corner, d: Corner) -> bool:
    """Whether the segments ab and cd share a point."""
    sides = _side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)
    if sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0:
        return True
    ends = ((sides[0], a, b, c), (sides[1], a, b, d), (sides[2], c, d, a), (sides[3], c, d, b))
    return any(side == 0 and _between(p, q, r) for side, p, q, r in ends)


def _side(a: Corner, b: Corner, c: Corner) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _between(a: Corner, b: Corner, c: Corner) -> bool:
    return all(min(a[axis], b[axis]) <= c[axis] <= max(a[axis], b[axis]) for axis in (0, 1))


def _on_map(centre: Corner, corner: Corner) -> Corner:
    """(north, east) kilometres from `centre`: true distance, true bearing."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*centre, *corner))
    east = math.sin(lon2 - lon1) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    bearing, distance = math.atan2(east, north), distance_km(centre, corner)
    return distance * math.cos(bearing), distance * math.sin(bearing)


def _from_origin(a: Corner, b: Corner) -> float:
    """Distance of the origin from the segment ab."""
    along = (b[0] - a[0], b[1] - a[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(a[0] * along[0] + a[1] * along[1]) / length))
    return math.hypot(a[0] + share * along[0], a[1] + share * along[1])
