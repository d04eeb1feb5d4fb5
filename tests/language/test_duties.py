"""Duties are read from brackets and lines of both languages, and their bodies matched."""

import pytest

from drafter.language.duties import Body, match_bodies, name_of, read_duties
from drafter.model import Side, Span

READ: list[tuple[Side, str, list[tuple[str, list[str]]]]] = [
    ("zh", "（市水务局牵头，市财政局、审计局配合）", [("lead", ["市水务局"]), ("cooperate", ["市财政局", "审计局"])]),
    ("zh", "〔省能源局（省煤炭局）牵头，市州人民政府负责落实；以下均需市州人民政府落实，不再列出〕",
     [("lead", ["省能源局", "省煤炭局"]), ("implement", ["市州人民政府"]), ("implement", ["市州人民政府"])]),
    ("zh", "（省公安厅、省司法厅按职责分工负责）", [("share", ["省公安厅", "省司法厅"])]),
    ("zh", "牵头单位：市教育局；配合单位：市体育局、市民政局",
     [("lead", ["市教育局"]), ("cooperate", ["市体育局", "市民政局"])]),
    ("zh", "（省商务厅会同省税务局负责）", [("lead", ["省商务厅"]), ("cooperate", ["省税务局"])]),
    ("zh", "（市工业和信息化局、市自然资源和规划局负责）", [("lead", ["市工业和信息化局", "市自然资源和规划局"])]),
    ("zh", "（安和市政府和东岭示范区管委会负责落实）", [("implement", ["安和市政府", "东岭示范区管委会"])]),
    ("en", "(Led by the Bureau of Water Affairs; the Bureau of Finance and the Bureau of Audit participate)",
     [("lead", ["Bureau of Water Affairs"]), ("cooperate", ["Bureau of Finance", "Bureau of Audit"])]),
    ("en", "(The Bureau of Ecology and Environment, and the Development and Reform Commission are responsible "
     "for the division of responsibilities)",
     [("share", ["Bureau of Ecology and Environment", "Development and Reform Commission"])]),
    ("en", "(The Department of Justice and the Department of Commerce shall be responsible according to their "
     "respective duties",
     [("share", ["Department of Justice", "Department of Commerce"])]),
    ("en", "(Lead unit: Bureau of Education; Cooperating units: Bureau of Sports, Bureau of Civil Affairs)",
     [("lead", ["Bureau of Education"]), ("cooperate", ["Bureau of Sports", "Bureau of Civil Affairs"])]),
    ("en", "[Bureau of Agriculture and Rural Affairs takesthe lead, county governments are responsible forthe "
     "implementation]",
     [("lead", ["Bureau of Agriculture and Rural Affairs"]), ("implement", ["county governments"])]),
    ("en", "Rivers will be dredged in spring.", []),
    ("zh", "春季疏浚河道。", []),
]  # fmt: skip


@pytest.mark.parametrize(("side", "text", "expected"), READ, ids=[row[1][:30] for row in READ])
def test_duties_are_read(side: Side, text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = read_duties(text, side)
    assert [(duty.role, [body.name for body in duty.bodies]) for duty in found] == expected
    assert all(text[slice(*body.span)] == body.name for duty in found for body in duty.bodies)


def _bodies(*names: str) -> list[Body]:
    return [Body(name, Span(0, len(name))) for name in names]


def test_bodies_are_matched_by_remit_not_by_wording() -> None:
    zh = _bodies("省交通运输厅", "省住房城乡建设厅", "省林业局")
    en = _bodies("Forestry Bureau", "Housing and Urban-Rural Construction Department", "Transportation Department")
    assert match_bodies(zh, en).pairs == ((0, 2), (1, 1), (2, 0))


def test_what_is_left_over_is_told() -> None:
    zh = _bodies("省公安厅", "省财政厅", "省审计厅")
    en = _bodies("Department of Public Security", "Audit Office")
    assert match_bodies(zh, en).lost == (1,)
    assert match_bodies(zh[:1], en).extra == (1,)
    assert match_bodies(zh[:2], en).swapped == ((1, 1),)


def test_an_unknown_name_can_be_any_that_is_left() -> None:
    zh = _bodies("省公安厅", "省茶叶办")
    en = _bodies("Department of Public Security", "Tea Office")
    assert match_bodies(zh, en).pairs == ((0, 0), (1, 1))


def test_a_government_holds_no_civil_affairs() -> None:
    assert name_of("市州人民政府", "zh").kind == "government"
    assert name_of("省民政厅", "zh").remits == {"civil"}


@pytest.mark.parametrize("side", ["zh", "en"])
@pytest.mark.parametrize(
    "unit", ["、和", "省厅负责，", "Led by ", " and the ", "a, ", "（", "责任单位：", "shall will "]
)
def test_long_oddities_are_read_in_time(side: Side, unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert all(duty.span.end <= len(text) for duty in read_duties(text, side))
