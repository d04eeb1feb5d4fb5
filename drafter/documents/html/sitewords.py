"""What sites write around articles: each pattern is asked of a whole short line."""
# ruff: noqa: E501 -- lists of words

import re
from typing import Final

ATTACHMENT: Final = re.compile(
    r"附件|附录|附表|附图|Annex|Appendix|Attachment|.*\.(?:docx?|pdf|xlsx?|ofd|wps|zip|rar)$", re.IGNORECASE
)
"""What an attachment's name begins with, or how a file of it ends."""

FILE: Final = re.compile(r".*\.(?:docx?|pdf|xlsx?|ofd|wps|zip|rar|et|pptx?)", re.IGNORECASE)

SITE_LINES: Final = re.compile(
    r"(?:【?\s*(?:上一[篇条页个]|下一[篇条页个]|上篇|下篇)(?:文章)?\s*】?\s*[:：]?"
    r"|分享(?:到|至|本文)?\s*[:：]?|打印(?:本页|本文|此页)?|关闭(?:窗口|本页)?|收藏(?:本页|本文)?|返回(?:顶部|首页|列表)"
    r"|[【\[（(]?\s*(?:字体|字号|文字大小)\s*[:：]?\s*[【\[（(]?\s*(?:大|中|小|超大|默认)"
    r"|(?:信息|文章|稿件|文件)?来源\s*[:：]|(?:发布|发文|更新|录入|公开|创建)(?:时间|日期|机构|单位)\s*[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)"
    r"|(?:责任)?编辑\s*[:：]|责编\s*[:：]|作者\s*[:：]|索\s*引\s*号\s*[:：]|(?:信息|主题)分类\s*[:：]"
    r"|扫一扫|微信扫|扫码|分享微信|手机(?:扫|浏览|看)|今天是|跳转到|预览时标签|收录于(?:合集|话题)"
    r"|您?(?:当前|现在|所在)?(?:所在|的)?位置\s*[:：>＞»]|(?:网站)?首页\s*(?:[>＞»/|]|$)"
    r"|(?:我要)?(?:纠错|评论|留言)\s*$|网友评论"
    r"|(?:Previous|Next)(?:\s+(?:article|post|page))?\s*[:：]"
    r"|(?:Share|Print|Close|Back to (?:the )?top|Related (?:news|articles|links|stories))\b\s*[:：]?$"
    r"|Home\s*[>»/]|Source\s*[:：]|(?:Updated|Posted|Published)\s*[:：]|Editor\s*[:：])",
    re.IGNORECASE,
)
"""What a line of a site begins with."""

FOOT_LINES: Final = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|Copyright|©|All Rights Reserved|主办(?:单位)?\s*[:：]"
    r"|承办(?:单位)?\s*[:：]|技术支持\s*[:：]|网站地图|联系我们|关于我们"
    r"|建议使用.{0,20}浏览器|分辨率|政务服务热线|网站维护|备案序?号",
    re.IGNORECASE,
)
"""What stands somewhere in a line of a site's foot."""

COPYRIGHT: Final = re.compile(r"Copyright\b|©|版权所有|All Rights Reserved", re.IGNORECASE)
"""What a notice of copyright begins with, however long it is."""

LIST_HEADS: Final = re.compile(
    r"[【\[]?\s*(?:(?:相关|关联|延伸)(?:链接|阅读|文章|文档|新闻|稿件|解读|信息|政策|文件|附件|内容|推荐)"
    r"|(?:热门|热点|最新|精彩|猜你喜欢|更多)(?:文章|推荐|新闻|资讯|信息|公告|动态|阅读|内容)|猜你喜欢|图片新闻|栏目导航|点击排行|阅读排行"
    r"|(?:附件|文件|资料)下载|政策(?:图解|解读|问答)|解读(?:链接|材料)"
    r"|Related (?:news|articles|links|stories|documents)|Most (?:viewed|read|popular)|Latest (?:news|releases|stories)|(?:Today's |Today’s )?(?:Top|Hot) (?:news|stories|topics|words)|Recommended|You may also like)"
    r"\s*[】\]]?\s*[:：]?\s*(?:更多|>+|more)?\s*",
    re.IGNORECASE,
)
"""The head of a list of other articles, or of files to fetch."""

_LABELS: Final = (
    r"(?:(?:信息|文章|稿件|文件|新闻)?来源|作者|(?:责任|执行|网站)?编辑|责编|(?:文章|信息)?录入|审核|初审|复审|终审|校对|发布人|签发人?员?"
    r"|(?:发布|发文|更新|录入|公开|创建|生成)(?:时间|日期|机构|单位|部门)|(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?"
    r"|字体|字号|文字大小|Source|Author|Editor|Updated|Posted|Published|Views|By)"
)

FIELDS: Final = re.compile(
    rf"(?<!\w){_LABELS}\s*[:：][ \u3000]?[^\s\u3000|｜]*"
    r"|(?<!\d)(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?",
    re.IGNORECASE,
)
"""A label with its value, or a date with or without its time."""

LABELLED: Final = re.compile(rf"(?<!\w){_LABELS}\s*[:：]", re.IGNORECASE)

PUBLISHED: Final = re.compile(
    r"(?:[^。；]{0,20}|[^。；]{0,80}[|｜].{0,12})(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\s+\d{1,2}:\d\d(?::\d\d)?[^。；]{0,20}"
)
"""Who published a page, and when to the minute, which no document says in this way."""

BUTTONS: Final = re.compile(
    r"(?:发表|我要|查看|网友)?评论|(?:告诉|推荐给?)好友|推荐|收藏|打印(?:本页|本文|此文|文章)?|关闭(?:窗口|本页)?|(?:返回)?(?:顶部|首页|列表|上一页)"
    r"|设为首页|加入收藏|联系站长|版权申明|我要纠错|纠错|下载|复制(?:链接)?|分享|微信|微博|QQ空间|默认|超大|大|中|小|留言|Print|Share|Facebook|Twitter|Email"
)
BETWEEN: Final = re.compile(r"[\s\u3000|｜/·\-【】\[\]()（）:：]+")
"""What stands between buttons and between fields."""

METADATA: Final = frozenset(
    (  # noqa: SIM905 -- a few lines instead of fifty
        "索引号 发文机关 主题分类 成文日期 发布日期 发文字号 有效性 公开日期 信息分类 生成日期 文号 公文种类 标题 主题词 体裁分类 服务对象 "
        "公开方式 公开范围 公开形式 公开时限 公开责任部门 责任部门 统一登记号 信息时效期 是否有效 时效性 效力状态 有效期 所属主题 组配分类 "
        "发布机构 发文日期 废止日期 关键词 信息名称 内容概述 登记号 制发机关 发布单位 信息来源 生效日期 失效日期 文件编号 规范性文件统一编号"
    ).split()
)
"""Labels of the table of particulars above an official document."""

METADATA_LINE: Final = re.compile(r"([\w\s\u3000]{2,20})[:：]")
