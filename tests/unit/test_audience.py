"""Whom a message is for: the expression, its JSON, and the one SELECT that it becomes."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.audience import (
    AllOf,
    AnyOf,
    Audience,
    Everybody,
    Except,
    Having,
    InAreas,
    InShape,
    OnChannels,
    Speaking,
    Wanting,
    Wish,
    WithOpenCase,
    areas_named,
    from_json,
    pinned,
    to_json,
)
from storage.audience import addressed, count, unreachable
from storage.engine import Database
from tests.unit.spreading_house import Person, settle

AREAS, LANGUAGES, TOPICS, ROLES = ("mill", "quay", "hill"), ("pl", "ar", "en"), ("alerts", "news"), ("drill", "staff")
DEPARTMENTS = ("roads", "water")
PEOPLE = [
    Person(
        id=number,
        language=LANGUAGES[number % 3],
        channel="slack" if number % 7 == 0 else "telegram",
        reach=("active", "active", "stopped", "active", "blocked", "erased")[number % 6],
        home=AREAS[number % 3] if number % 4 else None,
        areas=tuple(area for bit, area in enumerate(AREAS) if number & (1 << bit)),
        topics={**({"alerts": False} if number % 5 == 0 else {}), **({"news": number % 2 == 0} if number % 3 else {})},
        roles=tuple(role for bit, role in enumerate(ROLES) if number & (2 << bit)),
        departments=("roads",) if number % 8 == 3 else (),
    )
    for number in range(1, 61)
]


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(tuple)


LEAVES: st.SearchStrategy[Any] = st.one_of(
    st.just(Everybody()),
    st.builds(InAreas, areas=some(AREAS), unplaced=st.booleans()),
    some(LANGUAGES).map(lambda v: Speaking(languages=v)),
    some(TOPICS).map(lambda v: Wanting(topics=v)),
    some(ROLES).map(lambda v: Having(roles=v)),
    some(("telegram", "slack")).map(lambda v: OnChannels(channels=v)),
    some(DEPARTMENTS).map(lambda v: WithOpenCase(departments=v)),
)
AUDIENCES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(parts=tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(parts=tuple(parts))),
        st.tuples(inner, inner).map(lambda two: Except(base=two[0], minus=two[1])),
    ),
    max_leaves=6,
)
WISHES = st.builds(Wish, topic=st.sampled_from(("alerts", "news", "")), urgent=st.booleans())


def wants(person: Person, topic: str) -> bool:
    return person.topics.get(topic, topic == "alerts")


def meant(person: Person, audience: Audience) -> bool:
    """What an audience means, said without SQL."""
    match audience:
        case InAreas(areas=areas, unplaced=unplaced):
            return bool(set(areas) & set(person.areas)) or (unplaced and not person.areas)
        case Speaking(languages=languages):
            return person.language in languages
        case Wanting(topics=topics):
            return any(wants(person, topic) for topic in topics)
        case Having(roles=roles):
            return bool(set(roles) & set(person.roles))
        case OnChannels(channels=channels):
            return person.channel in channels
        case WithOpenCase(departments=departments):
            return bool(set(departments) & set(person.departments))
        case AnyOf(parts=parts):
            return any(meant(person, part) for part in parts)
        case AllOf(parts=parts):
            return all(meant(person, part) for part in parts)
        case Except(base=base, minus=minus):
            return meant(person, base) and not meant(person, minus)
    return True


def written_to(person: Person, wish: Wish) -> bool:
    reaches = ("active", "stopped") if wish.urgent else ("active",)
    return person.reach in reaches and (not wish.topic or wants(person, wish.topic))


async def test_the_select_means_what_the_expression_says(db: Database) -> None:
    await settle(db, PEOPLE)

    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(audience=AUDIENCES, wish=WISHES)
    def compare(audience: Audience, wish: Wish) -> None:
        expected = {p.id for p in PEOPLE if meant(p, audience) and written_to(p, wish)}
        asked.append((audience, wish, expected))

    asked: list[tuple[Audience, Wish, set[int]]] = []
    compare()
    async with db.read() as tx:
        for audience, wish, expected in asked:
            found = [row.id for row in await tx.all(addressed(audience, wish))]
            assert sorted(found) == sorted(expected), audience
            assert sum(one.people for one in await count(tx, audience, wish)) == len(expected)
            left_out = [p for p in PEOPLE if meant(p, audience) and not written_to(p, wish) and p.reach != "erased"]
            assert sum(one.people for one in await unreachable(tx, audience, wish)) == len(left_out)


async def test_those_who_said_stop_hear_of_the_gravest_alerts_alone(db: Database) -> None:
    stopped = Person(id=1, reach="stopped")
    refusing = Person(id=2, reach="stopped", topics={"alerts": False})
    await settle(db, [stopped, refusing, Person(id=3), Person(id=4, reach="blocked")])
    async with db.read() as tx:
        grave = await tx.all(addressed(Everybody(), Wish(topic="alerts", urgent=True)))
        slight = await tx.all(addressed(Everybody(), Wish(topic="alerts")))
        reasons = {one.reason: one.people for one in await unreachable(tx, Everybody(), Wish(topic="alerts"))}
    assert ([row.id for row in grave], [row.id for row in slight]) == ([1, 3], [3])
    assert reasons == {"blocked": 1, "stopped": 2}


@given(audience=AUDIENCES)
def test_json_brings_back_the_very_same_audience(audience: Audience) -> None:
    assert from_json(to_json(audience)) == audience


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(("_", "areas", "parts", "base", "minus", "broadcast", "polygons")), inner)
    ),
    max_leaves=12,
)


@given(data=JUNK)
def test_anything_else_is_refused_as_a_value_error(data: Any) -> None:
    try:
        audience = from_json(data)
    except ValueError:
        return
    assert from_json(to_json(audience)) == audience


@pytest.mark.parametrize(
    "data",
    [
        {"_": "InAreas", "areas": []},
        {"_": "InAreas", "areas": "mill"},
        {"_": "AnyOf", "parts": []},
        {"_": "Except", "base": {"_": "Everybody"}},
        {"_": "WithOpenCase"},
        {"_": "InShape"},
        {"_": "Everyone"},
    ],
)
def test_what_says_nothing_is_refused(data: Any) -> None:
    with pytest.raises(ValueError):
        from_json(data)


def test_a_bomb_of_brackets_is_refused() -> None:
    data: Any = {"_": "Everybody"}
    for _ in range(500):
        data = {"_": "AnyOf", "parts": [data]}
    with pytest.raises(ValueError):
        from_json(data)


def test_shapes_become_the_areas_that_they_meet_and_nobody_where_they_meet_none() -> None:
    shape = InShape(circles=((51.1, 17.0, 2.0),))
    whole = Except(base=AnyOf(parts=(shape, Speaking(languages=("ar",)))), minus=Having(roles=("staff",)))
    found = pinned(whole, lambda one: ("mill", "quay") if one.circles else ())
    assert areas_named(found) == {"mill", "quay"}
    assert pinned(shape, lambda _: ()) == InAreas(areas=(), unplaced=False)


async def test_a_shape_that_meets_no_area_reaches_nobody(db: Database) -> None:
    await settle(db, PEOPLE)
    async with db.read() as tx:
        assert await tx.all(addressed(InAreas(areas=(), unplaced=False), Wish(topic=""))) == []
