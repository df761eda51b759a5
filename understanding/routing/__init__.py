"""Which department a message is for, what kind it is, how urgent and how sensitive: pure, synchronous, no I/O.

Promise: no exception on any text; same state and input, same answer; a label never lowers its own department.
"""

from understanding.routing.judge import Judgement, judge_kind, judge_sensitive, judge_urgency
from understanding.routing.profile import Decision, DepartmentProfile, Features, Reason, RouterSettings
from understanding.routing.router import Router, UnknownDepartment
from understanding.routing.state import UnreadableState

__all__ = [
    "Decision",
    "DepartmentProfile",
    "Features",
    "Judgement",
    "Reason",
    "Router",
    "RouterSettings",
    "UnknownDepartment",
    "UnreadableState",
    "judge_kind",
    "judge_sensitive",
    "judge_urgency",
]
