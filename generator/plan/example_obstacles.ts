/**
 * What keeps an example of logic from being played over HTTP.
 *
 * @module
 */
import type { LogicExample, LogicModel } from "../model/logic_model.ts";
import type {
  ActionModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import { isDenied } from "./acceptance_elsewhere.ts";
import {
  EXAMPLE_TIMES,
  exampleValue,
  isKept,
  mayDiffer,
} from "./example_world.ts";
import { type LogicReads, readsOf } from "./logic_reads.ts";
import { isSetByActions } from "./sample_views.ts";

/** An example of a piece of an entity's logic. */
export interface Play {
  /** The logic. */
  readonly logic: LogicModel;
  /** The example. */
  readonly example: LogicExample;
  /** Whose logic it is. */
  readonly entity: EntityModel;
  /** The system. */
  readonly system: SystemModel;
}

/** Says why an example's entity is none that the action finds and has something to do with; undefined when it is. */
export function notBefore(
  { example: { given } }: Play,
  { set, when, needs }: ActionModel,
  isGuard: boolean,
): string | undefined {
  const gives = (member: string) => Object.hasOwn(given, member);
  const locked = Object.entries(when).find(([member, allowed]) =>
    gives(member) && !allowed.some((value) => value === given[member])
  );
  if (locked) return `the action is refused for its ${locked[0]} before`;
  const empty = needs.find((member) => gives(member) && given[member] === null);
  if (empty !== undefined) return `the action needs ${empty}`;
  const settled = Object.keys(set).find((member) =>
    gives(member) &&
    (!isGuard || given[member] === set[member] ||
      set[member] === "$now" && given[member] !== null)
  );
  return settled === undefined
    ? undefined
    : `the action itself sets ${settled}`;
}

/** Says why nobody can send such a request; undefined when somebody can. */
export function notAllowed(
  operation: string,
  entity: EntityModel,
): string | undefined {
  const { operations, actions, stateRules } = entity;
  const isThere = operations.some((one) => one === operation) ||
    actions.some(({ name }) => name.kebab === operation);
  const action = actions.find(({ name }) => name.kebab === operation);
  if (!isThere || isDenied(entity, action?.name.snake ?? operation)) {
    return `nobody can ${operation} it`;
  }
  const locks = Object.keys(stateRules?.editable ?? {}).length > 0 &&
    operation !== "create" && !stateRules?.exempt.includes(operation);
  return locks
    ? `whether anybody can ${operation} it depends on its state`
    : undefined;
}

/** Says why a field of an example cannot be given; undefined when all can. */
export function notGiven(
  { entity, example: { given } }: Play,
  sets: (field: FieldModel) => boolean,
): string | undefined {
  for (const [member, value] of Object.entries(given)) {
    const field = entity.fields.find(({ name }) => name === member);
    if (!field || !sets(field)) return `no client can set ${member}`;
    if (!isKept(value, field)) {
      return `the API keeps ${member} in another spelling`;
    }
  }
}

/** Tells whether clients can set a field of what they create. */
export function clientSets(
  { readOnly, decided, assigned, slot }: FieldModel,
): boolean {
  return !readOnly && !decided && !assigned && !slot;
}

/** Tells whether a field can be set before a test begins: what only actions set, too, as the tests of actions do. */
export function stateSets(field: FieldModel): boolean {
  return isSetByActions(field) || !field.readOnly && !field.assigned &&
      !field.slot;
}

/** Tells whether clients can change a field, other than by actions. */
export function changeSets(
  field: FieldModel,
  { actions }: EntityModel,
): boolean {
  return clientSets(field) && !field.immutable &&
    !actions.some(({ set }) => Object.hasOwn(set, field.name));
}

/** Says what the logic looks at that a request makes otherwise; undefined when that is nothing. */
export function otherThere(
  { entity, system, example: { given } }: Play,
  reads: LogicReads | undefined,
  options: {
    readonly others?: ReadonlyMap<string, unknown>;
    readonly seesBefore?: boolean;
  } = {},
): string | undefined {
  if (!reads) return "it may look at all of what it is given";
  if (reads.clock && tellsTime(reads)) return "it has two clocks";
  const { others, seesBefore = false } = options;
  const isOther = (member: string) => {
    if (!others?.has(member)) return mayDiffer(member, entity);
    const field = entity.fields.find(({ name }) => name === member);
    const value = others.get(member);
    return field === undefined || value === undefined ||
      JSON.stringify(value) !== JSON.stringify(exampleValue(field));
  };
  const context = [...reads.context].find((path) =>
    path.startsWith("before.")
      ? !seesBefore || mayDiffer(path.slice("before.".length), entity)
      // Where nobody signs in, nobody asks in an example either.
      : path !== "now" && (path !== "viewer" || system.users !== undefined)
  );
  const member = context ??
    [...reads.entity].find((one) => !Object.hasOwn(given, one) && isOther(one));
  return member === undefined
    ? undefined
    : `it looks at ${member}, which a request makes otherwise`;
}

/** Tells whether logic looks at the time at which every example happens. */
export function tellsTime({ entity, context }: LogicReads): boolean {
  return context.has("now") ||
    EXAMPLE_TIMES.some((member) =>
      entity.has(member) || context.has(`before.${member}`)
    );
}

/** Finds out what the logic of a field looks at: what it is worked out of may be worked out itself. */
export function withInputs(
  { logic, entity, system }: Play,
  field: FieldModel,
): LogicReads | undefined {
  const reads = readsOf(logic, entity, system);
  if (!reads) return undefined;
  const before = entity.fields.slice(0, entity.fields.indexOf(field));
  const inputs = before.filter((one) => one.logic && reads.entity.has(one.name))
    .map((one) =>
      [
        one.name,
        withInputs(
          { logic: one.logic ?? logic, entity, system, example: { given: {} } },
          one,
        ),
      ] as const
    );
  const members = new Set(reads.entity);
  for (const [member, inner] of inputs) {
    if (!inner) return undefined;
    members.delete(member);
    for (const one of inner.entity) members.add(one);
  }
  const clock = reads.clock || inputs.some(([, inner]) => inner?.clock);
  return { entity: members, context: reads.context, clock };
}
