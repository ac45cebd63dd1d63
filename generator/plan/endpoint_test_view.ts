/**
 * What the tests of an endpoint of a system's own need: a request that it takes, others that it does not, and an answer.
 *
 * @module
 */
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { FieldModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { EndpointTestView } from "../../templates/endpoint_views.ts";
import { outOfRange } from "./bad_values.ts";
import { endpointConstant, endpointFile } from "./endpoint_names.ts";
import { sampleValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Describes the tests of one endpoint. */
export function endpointTestView(
  endpoint: EndpointModel,
  system: SystemModel,
): EndpointTestView {
  const { method, path } = endpoint;
  const before = [system.users, system.webhooks, system.rateLimit]
    .filter((one) => one).length;
  return {
    title: comment(
      `Tests of \`${method} ${path}\`, with functions of their own.`,
    ),
    file: endpointFile(endpoint),
    constant: endpointConstant(endpoint),
    label: tsLiteral(`${method} ${path} `),
    subject: subjectOf(endpoint, system),
    users: system.users !== undefined,
    fetches: endpoint.fetches !== undefined,
    before: joined(
      Array.from({ length: before }, () => safe<"ts">`undefined, `),
      safe``,
    ),
  };
}

function subjectOf(endpoint: EndpointModel, { users, api }: SystemModel): Ts {
  const { params, query, body, answer, examples, fetches } = endpoint;
  const needed = (fields: readonly FieldModel[]) =>
    fields.filter(({ required }) => required);
  return tsObject({
    endpoint: endpointConstant(endpoint),
    sample: tsObject({
      params: params.length > 0 ? samplesOf(params) : undefined,
      query: query.length > 0 ? samplesOf(query) : undefined,
      body: body && samplesOf(body),
    }),
    needed: tsObject({
      params: params.length > 0 ? samplesOf(params) : undefined,
      query: query.length > 0 ? samplesOf(needed(query)) : undefined,
      body: body && samplesOf(needed(body)),
    }),
    answer: answer && samplesOf(answer),
    bad: tsObject({
      params: badOf(params),
      query: badOf(query),
      body: body && badOf(body),
    }),
    access: users ? tsArray(endpoint.access.map(tsLiteral)) : undefined,
    roles: users
      ? tsLiteral(users.roles.length > 0 ? users.roles : [])
      : undefined,
    scheme: api && api.scheme !== "Bearer" ? tsLiteral(api.scheme) : undefined,
    errors: api && api.errors !== "problem" ? tsLiteral(api.errors) : undefined,
    play: fetches ? safe`withScript` : undefined,
    examples: examples.length === 0
      ? undefined
      : tsArray(examples.map((one) => tsLiteral(one))),
  });
}

function samplesOf(fields: readonly FieldModel[]): Ts {
  return tsLiteral(
    Object.fromEntries(fields.map((field) => [field.name, sampleValue(field)])),
  );
}

/** Values that break a rule of a field, by its name. */
function badOf(fields: readonly FieldModel[]): Ts | undefined {
  const bad = fields.flatMap((field) => {
    const values = [...outOfRange(field), ...ofAnotherType(field)];
    return values.length === 0
      ? []
      : [[field.name, tsArray(values.map(([, value]) => value))] as const];
  });
  return bad.length === 0 ? undefined : tsObject(Object.fromEntries(bad));
}

function ofAnotherType({ type }: FieldModel): [string, Ts][] {
  switch (type) {
    case "integer":
      return [["a fraction", tsLiteral(1.5)], ["a text", tsLiteral("x")]];
    case "number":
    case "decimal":
    case "boolean":
    case "uuid":
      return [["a text", tsLiteral("x")]];
    default:
      return [];
  }
}
