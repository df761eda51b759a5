"""The life of an alert in a real browser: two people send it, residents read it, it is corrected and closed."""

from playwright.async_api import Locator, Page, expect

from bot.sandbox_town import Sandbox
from tests.e2e.people import AtTheDesk, OnThePhone, picture

MEETING = "coordination"
ENGLISH = ("The river is rising", "Low streets may be under water by noon.", "Go to the school on the hill now.")
WORDS = {
    "pl": ("Rzeka wzbiera", "Niskie ulice mogą być zalane przed południem.", "Prosimy iść teraz do szkoły na wzgórzu."),
    "ar": ("النهر يرتفع", "قد تغمر المياه الشوارع المنخفضة قبل الظهر.", "توجهوا الآن إلى المدرسة على التل."),
    "fil": ("Tumataas ang ilog", "Maaaring lumubog ang mababang kalye.", "Pumunta na po sa paaralan sa burol."),
    "en": ENGLISH,
}


class Coordinator(AtTheDesk):
    """A member of staff who writes and approves alerts."""

    def __init__(self, page: Page, name: str) -> None:
        super().__init__(page)
        self.name = name

    async def sits_down(self, channel: str) -> None:
        await self.is_(self.name)
        await self.opens(channel)

    async def writes(self, words: dict[str, tuple[str, str, str]]) -> None:
        """Fill the texts of the open form in and submit it."""
        for language, parts in words.items():
            for part, text in zip(("headline", "description", "instruction"), parts, strict=True):
                field = self.page.locator(f'[data-block="{part}-{language}"]').locator("input, textarea")
                await field.fill(text)
        await self.page.click("#modal-submit")
        await expect(self.page.locator("#veil")).to_be_hidden()

    async def approves(self, area: str) -> None:
        """Approve the newest card, with the name of the area typed."""
        await self.presses("Approve and send")
        await self.page.locator('[data-block="area"] input').fill(area)
        await picture(self.page, "alert-3-approve")
        await self.page.click("#modal-submit")
        await expect(self.page.locator("#veil")).to_be_hidden()

    async def own_chat(self) -> None:
        """Go to the conversation with the app."""
        await self.page.locator("#dms .place").first.click()


async def test_the_life_of_an_alert(page: Page, town: Sandbox) -> None:
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
    await expect(page.locator("#modal")).to_contain_text("What is it?", timeout=10_000)
    await picture(page, "alert-1-what")
    await page.click("#modal-submit")
    await expect(page.locator('[data-block="headline-en"]')).to_be_visible(timeout=10_000)
    await page.locator('[data-block="event"] input').fill("Flood")
    await picture(page, "alert-1-words")
    await author.writes(WORDS)

    await expect(page.locator("#dms .place").first).to_be_visible(timeout=15_000)
    await author.own_chat()
    await expect(author.card("preview")).to_contain_text("Go to the school on the hill now.", timeout=15_000)
    await expect(author.card("preview")).to_contain_text("العربية")
    await picture(page, "alert-2-preview")
    await author.presses("Submit", author.card("preview"))

    await author.opens(MEETING)
    await expect(author.card("waits for a second person")).to_be_visible(timeout=15_000)
    await approver.sits_down(MEETING)
    await approver.approves("Brzegowice")
    await expect(approver.card()).to_contain_text("100 %", timeout=20_000)
    await robin.takes_the_phone()
    await expect(robin.reads("The river is rising")).to_be_visible(timeout=15_000)
    await picture(page, "alert-4-sent")

    await follow(approver, "Correct", {"en": (*ENGLISH[:1], "Low streets may be under water by 14:00.", ENGLISH[2])})
    await approver.own_chat()
    await approver.presses("Submit", approver.card("Correction"))
    await author.sits_down(MEETING)
    await expect(author.card("Correction")).to_contain_text("waits for a second person", timeout=15_000)
    await second_approves(author)
    await expect(robin.reads("Correction:")).to_contain_text("by 14:00", timeout=15_000)
    await expect(page.locator(".bubble.theirs", has_text="Corrected on")).to_be_visible(timeout=15_000)
    await picture(page, "alert-5-corrected")

    clear = {code: (text[0], "", "") for code, text in CLEAR.items()}
    await author.opens(MEETING)
    await follow(author, "All-clear", clear)
    await author.own_chat()
    await author.presses("Submit", author.card("All-clear"))
    await approver.sits_down(MEETING)
    await expect(approver.card("All-clear")).to_contain_text("waits for a second person", timeout=15_000)
    await second_approves(approver)
    await expect(robin.reads("All clear: You can go home")).to_be_visible(timeout=15_000)
    await amira.takes_the_phone()
    await expect(amira.reads("زال الخطر")).to_be_visible(timeout=15_000)
    await picture(page, "alert-6-all-clear")


CLEAR = {
    "pl": ("Można wracać do domu",),
    "ar": ("يمكنكم العودة إلى بيوتكم",),
    "fil": ("Makakauwi na po kayo",),
    "en": ("You can go home",),
}


async def follow(who: Coordinator, label: str, words: dict[str, tuple[str, str, str]]) -> None:
    """Open the form of what follows, and fill it in."""
    card: Locator = who.card("100 %")
    await who.presses(label, card)
    await expect(who.page.locator('[data-block="headline-en"]')).to_be_visible(timeout=10_000)
    await who.writes(words)
    await expect(who.page.locator("#dms .place").first).to_be_visible(timeout=15_000)


async def second_approves(who: Coordinator) -> None:
    """Approve the card that waits, and type the town's name."""
    await who.presses("Approve and send", who.card("waits for a second person"))
    await who.page.locator('[data-block="area"] input').fill("brzegowice")
    await who.page.click("#modal-submit")
    await expect(who.page.locator("#veil")).to_be_hidden()
