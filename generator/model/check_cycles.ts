/**
 * Circles of bindings in a wiring that becomes no model, so that whoever drew one is told of it, whatever else is wrong.
 *
 * @module
 */
import { checkGraph } from "@autocoder/harness";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type { Wire, WiringDraft } from "./component_draft.ts";

/**
 * Reports circles of wires in which every channel blocks when full, by the harness's own check. Left out are requests
 * with their answers, and components that could still turn out to be such a pair.
 */
export function checkCycles(
  draft: WiringDraft,
  diagnostics: DiagnosticList,
): void {
  const wires = draft.wires.filter((wire) => !isExchange(wire, draft));
  const findings = checkGraph({
    components: [...draft.components.values()].map(({ name }) => ({
      name,
      ports: [],
    })),
    connections: wires.map((wire) => ({
      ...wire,
      type: wire.type ?? "data_stream",
    })),
  });
  for (const { code, connection, message } of findings) {
    const path = wires[connection ?? -1]?.path;
    if (code !== "blocking_cycle" || path === undefined) continue;
    diagnostics.error("AC424", path, message, {
      hint: "remove one of these bindings",
    });
  }
}

/** A request answered on its own channel, or one of a pair of wires for requests and answers. */
function isExchange(wire: Wire, draft: WiringDraft): boolean {
  const { from, to } = wire;
  if (from.component === to.component) return false;
  const answered = draft.wires.some((other) =>
    other.from.component === to.component &&
    other.to.component === from.component
  );
  const kinds = [from, to].map(({ component }) =>
    draft.components.get(component)?.type
  );
  const asks = FORWARD.some((pair) => fits(kinds, pair));
  const answers = FORWARD.some((pair) => fits(kinds, pair.toReversed()));
  if (answered) return asks || answers;
  return asks && !kinds.includes(undefined) && wire.type !== "data_stream";
}

function fits(
  kinds: readonly (string | undefined)[],
  pair: readonly string[],
): boolean {
  return kinds.every((kind, index) =>
    kind === undefined || kind === pair[index]
  );
}

const FORWARD = [["APIEndpoint", "Controller"], ["Controller", "Store"]];
