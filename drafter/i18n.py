"""What the user reads, in 简体中文 or English, through gettext catalogues.

Templates are written in English in the code, marked with `_` (translated at once) or `N_` (translated when shown),
extracted by `make messages`, and looked up in `resources/locale`.
"""

import gettext as _gettext
import locale
import os
from functools import cache
from typing import Final, Literal, get_args

from drafter.model import Message
from drafter.resources import resource_path

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DOMAIN: Final = "drafter"
_CATALOGUES: Final[dict[Language, str]] = {"zh": "zh_CN", "en": "en"}

_current: Language = "en"


def system_language() -> Language:
    """Guess the user's language from the system: Chinese where the locale is Chinese, else English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def set_language(language: Language) -> None:
    """Switch every sentence shown from now on, those of the command-line library included."""
    global _current
    _current = language
    os.environ["LANGUAGE"] = _CATALOGUES[language]
    _gettext.bindtextdomain(DOMAIN, str(resource_path("locale")))
    _gettext.textdomain(DOMAIN)


def language() -> Language:
    """Tell which language is shown."""
    return _current


@cache
def _catalogue(name: Language) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, str(resource_path("locale")), [_CATALOGUES[name]], fallback=True)


def _(template: str, **values: object) -> str:
    """Translate a template and put the values in.

    Args:
        template: the English sentence with `{name}` places.
        **values: what stands in them; a `Message` among them is translated too.
    """
    text = _catalogue(_current).gettext(template) if template else ""
    if not values:
        return text
    return text.format(
        **{name: shown(value) if isinstance(value, Message) else value for name, value in values.items()}
    )


def ngettext(singular: str, plural: str, n: int, **values: object) -> str:
    """Translate a sentence that depends on a count; `{n}` is the count."""
    return _catalogue(_current).ngettext(singular, plural, n).format(n=n, **values)


def shown(message: Message) -> str:
    """Give a message in the user's language."""
    return _(message.template, **message.values)
