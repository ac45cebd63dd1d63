/**
 * The model's graph, checked by the harness's own check, with findings placed where the bindings stand.
 *
 * @module
 */
import { checkGraph, type GraphFinding } from "@autocoder/harness";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type { SystemModel } from "./system_model.ts";

/** Where each connection of the model stands in the blueprint, by `a.out → b.in`. */
export type ConnectionPaths = ReadonlyMap<string, string>;

/** Checks the graph of a model and reports what the harness would refuse to start. */
export function checkModel(
  model: SystemModel,
  paths: ConnectionPaths,
  diagnostics: DiagnosticList,
): void {
  const findings = checkGraph({
    components: model.components,
    connections: model.connections,
  });
  for (const finding of findings) {
    const path = placeOf(finding, model, paths);
    const code = CODES[finding.code] ?? "AC429";
    if (finding.severity === "error") {
      diagnostics.error(code, path, finding.message);
    } else diagnostics.warn(code, path, finding.message);
  }
}

/** Names a connection as {@link ConnectionPaths} does. */
export function connectionKey(
  connection: Pick<SystemModel["connections"][number], "from" | "to">,
): string {
  const { from, to } = connection;
  return `${from.component}.${from.port} → ${to.component}.${to.port}`;
}

function placeOf(
  finding: GraphFinding,
  model: SystemModel,
  paths: ConnectionPaths,
): string {
  const connection = finding.connection === undefined
    ? undefined
    : model.connections[finding.connection];
  const path = connection && paths.get(connectionKey(connection));
  return path ??
    (finding.component ? `components.${finding.component}` : "components");
}

const CODES: Readonly<Record<string, string>> = {
  unknown_component: "AC420",
  unknown_port: "AC420",
  unknown_reply_port: "AC420",
  wrong_direction: "AC421",
  type_mismatch: "AC422",
  unconnected_port: "AC423",
  blocking_cycle: "AC424",
  invalid_capacity: "AC425",
  duplicate_connection: "AC426",
  duplicate_component: "AC409",
};
