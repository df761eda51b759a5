"""The public page of what is coming: plain HTML in every language, no scripts, everything escaped by construction."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from handlers.context import Context
from handlers.events import link, words
from handlers.settings import topic_name
from storage.occasions import Coming

STYLE = """\
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .5rem 0; }
nav [aria-current] { font-weight: bold; text-decoration: none; }
article { border-block-start: 1px solid #8886; padding-block: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 0 0 .25rem; }
p { margin: .25rem 0; white-space: pre-line; overflow-wrap: anywhere; }
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "public, max-age=60",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody asked the page or the feed for; None: all."""

    language: str
    topic: str | None = None
    area: str | None = None

    def query(self, **other: str | None) -> str:
        """The query of an address with these choices, and `other` ones instead."""
        values = {"lang": self.language, "topic": self.topic, "area": self.area, **other}
        return urlencode({name: value for name, value in values.items() if value})


def draw(ctx: Context, chosen: Chosen, found: Sequence[Coming], bot: str, funds: Mapping[int, str]) -> str:
    """The whole page. `bot`: the user name under which people sign up; empty: no links to it. `funds`: the line of each
    fundraiser by the event's id."""
    language = chosen.language
    page = ET.Element("html", lang=language, dir=ctx.catalogs.direction(language))
    title = ctx.say(language, "event-page-title", community=ctx.community.say(ctx.community.name, language))
    head = ET.SubElement(page, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _text(head, "title", title)
    _text(head, "style", STYLE)
    body = ET.SubElement(page, "body")
    _languages(ctx, ET.SubElement(body, "nav"), chosen)
    _text(body, "h1", title)
    _filters(ctx, body, chosen)
    main = ET.SubElement(body, "main")
    if not found:
        _text(main, "p", ctx.say(language, "event-page-empty"))
    for coming in found:
        _article(ctx, ET.SubElement(main, "article"), coming, language, funds.get(coming.event.id, ""))
        if bot:
            address = link.address(bot, link.SHOW, coming.event.code)
            _text(ET.SubElement(main[-1], "p"), "a", ctx.say(language, "event-page-join"), href=address)
    feed = ET.SubElement(ET.SubElement(body, "footer"), "p")
    _text(feed, "a", ctx.say(language, "event-page-calendar"), href=f"/calendar.ics?{chosen.query()}")
    return "<!doctype html>\n" + ET.tostring(page, encoding="unicode", method="html")


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _languages(ctx: Context, nav: ET.Element, chosen: Chosen) -> None:
    for code in ctx.community.languages:
        name = ctx.say(code, "resident-language-name")
        current = {"aria-current": "page"} if code == chosen.language else {}
        _text(nav, "a", name, href=f"/events?{chosen.query(lang=code)}", lang=code, hreflang=code, **current)


def _filters(ctx: Context, body: ET.Element, chosen: Chosen) -> None:
    language = chosen.language
    areas = [(area.id, ctx.community.say(area.name, language)) for area in ctx.community.areas]
    topics = [(topic.id, topic_name(ctx, topic, language)) for topic in ctx.community.topics]
    for kind, own, every in (("area", chosen.area, areas), ("topic", chosen.topic, topics)):
        nav = ET.SubElement(body, "nav")
        for value, name in [("", ctx.say(language, f"event-page-all-{kind}")), *every]:
            current = {"aria-current": "true"} if value == (own or "") else {}
            _text(nav, "a", name, href=f"/events?{chosen.query(**{kind: value})}", **current)


def _article(ctx: Context, article: ET.Element, coming: Coming, language: str, goal: str) -> None:
    plan = coming.event.plan
    written = language if language in plan.title else next(iter(plan.title), language)
    _text(article, "h2", words.title(ctx, coming.event, language), lang=written, dir=ctx.catalogs.direction(written))
    _text(article, "p", words.describe(ctx, coming, language, ctx.community.time_zone))
    if goal:
        _text(article, "p", goal)
