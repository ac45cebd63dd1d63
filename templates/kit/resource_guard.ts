/**
 * Stands before the routes of a resource: finds who asks, and decides by the rules before a body is read.
 *
 * @module
 */
import { type AskAuth, refusal, viewerOf } from "./access_guard.ts";
import {
  decide,
  type EntityAccess,
  sight,
  tenantPart,
  type Viewer,
} from "./access_rule.ts";
import type { Grant } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import { OWNERSHIP } from "./owned_entity.ts";
import {
  failed,
  ok,
  type Outcome,
  type Problem,
  unauthorized,
} from "./problem.ts";
import type { ApiShape } from "./resource_spec.ts";

/** What somebody may do, and who it is. */
export interface Permit {
  /** What a request may do; without one everything. */
  readonly grant?: Grant;
  /** Who asks, if signed in. */
  readonly viewer?: Viewer;
}

/** Stands before the routes of a resource. */
export interface ResourceGuard {
  /** Decides whether a request may go on. */
  decide(request: Request, operation: string): Promise<Outcome<Permit>>;
  /** Answers a request that may not. */
  refuse(request: Request, problem: Problem): Response;
  /** Says why an entity may not be touched; undefined if it may. */
  refusal(
    permit: Permit,
    spec: EntitySpec,
    entity: Entity,
  ): Problem | undefined;
  /** Restricts a list to what the permit is about. */
  restrict(permit: Permit, query: ListQuery): ListQuery;
  /** Finds what there is for somebody, whatever the rules allow; undefined where everything is. */
  sight(viewer: Viewer | undefined): Grant | undefined;
}

/**
 * Makes the guard of an entity. Unlike where nothing depends on who asks, a token is looked at wherever one is sent, and
 * one that is not valid makes nobody anonymous.
 */
export function resourceGuard(
  access: EntityAccess,
  ask: AskAuth,
  { scheme }: Pick<ApiShape, "scheme">,
): ResourceGuard {
  return {
    async decide(request, operation) {
      const viewer = await viewerOf(request, ask, scheme);
      if (viewer === undefined && request.headers.has("authorization")) {
        return failed(unauthorized());
      }
      const grant = decide(access, operation, viewer);
      return grant.ok ? ok({ grant: grant.value, viewer }) : grant;
    },
    refuse: (request, problem) => refusal(request, problem, scheme),
    refusal: ({ grant }, { label }, entity) =>
      OWNERSHIP.refusal(grant, entity, label),
    restrict: ({ grant }, query) => OWNERSHIP.list(grant, query),
    sight: (viewer) => sightIn(access, viewer),
  };
}

/** Who has no tenant sees nothing of any. */
function sightIn(
  access: EntityAccess,
  viewer: Viewer | undefined,
): Grant | undefined {
  const seen = sight(access, viewer);
  const within = tenantPart(access, viewer);
  return seen || within
    ? { ...(seen ? { seen } : {}), ...(within ? { within } : {}) }
    : undefined;
}
