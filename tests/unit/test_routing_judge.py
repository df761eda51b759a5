"""Kind, urgency and sensitivity of messages in the shipped languages."""

import pytest

from understanding.routing import judge_kind, judge_sensitive, judge_urgency

WORDS = {"en": ["fire", "gas"], "pl": ["pożar", "gaz"], "ar": ["حريق", "غاز"], "fil": ["sunog", "gas"]}


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Thank you so much!", "en", "thanks"),
        ("Dziękuję, woda już leci", "pl", "thanks"),
        ("شكرا جزيلا لكم", "ar", "thanks"),
        ("Maraming salamat po!", "fil", "thanks"),
        ("When is the garbage collected?", "en", "question"),
        ("Kiedy odbierane są śmieci?", "pl", "question"),
        ("وين بدي ادفع الفاتورة؟", "ar", "question"),
        ("Magkano po ang permit", "fil", "question"),
        ("The street lamp is broken", "en", "report"),
        ("Latarnia nie działa od trzech dni", "pl", "report"),
        ("انقطاع المياه في شارعنا", "ar", "report"),
        ("Barado ang kanal sa amin", "fil", "report"),
        ("I suggest a bench at the stop", "en", "suggestion"),
        ("Proponuję więcej ławek w parku", "pl", "suggestion"),
        ("أقترح وضع مقاعد في الحديقة", "ar", "suggestion"),
        ("Sana lagyan ng ilaw ang kanto", "fil", "suggestion"),
        ("This is unacceptable, nobody answers for weeks", "en", "complaint"),
        ("To skandal, nikt nie odpowiada od tygodni", "pl", "complaint"),
        ("هذا غير مقبول ولا احد يرد", "ar", "complaint"),
        ("Ilang beses na kaming nagreklamo, walang kumikilos", "fil", "complaint"),
    ],
)
def test_kind(text: str, lang: str, kind: str) -> None:
    judged = judge_kind(text, lang)
    assert judged.kind == kind
    assert judged.reason


def test_a_message_without_any_sign_is_an_unsure_report() -> None:
    judged = judge_kind("hmm", "en")
    assert (judged.kind, judged.reason) == ("report", "")
    assert judged.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Fire in the stairwell!!", "en"),
        ("PALI SIĘ dom przy Leśnej", "pl"),
        ("Ulatnia się gaz na klatce", "pl"),
        ("ريحة غاز بالعمارة", "ar"),
        ("في حريق بالبناية", "ar"),
        ("May sunog po sa kanto", "fil"),
        ("Dumudugo ang kapitbahay ko", "fil"),
        ("He is bleeding and unconscious", "en"),
        ("🔥🔥 help", None),
    ],
)
def test_an_emergency_is_seen_with_its_reason(text: str, lang: str | None) -> None:
    judged = judge_urgency(text, lang, WORDS)
    assert judged.kind == "emergency"
    assert judged.reason


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("When is the garbage collected?", "en"),
        ("I was fired from my job", "en"),
        ("The party is at the park", "en"),
        ("Proszę o nowe gazety w bibliotece", "pl"),
        ("شكرا جزيلا", "ar"),
        ("Salamat po", "fil"),
    ],
)
def test_everyday_words_are_no_emergency(text: str, lang: str) -> None:
    assert judge_urgency(text, lang, WORDS).kind == "normal"


def test_urgent_is_below_an_emergency() -> None:
    assert judge_urgency("To pilne, wystające kable przy szkole", "pl", WORDS).kind == "urgent"


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("My husband beats me", "en", "violence"),
        ("Mąż mnie bije, przemoc w domu", "pl", "violence"),
        ("زوجي يضربني كل يوم", "ar", "violence"),
        ("Binubugbog ako ng asawa ko", "fil", "violence"),
        ("I want to die", "en", "self_harm"),
        ("nie chcę żyć", "pl", "self_harm"),
        ("بدي اموت", "ar", "self_harm"),
        ("Sąsiad krzywdzi dziecko", "pl", "minors"),
        ("I was diagnosed with cancer", "en", "health"),
        ("Urzędnik wziął łapówkę", "pl", "abuse"),
        ("Street lamp broken", "en", "none"),
    ],
)
def test_sensitive(text: str, lang: str, kind: str) -> None:
    assert judge_sensitive(text, lang).kind == kind
