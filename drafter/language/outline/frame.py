"""The frame of an official letter line by line: its number, addressee, signature, date, notes, annexes and imprint.

Chinese forms follow GB/T 9704-2012, 7.2 and 7.3; English ones what translations of them write.
"""

import re
from dataclasses import dataclass

from drafter.language.dates import MONTH_NAMES
from drafter.language.outline.lines import Line, ends_sentence, length
from drafter.language.outline.nodes import NodeKind
from drafter.language.scripts import HAN

_LONGEST_ISSUER = 110
_LONGEST_NOTE = 180

_CODE = re.compile(r"[A-Z]{2,8}(?:\s?[-—–]{1,2}\s?[0-9]{2,6}){2,3}")
_ZH_NUMBER = re.compile(
    rf"[{HAN}A-Za-z]{{1,16}}\s?(?P<open>[〔\[［(（【])\s?(?:19|20)[0-9]{{2}}\s?(?P<close>[〕\]］)）】])\s?第?\s?[0-9]{{1,4}}\s?号"
)
_EN_NUMBER = re.compile(
    r"[A-Za-z’'.]{1,20}(?:\s[A-Za-z’'.]{1,20}){0,7}\s?(?P<open>[〔\[(])\s?(?:19|20)[0-9]{2}\s?(?P<close>[〕\])])\s?(?P<no>No\.?\s?)?[0-9]{1,4}\s?(?i:number|no|hao)?"
)
_BRACKETS = {"〔": "〕", "[": "]", "［": "］", "(": ")", "（": "）", "【": "】"}

_MONTH = "(?:" + "|".join(MONTH_NAMES) + ")"
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
    rf"|(?:Dated?:?\s)?[0-9]{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s(?:19|20)[0-9]{{2}}"
    rf"|(?:Dated?:?\s)?{_MONTH}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{{2}}"
)
# 2023年8月23日 as a machine takes it apart: 2023yeareightmoon23Sun.
_BROKEN_DATE = re.compile(
    r"(?:19|20)[0-9]{2}\s?(?:[Yy]ears?|年).{1,16}(?:[Mm]onth|[Mm]oon|月).{1,12}(?:[Dd]ay|[Ss]un|日)"
)

_ZH_BODY = re.compile(
    r"(?:部|委|局|厅|府|院|会|办|署|行|社|处|中心|室|馆|所|站|公司|集团|大学|组|司|联|团|队)(?:（(?:印|盖)?章?）)?"
)
_EN_BODY = re.compile(
    r"(?i:Ministry|Commission|Administration|Governments?|Bureau|Department|Office|Council|Committee|Authority|Agency"
    r"|Bank|Academy|Institute|University|Court|Procuratorate|Secretariat|Federation|Association|Union|Congress|Corporation"
    r"|Company|Group|Center|Centre)"
)
_EN_WORDS = re.compile(r"[A-Za-z][A-Za-z’'\-]*(?:[\s,]+(?:[A-Za-z][A-Za-z’'\-]*|&))*")
_ZH_CLEAN = re.compile(rf"[{HAN}A-Za-z（）()、\s]+")

_TO = re.compile(r"(?:To|Dear)\s", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"政府|委|厅|局|办|机构|单位|公司|部门|院|部|校|企业|各|"
    r"(?i:governments?|departments?|bureaus?|ministr|commissions?|committees?|institutions|units|offices|compan|enterprises"
    r"|agencies|administrations?|authorities|members|colleagues|sirs?)"
)
_SAYS = re.compile(r"如下|通知|包括|以下|为$|是$|(?i:follow|namely|includ|notif|that is|hereby)")

_COPIED = re.compile(r"(?:抄送|抄报|报送|分送|主送|抄\s发)\s?[：:]|(?i:cop(?:y|ies|ied)\s(?:to|for)|c\.?c\.?)\s?[:：]")
_ISSUED = re.compile(
    rf"[{HAN}A-Za-z\s]{{2,40}}(?:19|20)[0-9]{{2}}\s?年\s?[0-9]{{1,2}}\s?月\s?[0-9]{{1,2}}\s?日\s?印发"
    r"|(?:Issued|Printed|Distributed)\s.{3,160}\s(?:19|20)[0-9]{2}"
)
_BRACKETED = re.compile(r"[（(【\[〔].*[）)】\]〕]")

