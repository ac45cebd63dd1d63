/**
 * The kinds of components whose type is not written: from their names, else from what they are bound to.
 *
 * @module
 */
import type { ComponentType } from "../blueprint/blueprint.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { adviceFor, describeLater } from "../blueprint/diagnostic_codes.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type { ComponentDraft, WiringDraft } from "./component_draft.ts";

/** Decides the type of every component; reports what was inferred and what cannot be told. */
export function inferTypes(
  draft: WiringDraft,
  diagnostics: DiagnosticList,
): void {
  const untyped = [...draft.components.values()].filter((component) =>
    component.type === undefined
  );
  const open = untyped.filter((component) => {
    const type = typeByName(component.name);
    if (type !== undefined) component.type = type;
    return type === undefined && !isLater(component.name);
  });
  while (open.some((component) => inferByNeighbours(component, draft)));
  for (const component of untyped) report(component, diagnostics);
}

/** Takes the words that name a component's kind off its name: `task_controller` → `task`. */
export function withoutKind(name: string): string {
  const words = name.split("_");
  let end = words.length;
  while (end > 0 && KIND_WORDS.has(words[end - 1] ?? "")) end--;
  return words.slice(0, end).join("_");
}

function typeByName(name: string): ComponentType | undefined {
  for (const word of name.split("_").reverse()) {
    const type = KIND_WORDS.get(word);
    if (type !== undefined) return type;
  }
  return undefined;
}

/** Its last word names a kind that is not built yet. */
function isLater(name: string): boolean {
  return LATER_WORDS.has(name.split("_").at(-1) ?? "");
}

function inferByNeighbours(
  component: ComponentDraft,
  draft: WiringDraft,
): boolean {
  if (component.type !== undefined) return false;
  for (const { from, to } of draft.wires) {
    const sender = draft.components.get(from.component)?.type;
    const receiver = draft.components.get(to.component)?.type;
    if (to.component === component.name) {
      if (sender === "APIEndpoint") component.type = "Controller";
      else if (sender === "Controller") component.type = "Store";
    } else if (from.component === component.name) {
      if (receiver === "Store") component.type = "Controller";
      else if (receiver === "Controller") component.type = "APIEndpoint";
    }
    if (component.type !== undefined) return true;
  }
  return false;
}

function report(component: ComponentDraft, diagnostics: DiagnosticList): void {
  const { name, type, path, written } = component;
  const at = written ? "key" : "value";
  if (type === undefined) {
    if (isLater(name)) {
      diagnostics.error(
        "AC904",
        path,
        `Cannot build "${name}": ${describeLater("AC904")}`,
        { at, hint: adviceFor("AC904") },
      );
      return;
    }
    diagnostics.error(
      "AC402",
      path,
      `Cannot tell the kind of "${name}": found neither a type nor a name or bindings that show it`,
      { at, hint: "add type: APIEndpoint, Controller or Store" },
    );
    return;
  }
  diagnostics.assume(
    "AC404",
    path,
    written
      ? `Assumed "${name}" to be ${withArticle(type)}: found no type`
      : `Assumed a component "${name}" (${type}): found it as a target only`,
    { at, hint: `write "${name}: { type: ${type} }" under components` },
  );
}

const KIND_WORDS: ReadonlyMap<string, ComponentType> = new Map([
  ["api", "APIEndpoint"],
  ["endpoint", "APIEndpoint"],
  ["gateway", "APIEndpoint"],
  ["controller", "Controller"],
  ["handler", "Controller"],
  ["service", "Controller"],
  ["database", "Store"],
  ["db", "Store"],
  ["repository", "Store"],
  ["storage", "Store"],
  ["store", "Store"],
]);

const LATER_WORDS: ReadonlySet<string> = new Set([
  "source",
  "transformer",
  "filter",
  "router",
  "splitter",
  "merger",
  "aggregator",
  "accumulator",
  "joiner",
  "sink",
]);
