/**
 * The raw outputs in a report's page, with a place to point at for every line.
 *
 * @module
 */
import { type Html, html } from "./html_text.ts";

/** Lines of one output that a page shows; the file beside it has them all. */
export const MOST_LINES = 2000;

/** Renders the raw outputs, the longer ones from both ends. */
export function renderLogs(logs: ReadonlyMap<string, string>): Html {
  return html`<section id="logs"><h2>Raw output</h2>
${
    [...logs].map(([name, text]) => {
      const lines = text.split("\n");
      const left = lines.length - MOST_LINES;
      const shown = lines.map((line, i) =>
        html`
          <span id="${lineId(name, i)}">${line}</span>
        `
      );
      const half = MOST_LINES / 2;
      const pieces = left <= 0 ? shown : [
        ...shown.slice(0, half),
        html`
          … ${left} lines are in raw/${name} …
        `,
        ...shown.slice(-half),
      ];
      return html`
        <h3 id="log-${name}">${name}</h3>
        <pre tabindex="0">${pieces}</pre>
      `;
    })
  }</section>`;
}

/** Links to the line that tells how a test ended: in this output, else in another that has it, else to this output. */
export function testLink(
  logs: ReadonlyMap<string, string>,
  log: string | undefined,
  test: string,
): Html | undefined {
  const own = log?.replace(/^raw\//, "");
  const names = own === undefined ? [...logs.keys()] : [own, ...logs.keys()];
  const found = names.find((name) => lineOf(logs.get(name), test) >= 0) ?? own;
  const text = found === undefined ? undefined : logs.get(found);
  if (found === undefined || text === undefined) return undefined;
  const line = lineOf(text, test);
  const { length } = text.split("\n");
  const isShown = line >= 0 &&
    (line < MOST_LINES / 2 || line >= length - MOST_LINES / 2);
  const target = isShown ? lineId(found, line) : `log-${found}`;
  return html`<a href="#${target}">${found}${
    isShown ? `:${line + 1}` : ""
  }</a>`;
}

/** Finds the line that tells how a test ended, from 0; -1 where there is none. */
function lineOf(text: string | undefined, test: string): number {
  const leaf = test.split(" > ").at(-1) ?? test;
  // Where files run side by side, each line begins with its module.
  return (text ?? "").split("\n").findIndex((one) =>
    one.trim().replace(/^\S+ => /, "").startsWith(`${leaf} ...`)
  );
}

function lineId(name: string, line: number): string {
  return `${name}:${line + 1}`;
}
