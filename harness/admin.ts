/**
 * The live page of a running system: its topology as a graph, rates, depths, health, restarts, and dead
 * letters that can be sent again. One page without outside assets, on loopback unless told otherwise.
 *
 * @example A system that can be looked at
 * ```ts
 * import { SystemExecutionHarness } from "@autocoder/harness";
 * import { serveAdmin } from "@autocoder/harness/admin";
 *
 * const harness = new SystemExecutionHarness({ name: "shop" });
 * let address = "";
 * serveAdmin(harness, { onListening: ({ url }) => address = url });
 * if (!address.startsWith("http://127.0.0.1:")) throw new Error(address);
 * await harness.stop();
 * ```
 *
 * @module
 */
export { adminHandler, type AdminOptions } from "./admin_handler.ts";
export type {
  AdminConnection,
  AdminDeadLetter,
  AdminDeadLetters,
  AdminSnapshot,
  AdminTopology,
} from "./admin_snapshot.ts";
export {
  type AdminAddress,
  type AdminServer,
  serveAdmin,
  type ServeAdminOptions,
} from "./serve_admin.ts";
