/**
 * How a system is whose database can fail while its process works.
 *
 * @module
 */
import type { Health } from "./system_routes.ts";

/** Adds the database to the health of a system: without it the process works, and can answer no request. */
export function healthWith(
  health: Health,
  database: { readonly available: boolean },
): Health {
  const { available } = database;
  const state = available ? "available" : "unavailable";
  return {
    status: available ? health.status : "database unavailable",
    live: health.live,
    ready: health.ready && available,
    components: [...health.components, { name: "database", state }],
  };
}
