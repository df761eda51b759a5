"""What residents and staff do on the page, by the words that they see."""

import os
from pathlib import Path

from playwright.async_api import Locator, Page, expect

PICTURES = os.environ.get("LIAISON_PICTURES")


async def picture(page: Page, name: str) -> None:
    """Keep a picture where LIAISON_PICTURES says."""
    if PICTURES:
        await page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))


class OnThePhone:
    """A resident, by the beginning of their name."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name

    async def takes_the_phone(self) -> None:
        """Have this resident's phone in front."""
        await self.page.locator(".person", has_text=self.name).first.click()

    async def writes(self, text: str) -> None:
        """Write, and see it in the chat."""
        await self.page.fill("#words", text)
        await self.page.click("#composer .send")
        await expect(self.page.locator(".bubble.mine", has_text=text).last).to_be_visible()

    async def presses(self, label: str) -> None:
        """Press the newest button with these words."""
        await self.page.locator(".inline-button", has_text=label).last.click()

    async def replies_to(self, bubble: str, text: str) -> None:
        """Answer the message with these words, as Telegram's reply does."""
        message = self.page.locator(".bubble", has_text=bubble).last
        await message.hover()
        await message.locator(".under .tiny").first.click()
        await self.writes(text)

    def reads(self, words: str) -> Locator:
        """The newest message of the bot with these words."""
        return self.page.locator(".bubble.theirs", has_text=words).last


class AtTheDesk:
    """Whoever works at the town hall."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def is_(self, name: str) -> None:
        """Be this member of staff from now on."""
        option = self.page.locator("#me option", has_text=name)
        await self.page.select_option("#me", await option.get_attribute("value"))

    async def opens(self, channel: str) -> None:
        """Go to a channel."""
        await self.page.click(f'[data-channel="{channel}"]')

    def card(self, words: str = "") -> Locator:
        """The newest card with these words."""
        return self.page.locator("#lines .line", has_text=words).last

    async def presses(self, label: str, card: Locator | None = None) -> None:
        """Press a button of the card."""
        await (card or self.card()).locator(".b-button", has_text=label).first.click()

    async def fills(self, text: str) -> None:
        """Write into the open form and submit it."""
        await self.page.locator("#modal textarea").fill(text)
        await self.page.click("#modal-submit")
        await expect(self.page.locator("#veil")).to_be_hidden()

    async def opens_thread(self) -> Locator:
        """Open the newest card's thread; returns its lines."""
        await self.card().locator(".replies").click()
        return self.page.locator("#thread-lines")

    async def says_in_thread(self, text: str) -> None:
        """Write in the open thread."""
        await self.page.fill("#thread-words", text)
        await self.page.click("#thread-say .send")
