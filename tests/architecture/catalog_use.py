"""Which catalog keys the code says, read from its syntax.

Keys are said in these ways, and only these are understood:

- ``….say(language, "resident-receipt", …)``: the whole key;
- ``ctx.desk("field-state", …)``: a staff key without its ``desk-``;
- ``words.line("ok", "check-all-good", …)``: a whole key of `liaison check`;
- a key or its end in a variable: the literal stands elsewhere in the same room, so any literal that is a key counts
  as said;
- a key with a part that varies, ``f"resident-state-{state}"``: registered in `VARYING` with all its endings.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from channels.telegram.poller import PollState
from domain.broadcast import CATEGORIES, FOLLOWING, Kind, State
from domain.broadcast_schedule import Repeat
from domain.case import CaseKind, CaseState, Priority
from domain.community import DEFAULT_TOPICS
from domain.delivery import DeliveryState
from domain.event import CONCERNED
from domain.safety import Answer
from domain.survey import QuestionKind, SurveyState
from domain.survey_check import CODES
from domain.volunteering import DEFAULT_SKILLS, TIMES, Trait
from handlers.broadcast_card import CARD_FIELDS
from handlers.broadcast_form import LISTS, PARTS
from handlers.broadcast_form import ROLES as BROADCAST_ROLES
from handlers.broadcast_preview import PREVIEW_FIELDS
from handlers.broadcast_refusing import REFUSALS
from handlers.broadcast_report import COLUMNS as REPORT_COLUMNS
from handlers.broadcast_report import GROUPS
from handlers.commands import NAMES
from handlers.events import form
from handlers.home import FILTERS
from handlers.outcomes import REASONS
from handlers.programmes.report import ROWS
from handlers.receipt import MENU, MORE
from handlers.safety_list import COLUMNS as SAFETY_COLUMNS
from handlers.settings import PAGES
from handlers.survey_figures import COLUMNS
from handlers.survey_forms import OCCASIONS, ROLES
from handlers.volunteers.certificate import COLUMNS as CERTIFICATE_COLUMNS
from handlers.volunteers.profile import SHOWN

EVENT_REFUSALS = frozenset(
    {
        "zone", "time", "gap", "fold", "end-before-start", "too-long", "endless", "rule", "too-many", "past",
        "deadline", "capacity", "capacity-number", "deadline-number", "pin", "tasks", "untitled", "unknown",
        "changed-meanwhile", "none", "cancelled", "file-size", "file-broken", "file-empty", "file-entries",
        "entry-broken",
    }
)  # fmt: skip

ROOT = Path(__file__).parents[2]
ROOMS = ("alerts", "bot", "broadcasts", "channels", "delivery", "handlers", "locales")
STAFF_PREFIXES = {"desk": "desk-", "coordinate": "coordination-"}  # method of the context -> beginning of the key

# The beginning of every key that is put together at run time, and what may follow it.
VARYING: dict[str, frozenset[str]] = {
    "alert-lead-": frozenset({"grave"} | set(Kind) - {Kind.DRILL}),
    "coordination-ask-": frozenset({*LISTS, *PARTS}),
    "coordination-cap-": frozenset(value.lower() for values in (*LISTS.values(), CATEGORIES) for value in values),
    "coordination-end-": frozenset({"failed", "blocked", "doubt", "stopped", "expired"}),
    "coordination-field-": CARD_FIELDS | PREVIEW_FIELDS,
    "coordination-follow-": frozenset(FOLLOWING),
    "coordination-gone-": frozenset({"blocked", "stopped", "unwanted"}),
    "coordination-kind-": frozenset(Kind),
    "coordination-refuse-": REFUSALS,
    "coordination-repeat-": frozenset(Repeat),
    "coordination-report-by-": frozenset(GROUPS),
    "coordination-report-column-": frozenset(REPORT_COLUMNS),
    "coordination-role-": frozenset(BROADCAST_ROLES),
    "coordination-state-": frozenset(State),
    "desk-safety-column-": frozenset(SAFETY_COLUMNS),
    "desk-safety-now-": frozenset({Answer.SAFE, Answer.AWAY}),
    "safety-": frozenset(Answer),
    "check-": frozenset(
        {
            f"telegram-{code}"
            for code in ("token-valid", "token-refused", "unreachable", "webhook-set", "webhook-ours", "waiting")
        }
        | {
            f"slack-{code}"
            for code in ("token-valid", "token-refused", "unreachable", "app-token-valid", "app-token-refused")
        }
        | {f"slack-scopes-{code}" for code in ("complete", "missing", "surplus")}
        | {f"slack-channel-{code}" for code in ("joined", "not-joined", "unknown")}
    ),
    "cap-import-": frozenset({"drafted", "changed", "called-off"}),
    "cap-export-": frozenset({"unknown", "not-sent", "announcement", "no-sender"}),
    "desk-alarm-": frozenset(
        {"dead-letter", "forged", "storage", "channel-revoked", "channel-down", "channel-back", "feed"}
        | {f"telegram-{state}" for state in (PollState.CONFLICT, PollState.REVOKED)}
    ),
    "desk-button-": frozenset({"claim", "release", "reply", "reassign", "priority", "wait", "resolve"}),
    "desk-home-filter-": frozenset(FILTERS),
    "desk-kind-": frozenset(CaseKind),
    "desk-priority-": frozenset(Priority),
    "desk-reason-": REASONS,
    "desk-reply-": frozenset({DeliveryState.STOPPED, DeliveryState.EXPIRED}),
    "desk-reply-then-": frozenset({"send", "preview"}),
    "desk-state-": frozenset(CaseState),
    "desk-why-": frozenset({"keyword", "similar", "learned", "area"}),
    "desk-idea-": frozenset(f"{form}-{part}" for form in ("decline", "answer", "done") for part in ("title", "submit")),
    "desk-idea-state-": frozenset({"new", "public", "declined", "done"}),
    "desk-survey-": frozenset(
        {"yes", "no"} | {f"{form}-{part}" for form in ("new", "question", "open") for part in ("title", "submit")}
    ),
    "desk-survey-by-": frozenset({"all", "language", "area"}),
    "desk-survey-column-": frozenset(COLUMNS),
    "desk-survey-kind-": frozenset(QuestionKind),
    "desk-survey-mend-": CODES,
    "desk-survey-occasion-": frozenset(OCCASIONS),
    "desk-survey-role-": frozenset(ROLES),
    "desk-survey-state-": frozenset(SurveyState),
    "programme-": frozenset(ROWS),
    "survey-how-": frozenset(QuestionKind),
    "survey-wrong-": frozenset({"buttons", "number", "words", "place", "long"}),
    "desk-volunteer-ask-": frozenset(Trait),
    "desk-volunteer-holder-": frozenset({"accepted", "came", "missed"}),
    "desk-volunteer-refuse-": frozenset({"time", "gap", "fold", "zone"}),
    "desk-volunteer-shift-": frozenset({"open", "cancelled", "over"}),
    "volunteer-ask-": frozenset(Trait),
    "volunteer-button-": frozenset(Trait) | frozenset(SHOWN),
    "volunteer-certificate-": frozenset(CERTIFICATE_COLUMNS),
    "volunteer-line-": frozenset(Trait),
    "volunteer-skill-": frozenset(skill.id for skill in DEFAULT_SKILLS),
    "volunteer-time-": frozenset(TIMES),
    "desk-event-refuse-": EVENT_REFUSALS,
    "desk-event-repeat-": frozenset({*form.REPEATS, form.OWN_RULE}),
    "desk-event-lead-": frozenset({"days", "hours"}),
    "event-own-": frozenset(CONCERNED),
    "event-page-all-": frozenset({"area", "topic"}),
    "event-is-": frozenset({"closed", "over", "cancelled"}),
    "event-button-": frozenset({"going", "maybe", "no", "show", "leave"}),
    "resident-help-button-": frozenset({"start", *MENU, *MORE} - {"language"}),
    "resident-command-": frozenset(NAMES),
    "resident-erase-": frozenset({"yes", "no"}),
    "settings-button-": frozenset(PAGES),
    "settings-topic-": frozenset(topic.id for topic in DEFAULT_TOPICS),
    "resident-solved-": frozenset({"yes", "no"}),
    "resident-state-": frozenset(CaseState),
}
FORWARDERS = {"handlers/context.py"}  # `say` and `desk` themselves pass on what others say


@dataclass(frozen=True, slots=True)
class Said:
    """One call: the key (a varying part is ``*``; None where it is a variable), the placeholders given, and where."""

    key: str | None
    values: frozenset[str] | None  # None: given as **values
    where: str


def sources(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module of the rooms, parsed, with its path in the repository."""
    for room in rooms or ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), _parsed(path)


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def calls() -> Iterator[Said]:
    """Every call that says something from a catalog."""
    for where, module in sources():
        if where in FORWARDERS:
            continue
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield from _said(node, node.func.attr, where)


