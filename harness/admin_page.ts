import { adminGraph } from "./admin_graph.ts";
import { ADMIN_SCRIPT } from "./admin_script.ts";
import type { AdminSnapshot } from "./admin_snapshot.ts";
import { ADMIN_STYLE } from "./admin_style.ts";
import { adminTables } from "./admin_tables.ts";
import { markup, SafeHtml } from "./markup.ts";

/**
 * Answers with the live page: what does not change is in it already, what does is filled in by its
 * script from the events. Nothing is loaded from anywhere else, and nothing but its own style and
 * script may run.
 */
export function adminPage(snapshot: AdminSnapshot): Response {
  const nonce = crypto.randomUUID();
  return new Response(pageText(snapshot, nonce), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": [
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        `style-src 'nonce-${nonce}'`,
        "connect-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join("; "),
    },
  });
}

function pageText(snapshot: AdminSnapshot, nonce: string): string {
  const { system, revision, topology } = snapshot;
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>${system}: live</title>
        <link rel="icon" href="data:,">
        <style nonce="${nonce}">${new SafeHtml(ADMIN_STYLE)}</style>
      </head>
      <body data-revision="${revision}">
        <a class="skip" href="#components">Skip to the tables</a>
        <header>
          <h1>${system}</h1>
          <p class="chip" id="status" data-state="created">…</p>
          <p id="line" class="note" role="status">connecting…</p>
        </header>
        <main>
    <noscript><p class="banner" data-level="still">This page needs its script to show figures. <a href="state">state</a> and <a href="metrics">metrics</a> do without.</p></noscript>
    <div id="banner" class="banner" role="status" aria-live="polite" data-level="none"></div>
    ${tiles()}
    <section aria-labelledby="graph-title"><div class="bar"><h2 id="graph-title">Flow</h2>${legend()}</div>
    ${adminGraph(topology)}
    </section>
    ${adminTables(snapshot)}
        </main>
        <script nonce="${nonce}">${new SafeHtml(ADMIN_SCRIPT)}</script>
      </body>
    </html>
  `.text;
}

function tiles(): SafeHtml {
  return markup`<dl class="tiles">${
    TILES.map(([id, label]) =>
      markup`<div><dt>${label}</dt><dd id="${id}">–</dd></div>`
    )
  }</dl>`;
}

function legend(): SafeHtml {
  return markup`<ul class="legend">${
    LEGEND.map(([kind, label]) =>
      markup`<li><svg width="30" height="10" aria-hidden="true"><path class="line ${kind}" d="M0 5H30"/></svg>${label}</li>`
    )
  }</ul>`;
}

type Named = readonly (readonly [id: string, label: string])[];

const TILES: Named = [
  ["tile-components", "Components running"],
  ["tile-rate", "Messages a second"],
  ["tile-queued", "Queued"],
  ["tile-waiting", "Waiting senders"],
  ["tile-restarts", "Restarts"],
  ["tile-dead", "Dead letters"],
];

const LEGEND: Named = [
  ["data", "data"],
  ["error", "errors"],
  ["request", "requests"],
  ["reply", "answers"],
];
