"""getFile and getUserProfilePhotos. The bytes themselves are fetched from /file/bot<token>/<file_path>."""

from sandbox.telegram.calls import Call, method
from sandbox.telegram.errors import bad_request
from sandbox.telegram.files import DOWNLOAD_LIMIT
from sandbox.telegram.identity import Json


@method("getFile")
def get_file(call: Call) -> Json:
    """Prepare a file of up to 20 MB for download."""
    file_id = call.arguments.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = call.bot.files.get(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    if stored.content is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return {**stored.shown(), "file_path": stored.path}


@method("getUserProfilePhotos")
def get_user_profile_photos(call: Call) -> Json:
    """The profile pictures of a user, newest first."""
    user_id = call.arguments.integer("user_id", 0, 0, 2**52)
    if user_id == 0:
        raise bad_request("Invalid user_id specified")
    user = call.network.users.get(user_id)
    if user is None:
        raise bad_request("user not found")
    offset = call.arguments.integer("offset", 0, 0)
    limit = call.arguments.integer("limit", 100, 1, 100)
    return {"total_count": len(user.photos), "photos": user.photos[offset : offset + limit]}
