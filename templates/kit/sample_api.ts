/**
 * An API for one entity whose controller is a function: what the tests of the HTTP half work with.
 *
 * @module
 */
import { integer, text } from "./api_schema.ts";
import { entitySchema, patchSchema } from "./body_schema.ts";
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import { type EntityRoutesOptions, mountEntity } from "./entity_routes.ts";
import type { EntitySpec } from "./entity_spec.ts";
import { type Api, type ApiOptions, createApi } from "./http_api.ts";
import { ok } from "./problem.ts";

/** Describes the entity. */
export const NOTE_SPEC: EntitySpec = {
  name: "note",
  label: "note",
  path: "/notes",
  table: "notes",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    rank: { kind: "integer", column: "rank", nullable: true },
  },
  search: ["title"],
};

/** The id of the one note there is. */
export const NOTE_ID = "0197a3c2-0000-7000-8000-000000000001";

/** The one note there is. */
export const NOTE = {
  id: NOTE_ID,
  createdAt: "2026-01-31T09:30:00.000Z",
  updatedAt: "2026-01-31T09:30:00.000Z",
  title: "Milk",
  rank: null,
};

/** Makes the API; `requests` collects what reaches the controller. */
export function sampleApi(
  options: Partial<ApiOptions & EntityRoutesOptions> = {},
): { readonly api: Api; readonly requests: readonly EntityRequest[] } {
  const requests: EntityRequest[] = [];
  const api = createApi({
    openapi: { openapi: "3.1.0" },
    health: () => ({ status: "ok", live: true, ready: true, components: [] }),
    ...options,
  });
  const fields = {
    title: text({ min: 1, max: 5 }),
    rank: integer().nullable(),
  };
  mountEntity(api, {
    spec: NOTE_SPEC,
    operations: ["list", "get", "create", "replace", "patch", "delete"],
    actions: ["mark-done"],
    createSchema: entitySchema({ ...fields, rank: fields.rank.optional() }),
    replaceSchema: entitySchema(fields),
    patchSchema: patchSchema(fields),
    send: (request) => {
      requests.push(request);
      return Promise.resolve(answer(request));
    },
    ...options,
  });
  return { api, requests };
}

function answer(request: EntityRequest): EntityReply<unknown> {
  switch (request.operation) {
    case "list":
      return ok({ items: [NOTE], nextCursor: null });
    case "delete":
      return ok(null);
    default:
      return ok(NOTE);
  }
}
