/**
 * How often a client may ask: for templates, settings, documents and tests.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type { SystemModel } from "../model/system_model.ts";
import {
  joined,
  mdCode,
  mdText,
  type Name,
  name,
  type Safe,
  safe,
} from "../../templates/safe_text.ts";
import type { RateLimitTestView } from "../../templates/views.ts";
import { userOf } from "./access_view.ts";
import { templateUnit, type Unit, unit } from "./file_plan.ts";
import type { JsonObject } from "./openapi_responses.ts";
import { gatewayOf } from "./main_view.ts";
import { makeName } from "./sample_views.ts";

/** Plans the test of the limit. */
export function rateLimitUnits(system: SystemModel): Unit[] {
  return system.rateLimit === undefined ? [] : [
    templateUnit(
      unit("tests/contract/http/rate_limit_test.ts", "test", "component", [
        "tests/samples.ts",
        "tests/test_system.ts",
      ]),
      "tests/contract/http/rate_limit_test.ts.eta",
      rateLimitTestView(system),
    ),
  ];
}

function rateLimitTestView(system: SystemModel): RateLimitTestView {
  const user = system.users && userOf(system);
  return {
    // The settings before those of limits.
    before: joined([
      ...(system.users ? [safe<"ts">`TEST_AUTH, `] : []),
      ...(system.webhooks ? [safe<"ts">`NO_WEBHOOKS, `] : []),
    ], safe``),
    imports: joined([
      ...(system.webhooks ? [safe<"ts">`NO_WEBHOOKS`] : []),
      safe<"ts">`startTestSystem`,
      ...(system.users ? [safe<"ts">`TEST_AUTH`] : []),
    ], safe`, `),
    gateway: name(camelCase(gatewayOf(system).name)),
    scheme: name(system.api?.scheme ?? "Bearer"),
    ...(user ? { makeUser: makeName(user) } : {}),
  };
}

/** The settings that override the limit. */
export function rateLimitVariables(
  { rateLimit, users }: Pick<SystemModel, "rateLimit" | "users">,
): readonly Name[] {
  return rateLimit === undefined ? [] : [
    name("RATE_LIMIT_REQUESTS"),
    name("RATE_LIMIT_SECONDS"),
    ...(users ? [] : [name("CLIENT_ADDRESS_HEADER")]),
  ];
}

/** The rows of the settings' table. */
export function rateLimitRows(
  { rateLimit, users }: SystemModel,
): string[][] {
  return rateLimit === undefined ? [] : [
    [
      "RATE_LIMIT_REQUESTS",
      String(rateLimit.requests),
      "how many requests each client may make in that time; 0 sets no limit",
    ],
    [
      "RATE_LIMIT_SECONDS",
      String(rateLimit.seconds),
      "how long that time is",
    ],
    ...(users ? [] : [[
      "CLIENT_ADDRESS_HEADER",
      "none",
      "the header in which your proxy tells the client's address, such as x-real-ip; without it all clients behind a proxy count as one",
    ]]),
  ];
}

/** Says in API.md how often clients may ask. */
export function limitNote(
  { rateLimit, users }: SystemModel,
): { readonly limit?: Safe<"md"> } {
  if (rateLimit === undefined) return {};
  const who = users ? "each user, or address without a token," : "each address";
  const limit: Safe<"md"> = safe`**Limit**: ${mdText(who)} may make ${
    mdText(String(rateLimit.requests))
  } requests in ${
    mdText(String(rateLimit.seconds))
  } seconds, unless the settings say otherwise; more are answered 429 with ${
    mdCode("Retry-After")
  }. Every answer has ${mdCode("RateLimit-Policy")} and ${
    mdCode("RateLimit")
  }, which says how many are left (${mdCode("r")}) for how many seconds (${
    mdCode("t")
  }). Each process counts for itself and forgets at a restart: with several, the whole allows as many times more. ${
    mdCode("/health")
  }, ${mdCode("/metrics")}, ${mdCode("/openapi.json")} and ${
    mdCode("/docs")
  } are not limited.`;
  return { limit };
}

/** Adds to every operation of an OpenAPI document that it may be asked for too often. */
export function withTooManyRequests(
  document: JsonObject,
  { rateLimit, api }: SystemModel,
): JsonObject {
  if (rateLimit === undefined) return document;
  const paths = document.paths as Readonly<Record<string, JsonObject>>;
  const { responses, ...components } = document.components as JsonObject;
  const [type, schema] = api && api.errors !== "problem"
    ? ["application/json", "Errors"] as const
    : ["application/problem+json", "Problem"] as const;
  const content = {
    [type]: { schema: { $ref: `#/components/schemas/${schema}` } },
  };
  const description = "Tried too often (see Retry-After).";
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, item]) => [path, limitedPath(item)]),
    ),
    components: {
      ...components,
      responses: {
        ...responses as JsonObject,
        TooManyRequests: { description, headers: HEADERS, content },
      },
    },
  };
}

function limitedPath(item: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      if (!METHODS.has(method)) return [method, operation];
      const { responses, ...rest } = operation as JsonObject;
      const answers = {
        ...responses as JsonObject,
        "429": { $ref: "#/components/responses/TooManyRequests" },
      };
      return [method, { ...rest, responses: answers }];
    }),
  );
}

const METHODS: ReadonlySet<string> = new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
]);

const HEADERS = {
  "Retry-After": {
    description: "How many seconds to wait.",
    schema: { type: "integer", minimum: 1 },
  },
};
