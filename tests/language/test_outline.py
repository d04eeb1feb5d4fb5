"""The outline: documents of many shapes, and text that has none."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.outline import SECTIONS, Outline, heading_levels, outline_of, outline_of_pair
from drafter.model import Paragraph


def paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(line, number) for number, line in enumerate(text.strip("\n").split("\n"), 1)]


def told(lines: Sequence[Paragraph], outline: Outline | None = None) -> str:
    """Tell an outline: level, number, kind and name of each node, deeper ones further in."""
    outline = outline or outline_of(lines)
    rows = []
    for index, node in enumerate(outline.nodes):
        name = " / ".join(lines[piece.paragraph].text[piece.start : piece.end] for piece in node.title)
        depth = sum(1 for _ in outline.above(index))
        rows.append(f"{'  ' * depth}{node.level} {node.ordinal} {node.kind} {name}".rstrip())
    return "\n".join(rows)


def check(text: str, expected: str) -> None:
    assert told(paragraphs(text)) == expected.strip("\n")


def test_regulation() -> None:
    check(
        """
青川市河道采砂管理条例
（2021年6月24日青川市第五届人民代表大会常务委员会第三十次会议通过）
第一章 总则
第一条 为了加强河道采砂管理，保障防洪和通航安全，根据有关法律、法规，制定本条例。
第二条 本市行政区域内的河道采砂活动，适用本条例。
第二章 规划与许可
第一节 规划
第三条 河道采砂规划应当包括下列内容：
（一）禁采区和可采区；
（二）禁采期和可采期。
第二节 许可
第四条 【条件】申请采砂许可应当具备下列条件：
（一）有符合规划的作业方案：
1.采砂范围和深度；
2.采砂船舶数量；
（二）有合格的人员。
第三章 附则
第五条 本条例自2022年1月1日起施行。
""",
        """
0 0 title 青川市河道采砂管理条例
  1 0 note （2021年6月24日青川市第五届人民代表大会常务委员会第三十次会议通过）
  1 1 heading 总则
    3 1 item
    3 2 item
  1 2 heading 规划与许可
    2 1 heading 规划
      3 3 item
        4 1 item 禁采区和可采区
        4 2 item 禁采期和可采期
    2 2 heading 许可
      3 4 item 条件
        4 1 item 有符合规划的作业方案
          5 1 item 采砂范围和深度
          5 2 item 采砂船舶数量
        4 2 item 有合格的人员
  1 3 heading 附则
    3 5 item
""",
    )


def test_regulation_in_english() -> None:
    check(
        """
Regulations of Qingchuan City on Sand Mining in Rivers
Chapter I General Provisions
Article 1 These Regulations are formulated in accordance with the law in order to strengthen administration.
Chapter II Licensing
Section 1 Applications
Article 2 An applicant for a license shall:
(1) have a scheme of operation that states:
(a) the depth of mining; and
(b) the number of vessels; and
(2) have qualified staff.
Section 2 Decisions
Article 3 The authority shall decide within 20 days. Article 2 of these Regulations applies.
Chapter III Supplementary Provisions
Article 4 These Regulations shall come into force on January 1, 2022.
""",
        """
0 0 title Regulations of Qingchuan City on Sand Mining in Rivers
  1 1 heading General Provisions
    3 1 item
  1 2 heading Licensing
    2 1 heading Applications
      3 2 item
        4 1 item
          5 1 item the depth of mining
          5 2 item the number of vessels
        4 2 item
    2 2 heading Decisions
      3 3 item
  1 3 heading Supplementary Provisions
    3 4 item
""",
    )


def test_resolution() -> None:
    check(
        """
