/**
 * What the client of a system's API is made of: a part for each group of operations.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type {
  ClientTypeView,
  ClientView,
  ResourceClientView,
} from "../../templates/client_views.ts";
import { type ClientGroup, clientGroups } from "./client_groups.ts";
import { clientMethod } from "./client_methods.ts";
import {
  clientOperations,
  documentSchemas,
  objectOf,
  referredName,
} from "./client_operations.ts";
import {
  clientType,
  queryType,
  referencesOf,
  schemaTypeName,
} from "./client_types.ts";
import { sentence } from "./entity_view.ts";
import type { JsonSchema } from "./json_schemas.ts";
import { openApiDocument } from "./openapi.ts";
import { ENDPOINTS_TAG } from "./openapi_endpoints.ts";

type Ts = Safe<"ts">;

/** The client of a system: its main file's view, and one view for each part by the part's file. */
export interface ClientPlan {
  /** client/client.ts. */
  readonly client: ClientView;
  /** The parts, by the name of their file. */
  readonly parts: ReadonlyMap<Name, ResourceClientView>;
}

/** Tells whether a system has any operation that a client could call. */
export function hasClient(system: SystemModel): boolean {
  return clientOperations(openApiDocument(system)).length > 0;
}

/** Plans the client of a system. */
export function planClient(system: SystemModel): ClientPlan {
  const document = openApiDocument(system);
  const schemas = documentSchemas(document);
  const groups = clientGroups(clientOperations(document), schemas, system);
  const owners = ownersOf(groups, schemas);
  return {
    client: {
      title: comment(system.name.words),
      description: comment(sentence(system.description)),
      scheme: tsLiteral(system.api?.scheme ?? "Bearer"),
      selects: groups.some(({ operations }) =>
        operations.some(({ selects }) => selects)
      ),
      resources: groups.map((group) => ({
        member: group.member,
        className: group.className,
        file: group.file,
        description: comment(`The operations about ${group.words}.`),
      })),
    },
    parts: new Map(
      groups.map((group) => [group.file, partView(group, schemas, owners)]),
    ),
  };
}

function partView(
  group: ClientGroup,
  schemas: Readonly<Record<string, JsonSchema>>,
  owners: ReadonlyMap<string, ClientGroup>,
): ResourceClientView {
  const own = [...owners].flatMap(([schema, owner]) =>
    owner === group ? [schema] : []
  );
  const used = new Set([
    ...usedBy(group),
    ...own.flatMap((schema) => referencesOf(schemas[schema])),
  ]);
  const methods = group.operations.map((operation) =>
    clientMethod(operation, group)
  );
  return {
    title: comment(group.words),
    className: group.className,
    runtime: runtimeNames(methods.map(({ uses }) => uses)),
    imports: importsOf(used, group, owners),
    types: [
      ...own.map((schema) =>
        clientType(
          schemaTypeName(schema),
          schemas[schema] ?? {},
          bodyText(schema, group),
        )
      ),
      ...placedTypes(group),
    ],
    methods: methods.map(({ view }) => view),
  };
}

/** Says what a schema is for that does not say so itself. */
function bodyText(schema: string, { operations, words }: ClientGroup): string {
  const taker = operations.find(({ body }) =>
    body !== undefined && referredName(body.schema) === schema
  );
  return taker
    ? `The body to ${taker.summary.charAt(0).toLowerCase()}${
      taker.summary.slice(1)
    }.`
    : `What is answered about ${words}.`;
}

/** The pages and queries, which the document describes in place. */
function placedTypes(group: ClientGroup): ClientTypeView[] {
  const pages = group.operations.flatMap(({ pageType, answer }) =>
    pageType && answer
      ? [
        clientType(pageType, answer.schema, `A page of ${group.words}.`),
      ]
      : []
  );
  const queries = group.operations.flatMap(({ queryName, query, selects }) =>
    queryName
      ? [
        queryType(
          queryName,
          query,
          group.words === ENDPOINTS_TAG
            ? "What the query can say."
            : selects && !selects.isPage
            ? `What a read of one of the ${group.words} can say.`
            : `What a list of ${group.words} can say.`,
        ),
      ]
      : []
  );
  return [...once(pages), ...once(queries)];
}

function once(types: readonly ClientTypeView[]): ClientTypeView[] {
  return [...new Map(types.map((type) => [type.name, type])).values()];
}

function importsOf(
  used: ReadonlySet<string>,
  group: ClientGroup,
  owners: ReadonlyMap<string, ClientGroup>,
): { names: Ts; file: Name }[] {
  const files = new Map<Name, Name[]>();
  for (const schema of [...used].toSorted()) {
    const owner = owners.get(schema);
    if (owner === undefined || owner === group) continue;
    files.set(owner.file, [
      ...files.get(owner.file) ?? [],
      schemaTypeName(schema),
    ]);
  }
  return [...files].map(([file, names]) => ({
    names: joined(names, safe`, `),
    file,
  }));
}

/** A schema stands in the part that uses it first; what only schemas refer to, beside them. */
function ownersOf(
  groups: readonly ClientGroup[],
  schemas: Readonly<Record<string, JsonSchema>>,
): ReadonlyMap<string, ClientGroup> {
  const owners = new Map<string, ClientGroup>();
  const own = (names: readonly string[], group: ClientGroup) => {
    for (const name of names) if (!owners.has(name)) owners.set(name, group);
  };
  for (const group of groups) own(usedBy(group), group);
  for (const [schema, group] of owners) { // grows while it is walked
    own(referencesOf(schemas[schema]), group);
  }
  const order = Object.keys(schemas);
  return new Map(
    [...owners].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  );
}

function usedBy({ operations }: ClientGroup): string[] {
  return operations.flatMap(({ body, answer, selects }) => {
    const answered = selects ? [selects.whole, selects.all] : [answer?.schema];
    return [body?.schema, ...answered].flatMap((schema) =>
      referencesOf(objectOf(schema))
    );
  });
}

function runtimeNames(
  uses:
    readonly (readonly { readonly name: Name; readonly isType: boolean }[])[],
): Ts {
  const names = new Map<Name, boolean>([[name("ApiCaller"), true]]);
  for (const { name, isType } of uses.flat()) names.set(name, isType);
  const sorted = [...names].toSorted(([a], [b]) => a < b ? -1 : 1);
  return joined(
    sorted.map(([name, isType]) => isType ? safe<"ts">`type ${name}` : name),
    safe`, `,
  );
}
