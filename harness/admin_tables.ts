import type { AdminSnapshot } from "./admin_snapshot.ts";
import { type HtmlValue, markup, type SafeHtml } from "./markup.ts";

/** Makes the tables of components, channels and dead letters; the page's script fills in the figures. */
export function adminTables(snapshot: AdminSnapshot): SafeHtml {
  return markup`${componentTable(snapshot)}${
    channelTable(snapshot)
  }${letterTable()}`;
}

function componentTable({ metrics }: AdminSnapshot): SafeHtml {
  const rows = metrics.components.map(({ name }, index) =>
    row(`component-${index}`, name, COMPONENT_COLUMNS)
  );
  return section("components", "Components", [
    table("Components", "Component", COMPONENT_COLUMNS, rows),
  ]);
}

function channelTable({ metrics }: AdminSnapshot): SafeHtml {
  const rows = metrics.channels.map(({ name, type }, index) =>
    row(
      `channel-${index}`,
      [name, " ", markup`<small>${type}</small>`],
      CHANNEL_COLUMNS,
    )
  );
  return section("channels", "Channels", [
    table("Channels", "Channel", CHANNEL_COLUMNS, rows),
  ]);
}

function letterTable(): SafeHtml {
  return markup`<section aria-labelledby="letters-title">
<div class="bar"><h2 id="letters-title" tabindex="-1">Dead letters <span id="letters-count" class="count"></span></h2><button type="button" id="redrive-all" disabled>Redrive all</button></div>
<p id="redrive-outcome" class="note" role="status" aria-live="polite"></p>
<p id="letters-trouble" role="status"></p>
<p id="no-letters" class="note">None.</p>
<div id="letters-table" hidden>${
    table("Dead letters", "Letter", LETTER_COLUMNS, [])
  }</div>
</section>
`;
}

function section(id: string, title: string, content: HtmlValue): SafeHtml {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}" tabindex="-1">${title}</h2>
${content}</section>
`;
}

type Columns = readonly (readonly [field: string, label: string])[];

/** The roles are told, because a table whose display is changed for narrow screens may lose its own. */
function table(
  label: string,
  first: string,
  columns: Columns,
  rows: readonly SafeHtml[],
): SafeHtml {
  const heads = columns.map(([field, label]) =>
    markup`<th role="columnheader" scope="col" data-column="${field}">${label}</th>`
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${label} table">
<table role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${first}</th>${heads}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table></div>
`;
}

function row(id: string, name: HtmlValue, columns: Columns): SafeHtml {
  const cells = columns.map(([field, label]) =>
    markup`<td role="cell" data-label="${label}" data-field="${field}">–</td>`
  );
  return markup`<tr role="row" id="${id}"><th role="rowheader" scope="row">${name}</th>${cells}</tr>\n`;
}

const COMPONENT_COLUMNS: Columns = [
  ["state", "State"],
  ["since", "For"],
  ["inHand", "In hand"],
  ["rate", "Handled a second"],
  ["received", "Handled"],
  ["sent", "Sent"],
  ["failed", "Failed"],
  ["restarts", "Restarts"],
  ["error", "Last error"],
];

const CHANNEL_COLUMNS: Columns = [
  ["state", "State"],
  ["fill", "Queued of room"],
  ["highWater", "Highest"],
  ["rate", "A second"],
  ["sent", "Sent"],
  ["inHand", "In hand"],
  ["waiting", "Waiting senders"],
  ["dropped", "Dropped"],
  ["dead", "Dead"],
  ["whenFull", "When full"],
];

const LETTER_COLUMNS: Columns = [
  ["where", "Component and port"],
  ["attempt", "Attempt"],
  ["cause", "Cause"],
  ["data", "Data"],
  ["time", "Sent at"],
  ["redrive", "Again"],
];
