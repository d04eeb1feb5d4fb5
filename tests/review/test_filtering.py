"""Filters over clauses: what they let through, what they say when they can't be read, what they go on with."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model import DrafterError
from drafter.review import ReviewSession, open_pairs
from drafter.review.filtering import completions, read_filter

PAIRS = [
    ("改造锅炉12台。", "Renovate 21 boilers."),
    ("浓度控制在32微克/立方米。", "It is 32μg/mthree."),
    ("各村禁烧秸秆。", "Every village bans burning straw."),
    ("加强ＰＭ２．５监测。", "PM2.5 is monitored."),
]


@pytest.fixture
def review() -> ReviewSession:
    session = open_pairs(PAIRS, author="Li")
    session.tag(3, "AGR01" if any(one.notation == "AGR01" for one in session.taxonomy.concepts()) else "TGT11")
    session.add_note(4, "Ask the office")
    session.set_state([3, 4], "reviewed")
    session.edit(4, "en", "PM2.5 is being monitored.")
    return session


def kept(session: ReviewSession, line: str) -> list[int]:
    found = read_filter(line).ids(session)
    return [clause.id for clause in session.clauses] if found is None else sorted(found)


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("", [1, 2, 3, 4]),
        ("   ", [1, 2, 3, 4]),
        ("severity:critical", [1]),
        ("severity>=major", [1, 2]),
        ("severity>=minor", [1, 2]),
        ("-severity>=major", [3, 4]),
        ("级别≥较重", [1, 2]),
        ("rule:number.value", [1]),
        ("rule:number", [1]),
        ("rule:unit.*", [2]),
        ("family:number severity:critical", [1]),
        ("family:unit severity:critical", []),
        ("state:reviewed", [3]),
        ("state<reviewed", [1, 2, 4]),
        ("状态:已审", [3]),
        ("state:translated", [4]),
        ("tag:any", [3]),
        ("tag:none", [1, 2, 4]),
        ("-tag:any", [1, 2, 4]),
        ("note:any", [4]),
        ("note:office", [4]),
        ("changed:yes", [4]),
        ("changed:no", [1, 2, 3]),
        ("pm2.5", [4]),
        ("zh:pm2.5", [4]),
        ("en:straw", [3]),
        ("zh:straw", []),
        ('text:"bans burning"', [3]),
        ("“burning straw”", [3]),
        ("-boilers", [2, 3, 4]),
        ("clause:2-3", [2, 3]),
        ("clause>2", [3, 4]),
        ("state:", [1, 2, 3, 4]),
    ],
)
def test_what_is_let_through(review: ReviewSession, line: str, ids: list[int]) -> None:
    assert kept(review, line) == ids


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("colour=red", "There is no “colour” to filter by: there are severity"),
        ("severity:bad", "“bad” is none of minor, major, critical"),
        ("rule>=a", "has no more or less: write “rule:a”"),
        ("clause:x", "is no number of a clause"),
    ],
)
def test_what_can_t_be_read_is_told(line: str, said: str) -> None:
    with pytest.raises(DrafterError) as caught:
        read_filter(line)
    assert said in str(caught.value)


def test_words_with_a_colon_are_words(review: ReviewSession) -> None:
    review.edit(1, "en", "Lead: the office.")
    assert kept(review, "lead:the") == []
    assert kept(review, '"lead: the"') == [1]


@given(st.text('severity:>=<major rule."“”-标签：文本12', max_size=60))
def test_any_line_is_read_or_refused(line: str) -> None:
    session = open_pairs([("文", "text")])
    with suppress(DrafterError):
        found = read_filter(line).ids(session)
        assert found is None or found <= {1}
    head = line[: line.rfind(" ") + 1]
    assert all(one.startswith(head) for one in completions(line, session))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("sev", ["severity>="]),
        ("severity>=m", ["severity>=minor ", "severity>=major "]),
        ("-state:re", ["-state:reviewed "]),
        ("changed:yes rule:num", ["changed:yes rule:number.* ", "changed:yes rule:number.value "]),
        ("tag:", ["tag:none ", "tag:any "]),
        ("colour:", []),
    ],
)
def test_what_a_line_may_become(review: ReviewSession, line: str, offered: list[str]) -> None:
    assert completions(line, review)[: len(offered)] == offered
    assert bool(completions(line, review)) is bool(offered)


def test_everything_is_offered_at_first(review: ReviewSession) -> None:
    assert len(completions("", None)) == 11
