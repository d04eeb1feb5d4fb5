"""The exit statuses of every command."""

from typing import Final

DONE: Final = 0
FOUND: Final = 1
"""Findings at or above the severity that `--fail-on` names; conflicts of two copies that were joined."""
USAGE: Final = 2
UNREADABLE: Final = 3
"""Input that can't be read, or output that can't be written."""
