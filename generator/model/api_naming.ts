/**
 * How names are spelled that clients see.
 *
 * @module
 */
import { spelled, unseenField } from "../../templates/kit/client_names.ts";
import { pageNames } from "../../templates/kit/page_names.ts";
import type { ApiModel, ShownModel } from "./api_model.ts";
import type { NameForms } from "./system_model.ts";

/** Spells every name that clients see as the API does. */
export function withNaming(api: ApiModel): ApiModel {
  if (api.naming === "camelCase") return api;
  const renamed = <T extends { readonly name: string }>(one: T): T => ({
    ...one,
    name: spelled(one.name, api.naming),
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
        ? {
          listsOmit: resource.listsOmit.map((name) =>
            spelled(name, api.naming)
          ),
        }
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
  return pageNames(api, seenName(api, plural)).items;
}

/** The member of a page that stands beside its items: where the next begins, or how many there are. */
export function besideName(api: ApiModel, plural: NameForms): string {
  return pageNames(api, seenName(api, plural)).beside;
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
  return shown?.name ?? spelled(field, naming);
}

/** A name as a blueprint says it, of one that clients see. */
export function saidName({ naming }: ApiModel, name: string): string {
  return unseenField(name, naming) ?? name;
}
