"""Messages that are neither text nor file: places, contacts, dice."""

from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Message
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.markup import inline_markup
from sandbox.telegram.methods.editing import change, editable
from sandbox.telegram.posting import envelope, post

_FOR_EVER = 2**31 - 1
_DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


def location(call: Call) -> Json:
    """The Location of latitude and longitude. Raises 400 when one is missing or out of range."""
    latitude, longitude = call.arguments.number("latitude"), call.arguments.number("longitude")
    if latitude is None:
        raise bad_request("latitude is empty")
    if longitude is None:
        raise bad_request("longitude is empty")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    place: Json = {"latitude": latitude, "longitude": longitude}
    accuracy = call.arguments.number("horizontal_accuracy")
    if accuracy is not None and 0 < accuracy <= 1500:
        place["horizontal_accuracy"] = accuracy
    return place


def _live(call: Call) -> Json:
    period = call.arguments.integer("live_period")
    if period == 0:
        return {}
    if period != _FOR_EVER and not 60 <= period <= 86_400:
        raise bad_request("wrong live location period specified")
    live: Json = {"live_period": period}
    for name, most in (("heading", 360), ("proximity_alert_radius", 100_000)):
        value = call.arguments.integer(name, 0, 0, most)
        if value:
            live[name] = value
    return live


@method("sendLocation", sends=True)
def send_location(call: Call) -> Message:
    """Send a point on the map, fixed or live for 60-86400 seconds."""
    place = {**location(call), **_live(call)}
    return post(call, envelope(call), {"location": place})


@method("editMessageLiveLocation")
def edit_message_live_location(call: Call) -> Message:
    """Move a live location."""
    return _move(call, {**location(call), **_live(call)})


@method("stopMessageLiveLocation")
def stop_message_live_location(call: Call) -> Message:
    """End a live location where it is."""
    return _move(call, None)


def _move(call: Call, place: Json | None) -> Message:
    keyboard = inline_markup(call.arguments)
    message = editable(call)
    now = message.content.get("location")
    if not isinstance(now, dict) or "live_period" not in now:
        raise bad_request("message can't be edited")
    live = {"live_period": now["live_period"]} if place is not None else {}
    where = {**live, **place} if place is not None else {key: now[key] for key in ("latitude", "longitude")}
    return change(call, message, {**message.content, "location": where}, keyboard)


@method("sendVenue", sends=True)
def send_venue(call: Call) -> Message:
    """Send a place with a name and an address."""
    arguments, place = call.arguments, location(call)
    for name in ("title", "address"):
        if not arguments.given(name):
            raise bad_request(f"Venue {name} must be non-empty")
    venue: Json = {"location": place, "title": arguments.text("title"), "address": arguments.text("address")}
    for name in ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type"):
        if arguments.given(name):
            venue[name] = arguments.text(name)
    return post(call, envelope(call), {"location": place, "venue": venue})


@method("sendContact", sends=True)
def send_contact(call: Call) -> Message:
    """Send a telephone number with a name."""
    arguments = call.arguments
    for name, words in (("phone_number", "phone number"), ("first_name", "first name")):
        if not arguments.given(name):
            raise bad_request(f"Contact {words} must be non-empty" if name == "phone_number" else "first name is empty")
    contact: Json = {"phone_number": arguments.text("phone_number"), "first_name": arguments.text("first_name")}
    for name in ("last_name", "vcard"):
        if arguments.given(name):
            contact[name] = arguments.text(name)
    return post(call, envelope(call), {"contact": contact})


@method("sendDice", sends=True)
def send_dice(call: Call) -> Message:
    """Throw a die, a dart, a ball; the value is left to the emulator's seeded chance."""
    emoji = call.arguments.text("emoji", "🎲") or "🎲"
    faces = _DICE.get(emoji.removesuffix("\ufe0f"))
    if faces is None:
        raise bad_request("DICE_EMOJI_INVALID")
    return post(call, envelope(call), {"dice": {"emoji": emoji, "value": call.network.faults.choose(faces) + 1}})
