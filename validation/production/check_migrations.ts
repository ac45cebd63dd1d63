/**
 * Migrations: processes that start at once on an empty database apply each once, and all of them work.
 *
 * @module
 */
import { join } from "node:path";
import type { DeepContext } from "../deep_part.ts";
import { ask } from "./ask.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { logName } from "./rehearsal.ts";
import { onStage } from "./stage.ts";
import { openSight } from "./store_sight.ts";

/** Processes that start at the same moment. */
export const PROCESSES = 4;

/** Starts several processes on one empty database. */
export function checkMigrations(context: DeepContext): Promise<CheckOutcome> {
  if (context.model.engine === "memory") {
    return Promise.resolve({ notApplicable: "there is nothing to migrate" });
  }
  return onStage(context, "migrations", async (stage) => {
    const started = await Promise.allSettled(
      Array.from({ length: PROCESSES }, () => stage.start()),
    );
    const systems = started.flatMap((one) =>
      one.status === "fulfilled" ? [one.value] : []
    );
    const findings: FindingDraft[] = [];
    try {
      context.signal.throwIfAborted();
      for (const one of started) {
        if (one.status === "rejected") {
          findings.push(broken("main.ts", String(one.reason)));
        }
      }
      for (const { url } of systems) {
        const { status } = await ask(`${url}/health/ready`, {
          signal: context.signal,
        });
        if (status !== 200) {
          findings.push(broken("GET /health/ready", `found ${status}`));
        }
      }
    } finally {
      await Promise.all(systems.map((system) => system.stop()));
    }
    const wanted = await migrationsIn(join(stage.dir, "migrations"));
    await using sight = await openSight(context, stage);
    const rows = await sight?.rows(
      "SELECT name FROM _migrations ORDER BY position",
    ) ?? [];
    const applied = rows.map(({ name }) => String(name));
    if (applied.length === 0 || applied.join() !== wanted.join()) {
      findings.push(
        broken(
          "migrations/",
          `found ${applied.join(", ") || "none"} applied, wanted each once: ${
            wanted.join(", ")
          }`,
        ),
      );
    }
    const note =
      `${systems.length} of ${PROCESSES} processes started at once, ${applied.length} migrations applied`;
    context.bench.log(logName("migrations"), note);
    return { findings, note, log: logName("migrations") };
  });
}

async function migrationsIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  if (await Deno.stat(folder).then(() => false, () => true)) return names;
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith(".sql")) names.push(name.replace(/\.sql$/, ""));
  }
  return names.sort();
}

function broken(place: string, cause: string): FindingDraft {
  return {
    code: "V810",
    place,
    cause: cause.slice(0, 400),
    nextStep: "take a lock before looking which migrations are missing",
  };
}
