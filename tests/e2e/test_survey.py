"""A survey and a volunteer's way in a real browser: made in Slack, lived on the phone, counted at the desk."""

import asyncio
from datetime import datetime, timedelta

import sqlalchemy as sa
from playwright.async_api import Page, expect

from bot.sandbox_town import Sandbox
from locales import Catalogs
from storage import preferences, residents
from storage.engine import Tx
from storage.tables import residents as table
from tests.e2e.people import AtTheDesk, OnThePhone, picture

MEETING = "coordination"
TITLE = {"pl": "Nasz park", "ar": "حديقتنا", "fil": "Ang parke natin", "en": "Our park"}
QUESTION = {
    "pl": "Jak czysto jest w parku?",
    "ar": "ما مدى نظافة الحديقة؟",
    "fil": "Gaano po kalinis ang parke?",
    "en": "How clean is the park?",
}


class Coordinator(AtTheDesk):
    """A member of staff who makes surveys and plans shifts."""

    async def commands(self, command: str, title: str) -> None:
        """Type a slash command and see its form."""
        await self.page.fill("#say-words", command)
        await self.page.press("#say-words", "Enter")
        await expect(self.page.locator("#modal")).to_contain_text(title, timeout=15_000)

    async def enters(self, name: str, words: dict[str, str]) -> None:
        """Fill one field a language."""
        for code, text in words.items():
            await self.page.locator(f'[data-block="{name}_{code}"]').locator("input, textarea").fill(text)

    async def chooses(self, block: str, value: str) -> None:
        """Choose an entry of a list."""
        await self.page.locator(f'[data-block="{block}"] select').select_option(value)

    async def types(self, block: str, text: str) -> None:
        """Type into one field."""
        await self.page.locator(f'[data-block="{block}"]').locator("input, textarea").fill(text)

    async def submits(self) -> None:
        """Submit the open form."""
        await self.page.click("#modal-submit")
        await expect(self.page.locator("#veil")).to_be_hidden()

    async def own_chat(self) -> None:
        """Go to the conversation with the app."""
        await expect(self.page.locator("#dms .place").first).to_be_visible(timeout=15_000)
        await self.page.locator("#dms .place").first.click()


async def seated(page: Page, town: Sandbox) -> Coordinator:
    """The town's first coordinator, in the coordinators' channel."""
    who = Coordinator(page)
    roles = town.app.meeting.community.roles
    await who.is_(town.town.slack.users[sorted(roles.coordinators)[0]].real_name)
    await who.opens(MEETING)
    return who


async def wants_surveys(person: OnThePhone, catalogs: Catalogs, code: str) -> None:
    """The resident chooses the topic in /settings."""
    surveys = catalogs.say(code, "settings-topic-surveys")
    await person.takes_the_phone()
    await person.writes("/settings")
    await person.presses(catalogs.say(code, "settings-button-topics"))
    await person.presses(surveys)
    chosen = person.page.locator(".inline-button", has_text=catalogs.say(code, "settings-on", name=surveys))
    await expect(chosen.last).to_be_visible(timeout=15_000)


async def want_surveys(town: Sandbox) -> None:
    """The others choose the topic too, without a walk through their settings."""
    async with town.app.db.write() as tx:
        for address in await known_addresses(tx):
            person = await residents.find(tx, "telegram", address)
            assert person is not None
            await preferences.want_topic(tx, person.id, "surveys", wanted=True)


async def known_addresses(tx: Tx) -> list[str]:
    """Where everybody who has written lives."""
    return [row.address for row in await tx.all(sa.select(table.c.address).where(table.c.channel == "telegram"))]


