"""The own page and the command: what waits for me, found again by its reference, seen by nobody else."""

from domain.content import Home
from handlers.home import BLOCKS_OF_CARD, BLOCKS_OF_PAGE, BLOCKS_OF_SECTION, MOST_BLOCKS, _cards_a_section
from tests.dialogues.town import Town, plain, words_of


def titles(home: Home) -> list[list[str]]:
    """The cards' titles, section by section."""
    return [[plain(card.title) for card in section.cards] for section in home.sections]


async def three_cases(town: Town) -> list[str]:
    for name in ("Amira", "Bożena", "Carlos"):
        await town.resident(name).writes(f"The bin of {name} is full")
        await town.pass_time(minutes=5)
    return [case.reference for case in await town.cases()]


async def test_home_shows_mine_and_the_queues_oldest_first(town: Town) -> None:
    first, second, third = await three_cases(town)
    anna = town.staff("U_ANNA")
    await anna.presses("Claim", await town.case(second))

    home = await anna.opens_home()
    mine, waste = titles(home)
    assert [second in title for title in mine] == [True]
    assert [ref in title for ref, title in zip((first, second, third), waste, strict=True)] == [True] * 3
    assert "The bin of Amira is full" in words_of(home)


async def test_filters_and_urgent_ones_first(town: Town) -> None:
    first, second, third = await three_cases(town)
    anna = town.staff("U_ANNA")
    await anna.presses("Claim", await town.case(second))
    await anna.fills("priority", await town.case(third), priority="urgent")
    await anna.opens_home()

    await anna.presses("Unclaimed", at_home=True)
    (waste,) = titles(anna.home())
    assert [third in waste[0], first in waste[1], len(waste)] == [True, True, 2]

    await anna.presses("Urgent", at_home=True)
    mine, waste = titles(anna.home())
    assert mine == []
    assert len(waste) == 1

    await anna.presses("Overdue", at_home=True)
    assert titles(anna.home()) == [[], []]
    await town.pass_time(days=7)
    await anna.presses("Overdue", at_home=True)
    assert [len(section) for section in titles(anna.home())] == [1, 3]
    await anna.presses("Mine", at_home=True)
    assert [len(section) for section in titles(anna.home())] == [1]
    await anna.presses("s:home:nonsense", at_home=True)
    assert len(titles(anna.home())[1]) == 3


async def test_a_case_is_claimed_and_answered_from_the_own_page(town: Town) -> None:
    await town.resident("Amira").writes("The bin is full")
    case, anna, ben = await town.case(), town.staff("U_ANNA"), town.staff("U_BEN")
    await anna.opens_home()
    await ben.presses("Claim", case)

    await anna.presses("Claim", at_home=True)
    assert "Ben Kamara" in anna.whispers()[-1]
    assert "Ben Kamara" in words_of(anna.home())
    form = await anna.presses("Reply", at_home=True)
    assert form is not None
    assert form.about == str(case.id)


async def test_a_page_never_outgrows_slacks_limit(town: Town) -> None:
    for sections in range(1, 30):
        cards = _cards_a_section(sections)
        assert cards >= 1
        if sections <= 16:
            assert BLOCKS_OF_PAGE + sections * (BLOCKS_OF_SECTION + cards * BLOCKS_OF_CARD) <= MOST_BLOCKS


async def test_many_cases_are_cut_and_the_page_says_so(town: Town) -> None:
    for number in range(12):
        await town.resident(f"Resident {number}").writes("The bin is full")
    home = await town.staff("U_ANNA").opens_home()
    assert "12 open" in home.sections[1].heading
    *shown, more = home.sections[1].cards
    assert len(shown) == 8
    assert more.title == "and 4 more"


async def test_who_sits_nowhere_is_told_how_to_begin(town: Town) -> None:
    home = await town.staff("U_STRANGER").opens_home()
    assert "not a member of any" in words_of(home)


async def test_find_shows_the_card_to_members_and_only_the_place_to_others(town: Town) -> None:
    await town.resident("Amira").writes("The bin is full")
    case = await town.case()
    spoken = case.reference.lower().replace("-", " ")

    answer = await town.staff("U_ANNA").commands(f"find {spoken}")
    assert "The bin is full" in answer
    assert "The bin is full" in await town.staff("U_ANNA").commands(case.reference, "C_WASTE")

    answer = await town.staff("U_CARLA").commands(f"find {case.reference}")
    assert "Waste" in answer
    assert "The bin is full" not in answer
    assert "Amira" not in answer

    assert "no case with the reference K4T-7M2" in await town.staff("U_ANNA").commands("find K4T-7M2")
    assert "/liaison find" in await town.staff("U_ANNA").commands("find the bin")


async def test_queue_counts_and_help(town: Town) -> None:
    await three_cases(town)
    anna = town.staff("U_ANNA")
    await anna.presses("Claim", (await town.cases())[0])
    answer = await anna.commands("queue")
    assert "Waste: 3 open, the oldest 15 min" in answer
    assert "Roads: none" in answer
    assert "dance" in await anna.commands("dance")
    for words in ("", "help", "HELP me"):
        assert "/liaison queue" in await anna.commands(words)


async def test_answers_are_seen_by_the_asker_alone(town: Town) -> None:
    await town.resident("Amira").writes("The bin is full")
    case, anna = await town.case(), town.staff("U_ANNA")
    before = len(town.channel("C_WASTE"))
    await anna.commands(case.reference, "C_WASTE")
    await anna.commands("queue", "C_WASTE")
    assert len(town.channel("C_WASTE")) == before
    await anna.presses("Claim")  # the button of the private card
    assert (await town.case()).assignee == "U_ANNA"
