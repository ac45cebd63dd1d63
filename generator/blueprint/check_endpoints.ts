/**
 * Endpoints of the system's own: do their parts go together? Whether a path is free is checked where all paths are known.
 *
 * @module
 */
import { camelCase } from "./spelling.ts";
import { ruleList } from "./access_rules.ts";
import type { Blueprint, FieldBlueprint, FieldType } from "./blueprint.ts";
import { checkWords } from "./check_access.ts";
import { checkEndpointExamples } from "./check_endpoint_examples.ts";
import { checkFetches } from "./check_fetches.ts";
import { checkField } from "./check_field.ts";
import { checkName } from "./check_name.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import {
  type EndpointBlueprint,
  type EndpointFields,
  pathParams,
} from "./endpoint_blueprint.ts";
import { ENDPOINT_NAME } from "./language_endpoints.ts";
import { FIELD_NAME } from "./language_names.ts";
import { objectMember } from "./reserved_names.ts";

/** The parts of an endpoint that hold fields. */
export const ENDPOINT_PARTS = ["params", "query", "body", "answer"] as const;

/** Checks the endpoints of a blueprint. */
export function checkEndpoints(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  for (const [name, endpoint] of Object.entries(blueprint.endpoints ?? {})) {
    const path = `endpoints.${name}`;
    if (!checkName(name, ENDPOINT_NAME, path, diagnostics)) continue;
    const before = diagnostics.items.length;
    refuseMember(name, "an endpoint", path, diagnostics);
    checkParams(path, endpoint, diagnostics);
    checkRule(name, path, endpoint, blueprint, diagnostics);
    checkTogether(path, endpoint, diagnostics);
    checkFetches(path, endpoint, diagnostics);
    for (const part of ENDPOINT_PARTS) {
      checkPart(part, endpoint[part] ?? {}, `${path}.${part}`, diagnostics);
    }
    if (diagnostics.items.length === before) {
      checkEndpointExamples(path, endpoint, diagnostics);
    }
  }
}

function checkParams(
  at: string,
  { path, params = {} }: EndpointBlueprint,
  diagnostics: DiagnosticList,
): void {
  if (path === undefined) return; // Left out by the reader, which has told why.
  const names = pathParams(path);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    diagnostics.error(
      "AC643",
      `${at}.path`,
      `Cannot use "${path}": found the parameter "${twice}" twice`,
      { hint: "give one another name" },
    );
  }
  for (const name of names) {
    checkName(name, FIELD_NAME, `${at}.path`, diagnostics, "value");
    const reason = objectMember(name);
    if (reason === undefined) continue;
    diagnostics.error(
      "AC643",
      `${at}.path`,
      `Cannot use "${name}" as the name of a parameter: ${reason}`,
      { hint: "choose another name" },
    );
  }
  for (const name of Object.keys(params)) {
    if (names.includes(name)) continue;
    diagnostics.error(
      "AC643",
      `${at}.params.${name}`,
      `Cannot find the parameter "${name}" in the path "${path}"`,
      { at: "key", hint: `write {${name}} in the path, or remove it` },
    );
  }
}

function checkRule(
  name: string,
  path: string,
  { access }: EndpointBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  if (blueprint.users === undefined) {
    if (access === undefined) return;
    diagnostics.error(
      "AC647",
      `${path}.access`,
      `Cannot restrict "${name}": found no users`,
      { at: "key", hint: 'add "users: {}" at the top' },
    );
  } else if (access === undefined) {
    diagnostics.warn(
      "AC505",
      path,
      `Found no rule for "${name}": with users, nobody may call it`,
      { at: "key", hint: "add access: users" },
    );
  } else if (ruleList(access).includes("owner")) {
    diagnostics.error(
      "AC647",
      `${path}.access`,
      `Cannot restrict "${name}" to the owner: found no entity that it belongs to`,
      { hint: "write users, and let the rules of the entities decide" },
    );
  } else checkWords(`${path}.access`, access, blueprint, diagnostics);
}

function checkTogether(
  path: string,
  { method = "GET", body, answer, status }: EndpointBlueprint,
  diagnostics: DiagnosticList,
): void {
  if (body !== undefined && (method === "GET" || method === "DELETE")) {
    diagnostics.error(
      "AC645",
      `${path}.body`,
      `Cannot use "body" with the method ${method}: many clients and proxies drop it`,
      { at: "key", hint: "write method: POST, or use query" },
    );
  }
  if (status === undefined) return;
  const fits = answer === undefined
    ? status === 204
    : [200, 201, 202].includes(status);
  if (fits) return;
  diagnostics.error(
    "AC645",
    `${path}.status`,
    `Cannot use ${status} as the status ${
      answer === undefined
        ? "without an answer: wanted 204"
        : "of an answer: wanted 200, 201 or 202"
    }`,
  );
}

function checkPart(
  part: typeof ENDPOINT_PARTS[number],
  fields: EndpointFields,
  path: string,
  diagnostics: DiagnosticList,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const at = `${path}.${name}`;
    if (!checkName(name, FIELD_NAME, at, diagnostics)) continue;
    refuseMember(name, "a field", at, diagnostics);
    if (field.type === undefined || diagnostics.hasErrorAt(at)) continue;
    if (checkKind(part, field, at, diagnostics)) {
      checkField(name, field, at, diagnostics);
    }
  }
}

function refuseMember(
  name: string,
  of: string,
  at: string,
  diagnostics: DiagnosticList,
): void {
  const reason = objectMember(camelCase(name));
  if (reason === undefined) return;
  diagnostics.error(
    "AC203",
    at,
    `Cannot use "${name}" as the name of ${of}: ${reason}`,
    { at: "key", hint: "choose another name" },
  );
}

function checkKind(
  part: typeof ENDPOINT_PARTS[number],
  field: FieldBlueprint,
  at: string,
  diagnostics: DiagnosticList,
): boolean {
  const inBodies = part === "body" || part === "answer";
  const types = inBodies ? [...SCALARS, ...WHOLE] : SCALARS;
  if (!types.includes(field.type)) {
    diagnostics.error(
      "AC645",
      `${at}.type`,
      `Cannot use the type "${field.type}" in "${part}": wanted ${
        types.slice(0, -1).join(", ")
      } or ${types.at(-1)}`,
    );
    return false;
  }
  const given = part === "params" || part === "answer";
  const refused = [...OF_ENTITIES, ...(given ? ["default" as const] : [])]
    .filter((setting) => field[setting] !== undefined);
  for (const setting of refused) {
    diagnostics.error(
      "AC645",
      `${at}.${setting}`,
      `Cannot use "${setting}" in "${part}" of an endpoint: nothing is stored there`,
      { at: "key", hint: "remove it" },
    );
  }
  if (field.default === "$now") {
    diagnostics.error(
      "AC645",
      `${at}.default`,
      `Cannot use "$now" as a default in "${part}": wanted a value that is known before`,
      { hint: "leave it out, and take the time where it is null" },
    );
    return false;
  }
  return refused.length === 0;
}

const SCALARS: readonly FieldType[] = [
  "string",
  "text",
  "integer",
  "decimal",
  "number",
  "boolean",
  "date",
  "datetime",
  "time",
  "duration",
  "email",
  "url",
  "uuid",
  "enum",
];
const WHOLE: readonly FieldType[] = ["list", "json"];
const OF_ENTITIES: readonly (keyof FieldBlueprint)[] = [
  "unique",
  "immutable",
  "readOnly",
  "writeOnly",
  "computed",
  "from",
  "follows",
];
