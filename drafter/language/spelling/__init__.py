"""Is an English word spelt right? An aid to whoever writes: nothing of it becomes a finding, or stands in an export.

British and American spellings are both right, and names in pinyin, terms and acronyms are no faults.
"""

from drafter.language.spelling.dictionary import SpellingError
from drafter.language.spelling.own import OwnWords
from drafter.language.spelling.speller import Speller
from drafter.language.spelling.words import words_to_spell

__all__ = ["OwnWords", "Speller", "SpellingError", "words_to_spell"]
