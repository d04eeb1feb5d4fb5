"""The looks of a quality report, beyond those of the verdict that it begins with."""

from typing import Final

CSS: Final = """
:root { --minor: #9aa3ad; --plain: #3c6e91; }
@media (prefers-color-scheme: dark) { :root { --minor: #6f7882; --plain: #7fb2d6; } }
.chapter { margin-top: 3rem; border-top: 2px solid var(--ink); padding-top: 0.9rem; }
.chapter > h2 { margin: 0 0 0.8rem; font-size: 1.35rem; }
.chapter h3 { margin: 1.6rem 0 0.5rem; font-size: 1rem; }
.chapter p { margin: 0 0 0.6rem; }
.scores { display: flex; flex-wrap: wrap; gap: 0.4rem 2.6rem; margin: 0 0 1rem; align-items: baseline; }
.scores div { display: flex; flex-direction: column; }
.scores b { font-size: 2rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.scores span, .small { color: var(--quiet); font-size: 0.85rem; }
.fails { font-weight: 700; color: var(--critical); }
.chart { display: block; width: 100%; height: auto; overflow: visible; }
.chart text { fill: var(--ink); font-size: 12px; }
.chart .figure { fill: var(--quiet); font-size: 11px; font-variant-numeric: tabular-nums; }
.chart .axis { stroke: var(--line); }
.bar-critical { fill: var(--critical); } .bar-major { fill: var(--major); }
.bar-minor { fill: var(--minor); } .bar-plain { fill: var(--plain); }
.faint { opacity: 0.4; }
.keys { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; color: var(--quiet); font-size: 0.85rem; }
.key { width: 0.7em; height: 0.7em; margin-right: 0.4em; }
figure { margin: 0 0 1.2rem; break-inside: avoid; }
th[scope="row"] { text-align: left; overflow-wrap: anywhere; }
.below-1 { padding-left: 1.2em; } .below-2 { padding-left: 2.4em; }
.findings { table-layout: fixed; }
.findings th, .findings td { text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.findings .where { width: 3.8rem; } .findings .how { width: 5.2rem; }
.findings .severity { margin: 0; }
.findings { font-size: 0.8rem; line-height: 1.35; }
.findings tr { break-inside: avoid; }
.worst li { break-inside: auto; }
.worst li > div > .small { display: block; }
.worst li p { margin: 0 0 0.2rem; line-height: 1.4; break-inside: avoid; }
.worst .source { margin-bottom: 0.35rem; }
.mark { font-size: 0.8em; }
@media print {
  :root { --minor: #c4c4c4; --plain: #555555; --major: #6f6f6f; }
  .severity.major { color: #000000; }
  .verdict { break-after: page; }
  .chapter { margin-top: 9mm; }
  .chapter h2, .chapter h3 { break-after: avoid; }
  .scores b { font-size: 17pt; }
  thead { display: table-header-group; }
  .findings { font-size: 7.5pt; line-height: 1.25; }
  .findings td { padding-top: 0.5mm; padding-bottom: 0.5mm; }
}
"""
