/**
 * How names are spelled that clients see.
 *
 * @module
 */
import type { ApiModel, ShownModel } from "./api_model.ts";
import type { NameForms } from "./system_model.ts";

/** Spells every name that clients see as the API does. */
export function withNaming(api: ApiModel): ApiModel {
  if (api.naming === "camelCase") return api;
  const renamed = <T extends { readonly name: string }>(one: T): T => ({
    ...one,
    name: snakeOf(one.name),
  });
  const shown = (all: readonly ShownModel[]) => all.map(renamed);
  return {
    ...api,
    ...(api.account
      ? {
        account: {
          ...renamed(api.account),
          shows: shown(api.account.shows),
        },
      }
      : {}),
    resources: api.resources.map((resource) => ({
      ...resource,
      shows: shown(resource.shows),
      ...(resource.listsOmit
        ? { listsOmit: resource.listsOmit.map(snakeOf) }
        : {}),
      ...(resource.filters ? { filters: resource.filters.map(renamed) } : {}),
    })),
  };
}

/** A name as clients see it, of a thing that bodies and pages are named after. */
export function seenName({ naming }: ApiModel, forms: NameForms): string {
  return naming === "snake_case" ? forms.snake : forms.camel;
}

/** The member of a page that holds its items. */
export function itemsName(api: ApiModel, plural: NameForms): string {
  return api.envelope ? seenName(api, plural) : "items";
}

/** The member of a page that stands beside its items: where the next begins, or how many there are. */
export function besideName(api: ApiModel, plural: NameForms): string {
  const isSnake = api.naming === "snake_case";
  if (api.paging.style === "cursor") {
    return isSnake ? "next_cursor" : "nextCursor";
  }
  if (!api.envelope) return "total";
  return seenName(api, plural) + (isSnake ? "_count" : "Count");
}

/** A field's name as clients see it: the one under which it is shown, or, where they send it and do not see it, its own. */
export function fieldName(
  { naming }: ApiModel,
  shows: readonly ShownModel[],
  field: string,
): string {
  const shown = shows.find((one) =>
    one.kind === "field" && one.field === field
  );
  return shown?.name ?? (naming === "snake_case" ? snakeOf(field) : field);
}

/** A name as a blueprint says it, of one that clients see. */
export function saidName({ naming }: ApiModel, name: string): string {
  return naming === "snake_case"
    ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name;
}

/** Spells a name in snake_case; `saidName` gives it back. */
function snakeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
