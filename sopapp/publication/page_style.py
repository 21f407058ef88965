"""How the public page looks: wide, on a phone, in the dark and on paper."""

from __future__ import annotations

# Contrast of text is 7:1 or more in both schemes (WCAG asks for 4.5:1).
PAGE_STYLE = """\
:root {
  color-scheme: light dark;
  --ground: #ffffff; --text: #1a2027; --quiet: #48525d; --line: #cbd3db;
  --head: #eaf0f6; --accent: #0a4f7d; --stripe: #f7f9fb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161b; --text: #e6ebf1; --quiet: #b3bdc8; --line: #3a444f;
    --head: #1f2a35; --accent: #8fc7f2; --stripe: #171c22;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 100rem; padding: 2rem clamp(1rem, 3vw, 3rem) 3rem;
  background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
.instansi { margin: 0 0 .25rem; color: var(--accent); font-weight: 600; }
h1 { margin: 0 0 1.25rem; max-width: 60rem; font-size: clamp(1.4rem, 1rem + 1.6vw, 2rem);
  line-height: 1.25; text-wrap: balance; }
dl { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 0 0 1.75rem; padding: .9rem 0;
  border-block: 1px solid var(--line); }
dt { color: var(--quiet); font-size: .875rem; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9375rem; }
caption { padding: 0 0 .6rem; text-align: start; color: var(--quiet); }
th, td { padding: .65rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top;
  text-align: start; overflow-wrap: break-word; white-space: pre-line; }
thead th { position: sticky; top: 0; background: var(--head); color: var(--text);
  border-bottom: 2px solid var(--accent); vertical-align: bottom; line-height: 1.3; }
tbody th { font-weight: 600; }
tbody tr:nth-child(even) { background: var(--stripe); }
tbody tr:target { outline: 2px solid var(--accent); outline-offset: -2px; }
thead th:first-child, .nomor { padding-inline: .6rem .2rem; }
.nomor { font-variant-numeric: tabular-nums; color: var(--quiet); }
.nihil td { padding-block: 1.5rem; font-weight: 600; }
ol { margin: 0; padding-inline-start: 1.2rem; white-space: normal; }
li { white-space: pre-line; }
li + li { margin-top: .35rem; }
footer { margin-top: 1.75rem; max-width: 60rem; color: var(--quiet); font-size: .9375rem; }
footer p { margin: 0 0 .4rem; overflow-wrap: anywhere; white-space: pre-line; }
@media screen and (max-width: 68rem) {
  body { padding-top: 1.25rem; }
  dl { gap: .6rem 2rem; }
  table, tbody, tr, tbody th, td { display: block; width: auto; }
  caption { display: block; }
  colgroup { display: none; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr, tbody tr:nth-child(even) { position: relative; margin: 0 0 1rem; padding: .9rem 1rem;
    background: var(--stripe); border: 1px solid var(--line); border-radius: .6rem; }
  tbody th, td { padding: 0 0 .7rem; border: 0; }
  tbody tr > :last-child { padding-bottom: 0; }
  tbody th { padding-inline-start: 2.4rem; font-size: 1.0625rem; line-height: 1.35; }
  td.nomor { position: absolute; inset-inline-start: 1rem; padding: 0; font-weight: 600;
    line-height: 1.45; }
  td[data-label]::before { content: attr(data-label); display: block; color: var(--quiet);
    font-size: .8125rem; }
  td[data-label]:empty { display: none; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  :root { --ground: #fff; --text: #000; --quiet: #333; --line: #888; --head: #eee;
    --accent: #000; --stripe: #fff; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  h1 { font-size: 13pt; margin-bottom: 6pt; max-width: none; }
  dl { margin-bottom: 8pt; padding: 4pt 0; }
  table { font-size: 8.5pt; }
  dt, caption, footer { font-size: 8.5pt; }
  thead { display: table-header-group; }
  thead th { position: static; }
  th, td { padding: 3pt 4pt; border: 1px solid var(--line); }
  tr { break-inside: avoid; }
  footer { break-inside: avoid; }
}
"""
