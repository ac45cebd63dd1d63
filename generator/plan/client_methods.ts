/**
 * The methods of a client: what each takes, sends and gives back.
 *
 * @module
 */
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
  tsTemplateText,
} from "../../templates/safe_text.ts";
import type { ClientMethodView } from "../../templates/client_views.ts";
import {
  type ClientGroup,
  keyName,
  type NamedOperation,
} from "./client_groups.ts";
import {
  type ClientSelection,
  type ClientValue,
  objectOf,
} from "./client_operations.ts";
import { typeExpression } from "./client_types.ts";
import { sentence } from "./entity_view.ts";

type Ts = Safe<"ts">;

/** A method, and what it needs of the runtime. */
export interface ClientMethod {
  /** The method. */
  readonly view: ClientMethodView;
  /** Names of the runtime. */
  readonly uses: readonly { readonly name: Name; readonly isType: boolean }[];
}

/** Describes the method of an operation. */
export function clientMethod(
  operation: NamedOperation,
  group: ClientGroup,
): ClientMethod {
  const options = name(
    `${operation.keyed ? "Keyed" : ""}${
      operation.conditional ? "Conditional" : operation.keyed ? "" : "Call"
    }Options`,
  );
  const all = allMethod(operation, group);
  const ifChanged = operation.notModified
    ? freeName(`${operation.call}IfChanged`, group)
    : undefined;
  return {
    view: {
      name: operation.call,
      description: comment(sentence(operation.summary)),
      generics: genericsOf(operation),
      parameters: parametersOf(operation),
      options,
      result: resultOf(operation),
      request: requestOf(operation),
      isEmpty: operation.answer === undefined,
      ...(ifChanged ? { ifChanged } : {}),
      ...(all ? { all } : {}),
    },
    uses: [
      { name: options, isType: true },
      ...selectionNames(operation).map((name) => ({ name, isType: true })),
      ...(operation.keys.length > 0
        ? [{ name: name("segment"), isType: false }]
        : []),
      ...(all ? [{ name: all.each, isType: false }] : []),
    ],
  };
}

function parametersOf(operation: NamedOperation): Ts {
  const { keys, body, queryName } = operation;
  const parameters = [
    ...keys.map(({ name, schema }) =>
      safe<"ts">`${keyName(name)}: ${typeExpression(schema)}, `
    ),
    ...(body ? [safe<"ts">`body: ${typeExpression(body.schema)}, `] : []),
    ...(queryName
      ? [
        operation.selects
          ? safe<"ts">`query?: Q, `
          : operation.query.some(({ required }) => required)
          ? safe<"ts">`query: ${queryName}, `
          : safe<"ts">`query: ${queryName} = {}, `,
      ]
      : []),
  ];
  return joined(parameters, safe``);
}

function resultOf(operation: NamedOperation): Ts {
  const { answer, pageType, selects } = operation;
  if (answer === undefined) return safe`void`;
  if (selects) {
    const selected = selectedType(selects);
    return selects.isPage ? safe`CursorPage<${selected}>` : selected;
  }
  return pageType ?? typeExpression(answer.schema);
}

/** What comes back depends on what the query names. */
function genericsOf({ selects, queryName }: NamedOperation): Ts {
  return selects && queryName
    ? safe`<const Q extends ${queryName} = Record<never, never>>`
    : safe``;
}

function selectedType({ whole, all }: ClientSelection): Ts {
  return safe`Selected<${typeExpression(whole)}, ${typeExpression(all)}, Q>`;
}

/** The types of the runtime that the answer of a read is made of. */
function selectionNames({ selects }: NamedOperation): Name[] {
  if (!selects) return [];
  return selects.isPage
    ? [name("CursorPage"), name("Selected")]
    : [name("Selected")];
}

function requestOf(operation: NamedOperation): Ts {
  const { method, body, answer, anonymous, queryName } = operation;
  const members: readonly Ts[] = [
    safe`method: ${tsLiteral(method)}`,
    safe`path: ${pathExpression(operation)}`,
    ...(queryName ? [safe<"ts">`query`] : []),
    ...(body ? [sentBody(body)] : []),
    ...(answer?.under === undefined
      ? []
      : [safe<"ts">`under: ${tsLiteral(answer.under)}`]),
    ...(anonymous ? [safe<"ts">`anonymous: true`] : []),
    ...(operation.keyed === "required" ? [safe<"ts">`keyed: true`] : []),
    safe`options`,
  ];
  return safe`{ ${joined(members, safe`, `)} }`;
}

function sentBody({ under }: ClientValue): Ts {
  return under === undefined
    ? safe`body`
    : safe`body: ${tsObject({ [under]: safe`body` })}`;
}

function pathExpression({ path, keys }: NamedOperation): Ts {
  if (keys.length === 0) return tsLiteral(path);
  const parts = path.split(/(\{[^}]+\})/).map((part): Ts =>
    part.startsWith("{")
      ? safe`\${segment(${keyName(part.slice(1, -1))})}`
      : tsTemplateText(part)
  );
  return safe`\`${joined(parts, safe``)}\``;
}

/** The method that goes through all pages of a list; none where nothing comes in pages. */
function allMethod(
  operation: NamedOperation,
  group: ClientGroup,
): ClientMethodView["all"] {
  const place = ["cursor", "offset"].find((place) =>
    operation.query.some(({ name }) => name === place)
  );
  const members = Object.entries(objectOf(operation.page?.properties));
  const items = members.find(([, value]) => objectOf(value).type === "array");
  const beside = members.find(([key]) => key !== items?.[0]);
  const all = freeName(
    operation.call.replace(/^list/, "listAll"),
    group,
  );
  if (!place || !items || !beside || !all) return undefined;
  // What is not always beside the items is left out where all are there.
  const { required } = operation.page ?? {};
  const isThere = !Array.isArray(required) || required.includes(beside[0]);
  const isCursor = place === "cursor";
  const page = (member: string): Ts => safe`page.${name(member)}`;
  return {
    name: all,
    type: operation.selects
      ? selectedType(operation.selects)
      : typeExpression(objectOf(objectOf(items[1]).items)),
    keys: joined(
      operation.keys.map(({ name }) => safe<"ts">`${keyName(name)}, `),
      safe``,
    ),
    each: name(isCursor ? "eachByCursor" : "eachByOffset"),
    place: name(place),
    ...(operation.selects
      ? {
        start: safe<"ts">`query?.${name(place)}`,
        query: safe<"ts">`(query as Q)`, // to spread nothing is to spread an empty query
        generics: safe<"ts">`<Q>`,
      }
      : {
        start: safe<"ts">`query.${name(place)}`,
        query: safe<"ts">`query`,
        generics: safe<"ts">``,
      }),
    page: isCursor && items[0] === "items" && beside[0] === "nextCursor"
      ? safe`page`
      : tsObject({
        items: page(items[0]),
        [isCursor ? "nextCursor" : "total"]: isThere
          ? page(beside[0])
          : safe`${page(beside[0])} ?? ${page(items[0])}.length`,
      }),
  };
}

/** A name that no operation has; undefined where one does. */
function freeName(
  wanted: string,
  { operations }: ClientGroup,
): Name | undefined {
  return operations.some(({ call }) => call === wanted)
    ? undefined
    : name(wanted);
}
