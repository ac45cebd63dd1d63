/**
 * Puts into the draft what is no longer possible in some states.
 *
 * @module
 */
import {
  type Literal,
  type Operation,
  OPERATIONS,
} from "../blueprint/blueprint.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { Feature } from "./feature.ts";
import { actionName, stateOf } from "./fold_actions.ts";
import { entityOf } from "./fold_fields.ts";
import { singular } from "./inflection.ts";

type Lock = Extract<Feature, { is: "locked" }>;

/** Puts a lock into the draft: `editable`, `requires` or the `when` of actions; quoted where a state is not known. */
export function foldLock(draft: SystemDraft, lock: Lock): Outcome {
  const entity = entityOf(draft, lock.of);
  const allowed = entity && allowedOf(entity, lock);
  if (entity === undefined || allowed === undefined) return NOT_UNDERSTOOD;
  const { field, values } = allowed;
  const said = `only while ${field} is ${values.join(" or ")}`;
  if (lock.child !== undefined) {
    const child = entityOf(draft, lock.child);
    return child && require_(child, entity, field, values)
      ? {
        refs: [`${child.name}.create`],
        phrases: [`${child.name} is made ${said} of its ${entity.name}`],
      }
      : NOT_UNDERSTOOD;
  }
  const actions = lock.verbs.map((verb) => actionName(entity, verb) ?? "");
  if (!actions.every((name) => entity.actions.has(name))) return NOT_UNDERSTOOD;
  const isFree = lock.operations.length === 0 ||
    lockEditing(entity, lock.operations, field, values);
  if (!isFree) return NOT_UNDERSTOOD;
  for (const name of actions) {
    const action = entity.actions.get(name);
    if (action === undefined) continue;
    const before = action.when?.[field];
    const both = before ? values.filter((one) => before.includes(one)) : values;
    if (both.length === 0) return NOT_UNDERSTOOD;
    action.when = { ...action.when, [field]: both };
  }
  return {
    refs: [entity.name, ...actions.map((name) => `${entity.name}.${name}`)],
    phrases: [
      `${
        [...lock.operations.filter((one) => one !== "replace"), ...actions]
          .join(" and ")
      } of ${entity.name} ${said}`,
    ],
  };
}

/** Returns in which values of which field something is possible. */
function allowedOf(
  entity: EntityDraft,
  { states, open, after }: Lock,
): { field: string; values: readonly Literal[] } | undefined {
  const found = states.map((word) =>
    stateOf(entity, word) ?? stateOf(entity, singular(word))
  );
  const [first] = found;
  if (!first || found.some((one) => one?.field !== first.field)) {
    return undefined;
  }
  const { field } = first;
  const named = found.flatMap((one) => one === undefined ? [] : [one.value]);
  const all: readonly Literal[] = entity.fields.get(field)?.values ??
    [false, true];
  const before = after ? reachedWithout(entity, field, named) : all;
  const values = open
    ? all.filter((one) => named.includes(one))
    : all.filter((one) => !named.includes(one) && before.includes(one));
  return values.length > 0 && values.length < all.length
    ? { field, values }
    : undefined;
}

/**
 * Lists the values of a field that are reached without ever having had some of them. All of them, where the field is not
 * changed by actions alone or what it starts with is not known: then nothing is said of what comes after what.
 */
function reachedWithout(
  { fields, actions }: EntityDraft,
  name: string,
  left: readonly Literal[],
): readonly Literal[] {
  const field = fields.get(name);
  const all = field?.values ?? [false, true];
  if (!field?.readOnly || field.default === undefined) return all;
  const reached: Literal[] = left.includes(field.default)
    ? []
    : [field.default];
  // What is put at the end while it is walked is walked, too.
  for (const from of reached) {
    for (const { set, when } of actions.values()) {
      const to = set[name];
      if (to === undefined) continue;
      const leaves = when?.[name]?.includes(from) ?? true;
      if (leaves && !left.includes(to) && !reached.includes(to)) {
        reached.push(to);
      }
    }
  }
  return reached;
}

/** One entity can be editable in one way only: the same states for everything that is locked. */
function lockEditing(
  entity: EntityDraft,
  operations: readonly Operation[],
  field: string,
  values: readonly Literal[],
): boolean {
  if (entity.requires || entity.softDelete) return false;
  const { editable } = entity;
  const isSame = editable === undefined ||
    editable.field === field && editable.values.join() === values.join();
  if (!isSame) return false;
  const all = new Set([...editable?.operations ?? [], ...operations]);
  entity.editable = { field, values, operations: all };
  return true;
}

function require_(
  child: EntityDraft,
  parent: EntityDraft,
  field: string,
  values: readonly Literal[],
): boolean {
  const [relation, more] = [...child.relations].filter(([, one]) =>
    one.belongsTo === parent.name
  );
  if (relation === undefined || more !== undefined) return false;
  if (child.editable || child.requires || child.refused.has("create")) {
    return false;
  }
  child.requires = { relation: relation[0], field, values };
  return true;
}

/** Returns what of an entity's blueprint its locks are. */
export function locksOf(entity: EntityDraft, operations: readonly Operation[]) {
  const { editable, requires, visible } = entity;
  const free = editable
    ? CHANGING.filter((one) => !editable.operations.has(one))
    : OPERATIONS.filter((one) => CHANGING.includes(one));
  const exempt = [
    ...free.filter((one) => operations.includes(one)),
    ...requires ? entity.actions.keys() : [],
  ];
  const locked = editable &&
    CHANGING.some((one) =>
      editable.operations.has(one) && operations.includes(one)
    );
  return {
    ...(requires
      ? {
        requires: {
          [requires.relation]: { [requires.field]: single(requires.values) },
        },
      }
      : {}),
    ...(editable && locked
      ? { editable: { [editable.field]: single(editable.values) } }
      : {}),
    ...((locked || requires) && exempt.length > 0 ? { exempt } : {}),
    ...(visible
      ? {
        visible: {
          when: { [visible.field]: single(visible.values) },
          ...(visible.always.length > 0 ? { always: visible.always } : {}),
        },
      }
      : {}),
  };
}

function single(values: readonly Literal[]): Literal | readonly Literal[] {
  const [first, more] = values;
  return first !== undefined && more === undefined ? first : values;
}

const CHANGING: readonly Operation[] = ["replace", "patch", "delete"];
