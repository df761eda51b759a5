"""Answers to surveys: by person where that was announced, else as tallies and loose texts that no person hangs on."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from domain.audience import from_json
from domain.people import Resident
from domain.survey import QuestionKind
from domain.survey_results import EVERYBODY, OTHERS, RESPONDENTS, SMALLEST, Tally
from storage.audience import matches
from storage.engine import Tx
from storage.surveys import Survey
from storage.tables import anchors, inbox, outbox, residents
from storage.tables_surveys import survey_answers, survey_seats, survey_tallies, survey_texts
from storage.upsert import upsert

KEY_BITS = 96
_COUNTS = frozenset({"tally", "flood_told"})  # of a resident's dialogue: how much they wrote lately
_UNDER_WAY = ("queued", "sending")  # of the delivery engine's rows


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeText:
    """What somebody wrote, with the language that it may be shown under."""

    question: str
    language: str
    text: str


# --- by person


async def record(
    tx: Tx, survey: Survey, resident: Resident, question: str, picks: Sequence[str], language: str, now: datetime
) -> None:
    """Keep a person's answer; an earlier one of theirs to the same question gives way."""
    await tx.execute(
        survey_answers.delete().where(
            survey_answers.c.survey_id == survey.id,
            survey_answers.c.resident_id == resident.id,
            survey_answers.c.question == question,
        )
    )
    for value in dict.fromkeys(picks):
        await tx.insert(
            survey_answers,
            survey_id=survey.id,
            resident_id=resident.id,
            question=question,
            value=value,
            language=language,
            area=resident.area or "",
            at=now,
        )


# --- by nobody


async def count_unnamed(tx: Tx, survey: Survey, resident: Resident, question: str, picks: Sequence[str]) -> None:
    """Add an answer to the tallies. Language and area are counted only where at least five were asked there."""
    parts = {
        EVERYBODY: OTHERS,
        "language": await _crowd(tx, survey, residents.c.language, resident.language),
        "area": await _crowd(tx, survey, residents.c.area, resident.area or ""),
    }
    for breakdown, part in parts.items():
        for value in (RESPONDENTS, *dict.fromkeys(picks)):
            await _add_one(tx, survey.id, question, breakdown, part, value)


async def keep_unnamed_text(
    tx: Tx, survey: Survey, resident: Resident, question: str, text: str, language: str, rng: random.Random
) -> None:
    """Keep a free text under a drawn key, and count the person among those who answered."""
    await count_unnamed(tx, survey, resident, question, ())
    await tx.execute(
        survey_texts.insert().values(
            key=f"{rng.getrandbits(KEY_BITS):024x}",
            survey_id=survey.id,
            question=question,
            language=await _crowd(tx, survey, residents.c.language, language),
            text=text,
        )
    )


async def _crowd(tx: Tx, survey: Survey, column: sa.ColumnElement[Any], part: str) -> str:
    """`part` if at least five people of it were asked, else `OTHERS`: a smaller one would point at a person."""
    if not part:
        return OTHERS
    seats = survey_seats.c
    seated = sa.exists().where(seats.survey_id == survey.id, seats.resident_id == residents.c.id).correlate(residents)
    meant = matches(from_json(survey.audience)) if survey.audience is not None else seated
    enough = sa.select(residents.c.id).where(column == part, meant).limit(SMALLEST)  # five are enough to know
    asked = int(await tx.scalar(sa.select(sa.func.count()).select_from(enough.subquery())))
    return part if asked >= SMALLEST else OTHERS


async def _add_one(tx: Tx, survey_id: int, question: str, breakdown: str, part: str, value: str) -> None:
    insert = upsert(tx, survey_tallies)
    row = {"survey_id": survey_id, "question": question, "breakdown": breakdown, "part": part, "value": value}
    await tx.execute(
        insert.values(**row, count=1).on_conflict_do_update(
            index_elements=["survey_id", "question", "breakdown", "part", "value"],
            set_={"count": survey_tallies.c.count + 1},
        )
    )


async def blank_inbox(tx: Tx, resident: Resident, now: datetime) -> None:
    """Forget what the person just pressed or wrote, when, and how often.

    The rows stay for their `dedupe`, or a repeated update would count twice; they name no chat and only a day.
    """
    chat = f"{resident.channel}:{resident.address}"
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    await tx.execute(
        inbox.update()
        .where(inbox.c.conversation == chat, inbox.c.state == "done")
        .values(payload="{}", conversation="", received_at=day, next_at=day, ended_at=day)
    )


