/**
 * Several workers that serve the same port as one system.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import { jointHealth } from "./joint_health.ts";
import { sumMetrics } from "./sum_metrics.ts";
import { SUPERVISION } from "./supervision.ts";
import type { Health, SharedSight } from "./system_routes.ts";
import { TeamMember, unwell } from "./team_member.ts";

/** What a {@link WorkerTeam} needs. */
export interface WorkerTeamOptions<C> {
  /** How many workers there are. */
  readonly workers: number;
  /** The settings of each, with a port that is not 0. */
  readonly config: C;
  /** Makes a thread that calls `serveAsWorker()`. */
  readonly createWorker: () => Worker;
  /** Hears of what becomes of workers. @default nobody */
  readonly log?: Log;
  /** Takes the lines of their logs, line ends included. @default nobody */
  readonly onLine?: (line: string) => void;
  /** How long they may take to stop, in milliseconds. @default 12000 */
  readonly stopMs?: number;
  /** How long the first of several restarts waits, in milliseconds; each waits twice as long as the last. @default 100 */
  readonly firstMs?: number;
}

/**
 * Starts workers, starts those again that fail, and stops all of them.
 *
 * The intensity is that of the components: the sixth end of a worker within half a minute ends the team. A worker that
 * cannot start when the team does ends it at once: what keeps it from starting will keep it again.
 */
export class WorkerTeam<C> implements SharedSight {
  readonly #options: WorkerTeamOptions<C>;
  /** By number; undefined while one is about to be started again. */
  readonly #seats = new Map<number, TeamMember<C> | undefined>();
  readonly #failed = Promise.withResolvers<never>();
  readonly #stopping = new AbortController();
  #hasStarted = false;
  #stopped: Promise<string[]> | undefined;
  /** When workers ended, as far as that counts. */
  #ends: readonly number[] = [];
  #restarts = 0;
  /** What those had counted that are gone. */
  #gone = "";

  /** Starts nothing yet. */
  constructor(options: WorkerTeamOptions<C>) {
    this.#options = options;
    this.#failed.promise.catch(() => {}); // start() and run() tell of it
  }

  /** Starts all; resolves with their address once all of them listen. Rejects if one cannot. */
  async start(): Promise<string> {
    const all = Array.from(
      { length: this.#options.workers },
      (_, index) => this.#open(index + 1).listening,
    );
    const [url = ""] = await Promise.race([
      Promise.all(all),
      this.#failed.promise,
    ]);
    this.#hasStarted = true;
    return url;
  }

  /** Resolves when it is told to stop; rejects when workers have failed too often. */
  async run(): Promise<void> {
    const stopping = Promise.withResolvers<void>();
    const { signal } = this.#stopping;
    signal.addEventListener("abort", () => stopping.resolve());
    if (signal.aborted) return;
    await Promise.race([stopping.promise, this.#failed.promise]);
  }

  /** Lets all finish what they have in hand; returns what went wrong on the way down. */
  stop(): Promise<string[]> {
    return this.#stopped ??= this.#stop();
  }

  /** Tells how all are. */
  async health(): Promise<Health> {
    const all = [...this.#seats].map(([number, member]) =>
      member?.health() ??
        unwell(`worker ${number} is being restarted`, { live: true })
    );
    return jointHealth(await Promise.all(all));
  }

  /** Tells what all have counted, those that are gone too. */
  async metrics(): Promise<string> {
    const members = this.#members();
    const texts = await Promise.all(members.map((member) => member.metrics()));
    return sumMetrics(texts, [this.#gone]) +
      "# HELP workers Workers that serve the port.\n" +
      `# TYPE workers gauge\nworkers ${members.length}\n` +
      "# HELP worker_restarts_total Times that a worker was started again.\n" +
      "# TYPE worker_restarts_total counter\n" +
      `worker_restarts_total ${this.#restarts}\n`;
  }

  #members(): TeamMember<C>[] {
    return [...this.#seats.values()].filter((member) => member !== undefined);
  }

  #open(worker: number): TeamMember<C> {
    const { createWorker, config, onLine = () => {} } = this.#options;
    const member = new TeamMember(createWorker, { worker, config }, {
      onLine,
      onAsk: (of) => this[of](),
    });
    this.#seats.set(worker, member);
    void this.#follow(member);
    return member;
  }

  /** Waits for the end of a worker, and has another take its place. */
  async #follow(member: TeamMember<C>): Promise<void> {
    const { number } = member;
    const { complaints } = await member.ended;
    this.#gone = sumMetrics([], [this.#gone, member.counted]);
    const { signal } = this.#stopping;
    if (signal.aborted) {
      this.#seats.delete(number);
      return;
    }
    this.#seats.set(number, undefined);
    const reason = complaints.join("; ") || "it has ended by itself";
    const { log = () => {}, firstMs = FIRST_MS } = this.#options;
    log({
      level: "error",
      event: "worker_ended",
      worker: number,
      error: reason,
    });
    if (!this.#hasStarted) return this.#failed.reject(new Error(reason));
    const earlier = this.#noteEnd();
    if (earlier >= MOST_RESTARTS) {
      return this.#failed.reject(
        new Error(
          `Cannot restart worker ${number}: found ${earlier} restarts within ${WINDOW_MS} ms, wanted fewer: ${reason}`,
        ),
      );
    }
    await pause(firstMs * 2 ** earlier, signal);
    if (signal.aborted) return;
    this.#restarts++;
    const next = this.#open(number);
    await next.listening;
    log({ level: "info", event: "worker_restarted", worker: number });
  }

  /** Returns how many ends there were in the window before. */
  #noteEnd(): number {
    const now = performance.now();
    const recent = this.#ends.filter((at) => at > now - WINDOW_MS);
    this.#ends = [...recent, now];
    return recent.length;
  }

  async #stop(): Promise<string[]> {
    this.#stopping.abort();
    const { stopMs = STOP_MS } = this.#options;
    const done = new AbortController();
    const late = pause(stopMs, done.signal);
    const members = this.#members();
    for (const member of members) member.stop();
    const complaints = await Promise.all(members.map(async (member) => {
      const end = await Promise.race([member.ended, late]);
      if (end === undefined) member.terminate();
      return (end?.complaints ?? [`did not stop within ${stopMs} ms`])
        .map((text) => `worker ${member.number}: ${text}`);
    }));
    done.abort();
    return complaints.flat();
  }
}

/** Resolves after a time, or when aborted. */
async function pause(ms: number, signal: AbortSignal): Promise<undefined> {
  const over = Promise.withResolvers<undefined>();
  const end = () => over.resolve(undefined);
  const timer = setTimeout(end, ms);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  await over.promise;
  clearTimeout(timer);
  return undefined;
}

const { maxRestarts: MOST_RESTARTS = 5, windowMs: WINDOW_MS = 30_000 } =
  SUPERVISION.supervision ?? {};
const FIRST_MS = 100;
/** Longer than a harness gives its components, and shorter than deployments give the process. */
const STOP_MS = 12_000;
