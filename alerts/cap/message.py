"""A CAP 1.2 message as the OASIS specification describes it, one dataclass an element that has parts.

Texts are as the message says them; an element that is absent or blank is ``""``, an empty tuple or None. Times are
aware and have whole seconds, coordinates are degrees WGS 84 (latitude first), distances are kilometres.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

NAMESPACE: Final = "urn:oasis:names:tc:emergency:cap:1.2"
DEFAULT_LANGUAGE: Final = "en-US"  # the schema's default of <language>


class Status(StrEnum):
    """Who may act on the message."""

    ACTUAL = "Actual"
    EXERCISE = "Exercise"
    SYSTEM = "System"
    TEST = "Test"
    DRAFT = "Draft"


class MsgType(StrEnum):
    """What the message does."""

    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"
    ACK = "Ack"
    ERROR = "Error"


class Scope(StrEnum):
    """For whom the message is meant."""

    PUBLIC = "Public"
    RESTRICTED = "Restricted"
    PRIVATE = "Private"


class Category(StrEnum):
    """What kind of event."""

    GEO = "Geo"
    MET = "Met"
    SAFETY = "Safety"
    SECURITY = "Security"
    RESCUE = "Rescue"
    FIRE = "Fire"
    HEALTH = "Health"
    ENV = "Env"
    TRANSPORT = "Transport"
    INFRA = "Infra"
    CBRNE = "CBRNE"
    OTHER = "Other"


class ResponseType(StrEnum):
    """What people should do."""

    SHELTER = "Shelter"
    EVACUATE = "Evacuate"
    PREPARE = "Prepare"
    EXECUTE = "Execute"
    AVOID = "Avoid"
    MONITOR = "Monitor"
    ASSESS = "Assess"
    ALL_CLEAR = "AllClear"
    NONE = "None"


class Urgency(StrEnum):
    """How soon to act."""

    IMMEDIATE = "Immediate"
    EXPECTED = "Expected"
    FUTURE = "Future"
    PAST = "Past"
    UNKNOWN = "Unknown"


class Severity(StrEnum):
    """How bad it is."""

    EXTREME = "Extreme"
    SEVERE = "Severe"
    MODERATE = "Moderate"
    MINOR = "Minor"
    UNKNOWN = "Unknown"


class Certainty(StrEnum):
    """How sure it is."""

    OBSERVED = "Observed"
    LIKELY = "Likely"
    POSSIBLE = "Possible"
    UNLIKELY = "Unlikely"
    UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Reference:
    """What names a message for good: ``sender,identifier,sent``. Two that name the same instant are equal."""

    sender: str
    identifier: str
    sent: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A value of somebody's code list (geocode, eventCode, parameter)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Degrees WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A centre and a radius in kilometres."""

    centre: Point
    radius_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where. `polygons` are closed rings: the last point repeats the first. Heights are feet above mean sea level."""

    description: str
    polygons: tuple[tuple[Point, ...], ...] = ()
    circles: tuple[Circle, ...] = ()
    geocodes: tuple[Named, ...] = ()
    altitude: Decimal | None = None
    ceiling: Decimal | None = None

    @property
    def placed(self) -> bool:
        """Whether a machine can tell where this is."""
        return bool(self.polygons or self.circles or self.geocodes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file that goes with the message. `size` is bytes, `embedded` its content in base64."""

    description: str
    mime_type: str
    size: int | None = None
    uri: str = ""
    embedded: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """What is said, in one language. `language` None: not said, which means `DEFAULT_LANGUAGE`."""

    language: str | None = None
    categories: tuple[Category, ...]
    event: str
    response_types: tuple[ResponseType, ...] = ()
    urgency: Urgency
    severity: Severity
    certainty: Certainty
    audience: str = ""
    event_codes: tuple[Named, ...] = ()
    effective: datetime | None = None
    onset: datetime | None = None
    expires: datetime | None = None
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameters: tuple[Named, ...] = ()
    resources: tuple[Resource, ...] = ()
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One CAP message."""

    identifier: str
    sender: str
    sent: datetime
    status: Status
    msg_type: MsgType
    source: str = ""
    scope: Scope
    restriction: str = ""
    addresses: str = ""
    codes: tuple[str, ...] = ()
    note: str = ""
    references: tuple[Reference, ...] = ()
    incidents: str = ""
    infos: tuple[Info, ...] = ()

    @property
    def name(self) -> Reference:
        """How others refer to this message."""
        return Reference(sender=self.sender, identifier=self.identifier, sent=self.sent)
