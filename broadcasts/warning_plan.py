"""An official warning as a plan: languages mapped, blocks of a language joined, districts found. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from alerts.cap.languages import ours
from alerts.cap.message import Alert, Area, Info, MsgType, ResponseType, Status
from alerts.cap.reach import districts_met
from alerts.cap.rehearsal import says_test
from alerts.cap.remark import Remark, warn
from broadcasts.checks import MOST_HEADLINE
from domain.audience import NOWHERE_YET, InAreas
from domain.broadcast import SEVERITIES, Facts, Kind, Plan, Wording
from domain.community import Community

NO_END_HOURS: Final = 12
"""Hours after its beginning at which a warning that names no end has run out: a shift, then people look again."""


MOST_TEXT: Final = 2500  # characters of a description or instruction that a coordinator's form holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The plan, what a coordinator should know of it, and whether it is about somewhere else altogether."""

    plan: Plan
    remarks: tuple[Remark, ...] = ()
    elsewhere: bool = False


def draw_plan(alert: Alert, community: Community) -> Drawn:
    """The plan of a warning that has info blocks, as an alert of its own; a test or exercise is a drill."""
    exercise = is_exercise(alert)
    districts, remarks = _districts(alert, community)
    expires = ends(alert)
    if all(info.expires is None for info in alert.infos):
        remarks = (*remarks, warn("cap-import-no-end", hours=NO_END_HOURS))
    wordings, shortened = _wordings(alert, community)
    plan = Plan(
        kind=Kind.DRILL if exercise else Kind.ALERT,
        exercise=exercise,
        wordings=wordings,
        facts=_facts(alert, community, expires),
        audience=InAreas(areas=districts, unplaced=True) if districts else NOWHERE_YET,
        areas=districts,
    )
    if shortened:
        remarks = (*remarks, warn("cap-import-shortened", languages=", ".join(shortened)))
    return Drawn(plan=plan, remarks=remarks, elsewhere=not districts and _is_elsewhere(alert, community))


def is_exercise(alert: Alert) -> bool:
    """Whether residents must not take it for real: by its status, or because its own words say so."""
    return alert.status in {Status.TEST, Status.EXERCISE} or any(map(says_test, alert.infos))


def is_all_clear(alert: Alert) -> bool:
    """Whether it says that the danger is over."""
    if alert.msg_type is MsgType.CANCEL:
        return True
    return bool(alert.infos) and all(ResponseType.ALL_CLEAR in info.response_types for info in alert.infos)


def ends(alert: Alert) -> datetime:
    """When it has run out: the latest end of a block; one without end holds `NO_END_HOURS`."""
    return max((_end(info, alert.sent) for info in alert.infos), default=alert.sent + timedelta(hours=NO_END_HOURS))


def _end(info: Info, sent: datetime) -> datetime:
    return info.expires or (info.onset or info.effective or sent) + timedelta(hours=NO_END_HOURS)


def _wordings(alert: Alert, community: Community) -> tuple[tuple[Wording, ...], list[str]]:
    """The texts, and the languages in which something had to be cut off."""
    by_language: dict[str, list[Info]] = {}
    for info in alert.infos:
        by_language.setdefault(ours(info.language, community.languages), []).append(info)
    whole = [_wording(language, infos) for language, infos in by_language.items()]
    cut = [_cut(wording) for wording in whole]
    return tuple(cut), [short.language for short, long in zip(cut, whole, strict=True) if short != long]


def _wording(language: str, infos: list[Info]) -> Wording:
    """The blocks of one language joined, the gravest first; what they have in common is said once."""
    infos = sorted(infos, key=_gravity)
    sources = [f"({info.sender_name.strip()})" for info in infos if info.sender_name.strip()]
    return Wording(
        language=language,
        headline=next((_tidy(info.headline) for info in infos if info.headline), _tidy(infos[0].event)),
        description=_joined([*(_tidy(info.description) for info in infos), *sources]),
        instruction=_joined(_tidy(info.instruction) for info in infos),
    )


def _cut(wording: Wording) -> Wording:
    """The wording as coordinators can edit it: longer texts end at a word, with a sign that something is missing."""
    return replace(
        wording,
        headline=_shortened(" ".join(wording.headline.split()), MOST_HEADLINE),
        description=_shortened(wording.description, MOST_TEXT),
        instruction=_shortened(wording.instruction, MOST_TEXT),
    )


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return f"{kept[: max(kept.rfind(' '), kept.rfind(chr(10)), most // 2)].rstrip()}…"


def _facts(alert: Alert, community: Community, expires: datetime) -> Facts:
    """The gravest block's, in the community's first language where it has it."""
    language = community.default_language
    info = min(alert.infos, key=lambda one: (_gravity(one), ours(one.language, community.languages) != language))
    return Facts(
        event=_tidy(info.event),
        category=info.categories[0],
        also=tuple(info.categories[1:]),
        urgency=info.urgency,
        severity=info.severity,
        certainty=info.certainty,
        onset=info.onset if info.onset and info.onset < expires else None,
        expires=expires,
        contact=info.web or _tidy(info.contact),
    )


def _gravity(info: Info) -> int:
    return SEVERITIES.index(info.severity)


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _districts(alert: Alert, community: Community) -> tuple[tuple[str, ...], tuple[Remark, ...]]:
    districts = districts_met(_areas(alert), community.areas)
    if districts:
        return districts, ()
    names = ", ".join(dict.fromkeys(area.description for area in _areas(alert)))
    return (), (warn("cap-import-areas-unknown", areas=names[:200] or "-"),)


def _is_elsewhere(alert: Alert, community: Community) -> bool:
    """Whether every area is drawn or coded in a way that our districts are, too: then to meet none is to be away."""
    outlined = any(district.polygon for district in community.areas)
    lists = {code.partition("=")[0].casefold() for district in community.areas for code in district.geocodes}
    areas = _areas(alert)
    return bool(areas) and all(_knowable(area, outlined, lists) for area in areas)


def _knowable(area: Area, outlined: bool, lists: set[str]) -> bool:
    return (outlined and bool(area.polygons or area.circles)) or any(
        code.name.casefold() in lists for code in area.geocodes
    )


def _areas(alert: Alert) -> list[Area]:
    return [area for info in alert.infos for area in info.areas]
