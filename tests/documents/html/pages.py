"""A site's page around a plan, as government sites build them, and the plan's text as its reader sees it."""
# ruff: noqa: E501 -- pages are shown as they stand

from typing import Final

TITLE: Final = "淮河市人民政府关于印发空气质量持续改善行动计划的通知"
PLAN: Final = [
    TITLE,
    "淮政〔2024〕7号",
    "各县、区人民政府，市政府各部门：",
    "现将《淮河市空气质量持续改善行动计划》印发给你们，请认真贯彻执行。",
    "2024年3月15日",
    "淮河市空气质量持续改善行动计划",
    "一、总体要求",
    "到2025年，全市细颗粒物（PM2.5）平均浓度不高于42微克/m3，重度及以上污染天数控制在1.4%以内，氮氧化物和挥发性有机物排放总量分别下降10%以上。",
    "二、重点任务",
    "（一）推进产业结构优化。严格执行产能置换政策，加快淘汰落后产能；推动钢铁、水泥行业超低排放改造。（市发展改革委牵头，市工业和信息化局配合）",
    "1．实施清洁能源替代，持续压减煤炭消费总量。",
    "2．加快铁路专用线建设，提高铁路货运比例。",
    "三、保障措施",
    "各县区要加强组织领导，落实属地责任，确保各项任务按期完成。",
    "附件：1．重点任务分工表",
]

HEAD: Final = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<!-- saved from url=(0024)http://site.invalid/1 -->\n'
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    f"<title>{TITLE}_通知公告_淮河市人民政府</title>"
    '<script src="http://site.invalid/a.js">var x = "不是正文。";</script>'
    '<link rel="stylesheet" href="http://site.invalid/a.css"><style>p {{color: red}}</style></head>'
)
MENU: Final = (
    '<div class="header"><div class="logo"><img src="http://site.invalid/logo.png"></div>'
    '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw">新闻中心</a></li><li><a href="/zw">政务公开</a></li>'
    '<li><a href="/fw">政务服务</a></li></ul></div>'
    '<div class="BreadcrumbNav">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; <a href="/gg">通知公告</a></div>'
)
FOOT: Final = (
    '<div class="fenxiang">分享到：<a href="http://site.invalid/wx">微信</a></div><div>上一篇：<a href="/2.html">关于调整部分公交线路的公告</a></div>'
    '<div>下一篇：<a href="/3.html">关于表彰先进集体的决定</a></div>'
    '<div class="xgwd"><h3>相关文档</h3><ul><li><a href="/4.html">市政府召开大气污染防治工作会议</a></li>'
    '<li><a href="/5.html">我市空气质量持续改善</a></li><li><a href="/6.html">一图读懂行动计划</a></li></ul></div>'
    '<div class="foot"><p>主办：淮河市人民政府办公室　承办：淮河市大数据局</p><p>版权所有　淮ICP备05000001号　网站标识码：3400000001</p></div>'
    "</body></html>"
)


def site(article: str, *, charset: str = "utf-8", around: tuple[str, str] = ("", "")) -> str:
    """A whole page; `around` opens and closes the article's container."""
    meta = (
        '<table class="info"><tr><td>索引号：</td><td>003-2024</td><td>发文机关：</td><td>淮河市人民政府</td></tr>'
        "<tr><td>主题分类：</td><td>环境保护</td><td>成文日期：</td><td>2024年03月15日</td></tr></table>"
        '<div class="meta"><span>发布时间：2024-03-18 09:00</span><span>来源：市政府办公室</span>'
        "<span>【字体：大 中 小】</span></div>"
    )
    opening, closing = around
    return (
        HEAD.format(charset=charset)
        + f"<body>{MENU}<div class='main'><h1>{TITLE}</h1>{meta}{opening}{article}{closing}</div>{FOOT}"
    )


def shown(text: str) -> str:
    """The plan's text as markup: subscripts and powers as pages write them."""
    return text.replace("PM2.5", "PM<sub>2.5</sub>").replace("m3", "m<sup>3</sup>").replace("《", "&#12298;")


WAYS: Final = {
    "paragraphs": ("<div class='TRS_Editor'>", "".join(f"<p>　　{shown(one)}</p>" for one in PLAN[1:]), "</div>"),
    "spans": (
        "<div id='UCAP-CONTENT'>",
        "".join(
            f'<p style="text-indent:2em"><span style="font-family:仿宋_GB2312">{shown(one)}<o:p></o:p></span></p>\n'
            for one in PLAN[1:]
        ),
        "</div>",
    ),
    "breaks": ("<div id='zoom'>", "<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{shown(one)}" for one in PLAN[1:]), "</div>"),
    "wide breaks": ("<td>", "<br/><br/>".join(shown(one) for one in PLAN[1:]), "</td>"),
    "divs": ("<div>", "".join(f"<div><div>{shown(one)}</div></div>" for one in PLAN[1:]), "</div>"),
    "layout table": (
        "<table width=900><tr><td><table><tr><td>",
        "".join(f"<p>{shown(one)}</p>" for one in PLAN[1:]),
        "</td></tr></table></td></tr></table>",
    ),
    "headings": (
        "<article>",
        "".join(
            f"<h2>{one}</h2>" if one[:2] in ("一、", "二、", "三、") else f"<p>{shown(one)}</p>" for one in PLAN[1:]
        ),
        "</article>",
    ),
}
