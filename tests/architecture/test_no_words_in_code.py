"""No sentence for a person stands in code: it is composed from catalogs, configuration and what people wrote."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.catalog_use import sources

# What is shown, by the place where it is given. Other fields hold data, names of styles and the like.
SHOWN = {
    "Message": {"text", "lead", "ask_place"},
    "Card": {"title", "quote", "notes"},
    "Field": {"label", "value"},
    "Button": {"label", "confirm"},
    "Choice": {"label"},
    "Ask": {"label", "hint"},
    "Form": {"title", "submit", "cancel"},
    "Home": {"title"},
    "HomeSection": {"heading", "empty"},
    "Toast": {"text"},
    "Forwarded": {"caption"},
    "tell": {"text", "lead", "ask_place"},
    "whisper": {"text"},
    "answer_press": {"text"},
    "say_in_thread": {"text", "lead"},
    "change_in_thread": {"text", "lead"},
    "explain": {"text", "words"},
}
# Which arguments without a name are shown: (first, after the last).
SHOWN_AT = {
    "tell": (1, 2),
    "whisper": (2, 3),
    "answer_press": (3, 4),
    "say_in_thread": (2, 3),
    "change_in_thread": (3, 4),
    "explain": (2, 3),
}


def shown_literals(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of every literal with a letter in it that a person would read."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWN:
            continue
        first, end = SHOWN_AT.get(name, (0, 0))
        given = [*node.args[first:end], *(k.value for k in node.keywords if k.arg in SHOWN[name])]
        for value in given:
            yield from ((literal.lineno, str(literal.value)) for literal in _literals(value))


def _literals(node: ast.expr) -> Iterator[ast.Constant]:
    """Literals that become part of the value. What is passed to a call (a catalog's key, say) does not."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and any(char.isalpha() for char in node.value):
            yield node
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):  # "…".join(parts), words.strip()
            yield from _literals(node.func.value)
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))
    elif isinstance(node, ast.Subscript | ast.Attribute):
        return
    else:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _literals(child)


@pytest.mark.parametrize("room", ["handlers", "channels", "broadcasts", "delivery", "bot"])
def test_no_words_in_code(room: str) -> None:
    found = [f"{where}:{line}: {text!r}" for where, module in sources(room) for line, text in shown_literals(module)]
    assert found == []


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ('Message(text="Hello there")', True),
        ('Message(text=f"Hello {name}")', True),
        ('Button(label="OK" if plain else word, data="x")', True),
        ('ctx.tell(resident, "Hello there")', True),
        ('Card(title=say("resident-help"), fields=(Field(label="State", value=state),))', True),
        ('Message(text="\\n".join(parts))', False),
        ('Field(label=ctx.desk("field-state"), value=ctx.desk(f"state-{case.state}"))', False),
        ('Button(label=name, data="s:claim:1", style="primary")', False),
        ('ctx.say(language, "resident-help")', False),
    ],
)
def test_the_scan_tells_words_from_keys(code: str, seen: bool) -> None:
    assert bool(list(shown_literals(ast.parse(code)))) is seen
