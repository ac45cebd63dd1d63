import { ADMIN_HEADER } from "./admin_guard.ts";
import { ADMIN_SCRIPT_LETTERS } from "./admin_script_letters.ts";

/**
 * The script of the live page. It only ever sets text and attributes: whatever components call
 * themselves stays text.
 */
const ADMIN_SCRIPT_MAIN: string = String.raw`
const byId = (id) => document.getElementById(id);
const setText = (node, text) => {
  text = String(text);
  if (node && node.textContent !== text) node.textContent = text;
};
const setData = (node, name, value) => {
  if (node && node.dataset[name] !== String(value)) node.dataset[name] = value;
};
const count = (n) => n < 10_000 ? String(n) : n < 1e6 ? (n / 1e3).toFixed(1) + "k" : (n / 1e6).toFixed(1) + "M";
const perSecond = (n) => n === undefined ? "–" : n === 0 || n >= 10 ? count(Math.round(n)) : n.toFixed(1);
const duration = (ms) => {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 60) return s + " s";
  if (s < 3600) return Math.floor(s / 60) + " min";
  return s < 86400 ? Math.floor(s / 3600) + " h" : Math.floor(s / 86400) + " d";
};
const clock = (iso) => new Date(iso).toLocaleTimeString();
const fieldsOf = (row) => Object.fromEntries([...row.querySelectorAll("[data-field]")].map((cell) => [cell.dataset.field, cell]));
const sum = (list, read) => list.reduce((total, item) => total + read(item), 0);

const all = (selector, key) => Map.groupBy(document.querySelectorAll(selector), (node) => Number(node.dataset[key]));
const lines = all("[data-line]", "line");
const labels = all("[data-label-of]", "labelOf");
const bars = all("[data-bar]", "bar");
const rates = all("[data-rate]", "rate");
const depths = all("[data-depth]", "depth");
const componentRows = [...document.querySelectorAll("[id^=component-]")].map((row) => ({ row, ...fieldsOf(row) }));
const channelRows = [...document.querySelectorAll("[id^=channel-]")].map((row) => {
  const cells = fieldsOf(row);
  const track = document.createElement("span");
  const fill = document.createElement("span");
  const words = document.createElement("span");
  track.className = "track";
  fill.className = "fill";
  track.append(fill);
  cells.fill.replaceChildren(words, track);
  return { row, ...cells, fill, words };
});

let last;
const rateOf = (now, before, seconds) => before === undefined || seconds <= 0 || now < before ? undefined : (now - before) / seconds;

function showComponent(figures, health, index, rate, now) {
  const cells = componentRows[index];
  const { name, inHand, restarts } = figures;
  const { restarting } = health;
  const state = restarting ? "restarting" : figures.state;
  setText(cells.state, state);
  setData(cells.row, "state", state);
  setText(cells.since, duration(now - Date.parse((restarting ?? health).since)));
  setText(cells.rate, perSecond(rate));
  for (const field of ["inHand", "received", "sent", "failed", "restarts"]) setText(cells[field], count(figures[field]));
  setText(cells.error, health.lastError ?? "–");
  setData(cells.error, "empty", health.lastError === undefined);
  const node = byId("node-" + index);
  if (!node) return;
  setData(node, "state", state);
  setText(node.querySelector("[data-word]"), state);
  const facts = [inHand + " in hand"];
  if (restarts > 0) facts.push(restarts + (restarts === 1 ? " restart" : " restarts"));
  else if (figures.failed > 0) facts.push(count(figures.failed) + " failed");
  setText(node.querySelector("[data-figures]"), facts.join(" · "));
  node.setAttribute("aria-label", name + ": " + state + ", " + facts.join(", "));
}

function showChannel(figures, index, rate) {
  const cells = channelRows[index];
  const { depth, capacity, waitingSenders, state, dropped } = figures;
  const share = Math.min(1, depth / capacity);
  const level = state === "broken" ? "broken" : depth >= capacity ? "full" : rate > 0 ? "busy" : "quiet";
  setData(cells.row, "level", level);
  setText(cells.state, level === "full" ? "full" : state);
  setText(cells.words, depth + " of " + capacity);
  cells.fill.style.inlineSize = share * 100 + "%";
  setText(cells.rate, perSecond(rate));
  setText(cells.waiting, count(waitingSenders));
  for (const field of ["highWater", "sent", "inHand", "dropped", "dead"]) setText(cells[field], count(figures[field]));
  setText(cells.whenFull, figures.whenFull);
  for (const line of lines.get(index) ?? []) setData(line, "level", level);
  for (const label of labels.get(index) ?? []) setData(label, "level", level);
  for (const bar of bars.get(index) ?? []) bar.setAttribute("width", share * bar.dataset.room);
  for (const text of rates.get(index) ?? []) setText(text, level === "broken" ? "broken" : perSecond(rate) + "/s");
  for (const text of depths.get(index) ?? []) setText(text, (level === "full" ? "full " : "") + depth + "/" + capacity + (dropped > 0 ? " −" + count(dropped) : ""));
}

// Somebody always waits for a moment in a busy system. Who waited in the snapshot before, at a channel
// from which nothing was taken since, stands still.
function showDiagnosis({ diagnosis, topology, metrics }) {
  const places = new Map(topology.connections.map((c) => [c.name, c]));
  const before = new Set(last?.diagnosis.blockages.map((b) => b.channel + b.waitsFor));
  const isStill = (b) => {
    const place = places.get(b.channel);
    if (!place || !before.has(b.channel + b.waitsFor)) return false;
    return [place.inbound ?? place.channel, place.reply].every((index) => index === undefined ||
      metrics.channels[index].received === last.metrics.channels[index]?.received);
  };
  const still = diagnosis.blockages.filter(isStill);
  const slow = diagnosis.blockages.filter((b) => b.waitsFor === "room" && !still.includes(b) && before.has(b.channel + "room"));
  const roots = diagnosis.roots.filter((root) => still.some((b) => b.root === undefined ? root.startsWith("circle") : root.startsWith('"' + b.root + '" ')));
  const level = still.length > 0 ? "still" : slow.length > 0 ? "slow" : "none";
  const banner = byId("banner");
  const says = level === "still"
    ? ["Blocked: " + roots.join("; "), ...still.slice(0, 5).map((b) => b.message)]
    : level === "slow"
    ? ["Backpressure: messages move, slower than they come", ...slow.slice(0, 5).map((b) => b.channel)]
    : [];
  setData(banner, "level", level);
  if (banner.dataset.says === JSON.stringify(says)) return;
  banner.dataset.says = JSON.stringify(says);
  const [head, ...rest] = says;
  const title = document.createElement("strong");
  title.textContent = head ?? "";
  const list = document.createElement("ul");
  for (const line of rest) list.append(Object.assign(document.createElement("li"), { textContent: line }));
  banner.replaceChildren(...(head ? [title] : []), ...(rest.length ? [list] : []));
}

function show(snapshot) {
  if (snapshot.revision !== document.body.dataset.revision) return location.reload();
  const { metrics, health, deadLetters } = snapshot;
  const now = Date.parse(snapshot.at);
  const seconds = last ? (now - Date.parse(last.at)) / 1000 : 0;
  setText(byId("status"), health.status);
  setData(byId("status"), "state", health.status);
  metrics.components.forEach((figures, index) => showComponent(figures, health.components[index], index,
    rateOf(figures.received, last?.metrics.components[index]?.received, seconds), now));
  let total;
  metrics.channels.forEach((figures, index) => {
    const rate = rateOf(figures.sent, last?.metrics.channels[index]?.sent, seconds);
    if (rate !== undefined) total = (total ?? 0) + rate;
    showChannel(figures, index, rate);
  });
  setText(byId("tile-components"), metrics.components.filter((c) => c.state === "running").length + " of " + metrics.components.length);
  setText(byId("tile-rate"), perSecond(total));
  setText(byId("tile-queued"), count(sum(metrics.channels, (c) => c.depth)));
  setText(byId("tile-waiting"), count(sum(metrics.channels, (c) => c.waitingSenders)));
  setText(byId("tile-restarts"), count(sum(metrics.components, (c) => c.restarts)));
  setText(byId("tile-dead"), count(Math.max(deadLetters.total, deadLetters.kept)));
  showDiagnosis(snapshot);
  showLetters(deadLetters, snapshot.state === "running", health.deadLetterTrouble);
  setData(byId("line"), "lost", false);
  setText(byId("updated"), clock(snapshot.at));
  last = snapshot;
}

const lineText = document.createElement("span");
const updated = Object.assign(document.createElement("span"), { id: "updated" });
updated.setAttribute("aria-hidden", "true");
byId("line").replaceChildren(lineText);
byId("line").after(updated);
function lost(text) {
  setText(lineText, text);
  setData(byId("line"), "lost", true);
  setData(document.body, "stale", true);
}
function connect() {
  const events = new EventSource("events");
  events.onopen = () => {
    setText(lineText, "live");
    setData(document.body, "stale", false);
  };
  events.onmessage = ({ data }) => show(JSON.parse(data));
  events.addEventListener("end", () => {
    events.close();
    lost("the system has ended; these are its last figures");
    setTimeout(connect, 5000);
  });
  events.onerror = () => {
    lost("connection lost, trying again");
    if (events.readyState !== EventSource.CLOSED) return;
    setTimeout(connect, 5000);
  };
}
`;

/** All of it, in a scope of its own. */
export const ADMIN_SCRIPT: string =
  `"use strict";{\nconst ADMIN_HEADER = ${JSON.stringify(ADMIN_HEADER)};` +
  `${ADMIN_SCRIPT_MAIN}${ADMIN_SCRIPT_LETTERS}connect();\n}`;