Strengthening the coordination of river basin protection
The Assembly,
Recalling its resolution 61/12 of 4 December 2006 on the protection of rivers,
Noting with concern that many rivers of the region carry more plastic than ever,
1. Welcomes the report of the Secretary-General on river basins;
2. Calls upon Member States:
(a) To set limits for the discharge of waste water;
(b) To share the data of their gauging stations, including:
(i) Daily water levels;
(ii) Monthly sediment loads;
(c) To report every second year;
3. Decides to remain seized of the matter.
""",
        """
0 0 title Strengthening the coordination of river basin protection
  1 1 item Welcomes the report of the Secretary-General on river basins
  1 2 item Calls upon Member States
    2 1 item To set limits for the discharge of waste water
    2 2 item To share the data of their gauging stations, including
      3 1 item Daily water levels
      3 2 item Monthly sediment loads
    2 3 item To report every second year
  1 3 item Decides to remain seized of the matter
""",
    )


def test_letters_beside_numbers() -> None:
    check(
        """
Clean Water Action Programme (2024–2028)
I. Background
A. State of the rivers
The rivers of the municipality carry less phosphorus than ten years ago. U.S. experts helped to measure it.
B. Sources of pollution
1. Households
Most households are connected to the sewers. A. Smith counted the others.
2. Farms
(a) Cattle
Slurry is spread in autumn. It should be spread in spring.
(b) Crops
Fertilizer is washed out by rain. 3.5 million tons were used in 2023.
II. Goals
A. Phosphorus
Concentrations are to fall by a third by 2028.
""",
        """
0 0 title Clean Water Action Programme (2024–2028)
  1 1 heading Background
    2 1 heading State of the rivers
    2 2 heading Sources of pollution
      3 1 heading Households
      3 2 heading Farms
        4 1 heading Cattle
        4 2 heading Crops
  1 2 heading Goals
    2 1 heading Phosphorus
""",
    )


def test_headings_without_numbers() -> None:
    check(
        """
A Plan for Quieter Streets in Marlow

Why noise matters

Noise keeps people awake, and those who sleep badly fall ill more often. One in five residents lives above the limit.

What we will do

We will lay quiet asphalt on the four busiest roads. The first stretch is to be finished by the end of 2025.

Who pays

The state pays half of the cost, the town the other half.
""",
        """
0 0 title A Plan for Quieter Streets in Marlow
  1 0 heading Why noise matters
  1 0 heading What we will do
  1 0 heading Who pays
""",
    )
    check(
        """
河口镇农村厕所改造实施方案
工作目标
到2025年底，全镇基本完成农村户用厕所改造任务，粪污得到有效处理。
资金保障
镇财政对每户给予一定补助，其余部分由村集体和农户共同承担。
""",
        """
0 0 title 河口镇农村厕所改造实施方案
  1 0 heading 工作目标
  1 0 heading 资金保障
""",
    )


def test_letter() -> None:
    check(
        """
青川市人民政府办公室
关于印发《青川市“清水”
行动方案（2024—2026年）》的通知
青政办发〔2024〕7号
各县（区）人民政府，市政府各部门：
《青川市“清水”行动方案（2024—2026年）》已经市政府同意，现印发给你们，请认真组织实施。
附件：1.重点项目清单
2.任务分工表
青川市人民政府办公室
二〇二四年三月五日
（此件公开发布）
青川市“清水”行动方案
（2024—2026年）
为改善水质，制定本方案。
一、工作目标
到2026年，全部断面达标。〔市生态环境局牵头，市水利局配合〕
二、主要任务
一是控源。〔市住房城乡建设局负责〕二是截污。
责任单位：市水利局、市财政局
附件1
重点项目清单
抄送：市委办公室。
青川市人民政府办公室2024年3月6日印发
""",
        """
0 0 title 青川市人民政府办公室 / 关于印发《青川市“清水” / 行动方案（2024—2026年）》的通知
  1 0 number 青政办发〔2024〕7号
  1 0 addressee 各县（区）人民政府，市政府各部门：
