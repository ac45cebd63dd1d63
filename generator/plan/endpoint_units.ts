/**
 * Plans the files that only systems with endpoints of their own have.
 *
 * @module
 */
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { endpointPath, endpointTestFile } from "./endpoint_names.ts";
import { endpointTestView } from "./endpoint_test_view.ts";
import { endpointView, systemEndpointsView } from "./endpoint_view.ts";
import { madeFor, templateUnit, type Unit, unit } from "./file_plan.ts";

/** The file of each endpoint, the list of them, and their tests. */
export function endpointUnits(system: SystemModel): Unit[] {
  const { endpoints = [] } = system;
  const list = systemEndpointsView(system);
  return [
    ...endpoints.flatMap((endpoint) =>
      madeFor(placeOf(endpoint), [templateUnit(
        unit(endpointPath(endpoint), "logic", "component", [
          "client/client.ts",
        ]),
        "logic/endpoint.ts.eta",
        endpointView(endpoint, system),
      )])
    ),
    ...(list
      ? [
        templateUnit(
          unit(
            SYSTEM_ENDPOINTS,
            "logic",
            "scaffold",
            endpoints.map(endpointPath),
          ),
          "logic/system_endpoints.ts.eta",
          list,
        ),
      ]
      : []),
    ...endpoints.flatMap((endpoint) =>
      madeFor(placeOf(endpoint), [templateUnit(
        unit(
          endpointTestFile(endpoint),
          "test",
          "component",
          ["tests/samples.ts", "tests/test_system.ts"],
        ),
        "tests/contract/endpoint_test.ts.eta",
        endpointTestView(endpoint, system),
      )])
    ),
  ];
}

function placeOf({ name }: EndpointModel): string {
  return `endpoints.${name.snake}`;
}

/** The list of all endpoints. */
export const SYSTEM_ENDPOINTS = "logic/system_endpoints.ts";
