/**
 * What the parts of an API say about each other: paths that would hide each other, and things shown within themselves.
 *
 * @module
 */
import { LIVE_SEGMENT } from "../blueprint/check_live.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import type {
  AccountModel,
  ApiModel,
  ResourceModel,
  ShownModel,
} from "./api_model.ts";
import type { SystemModel } from "./system_model.ts";

/** Refuses two routes with the same method and path; of two places it tells once. */
export function checkPaths(api: ApiModel, diagnostics: DiagnosticList): void {
  const taken = new Map<string, string>();
  const told = new Set<string>();
  for (const [route, path] of routesOf(api)) {
    const first = taken.get(route);
    taken.set(route, path);
    const pair = `${first} ${path}`;
    if (first === undefined || told.has(pair)) continue;
    told.add(pair);
    diagnostics.error(
      "AC569",
      path,
      first === path
        ? `Cannot serve "${route}" by two operations`
        : `Cannot serve "${route}" twice: found it in "${first}", too`,
      {
        at: "key",
        hint: first === path
          ? "leave one of them out of its operations"
          : "give one of the two another path",
      },
    );
  }
}

/** Refuses what would be shown within itself without end. */
export function checkShownCircles(
  { resources }: ApiModel,
  diagnostics: DiagnosticList,
): void {
  const byName = new Map(resources.map((one) => [one.name.snake, one]));
  const shown = (resource: ResourceModel) =>
    resource.shows.flatMap((one) =>
      one.kind === "one" || one.kind === "many" || one.kind === "linked"
        ? one.resource ?? []
        : []
    );
  const leadsTo = (from: string, to: string, seen: Set<string>): boolean => {
    const resource = byName.get(from);
    if (!resource || seen.has(from)) return false;
    seen.add(from);
    return shown(resource).some((next) =>
      next === to || leadsTo(next, to, seen)
    );
  };
  for (const { name } of resources) {
    if (!leadsTo(name.snake, name.snake, new Set())) continue;
    diagnostics.error(
      "AC570",
      `api.resources.${name.snake}.shows`,
      `Cannot show "${name.snake}" within itself`,
      { at: "key", hint: "show a resource there that has less" },
    );
  }
}

/** Each route with the place that it comes from; the names of keys in paths make no difference. */
function routesOf(
  { resources, values, account }: ApiModel,
): readonly (readonly [string, string])[] {
  const plain = (path: string) => path.replaceAll(/\{\w+\}/g, "{}");
  return [
    ...resources.flatMap((resource) => {
      const { name, path, operations, lists, links, aggregates, bulk, live } =
        resource;
      const at = `api.resources.${name.snake}`;
      return [
        ...operations.map(({ operation, method }) => {
          const isAll = operation === "list" || operation === "create";
          return [`${method} ${plain(path)}${isAll ? "" : "/{}"}`, at] as const;
        }),
        ...links.flatMap(({ link }) => {
          const all = `${plain(path)}/{}/${link.name.kebab}`;
          return [`GET ${all}`, `PUT ${all}/{}`, `DELETE ${all}/{}`]
            .map((route) => [route, at] as const);
        }),
        ...fileSegments(resource).flatMap((last) =>
          ["GET", "PUT", "DELETE"].map((method) =>
            [`${method} ${plain(path)}/{}/${last}`, at] as const
          )
        ),
        ...(bulk?.operations ?? []).map((operation) =>
          [`POST ${plain(path)}/bulk/${operation}`, at] as const
        ),
        ...[
          ...[...lists, ...aggregates].map(({ name }) => name.kebab),
          ...(live ? [LIVE_SEGMENT] : []),
        ].map((last) => [`GET ${plain(path)}/${last}`, at] as const),
      ];
    }),
    ...values.map(({ name, path }) =>
      [`GET ${path}`, `api.resources.${name.snake}`] as const
    ),
    ...(account ? accountRoutes(account) : []).map((route) =>
      [route, "api.account"] as const
    ),
  ];
}

function fileSegments({ name, shows }: ResourceModel): readonly string[] {
  return shows.flatMap((shown) =>
    shown.kind === "file" && shown.resource === name.snake ? [shown.path] : []
  );
}

function accountRoutes(
  { register, login, self, method }: AccountModel,
): readonly string[] {
  return [
    ...(register === undefined ? [] : [`POST ${register}`]),
    `POST ${login}`,
    `GET ${self}`,
    `${method} ${self}`,
  ];
}

/** Warns where a resource shows others to whom their own rules do not. */
export function checkShownAccess(
  { resources }: ApiModel,
  { entities }: SystemModel,
  diagnostics: DiagnosticList,
): void {
  const readersOf = (name: string) => {
    const { rules } = entities.find((one) => one.name.snake === name)?.access ??
      {};
    return rules && [...rules.get ?? [], ...rules.list ?? []];
  };
  for (const { name, entity, shows } of resources) {
    for (const shown of shows) {
      const other = shownEntity(shown);
      const [viewers, readers] = [readersOf(entity), readersOf(other ?? "")];
      if (other === undefined || !viewers || !readers) continue;
      const beyond = viewers.find((word) => !includes(readers, word));
      if (beyond === undefined) continue;
      diagnostics.warn(
        "AC573",
        `api.resources.${name.snake}.shows`,
        `Shows "${other}" as "${shown.name}" to "${beyond}", who may not read it by its own rules`,
        {
          at: "key",
          hint: `show less, or add "${beyond}" to access.read of "${other}"`,
        },
      );
    }
  }
}

/** What is shown of another entity than one's own; counts tell nothing of what is counted. */
function shownEntity(shown: ShownModel): string | undefined {
  switch (shown.kind) {
    case "one":
    case "many":
    case "sum":
      return shown.entity;
    case "linked":
      return shown.resource === undefined ? undefined : shown.link.entity;
    default:
      return undefined;
  }
}

function includes(readers: readonly string[], word: string): boolean {
  return readers.includes("everyone") || readers.includes(word) ||
    word !== "everyone" && readers.includes("users");
}
