"""What the deeds of this room need around them; a handler's context is one, the command line makes its own."""

import random
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from domain.community import Community
from domain.delivery import Capabilities
from locales import Catalogs
from storage.engine import Tx


class Surroundings(Protocol):
    """One transaction, the time, the community and its words. `rates`: messages a second that each channel takes."""

    @property
    def tx(self) -> Tx: ...
    @property
    def now(self) -> datetime: ...
    @property
    def community(self) -> Community: ...
    @property
    def catalogs(self) -> Catalogs: ...
    @property
    def capabilities(self) -> Mapping[str, Capabilities]: ...
    @property
    def rng(self) -> random.Random: ...
    @property
    def rates(self) -> Mapping[str, float]: ...
    @property
    def desk_channel(self) -> str: ...