async def test_a_survey_from_the_form_to_the_chart(page: Page, town: Sandbox) -> None:
    amira, catalogs = OnThePhone(page, "أميرة"), town.app.catalogs
    others = {OnThePhone(page, name): code for name, code in OTHERS.items()}
    await wants_surveys(amira, catalogs, "ar")
    for person in others:
        await person.takes_the_phone()
        await person.writes("/start")
        await expect(page.locator(".bubble.theirs").last).to_be_visible(timeout=15_000)
    await want_surveys(town)
    anna = await seated(page, town)
    await makes(anna)
    await expect(anna.card("It goes to 5 people")).to_be_visible(timeout=15_000)

    await amira.takes_the_phone()
    await expect(amira.reads("حديقتنا")).to_be_visible(timeout=20_000)
    await amira.presses("ابدأ")
    await expect(amira.reads("ما مدى نظافة الحديقة؟")).to_be_visible(timeout=15_000)
    await picture(page, "survey-3-phone")
    await amira.presses("4")
    await expect(amira.reads("لم يعد يربطها بك شيء")).to_be_visible(timeout=15_000)
    for mark, (person, code) in zip("5552", others.items(), strict=True):
        await person.takes_the_phone()
        await person.presses(catalogs.say(code, "survey-button-begin"))
        await expect(person.reads(QUESTION[code])).to_be_visible(timeout=15_000)
        await person.presses(mark)
        await expect(person.reads(catalogs.say(code, "survey-thanks-anonymous"))).to_be_visible(timeout=15_000)

    page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
    await anna.presses("End it now", anna.card("End it now"))
    await expect(anna.card("Asked: 5 · finished: 5")).to_contain_text("Average: 4.20", timeout=15_000)
    await expect(page.locator("#lines")).to_contain_text("survey-1.csv", timeout=20_000)
    await expect(anna.card("Chart: Our park").locator("img").last).to_be_visible()
    await picture(page, "survey-4-results")


async def makes(anna: Coordinator) -> None:
    """Make a survey of one question, and open it."""
    page = anna.page
    await anna.commands("/survey", "Title")
    await anna.enters("title", TITLE)
    await anna.chooses("anonymous", "yes")
    await picture(page, "survey-1-new")
    await anna.submits()
    await anna.own_chat()
    await anna.presses("Add a question", anna.card("Our park"))
    await expect(page.locator('[data-block="text_en"]')).to_be_visible(timeout=15_000)
    await anna.chooses("kind", "scale")
    await anna.enters("text", QUESTION)
    await picture(page, "survey-2-question")
    await anna.submits()
    await expect(anna.card("How clean is the park?")).to_be_visible(timeout=15_000)
    await anna.presses("Open it", anna.card("How clean is the park?"))
    await expect(page.locator('[data-block="days"]')).to_be_visible(timeout=15_000)
    await anna.submits()


OTHERS = {"Robin": "en", "Alex": "en", "Zofia": "pl", "Jun": "fil"}


async def test_a_volunteers_way(page: Page, town: Sandbox) -> None:
    robin = OnThePhone(page, "Robin")
    await robin.takes_the_phone()
    await robin.writes("/volunteer")
    await robin.presses("I would like to help")
    await robin.presses("cooking")
    await expect(page.locator(".inline-button", has_text="☑️ cooking")).to_be_visible(timeout=15_000)
    await picture(page, "volunteer-1-skills")
    anna = await seated(page, town)
    await anna.commands("/volunteer shift", "What is to be done?")
    await anna.enters(
        "title", {"pl": "Zupa na rynku", "ar": "حساء في السوق", "fil": "Sabaw sa plasa", "en": "Soup in the square"}
    )
    day = datetime.now(town.app.meeting.community.time_zone) + timedelta(days=2)
    await anna.types("day", f"{day:%Y-%m-%d}")
    await anna.types("from", "09:00")
    await anna.types("to", "12:00")
    await anna.types("place", "Market square")
    await anna.chooses("skill", "cooking")
    await picture(page, "volunteer-2-shift")
    await anna.submits()
    await expect(anna.card("Soup in the square")).to_contain_text("asked: 1", timeout=15_000)
    await robin.takes_the_phone()
    await expect(robin.reads("Can you help? Soup in the square")).to_be_visible(timeout=20_000)
    await robin.presses("I will come")
    await expect(robin.reads("you are in")).to_be_visible(timeout=15_000)
    await expect(anna.card("Soup in the square")).to_contain_text("Robin", timeout=15_000)
    await picture(page, "volunteer-3-in")
