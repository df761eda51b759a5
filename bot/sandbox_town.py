"""The sandbox: both platforms, the page and Liaison itself in one process, made from the community's configuration.

Nothing leaves the computer and nothing of it stays: the database lives in a temporary folder unless one is named.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from alerts.playbooks.plan import Playbook
from bot.app import App, opened
from bot.connections import Connections, SlackConnection, TelegramConnection
from bot.workspace import channel_names
from domain.community import Community
from domain.errors import LiaisonError
from locales import Catalogs
from sandbox.page.server import page_app
from sandbox.page.town import Desk, Neighbour, Plan, Town, Worker, found, languages_of
from sandbox.serving import serve
from sandbox.slack import AppManifest, SlackWorkspace
from sandbox.telegram.options import Options
from sandbox.telegram.server import TelegramServer

EXAMPLES = 4  # offered on a phone that was never used
MANIFEST = "slack-manifest.yaml"  # beside the community's description
CONFIG = Path(__file__).parent.parent / "config"  # of the source; an installed package has none
# Plainly fictional people: two residents a first-class language, a lead for every department.
NEIGHBOURS = {
    "pl": ("Zofia Przykładowa", "Marek Wymyślony"),
    "ar": ("أميرة المثال", "سامي التجربة"),
    "fil": ("Luningning Halimbawa", "Jun Kathang-isip"),
    "en": ("Robin Sample", "Alex Fictional"),
}
STAFF = (
    "Anna Biurkowa", "Piotr Rurka", "Ewa Zielona", "Tomasz Latarnik", "Maria Dachowa", "Jan Zdrowy",
    "Helena Pomocna", "Adam Czujny", "Iga Scenowa", "Leon Drogowy", "Olga Cicha", "Karol Wodny", "Nina Otwarta",
)  # fmt: skip


class NoManifest(LiaisonError):
    """The file that says what Slack would allow is not there."""


@dataclass(slots=True, kw_only=True)
class Sandbox:
    """A sandbox that is up: the town, Liaison's own App, and the address of the page."""

    town: Town
    app: App
    address: str


def plan_of(community: Community) -> Plan:
    """The town that fits the configuration: its channels, somebody at every desk, residents of every language."""
    catalogs = Catalogs(community.default_language, strict=False)
    language = community.staff_language
    desks = tuple(
        Desk(name=d.channel.removeprefix("#"), topic=community.say(d.description, language))
        for d in community.departments
    )
    named = {desk.name for desk in desks}
    desks += tuple(Desk(name=name) for name in channel_names(community) if name not in named)
    return Plan(
        name=community.say(community.name, language),
        zone=community.time_zone.key,
        rtl=catalogs.direction(language) == "rtl",
        languages=languages_of(
            [
                (
                    code,
                    catalogs.say(code, "resident-language-name"),
                    catalogs.direction(code) == "rtl",
                    _examples(community, code),
                )
                for code in community.languages
            ]
        ),
        desks=desks,
        workers=_workers(community),
        neighbours=tuple(
            Neighbour(name=name, language=code) for code in community.languages for name in NEIGHBOURS.get(code, ())
        ),
    )


def _examples(community: Community, language: str) -> tuple[str, ...]:
    """What residents might write: the longest example of the first departments that have a subject of their own."""
    subjects = [d for d in community.departments if d.id != community.front_desk and d.examples.get(language)]
    return tuple(max(d.examples[language], key=len) for d in subjects[:EXAMPLES])


def _workers(community: Community) -> tuple[Worker, ...]:
    """A lead for every department (who also sees the front desk) and a coordinator who sees everything.

    Leads who coordinate meet in the coordinators' channel.
    """
    every = channel_names(community)
    front = community.department(community.front_desk)
    own_desk = front.channel.removeprefix("#") if front else every[0]
    names = iter(STAFF * (1 + len(every) // len(STAFF)))
    roles = community.roles
    coordinator = next(iter(sorted(roles.admins | roles.coordinators)), "")
    workers = [
        Worker(name=next(names), title=community.say(front.name, community.staff_language) if front else "",
               desks=every, handle="anna", user=coordinator if coordinator.startswith("U") else "")
    ]  # fmt: skip
    used = {workers[0].user}
    for department in community.departments:
        if department.id == community.front_desk:
            continue
        name = next(names)
        user = department.lead or ""
        title = community.say(department.name, community.staff_language)
        meeting = community.broadcasting.channel.removeprefix("#")
        coordinates = department.lead in roles.coordinators | roles.approvers | roles.duty_officers
        desks = (department.channel.removeprefix("#"), own_desk, *((meeting,) if meeting and coordinates else ()))
        handle = name.split()[0].lower() + str(len(workers))
        workers.append(Worker(name=name, title=title, desks=desks, handle=handle, user="" if user in used else user))
        used.add(user)
    return tuple(workers)


def read_manifest(folder: Path = CONFIG) -> AppManifest:
    """The manifest that an administrator pastes: the sandbox grants exactly its scopes and events.

    From `folder`, or where that has none from the source's own. Raises NoManifest where there is neither.
    """
    for path in (folder / MANIFEST, CONFIG / MANIFEST):
        if path.is_file():
            return AppManifest.parse(yaml.safe_load(path.read_text("utf-8")))
    raise NoManifest(
        f"{folder / MANIFEST} is missing: the sandbox reads from it what Slack would allow. Nothing was started. "
        "Copy it from Liaison's own config folder."
    )


@asynccontextmanager
async def sandbox(
    community: Community,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    database_url: str = "",
    playbooks: tuple[Playbook, ...] = (),
    config: Path = CONFIG,
) -> AsyncIterator[Sandbox]:
    """Start everything; leaving the block ends it. `config`: the folder of the community's description.

    Raises NoManifest.
    """
    telegram, slack = TelegramServer(Options()), SlackWorkspace.create(read_manifest(config), team_name="Liaison")
    slack.team_name = community.say(community.name, community.staff_language)
    town = found(plan_of(community), telegram, slack)
    with tempfile.TemporaryDirectory(prefix="liaison-sandbox-") as folder:
        url = database_url or f"sqlite:///{folder}/liaison.db"
        async with telegram.serving(), slack.serving():
            connections = _connections(telegram, slack, url)
            async with (
                opened(community, connections, playbooks) as app,
                serve(page_app(town, home=_home(community)), host, port) as address,
            ):
                stop = asyncio.Event()
                work = asyncio.create_task(app.work(stop))
                try:
                    await _started(app, work)
                    yield Sandbox(town=town, app=app, address=address)
                finally:
                    stop.set()
                    await work


async def _started(app: App, work: asyncio.Task[None]) -> None:
    ready = asyncio.create_task(app.ready.wait())
    await asyncio.wait({ready, work}, return_when=asyncio.FIRST_COMPLETED)
    ready.cancel()
    if work.done():
        work.result()


def _connections(telegram: TelegramServer, slack: SlackWorkspace, url: str) -> Connections:
    return Connections(
        telegram=TelegramConnection(token=telegram.token, api_url=telegram.address),
        slack=SlackConnection(
            bot_token=slack.bot_token,
            app_token=slack.app_token,
            signing_secret=slack.signing_secret,
            api_url=slack.api_url,
        ),
        database_url=url,
    )


def _home(community: Community) -> tuple[float, float]:
    """The middle of the first district with an outline: where residents are when they send their place."""
    for area in community.areas:
        if area.polygon:
            count = len(area.polygon)
            return sum(p[0] for p in area.polygon) / count, sum(p[1] for p in area.polygon) / count
    return 52.0, 21.0
