"""The verdict's looks: one sheet of paper, dark where the reader's machine is."""

from typing import Final

CSS: Final = """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c1d1f; --quiet: #5b6068; --line: #d9dbdf; --wash: #f5f5f3;
  --critical: #a3141c; --major: #8a5200; --mark: #fff0b8; --right: #1b5e3a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --ink: #e9e9e6; --quiet: #a2a7ae; --line: #3a3d42; --wash: #202225;
    --critical: #ff9a94; --major: #f0b866; --mark: #4d4115; --right: #86d3a5;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 3rem; max-width: 50rem; background: var(--paper); color: var(--ink);
  font: 0.95rem/1.5 "Segoe UI", "Helvetica Neue", Arial,
    "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", sans-serif;
}
:lang(en) {
  font-family: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans",
    "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", sans-serif;
}
:lang(zh) {
  font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", sans-serif;
}
header { border-bottom: 2px solid var(--ink); padding-bottom: 0.8rem; }
h1 { margin: 0; font-size: 1.15rem; line-height: 1.4; }
.files { margin: 0.2rem 0 0; color: var(--quiet); font-size: 0.85rem; }
.headline { margin: 1.4rem 0 1.1rem; font-size: 1.9rem; line-height: 1.25; font-weight: 700; letter-spacing: -0.01em; }
.headline:lang(zh) { letter-spacing: 0; }
.calm { margin: 1.4rem 0 0.4rem; font-size: 1.35rem; line-height: 1.4; font-weight: 600; }
.aside { margin: 0 0 1.2rem; color: var(--quiet); }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li {
  display: grid; grid-template-columns: 5.6rem 1fr; column-gap: 1rem; padding: 0.6rem 0 0.65rem;
  border-bottom: 1px solid var(--line); break-inside: avoid;
}
.where { font-weight: 600; font-variant-numeric: tabular-nums; }
.severity { display: block; margin-top: 0.1rem; font-size: 0.8rem; font-weight: 600; }
.severity::before { margin-right: 0.3em; font-size: 0.85em; }
.critical { color: var(--critical); } .critical::before { content: "\\25A0"; }
.major { color: var(--major); } .major::before { content: "\\25B2"; }
.minor { color: var(--quiet); } .minor::before { content: "\\25CB"; }
li p { margin: 0; overflow-wrap: anywhere; }
q { quotes: none; }
mark {
  background: var(--mark); color: inherit; font-weight: 700; padding: 0 0.1em;
  text-decoration: underline 2px; text-underline-offset: 0.18em;
}
mark.gap {
  border: 1px dashed currentColor; border-radius: 0.2em; padding: 0 0.35em; font-size: 0.85em; text-decoration: none;
}
.source { color: var(--quiet); font-size: 0.88rem; }
.source mark { background: none; color: var(--ink); padding: 0; text-decoration: none; }
.right { margin-top: 0.1rem; }
.right b { color: var(--right); }
.why { margin-top: 0.1rem; font-size: 0.88rem; color: var(--quiet); }
code { font: 0.92em/1 ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }
h2 { margin: 1.7rem 0 0.5rem; font-size: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.88rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.22rem 0.6rem 0.22rem 0; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; }
thead th { font-weight: 600; color: var(--quiet); }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 700; border-bottom: 0; }
td.none { color: var(--quiet); }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; font-size: 0.88rem; }
dt, dd { margin: 0; }
dd { color: var(--quiet); overflow-wrap: anywhere; }
dd b { color: var(--ink); }
@page { size: A4; margin: 14mm 15mm 13mm; }
.brief { columns: 2; column-gap: 2rem; margin: 0; padding: 0; list-style: none; font-size: 0.82rem; }
.brief li { display: block; padding: 0.12rem 0; border: 0; break-inside: avoid; }
.brief .where { display: inline; font-weight: 700; }
.brief q { quotes: none; text-decoration: underline; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #bbbbbb; --mark: #eeeeee;
    --critical: #000000; --major: #000000; --right: #000000;
  }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  .headline { font-size: 18pt; margin: 4mm 0 3mm; }
  li { padding: 1.1mm 0 1.2mm; }
  .brief { font-size: 7.5pt; columns: 3; column-gap: 5mm; line-height: 1.25; }
  .brief li { padding: 0.2mm 0; }
  h2 { margin: 4mm 0 1.2mm; break-after: avoid; }
  tr, dd { break-inside: avoid; }
}
@media (max-width: 34rem) { li { grid-template-columns: 1fr; } }
"""
