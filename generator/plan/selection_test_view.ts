/**
 * What the tests of reads that select fields or include others check.
 *
 * @module
 */
import { type IncludeModel, includesOf } from "../model/includes.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { SelectionTestView } from "../../templates/selection_test_views.ts";
import { type Actor, actorsOf } from "./access_actors.ts";
import { permitted, userOf } from "./access_view.ts";
import { pathOf } from "./contract_paths.ts";
import { includeAnswers, seesAll } from "./include_answers.ts";
import { includeTrial, madeEntity } from "./include_samples.ts";
import { MAX_INCLUDES } from "./openapi_selection.ts";
import { makeName } from "./sample_views.ts";
import { visibleMembers } from "./state_rules_view.ts";
import { tenantOf } from "./tenant_view.ts";

type Ts = Safe<"ts">;

/** Describes the tests of one entity; undefined where nobody reads it, or nothing can be tried. */
export function selectionTestView(
  entity: EntityModel,
  system: SystemModel,
): SelectionTestView | undefined {
  const fields = fieldsOf(entity, system);
  const askers = system.users ? actorsOf(system) : undefined;
  const includes = includesOf(entity, system).map((include) => {
    const { make, others } = includeTrial(include, entity, system, {
      owned: askers !== undefined,
    });
    return {
      name: name(include.name),
      subject: subjectOf(include, entity),
      make,
      others,
      answers: includeAnswers(include, entity, system),
    };
  });
  const cost = costOf(entity, system);
  if (!fields && includes.length === 0) return undefined;
  const view = {
    labelPlural: comment(entity.plural.words),
    path: pathOf(entity),
    reads: readsOf(entity),
    ...(fields ? { fields } : {}),
    ...(askers && includes.length > 0
      ? askersOf(askers, system)
      : { makeUser: safe<"ts">`` }),
    includes,
    ...(cost ? { cost } : {}),
  };
  return { ...view, imports: samplesIn(view, system) };
}

function subjectOf(
  { name, kind, relation, other }: IncludeModel,
  entity: EntityModel,
): Ts {
  return tsObject({
    path: tsLiteral(entity.path),
    name: tsLiteral(name),
    kind: tsLiteral(kind),
    others: tsLiteral(other.path),
    field: tsLiteral(relation.field),
  });
}

/** Who users and tenants are depends on who asks: they are tried by what they include. */
function fieldsOf(
  entity: EntityModel,
  system: SystemModel,
): SelectionTestView["fields"] {
  const isAsker = system.users &&
    (entity === userOf(system) || entity === tenantOf(system));
  const { operations } = permitted(entity);
  if (isAsker || !operations.some(isRead)) return undefined;
  const names = (writeOnly: boolean) =>
    tsArray(
      entity.fields.filter((field) => (field.writeOnly ?? false) === writeOnly)
        .map((field) => tsLiteral(field.name)),
    );
  const hidden = names(true);
  return {
    make: madeEntity(entity, visibleMembers(entity)),
    names: names(false),
    ...(hidden === "[]" ? {} : { hidden }),
    reads: readsOf(permitted(entity)),
  };
}

function askersOf(
  askers: readonly Actor[],
  system: SystemModel,
): Pick<SelectionTestView, "askers" | "makeUser"> {
  return {
    makeUser: safe`await ${makeName(userOf(system))}(test.system)`,
    askers: askers.map((actor) => ({
      title: tsLiteral(actor.title),
      find: actor.kind === "anonymous"
        ? safe`() => Promise.resolve(undefined)`
        : actor.kind === "owner"
        ? safe`(_test, owner) => Promise.resolve(owner)`
        : safe`async (test) => ${userWith(actor, system)}`,
    })),
  };
}

function userWith({ role }: Actor, system: SystemModel): Ts {
  const isUsual = role === undefined || role === system.users?.roles[0];
  return safe`(await ${makeName(userOf(system))}(test.system${
    isUsual
      ? safe<"ts">``
      : safe<"ts">`, ${tsObject({ role: tsLiteral(role) })}`
  })).id`;
}

/** Somebody who may include the most of those who see the whole list. */
function costOf(
  entity: EntityModel,
  system: SystemModel,
): SelectionTestView["cost"] {
  if (!entity.operations.includes("list") || entity === tenantOf(system)) {
    return undefined;
  }
  const all = includesOf(entity, system);
  const askers: readonly (Actor | undefined)[] = system.users
    ? actorsOf(system)
    : [undefined];
  const [best] = askers.map((asker) => ({
    asker,
    includes: all.filter((include) => seesAll(include, entity, asker)).slice(
      0,
      MAX_INCLUDES,
    ),
  })).toSorted((a, b) => b.includes.length - a.includes.length);
  if (!best || best.includes.length === 0) return undefined;
  const { asker, includes } = best;
  const owned = asker?.kind === "owner";
  const trials = includes.map((include) =>
    includeTrial(include, entity, system, { owned, few: true })
  );
  const members = Object.assign({}, ...trials.map(({ members }) => members));
  return {
    ...(asker === undefined || asker.kind === "anonymous" ? {} : {
      asker: owned ? safe<"ts">`owner.id` : userWith(asker, system),
    }),
    owned,
    names: joined(includes.map((include) => name(include.name)), safe<"ts">`,`),
    make: madeEntity(entity, members),
    others: trials.flatMap(({ others }) => others),
  };
}

function readsOf({ operations }: EntityModel): Ts {
  return tsArray(operations.filter(isRead).toSorted().map(tsLiteral));
}

function isRead(operation: string): boolean {
  return operation === "get" || operation === "list";
}

/** Names the functions of tests/samples.ts that a view calls. */
function samplesIn(view: unknown, system: SystemModel): Ts {
  const texts = textsOf(view);
  const names = [name("home"), ...system.entities.map(makeName)];
  const called = names.filter((maker) =>
    texts.some((text) => text.includes(`${maker}(`))
  );
  return joined(called.toSorted(), safe`, `);
}

function textsOf(view: unknown): string[] {
  if (typeof view === "string") return [view];
  if (typeof view !== "object" || view === null) return [];
  return Object.values(view).flatMap(textsOf);
}
