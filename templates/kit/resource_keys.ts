/**
 * Finds entities of a resource by the keys that a body names, all at once.
 *
 * @module
 */
import type { Page } from "./entity_request.ts";
import { type Entity, fieldOf, valueOf } from "./entity_spec.ts";
import { equalityKey, parseFieldValue } from "./field_value.ts";
import type { FilterValue } from "./list_query.ts";
import { failed, ok, type Outcome } from "./problem.ts";
import type { Place, ResourceOptions } from "./resource_request.ts";
import type { ResourceSpec } from "./resource_spec.ts";
import { isStorable } from "./text_order.ts";
import { isUuid } from "./uuid7.ts";

/** Takes what is of the key's type for its text in a path; undefined where it is not. */
export function keyIn(
  { entity, key }: ResourceSpec,
  given: unknown,
): string | undefined {
  const isWanted = fieldOf(entity, key)?.kind === "integer"
    ? typeof given === "number"
    : typeof given === "string";
  return isWanted ? String(given) : undefined;
}

/**
 * Finds the entities that keys name, in their order, within what the path says: undefined where there is none, or none
 * for whoever asks. A write may depend on them: nothing is answered from memory.
 */
export async function findNamed(
  { resource, sources, guards }: ResourceOptions,
  { permit, parent }: Place,
  given: readonly unknown[],
): Promise<Outcome<readonly (Entity | undefined)[]>> {
  const { entity: spec, key } = resource;
  const ask = sources[spec.name];
  const values = given.map((one) => valueIn(resource, keyIn(resource, one)));
  const wanted = [...new Set(values.filter((value) => value !== undefined))];
  const kind = fieldOf(spec, key)?.kind;
  const byKey = new Map<unknown, Entity>();
  for (let start = 0; start < wanted.length; start += PAGE) {
    const anyOf = wanted.slice(start, start + PAGE);
    const field = resource.parent?.field;
    const reply = await ask?.({
      operation: "list",
      query: {
        limit: PAGE,
        sort: [],
        filters: [
          { field: key, anyOf },
          ...(field !== undefined && parent !== undefined
            ? [{ field, value: parent.id }]
            : []),
        ],
      },
      fresh: true,
    });
    if (reply === undefined) break;
    if (!reply.ok) return failed(reply.problem);
    for (const entity of (reply.value as Page<Entity>).items) { // a list is answered with a page
      const refused = guards[spec.name]?.refusal(permit, spec, entity);
      if (refused?.status === 404) continue;
      byKey.set(equalityKey(kind, valueOf(entity, key)), entity);
    }
  }
  return ok(
    values.map((value) =>
      value === undefined ? undefined : byKey.get(equalityKey(kind, value))
    ),
  );
}

/** The value that a text stands for; undefined where no entity has it. */
function valueIn(
  { entity, key }: ResourceSpec,
  text: string | undefined,
): FilterValue | undefined {
  if (text === undefined || text.length > MAX_KEY || !isStorable(text)) {
    return undefined;
  }
  if (key === "id") {
    return isUuid(text) ? text.toLowerCase() : undefined;
  }
  const field = fieldOf(entity, key);
  return (field && parseFieldValue(field, text)) ?? undefined;
}

const PAGE = 200;
/** No key is longer. */
const MAX_KEY = 320;
