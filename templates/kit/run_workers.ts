/**
 * The life of a process that may have several workers.
 *
 * @module
 */
import type { LogLevel } from "@autocoder/harness";
import { HttpListener } from "./http_listener.ts";
import { errorResponse } from "./http_response.ts";
import { jsonLog, writeToStdout } from "./json_log.ts";
import { problem } from "./problem.ts";
import {
  endProcess,
  messageOf,
  onSignals,
  type RunnableSystem,
  runUntilStopped,
} from "./run_system.ts";
import { SettingsError } from "./settings.ts";
import { WorkerTeam } from "./worker_team.ts";

/** The settings that workers share. */
export interface TeamConfig {
  /** How many workers there are; with 1 the process itself serves. */
  readonly workers: number;
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** The least level to log. */
  readonly logLevel: LogLevel;
  /** How many connections to the database all of them may have. */
  readonly databaseConnections: number;
}

/** What {@link runWorkers} needs of a system. */
export interface TeamSystem<C extends TeamConfig> extends RunnableSystem<C> {
  /** Does what is done once, before there are workers. */
  readonly prepare: (config: C) => Promise<void>;
  /** Makes a thread that calls `serveAsWorker()`. */
  readonly createWorker: () => Worker;
}

/**
 * Runs a system in as many workers as its settings say until it is told to stop, then ends the process; with one, as
 * `runSystem()` does. Signals and exit codes are the same.
 */
export async function runWorkers<C extends TeamConfig>(
  system: TeamSystem<C>,
): Promise<never> {
  return await endProcess(async () => {
    const config = system.readConfig(Deno.env);
    return config.workers === 1
      ? await runUntilStopped(system)
      : await runTeam(system, config);
  });
}

/** The settings of each of several workers: a port that is free, and a part of the connections. */
export async function configOfEach<C extends TeamConfig>(
  config: C,
): Promise<C> {
  const { workers, databaseConnections } = config;
  if (databaseConnections < workers) {
    throw new SettingsError([
      `Cannot read setting "WORKERS": found "${workers}", wanted at most DATABASE_CONNECTIONS, which is ${databaseConnections}: each worker needs one`,
    ]);
  }
  return {
    ...config,
    port: await freePort(config),
    databaseConnections: Math.floor(databaseConnections / workers),
  };
}

async function runTeam<C extends TeamConfig>(
  system: TeamSystem<C>,
  config: C,
): Promise<readonly string[]> {
  const log = jsonLog({ level: config.logLevel });
  const team = new WorkerTeam({
    workers: config.workers,
    config: await configOfEach(config),
    createWorker: system.createWorker,
    log,
    onLine: writeToStdout,
  });
  await system.prepare(config);
  onSignals((count) => {
    if (count > 1) Deno.exit(130);
    void team.stop(); // ends run() below
  });
  let failure: string | undefined;
  try {
    const running = team.run();
    const url = await Promise.race([team.start(), running]);
    if (url !== undefined) {
      log({ level: "info", event: "listening", url, workers: config.workers });
    }
    await running;
  } catch (error) {
    failure = messageOf(error);
  }
  const complaints = await team.stop();
  // What keeps one from starting keeps the others too: it is said once.
  return failure === undefined
    ? complaints
    : [failure, ...complaints.filter((text) => !text.endsWith(failure))];
}

/**
 * Finds the port, and that nobody else has it: several that want to share a port may have it at the same time, two
 * systems by mistake too.
 */
async function freePort(
  { host, port }: Pick<TeamConfig, "host" | "port">,
): Promise<number> {
  const listener = new HttpListener(() => errorResponse(problem(503)), {
    hostname: host,
    port,
  });
  const url = listener.open();
  await listener.close();
  return Number(new URL(url).port);
}
