/**
 * Endpoints → YAML; code stands in literal blocks, as it was written.
 *
 * @module
 */
import type { EndpointBlueprint } from "./endpoint_blueprint.ts";
import { logicLines } from "./write_logic.ts";
import { flowMap } from "./yaml_text.ts";

/** Writes the endpoints of a blueprint; nothing where it has none. */
export function endpointsLines(
  endpoints: Readonly<Record<string, EndpointBlueprint>> | undefined,
): readonly string[] {
  if (endpoints === undefined) return [];
  const lines = Object.entries(endpoints).flatMap(([name, endpoint]) => [
    `  ${name}:`,
    ...linesOf(endpoint).map((line) => line === "" ? "" : `    ${line}`),
  ]);
  return lines.length === 0 ? ["endpoints: {}"] : ["endpoints:", ...lines];
}

function linesOf(
  { run, file, behavior, examples, ...rest }: EndpointBlueprint,
) {
  const settings = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => flowMap({ [key]: value }).slice(2, -2));
  const [, ...logic] = logicLines("logic", { run, file, behavior });
  const cases = (examples ?? []).map((one) => `  - ${flowMap(one)}`);
  return [
    ...settings,
    ...logic.map((line) => line.replace(/^ {2}/, "")),
    ...(examples === undefined
      ? []
      : cases.length === 0
      ? ["examples: []"]
      : ["examples:", ...cases]),
  ];
}
