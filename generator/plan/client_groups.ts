/**
 * The groups of operations that a client has a part for, and the names in each.
 *
 * @module
 */
import type { NameForms, SystemModel } from "../model/system_model.ts";
import { variableNameOf } from "../model/names.ts";
import { type Name, name } from "../../templates/safe_text.ts";
import type { ClientOperation } from "./client_operations.ts";
import { referredName } from "./client_operations.ts";
import { schemaTypeName } from "./client_types.ts";
import { typeNameOf } from "./entity_view.ts";
import { ENDPOINTS_TAG } from "./openapi_endpoints.ts";
import type { JsonSchema } from "./json_schemas.ts";

/** An operation with the names that it has in the client. */
export interface NamedOperation extends ClientOperation {
  /** The method of the client. */
  readonly call: Name;
  /** The type of its query. */
  readonly queryName?: Name;
  /** The type of its page, where the document describes it in place. */
  readonly pageType?: Name;
  /** The schema of its page. */
  readonly page?: JsonSchema;
}

/** A group of operations. */
export interface ClientGroup {
  /** What it is about. */
  readonly words: string;
  /** The file without its ending. */
  readonly file: Name;
  /** The class. */
  readonly className: Name;
  /** The member of the client. */
  readonly member: Name;
  /** Its operations, in the document's order. */
  readonly operations: readonly NamedOperation[];
}

interface GroupNames {
  readonly words: string;
  readonly plural: NameForms;
  /** What ids of operations end with; undefined where each is a name of its own. */
  readonly suffix: string | undefined;
}

/** Groups operations by their tags, and names what the client has of them. */
export function clientGroups(
  operations: readonly ClientOperation[],
  schemas: Readonly<Record<string, JsonSchema>>,
  system: SystemModel,
): ClientGroup[] {
  const taken = new Set<string>(Object.keys(schemas).map(schemaTypeName));
  const free = (wanted: string): Name => {
    let found = wanted;
    while (taken.has(found)) found += "Part";
    taken.add(found);
    return name(found);
  };
  const known = [...groupNames(system), ...ownGroup(system)];
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return tags.map((tag): ClientGroup => {
    const names = known.find(({ words }) => words === tag) ?? plainNames(tag);
    const own = operations.filter((operation) => operation.tag === tag);
    const { plural } = names;
    // Operations that ask or answer alike share a type.
    const shared = new Map<string, Name>();
    const typeOf = (kind: string, what: unknown, { id }: ClientOperation) => {
      const key = kind + JSON.stringify(what);
      const isFirst = ![...shared.keys()].some((one) => one.startsWith(kind));
      const call = methodName(id, names);
      const own = isFirst && names.suffix !== undefined
        ? ""
        : call.charAt(0).toUpperCase() + call.slice(1);
      const found = shared.get(key) ?? free(
        `${names.suffix === undefined ? "" : plural.pascal}${own}${kind}`,
      );
      shared.set(key, found);
      return found;
    };
    return {
      words: names.words,
      file: name(`${plural.snake}_client`),
      className: free(`${plural.pascal}Client`),
      member: name(plural.camel),
      operations: own.map((operation): NamedOperation => ({
        ...operation,
        call: name(methodName(operation.id, names)),
        ...(operation.query.length > 0
          ? { queryName: typeOf("Query", operation.query, operation) }
          : {}),
        ...(isPageInPlace(operation)
          ? { pageType: typeOf("Page", operation.answer?.schema, operation) }
          : {}),
        ...pageOf(operation, schemas),
      })),
    };
  });
}

/** Names a parameter that holds a key, like no other name in a method. */
export function keyName(key: string): Name {
  const camel = key.replace(
    /[_-]+([A-Za-z0-9])/g,
    (_, letter: string) => letter.toUpperCase(),
  );
  const plain = variableNameOf({ camel } as NameForms);
  return name(TAKEN_NAMES.has(plain) ? `${plain}Key` : plain);
}

function isPageInPlace(
  { query, answer, selects }: ClientOperation,
): boolean {
  return query.length > 0 && selects === undefined && answer !== undefined &&
    answer.under === undefined && referredName(answer.schema) === undefined;
}

function pageOf(
  { query, answer }: ClientOperation,
  schemas: Readonly<Record<string, JsonSchema>>,
): { readonly page?: JsonSchema } {
  if (answer === undefined || query.length === 0) return {};
  const referred = referredName(answer.schema);
  const page = referred === undefined ? answer.schema : schemas[referred];
  return page === undefined ? {} : { page };
}

function groupNames({ entities, api }: SystemModel): GroupNames[] {
  if (api === undefined) {
    return entities.map((entity) => ({
      words: entity.plural.words,
      plural: entity.plural,
      suffix: typeNameOf(entity),
    }));
  }
  return [...api.resources, ...api.values].map(({ name, plural }) => ({
    words: plural.words,
    plural,
    suffix: name.pascal,
  }));
}

/** The endpoints of the system's own. */
function ownGroup({ endpoints }: SystemModel): GroupNames[] {
  if (endpoints === undefined) return [];
  const { plural } = plainNames(ENDPOINTS_TAG);
  return [{ words: ENDPOINTS_TAG, plural, suffix: undefined }];
}

function plainNames(tag: string): GroupNames {
  const pascal = tag.charAt(0).toUpperCase() + tag.slice(1);
  const plural = {
    snake: tag,
    camel: tag,
    pascal,
    kebab: tag,
    constant: tag.toUpperCase(),
    words: tag,
  };
  return { words: "signing in", plural, suffix: "" };
}

/** The id of an operation without what it is about, which the client's part says. */
function methodName(id: string, { plural, suffix }: GroupNames): string {
  if (suffix === "" || suffix === undefined) return id;
  const list = `list${plural.pascal}`;
  if (id.startsWith(list)) return `list${id.slice(list.length)}`;
  const mark = `Of${suffix}`;
  const short = id.endsWith(mark)
    ? id.slice(0, -mark.length)
    : id.endsWith(suffix)
    ? id.slice(0, -suffix.length)
    : id;
  return short === "" || short === "constructor" ? id : short;
}

const TAKEN_NAMES: ReadonlySet<string> = new Set([
  "body",
  "cursor",
  "offset",
  "options",
  "page",
  "query",
  "segment",
]);
