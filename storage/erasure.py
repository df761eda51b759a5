"""Forgetting a person: their words and names go, the bare fact that a case existed stays for the statistics."""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from domain.people import Reach, Resident
from storage import occasions, participation, preferences, safety, signups, staff_links
from storage.engine import Tx
from storage.tables import anchors, cases, entries, inbox, labels, outbox, questions, residents


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMessage:
    """A message about a case that stands in a desk channel, by the name of its anchor."""

    name: str
    address: str


async def forget_words(tx: Tx, case_id: int) -> None:
    """Empty every line of a case's history, and what of it waits or rests in the ledger."""
    await tx.execute(
        entries.update().where(entries.c.case_id == case_id).values(text="", data={}, author="", message_id=None)
    )
    await tx.execute(labels.delete().where(labels.c.case_id == case_id))
    await tx.execute(
        outbox.update().where(outbox.c.case_id == case_id, outbox.c.state == "queued").values(state="stopped")
    )
    await tx.execute(
        outbox.update().where(outbox.c.case_id == case_id, outbox.c.state != "sending").values(content=None)
    )


async def desk_messages(tx: Tx, case_id: int, channel: str, *, keep: str) -> list[DeskMessage]:
    """All that stands in desk channels about the case but the card `keep`, each with an anchor to delete it by."""
    found = sa.select(outbox.c.id, outbox.c.anchor, outbox.c.address, outbox.c.platform_id).where(
        outbox.c.case_id == case_id,
        outbox.c.channel == channel,
        outbox.c.operation.in_(("post", "file")),
        outbox.c.platform_id.is_not(None),
    )
    messages = []
    for row in await tx.all(found):
        if row.anchor == keep:
            continue
        name = row.anchor or f"outbox:{row.id}"
        if row.anchor is None:
            await tx.execute(
                anchors.insert().values(name=name, channel=channel, address=row.address, platform_id=row.platform_id)
            )
        messages.append(DeskMessage(name=name, address=row.address))
    return messages


async def forget_resident(tx: Tx, resident: Resident, reach: Reach) -> None:
    """Empty the resident's row and what came from their chat; whoever comes back is a stranger."""
    await tx.execute(questions.delete().where(questions.c.resident_id == resident.id))
    await preferences.forget(tx, resident.id)
    await staff_links.unlink(tx, resident.id)
    await participation.forget(tx, resident.id)
    await safety.forget(tx, resident.id)
    for occasion_id, seats in await signups.unused_seats(tx, resident.id):
        await occasions.give_back(tx, occasion_id, seats)
    await signups.forget(tx, resident.id)
    chat = f"{resident.channel}:{resident.address}"
    await tx.execute(inbox.delete().where(inbox.c.conversation == chat, inbox.c.state == "done"))
    await tx.execute(
        outbox.update()
        .where(outbox.c.resident_id == resident.id, outbox.c.state.not_in(("queued", "sending")))
        .values(content=None, address="")
    )
    await tx.execute(
        residents.update()
        .where(residents.c.id == resident.id)
        .values(
            name="",
            address=f"erased:{resident.id}",
            reach=reach,
            client_language=None,
            area=None,
            time_zone=None,
            quiet_from=None,
            quiet_to=None,
            history={},
            dialogue={},
            language_chosen=False,
        )
    )


async def everything_about(tx: Tx, resident_id: int) -> dict[str, Any]:
    """All that is kept about a resident, as plain values for a file of their own."""
    person = await tx.one(sa.select(residents).where(residents.c.id == resident_id))
    own = sa.select(cases).where(cases.c.resident_id == resident_id).order_by(cases.c.id)
    about: list[dict[str, Any]] = []
    for case in await tx.all(own):
        lines = sa.select(entries).where(entries.c.case_id == case.id, entries.c.kind != "note").order_by(entries.c.id)
        about.append({**_plain(case), "history": [_plain(line) for line in await tx.all(lines)]})
    wishes = await preferences.everything_of(tx, resident_id)
    taken_part = _json(await participation.everything_of(tx, resident_id))
    answers = [_json(answer) for answer in await signups.everything_of(tx, resident_id)]
    return {
        "resident": _plain(person) if person else {},
        "wishes": wishes,
        "events": answers,
        "safety": await safety.everything_of(tx, resident_id),
        **taken_part,
        "cases": about,
    }


def _plain(row: Any) -> dict[str, Any]:
    return _json(dict(row._mapping))


def _json(values: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(values, default=str, ensure_ascii=False))
    return plain
