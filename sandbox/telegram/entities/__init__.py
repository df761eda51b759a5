"""From what a bot sends as text to what people see: parse modes, entities with UTF-16 offsets, cleaning, limits."""

from sandbox.telegram.entities.formatted import FormattedText, formatted
from sandbox.telegram.entities.utf16 import utf16_length

__all__ = ["FormattedText", "formatted", "utf16_length"]
