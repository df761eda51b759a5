"""An event in a real browser, from its plan to its report: planned, found, signed up for, changed, let in, added up."""

import re
from datetime import datetime, timedelta

from playwright.async_api import Page, expect

from bot.sandbox_town import Sandbox
from tests.e2e.people import AtTheDesk, OnThePhone, picture

DESK = "front-desk"
WORDS = {
    "title-pl": "Targ napraw",
    "title-en": "Repair fair",
    "title-ar": "معرض التصليح",
    "title-fil": "Perya ng pagkukumpuni",
    "text-en": "Bring what is broken; we mend it together.",
    "text-ar": "أحضر ما تعطّل لديك، ونصلحه معًا.",
    "place": "ul. Nadbrzeżna 4",
    "pin": "51.6390, 18.9390",
    "capacity": "20",
    "access-en": "Step-free entrance",
    "tasks": "[ ] Chairs for 20 — Anna\n[x] Key of the hall",
}


class Coordinator(AtTheDesk):
    """Whoever plans events."""

    async def types(self, **values: str) -> None:
        """Fill fields of the open form in (``title_en`` means ``title-en``)."""
        for name, text in values.items():
            block = self.page.locator(f'[data-block="{name.replace("_", "-")}"]')
            await block.locator("input, textarea").first.fill(text)

    async def submits(self) -> None:
        """Submit the open form."""
        await self.page.click("#modal-submit")
        await expect(self.page.locator("#veil")).to_be_hidden()

    async def commands(self, command: str) -> None:
        """Type a slash command that opens no form."""
        await self.page.fill("#say-words", command)
        await self.page.press("#say-words", "Enter")

    async def reads_the_report(self, code: str) -> None:
        """Enter what the event cost, and ask what came of it."""
        await self.commands(f"/programme {code} cost 120 PLN")
        await expect(self.page.locator("#dms .place").first).to_be_visible(timeout=15_000)
        await self.commands(f"/programme {code}")
        await self.page.locator("#dms .place").first.click()
        await expect(self.card("People who came: 1")).to_contain_text("Cost per participant: 120", timeout=15_000)
        await expect(self.page.locator("#lines")).to_contain_text(f"{code.lower()}.pdf", timeout=20_000)


async def test_an_event_from_its_plan_to_its_report(page: Page, town: Sandbox) -> None:
    community = town.app.meeting.community
    anna = Coordinator(page)
    await anna.is_(town.town.slack.users[sorted(community.roles.coordinators)[0]].real_name)
    robin, amira = OnThePhone(page, "Robin"), OnThePhone(page, "أميرة")
    start = datetime.now(community.time_zone) + timedelta(minutes=20)
    end = start + timedelta(hours=1)

    await anna.opens(DESK)
    await page.fill("#say-words", "/event")
    await page.press("#say-words", "Enter")
    await expect(page.locator('[data-block="title-en"]')).to_be_visible(timeout=10_000)
    await anna.types(**WORDS)
    await anna.types(day=f"{start:%Y-%m-%d}", start=f"{start:%H:%M}", end=f"{end:%H:%M}", last=f"{end:%Y-%m-%d}")
    await picture(page, "event-1-plan")
    await anna.submits()
    await expect(anna.card("Repair fair")).to_contain_text("0 of 20", timeout=15_000)
    await expect(anna.card("Repair fair")).to_contain_text("https://t.me/", timeout=15_000)

    await robin.takes_the_phone()
    await robin.writes("/events")
    await expect(robin.reads("Coming near you")).to_contain_text("Repair fair", timeout=15_000)
    await robin.presses("Repair fair")
    await expect(robin.reads("Bring what is broken")).to_contain_text("20 seats left")
    await robin.presses("✅ Going")
    await expect(robin.reads("Your code at the door")).to_be_visible(timeout=15_000)
    await picture(page, "event-2-signed-up")
    said = await robin.reads("Your code at the door").inner_text()
    ticket = re.search(r"code at the door: \W*([A-Z0-9]+)", said)
    assert ticket is not None

    code = re.search(r"start=(e-[A-Z0-9]+)", await anna.card("Repair fair").inner_text())
    assert code is not None
    await amira.takes_the_phone()
    await amira.writes(f"/start {code[1]}")
    await expect(amira.reads("معرض التصليح")).to_be_visible(timeout=15_000)
    await amira.presses("ربما")
    await expect(amira.reads("ربما تحضر")).to_be_visible(timeout=15_000)
    await picture(page, "event-3-arabic")

    await anna.presses("Poster code", anna.card("Repair fair"))
    await anna.presses("Change", anna.card("Repair fair"))
    await expect(page.locator('[data-block="place"]')).to_be_visible(timeout=10_000)
    await anna.types(place="Library, ul. Szkolna 2")
    await anna.submits()
    await expect(amira.reads("المكان الجديد")).to_contain_text("Library", timeout=15_000)
    await robin.takes_the_phone()
    await expect(robin.reads("New place: ")).to_contain_text("Library, ul. Szkolna 2", timeout=15_000)
    await picture(page, "event-4-changed")

    await anna.presses("Check in", anna.card("maybe: 1"))
    await expect(page.locator('[data-block="code"]')).to_be_visible(timeout=10_000)
    await anna.types(code=ticket[1])
    await picture(page, "event-5-door")
    await anna.submits()
    await expect(anna.card("maybe: 1")).to_contain_text("1 of 1 are here", timeout=15_000)
    await picture(page, "event-6-here")

    await anna.reads_the_report(code[1].removeprefix("e-"))
    await picture(page, "event-7-report")