async def cover_tracks(tx: Tx, resident: Resident, anchor: str, now: datetime) -> None:
    """Forget the person's way through the survey, because the way tells the answers: which questions they were asked,
    how often they pressed, whether they wrote (the language history and the flood count would say so).
    """
    await blank_inbox(tx, resident, now)
    person = await tx.one(sa.select(residents.c.dialogue).where(residents.c.id == resident.id))
    dialogue = {key: value for key, value in (person.dialogue if person else {}).items() if key not in _COUNTS}
    await tx.execute(residents.update().where(residents.c.id == resident.id).values(history={}, dialogue=dialogue))
    asked = sa.and_(outbox.c.resident_id == resident.id, sa.or_(outbox.c.anchor == anchor, outbox.c.target == anchor))
    pressed = sa.and_(
        outbox.c.channel == resident.channel, outbox.c.address == resident.address, outbox.c.operation == "answer"
    )
    await tx.execute(outbox.delete().where(sa.or_(asked, pressed), outbox.c.state.not_in(_UNDER_WAY)))
    await tx.execute(anchors.delete().where(anchors.c.name == anchor))


async def cover_all_tracks(tx: Tx, survey_id: int) -> None:
    """The same for everybody who is still in the middle of a survey that closes."""
    head = f"survey:{survey_id}:%"
    asked = sa.or_(outbox.c.anchor.like(head), outbox.c.target.like(head))
    await tx.execute(outbox.delete().where(asked, outbox.c.state.not_in(_UNDER_WAY)))
    await tx.execute(anchors.delete().where(anchors.c.name.like(head)))


async def mix(tx: Tx, survey_id: int, rng: random.Random) -> None:
    """Write what an anonymous survey holds anew in one go and under new keys: no hidden order of rows survives.

    (PostgreSQL numbers the transaction that wrote a row; after this they all have the same one, seats included.)
    """
    mine = survey_texts.c.survey_id == survey_id
    texts = list(await tx.all(sa.select(survey_texts).where(mine)))
    rng.shuffle(texts)
    await tx.execute(survey_texts.delete().where(mine))
    fresh = [{**row._mapping, "key": f"{rng.getrandbits(KEY_BITS):024x}"} for row in texts]
    if fresh:
        await tx.execute(survey_texts.insert(), fresh)
    await tx.execute(
        survey_tallies.update().where(survey_tallies.c.survey_id == survey_id).values(count=survey_tallies.c.count)
    )


# --- figures


async def tallies(tx: Tx, survey: Survey) -> list[Tally]:
    """How many gave which answer, of everybody, by language and by area; one row a combination, not a person."""
    if survey.definition.anonymous:
        t = survey_tallies.c
        query = sa.select(t.question, t.breakdown, t.part, t.value, t.count).where(t.survey_id == survey.id)
        return [Tally(question=r[0], by=r[1], group=r[2], value=r[3], count=int(r[4])) for r in await tx.all(query)]
    found = await _counted(tx, survey, EVERYBODY, None)
    found += await _counted(tx, survey, "language", survey_answers.c.language)
    return found + await _counted(tx, survey, "area", survey_answers.c.area)


async def _counted(tx: Tx, survey: Survey, breakdown: str, column: sa.ColumnElement[Any] | None) -> list[Tally]:
    a = survey_answers.c
    keys = [a.question] if column is None else [a.question, column]
    part = len(keys) == 2
    texts = [question.id for question in survey.definition.questions if question.kind == QuestionKind.TEXT]
    people = sa.select(*keys, sa.func.count(a.resident_id.distinct())).where(a.survey_id == survey.id).group_by(*keys)
    values = sa.select(*keys, a.value, sa.func.count()).where(a.survey_id == survey.id, a.question.not_in(texts))
    rows = [(row[0], row[1] if part else "", RESPONDENTS, row[-1]) for row in await tx.all(people)]
    rows += [(r[0], r[1] if part else "", r[-2], r[-1]) for r in await tx.all(values.group_by(*keys, a.value))]
    return [Tally(question=r[0], by=breakdown, group=r[1], value=r[2], count=int(r[3])) for r in rows]


async def free_texts(tx: Tx, survey: Survey, question: str, limit: int = 2000) -> list[FreeText]:
    """What people wrote to one question, in no order of time."""
    if survey.definition.anonymous:
        t = survey_texts.c
        query = sa.select(t.question, t.language, t.text).where(t.survey_id == survey.id, t.question == question)
        rows = await tx.all(query.order_by(t.key).limit(limit))
    else:
        a = survey_answers.c
        named = sa.select(a.question, a.language, a.value).where(a.survey_id == survey.id, a.question == question)
        rows = await tx.all(named.order_by(a.language, a.value).limit(limit))
    return [FreeText(question=row[0], language=row[1], text=row[2]) for row in rows]
