"""Signs and codes of currencies, which stand before a figure: $3.5, HK$12亿, CNY 320 million."""

import re
from typing import Final

SIGNS: Final = {
    "RMB": "CNY", "CNY": "CNY", "CN¥": "CNY", "¥": "CNY", "￥": "CNY", "HK$": "HKD", "HKD": "HKD", "A$": "AUD",
    "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "US$": "USD", "USD": "USD",
    "$": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "SFr": "CHF", "CHF": "CHF", "JPY": "JPY",
    "JP¥": "JPY", "₩": "KRW", "₹": "INR",
}  # fmt: skip
"""The currency of each."""
SIGN: Final = re.compile(
    rf"(?:(?<![A-Za-z])(?:{'|'.join(sorted(map(re.escape, SIGNS), key=len, reverse=True))})|[$€£¥])\s?\Z"
)
"""A sign at the end of a stretch of text."""
REACH: Final = 4
"""How far before a figure its sign may begin."""
ENDS: Final = frozenset("$¥￥€£₩₹BYDRPr ")
"""What the last character of a sign may be: a cheap look before the dear one."""
