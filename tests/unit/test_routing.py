"""The department router: cold start, learning, certainty, changing departments, restarts."""

import json
import subprocess
import sys

import pytest

from understanding.routing import DepartmentProfile, Features, Router, UnknownDepartment, UnreadableState
from understanding.routing.alike import Forms
from understanding.routing.command import Session
from understanding.routing.state import pack, unpack

ROADS = DepartmentProfile(
    id="roads",
    name={"en": "Roads and lights", "pl": "Drogi i oświetlenie"},
    description={"en": "Potholes, pavements, street lamps"},
    keywords={"en": ["pothole", "street lamp", "asphalt"], "pl": ["dziura w jezdni", "latarnia", "chodnik"]},
)
WATER = DepartmentProfile(
    id="water",
    name={"en": "Water and sewage", "pl": "Woda i kanalizacja"},
    description={"en": "Taps, pipes, drains"},
    keywords={
        "en": ["tap", "pipe", "drain"],
        "pl": ["woda", "rura", "studzienka"],
        "ar": ["مياه", "مجاري"],
        "th": ["น้ำประปา"],
    },
)
WASTE = DepartmentProfile(
    id="waste",
    name={"en": "Waste", "pl": "Odpady"},
    description={"en": "Bins and collection"},
    keywords={"en": ["garbage", "bin"], "pl": ["śmieci", "kosz"], "ar": ["قمامة"], "th": ["ขยะ"]},
)
TOWN = (ROADS, WATER, WASTE)


def first(router: Router, text: str, lang: str | None = "en") -> str:
    return router.predict(Features(text=text, lang=lang)).ranking[0][0]


@pytest.mark.parametrize(
    ("text", "lang", "department"),
    [
        ("A deep pothole near the school", "en", "roads"),
        ("RURY CIEKNĄ W PIWNICY", "pl", "water"),
        ("nie wywieziono smieci", "pl", "waste"),
        ("Latarnie na naszej ulicy nie świecą", "pl", "roads"),
        ("انقطعت المياه عن بيتنا", "ar", "water"),
        ("القمامة في كل مكان", "ar", "waste"),
        ("น้ำประปาไม่ไหลทั้งซอย", "th", "water"),
        ("กองขยะเต็มทางเท้า", "th", "waste"),
    ],
)
def test_configured_words_are_enough_to_start(text: str, lang: str, department: str) -> None:
    assert first(Router(TOWN), text, lang) == department


@pytest.mark.parametrize(
    ("text", "lang", "department"),
    [
        ("Ang daming basura sa kanto, mabaho na", "fil", "waste"),
        ("Hay muchos baches en la avenida", "es", "roads"),
        ("Das Abwasser läuft aus dem Rohr", "de", "water"),
        ("В подвале прорвало трубу", "ru", "water"),
        ("垃圾没有清运", "zh", "waste"),
    ],
)
def test_a_language_without_keywords_is_served_by_the_thesaurus(text: str, lang: str, department: str) -> None:
    assert first(Router(TOWN), text, lang) == department


@pytest.mark.parametrize("said", ["المجاري", "والمجاري", "بالمجاري", "للمجاري", "مجاري"])
def test_an_arabic_word_is_found_under_its_article_and_what_is_written_onto_it(said: str) -> None:
    assert dict(Forms(["مجاري"], 0.9).seen_in([said])) == {"مجاري": (1.0, said)}
    assert first(Router(TOWN), "Hay un bache enorme en la calle", "es") == "roads"


def test_a_label_counts_at_once() -> None:
    router = Router(TOWN)
    features = Features(text="The hydrant box on Mill Lane was run over", lang="en")
    before = dict(router.predict(features).ranking)["water"]
    router.learn(features, "water")
    assert dict(router.predict(features).ranking)["water"] > before
    assert first(router, "hydrant box damaged again") == "water"


def test_reasons_name_the_words_and_the_similar_case() -> None:
    router = Router(TOWN)
    router.learn(Features(text="Rury ciekną w piwnicy przy Lipowej", lang="pl"), "water", reference="WTR-4K2")
    reasons = router.predict(Features(text="Znowu rury ciekną w piwnicy", lang="pl")).reasons
    assert ("keyword", "rury") in [(reason.kind, reason.text) for reason in reasons]
    assert ("similar", "WTR-4K2") in [(reason.kind, reason.text) for reason in reasons]


def test_reasons_name_learned_words_and_the_area() -> None:
    router = Router(TOWN)
    for turn in range(20):
        router.learn(Features(text=f"hydrant number {turn}", lang="en", area="north"), "water")
        router.learn(Features(text=f"bench number {turn}", lang="en", area="south"), "roads")
    reasons = router.predict(Features(text="hydrant again", lang="en", area="north")).reasons
    assert ("learned", "hydrant") in [(reason.kind, reason.text) for reason in reasons]
    assert ("area", "north") in [(reason.kind, reason.text) for reason in reasons]


