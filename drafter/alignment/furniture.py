"""Lines that belong to the page and not to the text: navigation, sharing, copyright, page numbers.

They have no counterpart as a rule, or one of their own kind, and must not be joined to the text beside them.
"""

import re

_LONGEST = 60
_ZH = re.compile(
    r"扫一扫|扫码|二维码|打印(?:本页|此页)?】|【?(?:打印|关闭)(?:窗口|本页|此页)|字[体号][:：]|[【\[（(]\s*(?:大|打印|关闭)"
    r"|分享(?:到|至|[:：])|责任编辑|^编辑[:：]|网站地图|返回(?:顶部|首页)|首页\s*[>＞|»]|当前位置|您的位置|版权所有|备案号|ICP备"
    r"|公网安备|主办单位[:：]|承办单位[:：]|技术支持[:：]|(?:浏览|阅读|点击)(?:次数|量|数)|上一[篇条页]|下一[篇条页]|相关(?:文档|链接|阅读|附件)"
    r"|^[（(【\[]?(?:图文?|文|摄影?|供图|编辑|责编|校对|作者|来源)\s*[:：/／]|无障碍(?:浏览|阅读)|繁體|设为首页|加入收藏|^(?:第\s*\d+\s*页|共\s*\d+\s*页)|^[—－-]\s*\d{1,4}\s*[—－-]$"
)
_EN = re.compile(
    r"all rights reserved|copyright\s*(?:©|\(c\)|\d{4})|^©|scan (?:the|this) (?:qr )?code|qr code|^home\s*[>»|/]"
    r"|^(?:print|close|share|back to top|top|print this page|close window)(?:\s*[|/·\]]|$)|^\[?print\b.{0,20}\bclose\b"
    r"|font size\s*:|share (?:to|on|this|via)\s*:?|responsible editor|^(?:web )?editor\s*:|site ?map|contact us"
    r"|privacy policy|terms of use|^(?:previous|next)(?: (?:article|page|post))?\s*:"
    r"|related (?:articles|links|documents)|page views?\s*:|add to favou?rites|you are here"
    r"|current location\s*:|^page \d+(?: of \d+)?$"
    r"|^[—–-]\s*\d{1,4}\s*[—–-]$",
    re.IGNORECASE,
)


def is_furniture(text: str) -> bool:
    """Tell whether a line is a page's furniture, in either language."""
    text = text.strip()
    return len(text) <= _LONGEST and bool(_ZH.search(text) or _EN.search(text))
