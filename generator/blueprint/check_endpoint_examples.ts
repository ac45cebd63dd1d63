/**
 * Examples of endpoints: do they ask what can be asked, and say what can be answered?
 *
 * @module
 */
import { literal } from "./check_field.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import {
  type EndpointBlueprint,
  type EndpointFields,
  type GivenValues,
  pathParams,
} from "./endpoint_blueprint.ts";
import { elementOf } from "./field_types.ts";
import { misfit } from "./fits_field.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Checks the examples of one endpoint. */
export function checkEndpointExamples(
  path: string,
  endpoint: EndpointBlueprint,
  diagnostics: DiagnosticList,
): void {
  (endpoint.examples ?? []).forEach((example, index) => {
    const at = `${path}.examples[${index}]`;
    const { given = {}, answers, refuses } = example;
    if ((answers === undefined) === (refuses === undefined)) {
      diagnostics.error(
        "AC648",
        at,
        `Cannot use the example: wanted "answers" or "refuses"`,
      );
    }
    if (refuses === 500 || refuses === 501) {
      diagnostics.error(
        "AC648",
        `${at}.refuses`,
        `Cannot use ${refuses} as a refusal: wanted 400 to 499, or 502`,
      );
    }
    const parts = [
      ["given.params", given.params, paramsOf(endpoint)],
      ["given.query", given.query, endpoint.query],
      ["given.body", given.body, endpoint.body],
      ["answers", answers, endpoint.answer],
    ] as const;
    for (const [part, values = {}, fields = {}] of parts) {
      checkValues(values, fields, `${at}.${part}`, {
        diagnostics,
        exact: part === "answers" || refuses === undefined,
      });
    }
  });
}

/** Gives all parameters of a path; those of which nothing is said are strings. */
export function paramsOf(
  { path, params = {} }: EndpointBlueprint,
): EndpointFields {
  return Object.fromEntries(
    pathParams(path).map((name) => [
      name,
      (Object.hasOwn(params, name) ? params[name] : undefined) ??
        { type: "string" },
    ]),
  );
}

interface Checking {
  readonly diagnostics: DiagnosticList;
  /** Whether values must fit; what is refused may be anything. */
  readonly exact: boolean;
}

function checkValues(
  values: GivenValues,
  fields: EndpointFields,
  path: string,
  { diagnostics, exact }: Checking,
): void {
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const at = `${path}.${name}`;
    if (field === undefined) {
      const near = nearName(name, Object.keys(fields));
      diagnostics.error(
        "AC648",
        at,
        `Cannot use the example: found no field ${quoted(name)}`,
        { at: "key", meant: near },
      );
      continue;
    }
    if (!exact || field.type === "json") continue;
    const isList = field.type === "list" && Array.isArray(value);
    for (const one of [value].flat()) {
      const why = isList || field.type !== "list" && !Array.isArray(value)
        ? misfit(one, elementOf(field))
        : field.type === "list"
        ? "a list"
        : "one value";
      if (why === undefined) continue;
      diagnostics.error(
        "AC648",
        at,
        `Cannot use ${literal(one)} as "${name}": wanted ${why}`,
      );
    }
  }
}
