/**
 * Where something must be found among others of its sort.
 *
 * @module
 */
import type {
  EntityModel,
  SystemModel,
} from "../../generator/model/system_model.ts";
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { ApiOperation } from "./api_document.ts";
import type { ApiWords } from "./api_words.ts";
import type { FuzzItem } from "./fuzz_world.ts";
import type { RequestInput } from "./request_input.ts";

/** A list that must have it. */
export interface ListTarget {
  readonly query: RequestInput["query"];
  /** The filter. */
  readonly by?: string;
  /** Whether the page must have it, however many there are. */
  readonly isNewestFirst: boolean;
  /** As many as a page has when there may be more. */
  readonly enough: number;
}

/** Tells whether whoever may read one of them must see it in the list: the same rules are for both. */
export function isListedWith(
  { access }: EntityModel,
  { users }: SystemModel,
): boolean {
  if (!users || !access) return true;
  return JSON.stringify(access.rules["list"]) ===
    JSON.stringify(access.rules["get"]);
}

/** Makes the query of a list that must have it; `which` chooses a filter. Undefined where there is none. */
export function listTarget(
  list: ApiOperation,
  { shown, which, words }: {
    readonly shown: JsonObject;
    readonly which: number | undefined;
    readonly words: ApiWords;
  },
): ListTarget | undefined {
  const query = list.parameters.filter((one) => one.in === "query");
  const sort = query.find(({ name }) => name === "sort");
  const limit = query.find(({ name }) => name === "limit");
  const { maximum = 100 } = Object(limit?.schema);
  const whole: RequestInput["query"] = [
    ...(limit ? [["limit", { text: String(maximum) }] as const] : []),
    ...(sort ? [["sort", { text: "-createdAt" }] as const] : []),
  ];
  const target = { isNewestFirst: sort !== undefined, enough: maximum };
  if (which === undefined) return { ...target, query: whole };
  const filters = query.filter(({ name }) => {
    const value = shown[name];
    const isPlain = typeof value === "number" || typeof value === "boolean" ||
      typeof value === "string" && value !== "";
    return isPlain && words.field(list, name) !== undefined;
  });
  const filter = filters[which % Math.max(1, filters.length)];
  if (!filter) return undefined;
  const value = { text: String(shown[filter.name]) };
  return {
    ...target,
    by: filter.name,
    query: [...whole, [filter.name, value]],
  };
}

/** Tells whether one of the items is it. */
export function isInList(
  items: readonly JsonObject[],
  shown: JsonObject,
  item: FuzzItem | undefined,
  words: ApiWords,
): boolean {
  if (!item) return false;
  const key = (one: JsonObject) =>
    [...words.movedPlace(item, one).places.values()].join("\n");
  return items.some((one) => key(one) === key(shown));
}
