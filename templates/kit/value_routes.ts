/**
 * The route of the values that a field has, each once.
 *
 * @module
 */
import type { Groups } from "./entity_request.ts";
import type { Api } from "./http_api.ts";
import { errorResponse, jsonResponse } from "./http_response.ts";
import type { ResourceGuard } from "./resource_guard.ts";
import type { ApiShape, Ask } from "./resource_spec.ts";

/** What {@link mountValues} needs. */
export interface ValuesOptions {
  /** Where they are. */
  readonly path: string;
  /** What they stand under in an envelope. */
  readonly plural: string;
  /** The field. */
  readonly field: string;
  /** How the API looks. */
  readonly shape: Pick<ApiShape, "envelope">;
  /** Asks the controller of the entity that has the field. */
  readonly ask: Ask;
  /** Stands before that entity: who may list it sees the values of what they would find. */
  readonly guard?: ResourceGuard;
}

/** Adds the route; the values stand in their order, without null. */
export function mountValues(api: Api, options: ValuesOptions): void {
  const { path, plural, field, shape, ask, guard } = options;
  const name = shape.envelope ? plural : "items";
  api.route("GET", path, async ({ raw }) => {
    const permit = await guard?.decide(raw, "list");
    if (permit && !permit.ok) return guard!.refuse(raw, permit.problem);
    const reply = await ask({
      operation: "groups",
      by: field,
      filters: [],
      grant: permit?.value.grant,
    });
    if (!reply.ok) return errorResponse(reply.problem);
    const { groups } = reply.value as Groups; // what "groups" is answered with
    const values = groups.map(({ value }) => value);
    return jsonResponse({ [name]: values.filter((value) => value !== null) });
  });
}
