/**
 * The style of the docs page.
 *
 * @module
 */

/** CSS; plain enough to stand in a `style` element as it is. */
export const DOCS_STYLE = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1c2430, #e3e8f0);
  --soft: light-dark(#5b6778, #97a3b6);
  --page: light-dark(#f6f7f9, #12161d);
  --card: light-dark(#ffffff, #1a202a);
  --line: light-dark(#e1e5eb, #2b3442);
  --link: light-dark(#1f5fbf, #7db2ff);
  --get: light-dark(#1d6fb8, #6cb2f5);
  --post: light-dark(#1b7f4b, #5fcb91);
  --put: light-dark(#96630a, #e0b050);
  --patch: light-dark(#7446b8, #b894f0);
  --delete: light-dark(#b8323a, #f2868c);
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif;
  display: grid; grid-template-columns: 14rem minmax(0, 1fr);
}
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code { font: 0.875em/1.5 ui-monospace, monospace; }
nav {
  position: sticky; top: 0; height: 100vh; overflow: auto;
  padding: 2rem 1.5rem; border-right: 1px solid var(--line);
  display: flex; flex-direction: column; gap: 0.5rem;
}
nav a { color: var(--soft); }
nav a:hover { color: var(--link); }
.brand { margin: 0 0 0.75rem; font-weight: 650; overflow-wrap: anywhere; }
main { padding: 2rem clamp(1rem, 4vw, 3rem) 6rem; max-width: 64rem; width: 100%; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.015em; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.3rem; overflow-wrap: anywhere; }
h3 { margin: 0; font-size: 1rem; }
h4 { margin: 1.25rem 0 0.25rem; font-size: 0.8rem; color: var(--soft); font-weight: 600; }
section > p { margin: -0.5rem 0 0.75rem; color: var(--soft); }
h4:first-child { margin-top: 0; }
header p { margin: 0.5rem 0 0; color: var(--soft); max-width: 44rem; }
.links a { margin-right: 1rem; }
.version {
  font-size: 0.8rem; font-weight: 500; letter-spacing: 0; color: var(--soft); vertical-align: middle;
  padding: 0.1rem 0.5rem; border: 1px solid var(--line); border-radius: 1rem;
}
.operation, .schema {
  background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; margin: 0.5rem 0;
}
.operation > summary {
  display: flex; align-items: baseline; gap: 0.25rem 0.9rem; flex-wrap: wrap;
  padding: 0.6rem 0.9rem; cursor: pointer; list-style: none;
}
.operation > summary::-webkit-details-marker { display: none; }
.operation > summary::after { content: "›"; width: 0.6rem; color: var(--soft); text-align: center; }
.operation[open] > summary::after { transform: rotate(90deg); }
.operation > summary:hover .path { color: var(--link); }
.operation[open] > summary { border-bottom: 1px solid var(--line); }
.operation .body { padding: 0.9rem; }
.operation .body > p { margin: 0 0 1rem; }
.method {
  flex: none; width: 4.2rem; font-size: 0.75rem; font-weight: 700;
  text-transform: uppercase; letter-spacing: 0.03em; color: var(--method);
}
.get { --method: var(--get); }
.post { --method: var(--post); }
.put { --method: var(--put); }
.patch { --method: var(--patch); }
.delete { --method: var(--delete); }
.path { font-weight: 600; overflow-wrap: anywhere; }
.summary { color: var(--soft); flex: 1 1 10rem; text-align: right; }
.schema { padding: 0.9rem; }
.schema p { margin: 0.25rem 0 0; color: var(--soft); }
.schema:target { border-color: var(--link); }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0; border-top: 1px solid var(--line); }
tr:first-child > * { border-top: 0; }
th { width: 15rem; padding-right: 1rem; font-weight: 400; overflow-wrap: anywhere; }
.responses th { width: 5rem; }
td p { margin: 0.1rem 0 0; color: var(--soft); font-size: 0.9rem; }
.type, .limit { color: var(--soft); font-size: 0.9rem; font-weight: 400; overflow-wrap: anywhere; }
.limit::before { content: "· "; }
.required, .note { margin-left: 0.5rem; font-size: 0.75rem; color: var(--soft); }
.required { color: var(--delete); }
.status { font-weight: 600; }
.s2 { color: var(--post); }
.s4 { color: var(--put); }
.s5 { color: var(--delete); }
@media (max-width: 48rem) {
  body { grid-template-columns: minmax(0, 1fr); }
  nav {
    position: static; height: auto; flex-flow: row wrap; gap: 0.25rem 1rem;
    padding: 0.9rem 1rem; border-right: 0; border-bottom: 1px solid var(--line);
  }
  .brand { width: 100%; margin: 0; }
  .operation > summary::after { margin-left: auto; }
  .summary { order: 1; margin-left: 0; width: 100%; text-align: left; }
  th { width: 40%; }
  .responses th { width: 4rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
