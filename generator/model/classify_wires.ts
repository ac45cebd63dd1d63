/**
 * What each wire is for: a request, or the answers to one. Answers have wires of their own when bindings back are written.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type { ComponentDraft, Wire, WiringDraft } from "./component_draft.ts";

/** A request's wire and, when written, the wire of its answers. */
export interface Exchange {
  /** What travels: requests of clients, or commands for the store. */
  readonly kind: "request" | "command";
  /** The entity it is about. */
  readonly entity: string;
  /** The wire that carries requests. */
  readonly forward: Wire;
  /** The wire that carries answers; without it they come back on the channel of the request. */
  readonly back?: Wire;
}

/** Pairs requests with their answers; wires that fit in nowhere are reported. */
export function classifyWires(
  draft: WiringDraft,
  diagnostics: DiagnosticList,
): readonly Exchange[] {
  const backs = new Map<string, Wire>();
  const forwards: Wire[] = [];
  for (const wire of draft.wires) {
    const direction = directionOf(wire, draft, diagnostics);
    if (direction === "forward") forwards.push(wire);
    if (direction === "back") noteBack(wire, backs, diagnostics);
  }
  const exchanges: Exchange[] = [];
  for (const forward of forwards) {
    const exchange = exchangeOf(forward, draft, backs, diagnostics);
    if (exchange) exchanges.push(exchange);
  }
  const asked = new Set(exchanges.map(({ back }) => back));
  for (const back of backs.values()) {
    if (!asked.has(back)) reportUnasked(back, diagnostics);
  }
  return exchanges;
}

function directionOf(
  wire: Wire,
  draft: WiringDraft,
  diagnostics: DiagnosticList,
): "forward" | "back" | undefined {
  const from = draft.components.get(wire.from.component);
  const to = draft.components.get(wire.to.component);
  const pair = `${from?.type} → ${to?.type}`;
  if (pair === "APIEndpoint → Controller" || pair === "Controller → Store") {
    return "forward";
  }
  if (pair === "Controller → APIEndpoint" || pair === "Store → Controller") {
    return "back";
  }
  diagnostics.error(
    "AC408",
    `${wire.path}.target`,
    `Cannot bind ${nameWithType(from)} to ${
      nameWithType(to)
    }: wanted an endpoint to a controller, or a controller to its store`,
    pair === "APIEndpoint → Store"
      ? { hint: "put a controller between them" }
      : {},
  );
  return undefined;
}

function nameWithType(component: ComponentDraft | undefined): string {
  return `the ${component?.type} "${component?.name}"`;
}

function noteBack(
  wire: Wire,
  backs: Map<string, Wire>,
  diagnostics: DiagnosticList,
): void {
  const key = pairKey(wire.from.component, wire.to.component);
  if (wire.type === "request_reply") {
    diagnostics.error(
      "AC413",
      `${wire.path}.type`,
      `Cannot bind answers as "request_reply": wanted "data_stream", as nothing answers an answer`,
      { hint: 'remove "type"' },
    );
  }
  if (backs.has(key)) {
    reportSecond(wire, "answers", diagnostics);
    return;
  }
  backs.set(key, wire);
}

function exchangeOf(
  forward: Wire,
  draft: WiringDraft,
  backs: ReadonlyMap<string, Wire>,
  diagnostics: DiagnosticList,
): Exchange | undefined {
  const from = draft.components.get(forward.from.component);
  const to = draft.components.get(forward.to.component);
  const back = backs.get(
    pairKey(forward.to.component, forward.from.component),
  );
  if (from?.type === "Controller" && from.entity !== to?.entity) {
    diagnostics.error(
      "AC408",
      `${forward.path}.target`,
      `Cannot bind "${from.name}" to "${to?.name}": found a controller of "${from.entity}" and a store of "${to?.entity}"`,
      { hint: "bind each controller to the store of its own entity" },
    );
    return undefined;
  }
  checkType(forward, back, diagnostics);
  return {
    kind: from?.type === "Controller" ? "command" : "request",
    entity: to?.entity ?? "",
    forward,
    ...(back ? { back } : {}),
  };
}

function checkType(
  forward: Wire,
  back: Wire | undefined,
  diagnostics: DiagnosticList,
): void {
  const { type, path } = forward;
  if (type === "data_stream" && !back) {
    diagnostics.error(
      "AC413",
      `${path}.type`,
      'Cannot bind requests as a "data_stream" alone: found no binding back for the answers',
      { hint: 'remove "type", or bind the answers back' },
    );
  }
  if (type === "request_reply" && back) {
    diagnostics.error(
      "AC413",
      `${path}.type`,
      'Cannot bind requests as "request_reply": found a binding back for the answers, so that they would come twice',
      { hint: 'remove "type", or the binding back' },
    );
  }
}

function reportUnasked(back: Wire, diagnostics: DiagnosticList): void {
  diagnostics.error(
    "AC411",
    `${back.path}.target`,
    `Cannot bind answers of "${back.from.component}" to "${back.to.component}": found no binding by which it asks`,
    {
      hint: `bind "${back.to.component}" to "${back.from.component}" first`,
    },
  );
}

/** Reports a further wire between two components that may have one. */
export function reportSecond(
  wire: Wire,
  what: string,
  diagnostics: DiagnosticList,
): void {
  diagnostics.error(
    "AC414",
    `${wire.path}.source`,
    `Cannot bind "${wire.from.component}" to "${wire.to.component}" again: found a binding that carries ${what} already`,
    { hint: "remove one of the two" },
  );
}

function pairKey(from: string, to: string): string {
  return `${from} ${to}`;
}
