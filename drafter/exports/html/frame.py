"""The frame of every page: it loads nothing from anywhere, and nothing in it can run."""

from drafter.exports.html.quote import LANGUAGES, safe
from drafter.i18n import language


def framed(title: str, css: str, body: str) -> str:
    """Give a whole page.

    Args:
        title: its title, as plain text.
        css: its looks.
        body: what stands on it, as HTML.
    """
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{LANGUAGES[language()]}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{safe(title)}</title>",
            f"<style>{css}</style>",
            "</head>",
            "<body>",
            body,
            "</body>",
            "</html>",
            "",
        )
    )
