/**
 * Whether each endpoint of a system's own has its path and its names for itself: asked of the system's OpenAPI document,
 * which has all others.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { TAKEN_TYPE_NAMES } from "../blueprint/reserved_names.ts";
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { clientOperations, documentSchemas } from "./client_operations.ts";
import { endpointType } from "./endpoint_names.ts";
import { openApiDocument } from "./openapi.ts";
import { ENDPOINTS_TAG, endpointSchemas } from "./openapi_endpoints.ts";

/** Reports endpoints whose path or name something else has. */
export function checkEndpointClashes(
  system: SystemModel,
  diagnostics: DiagnosticList,
): void {
  const { endpoints, ...others } = system;
  if (endpoints === undefined) return;
  const document = openApiDocument(others);
  const operations = clientOperations(document);
  const schemas = new Set(Object.keys(documentSchemas(document)));
  const ids = new Set(operations.map(({ id }) => id));
  const isTagTaken = operations.some(({ tag }) => tag === ENDPOINTS_TAG);
  const routes: Route[] = operations.map(({ method, path }) => ({
    method,
    path,
  }));
  for (const endpoint of endpoints) {
    const at = `endpoints.${endpoint.name.snake}`;
    const taken = takenBy(endpoint, routes, system);
    if (taken !== undefined) {
      diagnostics.error(
        "AC644",
        `${at}.path`,
        `Cannot use the path "${endpoint.path}": found ${taken}`,
        { hint: "give it another path" },
      );
    }
    routes.push(endpoint);
    const id = endpoint.name.camel;
    const names = [
      ...Object.keys(endpointSchemas(endpoint)),
      endpointType(endpoint, "Call"),
    ];
    const clash = isTagTaken
      ? `"${ENDPOINTS_TAG}"`
      : ids.has(id)
      ? `"${id}"`
      : names.find((name) => schemas.has(name) || TAKEN_TYPE_NAMES.has(name));
    ids.add(id);
    for (const name of names) schemas.add(name);
    if (clash === undefined) continue;
    diagnostics.error(
      "AC646",
      at,
      `Cannot name an endpoint "${endpoint.name.snake}": found that something else is named ${clash}`,
      { at: "key", hint: "give one of them another name" },
    );
  }
}

interface Route {
  readonly method: string;
  readonly path: string;
}

function takenBy(
  { method, path, segment }: EndpointModel,
  routes: readonly Route[],
  { users, api }: SystemModel,
): string | undefined {
  const [, first = ""] = path.split("/");
  if (OWN.has(first)) return `that every system has "/${first}"`;
  const [, second = ""] = segment.split("/");
  if (users && !api?.account && (second === "auth" || second.startsWith("{"))) {
    return `"/auth", where users sign in`;
  }
  const same = routes.find((route) =>
    route.method === method && canMeet(route.path, path)
  );
  return same && `${same.method} ${same.path}`;
}

/** Tells whether a path can be one of both; what stands in braces can be anything. */
function canMeet(a: string, b: string): boolean {
  const [ours, theirs] = [a.split("/"), b.split("/")];
  return ours.length === theirs.length && ours.every((one, index) => {
    const other = theirs[index] ?? "";
    return one === other || one.startsWith("{") || other.startsWith("{");
  });
}

const OWN: ReadonlySet<string> = new Set([
  "health",
  "metrics",
  "docs",
  "openapi.json",
]);
