/**
 * Who may do what: rules as data, and the one function that decides by them.
 *
 * @module
 */
import type { Grant, SeenPart } from "./entity_request.ts";
import {
  failed,
  forbidden,
  ok,
  type Outcome,
  unauthorized,
} from "./problem.ts";

/** Somebody who is signed in. */
export interface Viewer {
  /** The id of the user. */
  readonly id: string;
  /** The user's role, in a system with roles. */
  readonly role?: string;
  /** The id of the tenant that the user belongs to, in a system with tenants. */
  readonly tenant?: string;
}

/**
 * Who may do one thing: any of these. `everyone` needs no token, `users` any valid one, `owner` the token of whom the
 * entity belongs to; anything else is a role. Nobody may do what has an empty rule.
 */
export type AccessRule = readonly string[];

/** The rules of one entity. */
export interface EntityAccess {
  /** The field that holds the owner's id; `id` where a user owns itself. Needed for rules that name `owner`. */
  readonly owner?: string;
  /** Whether whoever creates one becomes its owner. @default false */
  readonly assignsOwner?: boolean;
  /** The field that holds a user's role: only somebody with a role that may write can change it, and never their own. */
  readonly role?: string;
  /** The field that holds the tenant's id; `id` where it is the tenants themselves. Others' are not there. @default all share it */
  readonly tenant?: string;
  /** Which of them are there for whoever may read: those in a state, and for some, named as in a rule, all or all of their own. @default all */
  readonly visible?: {
    readonly when: SeenPart["when"];
    readonly always?: AccessRule;
  };
  /** By operation, or by the last segment of an action's path. What has no rule is denied. */
  readonly rules: Readonly<Record<string, AccessRule>>;
}

/** The rules of the whole system, by entity. */
export type SystemAccess = Readonly<Record<string, EntityAccess>>;

/** Whether a rule allows everyone, so that no token is looked at. */
export function isPublic(access: EntityAccess, operation: string): boolean {
  return ruleOf(access, operation).includes("everyone");
}

/** Decides what somebody, or nobody, may do: a grant, 401 without a valid token, or 403; inside their tenant. */
export function decide(
  access: EntityAccess,
  operation: string,
  viewer: Viewer | undefined,
): Outcome<Grant> {
  const decided = decideWithin(access, operation, viewer);
  return decided.ok && viewer ? ok({ ...decided.value, by: viewer }) : decided;
}

function decideWithin(
  access: EntityAccess,
  operation: string,
  viewer: Viewer | undefined,
): Outcome<Grant> {
  if (access.tenant === undefined) {
    return decideSeen(access, operation, viewer);
  }
  const within = confinement(access, viewer);
  if (within === undefined) return failed(unauthorized());
  const decided = decideSeen(access, operation, viewer);
  return decided.ok ? ok({ ...decided.value, within }) : decided;
}

/** Finds what somebody is confined to, whatever the rules allow; undefined where they share everything, or have no tenant. */
function confinement(
  { tenant }: EntityAccess,
  viewer: Viewer | undefined,
): Grant["within"] {
  return tenant === undefined || viewer?.tenant === undefined
    ? undefined
    : { field: tenant, id: viewer.tenant };
}

/** Finds the part of an entity's kind that somebody's tenant is: who has none sees nothing of any; undefined where all share it. */
export function tenantPart(
  access: EntityAccess,
  viewer: Viewer | undefined,
): Grant["within"] {
  return access.tenant === undefined
    ? undefined
    : confinement(access, viewer) ?? { field: access.tenant, id: NO_TENANT };
}

/** Finds which entities there are for somebody, whatever the rules allow; undefined where all are. */
export function sight(
  { visible, owner }: EntityAccess,
  viewer: Viewer | undefined,
): Grant["seen"] {
  if (visible === undefined) return undefined;
  const { when, always = [] } = visible;
  if (isAllowed(always, viewer)) return undefined;
  return viewer !== undefined && owner !== undefined && always.includes("owner")
    ? { when, own: { field: owner, id: viewer.id } }
    : { when };
}

function decideSeen(
  access: EntityAccess,
  operation: string,
  viewer: Viewer | undefined,
): Outcome<Grant> {
  const decided = decideByRule(access, operation, viewer);
  const seen = sight(access, viewer);
  return decided.ok && seen ? ok({ ...decided.value, seen }) : decided;
}

function decideByRule(
  access: EntityAccess,
  operation: string,
  viewer: Viewer | undefined,
): Outcome<Grant> {
  const rule = ruleOf(access, operation);
  if (isAllowed(rule, viewer)) {
    return ok(grantFor(access, operation, viewer, { byRole: true }));
  }
  if (viewer === undefined) return failed(unauthorized());
  const { owner } = access;
  if (
    !rule.includes("owner") || owner === undefined || operation === "create"
  ) {
    return failed(forbidden());
  }
  const readable = ["get", "list"].some((name) =>
    isAllowed(ruleOf(access, name), viewer)
  );
  return ok({
    ...grantFor(access, operation, viewer, { byRole: false }),
    own: { field: owner, id: viewer.id, readable },
  });
}

function grantFor(
  access: EntityAccess,
  operation: string,
  viewer: Viewer | undefined,
  { byRole }: { readonly byRole: boolean },
): Grant {
  const { owner, assignsOwner, role } = access;
  const assigns = operation === "create" && assignsOwner && owner !== undefined;
  // A role counts only where it is what allows it: rules for everyone or all users make nobody a keeper of roles.
  const rules = ruleOf(access, operation);
  const keeper = byRole && viewer?.role !== undefined &&
    rules.includes(viewer.role);
  return {
    ...(assigns ? { assigned: { field: owner, id: viewer?.id ?? null } } : {}),
    ...(WRITES.has(operation)
      ? { withheld: withheldFrom(access, viewer) }
      : {}),
    ...(role === undefined
      ? {}
      : { kept: keeper ? { field: role, ofId: viewer.id } : { field: role } }),
  };
}

/** What somebody may not do by an action they may not do by a body. */
function withheldFrom(
  access: EntityAccess,
  viewer: Viewer | undefined,
): Grant["withheld"] {
  const { owner, rules } = access;
  return Object.keys(rules)
    .filter((name) =>
      !OPERATIONS.has(name) && !isAllowed(ruleOf(access, name), viewer)
    )
    .map((action) =>
      viewer !== undefined && owner !== undefined &&
        ruleOf(access, action).includes("owner")
        ? { action, unless: { field: owner, id: viewer.id } }
        : { action }
    );
}

function isAllowed(rule: AccessRule, viewer: Viewer | undefined): boolean {
  return rule.includes("everyone") ||
    viewer !== undefined &&
      (rule.includes("users") ||
        viewer.role !== undefined && !WORDS.has(viewer.role) &&
          rule.includes(viewer.role));
}

/** Finds who may do something. Own properties only: an action may be called `constructor`. */
export function ruleOf({ rules }: EntityAccess, operation: string): AccessRule {
  return Object.hasOwn(rules, operation) ? rules[operation] ?? [] : [];
}

const WRITES: ReadonlySet<string> = new Set(["create", "replace", "patch"]);
const OPERATIONS: ReadonlySet<string> = new Set([
  ...WRITES,
  "list",
  "get",
  "delete",
]);
const WORDS: ReadonlySet<string> = new Set(["everyone", "users", "owner"]);
/** No entity has this id: ids tell when they were made. */
const NO_TENANT = "00000000-0000-0000-0000-000000000000";
