"""A safety check in a real browser: residents tap, the board counts, a call for help is a case, the report follows."""

from playwright.async_api import Page, expect

from bot.sandbox_town import Sandbox
from tests.e2e.people import OnThePhone, picture
from tests.e2e.test_alert import MEETING, WORDS, Coordinator


async def test_who_is_safe_and_who_needs_help(page: Page, town: Sandbox) -> None:
    community = town.app.meeting.community
    staff = town.town.slack.users
    author = Coordinator(page, staff[sorted(community.roles.coordinators)[0]].real_name)
    approver = Coordinator(page, staff[sorted(community.roles.approvers - {"U0BRZEG0001"})[0]].real_name)
    robin, amira = OnThePhone(page, "Robin"), OnThePhone(page, "أميرة")
    for person in (robin, amira):
        await person.takes_the_phone()
        await person.writes("/start")
        await expect(page.locator(".bubble.theirs").last).to_be_visible(timeout=15_000)

    await author.sits_down(MEETING)
    await page.fill("#say-words", "/alert")
    await page.press("#say-words", "Enter")
    await expect(page.locator("#modal")).to_contain_text("What is it?", timeout=15_000)
    await page.click("#modal-submit")
    await page.locator('[data-block="event"] input').fill("Flood")
    await page.locator('[data-block="safety"]').scroll_into_view_if_needed()
    await page.locator('[data-block="safety"] input').first.check()
    await picture(page, "safety-1-ask")
    await author.writes(WORDS)
    await expect(page.locator("#dms .place").first).to_be_visible(timeout=15_000)
    await author.own_chat()
    await author.presses("Submit", author.card("preview"))
    await approver.sits_down(MEETING)
    await expect(approver.card("waits for a second person")).to_be_visible(timeout=15_000)
    await approver.approves("Brzegowice")

    await robin.takes_the_phone()
    await expect(robin.reads("The river is rising")).to_be_visible(timeout=20_000)
    await robin.presses("I am safe")
    await expect(robin.reads("noted that you are safe")).to_be_visible(timeout=15_000)
    await amira.takes_the_phone()
    await expect(amira.reads("النهر يرتفع")).to_be_visible(timeout=20_000)
    await amira.presses("أحتاج إلى مساعدة")
    await expect(amira.reads("أين أنتم؟")).to_be_visible(timeout=15_000)
    await expect(approver.card("Safety check")).to_contain_text("🆘 1 · ✅ 1", timeout=20_000)
    await picture(page, "safety-2-board")
    await author.sits_down(MEETING)
    await author.presses("Delivery report", author.card("100 %"))
    await expect(author.card("Recipients:")).to_contain_text("Reached: 2 (100 %)", timeout=20_000)
    await picture(page, "safety-3-report")

    urgent = next(d for d in community.departments if d.emergency)
    name = next(c.name for c in town.town.slack.channels.values() if c.id == urgent.channel)
    await approver.opens(name)
    await expect(approver.card("أحتاج إلى مساعدة")).to_be_visible(timeout=15_000)
    await picture(page, "safety-4-case")
