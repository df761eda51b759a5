"""What a resident has taken part in: surveys, ideas, shifts. Forgotten with them, and part of their own copy."""

from typing import Any

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables_surveys import idea_backers, ideas, survey_answers, survey_seats, surveys
from storage.tables_volunteers import partners, shift_places, shifts, volunteer_traits, volunteers, welcome_steps


async def forget(tx: Tx, resident_id: int) -> None:
    """Drop answers, seats and backings. An idea that others back stays, without its author; one still unseen goes.

    Anonymous answers stay: nothing says which they are.
    """
    for table in (survey_answers, survey_seats, idea_backers):
        await tx.execute(table.delete().where(table.c.resident_id == resident_id))
    await _forget_volunteer(tx, resident_id)
    await tx.execute(partners.update().where(partners.c.resident_id == resident_id).values(resident_id=None, person=""))
    unseen = sa.and_(ideas.c.resident_id == resident_id, ideas.c.state.in_(("new", "declined")))
    await tx.execute(ideas.delete().where(unseen))
    await tx.execute(ideas.update().where(ideas.c.resident_id == resident_id).values(resident_id=None))


async def _forget_volunteer(tx: Tx, resident_id: int) -> None:
    """Places on shifts are free again; the hours that were worked go with the person."""
    held = sa.select(shift_places.c.shift_id).where(
        shift_places.c.resident_id == resident_id, shift_places.c.state.in_(("accepted", "came"))
    )
    await tx.execute(shifts.update().where(shifts.c.id.in_(held), shifts.c.taken > 0).values(taken=shifts.c.taken - 1))
    for table in (shift_places, welcome_steps, volunteer_traits, volunteers):
        await tx.execute(table.delete().where(table.c.resident_id == resident_id))


async def everything_of(tx: Tx, resident_id: int) -> dict[str, Any]:
    """Surveys with the answers that bear the person's name, ideas, and ideas that they back, as plain values."""
    seats = (
        sa.select(survey_seats.c.survey_id, survey_seats.c.state, surveys.c.definition)
        .join(surveys, surveys.c.id == survey_seats.c.survey_id)
        .where(survey_seats.c.resident_id == resident_id)
        .order_by(survey_seats.c.survey_id)
    )
    answers = sa.select(survey_answers).where(survey_answers.c.resident_id == resident_id).order_by(survey_answers.c.id)
    own = sa.select(ideas).where(ideas.c.resident_id == resident_id).order_by(ideas.c.id)
    backed = (
        sa.select(ideas.c.id, ideas.c.text)
        .join(idea_backers, idea_backers.c.idea_id == ideas.c.id)
        .where(idea_backers.c.resident_id == resident_id)
        .order_by(ideas.c.id)
    )
    return {
        "surveys": [
            {"survey": row.survey_id, "title": row.definition.get("title"), "state": row.state}
            for row in await tx.all(seats)
        ],
        "answers": [dict(row._mapping) for row in await tx.all(answers)],
        "ideas": [dict(row._mapping) for row in await tx.all(own)],
        "ideas_backed": [dict(row._mapping) for row in await tx.all(backed)],
        **await _volunteering_of(tx, resident_id),
    }


async def _volunteering_of(tx: Tx, resident_id: int) -> dict[str, Any]:
    person = await tx.one(sa.select(volunteers).where(volunteers.c.resident_id == resident_id))
    traits = sa.select(volunteer_traits.c.trait, volunteer_traits.c.value).where(
        volunteer_traits.c.resident_id == resident_id
    )
    places = (
        sa.select(shifts.c.title, shifts.c.starts_at, shift_places.c.state, shift_places.c.minutes)
        .join(shift_places, shift_places.c.shift_id == shifts.c.id)
        .where(shift_places.c.resident_id == resident_id)
        .order_by(shifts.c.starts_at)
    )
    links = sa.select(partners).where(partners.c.resident_id == resident_id).order_by(partners.c.id)
    return {
        "volunteer": dict(person._mapping) if person else {},
        "volunteer_choices": [dict(row._mapping) for row in await tx.all(traits)],
        "shifts": [dict(row._mapping) for row in await tx.all(places)],
        "partner": [dict(row._mapping) for row in await tx.all(links)],
    }
