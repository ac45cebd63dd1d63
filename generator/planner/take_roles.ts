/**
 * Takes the field of users that says what they can be for their roles: nobody gives himself the right to do something.
 *
 * @module
 */
import type { AccessDraft } from "./access_draft.ts";
import type { EntityDraft, FieldDraft, Outcome, SystemDraft } from "./draft.ts";
import { singular } from "./inflection.ts";
import { snakeName } from "./names.ts";

/** The roles of users, in the making. */
export interface TakenRoles {
  /** The role of whoever registers. @default member */
  readonly first?: string;
  /** The others, in the order they were spoken of. */
  readonly roles: readonly string[];
  /** What became of the request's sentences, in its order. */
  readonly outcomes: readonly (readonly Outcome[])[];
}

/**
 * Takes "A user has a name and a role (admin or clerk)" for what users can be. The field goes: every user has a role that only
 * those may change whom the system lets do so.
 *
 * @param type What the field is: an enum says what they can be, a text only that they are something, which counts where roles are
 * spoken of elsewhere
 */
export function takeRoles(
  outcomes: readonly (readonly Outcome[])[],
  draft: SystemDraft,
  { users, type }: {
    readonly users: string;
    readonly type: "enum" | "string";
  },
): TakenRoles {
  const entity = draft.entities.get(users);
  const name = ROLE_NAMES.find((one) => entity?.fields.has(one));
  const field = name === undefined ? undefined : entity?.fields.get(name);
  if (!entity || !name || field?.type !== type || isActedOn(entity, name)) {
    return { roles: [], outcomes };
  }
  const roles = rolesOf(field);
  if (roles === undefined) return { roles: [], outcomes };
  entity.fields.delete(name);
  draft.roleWords = [name, ...field.values ?? []];
  const first = typeof field.default === "string" && !field.assumedDefault
    ? roleNamed(field.default)
    : undefined;
  const spoken = roles.filter((role) => role !== first && !COMMON.has(role));
  const gone = `${users}.${name}`;
  return {
    ...(first === undefined ? {} : { first }),
    roles: spoken,
    outcomes: outcomes.map((row) =>
      row.map((outcome) =>
        withoutField(outcome, gone, [
          ...first === undefined ? [] : [first],
          ...spoken,
        ])
      )
    ),
  };
}

/** Says what whoever registers is, and where nobody may make somebody something else. */
export function tellRoles(first: string, access: AccessDraft): void {
  const { draft, users, roles } = access;
  if (roles.length === 0) return;
  const { write, patch, replace } = access.rules.get(users)?.access ?? {};
  const keepers = roles.filter((role) =>
    draft.entities.has(users) &&
    [patch ?? write, replace ?? write].flat().includes(role)
  );
  draft.assumptions.push(
    `whoever registers is a ${first}; ${
      keepers.length > 0
        ? `${keepers.join(" and ")} may make users something else`
        : `the first who is something else is made from the environment, and nobody makes others: say "admins can manage users" for that`
    }`,
  );
}

/** The names that it chooses among; undefined where one is none. */
function rolesOf({ values = [] }: FieldDraft): readonly string[] | undefined {
  const names = values.map(roleNamed);
  const known = names.flatMap((name) => name ?? []);
  return known.length === names.length ? [...new Set(known)] : undefined;
}

function roleNamed(value: string): string | undefined {
  return snakeName(
    value.toLowerCase().split(/[\s_-]+/).map((word) => singular(word)),
  );
}

/** An action that needs or sets it is about a field. */
function isActedOn(entity: EntityDraft, name: string): boolean {
  return [...entity.actions.values()].some(({ set, when, needs }) =>
    name in set || name in (when ?? {}) || needs?.includes(name)
  );
}

function withoutField(
  outcome: Outcome,
  gone: string,
  roles: readonly string[],
): Outcome {
  const refs = outcome.refs.filter((ref) =>
    ref !== gone && !ref.startsWith(`${gone}.`)
  );
  if (refs.length === outcome.refs.length) return outcome;
  const phrase = roles.length === 0
    ? "every user has a role"
    : `users can be ${roles.join(", ")}`;
  return {
    ...outcome,
    refs: [...refs, "users"],
    phrases: [...outcome.phrases ?? [], phrase],
  };
}

const ROLE_NAMES: readonly string[] = ["role", "roles", "userRole"];

/** Whoever signs in is that. */
export const COMMON: ReadonlySet<string> = new Set(["user", "member"]);
