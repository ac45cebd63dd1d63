import { checkConnection, checkGraph } from "./check_graph.ts";
import { GraphError, UnknownComponent, UnknownPort } from "./errors.ts";
import {
  type ConnectionDescription,
  formatAddress,
  type GraphDescription,
  type GraphFinding,
} from "./graph.ts";

/** Throws `UnknownComponent`, `UnknownPort` or `GraphError` unless the connection fits the graph. */
export function assertConnection(
  graph: GraphDescription,
  connection: ConnectionDescription,
): void {
  const findings = checkConnection(graph, connection);
  const [first] = findings;
  if (first === undefined) return;
  const NamedError = NAMED_ERRORS[first.code];
  if (NamedError) throw new NamedError(first.message);
  const { from, to } = connection;
  throw new GraphError(
    `Cannot connect "${formatAddress(from)}" to "${formatAddress(to)}"`,
    findings,
  );
}

/** Throws `GraphError` with all errors of the graph; returns its warnings when there are none. */
export function assertGraph(
  graph: GraphDescription,
  action: string,
): readonly GraphFinding[] {
  const findings = checkGraph(graph);
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length > 0) throw new GraphError(action, errors);
  return findings;
}

type NamedError = typeof UnknownComponent | typeof UnknownPort;

const NAMED_ERRORS: Partial<Record<GraphFinding["code"], NamedError>> = {
  unknown_component: UnknownComponent,
  unknown_port: UnknownPort,
  wrong_direction: UnknownPort,
};
