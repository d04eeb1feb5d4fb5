"""English words cut down to what their forms share, and the words that say nothing about the subject."""

import re
from functools import lru_cache

# A capital inside a word is a seam ("focusAnd"): damaged text glues words, sound text hardly ever has one.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])|[A-Z]")
_MIN_STEM = 3
_SUFFIXES = (
    *("isations", "izations", "isation", "ization", "ations", "ements", "ingly", "ation", "ement", "ments", "ities"),
    *("ising", "izing", "ating", "ances", "ences", "ively", "ions", "ment", "ance", "ence", "ings", "ised", "ized"),
    *("ated", "ates", "ally", "ical", "able", "ible", "ness", "ises", "izes", "ives", "ion", "ing", "ity", "ied"),
    *("ies", "ate", "ise", "ize", "ive", "ers", "ors", "ous", "ful", "ed", "es", "er", "or", "ly", "al", "ic", "y"),
    *("s", "e"),
)
_STOP_WORDS = "the a an and of to in is are was were be been being am as at by for on with that this it its or than"
_STOP = frozenset(_STOP_WORDS.split())
# Two letters say little, but for these.
_SHORT_WORDS = "i me my we us he no so if go do up oh ox"
_SHORT = frozenset(_SHORT_WORDS.split())

# A plain form, then the forms no suffix leads to.
_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun; bend bent;
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built;
burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug;
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel
felt; fight fought; find found; flee fled; fly flew flown flies; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone goes going; grind ground;
grow grew grown; hang hung; have has had; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew
known; lay laid; lead led; leap leapt; learn learnt; leave left; lend lent; lie lay lain lying; light lit; lose lost;
make made; mean meant; meet met; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see
saw seen seeing; seek sought; sell sold; send sent; sew sewn; shake shook shaken; shine shone; shoot shot; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; smell smelt; sow sown; speak
spoke spoken; speed sped; spend spent; spin spun; split splitting; spring sprang sprung; stand stood; steal stole
stolen; stick stuck; sting stung; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swell
swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw
threw thrown; understand understood; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind
wound; write wrote written; do does did done doing; use uses used using; try tries tried trying; cry cries cried
crying; dry dries dried drying; die died dies dying; tie tied tying; age aged aging ageing; owe owed owing; withdraw
withdrew withdrawn; overcome overcame; man men; woman women; child children; foot feet; tooth teeth; mouse mice; goose
geese; ox oxen; life lives; wife wives; knife knives; leaf leaves; half halves; wolf wolves; shelf shelves; thief
thieves; loaf loaves; good better best well; bad worse worst badly; far farther further; little less least; much more
most many; i me my mine myself we us our ours ourselves; you your yours yourself yourselves; he him his himself; she
her hers herself; they them their theirs themselves; who whom whose; not no nor never none; any some; colour color;
labour labor; neighbour neighbor; honour honor; favour favor; behaviour behavior; harbour harbor; centre center; metre
meter; litre liter; theatre theater; programme program; defence defense; grey gray; tyre tire; death dead die; high
height; long length; strong strength; wide width; deep depth; choice choose; sale sell; speech speak; thought think;
loss lose; belief believe; proof prove; life live; gift give; food feed; song sing; success succeed; born birth; wise
wisdom; poor poverty; true truth; broad breadth; warm warmth; grow growth; weigh weight; young youth; free freedom;
france french; britain british; spain spanish; greece greek; poland polish; netherlands dutch; wales welsh; denmark
danish; sweden swedish; turkey turkish; switzerland swiss; norway norwegian; ireland irish; england english; germany
german; russia russian; china chinese; japan japanese; egypt egyptian
"""
_CONTRACTED = re.compile(r"(?i)(\bwo|\bca|\bsha)?n?['’](t|ll|re|ve|d|m|s)\b")
_FULL = {"wo": "will", "ca": "can", "sha": "shall", "": ""}


def _regular(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
            word = word[: -len(suffix)]
            break
    # planned, planning beside plan
    if len(word) > _MIN_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _IRREGULAR.split(";"):
        plain, *forms = group.split()
        for form in forms:
            found.setdefault(form, found.get(plain, plain))
    return {form: _regular(plain) for form, plain in found.items()}


_PLAIN = _irregular()


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give what a word shares with its inflected and derived forms, in small letters."""
    word = word.lower()
    return _PLAIN.get(word) or _regular(word)


def _spelt_out(match: re.Match[str]) -> str:
    return f"{_FULL[(match[1] or '').lower()]} not" if match[2].lower() == "t" else " "


def stems(text: str) -> list[str]:
    """Give the stems of a text's words in order, without the words that any sentence may hold."""
    if "'" in text or "’" in text:
        text = _CONTRACTED.sub(_spelt_out, text)
    return [
        stem(word)
        for word in _WORD.findall(text)
        if (len(word) > 2 or word.lower() in _SHORT) and word.lower() not in _STOP
    ]
