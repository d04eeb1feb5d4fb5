"""The looks of the review page, and its filters: choices at the top hide rows without a script."""

from collections.abc import Iterable
from typing import Final

CSS: Final = """
body { max-width: 82rem; }
.filters { display: none; }
fieldset { display: inline-block; margin: 0 1.4rem 0.5rem 0; padding: 0; border: 0; font-size: 0.85rem; }
legend { float: left; margin-right: 0.6rem; color: var(--quiet); }
label.pick {
  display: inline-block; padding: 0.1rem 0.6rem; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer;
}
nav { margin: 1rem 0 0.6rem; }
input.pick { position: absolute; opacity: 0; width: 1px; height: 1px; }
table.review { table-layout: fixed; font-size: 0.92rem; }
table.review th, table.review td {
  text-align: left; vertical-align: top; padding: 0.5rem 0.8rem 0.5rem 0; overflow-wrap: anywhere;
}
table.review .no { width: 5rem; font-variant-numeric: tabular-nums; color: var(--quiet); }
table.review .found { width: 32%; font-size: 0.85rem; }
table.review td p { margin: 0 0 0.3rem; }
table.review td.text { white-space: pre-line; }
tr.heading td.text { font-weight: 700; }
ins { background: none; color: var(--right); text-decoration: underline; }
del { color: var(--critical); text-decoration: line-through; }
.state { display: block; font-size: 0.8rem; }
.note { color: var(--quiet); }
.tag { display: inline-block; margin-right: 0.5rem; color: var(--quiet); font-size: 0.8rem; }
@media print { nav { display: none; } tr { break-inside: avoid; } }
"""


def rules(choices: Iterable[str]) -> str:
    """Give the rules of filters: a choice that is made hides every row that doesn't bear its class.

    Args:
        choices: the ids of the choices, which are classes of the rows as well; "all-…" hides nothing.
    """
    made = []
    for choice in choices:
        if not choice.startswith("all-"):
            made.append(f"#{choice}:checked ~ main tr.clause:not(.{choice}) {{ display: none; }}")
        made.append(
            f'#{choice}:checked ~ nav label[for="{choice}"] '
            "{ background: var(--ink); color: var(--paper); border-color: var(--ink); }"
        )
        made.append(
            f'#{choice}:focus-visible ~ nav label[for="{choice}"] {{ outline: 2px solid; outline-offset: 2px; }}'
        )
    return "\n".join(made)
