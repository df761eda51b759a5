"""The sender's language. Other rooms use what is exported here and nothing else."""

from understanding.language.history import History
from understanding.language.identifier import CORE_LANGUAGES, Identifier
from understanding.language.verdict import NONE, Verdict

__all__ = ["CORE_LANGUAGES", "NONE", "History", "Identifier", "Verdict"]
