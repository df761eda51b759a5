"""What the inner rooms ask of the outer ones."""

from typing import Protocol

from domain.content import FileRef, Form
from domain.delivery import Capabilities, Delivery, Receipt


class Sender(Protocol):
    """A channel's way out. `send` returns only when the platform said yes; else it raises a `SendError`."""

    @property
    def capabilities(self) -> Capabilities: ...

    async def send(self, delivery: Delivery) -> Receipt: ...


class FileSource(Protocol):
    """Reads a file that rests at a platform. Raises SendErrors; `Refused` where it vanished or is too large."""

    async def fetch(self, file: FileRef, limit: int) -> bytes: ...


class FormOpener(Protocol):
    """Opens a form at once with a short-lived trigger: the one send that cannot wait for the ledger."""

    async def open_form(self, trigger: str, form: Form) -> None: ...
