/**
 * Which systems may have several workers, and what their files say of it.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import {
  joined,
  mdCode,
  mdText,
  type Name,
  name,
  type Safe,
  safe,
} from "../../templates/safe_text.ts";
import { hasCaches } from "./cache_views.ts";
import { templateUnit, type Unit, unit } from "./file_plan.ts";
import { keepsFiles } from "./file_view.ts";
import { hasLive } from "./live_views.ts";
import { asksLogic, hasLogic } from "./logic_view.ts";

type Md = Safe<"md">;

/** What of a system needs one process, in words; nothing where several workers can serve it. */
export function processBounds(system: SystemModel): readonly string[] {
  return [
    ...(system.users
      ? ["failed logins and registrations are counted in memory"]
      : []),
    ...(system.rateLimit
      ? ["the requests of each client are counted in memory"]
      : []),
    ...(hasCaches(system)
      ? ["what was read is kept in memory, where writes of others do not reach"]
      : []),
    ...(hasLive(system)
      ? ["open streams of live updates are counted and continued in memory"]
      : []),
  ];
}

/** Tells whether several workers can serve a system. */
export function mayHaveWorkers(system: SystemModel): boolean {
  return system.engine === "postgres" && processBounds(system).length === 0;
}

/** The setting, in systems that ask for it: those of engines that are one process in any case do not. */
export function workerVariables(
  { engine }: Pick<SystemModel, "engine">,
): readonly Name[] {
  return engine === "postgres" ? [name("WORKERS")] : [];
}

/** Says why the setting is 1; undefined where it may be more. */
export function onlyOneBecause(system: SystemModel): string | undefined {
  return mayHaveWorkers(system) ? undefined : listed(processBounds(system));
}

/** The row of the settings' table. */
export function workerRows(system: SystemModel): string[][] {
  if (system.engine !== "postgres") return [];
  return [[
    "WORKERS",
    "1",
    mayHaveWorkers(system)
      ? "how many threads serve the port, each on a core of its own; they share DATABASE_CONNECTIONS"
      : "1: see below why this system runs in one process",
  ]];
}

/** Says in the README how many cores and processes the system can use. */
export function processNotes(system: SystemModel): Md[] {
  const { engine } = system;
  if (engine !== "postgres") {
    const reason: Md = engine === "memory"
      ? safe`what is kept in memory belongs to it`
      : safe`it owns the SQLite file`;
    return [
      safe`It is one process with one event loop, and so answers on one core: ${reason}. Do not start a second instance for more; ${
        mdCode("store: { engine: postgres }")
      } in the blueprint is for systems that need it.`,
    ];
  }
  const instances: Md =
    safe`Several instances, on one machine or many, may share the database.`;
  if (!mayHaveWorkers(system)) {
    return [
      safe`It is one process with one event loop, and so answers on one core: ${
        mdText(listed(processBounds(system)))
      }. It refuses to start with ${
        mdCode("WORKERS")
      } above 1. ${instances} Each of them counts and remembers for itself.`,
    ];
  }
  return [
    safe`With ${
      mdCode("WORKERS=1")
    } it takes one core. With more, that many threads serve the port together, each with the whole system and its part of ${
      mdCode("DATABASE_CONNECTIONS")
    } (each watches the database over one more). From the outside they are one: one ${
      mdCode("listening")
    } line, one answer of ${mdCode("/health")} and ${
      mdCode("/metrics")
    } for all of them whichever is asked, counters that are exact sums, one SIGTERM. The system shares connections among them on Linux only, and a connection that is kept stays with its worker.`,
    safe`A worker that fails is started again within seconds, and the log says so (${
      mdCode("worker_ended")
    }, ${mdCode("worker_restarted")}; ${
      mdCode("worker_restarts_total")
    } counts). What it had in hand is lost to its clients; the others go on. The sixth failure within half a minute ends the process with exit code 1.${
      system.endpoints || system.entities.some(hasLogic)
        ? safe<"md">` Each worker loads ${
          mdCode("logic/")
        } for itself: what a module there remembers, the others do not know.`
        : safe<"md">``
    }`,
    instances,
  ];
}

/** The system's own sources: a thread may only load what the process may read. */
export function workerSources(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): readonly string[] {
  if (!mayHaveWorkers(system)) return [];
  const hasSchemas = system.entities.some(({ operations }) =>
    operations.some((operation) =>
      ["create", "replace", "patch"].includes(operation)
    )
  );
  return [
    ...(system.endpoints ? ["client"] : []),
    "components",
    "config",
    "docs/openapi.json",
    ...(options.harness === "jsr" ? [] : ["harness"]),
    "kit",
    ...(system.endpoints || system.entities.some(hasLogic) ? ["logic"] : []),
    "main.ts",
    "models",
    ...(system.api ? ["resources"] : []),
    ...(system.schedules ? ["schedule"] : []),
    ...(hasSchemas ? ["schemas"] : []),
    "validations",
    ...(system.webhooks ? ["webhooks"] : []),
    "worker.ts",
  ];
}

/** What of the kit serves a port by several workers, or refuses to. */
export function workerRoots(system: SystemModel): string[] {
  if (system.engine !== "postgres") return [];
  return mayHaveWorkers(system)
    ? ["run_workers", "serve_as_worker"]
    : ["one_process"];
}

/** What of the kit tries the workers. */
export function workerTestRoots(system: SystemModel): string[] {
  return mayHaveWorkers(system) ? ["worker_trials"] : [];
}

/** The thread, and its test. */
export function workerUnits(system: SystemModel): Unit[] {
  if (!mayHaveWorkers(system)) return [];
  return [
    templateUnit(
      unit("worker.ts", "main", "scaffold", ["main.ts"]),
      "worker.ts.eta",
      {
        // Logic and endpoints of the user's own come before the seat.
        before: joined(
          [
            ...(system.entities.some(asksLogic) ? ["logic"] : []),
            ...(system.endpoints ? ["endpoints"] : []),
          ].map(() => safe<"ts">`undefined, `),
          safe``,
        ),
      },
    ),
    templateUnit(
      unit("tests/contract/http/workers_test.ts", "test", "scaffold", [
        "worker.ts",
        "config/system_config.ts",
      ]),
      "tests/contract/http/workers_test.ts.eta",
      {
        files: keepsFiles(system),
        schedule: system.schedules !== undefined,
      },
    ),
  ];
}

function listed(reasons: readonly string[]): string {
  return reasons.join("; ");
}
