"""Walks through the page: what residents and staff meet beside the plain circle."""

from playwright.async_api import Page, expect

from tests.e2e.people import AtTheDesk, OnThePhone, picture


async def test_two_matters_in_one_chat_stay_apart(page: Page) -> None:
    robin, desk = OnThePhone(page, "Robin"), AtTheDesk(page)
    await robin.takes_the_phone()
    for matter, department in (
        ("The bin in Mill Street was not emptied", "Waste and Cleaning"),
        ("There is a deep pothole in Mill Street", "Roads and Lights"),
    ):
        if department.startswith("Roads"):
            await robin.writes("/new")
            await expect(robin.reads("Your next message becomes a new matter")).to_be_visible()
        await robin.writes(matter)
        await expect(page.locator(".bubble").last).to_contain_text("Your reference is")
        choice = page.locator(".bubble").last.locator(".inline-button", has_text=department)
        if await choice.count():
            await choice.click()
        await expect(robin.reads(f"With: {department}").or_(robin.reads(f"is now with: {department}"))).to_be_visible()

    await robin.replies_to("with: Waste and Cleaning", "It is the brown one")
    await expect(robin.reads("Added to").filter(has_text="Waste and Cleaning")).to_be_visible()
    await robin.writes("How long will that take, please?")
    await expect(robin.reads("Which one is this message about?")).to_be_visible()
    await picture(page, "5-which-matter")
    await robin.presses("There is a deep pothole")

    await desk.opens("waste")
    thread = await desk.opens_thread()
    await expect(thread).to_contain_text("It is the brown one")
    await expect(thread).not_to_contain_text("How long")
    await page.click("#thread-off")
    await desk.opens("roads-and-lights")
    await expect(await desk.opens_thread()).to_contain_text("How long will that take")


async def test_thread_talk_stays_inside_until_it_is_confirmed_and_a_reply_that_fails_says_why(page: Page) -> None:
    zofia, desk = OnThePhone(page, "Zofia"), AtTheDesk(page)
    await zofia.takes_the_phone()
    await zofia.writes("Czuć gaz na klatce schodowej, Parkowa 7")
    await expect(zofia.reads("112").last).to_be_visible()
    await desk.opens("public-safety")
    await expect(desk.card("Czuć gaz")).to_contain_text("🔴")
    await desk.presses("Claim")
    await expect(desk.card().locator(".b-button", has_text="Release")).to_be_visible()
    thread = await desk.opens_thread()
    await desk.says_in_thread("Nobody outside may read this")
    await desk.says_in_thread("@Liaison Straż pożarna jest w drodze.")
    await expect(thread).to_contain_text("Shall this go to the resident")
    await picture(page, "6-confirm")
    assert "w drodze" not in await page.locator("#chat").inner_text()
    await thread.locator(".b-button", has_text="Send to the resident").click()
    await expect(zofia.reads("Straż pożarna jest w drodze.")).to_be_visible()
    assert "Nobody outside" not in await page.locator("#chat").inner_text()

    await page.click("#block")
    await desk.presses("Reply")
    await desk.fills("Czy wszystko w porządku?")
    await expect(thread).to_contain_text("not sent: the resident has blocked the bot or left", timeout=20_000)
    await picture(page, "7-blocked")


async def test_a_stranger_is_refused_and_the_resident_has_the_last_word(page: Page) -> None:
    alex, desk = OnThePhone(page, "Alex"), AtTheDesk(page)
    await alex.takes_the_phone()
    await alex.writes("/new The bin in Oak Lane was not emptied for weeks")
    await expect(alex.reads("Your reference is")).to_be_visible()
    choice = page.locator(".inline-button", has_text="Waste and Cleaning")
    if await choice.count():
        await choice.first.click()
    await desk.opens("waste")
    await desk.presses("Resolve")
    await desk.fills("It was emptied today.")
    await expect(alex.reads("Is it solved for you?")).to_be_visible()
    await alex.presses("No, not yet")
    await expect(alex.reads("is open again with the same people")).to_be_visible()
    await expect(desk.card()).to_contain_text("reopened")
    await desk.presses("Resolve")
    await desk.fills("Emptied again, and once a week from now on.")
    await expect(alex.reads("Emptied again")).to_be_visible()
    await alex.presses("Yes, it is solved")
    await alex.presses("5")
    await expect(alex.reads("Thank you for your rating.")).to_be_visible()

    await desk.is_("Karol Wodny")
    await expect(page.locator("#lines")).to_contain_text("You are not in this channel.")
    await page.click("#open-home")
    await expect(page.locator("#lines")).to_contain_text("You have no open case")
    await picture(page, "8-home")


async def test_the_page_reads_from_right_to_left_and_fits_a_narrow_screen(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.select_option("#page-language", "ar")
    assert await page.evaluate("document.documentElement.dir") == "rtl"
    for side in ("#show-desk", "#show-phone"):
        await page.click(side)
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    amira = OnThePhone(page, "أميرة")
    await amira.takes_the_phone()
    await amira.writes("شكرا")
    await expect(page.locator(".bubble.theirs").last).to_be_visible()
    await page.click("#attach summary")
    await page.click('[data-attach="menu"]')
    await expect(page.locator("#keyboard")).to_contain_text("/privacy")
    await picture(page, "9-narrow-arabic")


async def test_an_answer_waits_while_telegram_is_down_says_so_and_arrives_when_it_is_back(page: Page) -> None:
    robin, desk = OnThePhone(page, "Robin"), AtTheDesk(page)
    await robin.takes_the_phone()
    await robin.writes("I smell gas in the stairwell of 7 Oak Lane")
    await desk.opens("public-safety")
    await desk.presses("Claim")
    await expect(desk.card().locator(".b-button", has_text="Release")).to_be_visible()
    thread = await desk.opens_thread()
    await page.click("#faults summary")
    await page.locator("#fault-list label", has_text="Telegram").first.locator("input").check()
    await page.click("#faults summary")
    await desk.presses("Reply")
    await desk.fills("The fire brigade is on its way.")
    await expect(thread).to_contain_text("not sent yet: the platform has a fault. Next try", timeout=25_000)
    await expect(robin.reads("fire brigade")).not_to_be_visible()
    await picture(page, "10-outage")
    await page.click("#faults summary")
    await page.click("#fault-list button")
    await expect(robin.reads("The fire brigade is on its way.")).to_be_visible(timeout=40_000)
    await expect(page.locator(".bubble.theirs", has_text="fire brigade")).to_have_count(1)
    await expect(thread).to_contain_text("✅ sent")


async def test_a_phone_that_was_never_used_says_what_could_be_written(page: Page) -> None:
    marek = OnThePhone(page, "Marek")
    await marek.takes_the_phone()
    example = page.locator(".hint button").first
    words = await example.inner_text()
    await example.click()
    await page.click("#composer .send")
    await expect(page.locator(".bubble.mine")).to_contain_text(words)
    await expect(marek.reads("Numer sprawy")).to_be_visible()
    await expect(page.locator(".hint")).to_have_count(0)
