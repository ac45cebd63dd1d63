/**
 * One of several workers that serve the port together: the whole system, in a thread that `main.ts` starts.
 *
 * @module
 */
import type { SystemConfig } from "./config/system_config.ts";
import { serveAsWorker } from "./kit/serve_as_worker.ts";
import { buildSystem } from "./main.ts";

serveAsWorker<SystemConfig>({
  build: async (config, log, seat) =>
    (await buildSystem(config, log, seat)).harness,
});
