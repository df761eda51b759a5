"""What people say about where a case belongs teaches the router."""

from domain.case import Case
from handlers.context import Context, Taught
from storage import entries, labels


async def teach(ctx: Context, case: Case, kind: str, by: str) -> None:
    """Remember that the case belongs where it now is; the router learns it after the commit."""
    if case.department is None:
        return
    first = next(iter(await entries.of_case(ctx.tx, case.id, limit=1)), None)
    await labels.teach(ctx.tx, case.id, case.department, kind, by, ctx.now)
    if first and first.text:
        ctx.taught.append(
            Taught(
                text=first.text,
                language=case.language,
                department=case.department,
                kind=kind,
                reference=case.reference,
                area=case.area,
            )
        )
