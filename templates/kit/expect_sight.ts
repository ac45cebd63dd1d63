/**
 * What there is for whom, worked out from what is declared, without the code that is tested.
 *
 * @module
 */
import type { SystemAccess } from "./access_rule.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { Sources } from "./resource_spec.ts";

/** What is declared of what is not there for everybody; entities by their names. */
export interface TrialSight {
  /** The entity of users. */
  readonly users: string;
  /** The rules of users, and of every entity of which not everybody sees all. */
  readonly access: SystemAccess;
  /** What puts one into a state in which not everybody sees it. */
  readonly unseen: Readonly<Record<string, JsonObject>>;
  /** The tenants that users belong to. @default there are none */
  readonly tenants?: {
    /** The entity that they are. */
    readonly entity: string;
    /** The roles that their users have. */
    readonly roles: readonly string[];
    /** Finds the one that what is made belongs to. */
    readonly home: () => Promise<Entity>;
  };
}

/** What is known of a system when it is worked out what somebody sees in it. */
export interface Seeing {
  /** The controllers, past all rules. */
  readonly sources: Sources;
  /** What is not there for everybody. @default nothing */
  readonly sight?: TrialSight;
  /** Who sees. @default nobody */
  readonly viewerId?: string;
}

/** Tells whether an entity is there for somebody: in their tenant, and in a state in which they see it. */
export async function isThere(
  seeing: Seeing,
  kind: string,
  entity: Entity,
): Promise<boolean> {
  const { sight, viewerId } = seeing;
  const access = sight && Object.hasOwn(sight.access, kind)
    ? sight.access[kind]
    : undefined;
  if (!sight || !access) return true;
  const viewer = viewerId === undefined
    ? undefined
    : await userOf(seeing, sight, viewerId);
  if (access.tenant !== undefined) {
    const home = sight.access[sight.users]?.tenant ?? "";
    const tenant = viewer && valueOf(viewer, home);
    if (!tenant || valueOf(entity, access.tenant) !== tenant) return false;
  }
  const { when = {}, always = [] } = access.visible ?? {};
  const isSeen = Object.entries(when).every(([field, values]) =>
    values.some((value) => value === valueOf(entity, field))
  );
  if (isSeen) return true;
  if (!viewer) return false;
  const role = valueOf(viewer, sight.access[sight.users]?.role ?? "");
  return always.includes("users") ||
    typeof role === "string" && always.includes(role) ||
    always.includes("owner") && access.owner !== undefined &&
      valueOf(entity, access.owner) === viewer.id;
}

/** Gives those that are there for somebody. */
export async function thereOf(
  seeing: Seeing,
  kind: string,
  entities: readonly Entity[],
): Promise<readonly Entity[]> {
  const there: Entity[] = [];
  for (const one of entities) {
    if (await isThere(seeing, kind, one)) there.push(one);
  }
  return there;
}

async function userOf(
  { sources }: Seeing,
  { users }: TrialSight,
  id: string,
): Promise<Entity | undefined> {
  const reply = await sources[users]?.({ operation: "get", id });
  return reply?.ok ? reply.value as Entity : undefined; // what a get is answered with
}
