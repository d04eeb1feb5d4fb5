"""How fast concepts are suggested: ten thousand clauses within three seconds, as a ratio to a fixed piece of work."""

import time

from drafter.taxonomy import shipped_taxonomy
from drafter.taxonomy.suggesting import Example, Passage, Suggester
from drafter.taxonomy.suggesting.learned import Learned
from tests.taxonomy.held_out import held_out
from tests.yardstick import allowed

CLAUSES = 2000
MOST = 3.0 * CLAUSES / 10_000  # seconds of processor time
MOST_PREPARING = 0.5


def passages() -> list[Passage]:
    own = [passage for _, passage in held_out(["zh", "en"])]
    return [Passage(own[index % len(own)].text, own[index % len(own)].above, index // 4) for index in range(CLAUSES)]


def test_ten_thousand_clauses_in_three_seconds() -> None:
    shipped_taxonomy()
    begun = time.process_time()
    suggester = Suggester(shipped_taxonomy())
    assert time.process_time() - begun <= allowed(MOST_PREPARING)
    clauses = passages()
    begun = time.process_time()
    made = suggester.suggest(clauses)
    assert time.process_time() - begun <= allowed(MOST)
    assert sum(map(bool, made)) >= CLAUSES * 0.9


def test_learned_tags_cost_no_more() -> None:
    learned = Learned(Example(f"{passage.text['zh']}{index}", "ENE11") for index, passage in enumerate(passages()))
    suggester = Suggester(shipped_taxonomy(), learned)
    clauses = [Passage({"zh": one.text["zh"]}, one.above, one.paragraph) for one in passages()]
    begun = time.process_time()
    suggester.suggest(clauses)
    assert time.process_time() - begun <= allowed(2 * MOST)
