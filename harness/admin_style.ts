/** The style of the live page: light and dark, narrow and wide, colour never alone. */
export const ADMIN_STYLE: string = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --card: #ffffff; --rule: #d9dde3; --text: #1a2029; --quiet: #5a6472;
  --accent: #1f5fd1; --focus: #1f5fd1;
  --running: #1a7f45; --ready: #1f5fd1; --waiting: #9a5b00; --error: #c02626; --idle: #667080;
  --request: #7a3fc4; --still-ground: #fdecec; --slow-ground: #fff4dd; --track: #e3e7ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #11151b; --card: #1a2029; --rule: #333c48; --text: #e8ecf1; --quiet: #9eaab8;
    --accent: #7eb0ff; --focus: #a9caff;
    --running: #56c988; --ready: #7eb0ff; --waiting: #f0b357; --error: #ff8080; --idle: #97a3b1;
    --request: #c39bff; --still-ground: #3a1a1d; --slow-ground: #35290f; --track: #323b47;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem clamp(.75rem, 2vw, 2rem) 3rem; max-width: 110rem;
  background: var(--ground); color: var(--text);
  font: 15px/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums;
}
[data-stale=true] main { opacity: .6; }
h1 { font-size: 1.35rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .75rem; margin-block-end: 1rem; }
header #line { margin-inline-start: auto; }
header #updated { color: var(--quiet); font-size: .85rem; }
#line::before { content: ""; display: inline-block; inline-size: .5rem; block-size: .5rem; border-radius: 50%; margin-inline-end: .4rem; background: var(--running); }
#line[data-lost=true]::before { background: var(--error); }
section { margin-block-start: 1.75rem; }
section > h2, .bar { margin-block-end: .6rem; }
.bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1rem; }
.note, .count { color: var(--quiet); font-size: .9rem; margin: 0; font-weight: 400; }
#redrive-outcome:not(:empty) { margin-block-end: .5rem; color: var(--text); }
#letters-trouble { margin: 0 0 .5rem; color: var(--error); font-weight: 600; overflow-wrap: anywhere; }
#letters-trouble:empty { display: none; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
h2:focus { outline: none; }

.chip { margin: 0; padding: .1rem .65rem; border-radius: 1rem; border: 1.5px solid currentColor; font-weight: 600; font-size: .85rem; color: var(--idle); }
.chip[data-state=ok] { color: var(--running); }
.chip[data-state=degraded], .chip[data-state=starting], .chip[data-state=stopping] { color: var(--waiting); }
.chip[data-state=failed] { color: var(--error); }

.banner { border-inline-start: 4px solid; border-radius: 6px; padding: .7rem 1rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
.banner[data-level=none] { display: none; }
.banner[data-level=still] { background: var(--still-ground); border-color: var(--error); }
.banner[data-level=slow] { background: var(--slow-ground); border-color: var(--waiting); }
.banner ul { margin: .3rem 0 0; padding-inline-start: 1.1rem; font-size: .9rem; }

.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .6rem; margin: 0; }
.tiles div { background: var(--card); border: 1px solid var(--rule); border-radius: 9px; padding: .55rem .85rem; display: flex; flex-direction: column-reverse; }
.tiles dt { color: var(--quiet); font-size: .8rem; }
.tiles dd { margin: 0; font-size: 1.35rem; font-weight: 600; }

.scroll { overflow: auto; border: 1px solid var(--rule); border-radius: 9px; background: var(--card); }
#letters-table .scroll { max-block-size: 38rem; }
[hidden] { display: none; }
.graph { max-height: min(80vh, 60rem); }
.graph svg { display: block; margin-inline: auto; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; margin: 0; padding: 0; color: var(--quiet); font-size: .85rem; }
.legend svg { margin-inline-end: .35rem; }

.line { fill: none; stroke: var(--idle); stroke-width: 1.6; opacity: .8; }
.line.error { stroke-dasharray: 2 4; stroke-linecap: round; stroke-width: 2.2; }
.line.request, .line.reply { stroke: var(--request); }
.line.request { stroke-dasharray: 9 4; }
.line.reply { stroke-dasharray: 3 4; }
.line[data-level=busy] { stroke: var(--accent); opacity: 1; stroke-width: 2; }
.line.request[data-level=busy], .line.reply[data-level=busy] { stroke: var(--request); }
.line[data-level=full], .line[data-level=broken] { stroke: var(--error); stroke-width: 2.6; opacity: 1; }
marker path { fill: var(--idle); fill: context-stroke; }
.plate { fill: var(--card); stroke: var(--rule); }
.label text { font-size: 11px; fill: var(--text); }
.label.reply .plate { stroke: none; }
.label.reply text, .label.request text { fill: var(--request); }
.label[data-level=full] .plate, .label[data-level=broken] .plate { stroke: var(--error); }
.label[data-level=full] text, .label[data-level=broken] text { fill: var(--error); font-weight: 600; }
rect.track { fill: var(--track); }
rect.fill { fill: var(--accent); }
[data-level=full] rect.fill { fill: var(--error); }

