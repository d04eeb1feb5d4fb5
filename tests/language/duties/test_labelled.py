"""Brackets with a label before the names, and brackets of names alone; and brackets that only explain."""

import pytest

from drafter.language.duties import read_duties
from drafter.language.duties.alone import bodies_alone
from drafter.language.duties.whole_names import whole_duties
from drafter.language.outline.duties import duties_of
from drafter.model import Side, Span

Roles = list[tuple[str, tuple[str, ...]]]


def roles(text: str, side: Side) -> Roles:
    """Give what the brackets of a line say, in order."""
    return [
        (duty.role, duty.bodies)
        for one in duties_of(text)
        for duty in whole_duties(text, read_duties(text, side, Span(one.start, one.end)), side)
    ]


LABELLED: list[tuple[Side, str, Roles]] = [
    ("zh", "植树造林。（责任部门：林业局、工信局）", [("lead", ("林业局", "工业和信息化局"))]),
    ("zh", "植树造林（责任部门：市林业局、市水利局）。", [("lead", ("市林业局", "市水利局"))]),
    ("zh", "植树造林。（责任主体：各企业）", [("lead", ("各企业",))]),
    ("zh", "植树造林。（主体：各县区政府）", [("lead", ("各县区政府",))]),
    ("zh", "植树造林。【责任:市林业局】", [("lead", ("市林业局",))]),
    ("zh", "植树造林。（责任单位：市林业局、各区政府）", [("lead", ("市林业局", "各区政府"))]),
    ("zh", "植树造林。（牵头单位：市林业局；配合单位：市水利局、市商务局）",
     [("lead", ("市林业局",)), ("cooperate", ("市水利局", "市商务局"))]),
    ("zh", "植树造林。（牵头部门：市林业局，责任部门：各区政府）", [("lead", ("市林业局",)), ("share", ("各区政府",))]),
    ("en", "Plant trees. (Responsible departments: Bureau of Forestry, Bureau of Audit)",
     [("lead", ("Bureau of Forestry", "Bureau of Audit"))]),
    ("en", "Plant trees. (Responsible entities: county governments)", [("lead", ("county governments",))]),
    ("en", "Plant trees. (Main bodies: county governments)", [("lead", ("county governments",))]),
]  # fmt: skip


@pytest.mark.parametrize(("side", "text", "expected"), LABELLED, ids=[row[1] for row in LABELLED])
def test_what_follows_a_label_is_named(side: Side, text: str, expected: Roles) -> None:
    assert roles(text, side) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推广新能源公交（主体：纯电动，辅助：氢能）。",
        "压实责任（责任：明确到人）。",
        "明确分工（责任部门：见附件）。",
        "培育市场主体（市场主体：个体工商户）。",
        "说明（责任部门）。",
        "Buses (main body: steel and glass).",
    ],
)
def test_labels_without_names_name_nobody(text: str) -> None:
    assert roles(text, "zh" if text[0] > "z" else "en") == []


NAMED: list[tuple[Side, str, tuple[str, ...]]] = [
    ("zh", "修复湿地（省水利厅、省林业和草原局）。", ("省水利厅", "省林业和草原局")),
    ("zh", "修复湿地（市林业局，各区人民政府）。", ("市林业局", "各区人民政府")),
    ("zh", "先行先试。淘汰落后机组（省发展改革委、能源局）。", ("省发展改革委", "省能源局")),
    ("zh", "鼓励公众参与（市教育局）。", ("市教育局",)),
    ("zh", "查处违法行为（市公安局、市水利局）；", ("市公安局", "市水利局")),
    ("zh", "降幅达到12%（市林业局、市水利局）。", ("市林业局", "市水利局")),
    ("en", "Restore 2.5 ha of wetlands (Provincial Department of Water Resources, Provincial Department of Commerce).",
     ("Provincial Department of Water Resources", "Provincial Department of Commerce")),
]  # fmt: skip


@pytest.mark.parametrize(("side", "text", "bodies"), NAMED, ids=[row[1] for row in NAMED])
def test_names_alone_before_the_stop_share_the_work(side: Side, text: str, bodies: tuple[str, ...]) -> None:
    found = bodies_alone(text, side)
    assert found is not None
    assert [(one.role, one.bodies) for one in found[1]] == [("share", bodies)]
    assert text[found[0].start] in "（("
    assert text[found[0].end - 1] in "）)"


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("zh", "会同有关部门（市林业局、市水利局）。"),
        ("zh", "报省政府办公厅（省林业局）。"),
        ("zh", "计划报市攻坚办（市生态环境局）。"),
        ("zh", "结果及时抄送（市林业局、市水利局）。"),
        ("zh", "由联席会议召集人（市林业局、市水利局）。"),
        ("zh", "办公室负责日常事务（办公室设在市林业局）。"),
        ("zh", "机构改革后由新设部门承担（原市环境保护局）。"),
        ("zh", "全市降幅达到12%（市统计局）。"),
        ("zh", "按照《林业发展公报》（省林业局）。"),
        ("zh", "执行新的技术标准（生态环境部）。"),
        ("zh", "覆盖重点区域（东城区、西城区、高新区）。"),
        ("zh", "推广先进经验（甲县、乙县）。"),
        ("zh", "完成锅炉改造（含燃煤锅炉、燃气锅炉）。"),
        ("zh", "实行分级管理（省、市、县、乡）。"),
        ("en", "Report to the competent departments (Bureau of Forestry, Bureau of Audit)."),
        ("en", "Data are published by the city authority (Bureau of Statistics)."),
        ("en", "Plans are approved in Luoshui by the State Council Office (Bureau of Audit)."),
        ("en", "The new standard of technology applies (Ministry of Audit)."),
        ("en", "Cover all key districts of the city (East District, West District)."),
    ],
)
def test_brackets_that_explain_name_nobody(side: Side, text: str) -> None:
    assert bodies_alone(text, side) is None
