"""Numbers as words and digits, read by their value: one reader per language.

Both give a `Numeral`: where it stands, what it is worth, and how it is written.
"""

from drafter.language.numerals.en import EN_DIGIT_WORDS, english_numerals, read_english_words
from drafter.language.numerals.numeral import Numeral
from drafter.language.numerals.zh import chinese_numerals, read_chinese

__all__ = [
    "EN_DIGIT_WORDS",
    "Numeral",
    "chinese_numerals",
    "english_numerals",
    "read_chinese",
    "read_english_words",
]