def test_an_excluded_department_gets_nothing_and_the_rest_still_sums_to_one() -> None:
    decision = Router(TOWN).predict(Features(text="pothole", lang="en"), exclude={"roads"})
    assert decision.ranking[-1] == ("roads", 0.0)
    assert sum(chance for _, chance in decision.ranking) == pytest.approx(1.0)


def action(router: Router, text: str, lang: str | None = "en") -> str:
    return router.predict(Features(text=text, lang=lang)).action


def test_on_the_first_day_two_configured_words_of_one_department_are_enough_to_route_alone() -> None:
    router = Router(TOWN)
    assert action(router, "the garbage bin is full") == "auto"
    assert action(router, "W STUDZIENKACH STOI WODA", "pl") == "auto"
    assert action(router, "the garbage is everywhere") == "ask"  # one word
    assert action(router, "the garbage bin fell into a pothole") == "ask"  # one word asks for another department
    assert action(router, "garbage bin", "pl") == "ask"  # words of another language


def test_plain_words_that_turn_out_wrong_are_no_longer_trusted() -> None:
    router = Router(TOWN)
    router.learn(Features(text="a tap on the pipe", lang="en"), "roads")
    assert action(router, "the garbage bin is full") == "auto"  # one mistake ends nothing
    router.learn(Features(text="the drain under the tap", lang="en"), "roads")
    assert action(router, "the garbage bin is full") == "ask"
    assert action(router, "woda w studzience", "pl") == "auto"  # another language has its own record


def test_otherwise_it_never_routes_alone_before_it_has_seen_cases_in_that_language() -> None:
    router = Router(TOWN)
    messages = [
        ("pothole on road number", "roads"),
        ("the tap in our kitchen leaks", "water"),
        ("garbage everywhere", "waste"),
    ]
    for turn in range(90):
        text, label = messages[turn % 3]
        assert router.labels >= 60 or router.predict(Features(text=f"{text} {turn}", lang="en")).action != "auto"
        router.learn(Features(text=f"{text} {turn}", lang="en"), label)
    assert router.predict(Features(text="garbage everywhere again", lang="en")).action == "auto"
    assert router.predict(Features(text="śmieci wszędzie", lang="pl")).action != "auto"


def test_a_message_that_says_nothing_goes_to_the_front_desk() -> None:
    many = [DepartmentProfile(id=f"d{n}", name={"en": f"Department {n}"}) for n in range(12)]
    assert Router(many).predict(Features(text="hmm", lang="en")).action == "front_desk"
    assert Router(TOWN).predict(Features(text="the pipe or the pothole", lang="en")).action == "ask"


def test_area_and_attachments_are_learned() -> None:
    router = Router(TOWN)
    for turn in range(12):
        router.learn(Features(text=f"please help {turn}", lang="en", area="north", attachments=("photo",)), "waste")
        router.learn(Features(text=f"please help {turn}", lang="en", area="south"), "roads")
    assert (
        router.predict(Features(text="please", lang="en", area="north", attachments=("photo",))).ranking[0][0]
        == "waste"
    )
    assert router.predict(Features(text="please", lang="en", area="south")).ranking[0][0] == "roads"


def test_a_restart_changes_no_answer() -> None:
    router = Router(TOWN)
    for turn in range(40):
        router.learn(Features(text=f"pothole {turn} at the corner", lang="en"), "roads", reference=f"RDS-{turn}")
        router.learn(Features(text=f"rura pękła {turn}", lang="pl", area="north"), "water")
    again = Router.load(router.dump(), tuple(reversed(TOWN)))
    for text, lang in (("pothole at the corner", "en"), ("rura", "pl"), ("", None), ("bin", "en")):
        assert again.predict(Features(text=text, lang=lang)) == router.predict(Features(text=text, lang=lang))
    assert again.dump() == router.dump()
    assert again.labels == 80


def test_departments_may_come_go_and_merge() -> None:
    router = Router(TOWN)
    for turn in range(90):
        router.learn(Features(text=f"graffiti on the wall {turn}", lang="en"), "roads")
        router.learn(Features(text=f"rusty water {turn}", lang="en"), "water")
    parks = DepartmentProfile(id="parks", name={"en": "Parks"}, keywords={"en": ["tree"]})
    changed = Router.load(router.dump(), (WATER, WASTE, parks))
    assert changed.departments == ("parks", "waste", "water")
    assert first(changed, "rusty water again") == "water"
    assert first(changed, "a tree fell") == "parks"
    merged = Router.load(router.dump(), (WATER, WASTE), merged={"roads": "waste"})
    assert first(merged, "graffiti on a wall") == "waste"


