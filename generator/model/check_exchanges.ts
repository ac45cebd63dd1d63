/**
 * Whether every request finds its way to a store and back: one wire from the endpoint to each controller, one from each
 * controller to its store, and every port for one thing only.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { type Exchange, reportSecond } from "./classify_wires.ts";
import type { Roles } from "./complete_wiring.ts";
import type { ComponentDraft, Wire } from "./component_draft.ts";

/** Reports what is missing, doubled or ambiguous. */
export function checkExchanges(
  exchanges: readonly Exchange[],
  roles: Roles,
  diagnostics: DiagnosticList,
): void {
  checkPorts(exchanges, diagnostics);
  for (const [entity, controller] of roles.controllers) {
    const store = roles.stores.get(entity);
    checkLink(
      roles.endpoint,
      controller,
      [`${entity}_requests`, "process_request"],
      exchanges,
      diagnostics,
    );
    if (store) {
      checkLink(
        controller,
        store,
        ["store_operation", "execute"],
        exchanges,
        diagnostics,
      );
    }
  }
}

function checkLink(
  from: ComponentDraft,
  to: ComponentDraft,
  ports: readonly [string, string],
  exchanges: readonly Exchange[],
  diagnostics: DiagnosticList,
): void {
  const links = exchanges.filter(({ forward }) =>
    forward.from.component === from.name && forward.to.component === to.name
  );
  for (const { forward } of links.slice(1)) {
    reportSecond(forward, "requests", diagnostics);
  }
  if (links.length > 0) return;
  const [source, port] = ports;
  const item = `{ source: ${source}, target: ${to.name}.${port} }`;
  // Only the endpoint sends what a controller takes, and only a controller what its store does: one output fits, if it is free.
  const isFree = exchanges.every(({ forward, back }) =>
    [forward, back].every((wire) =>
      wire?.from.component !== from.name || wire.from.port !== source
    )
  );
  diagnostics.error(
    "AC410",
    from.path,
    `Cannot reach "${to.name}" from "${from.name}": found no binding between them`,
    {
      at: from.written ? "key" : "value",
      hint: `add to its bindings: ${item}`,
      ...(isFree ? { add: { path: `${from.path}.bindings`, item } } : {}),
    },
  );
}

interface PortUse {
  readonly direction: "out" | "in";
  readonly carries: string;
  readonly wire: Wire;
}

function checkPorts(
  exchanges: readonly Exchange[],
  diagnostics: DiagnosticList,
): void {
  const uses = new Map<string, PortUse>();
  for (const { kind, entity, forward, back } of exchanges) {
    const wires = [[forward, `${kind}s of ${entity}`], [
      back,
      `answers to ${kind}s of ${entity}`,
    ]] as const;
    for (const [wire, carries] of wires) {
      if (!wire) continue;
      for (
        const use of [
          { direction: "out", carries, wire },
          { direction: "in", carries, wire },
        ] as const
      ) notePort(use, kind, uses, diagnostics);
    }
  }
}

function notePort(
  use: PortUse,
  kind: string,
  uses: Map<string, PortUse>,
  diagnostics: DiagnosticList,
): void {
  const end = use.direction === "out" ? use.wire.from : use.wire.to;
  const address = `${end.component}.${end.port}`;
  const first = uses.get(address);
  if (!first) {
    uses.set(address, use);
    return;
  }
  const path = `${use.wire.path}.${
    use.direction === "out" ? "source" : "target"
  }`;
  if (first.direction !== use.direction) {
    diagnostics.error(
      "AC412",
      path,
      `Cannot use the port "${address}" as an ${use.direction}put: found it as an ${first.direction}put already`,
      { hint: "give each direction a port of its own" },
    );
  } else if (first.carries !== use.carries) {
    diagnostics.error(
      "AC407",
      path,
      `Cannot use the port "${address}" for ${use.carries}: found ${first.carries} on it`,
      {
        hint: kind === "request" && !use.carries.startsWith("answers")
          ? `give each entity a port of its own, such as "${
            use.carries.replace("requests of ", "")
          }_requests"`
          : "give each a port of its own",
      },
    );
  }
}
