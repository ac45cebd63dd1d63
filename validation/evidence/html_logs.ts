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

/** Links to the line of an output that tells how a test ended, or to the output; nothing where it is not shown. */
export function logLink(
  logs: ReadonlyMap<string, string>,
  log: string | undefined,
  test: string,
): Html | undefined {
  const name = log?.replace(/^raw\//, "");
  const lines = name === undefined ? undefined : logs.get(name)?.split("\n");
  if (name === undefined || lines === undefined) return undefined;
  const leaf = test.split(" > ").at(-1) ?? test;
  const line = lines.findIndex((one) => one.trim().startsWith(`${leaf} ...`));
  const isShown = line >= 0 &&
    (line < MOST_LINES / 2 || line >= lines.length - MOST_LINES / 2);
  const target = isShown ? lineId(name, line) : `log-${name}`;
  return html`<a href="#${target}">${name}${isShown ? `:${line + 1}` : ""}</a>`;
}

function lineId(name: string, line: number): string {
  return `${name}:${line + 1}`;
}
