"""Does a message say that it is only a test, whatever its status says?

Publishers send monthly tests and drills with status Actual. Events and headlines are short, so a word is enough
there; a description mentions tests of water and of people too, so it takes a whole phrase. Notes are not read: they
say how a template was once tried.
"""

import re
from typing import Final

from alerts.cap.message import Info

TEST_CODES: Final = frozenset({"RMT", "RWT", "NPT", "NST", "DMO"})
"""SAME codes (47 CFR 11.31) of monthly, weekly, national tests, the silent national test, and demonstrations."""
MUCH: Final = 20_000  # characters of a description that are looked at
# Words for a test or a drill in an event or headline; languages whose words do not mean anything else there.
_WORDS: Final = (
    r"tests?|testing|drills?|test message|exercise only|simulation",  # English; "test" in many others
    r"prueba|simulacro|ensayo",  # Spanish
    r"essai|exercice",  # French
    r"testwarnung|testalarm|probealarm|probewarnung|übung",  # German
    r"prova|esercitazione",  # Italian
    r"teste|simulado|exercício",  # Portuguese
    r"oefening|proefalarm",  # Dutch
    r"övning|øvelse|övningsmeddelande|harjoitus",  # Swedish, Norwegian and Danish, Finnish
    r"testowy|testowa|testowe|ćwiczenia|ćwiczenie|próbny|próbna",  # Polish
    r"cvičení|zkouška|cvičenie|skúška",  # Czech, Slovak
    r"учебная|учебное|тест|проверка|навчання|тестове",  # Russian, Ukrainian
    r"pagsubok|pagsasanay",  # Filipino
    r"latihan|simulasi",  # Indonesian, Malay
)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)
_UNSPACED = re.compile(r"訓練|演習|演练|演練|测试|測試|テスト|훈련|시험|اختبار|تجربة|تمرين|การทดสอบ|การฝึกซ้อม")
_OTHER_TESTS = re.compile(
    r"(?:covid|pcr|blood|water|soil|rapid|swab|nuclear|missile|weapons?)[\s-]+tests?\b", re.IGNORECASE
)
_PHRASE = re.compile(
    r"\bthis is (?:only |just )?(?:a|an) (?:\w+ )?(?:test|drill|exercise)\b"
    r"|\bonly a test\b|\btest (?:message|alert|warning)\b|\bexercise,? exercise\b"
    r"|\btesting (?:and evaluation )?purposes\b"
    r"|\bes (?:solo |sólo )?(?:una prueba|un simulacro)\b|\bceci est (?:un|seulement un) (?:test|essai|exercice)\b"
    r"|\bdies ist (?:nur )?(?:ein|eine) (?:test|probe|übung)\w*|\bto (?:jest )?(?:tylko )?(?:test|ćwiczenia)\b"
    r"|\bquesto è (?:solo )?(?:un test|una prova)\b|\bisto é (?:apenas )?um (?:teste|simulado)\b",
    re.IGNORECASE,
)


def says_test(info: Info) -> bool:
    """Whether the texts for people, or a code of the US alert system, say that this is a test or a drill."""
    short = _OTHER_TESTS.sub("", f"{info.event}\n{info.headline}")
    long = (info.description[:MUCH], info.instruction[:MUCH])
    return bool(_WORD.search(short) or _UNSPACED.search(short)) or any(map(_PHRASE.search, long)) or _coded(info)


def _coded(info: Info) -> bool:
    return any(code.name.upper() == "SAME" and code.value.upper() in TEST_CODES for code in info.event_codes)
