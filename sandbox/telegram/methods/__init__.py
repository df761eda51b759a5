"""Every method that the emulator answers; importing the package registers them all."""

from sandbox.telegram.methods import callbacks, editing, profile, receiving, texts

__all__ = ["callbacks", "editing", "profile", "receiving", "texts"]
