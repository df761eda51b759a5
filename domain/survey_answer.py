"""Does what a person wrote or pressed answer the question? Pure: the answer's values, or why not."""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from domain.content import Place
from domain.survey import QuestionKind, SurveyQuestion
from domain.survey_check import answers_of

LONGEST_ANSWER = 3000  # characters of a free text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A fitting answer. `picks`: its values, one each for several choices; empty only for a skipped question."""

    picks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongKind:
    """It does not answer; `hint` says what would: ``buttons``, ``number``, ``words``, ``place``, ``long`` (shorter)."""

    hint: str


def by_button(question: SurveyQuestion, value: str) -> Answered | WrongKind:
    """The press of one option or one step of a scale."""
    if value in answers_of(question):
        return Answered(picks=(value,))
    return WrongKind(hint="buttons")


def by_message(question: SurveyQuestion, text: str, place: Place | None, language: str) -> Answered | WrongKind:
    """What was written or shared. The label of an option, or the number of a step, may be typed too."""
    text = text.strip()
    match question.kind:
        case QuestionKind.PLACE:
            return Answered(picks=(_point(place),)) if place else WrongKind(hint="place")
        case QuestionKind.NUMBER:
            return _number(question, text)
        case QuestionKind.TEXT:
            return _text(text)
        case QuestionKind.SCALE:
            number = _decimal(text)
            return by_button(question, _shown(number)) if number is not None else WrongKind(hint="buttons")
        case _:
            typed = [option.id for option in question.options if _same(option.label.get(language, ""), text)]
            return Answered(picks=(typed[0],)) if typed else WrongKind(hint="buttons")


def _text(text: str) -> Answered | WrongKind:
    if not any(char.isalnum() for char in text):
        return WrongKind(hint="words")
    return Answered(picks=(text,)) if len(text) <= LONGEST_ANSWER else WrongKind(hint="long")


def _number(question: SurveyQuestion, text: str) -> Answered | WrongKind:
    number = _decimal(text)
    if number is None or not question.low <= number <= question.high:
        return WrongKind(hint="number")
    return Answered(picks=(_shown(number),))


def _decimal(text: str) -> Decimal | None:
    """The number that stands there alone, in any script's digits, with a point or a comma before its fraction."""
    digits = "".join(str(unicodedata.decimal(char, char)) for char in text).replace("\u066b", ".").replace(",", ".")
    if not digits or len(digits) > 20 or not all(char in "0123456789.-+" for char in digits):
        return None
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _shown(number: Decimal) -> str:
    """Canonical: no exponent, no zeros after the last figure, no minus before nothing."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _point(place: Place) -> str:
    return f"{place.latitude:.5f},{place.longitude:.5f}"


def _same(label: str, typed: str) -> bool:
    return bool(typed) and _folded(label) == _folded(typed)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" .!")