.node { --state: var(--idle); text-decoration: none; outline-offset: 3px; }
[data-state=running] { --state: var(--running); }
[data-state=ready] { --state: var(--ready); }
[data-state=stopping], [data-state=restarting] { --state: var(--waiting); }
[data-state=error] { --state: var(--error); }
.node .card { fill: var(--ground); stroke: var(--rule); stroke-width: 1.2; }
.node:hover .card { stroke: var(--accent); }
.node:focus-visible { outline: none; }
.node:focus-visible .card { stroke: var(--focus); stroke-width: 3; }
.node[data-state=error] .card { stroke: var(--error); fill: var(--still-ground); }
.strip, .dot { fill: var(--state); }
.name { font-size: 14px; font-weight: 600; fill: var(--text); }
.word { font-size: 12px; font-weight: 600; fill: var(--state); }
.figures { font-size: 12px; fill: var(--quiet); }

table { border-collapse: collapse; inline-size: 100%; font-size: .9rem; }
th, td { text-align: start; padding: .45rem .75rem; border-block-end: 1px solid var(--rule); vertical-align: top; }
tbody tr:last-child > * { border-block-end: none; }
thead th { color: var(--quiet); font-weight: 500; white-space: nowrap; }
tbody th { font-weight: 600; overflow-wrap: anywhere; min-inline-size: 9rem; }
tbody tr:target { background: var(--slow-ground); }
td { white-space: nowrap; }
:is([data-column=inHand], [data-field=inHand], [data-column=rate], [data-field=rate], [data-column=received], [data-field=received], [data-column=sent], [data-field=sent], [data-column=failed], [data-field=failed], [data-column=restarts], [data-field=restarts], [data-column=highWater], [data-field=highWater], [data-column=waiting], [data-field=waiting], [data-column=dropped], [data-field=dropped], [data-column=dead], [data-field=dead], [data-column=attempt], [data-field=attempt]) { text-align: end; }
td[data-field=where] { white-space: normal; overflow-wrap: anywhere; min-inline-size: 8rem; }
td[data-field=error], td[data-field=cause], td[data-field=data] { white-space: normal; overflow-wrap: anywhere; min-inline-size: 12rem; }
td[data-field=data] code { font-size: .85rem; }
small { color: var(--quiet); font-weight: 400; white-space: nowrap; }
[id^=component-] td[data-field=state] { color: var(--state, var(--idle)); font-weight: 600; }
[id^=component-] td[data-field=state]::before { content: ""; display: inline-block; inline-size: .6rem; block-size: .6rem; border-radius: 50%; background: currentColor; margin-inline-end: .45rem; }
tr[data-level=full] td[data-field=state], tr[data-level=broken] td[data-field=state] { color: var(--error); font-weight: 600; }
span.track { display: block; block-size: 5px; border-radius: 3px; background: var(--track); margin-block-start: .25rem; min-inline-size: 6rem; overflow: hidden; }
span.fill { display: block; block-size: 100%; inline-size: 0; background: var(--accent); transition: inline-size .3s; }
tr[data-level=full] span.fill { background: var(--error); }

button { font: inherit; font-size: .9rem; padding: .25rem .8rem; border-radius: 6px; border: 1px solid var(--accent); background: transparent; color: var(--accent); cursor: pointer; min-block-size: 2rem; }
button:hover:enabled { background: var(--accent); color: var(--card); }
button[aria-disabled=true] { opacity: .6; cursor: progress; }
button:disabled { border-color: var(--rule); color: var(--quiet); cursor: default; }

@media (max-width: 48rem) {
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .scroll:has(table) { border: none; background: none; overflow-x: visible; }
  #letters-table .scroll { max-block-size: 80vh; }
  table, tbody { display: block; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: grid; grid-template-columns: 1fr 1fr; gap: .15rem 1rem; background: var(--card); border: 1px solid var(--rule); border-radius: 9px; padding: .7rem .85rem; margin-block-end: .6rem; }
  tbody th, td { display: block; border: none; padding: 0; }
  tbody th, td[data-field=error], td[data-field=cause], td[data-field=data], td[data-field=redrive], td[data-field=where] { grid-column: 1 / -1; }
  td::before { content: attr(data-label) " "; color: var(--quiet); font-weight: 400; font-size: .8rem; }
  [id^=component-] td[data-field=state] { order: -1; }
  tbody th { order: -2; margin-block-end: .15rem; }
  [id^=component-] td[data-field=state]::before { content: "●"; background: none; font-size: 1rem; color: inherit; inline-size: auto; block-size: auto; }
  td[data-field=redrive]::before { content: none; }
  td[data-field] { text-align: start; }
  td, tbody th { min-inline-size: 0 !important; }
  td[data-empty=true] { display: none; }
  td button { inline-size: 100%; min-block-size: 2.75rem; margin-block-start: .3rem; }
}
@media (prefers-reduced-motion: reduce) {
  * { transition: none !important; scroll-behavior: auto !important; }
}
@media (forced-colors: active) {
  .dot, .strip, rect.fill, span.fill { forced-color-adjust: none; }
}
`;
