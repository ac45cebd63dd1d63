/**
 * How several workers are, in one report.
 *
 * @module
 */
import type { Health } from "./system_routes.ts";

/** The whole is ready if every worker is, and live if every one is; of each component the worst state is told. */
export function jointHealth(workers: readonly Health[]): Health {
  const worst = workers.find(({ live }) => !live) ??
    workers.find(({ ready }) => !ready) ?? workers[0];
  const states = new Map<string, string>();
  for (const { name, state } of workers.flatMap((one) => one.components)) {
    const known = states.get(name);
    if (known === undefined || WELL.has(known)) states.set(name, state);
  }
  return {
    status: worst?.status ?? "stopped",
    live: workers.every(({ live }) => live),
    ready: workers.length > 0 && workers.every(({ ready }) => ready),
    components: [...states].map(([name, state]) => ({ name, state })),
  };
}

const WELL: ReadonlySet<string> = new Set(["available", "running"]);
