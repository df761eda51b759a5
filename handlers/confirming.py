"""Words that wait for somebody to say: send them to the resident, or keep them among ourselves."""

from collections.abc import Sequence
from typing import Any

from domain.case import Case, EntryKind
from domain.codec import decode, encode
from domain.content import Attachment, Button
from domain.inbound import StaffPressed
from handlers import answering, desk
from handlers.context import Context
from handlers.rights import case_to_act_on, explain, number
from storage import entries, questions, residents
from storage.questions import Question

KIND = "send-or-keep"
LABELS = {"send": "mention-send", "keep": "mention-cancel"}


async def ask(
    ctx: Context,
    case: Case,
    user: str,
    words: str,
    *,
    attachments: Sequence[Attachment] = (),
    source: str | None = None,
) -> None:
    """Show the words in the thread as the resident would read them, with the two buttons."""
    data = {
        "user": user,
        "words": words,
        "source": source,
        "attachments": encode(tuple(attachments)),
    }
    question = await questions.ask(ctx.tx, case.resident_id, KIND, ctx.now, case_id=case.id, data=data)
    buttons = tuple(
        Button(
            label=ctx.desk(LABELS[choice]),
            data=f"s:{choice}:{question.id}",
            style="primary" if choice == "send" else "plain",
        )
        for choice in LABELS
    )
    text = await _preview(ctx, case, words, len(attachments))
    above = await _lead(ctx, case)
    await desk.say_in_thread(ctx, case, text, lead=above, anchor=_anchor(question), buttons=(buttons,))


async def _lead(ctx: Context, case: Case) -> str:
    resident = await residents.get(ctx.tx, case.resident_id)
    department = ctx.department_name(case.department, ctx.community.staff_language)
    question = ctx.desk("mention-ask", reference=case.reference, department=department)
    return f"{question}\n{ctx.desk('field-language')}: {desk.language_name(ctx, resident.language)}"


async def _preview(ctx: Context, case: Case, words: str, files: int) -> str:
    resident = await residents.get(ctx.tx, case.resident_id)
    parts = [answering.lead(ctx, case, resident), words[: answering.SHOWN]]
    if files:
        parts.append(ctx.desk("reply-files", count=files))
    return "\n".join(part for part in parts if part)


def _anchor(question: Question) -> str:
    return f"send-or-keep:{question.id}"


async def pressed(ctx: Context, event: StaffPressed, choice: str, question_id: str) -> None:
    """Somebody decided. The first press counts; a later one is told so."""
    row = number(question_id)
    question = None if row is None else await questions.get(ctx.tx, row)
    if question is None or question.kind != KIND or question.case_id is None:
        await _explain(ctx, event, ctx.desk("refuse-unknown"))
        return
    case = await case_to_act_on(
        ctx, event.user, str(question.case_id), channel_id=event.channel_id, thread=event.thread_id
    )
    if case is None:
        return
    if not await questions.close(ctx.tx, question, answer=choice):
        await _explain(ctx, event, ctx.desk("refuse-decided"))
    elif choice == "send":
        await _send(ctx, case, event.user, question)
    else:
        await _keep(ctx, case, question)


async def _explain(ctx: Context, event: StaffPressed, words: str) -> None:
    await explain(ctx, event.user, words, channel_id=event.channel_id, thread=event.thread_id)


async def _send(ctx: Context, case: Case, user: str, question: Question) -> None:
    data = question.data
    entry = await answering.send_reply(
        ctx,
        case,
        user,
        str(data["words"]),
        attachments=decode(tuple[Attachment, ...], data["attachments"]),
        source=data["source"],
    )
    if entry is not None:
        await desk.change_in_thread(ctx, case, _anchor(question), ctx.desk("mention-sent"))


async def _keep(ctx: Context, case: Case, question: Question) -> None:
    await _note(ctx, case, question.data)
    await desk.change_in_thread(ctx, case, _anchor(question), ctx.desk("mention-cancelled"))


async def _note(ctx: Context, case: Case, data: dict[str, Any]) -> None:
    await entries.add(
        ctx.tx,
        case.id,
        EntryKind.NOTE,
        ctx.now,
        author=str(data["user"]),
        text=str(data["words"]),
        data={"attachments": data["attachments"]} if data["attachments"] else {},
        message_id=data["source"],
    )


async def keep_all(ctx: Context, case: Case) -> None:
    """The case is about to leave this thread: what nobody decided stays among ourselves."""
    for question in await questions.open_of(ctx.tx, case.resident_id, KIND, case.id):
        if await questions.close(ctx.tx, question, answer="keep"):
            await _keep(ctx, case, question)


async def edited(ctx: Context, case: Case, source: str, words: str) -> bool:
    """The message was changed (or deleted: no words) before anybody decided. False if it does not wait for that."""
    for question in await questions.open_of(ctx.tx, case.resident_id, KIND, case.id):
        if question.data["source"] != source:
            continue
        if not words:
            await questions.close(ctx.tx, question, answer="deleted")
            await desk.change_in_thread(ctx, case, _anchor(question), ctx.desk("mention-withdrawn"))
            return True
        await questions.close(ctx.tx, question, answer="edited")
        await desk.change_in_thread(ctx, case, _anchor(question), ctx.desk("mention-changed"))
        attachments = decode(tuple[Attachment, ...], question.data["attachments"])
        await ask(ctx, case, str(question.data["user"]), words, attachments=attachments, source=source)
        return True
    return False
