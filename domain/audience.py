"""Whom a message is for: a frozen expression that `storage.audience` turns into one SELECT.

An expression says nothing of reach or wishes: whoever is blocked, erased or does not want the topic is left out by the
`Wish` that goes with it. Areas, languages, topics and roles are the ids that the community's configuration knows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

from domain.codec import decode, encode

DEEPEST = 16  # expressions nested deeper are a mistake or an attack
MOST_PARTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Everybody:
    """All residents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InAreas:
    """Residents who chose one of these areas; `unplaced`: also those who chose none, for they hear of all."""

    areas: tuple[str, ...]
    unplaced: bool = False


NOWHERE_YET = InAreas(areas=())
"""Nobody, until a coordinator has chosen the areas: of an official warning whose place could not be matched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InShape:
    """Residents whose chosen area meets a shape of a CAP message; `pinned` turns it into areas.

    Polygons are (latitude, longitude) points, circles (latitude, longitude, kilometres), geocodes ``valueName=value``.
    """

    polygons: tuple[tuple[tuple[float, float], ...], ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()
    geocodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Residents to whom we write in one of these languages."""

    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """Residents who want to hear of one of these topics."""

    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Having:
    """Residents with one of these roles: ``volunteer``, ``partner``, ``staff``, ``drill``."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnChannels:
    """Residents who write on one of these platforms."""

    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithOpenCase:
    """Residents who have an open case that fits every list that is not empty. An incident is such a set of cases."""

    departments: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Residents whom broadcast `broadcast` reached, or may have reached."""

    broadcast: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InSurvey:
    """Residents with a seat in survey `survey` that is in one of these states (``invited`` are the silent ones)."""

    survey: int
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Residents who stand behind idea `idea`."""

    idea: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShift:
    """Volunteers whose place on shift `shift` is in one of these states; `round` 1: they fit, 2: others, 0: both."""

    shift: int
    states: tuple[str, ...]
    round: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Residents who have answered safety check `check`, whatever they said."""

    check: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """Residents who answered to one of these occasions of events, and not with "no".

    `came`: of an occasion at whose door anybody was checked in, those who were; before it, and where nobody was, all.
    """

    occasions: tuple[int, ...]
    came: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """Whoever is in one of the parts; of no parts: nobody."""

    parts: tuple[Audience, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Whoever is in every part; of no parts: everybody."""

    parts: tuple[Audience, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Except:
    """Whoever is in `base` and not in `minus`."""

    base: Audience
    minus: Audience


Audience = (
    Everybody
    | InAreas
    | InShape
    | Speaking
    | Wanting
    | Having
    | OnChannels
    | WithOpenCase
    | Reached
    | Attending
    | InSurvey
    | Answered
    | Backing
    | OnShift
    | AnyOf
    | AllOf
    | Except
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which wishes of a resident count. `topic`: it must be wanted; empty: the audience itself is the consent.

    `urgent`, of extreme and severe alerts: it reaches those too who said /stop, and in their quiet hours, as long as
    they want the topic.
    """

    topic: str
    urgent: bool = False


def to_json(audience: Audience) -> Any:
    """Plain JSON values that `from_json` reads back."""
    return encode(audience)


def from_json(data: Any) -> Audience:
    """What `to_json` wrote. Raises ValueError for any other shape, too deep or too wide ones included."""
    _check_size(data, 0)
    try:
        audience = cast(Audience, decode(Audience, data))  # type: ignore[arg-type]
        checked(audience)
    except (TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(f"not an audience: {error}") from None
    return audience


def checked(audience: Audience) -> None:
    """Raise ValueError where an expression says nothing: an empty list of areas means nobody, and that is a mistake."""
    match audience:
        case AnyOf(parts=parts) | AllOf(parts=parts):
            if not parts:
                raise ValueError("a union or intersection of nothing")
            for part in parts:
                checked(part)
        case Except(base=base, minus=minus):
            checked(base)
            checked(minus)
        case Everybody():
            return
        case (
            Reached(broadcast=one) | InSurvey(survey=one) | Backing(idea=one) | OnShift(shift=one) | Answered(check=one)
        ):
            _check_numbers((one,))
        case Attending(occasions=numbers):
            _check_numbers(numbers)
        case InAreas() | Speaking() | Wanting() | Having() | OnChannels() | WithOpenCase() | InShape():
            _check_leaf(audience)
        case _:
            raise ValueError("not an audience")


def _check_numbers(numbers: tuple[object, ...]) -> None:
    if not numbers or not all(isinstance(number, int) for number in numbers):
        raise ValueError("what it hangs on is named by its number")


def pinned(audience: Audience, areas_in: Callable[[InShape], tuple[str, ...]]) -> Audience:
    """`audience` with every shape replaced by the areas that `areas_in` finds in it; none found: nobody."""
    match audience:
        case InShape():
            areas = tuple(areas_in(audience))
            return InAreas(areas=areas, unplaced=bool(areas))
        case AnyOf(parts=parts) | AllOf(parts=parts):
            return replace(audience, parts=tuple(pinned(part, areas_in) for part in parts))
        case Except(base=base, minus=minus):
            return Except(base=pinned(base, areas_in), minus=pinned(minus, areas_in))
        case _:
            return audience


def areas_named(audience: Audience) -> frozenset[str]:
    """Ids of all areas that the expression names to include or exclude, for checking that they exist."""
    match audience:
        case InAreas(areas=areas) | WithOpenCase(areas=areas):
            return frozenset(areas)
        case AnyOf(parts=parts) | AllOf(parts=parts):
            return frozenset().union(*map(areas_named, parts))
        case Except(base=base, minus=minus):
            return areas_named(base) | areas_named(minus)
        case _:
            return frozenset()


def areas_included(audience: Audience) -> frozenset[str]:
    """Ids of the areas that the expression names to include: those that are left out are no part of where it goes."""
    match audience:
        case Except(base=base):
            return areas_included(base)
        case AnyOf(parts=parts) | AllOf(parts=parts):
            return frozenset().union(*map(areas_included, parts))
        case _:
            return areas_named(audience)


def _check_leaf(leaf: Any) -> None:
    if isinstance(leaf, InShape):
        _check_shape(leaf)
        return
    lists = [getattr(leaf, name) for name in leaf.__dataclass_fields__ if name != "unplaced"]
    if isinstance(leaf, InAreas) and not isinstance(leaf.unplaced, bool):
        raise ValueError("unplaced is true or false")
    if not all(isinstance(value, str) for values in lists for value in values):
        raise ValueError("an id of the wrong kind")
    if isinstance(leaf, WithOpenCase):
        if not any(lists):
            raise ValueError("an incident without department, area or case")
    elif not all(lists):
        raise ValueError("an empty list")


def _check_shape(shape: InShape) -> None:
    numbers = [n for polygon in shape.polygons for point in polygon for n in point]
    numbers += [n for circle in shape.circles for n in circle]
    if not all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers):
        raise ValueError("a coordinate is no number")
    if not (shape.polygons or shape.circles or shape.geocodes):
        raise ValueError("an empty shape")


def _check_size(data: Any, depth: int) -> None:
    if depth > DEEPEST * 3:
        raise ValueError("an audience nested too deep")
    if isinstance(data, dict):
        for value in data.values():
            _check_size(value, depth + 1)
    elif isinstance(data, list):
        if data and isinstance(data[0], dict) and len(data) > MOST_PARTS:
            raise ValueError("an audience of too many parts")
        for value in data:
            _check_size(value, depth + 1)
