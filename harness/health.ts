import type { ComponentState } from "./component_status.ts";
import type { Member } from "./member.ts";

/** Where a harness is in its life. */
export type HarnessState =
  | "created"
  | "starting"
  | "running"
  | "stopping"
  | "stopped"
  | "failed";

/** One component's health, in plain data. */
export interface ComponentHealth {
  /** Name of the component. */
  readonly name: string;
  /** Where it is in its life. */
  readonly state: ComponentState;
  /** Since when, RFC 3339 in UTC. */
  readonly since: string;
  /** Failed messages and failed lifecycle methods so far. */
  readonly errorCount: number;
  /** Message of the last failure. */
  readonly lastError?: string;
}

/** Health of a system, in plain data. */
export interface HealthReport {
  /** Name of the system. */
  readonly system: string;
  /**
   * `ok` while it runs and no component is in `error`, `degraded` while some are, `failed` when it
   * could not start or all are; else the harness's state.
   */
  readonly status:
    | "ok"
    | "degraded"
    | "failed"
    | "created"
    | "starting"
    | "stopping"
    | "stopped";
  /** Whether the process is worth keeping: false only when the status is `failed`. */
  readonly live: boolean;
  /** Whether the system can take work: it runs, and no component is in `error`. */
  readonly ready: boolean;
  /** Its components, in the order they were registered. */
  readonly components: readonly ComponentHealth[];
}

/** Makes a report of this moment. */
export function healthReport(
  system: string,
  state: HarnessState,
  members: readonly Member[],
): HealthReport {
  const failed =
    members.filter((member) => member.component.status.state === "error")
      .length;
  const status = healthStatus(state, failed, members.length);
  return {
    system,
    status,
    live: status !== "failed",
    ready: status === "ok",
    components: members.map(componentHealth),
  };
}

function healthStatus(
  state: HarnessState,
  failed: number,
  all: number,
): HealthReport["status"] {
  if (state !== "running") return state;
  if (failed === 0) return "ok";
  return failed === all ? "failed" : "degraded";
}

function componentHealth(
  { component: { name, status } }: Member,
): ComponentHealth {
  const { state, errorCount, lastError } = status;
  return {
    name,
    state,
    since: status.lastTransition.toISOString(),
    errorCount,
    ...(errorCount > 0 && {
      lastError: lastError instanceof Error
        ? lastError.message
        : String(lastError),
    }),
  };
}
