"""Pages as the content systems of government sites build them, around one notice; all composed."""
# ruff: noqa: E501 -- pages are shown as they stand

from typing import Final

TITLE: Final = "沅江市人民政府办公室关于印发沅江市扬尘污染综合治理方案的通知"
TEXT: Final = [
    "沅政办发〔2024〕12号",
    "各乡镇人民政府、街道办事处，市政府各部门，各有关单位：",
    "《沅江市扬尘污染综合治理方案》已经市政府第32次常务会议审议通过，现印发给你们，请认真抓好落实。",
    "沅江市人民政府办公室",
    "2024年5月9日",
    "（此件公开发布）",
    "沅江市扬尘污染综合治理方案",
    "为持续改善环境空气质量，切实解决扬尘污染突出问题，结合我市实际，制定本方案。",
    "一、工作目标",
    "到2025年底，城区降尘量不高于6吨/月·平方公里，道路机械化清扫率达到92%以上。",
    "二、重点任务",
    "（一）严控施工扬尘",
    "1．施工工地严格落实“六个百分之百”，占地5000平方米以上的工地安装在线监测和视频监控设备。",
    "2．渣土车辆全密闭运输，严禁沿途抛洒。",
    "（二）深化道路保洁。对城区主次干道每日冲洗不少于2次，遇重污染天气加密频次；责任单位：市城市管理局。",
    "三、保障措施",
    "各责任单位要明确专人负责，每月25日前报送进展情况。联系人：李明，电话：0737-0000000。",
    "附件：1．扬尘污染综合治理任务清单",
    "2．降尘量考核评分细则",
]
ALL: Final = [TITLE, *TEXT]

_HEAD: Final = f"<title>{TITLE}_市政府办文件_沅江市人民政府门户网站</title>"
_MENU: Final = "".join(
    f'<li><a href="/{n}/">{name}</a></li>'
    for n, name in enumerate(["网站首页", "走进沅江", "政务公开", "办事服务", "互动交流", "数据发布"])
)
_CRUMBS: Final = (
    '<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/zwgk">政务公开</a>&nbsp;&gt;&nbsp;<a href="/wj">市政府办文件</a>'
)
_NEWS: Final = [
    "市政府召开扬尘治理调度会，要求各单位压实责任，确保完成年度目标任务。",
    "我市开展渣土运输专项整治行动，首日查处违规车辆14台，立案9起。",
    "《沅江市扬尘污染综合治理方案》政策解读：方案为何出台，有哪些主要内容？",
    "一图读懂：扬尘怎么治",
    "市领导督导城区道路保洁工作",
]


