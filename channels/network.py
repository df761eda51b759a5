"""What a broken connection means: did the request leave or not? Both channels speak HTTP through aiohttp."""

import aiohttp

from domain.errors import InDoubt, NotSent, PlatformDown, SendError

# Raised while a connection was still being made, or while waiting for a free one: nothing went out.
_BEFORE = (
    aiohttp.ClientConnectorError,  # refused, unreachable, DNS, TLS handshake
    aiohttp.ConnectionTimeoutError,  # connect or pool time-out
    aiohttp.ServerFingerprintMismatch,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)


def broken(error: BaseException) -> SendError | None:
    """The send error behind an error of aiohttp; None where `error` is none of the network's."""
    name = type(error).__name__  # never its text: an address may hold a token
    if isinstance(error, _BEFORE):
        return NotSent(name)
    if isinstance(error, aiohttp.WSServerHandshakeError | aiohttp.ContentTypeError):
        return PlatformDown(name)
    if isinstance(error, aiohttp.ClientError | TimeoutError | OSError):
        return InDoubt(name)
    return None
