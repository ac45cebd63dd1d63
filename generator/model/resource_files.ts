/**
 * The files that resources show: behind which path each is read, and whether it can be sent anywhere.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type {
  AccountModel,
  ApiModel,
  ResourceModel,
  ShownModel,
} from "./api_model.ts";
import { nameForms } from "./names.ts";
import type { EntityModel, SystemModel } from "./system_model.ts";

/** Says of each file that clients see where it is; what is nowhere is reported and left out. */
export function withResourceFiles(
  api: ApiModel,
  { entities, users }: SystemModel,
  diagnostics: DiagnosticList,
): ApiModel {
  const filesOf = new Map(entities.map((entity) => [
    entity.name.snake,
    new Set(
      entity.fields.filter(({ type }) => type === "file")
        .map(({ name }) => name),
    ),
  ]));
  if ([...filesOf.values()].every(({ size }) => size === 0)) return api;
  for (const entity of entities) {
    for (const field of filesOf.get(entity.name.snake) ?? []) {
      checkSent(entity, field, api, diagnostics);
    }
  }
  const located = (
    shows: readonly ShownModel[],
    entity: string,
    own: ResourceModel | undefined,
    place: string,
  ) =>
    shows.flatMap((shown): readonly ShownModel[] => {
      if (shown.kind !== "field" || !filesOf.get(entity)?.has(shown.field)) {
        return [shown];
      }
      const { name, field } = shown;
      const home = [...(own ? [own] : []), ...api.resources].find((one) =>
        one.entity === entity && reads(one, field)
      );
      if (home) {
        const path = nameForms(field).kebab;
        return [{ name, kind: "file", field, path, resource: home.name.snake }];
      }
      diagnostics.error(
        "AC678",
        place,
        `Cannot show the file "${field}" of "${entity}": found no resource that shows it and has the operation get, behind whose path it is read`,
        { at: "key", hint: "add get to operations, or show it elsewhere" },
      );
      return [];
    });
  const accountOf = (account: AccountModel) => ({
    ...account,
    shows: located(
      account.shows,
      users?.entity ?? "",
      undefined,
      "api.account.shows",
    ),
  });
  return {
    ...api,
    ...(api.account ? { account: accountOf(api.account) } : {}),
    resources: api.resources.map((resource) => ({
      ...resource,
      shows: located(
        resource.shows,
        resource.entity,
        resource,
        `api.resources.${resource.name.snake}.shows`,
      ),
    })),
  };
}

/** A file that cannot be sent is never there. */
function checkSent(
  { name: { snake } }: EntityModel,
  field: string,
  { resources }: ApiModel,
  diagnostics: DiagnosticList,
): void {
  const isSent = resources.some((one) =>
    one.entity === snake && reads(one, field) && changes(one)
  );
  if (isSent) return;
  diagnostics.error(
    "AC678",
    `entities.${snake}.fields.${field}`,
    `Cannot keep the file "${field}" of "${snake}": found no resource that shows it and has the operations get and patch`,
    { at: "key", hint: "add them to a resource that shows it" },
  );
}

/** Tells whether files of a resource can be sent and deleted. */
export function changes({ operations }: ResourceModel): boolean {
  return operations.some(({ operation }) => operation === "patch");
}

function reads({ operations, shows }: ResourceModel, field: string): boolean {
  return operations.some(({ operation }) => operation === "get") &&
    shows.some((shown) =>
      (shown.kind === "field" || shown.kind === "file") && shown.field === field
    );
}
