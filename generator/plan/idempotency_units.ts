/**
 * Plans the files that only systems with idempotency keys have.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { templateUnit, type Unit, unit } from "./file_plan.ts";
import { keysTestView } from "./idempotency_test_view.ts";

/** The tests of keys; those of resources are among their trials. */
export function idempotencyUnits(system: SystemModel): Unit[] {
  const view = keysTestView(system);
  return view === undefined ? [] : [
    templateUnit(
      unit("tests/contract/idempotency/keys_test.ts", "test", "component", [
        "tests/samples.ts",
        "tests/test_system.ts",
      ]),
      "tests/contract/idempotency/keys_test.ts.eta",
      view,
    ),
  ];
}