_ORDINAL = r"[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
_ZH_ANNEX = re.compile(
    rf"附\s?(?:件|录|表|图)\s?(?P<n>{_ORDINAL})?(?:\s?(?P<colon>[：:])\s*(?:(?P<first>[0-9]{{1,2}})\s?[.．、](?!\s?[0-9]{{1,3}}%))?|[.．、]|(?=\s|\Z))"
)
_EN_ANNEX = re.compile(
    r"(?i:Annex(?:es)?|Appendi(?:x|ces)|Attachments?|Enclosures?)\b\s?(?P<n>[0-9]{1,2}|[IVX]{1,5}|[A-Z])?(?![A-Za-z0-9])"
    r"(?:\s?(?P<colon>[:：])\s*(?:(?P<first>[0-9]{1,2})\s?[.．、](?![0-9]))?|\s?[.—–-](?=\s)|(?=\s*\Z))"
)
_LISTED = re.compile(r"(?P<n>[0-9]{1,2})\s?[.．、](?![0-9]{1,3}(?:%|\s|[,，]))")


@dataclass(frozen=True, slots=True)
class Part:
    """A line that belongs to the frame.

    Attributes:
        kind: what it is.
        ordinal: the number of an annex.
        marker: how many characters of the line its marker takes.
        damaged: whether its form is damaged.
    """

    kind: NodeKind
    ordinal: int = 0
    marker: int = 0
    damaged: bool = False


def number_part(line: Line) -> Part | None:
    """Read a line that is a document's number: 湘政办发〔2023〕34号, Huan Da Qi [2021] No. 104."""
    if length(line.text) > _LONGEST_ISSUER:
        return None
    if _CODE.fullmatch(line.text):
        return Part("number")
    found = (_ZH_NUMBER if line.zh else _EN_NUMBER).fullmatch(line.text)
    if found is None:
        return None
    whole = _BRACKETS[found["open"]] == found["close"] and (line.zh or found["no"])
    return Part("number", damaged=not whole)


def date_part(line: Line) -> Part | None:
    """Read a line that is a date."""
    if len(line.text) > 40:
        return None
    if _DATE.fullmatch(line.text):
        return Part("date")
    return Part("date", damaged=True) if _BROKEN_DATE.fullmatch(line.text) else None


def is_issuer(line: Line) -> bool:
    """Tell whether a line names a body and says nothing else."""
    if length(line.text) > _LONGEST_ISSUER:
        return False
    if line.zh:
        bare = line.text.replace(" ", "").replace("\u3000", "")
        ends = [found.end() for found in _ZH_BODY.finditer(bare)]
        return bool(ends) and ends[-1] == len(bare) and _ZH_CLEAN.fullmatch(bare) is not None
    return _EN_WORDS.fullmatch(line.text) is not None and _EN_BODY.search(line.text) is not None


def is_addressee(line: Line) -> bool:
    """Tell whether a line names bodies and ends with a colon; 现将…通知如下： does not."""
    if line.text[-1] not in ":：":
        return False
    tail = line.text[-30:-1]
    if _SAYS.search(tail):
        return False
    return _TO.match(line.text) is not None or _ADDRESSED.search(line.text) is not None


def imprint_part(line: Line) -> Part | None:
    """Read a line below the text: 抄送, and who issued it on which day."""
    if _COPIED.match(line.text) or (len(line.text) < 240 and _ISSUED.fullmatch(line.text.rstrip("。."))):
        return Part("imprint")
    return None


def is_bracketed(line: Line) -> bool:
    """Tell whether a short line stands in brackets as a whole."""
    return length(line.text) <= _LONGEST_NOTE and _BRACKETED.fullmatch(line.text) is not None


def annex_part(line: Line) -> Part | None:
    """Read a line that names an annex: 附件1, 附件：1.…, Annex 2: …; not “Annex 1 lists the targets”."""
    found = (_ZH_ANNEX if line.zh or line.text[0] == "附" else _EN_ANNEX).match(line.text)
    if found is None or length(line.text) > 3 * _LONGEST_ISSUER:
        return None
    if ends_sentence(line.text) and not found["colon"]:
        return None
    ordinal = found["n"] or found["first"] or ""
    return Part("annex", _count(ordinal), found.end())


def listed_annex(line: Line, ordinal: int) -> Part | None:
    """Read a line that goes on with a list of annexes: 2.… below 附件：1.…."""
    found = _LISTED.match(line.text)
    if found is None or int(found["n"]) != ordinal or ends_sentence(line.text):
        return None
    return Part("annex", ordinal, found.end())


_ZH_DIGITS = {ch: value for value, ch in enumerate("一二三四五六七八九", 1)}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _count(text: str) -> int:
    """Read the number of an annex; of letters, A is the first."""
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    if text in _ROMAN:
        return _ROMAN[text]
    if len(text) == 1 and text.isascii():
        return ord(text) - ord("A") + 1
    tens, found, ones = text.rpartition("十")
    return (_ZH_DIGITS.get(tens, 1) * 10 if found else 0) + _ZH_DIGITS.get(ones, 0)
