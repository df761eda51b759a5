"""Words that volunteers and coordinators read of the same things: skills, times, spans, hours."""

from collections.abc import Callable
from datetime import datetime

from domain.people import Resident
from domain.volunteering import TIMES, Skill, Trait
from handlers.context import Context
from locales import format_number, format_when


def skill_name(ctx: Context, skill: Skill, language: str) -> str:
    """A skill's name: the configuration's, else the catalog's."""
    return ctx.community.say(skill.name, language) or ctx.say(language, f"volunteer-skill-{skill.id}")


def choices_of(ctx: Context, trait: Trait, language: str) -> list[tuple[str, str]]:
    """(value, words) of everything that can be chosen of a trait."""
    return CHOICES[trait](ctx, language)


def _skills(ctx: Context, language: str) -> list[tuple[str, str]]:
    return [(skill.id, skill_name(ctx, skill, language)) for skill in ctx.community.volunteering.skills]


def _languages(ctx: Context, _language: str) -> list[tuple[str, str]]:
    return [(code, ctx.say(code, "resident-language-name")) for code in ctx.community.languages]


def _areas(ctx: Context, language: str) -> list[tuple[str, str]]:
    return [(area.id, ctx.community.say(area.name, language)) for area in ctx.community.areas]


def _times(ctx: Context, language: str) -> list[tuple[str, str]]:
    return [(value, ctx.say(language, f"volunteer-time-{value}")) for value in TIMES]


CHOICES: dict[Trait, Callable[[Context, str], list[tuple[str, str]]]] = {
    Trait.SKILL: _skills,
    Trait.LANGUAGE: _languages,
    Trait.AREA: _areas,
    Trait.TIME: _times,
}


def span(ctx: Context, language: str, starts_at: datetime, ends_at: datetime) -> str:
    """From when to when, in the community's time zone."""
    zone = ctx.community.time_zone
    start = format_when(language, starts_at, ctx.now, zone)
    if starts_at.astimezone(zone).date() == ends_at.astimezone(zone).date():
        return ctx.say(language, "volunteer-span", start=start, end=f"{ends_at.astimezone(zone):%H:%M}")
    return ctx.say(language, "volunteer-span", start=start, end=format_when(language, ends_at, ctx.now, zone))


def hours(language: str, value: float) -> str:
    """Hours as the language writes them: ``3``, ``2.5``, ``2,5``."""
    return format_number(language, value)


def rtl(ctx: Context, resident: Resident) -> bool:
    """Whether the resident reads from right to left."""
    return ctx.catalogs.direction(resident.language) == "rtl"
