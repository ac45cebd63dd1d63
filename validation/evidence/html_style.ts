/**
 * How a report's page looks.
 *
 * @module
 */

/** The style sheet: system fonts, light and dark, readable on paper. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --good: light-dark(#1a7f37, #3fb950);
  --bad: light-dark(#b42318, #ff7b72);
  --open: light-dark(#8a6100, #d29922);
  --calm: light-dark(#59636e, #9198a1);
  --line: light-dark(#d1d9e0, #3d444d);
  --soft: light-dark(#f6f8fa, #151b23);
}
* { box-sizing: border-box }
body {
  margin: 0 auto; max-width: 72rem; padding: 1.5rem;
  font: 15px/1.5 system-ui, sans-serif;
}
h1 { font-size: 1.6rem; margin: 0 }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem }
a { color: light-dark(#0550ae, #6cb6ff) }
code, pre { font: .85rem/1.45 ui-monospace, monospace }
code { overflow-wrap: anywhere }
td:nth-child(2) code, td:nth-child(3) code { overflow-wrap: normal; white-space: nowrap }
.requirement table { table-layout: fixed }
.requirement th:nth-child(1) { width: 6rem } .requirement th:nth-child(3) { width: 16rem }
.requirement th:nth-child(4) { width: 5rem } .requirement th:nth-child(5) { width: 10rem }
.requirement td:nth-child(3) code { overflow-wrap: anywhere; white-space: normal }
#checks td:nth-child(5) { overflow-wrap: anywhere; min-width: 12rem }
nav { display: flex; flex-wrap: wrap; gap: 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line) }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: 600; color: var(--calm) }
th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.bar { width: 8rem } meter { width: 8rem }
.state { white-space: nowrap; color: var(--calm) }
.state.passed { color: var(--good) } .state.failed { color: var(--bad); font-weight: 600 }
.state.not_run { color: var(--open); font-weight: 600 }
.badge { padding: .1rem .6rem; border-radius: 1rem; color: light-dark(#fff, #0d1117); font-weight: 600 }
.badge.verified { background: var(--good) } .badge.failed { background: var(--bad) }
.badge.interrupted, .badge.not_run { background: var(--open) }
h3 .badge, h3 .state { font-size: .85rem }
.finding { border-left: 4px solid var(--bad); padding: .1rem 1rem; margin: .75rem 0; background: var(--soft) }
.finding p { margin: .35rem 0; overflow-wrap: anywhere }
.requirement { border-bottom: 1px solid var(--line); padding-bottom: 1rem }
.requirement table { margin-top: .5rem } .requirement tr:last-child td { border-bottom: 0 }
.id, .covers, small { color: var(--calm) } .covers { margin: 0 }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1rem 0 }
.figures div { display: flex; flex-direction: column; padding: .6rem .9rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--soft) }
.figures span, .figures small { color: var(--calm) } .figures strong { font-size: 1.3rem; font-variant-numeric: tabular-nums }
.wide { overflow-x: auto; margin: 1rem 0 } .wide td:first-child { white-space: nowrap } details { margin: 1rem 0 } summary { cursor: pointer }
pre { background: var(--soft); border: 1px solid var(--line); padding: .75rem; max-height: 28rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere }
pre span:target { background: light-dark(#fff3b0, #5a4a00) }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--calm) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem } dd { margin: 0; overflow-wrap: anywhere }
@media (max-width: 48rem) { .requirement table { display: block; overflow-x: auto; table-layout: auto } .requirement td:nth-child(2), .requirement td:nth-child(3) { min-width: 14rem } }
@media print { nav { display: none } pre { max-height: none } }
`;
