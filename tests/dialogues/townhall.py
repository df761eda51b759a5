"""The organisation of the bench: five departments, four languages, seven members of staff."""

from datetime import time
from zoneinfo import ZoneInfo

from domain.community import Area, Broadcasting, Community, Department, Emergency, Hours, Roles, Words

OFFICE = tuple(Hours(weekday=day, opens=time(8), closes=time(16)) for day in range(5))
NAMES = {
    "U_ANNA": "Anna Nowak",
    "U_BEN": "Ben Kamara",
    "U_CARLA": "Carla Reyes",
    "U_DANA": "Dana Haddad",
    "U_ADMIN": "Ada Mazur",
    "U_CORA": "Cora Lind",
    "U_ALI": "Ali Berg",
    "U_DORA": "Dora Falk",
    "U_STRANGER": "Stan Novak",
}
MEMBERS = {
    "C_FRONT": ["U_DANA"],
    "C_WASTE": ["U_ANNA", "U_BEN"],
    "C_ROADS": ["U_CARLA", "U_BEN"],
    "C_WATER": ["U_CARLA"],
    "C_SAFETY": ["U_DANA"],
    "S_ADMINS": ["U_ADMIN"],
    "C_CRISIS": ["U_CORA", "U_ALI", "U_DORA"],
    "S_APPROVERS": ["U_ALI"],
}


def _department(department_id: str, channel: str, name: Words, *, emergency: bool = False) -> Department:
    return Department(id=department_id, name=name, description=name, channel=channel, hours=OFFICE, emergency=emergency)


def townhall() -> Community:
    """The community as its configuration would describe it."""
    return Community(
        name={"en": "Rivermouth", "pl": "Ujście", "ar": "مصب النهر", "fil": "Bukana"},
        languages=("en", "pl", "ar", "fil"),
        default_language="en",
        staff_language="en",
        time_zone=ZoneInfo("Europe/Warsaw"),
        departments=(
            _department(
                "front", "C_FRONT", {"en": "Front desk", "pl": "Biuro podawcze", "ar": "الاستقبال", "fil": "Harapan"}
            ),
            _department("waste", "C_WASTE", {"en": "Waste", "pl": "Odpady", "ar": "النفايات", "fil": "Basura"}),
            _department("roads", "C_ROADS", {"en": "Roads", "pl": "Drogi", "ar": "الطرق", "fil": "Kalsada"}),
            _department("water", "C_WATER", {"en": "Water", "pl": "Woda", "ar": "المياه", "fil": "Tubig"}),
            _department(
                "safety",
                "C_SAFETY",
                {"en": "Safety", "pl": "Bezpieczeństwo", "ar": "السلامة", "fil": "Kaligtasan"},
                emergency=True,
            ),
        ),
        front_desk="front",
        areas=(
            Area(
                id="harbour",
                name={"en": "Harbour", "pl": "Port", "ar": "الميناء", "fil": "Daungan"},
                polygon=((54.0, 18.0), (54.0, 18.1), (54.1, 18.1), (54.1, 18.0)),
            ),
            Area(id="hills", name={"en": "Hills", "pl": "Wzgórza", "ar": "التلال", "fil": "Burol"}),
        ),
        roles=Roles(
            admins=frozenset({"S_ADMINS"}),
            coordinators=frozenset({"U_CORA", "U_ALI"}),
            approvers=frozenset({"U_CORA", "S_APPROVERS"}),
            duty_officers=frozenset({"U_DORA"}),
        ),
        broadcasting=Broadcasting(
            channel="C_CRISIS", public_telegram="@rivermouth", slack_channels=("C_FRONT",), sender="rivermouth.example"
        ),
        emergency=Emergency(number="112", words={"en": ("fire", "gas"), "ar": ("حريق",), "pl": ("pożar",)}),
        privacy_url="https://rivermouth.example/privacy",
    )
