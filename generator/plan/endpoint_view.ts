/**
 * What the files of a system's own endpoints need: their types, their functions, and how they are declared.
 *
 * @module
 */
import { codeWords } from "../blueprint/code_words.ts";
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { FieldModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsArray,
  tsCode,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  EndpointTypeView,
  EndpointView,
  GatewayEndpointsView,
  SystemEndpointsView,
} from "../../templates/endpoint_views.ts";
import type { LogicFunctionView } from "../../templates/logic_views.ts";
import {
  endpointConstant,
  endpointFile,
  endpointType,
} from "./endpoint_names.ts";
import { sentence, valueType } from "./entity_view.ts";
import { fetchOrigins } from "./fetch_views.ts";
import { functionName } from "./logic_names.ts";
import { aboutOf, WRITTEN } from "./logic_words.ts";
import { type Block, memberBlock } from "./schema_view.ts";

type Ts = Safe<"ts">;

/** Describes the file of one endpoint. */
export function endpointView(
  endpoint: EndpointModel,
  system: SystemModel,
): EndpointView {
  const parts = partsOf(endpoint);
  const blocks = parts.flatMap(({ of, fields }) =>
    fields.flatMap((field) => blockOf(of, field).names)
  );
  const { logic, method, path } = endpoint;
  const file = logic.file?.slice("logic/".length);
  const made = logic.behavior !== undefined
    ? ` ${WRITTEN}`
    : file === undefined
    ? " It is made of the blueprint's `run`: change it there."
    : "";
  return {
    title: comment(
      `\`${method} ${path}\`: ${sentence(endpoint.description)}${made}`,
    ),
    constant: endpointConstant(endpoint),
    blocks: joined(
      [...new Set(blocks)].toSorted().map((block) => name(block)),
      safe`, `,
    ),
    viewer: system.users !== undefined,
    fetches: endpoint.fetches !== undefined,
    types: parts.map(({ of, fields }) => typeOf(of, fields, endpoint)),
    call: {
      name: endpointType(endpoint, "Call"),
      members: membersOf(endpoint, system),
    },
    ...(logic.run === undefined
      ? {}
      : { own: ownFunction(endpoint, logic.run, system) }),
    ...(file === undefined
      ? {}
      : { from: { name: functionOf(endpoint), file: name(file) } }),
    declaration: declarationOf(endpoint, system),
  };
}

/** Describes all endpoints of a system; undefined where it has none. */
export function systemEndpointsView(
  { endpoints }: SystemModel,
): SystemEndpointsView | undefined {
  return endpoints && {
    endpoints: endpoints.map((endpoint) => ({
      constant: endpointConstant(endpoint),
      file: endpointFile(endpoint),
    })),
  };
}

/** Describes how the gateway mounts them; nothing where there are none. */
export function gatewayEndpoints(
  { endpoints, api, users }: SystemModel,
): { readonly endpoints?: GatewayEndpointsView } {
  if (endpoints === undefined) return {};
  return {
    endpoints: {
      fetches: fetchOrigins({ endpoints }).length > 0,
      ...(users && api && api.scheme !== "Bearer"
        ? { scheme: tsLiteral(api.scheme) }
        : {}),
    },
  };
}

/** Describes the function of an endpoint that the blueprint has in place. */
export function ownFunction(
  endpoint: EndpointModel,
  run: string,
  system: SystemModel,
): LogicFunctionView {
  const words = usedWords(run);
  const given = [
    ...membersOf(endpoint, system).map(({ member }) => member),
    "api",
    "now",
    "refuse",
  ].filter((member) => words.has(member));
  const isAsync = words.has("await");
  const answer: Ts = endpoint.answer
    ? endpointType(endpoint, "Answer")
    : safe`void`;
  return {
    name: functionOf(endpoint),
    doc: comment(sentence(endpoint.description)),
    ...aboutOf(endpoint.logic),
    async: isAsync,
    parameters: given.length === 0
      ? safe``
      : safe`{ ${joined(given.map((one) => name(one)), safe`, `)} }: ${
        endpointType(endpoint, "Call")
      }`,
    returns: isAsync
      ? safe`Promise<${answer}>`
      : safe`${answer} | Promise<${answer}>`,
    body: tsCode(run),
  };
}

