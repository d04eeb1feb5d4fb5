"""Who leads in the words of the sentence itself, and sentences that only sound so."""

import pytest

from drafter.language.duties.running import running_lead
from drafter.model import Side


@pytest.mark.parametrize(
    ("side", "text", "bodies"),
    [
        ("zh", "省水利厅要牵头推进堤防建设，新建堤防12公里。", ("省水利厅",)),
        ("zh", "加强巡查，由市公安局、城管局负责牵头组织。", ("市公安局", "市城管局")),
        ("zh", "各县（区）巡查工作由县水务局牵头。", None),
        ("zh", "支持省水利厅牵头推进堤防建设。", None),
        ("zh", "在市公安局牵头下开展巡查。", None),
        ("zh", "发挥龙头企业牵头作用。", None),
        ("zh", "明确牵头单位和完成时限。", None),
        ("en", "The Luoshui Department of Audit shall lead the review.", ("Luoshui Department of Audit",)),
        ("en", "The Bureau of Sports and the Bureau of Audit will jointly take the lead in this.",
         ("Bureau of Sports", "Bureau of Audit")),
        ("en", "The review shall be led by the Luoshui Department of Audit, with support from others.",
         ("Luoshui Department of Audit",)),
        ("en", "The Bureau of Sports shall lead to better health.", None),
        ("en", "Work with the Bureau of Sports will lead the way.", None),
        ("en", "Leading enterprises shall lead innovation.", None),
    ],
)  # fmt: skip
def test_whom_a_sentence_names_to_lead(side: Side, text: str, bodies: tuple[str, ...] | None) -> None:
    found = running_lead(text, side)
    assert [(one.role, one.bodies) for one in found] == ([("lead", bodies)] if bodies else [])
