"""What is to be said of a message, as a catalog key with its values: this room knows no words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """How a careful importer takes a message."""

    ACCEPT = "accept"
    WARN = "accept-warn"  # valid, but shown to a person with the reason
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One reason. `key` is in the catalog `cap`, `values` are its placeholders, `line` counts from 1.

    `block` names the info block that it is about where the message has several: its number and language.
    """

    verdict: Verdict
    key: str
    line: int | None = None
    block: str = ""
    values: dict[str, str | int] = field(default_factory=dict)


class Refused(Exception):
    """The bytes are no CAP 1.2 message that can be read. `remark` says why."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.key)
        self.remark = remark


def refuse(key: str, line: int | None = None, **values: str | int) -> Remark:
    """A reason to reject."""
    return Remark(verdict=Verdict.REJECT, key=key, line=line, values=values)


def warn(key: str, line: int | None = None, **values: str | int) -> Remark:
    """A reason to show the message to a person."""
    return Remark(verdict=Verdict.WARN, key=key, line=line, values=values)


def verdict(remarks: Iterable[Remark]) -> Verdict:
    """The gravest of them; accept where there is none."""
    found = {remark.verdict for remark in remarks}
    return next((grave for grave in (Verdict.REJECT, Verdict.WARN) if grave in found), Verdict.ACCEPT)
