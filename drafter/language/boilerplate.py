"""The words of a web page round a plan: breadcrumbs, rights, buttons, lines that tell when it was put online."""

import re
from collections.abc import Iterator, Mapping

from drafter.language.tokens import holds_any, lower
from drafter.model import Side, Span

_LONGEST_LINE = 300
_SHORTEST_BREADCRUMB = 2  # separators

# Whatever stands beside these, the line is the page's.
_EN_SURE = re.compile(
    r"""
    \ball\ rights\ reserved\b
  | (?:^|\s)(?:copyright\s*(?:©|\(c\)|[12][0-9]{3})|©\s?(?:copyright|[12][0-9]{3}))
  | \b(?:click|tap)\ (?:here|(?:on\ )?the\ (?:link|button|picture|image)|to\ (?:download|view|read|share|print
    |enlarge))\b
  | \bshare\ (?:this\ (?:page|article|post)\b|(?:it\ )?(?:to|on|via)\ (?:wechat|weibo|moments|qq|facebook
    |twitter|linkedin|x)\b)
  | \b(?:print|close)\ (?:this\ )?(?:page|window)\b | \bback\ to\ top\b
  | \breturn\ to\ (?:the\ )?(?:home\ ?page|top|list)\b
  | \badd\ to\ favou?rites\b | \bset\ as\ (?:the\ )?home\ ?page\b | \bscan\ (?:the|this)\ (?:qr|two-dimensional)\ code\b
  | \b(?:ICP|public\ security)\ (?:filing|record|no)\b | \bwebsite\ identification\ code\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ZH_SURE = re.compile(
    r"""
    版权所有(?![者人权]) | [\u4e00-\u9fff]?ICP[备证]\s?(?:[0-9]|第) | 公网安备 | 网站标识码
  | 点击(?:这里|此处|链接|图片)?(?:下载|查看|阅读|进入|放大|打印) | 扫一扫
  | 扫(?:描)?(?:上方|下方)?二维码(?:关注|分享|下载)
  | 分享(?:到|至)[:：]?\s?(?:微信|微博|朋友圈|QQ|$)
  | 【?(?:打印|关闭)(?:本页|本文|窗口)】? | 返回(?:顶部|首页|列表|上一页)
  | 无障碍(?:浏览|阅读) | 设为首页 | 加入收藏 | 字(?:号|体)[:：]\s?[【\[]?\s?[大小]
    """,
    re.VERBOSE,
)
# A line that opens so, and says little else.
_EN_HEAD = re.compile(
    r"""
    \s*(?:
        (?:release|publish(?:ed|ing)?|publication|posted|update[ds]?|last\ updated)(?:\ (?:time|date|on
          |at))?\s?[:：]\s?[12][0-9]{3}
      | (?:views?|hits|page\ views|number\ of\ (?:views|reads)|reading\ volume|browse\ times)\s?[:：]\s?[0-9]
      | (?:responsible\ )?editor(?:\ in\ charge)?\s?[:：] | font(?:\ size)?\s?[:：]\s?\W?\s?(?:large|big|small|a[+-]?)\b
      | (?:previous|next|last)\ (?:article|post|page|story)\s?[:：]
      | related\ (?:links?|articles?|news|reading|posts?)\s?:?\s*$
      | page\ [0-9]{1,4}\ of\ [0-9]{1,4}\s*$
      | (?:you\ are\ here|current\ (?:location|position)|your\ (?:location|position))\s?[:：]
      | source\s?[:：].{1,60}(?:[12][0-9]{3}[-/.][0-9]{1,2}[-/.][0-9]|editor|views|author)
      | (?:home|home\ ?page)\s*(?:[>»›/|]|-\s|::)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ZH_HEAD = re.compile(
    r"""
    \s*(?:
        (?:发布|更新|发文|公开|上传)(?:时间|日期)[:：]\s?[12][0-9]{3} | (?:浏览|阅读|点击)(?:次数|量|数)?[:：]\s?[0-9]
      | 责任编辑[:：] | (?:上|下)一(?:篇|页|条)[:：>]? | 相关(?:阅读|链接|新闻|文章|稿件|附件)[:：]?\s*$
      | (?:您(?:现在)?(?:所在)?的?位置|当前位置|所在位置)[:：] | 首页\s*[>＞»›/|-]
      | 来源[:：].{1,40}(?:[12][0-9]{3}[-/.年][0-9]{1,2}[-/.月][0-9]|编辑|浏览|作者)
      | (?:主办|承办|网站主办|技术支持)(?:单位)?[:：][^。；]*(?:承办|技术支持|维护|网站|备案|电话)
    )
    """,
    re.VERBOSE,
)
# Letters without which there is none of all this.
_CUES: Mapping[Side, tuple[str, ...]] = {
    "en": (
        "right", "©", "click", "tap ", "share", "page", "window", "back to", "return to", "favo", "scan", "filing",
        "record", "identif"
                  "ication", "public security no", "icp", "release", "publi", "posted", "update", "views", "hits",
        "browse", "editor", "font", "previous", "next ", "last ", "related", "you are here", "location", "position",
        "source", "home", " - ", " – ", " — ", " > ", "»", "›", " / ", " | ", "::",
    ),
    "zh": (
        "版权", "icp", "网安", "网站", "点击", "扫", "分享", "打印",
        "关闭", "返回", "无障碍", "首页", "收藏", "字号", "字体",
        "时间", "日期", "次数", "浏览", "阅读", "编辑",
        "一篇", "一页", "一条", "相关", "位置", "来源", "主办", "承办", "技术支持",
        " - ", " > ", "»", "›", " / ", " | ", "::",
    ),
}  # fmt: skip
# A breadcrumb of the site's own sections; a route or a range has no such words.
_CRUMB = re.compile(r"\s(?:[-–—>»›|/]|::)\s")
_SECTION = re.compile(
    r"\b(?:home|homepage|news|encyclop[ae]+dia|forecast|portal|website|net|network|column|channel|wiki|blog|forum"
    r"|library"
    r"|policies|documents|topics|categories|category|column|knowledge|q&a)\b|首页|新闻|资讯|百科|网|频道|栏目|政务公开|信息公开|专栏",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[a-z)][.;!?](?:\s|$)|[。；]")


def find_boilerplate(text: str, side: Side) -> Iterator[Span]:
    """Give what a paragraph holds of a web page's own words: all of it, or nothing.

    Args:
        text: one paragraph, of one or several lines.
        side: its language.
    """
    if len(text) > _LONGEST_LINE and "\n" not in text:
        return
    small = lower(text)
    if not holds_any(small, _CUES[side]):
        return
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace() and len(line) <= _LONGEST_LINE and _is_boilerplate(line, side):
            stripped = line.strip()
            begin = start + line.index(stripped)
            yield Span(begin, begin + len(stripped))
        start += len(line) + 1


def _is_boilerplate(line: str, side: Side) -> bool:
    sure, head = (_EN_SURE, _EN_HEAD) if side == "en" else (_ZH_SURE, _ZH_HEAD)
    if head.match(line) or _is_breadcrumb(line):
        return True
    found = sure.search(line)
    # A sentence about such words is the plan's own.
    return found is not None and len(_SENTENCE.findall(line[: found.start()])) == 0 and not _tells(line, found)


def _tells(line: str, found: re.Match[str]) -> bool:
    """Whether the words are part of a longer sentence, or quoted."""
    before, after = line[: found.start()].rstrip(), line[found.end() :].strip()
    quoted = before.endswith(("“", "‘", '"', "「"))
    return quoted or (len(before) > _LONG_LEAD and len(after) > _LONG_LEAD)


_LONG_LEAD = 40


def _is_breadcrumb(line: str) -> bool:
    crumbs = _CRUMB.split(line)
    if len(crumbs) <= _SHORTEST_BREADCRUMB or _SENTENCE.search(line):
        return False
    return any(_SECTION.search(crumb) for crumb in crumbs[:2])
