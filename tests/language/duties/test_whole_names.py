"""Bodies under their whole names: what a list says once is given to each of its names."""

import pytest

from drafter.language.duties import read_duties
from drafter.language.duties.alone import bodies_alone
from drafter.language.duties.whole_names import english_name, one_name, whole_duties
from drafter.model import Side

READ: list[tuple[Side, str, list[tuple[str, tuple[str, ...]]]]] = [
    ("zh", "（省审计厅、财政厅、市场监管局按职责分工负责）", [("share", ("省审计厅", "省财政厅", "省市场监管局"))]),
    ("zh", "（市教育局牵头，体育局配合）", [("lead", ("市教育局",)), ("cooperate", ("市体育局",))]),
    ("zh", "（教育部、财政部牵头）", [("lead", ("教育部", "财政部"))]),
    ("zh", "（省水利厅、云江河务局负责）", [("lead", ("省水利厅", "云江河务局"))]),
    ("zh", "（洛水、云岭、澄海市政府负责落实）", [("implement", ("洛水市政府", "云岭市政府", "澄海市政府"))]),
    ("zh", "（云州、澄海市政府负责落实）", [("implement", ("云州市政府", "澄海市政府"))]),
    ("zh", "（各市政府和东岭示范区、临港新区管委会负责落实）",
     [("implement", ("各市政府", "东岭示范区管委会", "临港新区管委会"))]),
    ("zh", "（市公安局牵头，各县（市、区）人民政府负责落实）",
     [("lead", ("市公安局",)), ("implement", ("各县（市、区）人民政府",))]),
    ("zh", "（牵头单位：省能源局；责任单位：各市人民政府）", [("lead", ("省能源局",)), ("share", ("各市人民政府",))]),
    ("zh", "（省政府国资委、省发改委牵头）", [("lead", ("省国资委", "省发展改革委"))]),
    ("zh", "（省公安厅牵头，相关单位按职责分工负责）", [("lead", ("省公安厅",)), ("share", ("相关单位",))]),
    ("en", "(The Provincial Department of Finance and the Department of Commerce take the lead)",
     [("lead", ("Provincial Department of Finance", "Provincial Department of Commerce"))]),
    ("en", "(Led by the Provincial Department of Finance, coordinated by the Department of Commerce)",
     [("lead", ("Provincial Department of Finance",)), ("cooperate", ("Provincial Department of Commerce",))]),
    ("en", "(The Ministry of Ecology and Environment and others, within their respective remits)",
     [("share", ("Ministry of Ecology and Environment (MEE)",))]),
    ("en", "(implemented by the governments of Luoshui, Yunling and Chenghai)",
     [("implement", ("Luoshui Municipal Government", "Yunling Municipal Government",
                     "Chenghai Municipal Government"))]),
    ("en", "(the administrative committees of Dongling Demonstration Zone and Lingang New Area are responsible for the "
     "implementation)",
     [("implement", ("Dongling Demonstration Zone Administrative Committee",
                     "Lingang New Area Administrative Committee"))]),
    ("en", "(Lead unit: Provincial Department of Finance; city (prefectural) people's governments are responsible "
     "according to their duties)",
     [("lead", ("Provincial Department of Finance",)), ("share", ("city (prefectural) people's governments",))]),
    ("en", "(prefectural and municipal governments are responsible for the implementation)",
     [("implement", ("prefectural and municipal governments",))]),
    ("en", "(implemented by the people’s governments of cities (prefectures))",
     [("implement", ("people’s governments of cities (prefectures)",))]),
    ("en", "(implemented by the governments of counties at or below the city level)",
     [("implement", ("governments of counties at or below the city level",))]),
    ("en", "(Provincial Water Conservancy Department takes the lead)",
     [("lead", ("Provincial Department of Water Resources",))]),
]  # fmt: skip


@pytest.mark.parametrize(("side", "text", "expected"), READ, ids=[row[1][:40] for row in READ])
def test_names_are_whole(side: Side, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(duty.role, duty.bodies) for duty in whole_duties(text, read_duties(text, side), side)] == expected


def test_body_named_twice_stands_once() -> None:
    text = "（省审计厅、审计厅牵头）"
    assert whole_duties(text, read_duties(text, "zh"), "zh")[0].bodies == ("省审计厅",)


def test_names_go_through_the_glossary() -> None:
    assert english_name("省生态环境厅") == "Provincial Department of Ecology and Environment"
    assert english_name("云岭市政府") == ""
    assert one_name("Provincial Ecological Environment Department", "en") == english_name("省生态环境厅")
    assert one_name("Yunling Municipal Government", "en") == "Yunling Municipal Government"


@pytest.mark.parametrize(
    ("side", "text", "bodies"),
    [
        ("zh", "开展培训。（市教育局、市卫生健康委，各区管委会）", ("市教育局", "市卫生健康委", "各区管委会")),
        ("zh", "见附件。（含市区、县城）", None),
        ("zh", "开展培训。（市教育局牵头）", None),
        ("zh", "（市教育局）开展培训。", None),
        ("en", "Hold courses. (Luoshui Bureau of Sports, Luoshui Bureau of Forestry (Luoshui Fire Office) and others)",
         ("Luoshui Bureau of Sports", "Luoshui Bureau of Forestry", "Luoshui Fire Office")),
        ("en", "Hold courses. (The Municipal Bureau of Sports and county governments, by division of responsibilities)",
         ("Municipal Bureau of Sports", "county governments")),
        ("en", "Publish figures. (See the yearbook of the Bureau of Statistics)", None),
        ("en", "Publish figures. (PM2.5, PM10)", None),
        ("en", "Courses (Bureau of Sports) are held.", None),
    ],
)  # fmt: skip
def test_bodies_alone_in_a_bracket_share_the_work(side: Side, text: str, bodies: tuple[str, ...] | None) -> None:
    found = bodies_alone(text, side)
    assert [(one.role, one.bodies) for one in found[1]] == [("share", bodies)] if found else bodies is None
    assert not found or text.endswith(text[slice(*found[0])])