/** The words of code that are no keys of objects, such as `query` in `{ query: 1 }`, and that it does not declare by itself. */
function usedWords(run: string): ReadonlySet<string> {
  const lines = run.split("\n");
  const words = codeWords(run).map(({ word, line, column }) => ({
    word,
    before: [...lines.slice(0, line - 1), lines[line - 1]?.slice(0, column - 1)]
      .join("\n"),
    behind: (lines[line - 1] ?? "").slice(column - 1 + word.length),
  }));
  const used = words.filter(({ before, behind }) =>
    !(/[{,]\s*$/.test(before) && /^\s*:/.test(behind))
  );
  const own = used.filter(({ before }) => declares(before));
  return new Set(used.map(({ word }) => word))
    .difference(new Set(own.map(({ word }) => word)));
}

interface Part {
  readonly of: "params" | "query" | "body" | "answer";
  readonly fields: readonly FieldModel[];
}

function partsOf({ params, query, body, answer }: EndpointModel): Part[] {
  return [
    ...(params.length > 0 ? [{ of: "params" as const, fields: params }] : []),
    ...(query.length > 0 ? [{ of: "query" as const, fields: query }] : []),
    ...(body ? [{ of: "body" as const, fields: body }] : []),
    ...(answer ? [{ of: "answer" as const, fields: answer }] : []),
  ];
}

function typeOf(
  of: Part["of"],
  fields: readonly FieldModel[],
  endpoint: EndpointModel,
): EndpointTypeView {
  return {
    name: endpointType(endpoint, SUFFIXES[of]),
    doc: comment(TYPE_DOCS[of]),
    members: fields.map((field) => ({
      name: name(field.name),
      optional: of === "answer" && !field.required,
      type: field.nullable
        ? safe`${valueType(field)} | null`
        : valueType(field),
      doc: comment(sentence(field.description)),
    })),
  };
}

function membersOf(endpoint: EndpointModel, { users }: SystemModel) {
  const members = partsOf(endpoint).filter(({ of }) => of !== "answer")
    .map(({ of }) => ({
      member: of as string,
      doc: comment(TYPE_DOCS[of]),
      text: safe<"ts">`${name(of)}: ${endpointType(endpoint, SUFFIXES[of])}`,
    }));
  const isOpen = endpoint.access.includes("everyone");
  const viewer = {
    member: "viewer",
    doc: comment(isOpen ? "Who asks, if signed in." : "Who asks."),
    text: isOpen
      ? safe<"ts">`viewer?: LogicViewer`
      : safe<"ts">`viewer: LogicViewer`,
  };
  const hosts = (endpoint.fetches ?? []).join(" and ");
  const fetch = {
    member: "fetch",
    doc: comment(`Fetches from ${hosts}; no other host is reached.`),
    text: safe<"ts">`fetch: ListedFetch`,
  };
  return [
    ...members,
    ...(users ? [viewer] : []),
    ...(endpoint.fetches ? [fetch] : []),
  ];
}

function declarationOf(endpoint: EndpointModel, { users }: SystemModel): Ts {
  const { params, query, body, answer } = endpoint;
  return tsObject({
    name: tsLiteral(endpoint.name.snake),
    method: tsLiteral(endpoint.method),
    path: tsLiteral(endpoint.path),
    access: users ? tsArray(endpoint.access.map(tsLiteral)) : undefined,
    params: params.length > 0 ? partsObject("params", params) : undefined,
    query: query.length > 0 ? partsObject("query", query) : undefined,
    body: body && partsObject("body", body),
    answer: answer && partsObject("answer", answer),
    status: tsLiteral(endpoint.status),
    fetches: endpoint.fetches && tsLiteral(endpoint.fetches),
    run: functionOf(endpoint),
  });
}

function partsObject(of: Part["of"], fields: readonly FieldModel[]): Ts {
  const inUrl = of === "params" || of === "query";
  return tsObject(Object.fromEntries(fields.map((field) => {
    return [
      field.name,
      tsObject({
        is: blockOf(of, field).call,
        otherwise: otherwiseOf(field),
        as: inUrl ? asOf(field) : undefined,
      }),
    ];
  })));
}

function otherwiseOf(field: FieldModel): Ts | undefined {
  if (field.default !== undefined) return tsLiteral(field.default);
  if (field.nullable) return tsLiteral(null);
  return field.type === "list" && !field.required ? safe`[]` : undefined;
}

function asOf({ type }: FieldModel): Ts | undefined {
  switch (type) {
    case "integer":
    case "number":
    case "decimal":
      return tsLiteral("number");
    case "boolean":
      return tsLiteral("boolean");
    default:
      return undefined;
  }
}

/** What comes in may not be blank where it must be given, as in entities. */
function blockOf(of: Part["of"], field: FieldModel): Block {
  return memberBlock(of === "answer" ? { ...field, required: false } : field);
}

function functionOf({ logic }: EndpointModel): Name {
  return name(functionName(logic.path));
}

/** Tells whether a name that follows is declared: by itself, or in a pattern that is still open. */
function declares(before: string): boolean {
  if (/\b(?:const|let|var|function|class)\s+$/.test(before)) return true;
  const pattern = [...before.matchAll(/\b(?:const|let|var)\s+(?=[{[])/g)].at(
    -1,
  );
  if (pattern === undefined || /=\s*$/.test(before)) return false;
  let depth = 0;
  for (const sign of before.slice(pattern.index + pattern[0].length)) {
    if (sign === "{" || sign === "[") depth += 1;
    if (sign === "}" || sign === "]") depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}

const SUFFIXES = {
  params: "Params",
  query: "Query",
  body: "Body",
  answer: "Answer",
} as const;
const TYPE_DOCS = {
  params: "The parameters of the path.",
  query: "What the query says; null where it says nothing.",
  body: "What the body says; null where it says nothing.",
  answer: "What is answered.",
} as const;
