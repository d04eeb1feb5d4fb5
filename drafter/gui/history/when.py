"""Moments of the history, in the user's own time zone and manner of writing."""

from datetime import datetime, timedelta
from datetime import time as clock_time
from typing import Final

from PySide6.QtCore import QDateTime, QLocale

from drafter.i18n import _
from drafter.model import N_

_SHORT: Final = QLocale.FormatType.ShortFormat


def when(time: str, now: datetime | None = None) -> str:
    """Say a moment: the time of day, with the day where it was not today.

    Args:
        time: UTC, ISO 8601; of a file that another program wrote it may be anything.
        now: the present moment, with its zone.

    Returns:
        The words, "" for a time that can't be read.
    """
    try:
        moment = datetime.fromisoformat(time).astimezone()
        seconds = int(moment.timestamp())
    except (ValueError, OverflowError, OSError):
        return ""
    told = QDateTime.fromSecsSinceEpoch(seconds)
    clock = QLocale().toString(told.time(), _SHORT)
    today = (now or datetime.now().astimezone()).astimezone().date()
    if moment.date() == today:
        return _(N_("today {time}"), time=clock)
    if moment.date() == today - timedelta(days=1):
        return _(N_("yesterday {time}"), time=clock)
    return QLocale().toString(told, _SHORT)


def yesterday(now: datetime | None = None) -> datetime:
    """Give the moment at which yesterday began, in the user's time zone."""
    here = (now or datetime.now().astimezone()).astimezone()
    return datetime.combine(here.date() - timedelta(days=1), clock_time()).astimezone()
