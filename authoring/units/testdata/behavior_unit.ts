/**
 * A unit of behaviour for tests.
 *
 * @module
 */
import {
  type BehaviorUnit,
  slugOf,
} from "../../../generator/authored/behavior_unit.ts";
import { functionName } from "../../../generator/plan/logic_names.ts";

/** Makes a unit by its path in the blueprint. */
export function behaviorUnit(
  id: string,
  dependsOn: readonly string[] = [],
): BehaviorUnit {
  const [part, owner = ""] = id.split(".");
  const isEndpoint = part === "endpoints";
  const file = isEndpoint
    ? `logic/${owner}_endpoint.ts`
    : `logic/${owner}_logic.ts`;
  const name = functionName(id);
  return {
    id,
    kind: isEndpoint
      ? "endpoint"
      : id.endsWith(".guard")
      ? "guard"
      : "computed",
    behavior: "It does what it should.",
    name,
    signature: `export function ${name}(order: Order): number`,
    file,
    testFile: `tests/authored/${slugOf(id)}_test.ts`,
    testImports: ["node:assert/strict", `../../${file}`],
    uses: [],
    neighbours: [],
    dependsOn,
    examples: [],
    key: "0".repeat(64),
  };
}