0 1 annex 重点项目清单
0 2 annex 任务分工表
1 0 signature 青川市人民政府办公室
1 0 date 二〇二四年三月五日
1 0 note （此件公开发布）
0 0 title 青川市“清水”行动方案 / （2024—2026年）
  1 1 heading 工作目标
    2 0 duty 〔市生态环境局牵头，市水利局配合〕
  1 2 heading 主要任务
    2 1 item 控源
      3 0 duty 〔市住房城乡建设局负责〕
    2 2 item 截污
      3 0 duty 责任单位：市水利局、市财政局
0 1 annex 重点项目清单
1 0 imprint 抄送：市委办公室。
1 0 imprint 青川市人民政府办公室2024年3月6日印发
""",
    )


def test_letter_in_english() -> None:
    check(
        """
Notice on Issuing the Clear Water Action Plan of Qingchuan City
Qing Zheng Ban Fa [2024] No. 7
To the people’s governments of all counties and districts:
The Plan is hereby issued to you. The tasks are as follows:
I. Goals
(1) Cut pollution at its sources. Old sewers will go. (Lead unit: Housing Bureau; Cooperating units: Finance Bureau)
(2) Watch the rivers. Gauges will be set up.
Responsible units: Water Resources Bureau, Finance Bureau
II. Safeguards
Funds will be made available. Annex 1 lists the projects.
General Office of the People’s Government of Qingchuan City
March 5, 2024
Annex 1: List of Projects
Annex 2
Division of Tasks
Copied to: the Office of the Municipal Committee.
""",
        """
0 0 title Notice on Issuing the Clear Water Action Plan of Qingchuan City
  1 0 number Qing Zheng Ban Fa [2024] No. 7
  1 0 addressee To the people’s governments of all counties and districts:
  1 1 heading Goals
    2 1 item Cut pollution at its sources
      3 0 duty (Lead unit: Housing Bureau; Cooperating units: Finance Bureau)
    2 2 item Watch the rivers
      3 0 duty Responsible units: Water Resources Bureau, Finance Bureau
  1 2 heading Safeguards
  1 0 signature General Office of the People’s Government of Qingchuan City
  1 0 date March 5, 2024
0 1 annex List of Projects
0 2 annex Division of Tasks
1 0 imprint Copied to: the Office of the Municipal Committee.
""",
    )


def test_lists_inside_a_line() -> None:
    check(
        """
二、强化监管
要做到“三个到位”：一是人员到位；二是设备到位；三是责任到位。对发现的火点，第一时间扑灭。
（一）白天巡查
每小时一次，内容包括：（1）水位；（2）水质；（3）船只。
（二）夜间巡查
每两小时一次。
""",
        """
1 2 heading 强化监管
  2 1 item 人员到位
  2 2 item 设备到位
  2 3 item 责任到位
  2 1 heading 白天巡查
    3 1 item 水位
    3 2 item 水质
    3 3 item 船只
  2 2 heading 夜间巡查
""",
    )
    check(
        """
I. Tasks
Three things are to be done: (1) close old boilers; (2) clean large ones; and (3) replace trucks.
II. Safeguards
There are two. First, money; second, staff.
""",
        """
1 1 heading Tasks
  2 1 item close old boilers
  2 2 item clean large ones
  2 3 item replace trucks
1 2 heading Safeguards
  2 1 item money
  2 2 item staff
""",
    )


def test_joined_items() -> None:
    text = """