def _links(names: list[str], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="./t{n}.html">{name}</a></{tag}>' for n, name in enumerate(names))


def _paragraphs(style: str = "", before: str = "") -> str:
    return "".join(f"<p{style}>{before}{one}</p>\n" for one in TEXT)


NATIONAL: Final = f"""<!DOCTYPE html><html><head><meta charset="utf-8">{_HEAD}<meta name="lanmu" content="政策"></head><body>
<div class="ty-skip"><a href="#content">跳转到主要内容区域</a></div><div class="header_wrap"><ul class="menu-list">{_MENU}</ul></div>
<div class="BreadcrumbNav">{_CRUMBS}</div>
<div class="policyLibraryOverview_header"><table><tbody>
<tr><td><b>标　　题：</b></td><td colspan="3">{TITLE}</td></tr>
<tr><td><b>发文机关：</b></td><td>市政府办公室</td><td><b>发文字号：</b></td><td>沅政办发〔2024〕12号</td></tr>
<tr><td><b>主题分类：</b></td><td>城乡建设、环境保护\\环境监测、保护与治理</td><td><b>公文种类：</b></td><td>通知</td></tr>
<tr><td><b>成文日期：</b></td><td>2024年05月09日</td><td><b>发布日期：</b></td><td>2024年05月13日</td></tr></tbody></table></div>
<div class="pages_print"><div class="share-title">字号：<span>默认</span> <span>大</span> <span>超大</span></div><span>|</span><a href="javascript:void(0)">打印</a><span>收藏</span><span>留言</span></div>
<div class="article"><h1 id="ti">{TITLE}</h1><div class="trs_editor_view TRS_UEDITOR trs_paper_default trs_web"><div id="UCAP-CONTENT">
{_paragraphs(' style="text-indent: 2em; text-align: justify;"')}</div></div></div>
<div class="related1"><h3>相关稿件</h3><ul>{_links(_NEWS)}</ul></div>
<div class="pages-editor">【我要纠错】　责任编辑：王芳</div>
<div class="footer"><p>链接：<a href="//a">全国人大</a>|<a href="//b">全国政协</a>|<a href="//c">最高人民法院</a></p>
<p>中国政府网 | <a href="/about">关于我们</a> | <a href="/map">网站地图</a></p><p>版权所有：沅江市人民政府办公室</p><p>网站标识码 4309810001　湘ICP备05000000号</p></div></body></html>"""

TRS: Final = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">{_HEAD}
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-05-13 10:21"></head><body>
<div class="top"><span>今天是2024年5月20日　星期一</span><a href="/wap">手机版</a><a href="/en">English</a><a href="javascript:">无障碍阅读</a></div>
<div class="daohang"><ul>{_MENU}</ul></div><div class="dqwz">您当前所在位置：{_CRUMBS}&nbsp;&gt;&nbsp;正文</div>
<div class="main"><div class="left fl"><h2>{TITLE}</h2>
<div class="xxly"><span>发布时间：2024-05-13 10:21</span><span>信息来源：市政府办公室</span><span>浏览量：<i id="hits">1024</i></span><span class="zh">字体：<a>大</a> <a>中</a> <a>小</a></span></div>
<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{{line-height:2}}</style><div class="Custom_UnionStyle">
{_paragraphs(before="　　")}</div></div>
<div class="fj"><p>附件下载：</p><ul><li><a href="./P0202405130001.docx">扬尘污染综合治理任务清单.docx</a></li><li><a href="./P0202405130002.xls">降尘量考核评分细则.xls</a></li></ul></div>
<div class="fx"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div><div class="print"><a href="javascript:window.print()">【打印本页】</a><a href="javascript:window.close()">【关闭窗口】</a></div></div>
<div class="right fr"><h3>热门推荐</h3><ul>{"".join(f"<li><p>{one}</p></li>" for one in _NEWS)}</ul><h3>扫一扫在手机打开当前页</h3></div></div>
<div class="foot"><p>主办单位：沅江市人民政府　承办单位：沅江市行政审批服务局</p><p>地址：沅江市政府大院　邮编：413100　<a href="/lx">联系我们</a></p><p>湘公网安备 43098102000001号</p></div></body></html>"""

HANWEB: Final = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">{_HEAD}<meta name="ColumnName" content="通知公告"></head><body>
<table width="1000" align="center"><tr><td><img src="/top.jpg"></td></tr><tr><td><table><tr>{_links(["首页", "机构职能", "政策法规", "通知公告", "网上办事"], "td")}</tr></table></td></tr></table>
<table width="1000" align="center" id="c"><tr><td>当前位置：{_CRUMBS}</td></tr><tr><td class="title" align="center">{TITLE}</td></tr>
<tr><td><table width="100%"><tr><td>发布日期：2024-05-13</td><td>浏览次数：<script>document.write("88")</script></td><td>字号：[ <a href="#">大</a> <a href="#">中</a> <a href="#">小</a> ]</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->{"<br><br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{one}" for one in TEXT)}<!--ZJEG_RSS.content.end--></div></td></tr>
<tr><td align="right"><a href="#">【打印本页】</a>　<a href="#">【关闭窗口】</a></td></tr>
<tr><td><table><tr><td>上一篇：<a href="1.html">关于公布行政许可事项清单的通知</a></td></tr><tr><td>下一篇：没有了</td></tr></table></td></tr></table>
<table width="1000" align="center"><tr><td align="center">主办：沅江市人民政府　技术支持：南京某某公司<br>建议使用1024*768分辨率浏览本站</td></tr></table></body></html>"""

OLD: Final = f"""<html><head><title>{TITLE}</title></head><body bgcolor=#ffffff><center>
<table width=760 border=0><tr><td colspan=2><table><tr><td><a href=/>首 页</a></td><td>|</td><td><a href=/a>新闻动态</a></td><td>|</td><td><a href=/b>文件下载</a></td></tr></table></td></tr>
<tr><td width=180 valign=top><table bgcolor=#eeeeee><tr><td>栏目导航</td></tr>{"".join(f"<tr><td>·<a href=/c{n}>{name}</a></td></tr>" for n, name in enumerate(["机构设置", "领导分工", "政策文件", "工作动态"]))}</table></td>
<td width=580 valign=top><table width=100%><tr><td>您现在的位置：<a href=/>首页</a> &gt;&gt; <a href=/b>政策文件</a> &gt;&gt; 正文</td></tr>
<tr><td align=center><font size=5 color=red><b>{TITLE}</b></font></td></tr><tr><td align=center>2024-5-13　作者：佚名　来源：办公室　点击数：356</td></tr><tr><td><hr></td></tr>
<tr><td><font size=3>{"<br>".join(f"　　{one}" for one in TEXT)}</font></td></tr>
<tr><td align=right>文章录入：admin　责任编辑：admin</td></tr><tr><td>上一篇文章：<a href=/1>关于做好防汛工作的通知</a></td></tr><tr><td>【<a href=#>发表评论</a>】【<a href=#>告诉好友</a>】【<a href=#>打印此文</a>】【<a href=#>关闭窗口</a>】</td></tr></table></td></tr>
<tr><td colspan=2 align=center><font size=2>| <a href=#>设为首页</a> | <a href=#>加入收藏</a> | <a href=#>联系站长</a> | <a href=#>版权申明</a> |</font></td></tr></table></center></body></html>"""

WECHAT: Final = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title><meta property="og:title" content="{TITLE}"></head><body>
<div class="rich_media_inner"><h1 class="rich_media_title" id="activity-name">{TITLE}</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">沅江发布</span><em id="publish_time">2024-05-13 18:02</em><em id="js_ip_wording">湖南</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">{"".join(f'<section style="margin: 0 8px;"><p><span style="font-size: 16px;">{one}</span></p></section>' for one in TEXT)}</div>
<div id="js_tags_preview_toast" class="article-tag__error-tips" style="display: none;">预览时标签不可点</div></div>
<div class="qr_code_pc"><p>微信扫一扫<br>关注该公众号</p></div></body></html>"""

FORM: Final = f"""<!DOCTYPE html><html><head><meta charset="utf-8">{_HEAD}</head><body><form id="aspnetForm" method="post"><div class="w1200">
<div class="nav"><ul>{_MENU}</ul></div><div class="weizhi"><span>当前位置：</span>{_CRUMBS}</div>
<div class="detail-box"><div class="gkxx"><ul><li><strong>索引号：</strong>006000/2024-01234</li><li><strong>统一登记号：</strong>YJDR-2024-01002</li><li><strong>公开责任部门：</strong>市政府办公室</li><li><strong>公开日期：</strong>2024-05-13</li><li><strong>信息时效期：</strong>2029-05-09</li><li><strong>是否有效：</strong>有效</li></ul></div>
<div class="tit"><h1>{TITLE}</h1></div><div class="con">{"".join(f"<div>　　{one}</div>" for one in TEXT)}</div>
<div class="xgjd"><div class="bt">相关解读</div><ul>{_links(_NEWS[2:4])}</ul></div></div></div></form>
<footer><div>版权所有：沅江市人民政府　ICP备案号：湘ICP备05000000号-1</div></footer></body></html>"""

_NAV: Final = "".join(
    f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(["HOME", "CHINA", "WORLD", "OPINION"])
)
ENGLISH_TITLE: Final = "Notice on Issuing the Action Plan for Dust Control in Yuanjiang"
ENGLISH: Final = [
    ENGLISH_TITLE,
    "Yuan Zheng Ban Fa [2024] No. 12",
    "To the people's governments of all townships, and all departments of the municipal government:",
    "The Action Plan for Dust Control in Yuanjiang has been approved by the municipal government and is hereby issued for implementation.",
    "General Office of the Yuanjiang Municipal People's Government",
    "May 9, 2024",
    "I. Targets",
    "By the end of 2025, dustfall in the urban area shall not exceed 6 tonnes per square kilometer per month.",
    "II. Major Tasks",
    "1. Construction sites larger than 5,000 square meters shall install online monitoring and video surveillance equipment.",
    "2. Muck trucks shall be sealed.",
    "III. Safeguards",
    "All responsible units shall report progress before the 25th of each month. Contact: Li Ming.",
    "Annex: 1. List of Tasks",
]
_INNER: Final = "".join(f"<p>{one}</p>" for one in ENGLISH[1:])

CITY_IN_ENGLISH: Final = f"""<html><head><meta charset=utf-8><title>{ENGLISH_TITLE}</title></head><body>
<div class=header><a href=/>Home</a> | <a href=/n>News</a> | <a href=/p>Policies</a> | <a href=/s>Services</a></div><div class=crumb><a href=/>Home</a> &gt; <a href=/p>Policies</a> &gt; Latest Releases</div>
<div class=main><h1>{ENGLISH_TITLE}</h1><div class=info>Updated: May 13, 2024 09:12 <span>Source: Yuanjiang Municipal Government</span> <span>Font size: A A A</span></div><div>{_INNER}</div>
<div class=share>Share: <a href=#>Facebook</a> <a href=#>Twitter</a></div><div>(Editor: Wang Fang)</div><h3>Related Stories</h3><ul><li><a href=/1>City meeting urges stronger dust control before winter comes</a></li><li><a href=/2>14 vehicles punished</a></li></ul></div>
<div class=f>Copyright © Yuanjiang Municipal People's Government. All rights reserved.<br>Contact us | About us | Site map</div></body></html>"""

PAPER_IN_ENGLISH: Final = f"""<html><head><meta charset=utf-8><title>{ENGLISH_TITLE} - Regional - Daily</title></head><body><div class="topNav"><ul>{_NAV}</ul></div>
<div class="mai_bread"><a href=/>China</a> / <a href=/r>Regional</a></div><div class="lft_art"><h1>{ENGLISH_TITLE}</h1><div class="info"><span class="info_l">By ZHANG SAN in Changsha | The Daily | Updated: 2024-05-13 09:12</span></div><div id="Content">{_INNER}</div><div id="div_currpage"></div></div>
<div class="right"><div class="title">Today's Top News</div><ul>{_links(["Nation steps up fight against dust and haze", "Premier urges reform"])}</ul></div><div class="dibu">BACK TO THE TOP</div>
<div>Copyright 1994 - 2024. All rights reserved. The content (including but not limited to text, photo, multimedia information, etc) published in this site belongs to The Daily Information Co.</div></body></html>"""

SITES: Final = {"national": NATIONAL, "trs": TRS, "hanweb": HANWEB, "old": OLD, "wechat": WECHAT, "form": FORM}
"""The whole pages by the kind of system."""