def _said(node: ast.Call, name: str, where: str) -> Iterator[Said]:
    if name in STAFF_PREFIXES and node.args:
        key, prefix = node.args[0], STAFF_PREFIXES[name]
    elif name in {"say", "line"} and len(node.args) == 2 and not _is_words(node):
        key, prefix = node.args[1], ""
    else:
        return
    values = None if any(k.arg is None for k in node.keywords) else frozenset(k.arg or "" for k in node.keywords)
    for written in _written(key):
        yield Said(written if written is None else prefix + written, values, f"{where}:{node.lineno}")


def _is_words(node: ast.Call) -> bool:
    """`community.say(words, language)`: names from the configuration, not from a catalog."""
    return isinstance(node.func, ast.Attribute) and "community" in ast.unparse(node.func.value)


def _written(node: ast.expr) -> list[str | None]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)]
    if isinstance(node, ast.IfExp):
        return [*_written(node.body), *_written(node.orelse)]
    return [None]


@cache
def literals() -> frozenset[str]:
    """Every string literal of the rooms that could be a key or the end of one."""
    found = {
        node.value
        for _, module in sources()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z0-9-]+", node.value)
    }
    return frozenset(found)


def is_said(key: str) -> bool:
    """Whether some code says `key`."""
    if key in literals():
        return True
    if any(key.startswith(head) and key.removeprefix(head) in literals() for head in STAFF_PREFIXES.values()):
        return True
    return any(key.startswith(head) and key.removeprefix(head) in ends for head, ends in VARYING.items())
