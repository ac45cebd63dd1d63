/**
 * Tenants at a registration: whoever registers opens one, whom somebody creates joins theirs.
 *
 * @module
 */
import type { Viewer } from "./access_rule.ts";
import type { Membership, Tenancy } from "./auth_service.ts";
import type {
  EntityReply,
  EntityRequest,
  JsonObject,
} from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
  type Problem,
} from "./problem.ts";

/** What is known about tenants where users are made. */
export interface TenantOptions {
  /** What the body of a registration calls the tenant, such as `organisation`. */
  readonly name: string;
  /** The users' field that holds the id of their tenant. */
  readonly field: string;
  /** What whoever opens one has in this field, unless the settings say otherwise. @default nothing */
  readonly founder?: { readonly field: string; readonly value: string };
  /** Asks the tenants' controller. */
  readonly tenants: (request: EntityRequest) => Promise<EntityReply<Entity>>;
}

/** Tells the service that makes users where each belongs. */
export function tenancy(options: TenantOptions): Tenancy {
  return {
    field: options.field,
    join: (body, creator) => joinTenant(options, body, creator),
  };
}

/**
 * Finds the tenant that a new user belongs to: the creator's, or a new one made of the body. A new one goes again by
 * `undo`, so that a user who is refused leaves none behind.
 */
async function joinTenant(
  { name, field, founder, tenants }: TenantOptions,
  body: JsonObject,
  creator: Viewer | undefined,
): Promise<Outcome<Membership>> {
  const { [name]: wish, ...fields } = body;
  if (creator) {
    const isRefused = wish !== undefined || creator.tenant === undefined;
    if (isRefused) return refuse(name, "is that of whoever is signed in");
    return ok({ user: { ...fields, [field]: creator.tenant }, undo: nothing });
  }
  if (!isObject(wish)) return refuse(name, "is required");
  const made = await tenants({ operation: "create", body: wish });
  if (!made.ok) return failed(below(name, made.problem));
  const { id } = made.value as Entity; // a creation is answered with the entity
  return ok({
    user: {
      ...(founder ? { [founder.field]: founder.value } : {}),
      ...fields,
      [field]: id,
    },
    undo: async () => void await tenants({ operation: "delete", id }),
  });
}

function refuse(path: string, message: string): Outcome<Membership> {
  return failed(invalid([{ path, message }]));
}

/** What is wrong with a part of a body stands below its name. */
function below(name: string, problem: Problem): Problem {
  const errors = problem.errors?.map(({ path, message }): FieldError => ({
    path: `${name}.${path}`,
    message,
  }));
  return errors ? { ...problem, errors } : problem;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function nothing(): Promise<void> {}
