import type { AdminConnection, AdminTopology } from "./admin_snapshot.ts";
import type { Arrow } from "./graph_layers.ts";
import { type Box, layOutGraph, type Way } from "./graph_layout.ts";
import { replyConnections } from "./graph.ts";
import { markup, type SafeHtml } from "./markup.ts";

/**
 * Draws components and connections as an SVG, whose figures the page's script fills in. Above 200
 * components it says that it does not.
 */
export function adminGraph(topology: AdminTopology): SafeHtml {
  const { components, connections } = topology;
  if (components.length > MOST_COMPONENTS) {
    return markup`<p class="note" id="no-graph">The graph is left out: ${components.length} components are more than the ${MOST_COMPONENTS} that can be drawn legibly. The tables have them all.</p>`;
  }
  const lines = linesOf(topology);
  const { width, height, boxes, ways } = layOutGraph(components.length, lines);
  const says =
    `${components.length} components and ${connections.length} connections. The tables below tell the same.`;
  return markup`<div class="scroll graph" tabindex="0" role="region" aria-label="Graph of the system; scrolls">
<svg id="graph" role="group" aria-label="${says}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
${lines.map((line, index) => drawLine(line, ways[index]!))}
${lines.map((line, index) => drawLabel(line, ways[index]!))}
${components.map(({ name }, index) => drawBox(name, index, boxes[index]!))}
</svg></div>`;
}

/** What is drawn for one channel: a connection, or the way back of the answers. */
interface Line extends Arrow {
  readonly channel: number;
  readonly kind: "data" | "error" | "request" | "reply";
  readonly title: string;
}

function linesOf({ components, connections }: AdminTopology): Line[] {
  const places = new Map(components.map(({ name }, index) => [name, index]));
  const replies = replyConnections({ components, connections });
  return connections.flatMap((connection): Line[] => {
    const from = places.get(connection.from.component)!;
    const to = places.get(connection.to.component)!;
    const { channel, reply } = connection;
    const isLoose = replies.has(connection);
    const kind = isLoose ? "reply" : kindOf(connection);
    const title = `${connection.name} (${connection.type})`;
    const line: Line = { from, to, channel, kind, title, isLoose };
    if (reply === undefined) return [line];
    const back = `Answers to ${connection.name}`;
    return [line, {
      from: to,
      to: from,
      channel: reply,
      kind: "reply",
      title: back,
      isLoose: true,
    }];
  });
}

function kindOf({ type }: AdminConnection): Line["kind"] {
  if (type === "request_reply") return "request";
  return type === "error_stream" ? "error" : "data";
}

function drawLine({ channel, kind, title }: Line, { path }: Way): SafeHtml {
  return markup`<path class="line ${kind}" data-line="${channel}" d="${path}" marker-end="url(#arrow)"><title>${title}</title></path>\n`;
}

/** In coordinates of its own: what does not fit is cut. */
function drawLabel({ channel, kind, title }: Line, { label }: Way): SafeHtml {
  const { x, y, width, height } = label;
  const room = width - 16;
  const isReply = kind === "reply";
  const top = height - 6;
  const bar = isReply ? undefined : markup`
<rect class="track" x="8" y="${top}" width="${room}" height="3" rx="1.5"/>
<rect class="fill" data-bar="${channel}" data-room="${room}" x="8" y="${top}" width="0" height="3" rx="1.5"/>`;
  const depth = isReply
    ? undefined
    : markup` · <tspan data-depth="${channel}">–</tspan>`;
  const sign = SIGNS[kind];
  return markup`<svg class="label ${kind}" data-label-of="${channel}" x="${x}" y="${y}" width="${width}" height="${height}"><title>${title}</title>
<rect class="plate" x=".5" y=".5" width="${width - 1}" height="${
    height - 1
  }" rx="5"/>
<text x="${width / 2}" y="${
    isReply ? 16 : 13
  }" text-anchor="middle">${sign}<tspan data-rate="${channel}">–</tspan>${depth}</text>${bar}</svg>\n`;
}

function drawBox(name: string, index: number, box: Box): SafeHtml {
  const { x, y, width, height } = box;
  return markup`<a href="#component-${index}" class="node" id="node-${index}" data-state="created" aria-label="${name}"><title>${name}</title>
<rect class="card" x="${x}" y="${y}" width="${width}" height="${height}" rx="9"/>
<svg x="${x}" y="${y}" width="${width - 8}" height="${height}">
<rect class="strip" x="0" y="10" width="4" height="${height - 20}" rx="2"/>
<text class="name" x="16" y="24">${shortened(name)}</text>
<circle class="dot" cx="20" cy="41" r="4.5"/>
<text class="word" x="30" y="45" data-word>…</text>
<text class="figures" x="16" y="64" data-figures></text>
</svg></a>\n`;
}

/** SVG does not cut text; the whole name is in the title and in the table. */
function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_NAME
    ? name
    : `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}

const MOST_COMPONENTS = 200;
const LONGEST_NAME = 20;
const SIGNS = { data: "", error: "", request: "? ", reply: "↩ " };
