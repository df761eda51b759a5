"""What a check of a platform found, as plain values that the command line words and colours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. `code` names it for the catalog; `values` fill its sentence (never a secret)."""

    channel: str
    level: Literal["ok", "warning", "error"]
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
