/**
 * Plans the client of a system's API, and the test that drives it.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { clientTests, signInView } from "./client_test_view.ts";
import { hasClient, planClient } from "./client_view.ts";
import { templateUnit, type Unit, unit } from "./file_plan.ts";

/** One file for the client, one for each of its parts, and their test. */
export function clientUnits(system: SystemModel): Unit[] {
  if (!hasClient(system)) return [];
  const { client, parts } = planClient(system);
  const files = [...parts].map(([file, view]) =>
    templateUnit(
      unit(`client/${file}.ts`, "client", "component"),
      "client/resource_client.ts.eta",
      view,
    )
  );
  const main = "client/client.ts";
  return [
    ...files,
    templateUnit(
      unit(main, "client", "scaffold", files.map(({ path }) => path)),
      "client/client.ts.eta",
      client,
    ),
    ...testUnits(system),
  ];
}

/** Tells whether there is a test that drives the client. */
export function triesClient(system: SystemModel): boolean {
  return hasClient(system) &&
    (clientTests(system).size > 0 || signInView(system) !== undefined);
}

function testUnits(system: SystemModel): Unit[] {
  const tests = clientTests(system);
  const signIn = signInView(system);
  const around = "tests/test_system.ts";
  return [
    ...[...tests].map(([file, view]) =>
      templateUnit(
        unit(`tests/client/${file}.ts`, "test", "component", [around]),
        "tests/client/entity_client_test.ts.eta",
        view,
      )
    ),
    ...(signIn
      ? [templateUnit(
        unit("tests/client/signing_in_test.ts", "test", "component", [around]),
        "tests/client/signing_in_test.ts.eta",
        signIn,
      )]
      : []),
  ];
}
