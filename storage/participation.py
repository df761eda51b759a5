"""What a resident has taken part in: surveys, ideas. It is forgotten with them and part of their own copy of data."""

from typing import Any

import sqlalchemy as sa

from storage.engine import Tx
from storage.tables_surveys import idea_backers, ideas, survey_answers, survey_seats, surveys


async def forget(tx: Tx, resident_id: int) -> None:
    """Drop answers, seats and backings. An idea that others back stays, without its author; one still unseen goes.

    Anonymous answers stay: nothing says which they are.
    """
    for table in (survey_answers, survey_seats, idea_backers):
        await tx.execute(table.delete().where(table.c.resident_id == resident_id))
    unseen = sa.and_(ideas.c.resident_id == resident_id, ideas.c.state.in_(("new", "declined")))
    await tx.execute(ideas.delete().where(unseen))
    await tx.execute(ideas.update().where(ideas.c.resident_id == resident_id).values(resident_id=None))


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
    }
