"""Where a warning holds: outlines, circles and codes against the community's districts."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alerts.cap.message import Area, Circle, Named, Point
from alerts.cap.reach import covers, districts_met, meets
from domain import community
from domain.geo import EARTH_KM, circle_meets, contains, distance_km, rings_meet, unwound

SQUARE = ((51.0, 17.0), (51.0, 17.1), (51.1, 17.1), (51.1, 17.0))
LATITUDE = st.floats(-80, 80).map(lambda value: round(value, 4))
LONGITUDE = st.floats(-180, 180).map(lambda value: round(value, 4))
SIZE = st.floats(0.01, 5).map(lambda value: round(value, 4))
POINT = st.tuples(LATITUDE, LONGITUDE)


@st.composite
def rings(draw: st.DrawFn) -> tuple[tuple[float, float], ...]:
    """A convex polygon that may cross the date line, longitudes folded into -180 to 180."""
    latitude, longitude, size = draw(LATITUDE), draw(LONGITUDE), draw(SIZE)
    angles = sorted(draw(st.lists(st.integers(0, 359), min_size=3, max_size=7, unique=True)))
    corners = [(math.sin(math.radians(a)), math.cos(math.radians(a))) for a in angles]
    return tuple((latitude + size * y, folded(longitude + size * x)) for y, x in corners)


def folded(longitude: float) -> float:
    """Into -180 to 180."""
    return (longitude + 180) % 360 - 180


def shifted(ring: tuple[tuple[float, float], ...], degrees: float) -> tuple[tuple[float, float], ...]:
    """Turned around the axis of the earth."""
    return tuple((latitude, folded(longitude + degrees)) for latitude, longitude in ring)


@given(POINT, POINT, POINT)
def test_distances_are_those_of_a_sphere(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> None:
    assert distance_km(a, a) == 0
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert 0 <= distance_km(a, b) <= math.pi * EARTH_KM + 1e-6
    assert distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-6


def test_known_distances() -> None:
    assert distance_km((0, 0), (0, 1)) == pytest.approx(111.195, abs=0.001)
    assert distance_km((52.2297, 21.0122), (50.0647, 19.9450)) == pytest.approx(252, abs=1)  # Warsaw to Kraków
    assert distance_km((0, 179.5), (0, -179.5)) == pytest.approx(111.195, abs=0.001)
    assert distance_km((90, 0), (-90, 77)) == pytest.approx(math.pi * EARTH_KM)


@given(rings(), rings(), st.integers(-179, 179))
def test_meeting_does_not_depend_on_order_or_on_the_date_line(
    one: tuple[tuple[float, float], ...], other: tuple[tuple[float, float], ...], turn: int
) -> None:
    meet = rings_meet(one, other)
    assert rings_meet(other, one) is meet
    assert rings_meet(one[::-1], other) is meet
    assert rings_meet(one, one)


@given(rings(), st.integers(-359, 359))
def test_an_outline_that_is_turned_holds_its_own_middle(ring: tuple[tuple[float, float], ...], turn: int) -> None:
    there = shifted(ring, turn)
    flat = unwound(there)
    middle = sum(lat for lat, _ in flat) / len(flat), folded(sum(lon for _, lon in flat) / len(flat))
    assume(max(lon for _, lon in flat) - min(lon for _, lon in flat) > 1e-6)
    assume(max(lat for lat, _ in flat) - min(lat for lat, _ in flat) > 1e-6)
    assert contains(there, *middle)
    assert circle_meets(middle, 0, there)


@given(rings(), POINT, st.floats(1, 500))
def test_a_circle_meets_what_lies_within_its_radius(
    ring: tuple[tuple[float, float], ...], centre: tuple[float, float], radius: float
) -> None:
    corners = [distance_km(centre, corner) for corner in ring]
    if min(corners) <= radius - 1e-6:
        assert circle_meets(centre, radius, ring)
    if circle_meets(centre, radius, ring):
        assert circle_meets(centre, radius * 2, ring)
    longest = max(distance_km(a, b) for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))
    if min(corners) > radius + longest and not contains(ring, *centre):
        assert not circle_meets(centre, radius, ring)


@pytest.mark.parametrize(
    ("other", "meet"),
    [
        (((51.05, 17.05), (51.05, 17.06), (51.06, 17.06)), True),  # within
        (((50.0, 16.0), (50.0, 18.0), (52.0, 18.0), (52.0, 16.0)), True),  # around
        (((51.05, 16.0), (51.06, 18.0), (51.07, 18.0)), True),  # across, no corner inside
        (((51.0, 17.1), (51.0, 17.2), (51.1, 17.2), (51.1, 17.1)), True),  # along a common edge
        (((51.0, 17.11), (51.0, 17.2), (51.1, 17.2), (51.1, 17.11)), False),
        (((51.0, 377.0), (51.0, 377.1), (51.1, 377.1)), True),  # longitudes counted on beyond 180
        ((), False),
    ],
)
def test_outlines(other: tuple[tuple[float, float], ...], meet: bool) -> None:
    assert rings_meet(SQUARE, other) is meet
    assert rings_meet(other, SQUARE) is meet


def test_an_outline_across_the_date_line() -> None:
    strip = ((-1.0, 179.0), (-1.0, -179.0), (1.0, -179.0), (1.0, 179.0))
    assert all(contains(strip, 0, longitude) for longitude in (180, -180, 179.5, -179.5, 180.5))
    assert not any(contains(strip, 0, longitude) for longitude in (0, 90, -90, 178, -178))
    thin = ((-1.0, 179.9), (-1.0, -179.9), (1.0, -179.9), (1.0, 179.9))
    assert contains(thin, 0, 180)
    assert not contains(thin, 0, 0)
    hem = ((0.0, 179.0), (0.0, 180.0), (1.0, -180.0), (1.0, 179.0))
    assert contains(hem, 0.5, 179.5)
    assert not contains(hem, 0.5, 0)
    assert rings_meet(strip, ((0.0, -179.5), (0.0, -178.0), (0.5, -178.0)))
    assert not rings_meet(strip, ((0.0, 10.0), (0.0, 11.0), (0.5, 11.0)))


def test_an_outline_around_the_globe_is_meant_as_it_is_written() -> None:
    tropics = ((-23.0, -180.0), (-23.0, 180.0), (23.0, 180.0), (23.0, -180.0))
    assert contains(tropics, 0, 0)
    assert contains(tropics, 10, 179.9)
    assert not contains(tropics, 30, 0)


def district(*codes: str, polygon: tuple[tuple[float, float], ...] = ()) -> community.Area:
    """A district of that outline and those codes."""
    return community.Area(id="port", name={"en": "Port"}, geocodes=codes, polygon=polygon)


@pytest.mark.parametrize(
    ("name", "value", "known", "meet"),
    [
        ("TERYT", "9901011", "TERYT=9901011", True),
        ("teryt", "9901011 ", "TERYT=9901011", True),
        ("TERYT", "9901", "TERYT=9901011", True),  # the county holds the district
        ("TERYT", "99010115", "TERYT=9901011", True),  # a part of the district
        ("TERYT", "9902", "TERYT=9901011", False),
        ("NUTS3", "PL514", "nuts3=PL514", True),
        ("SAME", "072115", "SAME=072115", True),
        ("SAME", "0721", "SAME=072115", False),  # these do not nest by their beginnings
        ("EMMA_ID", "PL001", "TERYT=9901011", False),
        ("TERYT", "", "TERYT=", False),
        ("TERYT", "1", "no equals sign", False),
    ],
)
def test_codes(name: str, value: str, known: str, meet: bool) -> None:
    area = Area(description="x", geocodes=(Named(name=name, value=value),))
    assert meets(area, district(known)) is meet


def test_polygons_circles_and_words() -> None:
    ring = tuple(Point(latitude=lat, longitude=lon) for lat, lon in (*SQUARE, SQUARE[0]))
    near = Circle(centre=Point(latitude=51.05, longitude=17.2), radius_km=8)
    point = Circle(centre=Point(latitude=51.05, longitude=17.05), radius_km=0)
    port = district(polygon=SQUARE)
    assert meets(Area(description="ring", polygons=(ring,)), port)
    assert meets(Area(description="near", circles=(near,)), port)  # the edge is about 7 km away
    assert not meets(Area(description="far", circles=(Circle(centre=near.centre, radius_km=6),)), port)
    assert meets(Area(description="a point", circles=(point,)), port)
    assert not meets(Area(description="words"), port)
    assert not meets(Area(description="ring", polygons=(ring,)), district())
    assert covers(Area(description="ring", polygons=(ring,)), 51.05, 17.05)
    assert covers(Area(description="near", circles=(near,)), 51.05, 17.1)
    assert not covers(Area(description="near", circles=(near,)), 51.05, 17.0)


def test_which_districts_a_warning_meets() -> None:
    areas = (Area(description="a", geocodes=(Named(name="TERYT", value="9901"),)),)
    other = community.Area(id="other", name={"en": "Other"}, geocodes=("TERYT=9902",))
    assert districts_met(areas, (district("TERYT=9901011"), other)) == ("port",)
    assert districts_met((), (other,)) == ()
