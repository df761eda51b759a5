"""The sender's language. Other rooms use what is exported here and nothing else."""

from understanding.language.history import History
from understanding.language.identifier import Identifier
from understanding.language.inventory import CORE_LANGUAGES
from understanding.language.verdict import NONE, Verdict

__all__ = ["CORE_LANGUAGES", "NONE", "History", "Identifier", "Verdict"]
