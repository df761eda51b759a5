"""A text that its parse mode cannot read."""


class MarkupError(ValueError):
    """The reason in the server's words; offsets in it count UTF-8 bytes."""