(1) Clean transport.
3. Renew the fleet. 20 buses will be bought. (Transport Bureau is responsible for the implementation
. 4. Build charging stations. At least 200 are needed, 50 of them by 2025. 5. Lay tram lines. The first opens in 2026.
(2) Clean heating.
6. Insulate homes. The grant was 8. (Housing Bureau is responsible)
"""
    check(
        text,
        """
1 1 heading Clean transport
  2 3 item Renew the fleet
    3 0 duty (Transport Bureau is responsible for the implementation
  2 4 item Build charging stations
  2 5 item Lay tram lines
1 2 heading Clean heating
  2 6 item Insulate homes
    3 0 duty (Housing Bureau is responsible)
""",
    )
    lines = paragraphs(text)
    damaged = [node.ordinal for node in outline_of(lines).nodes if node.damaged and node.kind == "item"]
    assert damaged == [4, 5]


def test_damaged_markers() -> None:
    check(
        """
one, the overall requirements
(A) the guiding ideology
Clear water is the goal.
(2) basic principles
——Put nature first. Rivers come before roads.
——Rely on science. Measure before you dig.
Second, the main tasks
(one) the field of water
oneDredge the lower reaches. 12 towns take part.
2Close illegal outlets. 2 towns have begun.
threeWatch the VOCs. One of the towns has begun.
(II) the field of air
oneSweep the streets. It rains seldom.
2Cover the sites. Wind is strong.
3. safeguard measures
(1) Provide funds. The city pays.
(three) Publish data. The bureau reports.
""",
        """
1 1 heading the overall requirements
  2 1 heading the guiding ideology
  2 2 heading basic principles
    3 0 item Put nature first
    3 0 item Rely on science
1 2 heading the main tasks
  2 1 heading the field of water
    3 1 item Dredge the lower reaches
    3 2 item Close illegal outlets
    3 3 item Watch the VOCs
  2 2 heading the field of air
    3 1 item Sweep the streets
    3 2 item Cover the sites
1 3 heading safeguard measures
  2 1 item Provide funds
  2 3 item Publish data
""",
    )


def test_half_of_a_document_in_the_other_language() -> None:
    check(
        """
一、总体要求
（一）加强调度
各地按月报送进展，及时解决问题。
(2) Strengthen supervision
All localities must report every month.
二、保障措施
资金由市财政统筹安排，确保足额到位。
3. Supplementary provisions
This plan holds until 2026.
""",
        """
1 1 heading 总体要求
  2 1 heading 加强调度
  2 2 heading Strengthen supervision
1 2 heading 保障措施
1 3 heading Supplementary provisions
""",
    )


def test_items_without_names() -> None:
    check(
        """
三、重点任务
1.各县要在6月底前编制方案，明确目标和责任，并报市政府备案。
2.加快建设。到2025年新增泊位3000个，其中公共泊位占比不低于60%。
3.到2025年，淘汰全部国三货车，新增车辆全部使用新能源。
4.对未达标的企业，要依法责令停产整治，并向社会公开结果。
""",
        """
1 3 heading 重点任务
  2 1 item
  2 2 item
  2 3 item
  2 4 item
""",
    )


def test_word_processor_levels() -> None:
    lines = [
        Paragraph("关于加强湿地保护的意见", 1, level=1),
        Paragraph("一、总体要求", 2, number="一、", level=2),
        Paragraph("坚持保护优先。", 3),
        Paragraph("背景", 4, level=3),
        Paragraph("湿地面积逐年减少。", 5),
        Paragraph("二、主要任务", 6, number="二、", level=2),
        Paragraph("1.划定红线", 7, number="1.", level=3),
        Paragraph("红线由省政府批准。", 8),
        Paragraph("（1）调查", 9),
        Paragraph("先调查，后划定。", 10),
    ]
    assert told(lines) == (
        "0 0 title 关于加强湿地保护的意见\n"
        "  1 1 heading 总体要求\n"
        "    2 0 heading 背景\n"
        "  1 2 heading 主要任务\n"
        "    2 1 heading 划定红线\n"
        "      3 1 heading 调查"
    )
    assert heading_levels(lines) == [1, 1, 0, 2, 0, 1, 2, 0, 3, 0]


def test_word_processor_of_two_minds() -> None:
    lines = [
        Paragraph("一、总体要求", 1, level=1),
        Paragraph("（一）目标", 2, level=1),
        Paragraph("到2026年达标。", 3),
        Paragraph("（二）原则", 4, level=1),
        Paragraph("坚持保护优先。", 5),
        Paragraph("二、主要任务", 6, level=1),
        Paragraph("任务见附表。", 7),
    ]
    assert [node.level for node in outline_of(lines).nodes] == [1, 2, 2, 1]


def test_contents_tables_and_notes_are_no_headings() -> None:
    lines = [
        Paragraph("目录", 1),
        Paragraph("一、总体要求……1", 2),
        Paragraph("二、主要任务\t3", 3),
        Paragraph("一、总体要求", 4),
        Paragraph("坚持保护优先。", 5),
        Paragraph("1.甲", 6, part="table", cell=(0, 0, 0)),
        Paragraph("2.乙", 7, part="table", cell=(0, 1, 0)),
        Paragraph("1.见上文。", 8, part="note"),
    ]
    assert told(lines) == "1 1 heading 总体要求"


def test_line_breaks_inside_a_paragraph() -> None:
    lines = [Paragraph("一、总体要求\n坚持保护优先。", 1), Paragraph(" 二、主要任务 \n（一）退田还湖\n三年完成。", 2)]
    assert told(lines) == "1 1 heading 总体要求\n1 2 heading 主要任务\n  2 1 heading 退田还湖"


PROSE = (
    "Beijing’s air got better in the first half of the year, the ministry said on Monday.",
    "Second, the committee must meet at least once a month.",
    "First of all, thank you for coming. First, second and third prizes were given away.",
    "Two people died and five were hurt when a bus hit a wall in Kunming.",
    "One, two, three and off they went.",
    "3.5 million households have given up coal since 2017. 20 provinces have published plans.",
    "I. Newton would have liked it. A. Einstein too.",
    "The report [in Chinese] lists (1) causes, (2) measures and (3) costs.",
    "2023 was a good year. Article 5 of the law matters most.",
    "— Where is he? she asked.",
    "(Additional reporting by Li Ming)",
    "2023年，全市空气质量优良天数比例达到85%。三年来，一批项目建成投产。",
    "三、四线城市房价下跌。一、二、三产业协调发展。",
    "他说：“蓝天不是等来的。”第一条高速公路建成通车。",
)


@pytest.mark.parametrize("line", PROSE)
def test_prose_has_no_outline(line: str) -> None:
    assert told(paragraphs(line)) == ""


def test_prose_as_a_text_has_no_items() -> None:
    kinds = {node.kind for node in outline_of(paragraphs("\n".join(PROSE))).nodes}
    assert kinds <= {"title"}


_CLEAN = Path(__file__).parents[1] / "checks" / "cases" / "clean.txt"
# Those lines of it that are headings, items and the like.
_NUMBERED = ("I. ", "(3) Strengthen", "1. Cut", "Annex:", "(Lead:", "一是压减", "第二十二条 ")


def test_sound_text_has_no_outline() -> None:
    lines = [line[4:] for line in _CLEAN.read_text(encoding="utf-8").splitlines() if line.startswith("ok: ")]
    texts = [text.replace("\\n", "\n") for line in lines for text in line.split(" ||| ")]
    assert len(texts) > 150
    found = [text for text in texts if outline_of([Paragraph(text, 1)]).nodes]
    assert [text for text in found if not text.startswith(_NUMBERED)] == []
    assert len(found) == len(_NUMBERED)


def test_sections_of_places() -> None:
    lines = paragraphs("前言在此。\n一、总体要求\n坚持保护优先。\n二、主要任务\n（一）退田还湖\n三年完成。")
    outline = outline_of(lines)
    assert [outline.section_at(index) for index in range(6)] == [None, 0, 0, 1, 2, 2]
    assert outline.roots == (0, 1)
    assert list(outline.above(2)) == [1]


def test_pair_by_clauses() -> None:
    zh = paragraphs("一、总体要求\n坚持保护优先。\n二、主要任务\n（一）退田还湖\n三年完成。\n\n")
    en = paragraphs("I. General requirements\nNature comes first.\n\nReturn fields.\nThree years.\nIII. Others\nNone.")
    pair = outline_of_pair([*zh, *[Paragraph("", 6), Paragraph("", 7)]][:7], en)
    assert [(one.clause, one.level, one.zh, one.en, one.parent) for one in pair.sections] == [
        (0, 1, 0, 0, None),
        (2, 1, 1, None, None),
        (3, 2, 2, None, 1),
        (5, 1, None, 1, None),
    ]
    assert pair.sections[1].children == (2,)


def test_text_that_turns_into_the_other_language() -> None:
    zh = [Paragraph("一、总体要求", 1), Paragraph("坚持保护优先。", 2), Paragraph("", 3), Paragraph("", 4)]
    en = [Paragraph("", 1), Paragraph("", 2), Paragraph("2. Main tasks", 3), Paragraph("Return the fields.", 4)]
    pair = outline_of_pair(zh, en)
    assert [(one.clause, one.level, one.zh, one.en) for one in pair.sections] == [(0, 1, 0, None), (2, 1, None, 1)]


_LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.text(
            alphabet="一二三十（）1２3.．、)(aIivX①第章条附件：:；;。. 省厅负责牵头年月日\n\t—-Chapter", max_size=40
        ),
    ),
    max_size=12,
)


@given(_LINES, st.lists(st.integers(0, 4), min_size=12, max_size=12))
def test_any_text(texts: list[str], levels: list[int]) -> None:
    lines = [Paragraph(text, number, level=levels[number - 1]) for number, text in enumerate(texts, 1)]
    outline = outline_of(lines)
    places = [(node.paragraph, node.start) for node in outline.nodes]
    assert places == sorted(places)
    for index, node in enumerate(outline.nodes):
        text = texts[node.paragraph]
        assert 0 <= node.marker.start <= node.marker.end <= len(text)
        for piece in node.title:
            assert 0 <= piece.start < piece.end <= len(texts[piece.paragraph])
            assert texts[piece.paragraph][piece.start : piece.end].strip()
        assert node.parent is None or (node.parent < index and index in outline.nodes[node.parent].children)
        if node.parent is not None:
            assert outline.nodes[node.parent].level < node.level
            assert outline.nodes[node.parent].kind in SECTIONS
        assert node.level >= 0
        assert node.ordinal >= 0
    assert [index for root in outline.roots for index in _walk(outline, root)] == list(range(len(outline.nodes)))
    assert len(heading_levels(lines)) == len(lines)


def _walk(outline: Outline, index: int) -> list[int]:
    return [index, *(deeper for child in outline.nodes[index].children for deeper in _walk(outline, child))]


@given(_LINES, _LINES)
def test_any_pair(zh: list[str], en: list[str]) -> None:
    size = max(len(zh), len(en))
    both = [
        [Paragraph(text, number) for number, text in enumerate([*texts, *[""] * (size - len(texts))], 1)]
        for texts in (zh, en)
    ]
    pair = outline_of_pair(*both)
    assert [one.clause for one in pair.sections] == sorted(one.clause for one in pair.sections)
    assert all(one.zh is not None or one.en is not None for one in pair.sections)
    for side in ("zh", "en"):
        said = [index for one in pair.sections if (index := one.node(side)) is not None]
        assert said == sorted(set(said))


@pytest.mark.parametrize("piece", ["（1）", "1. A", "(", "。（省厅负责", "一是", "; (1) x", "附件：1.", ". Second, "])
def test_time_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        best = 9.9
        for _ in range(2):
            start = time.process_time()
            outline_of([Paragraph(piece * count, 1), *[Paragraph(piece, number) for number in range(2, count)]])
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(200), seconds(1600)
    assert large < 8 * 4 * small + 0.05
