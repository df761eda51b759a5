"""Which district does a point lie in? Even-odd rule on the district's outline, degrees WGS 84.

Districts are a few kilometres wide, so straight edges in degrees are exact enough (error under a metre per kilometre).
"""

from domain.community import Area, Community
from domain.content import Place


def contains(polygon: tuple[tuple[float, float], ...], latitude: float, longitude: float) -> bool:
    """Whether the point lies inside the polygon of (latitude, longitude) corners."""
    inside = False
    for (lat1, lon1), (lat2, lon2) in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        if (lat1 > latitude) != (lat2 > latitude):
            crossing = lon1 + (latitude - lat1) / (lat2 - lat1) * (lon2 - lon1)
            inside ^= longitude < crossing
    return inside


def area_of(community: Community, place: Place) -> Area | None:
    """The first district whose outline contains the place, or None."""
    return next((a for a in community.areas if contains(a.polygon, place.latitude, place.longitude)), None)
