/**
 * What can be done with one sort of thing from its creation to its end, as the document of an API has it.
 *
 * @module
 */
import type { EntityModel } from "../../generator/model/system_model.ts";
import type { ApiOperation } from "./api_document.ts";
import type { FuzzRun } from "./fuzz_run.ts";

/** A sort of thing. */
export interface LifeSubject {
  readonly template: string;
  readonly entity: EntityModel;
  readonly create: ApiOperation;
  readonly get: ApiOperation;
  readonly list?: ApiOperation;
  readonly changes: readonly ApiOperation[];
  readonly remove?: ApiOperation;
  readonly actions: readonly ApiOperation[];
  /** What every user can set for themselves, with what takes it back. */
  readonly marks: readonly Pair[];
  /** What can be added to it, with what removes it and what lists it. */
  readonly links: readonly (Pair & { readonly list: ApiOperation })[];
  /** Whether answers are all that tells what it will be: nothing of the system's own changes it. */
  readonly isPlain: boolean;
}

/** What is done, and what undoes it. */
export interface Pair {
  readonly set: ApiOperation;
  readonly take: ApiOperation;
}

/** Lists the sorts of things that this run can make and read. */
export function lifeSubjects(run: FuzzRun): LifeSubject[] {
  const { operations, world } = run;
  const { words } = world;
  return [...world.makers].flatMap(([template, create]) => {
    const at = (method: string, path: string) =>
      operations.find((one) => one.method === method && one.path === path);
    const entity = words.entity(words.entityOf(create));
    const get = at("GET", template);
    if (!entity || !get || create.tag === "auth" || create.tag === "account") {
      return [];
    }
    const list = at("GET", template.slice(0, template.lastIndexOf("/")));
    const remove = at("DELETE", template);
    const below = operations.filter(({ path }) =>
      path.startsWith(`${template}/`)
    );
    const pairs = (method: string) =>
      below.filter((one) => one.method === method && !one.isFile)
        .flatMap((set) => {
          const take = at("DELETE", set.path);
          return take ? [{ set, take }] : [];
        });
    const marks = pairs("POST").filter(({ set }) =>
      set.tag === create.tag && !set.body
    );
    const marked = new Set(marks.map(({ set }) => set));
    const links = pairs("PUT").flatMap((pair) => {
      const all = at(
        "GET",
        pair.set.path.slice(0, pair.set.path.lastIndexOf("/")),
      );
      return all ? [{ ...pair, list: all }] : [];
    });
    const names = new Set([
      ...entity.actions.map(({ name }) => name.kebab),
      "restore",
    ]);
    const actions = below.filter((one) =>
      one.method === "POST" && !marked.has(one) &&
      names.has(one.path.slice(template.length + 1))
    );
    return [{
      template,
      entity,
      create,
      get,
      ...(list && !list.isStream ? { list } : {}),
      changes: operations.filter((one) =>
        one.path === template && ["PUT", "PATCH"].includes(one.method)
      ),
      ...(remove ? { remove } : {}),
      actions,
      marks,
      links,
      isPlain: isPlain(entity, run),
    }];
  });
}

/** Logic before a write may write anything, and a schedule at any time. */
function isPlain(
  { name, hooks = [], actions }: EntityModel,
  run: FuzzRun,
): boolean {
  const { schedules = [] } = run.world.words.model;
  return hooks.length === 0 && !actions.some(({ logic }) => logic) &&
    !schedules.some((one) => one.entity === name.snake);
}
