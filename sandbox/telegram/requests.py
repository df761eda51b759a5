"""Reading a request: path, query, and a body in any of the four forms that the Bot API takes."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.types import Receive, Scope

from sandbox.telegram.arguments import Arguments, UploadedFile
from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.files import UPLOAD_LIMIT
from sandbox.telegram.identity import Json

_FORM_OVERHEAD = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Target:
    """Token and method of a path /bot<token>/<method>."""

    token: str
    method: str


def target_of(path: str) -> Target:
    """Split the path of a call. Raises 404 when it is none."""
    token, slash, name = path.removeprefix("/bot").partition("/")
    if not slash:
        raise ApiError(404, "Not Found")
    return Target(token, name.removeprefix("test/").strip("/"))


async def read_arguments(scope: Scope, receive: Receive) -> Arguments:
    """All arguments of a request. Raises 400 for a body that cannot be read, 413 for one that is too large."""
    values: Json = {}
    if scope["query_string"]:
        values.update(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    media_type = _header(scope, b"content-type")
    if media_type.startswith("multipart/form-data"):
        return await _multipart(scope, receive, values)
    body = await _body(receive)
    if not body:
        return Arguments(values)
    if media_type.startswith("application/json"):
        values.update(_json(body))
    elif media_type.startswith("application/x-www-form-urlencoded") or not media_type:
        values.update(_urlencoded(body))
    return Arguments(values)


def _header(scope: Scope, name: bytes) -> str:
    for key, value in scope["headers"]:
        if key == name:
            return str(value.decode("latin-1"))
    return ""


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    parts, size = [body], len(body)
    while message.get("more_body"):
        message = await receive()
        part = message.get("body", b"")
        parts.append(part)
        size += len(part)
        if size > UPLOAD_LIMIT + _FORM_OVERHEAD:
            raise ApiError(413, "Request Entity Too Large")
    return b"".join(parts)


def _json(body: bytes) -> Json:
    try:
        value: Any = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise bad_request("Can't parse JSON object in the request body") from None
    if not isinstance(value, dict):
        raise bad_request("Can't parse JSON object in the request body")
    return value


def _urlencoded(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise bad_request("Strings must be encoded in UTF-8") from None


async def _multipart(scope: Scope, receive: Receive, values: Json) -> Arguments:
    length = _header(scope, b"content-length")
    if length.isdigit() and int(length) > UPLOAD_LIMIT + _FORM_OVERHEAD:
        raise ApiError(413, "Request Entity Too Large")
    files: dict[str, UploadedFile] = {}
    try:
        form = await Request(scope, receive).form(max_part_size=_FORM_OVERHEAD)
    except (MultiPartException, ValueError, KeyError):
        raise bad_request("Can't parse the multipart body") from None
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            files[name] = UploadedFile(
                name=value.filename or name, media_type=value.content_type or "", content=content
            )
        else:
            values[name] = value
    await form.close()
    return Arguments(values, files)
