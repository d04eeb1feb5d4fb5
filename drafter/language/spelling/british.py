"""British spellings as American ones: the dictionary knows the latter."""

import re
from collections.abc import Iterator
from typing import Final

_PATTERNS: Final = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"is(?=(?:e[drs]?|ers|ing|ation|ations|ational|able|ability|ably)$)", "iz"),
        (r"ys(?=(?:e[drs]?|ers|ing)$)", "yz"),
        (r"our(?=(?:s|ed|ing|er|ers|able|ably|ful|less|hood|hoods|ite|ites|ist|ists|al|ally|y)?$)", "or"),
        (r"(?<=met|lit)re(?=(?:s|d)?$)", "er"),
        (r"(?<=cent|heat|pect|lust)re(?=(?:s|d)?$)", "er"),
        (r"(?<=fib|lib)re(?=s?$)", "er"),
        (r"amme(?=s?$)", "am"),
        (r"(?<=[^aeiou][aeiou])ll(?=(?:ed|ing|er|ers|ation|ations|or|ors)$)", "l"),
        (r"^(enrol|fulfil|distil|instil|appal|enthral)(?=(?:s|ment|ments)?$)", r"\1l"),
        (r"^(def|off|lic|pret)ence(?=s?$)", r"\1ense"),
        (r"^practise(?=[sd]?$)", "practice"),
        (r"(judg|acknowledg)e(?=ment)", r"\1"),
        (r"^ageing$", "aging"),
        (r"ogue(?=s?$)", "og"),
        (r"sulph", "sulf"),
        (r"aluminium", "aluminum"),
        (r"plough", "plow"),
        (r"mould", "mold"),
        (r"grey", "gray"),
        (r"^tyre(?=s?$)", "tire"),
    )
)


def american_forms(word: str) -> Iterator[str]:
    """Give what a British word may be in American spelling: of one change each, then of two.

    Args:
        word: a word in small letters.
    """
    told = {word}
    for first in (word, *_changed(word)):
        for form in _changed(first):
            if form not in told:
                told.add(form)
                yield form


def _changed(word: str) -> Iterator[str]:
    for pattern, american in _PATTERNS:
        form = pattern.sub(american, word)
        if form != word:
            yield form
