"""Administer network meetings: seats, waiting lists, closing times, calendars."""

__version__ = "0.1.0"
