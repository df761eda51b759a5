"""Importing much at once: the collector of cycles rests meanwhile, and leaves alone afterwards what stays anyway.

Modules make some 300,000 objects that live as long as the process. The collector would walk them a dozen times while
they come, in vain: measured, 15 % of the CPU of a start. Frozen they are not walked again (`gc.freeze`), which also
shortens its pauses while Liaison is at work.
"""

import gc
import importlib
from types import ModuleType


def load(module: str) -> ModuleType:
    """Import `module` and all that it needs. Safe in a thread of its own while an event loop is at work."""
    working = gc.isenabled()
    gc.disable()
    try:
        return importlib.import_module(module)
    finally:
        if working:
            gc.freeze()
            gc.enable()
