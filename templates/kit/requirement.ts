/**
 * What others must be for an entity to be made, changed or deleted, and what it must be itself.
 *
 * @module
 */
import { spelled } from "./entity_body.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import { conflict, type Problem } from "./problem.ts";
import type {
  RequiredState,
  Requirement,
  StoreResult,
} from "./store_command.ts";
import { unreadyDetail } from "./store_refusal.ts";

/** What an entity must be that another refers to. */
export interface RequirementRule {
  /** The field that refers to it; where it is null, nothing is required. */
  readonly reference: string;
  /** The other entity's kind. */
  readonly spec: EntitySpec;
  /** One of these values in each of these fields. */
  readonly state: RequiredState;
}

/** What {@link StateGuard} is made of. */
export interface StateRules {
  /** The entity's kind. */
  readonly spec: EntitySpec;
  /** What others must be for anything to be done with it. @default [] */
  readonly requires?: readonly RequirementRule[];
  /** What it must be itself to be replaced, patched or deleted. @default {} */
  readonly editable?: RequiredState;
  /** The operations and actions that none of this is about. @default [] */
  readonly exempt?: readonly string[];
}

/** Says by the state of things whether something may be done. */
export interface StateGuard {
  /** Finds what must be so of others while an operation or action makes, changes or deletes an entity, given as it is and as it will be. */
  requires(
    operation: string,
    ...states: readonly Entity[]
  ): readonly Requirement[] | undefined;
  /** Says why an entity may not be changed or deleted as it is; undefined if it may. */
  refusal(operation: string, entity: Entity): Problem | undefined;
}

/** Makes the guard of an entity. */
export function stateGuard(
  { spec, requires = [], editable = {}, exempt = [] }: StateRules,
): StateGuard {
  const rules = requires.map((rule) => ({
    ...rule,
    state: spelledState(rule.spec, rule.state),
  }));
  const own = spelledState(spec, editable);
  return {
    requires(operation, ...states) {
      if (exempt.includes(operation)) return undefined;
      const found = rules.flatMap(({ reference, spec, state }) => {
        const ids = states.map((entity) => valueOf(entity, reference));
        return [...new Set(ids)].filter((id) => id !== null)
          .map((id): Requirement => ({ spec, id: String(id), state }));
      });
      return found.length === 0 ? undefined : found;
    },
    refusal(operation, entity) {
      if (!EDITS.has(operation) || exempt.includes(operation)) return undefined;
      const unready = unreadyField(
        spec,
        own,
        (field) => valueOf(entity, field),
      );
      return unready && conflict(unreadyDetail(unready));
    },
  };
}

/** Says what stands against a requirement, given the values of the other entity. */
export function unmetRequirement(
  { spec, state }: Requirement,
  read: (field: string) => unknown,
): StoreResult<never> | undefined {
  const unready = unreadyField(spec, state, read);
  return unready && { kind: "unready", ...unready };
}

function unreadyField(
  { label }: EntitySpec,
  state: RequiredState,
  read: (field: string) => unknown,
): Parameters<typeof unreadyDetail>[0] | undefined {
  for (const [field, values] of Object.entries(state)) {
    const present = read(field);
    if (!values.some((value) => value === present)) {
      return { label, field, values };
    }
  }
  return undefined;
}

/** Values as they are kept, so that they compare with those of entities. */
function spelledState(
  { fields }: EntitySpec,
  state: RequiredState,
): RequiredState {
  return Object.fromEntries(
    Object.entries(state).map(([name, values]) => {
      const field = fields[name];
      return [
        name,
        field ? values.map((value) => spelled(field, value)) : values,
      ];
    }),
  );
}

const EDITS: ReadonlySet<string> = new Set(["replace", "patch", "delete"]);