def test_a_newcomer_with_one_vague_word_learns_from_few_labels() -> None:
    router = Router((ROADS, WATER))
    for turn in range(100):
        router.learn(Features(text=f"pothole in the asphalt number {turn}", lang="en"), "roads")
        router.learn(Features(text=f"the pipe leaks in house number {turn}", lang="en"), "water")
    router = Router.load(router.dump(), (*TOWN[:2], DepartmentProfile(id="noise", name={"en": "Peace"})))
    assert first(router, "loud music at midnight") == "noise"  # unlike anything the others have had
    assert first(router, "pothole in the asphalt") == "roads"
    for turn in range(3):
        router.learn(Features(text=f"loud music from house number {turn}", lang="en"), "noise")
    assert first(router, "music in house number 77") == "noise"
    assert first(router, "the pipe leaks in house number 77") == "water"


def test_a_state_of_before_cases_were_numbered_is_read() -> None:
    router = Router(TOWN)
    for number in range(30):
        router.learn(Features(text=f"leaking pipe {number}", lang="en"), "water")
    facts, arrays = unpack(router.dump())
    del facts["gate_turns"]
    older = Router.load(pack(facts, arrays), TOWN)
    asked = Features(text="leaking pipe", lang="en")
    assert older.predict(asked).ranking == router.predict(asked).ranking
    older.learn(asked, "water")


@pytest.mark.parametrize("state", [b"", b"nonsense", b"liaison-router\nnonsense"])
def test_a_foreign_state_is_refused(state: bytes) -> None:
    with pytest.raises(UnreadableState):
        Router.load(state, TOWN)


def test_a_damaged_state_is_refused() -> None:
    with pytest.raises(UnreadableState):
        Router.load(Router(TOWN).dump()[:-20], TOWN)


def test_labels_and_departments_are_checked() -> None:
    with pytest.raises(UnknownDepartment):
        Router(TOWN).learn(Features(text="x"), "nobody")
    with pytest.raises(ValueError):
        Router([])
    with pytest.raises(ValueError):
        Router([ROADS, ROADS])


def test_the_state_holds_no_words() -> None:
    router = Router(TOWN)
    router.learn(Features(text="Quetzalcoatl lives at number seven", lang="en"), "roads")
    import zlib

    body = zlib.decompress(router.dump()[len(b"liaison-router\n") :])
    assert b"quetzal" not in body.lower()


def lines(*messages: object) -> str:
    return "".join((m if isinstance(m, str) else json.dumps(m)) + "\n" for m in messages)


DEPARTMENTS = {
    "op": "departments",
    "departments": [
        {"id": "roads", "name": {"en": "Roads"}, "description": {}, "keywords": {"en": ["pothole"]}},
        {"id": "water", "name": {"en": "Water"}, "description": {}, "keywords": {"en": ["pipe"]}},
    ],
}


def test_the_command_speaks_json_lines_and_survives_nonsense() -> None:
    asked = lines(
        {"op": "predict", "text": "too early"},
        DEPARTMENTS,
        {"op": "predict", "text": "A pothole", "lang": "en"},
        "{nonsense",
        "[]",
        {"op": "dance"},
        {"op": "predict", "text": 5},
        {"op": "learn", "text": "x", "label": "nobody"},
        {"op": "learn", "text": "A broken bench", "lang": "en", "label": "roads"},
        {"op": "predict", "text": "A broken bench \ud800", "lang": None},
    )
    run = subprocess.run(
        [sys.executable, "-m", "understanding.routing.command"], input=asked, capture_output=True, text=True, timeout=60
    )
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [next(iter(answer)) for answer in answers] == [
        "error", "ok", "ranking", "error", "error", "error", "error", "error", "ok", "ranking",
    ]  # fmt: skip
    assert answers[2]["ranking"][0][0] == "roads"
    assert answers[2]["auto"] is False
    assert answers[-1]["ranking"][0][0] == "roads"
    assert run.returncode == 0


def test_the_command_keeps_what_it_learned_when_departments_change() -> None:
    session = Session()
    session.answer(json.dumps(DEPARTMENTS))
    for turn in range(5):
        session.answer(json.dumps({"op": "learn", "text": f"bench broken {turn}", "lang": "en", "label": "roads"}))
    more = {**DEPARTMENTS, "departments": [*DEPARTMENTS["departments"], {"id": "parks", "name": {"en": "Parks"}}]}
    assert session.answer(json.dumps(more)) == {"ok": True}
    ranking = session.answer(json.dumps({"op": "predict", "text": "a broken bench", "lang": "en"}))["ranking"]
    assert ranking[0][0] == "roads"
    assert len(ranking) == 3
