"""How the community works with volunteers: ``[[volunteers.skills]]``, ``.welcome`` and ``.training``."""

from collections import Counter

from bot.configuration_table import Table
from domain.volunteering import DEFAULT_SKILLS, Skill, Training, Volunteering, Welcome

_ID = r"[a-z0-9][a-z0-9-]{0,31}"
_ADDRESS = r"https?://\S+"
USUAL = {skill.id for skill in DEFAULT_SKILLS}
MOST_DAYS = 365


def read_volunteering(root: Table, languages: tuple[str, ...]) -> Volunteering:
    """The skills that can be chosen (the usual ones where none are named), the welcome sequence, the material.

    A skill of a usual id may leave its name to the catalogs; any other needs one in every language.
    """
    table = root.table("volunteers")
    skills = tuple(_skill(one, languages) for one in table.tables("skills")) or DEFAULT_SKILLS
    known = {skill.id for skill in skills}
    for skill_id, count in Counter(skill.id for skill in skills).items():
        if count > 1 and skill_id:
            second = max(i for i, skill in enumerate(skills) if skill.id == skill_id)
            table.problems.add((*table.path, "skills", second, "id"), f'"{skill_id}" is used by another skill already.')
    welcome = tuple(_welcome(one, languages) for one in table.tables("welcome"))
    training = tuple(_training(one, languages, known) for one in table.tables("training"))
    table.finish()
    return Volunteering(skills=skills, welcome=welcome, training=training)


def _skill(table: Table, languages: tuple[str, ...]) -> Skill:
    skill_id = table.matching("id", _ID, "an id (small letters a-z, digits and dashes, at most 32)")
    skill = Skill(id=skill_id, name=table.words("name", languages, required=skill_id not in USUAL))
    table.finish()
    return skill


def _welcome(table: Table, languages: tuple[str, ...]) -> Welcome:
    step = Welcome(
        after_days=table.number("after_days", 0, 0, MOST_DAYS),
        text=table.words("text", languages),
        url=table.matching("url", _ADDRESS, "a web address", ""),
    )
    table.finish()
    return step


def _training(table: Table, languages: tuple[str, ...], known: set[str]) -> Training:
    material = Training(
        title=table.words("title", languages),
        url=table.matching("url", _ADDRESS, "a web address"),
        skills=table.texts("skills"),
    )
    for skill in material.skills:
        if skill not in known:
            table.note("skills", f'"{skill}" is not one of the skills; there are {", ".join(sorted(known))}.')
    table.finish()
    return material
