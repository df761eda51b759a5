"""What is likely before a word is read: the sender's earlier messages and the language of the client program.

The sender is taken for a speaker who mostly stays in the language of the last message and now and then changes it
(a two-state filter): history is the belief after the last message. The client's language is only where a change, or
a first message, is expected to lead; its weight falls with the message's length, and it never forbids anything.
"""

from collections.abc import Sequence
from math import log

from understanding.language.history import History
from understanding.language.inventory import canonical
from understanding.language.weighing import length_class

CLIENT_RIGHT = (0.7, 0.7, 0.65, 0.6, 0.55)
"""How often the client's language is taken to be right, by length class (words 1, 2, 3-4, 5-7, more)."""
ENGLISH_RIGHT = 0.8
"""Many telephones are left in English: a client that says "en" counts for this part of another one's weight."""
CHANGE = 0.04
"""How often a sender is taken to change language from one message to the next."""
OUTSIDER = 0.002
"""Prior probability of each known language outside the community's: enough to lower the confidence on a stray."""


def log_priors(languages: Sequence[str], client: str | None, history: History | None, word_count: int) -> list[float]:
    """Natural logarithms of prior probabilities (they sum to one) for canonical language codes."""
    start = _from_client(languages, canonical(client or ""), word_count)
    if history is None or not history.weights:
        return [log(share) for share in start]
    before = {canonical(lang): weight for lang, weight in history.weights.items()}
    known = [before.get(lang, 0.0) for lang in languages]
    total = sum(known)
    if total <= 0:
        return [log(share) for share in start]
    return [log((1 - CHANGE) * weight / total + CHANGE * share) for weight, share in zip(known, start, strict=True)]


def _from_client(languages: Sequence[str], client: str, word_count: int) -> list[float]:
    even = 1 / len(languages)
    if client not in languages or len(languages) == 1:
        return [even] * len(languages)
    right = CLIENT_RIGHT[length_class(word_count)] * (ENGLISH_RIGHT if client == "en" else 1.0)
    right = max(right, even)
    other = (1 - right) / (len(languages) - 1)
    return [right if lang == client else other for lang in languages]
