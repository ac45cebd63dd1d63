import type { ComponentState } from "./component_status.ts";
import type { DeadLetterTrouble } from "./dead_letter_store.ts";
import type { Member, Rest } from "./member.ts";

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
  /** How often it was started again. */
  readonly restarts: number;
  /** Message of the last failure. */
  readonly lastError?: string;
  /** Set while it rests between two lives; its state is then that of the last one, or of a setup. */
  readonly restarting?: RestartingHealth;
}

/** That a component has ended and is about to be started again, in plain data. */
export interface RestartingHealth {
  /** Since when, RFC 3339 in UTC. */
  readonly since: string;
  /** Message of what it failed with; absent when it ended by itself or along with others. */
  readonly error?: string;
}

/** Health of a system, in plain data. */
export interface HealthReport {
  /** Name of the system. */
  readonly system: string;
  /**
   * `ok` while it runs and every component does what it should, `degraded` while some have failed or
   * wait to be started again, `failed` when it could not start, was given up, or all have failed for
   * good; else the harness's state.
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
  /**
   * Set while dead letters that were to be saved are in memory only. It does not change the status: the
   * system works, and would lose them if it were ended for that.
   */
  readonly deadLetterTrouble?: DeadLetterTroubleHealth;
}

/** That dead letters are in memory only, in plain data. */
export interface DeadLetterTroubleHealth {
  /** How many are. */
  readonly unsaved: number;
  /** Since when, RFC 3339 in UTC. */
  readonly since: string;
  /** Message of what keeps them from being saved. */
  readonly error: string;
}

/** Makes a report of this moment. */
export function healthReport(
  system: string,
  state: HarnessState,
  members: readonly Member[],
  trouble: DeadLetterTrouble | undefined,
): HealthReport {
  const failed = members.filter(isFailed).length;
  const resting = members.filter((member) => member.betweenLives).length;
  const status = healthStatus(state, failed, resting, members.length);
  return {
    system,
    status,
    live: status !== "failed",
    ready: status === "ok",
    components: members.map(componentHealth),
    ...(trouble && { deadLetterTrouble: troubleHealth(trouble) }),
  };
}

function healthStatus(
  state: HarnessState,
  failed: number,
  resting: number,
  all: number,
): HealthReport["status"] {
  if (state !== "running") return state;
  if (failed + resting === 0) return "ok";
  return failed === all ? "failed" : "degraded";
}

function isFailed({ betweenLives, component: { status } }: Member): boolean {
  return status.state === "error" && !betweenLives;
}

function componentHealth(
  { betweenLives, component: { name, status, metrics: { restarts } } }: Member,
): ComponentHealth {
  const { state, errorCount, lastError } = status;
  return {
    name,
    state,
    since: status.lastTransition.toISOString(),
    errorCount,
    restarts,
    ...(errorCount > 0 && { lastError: messageOf(lastError) }),
    ...(betweenLives && { restarting: restartingHealth(betweenLives) }),
  };
}

function restartingHealth({ since, failure }: Rest): RestartingHealth {
  return {
    since: new Date(since).toISOString(),
    ...(failure && { error: messageOf(failure.error) }),
  };
}

function troubleHealth(
  { unsaved, since, error }: DeadLetterTrouble,
): DeadLetterTroubleHealth {
  return { unsaved, since: since.toISOString(), error: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
