/**
 * Production readiness: a part of the deep run. What it is asked about is tried on the system as it is shipped.
 *
 * @module
 */
import type { DeepContext, DeepPart } from "../deep_part.ts";
import type { CheckOutcome, CheckPlan } from "../tier.ts";
import { checkContainer } from "./check_container.ts";
import {
  checkContainerEngine,
  checkContainerLinter,
} from "./check_container_tools.ts";
import { checkPermissionsNeeded } from "./check_permissions_needed.ts";
import { checkStart } from "./check_start.ts";
import { checkDrain } from "./check_drain.ts";
import { checkHealth } from "./check_health.ts";
import { checkSoak } from "./check_soak.ts";
import { checkConfiguration } from "./check_configuration.ts";
import { checkMigrations } from "./check_migrations.ts";
import { checkLogs } from "./check_logs.ts";
import { checkMetrics } from "./check_metrics.ts";
import { checkTraces } from "./check_traces.ts";
import { checkKill } from "./check_kill.ts";
import { checkLoad } from "./check_load.ts";
import { checkWorkers } from "./check_workers.ts";
import { logName } from "./rehearsal.ts";

/** The part. */
export const PRODUCTION_PART: DeepPart = {
  part: "production",
  title: "load, failures, stops, limits, settings, sight",
  plan: (context) =>
    PRODUCTION_CHECKS.map(({ name, title, run }): CheckPlan => ({
      id: `production.${name}`,
      title,
      run: () => once(context, name, run),
    })),
};

/** A check of the part. */
export interface ProductionCheck {
  /** What follows `production.` in its id. */
  readonly name: string;
  /** What it makes sure of. */
  readonly title: string;
  /** Finds out. */
  readonly run: (context: DeepContext) => Promise<CheckOutcome>;
}

/** Its checks, in order. */
export const PRODUCTION_CHECKS: readonly ProductionCheck[] = [
  {
    name: "load",
    title: "every answer is right at saturation",
    run: checkLoad,
  },
  {
    name: "drain",
    title: "SIGTERM under load loses no request",
    run: checkDrain,
  },
  {
    name: "kill",
    title: "kill -9 loses no acknowledged write",
    run: checkKill,
  },
  {
    name: "health",
    title: "health and readiness tell how the store is",
    run: checkHealth,
  },
  {
    name: "soak",
    title: "memory stays bounded, and what is counted is what was sent",
    run: checkSoak,
  },
  {
    name: "configuration",
    title: "wrong settings are refused at the start",
    run: checkConfiguration,
  },
  {
    name: "migrations",
    title: "processes that start at once migrate once",
    run: checkMigrations,
  },
  {
    name: "logs",
    title:
      "the log is structured, keeps secrets and tells failures by their ids",
    run: checkLogs,
  },
  {
    name: "metrics",
    title: "metrics can be read, are there and move",
    run: checkMetrics,
  },
  {
    name: "workers",
    title: "several workers are one system",
    run: checkWorkers,
  },
  {
    name: "traces",
    title: "a request's trace is taken up and passed on",
    run: checkTraces,
  },
  {
    name: "permissions",
    title: "every permission is needed",
    run: checkPermissionsNeeded,
  },
  {
    name: "start",
    title: "deno task start is the production mode",
    run: checkStart,
  },
  {
    name: "container",
    title: "the deployment files are fit, and agree with the system",
    run: checkContainer,
  },
  {
    name: "container_linter",
    title: "a public linter finds nothing in the Dockerfile",
    run: checkContainerLinter,
  },
  {
    name: "container_engine",
    title: "the image builds, and runs without rights",
    run: checkContainerEngine,
  },
];

/** What passed before an interruption is not done again; what failed is. */
async function once(
  context: DeepContext,
  name: string,
  run: ProductionCheck["run"],
): Promise<CheckOutcome> {
  const key = `production.${name}`;
  const log = logName(name);
  const kept = context.journal.get<Kept>(key);
  if (kept) {
    if (kept.log !== undefined) context.bench.log(log, kept.log);
    return kept.outcome;
  }
  const outcome = await run(context);
  if ("findings" in outcome && outcome.findings.length === 0) {
    const kept: Kept = { outcome, log: context.bench.logs.get(log) };
    await context.journal.set(key, kept);
  }
  return outcome;
}

interface Kept {
  readonly outcome: CheckOutcome;
  readonly log?: string;
}
