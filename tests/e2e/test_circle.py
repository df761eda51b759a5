"""The whole circle in a real browser: a resident writes in Arabic, staff claim and reply, the resident reads it."""

from playwright.async_api import Page, expect

from bot.sandbox_town import Sandbox
from tests.e2e.people import picture


async def test_the_whole_circle(page: Page, town: Sandbox) -> None:
    arabic = next(p for p in town.town.people.values() if p.language.code == "ar")
    department = next(d for d in town.app.meeting.community.departments if d.id == "water")
    channel = town.town.slack.channel(department.channel).name
    await page.click(f'[data-resident="{arabic.resident.user.id}"]')
    await page.fill("#words", "مرحبا، المياه مقطوعة في شارعنا منذ الصباح")
    await page.click("#composer .send")
    name = department.name["ar"]
    await expect(page.locator(".bubble.theirs").last).to_contain_text(name, timeout=15_000)
    choice = page.locator(".inline-button", has_text=name)
    if await choice.count():
        await choice.first.click()
    await page.click(f'[data-channel="{channel}"]')
    card = page.locator("#lines .line").last
    await expect(card).to_contain_text("المياه مقطوعة")
    await picture(page, "1-card")
    await card.get_by_role("button", name="Claim").click()
    await expect(card.get_by_role("button", name="Release")).to_be_visible(timeout=15_000)
    await card.get_by_role("button", name="Reply").first.click()
    await page.locator("#modal textarea").fill("سنصلح الأنبوب اليوم قبل الساعة الثامنة مساءً.")
    await picture(page, "2-reply")
    await page.click("#modal-submit")
    answer = page.locator(".bubble.theirs", has_text="سنصلح الأنبوب اليوم")
    await expect(answer).to_be_visible(timeout=15_000)
    assert await page.locator("#phone").get_attribute("dir") == "rtl"
    await card.locator(".replies").click()
    await expect(page.locator("#thread-lines")).to_contain_text("✅ sent")
    await picture(page, "3-answered")
    await page.set_viewport_size({"width": 420, "height": 860})
    await page.click("#show-phone")
    await expect(page.locator("#phone")).to_be_visible()
    assert await page.evaluate("document.querySelector('#phone').getBoundingClientRect().right <= innerWidth")
    await picture(page, "4-narrow")
