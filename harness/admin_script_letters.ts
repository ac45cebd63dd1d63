/** The part of the live page's script that shows dead letters and has them sent again. */
export const ADMIN_SCRIPT_LETTERS: string = String.raw`
const letterRows = new Map();

function letterRow(letter) {
  const row = document.createElement("tr");
  row.setAttribute("role", "row");
  row.dataset.letter = letter.id;
  const head = document.createElement("th");
  head.scope = "row";
  head.setAttribute("role", "rowheader");
  head.textContent = "#" + letter.id;
  row.append(head);
  const cell = (field, label, content) => {
    const td = document.createElement("td");
    td.setAttribute("role", "cell");
    td.dataset.field = field;
    td.dataset.label = label;
    td.append(content);
    row.append(td);
  };
  const code = document.createElement("code");
  code.textContent = letter.data;
  const where = document.createElement("span");
  where.textContent = letter.component + "." + letter.port;
  where.title = letter.connection;
  cell("where", "Component and port", where);
  cell("attempt", "Attempt", String(letter.attempt));
  cell("cause", "Cause", letter.cause);
  cell("data", "Data", code);
  cell("time", "Sent at", new Date(letter.time).toLocaleTimeString());
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Redrive";
  button.setAttribute("aria-label", "Redrive letter " + letter.id + " of " + letter.component + "." + letter.port);
  button.addEventListener("click", () => redrive({ id: letter.id }, button));
  if (letter.notRedrivable) {
    button.dataset.never = "";
    button.title = "Cannot be sent again: " + letter.notRedrivable;
  }
  cell("redrive", "Again", button);
  return row;
}

function showLetters({ kept, letters }, isRunning, trouble) {
  const body = byId("letters-table").querySelector("tbody");
  const ids = new Set(letters.map((letter) => letter.id));
  const hadFocus = body.contains(document.activeElement);
  for (const [id, row] of letterRows) {
    if (ids.has(id)) continue;
    row.remove();
    letterRows.delete(id);
  }
  letters.forEach((letter, index) => {
    let row = letterRows.get(letter.id);
    if (!row) letterRows.set(letter.id, row = letterRow(letter));
    if (body.children[index] !== row) body.insertBefore(row, body.children[index] ?? null);
    const button = row.querySelector("button");
    button.disabled = !isRunning || "never" in button.dataset;
  });
  if (hadFocus && !body.contains(document.activeElement)) {
    (body.querySelector("button:enabled") ?? byId("letters-title")).focus();
  }
  setText(byId("letters-count"), kept === 0 ? "" : kept > letters.length ? "latest " + letters.length + " of " + kept : kept);
  setText(byId("letters-trouble"), trouble ? trouble.unsaved + " in memory only, lost with the process: " + trouble.error : "");
  byId("letters-table").hidden = kept === 0;
  byId("no-letters").hidden = kept > 0;
  byId("redrive-all").disabled = kept === 0 || !isRunning;
}

async function redrive(wanted, button) {
  if ("busy" in button.dataset) return;
  // Not "disabled", which would take the focus away from whoever works by keyboard.
  button.dataset.busy = "";
  button.setAttribute("aria-disabled", "true");
  let says;
  try {
    const response = await fetch("dead-letters/redrive", {
      method: "POST",
      headers: { "content-type": "application/json", [ADMIN_HEADER]: "page" },
      body: JSON.stringify(wanted),
    });
    const answer = await response.json();
    says = response.ok
      ? answer.accepted + " of " + answer.found + " sent again" + (answer.accepted < answer.found ? "; not accepted: " + answer.why : "")
      : answer.detail;
  } catch {
    says = "Cannot send again: the system does not answer";
  }
  delete button.dataset.busy;
  button.removeAttribute("aria-disabled");
  setText(byId("redrive-outcome"), says);
  const state = await fetch("state").then((response) => response.ok ? response.json() : undefined).catch(() => undefined);
  if (state) showLetters(state.deadLetters, state.state === "running", state.health.deadLetterTrouble);
}
byId("redrive-all").addEventListener("click", ({ currentTarget }) => redrive({ all: true }, currentTarget));
`;
