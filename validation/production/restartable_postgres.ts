/**
 * A PostgreSQL server that can be stopped and started again at the same place.
 *
 * @module
 */
import { join } from "node:path";
import { findPostgres } from "../../templates/kit/postgres_server.ts";
import { type Child, startChild } from "../child_process.ts";

/** A server of our own; disposing of it stops it and removes its data. */
export interface RestartablePostgres extends AsyncDisposable {
  /** Where its database is. */
  readonly url: string;
  /** Stops it; connections are cut. */
  stop(): Promise<void>;
  /** Starts it again. */
  start(): Promise<void>;
}

/** Makes one, or says why there is none: the programs have to be installed here. */
export async function openRestartablePostgres(
  signal: AbortSignal,
): Promise<RestartablePostgres | { readonly missing: string }> {
  const found = await findPostgres();
  if ("missing" in found) return found;
  const { programs, run } = found;
  const folder = (await output([...run, "mktemp", "-d"], signal)).trim();
  const data = join(folder, "data");
  let child: Child | undefined;
  const port = freePort();
  const start = async () => {
    const ready = Promise.withResolvers<void>();
    child = startChild(run[0] ?? join(programs, "postgres"), [
      ...(run[0] === undefined
        ? []
        : [...run.slice(1), join(programs, "postgres")]),
      ...["-D", data],
      ...settings(port, folder).flatMap((setting) => ["-c", setting]),
    ], { cwd: "/", env: Deno.env.toObject(), signal });
    child.exited.then(
      () => ready.reject(new Error("PostgreSQL ended at its start")),
      ready.reject,
    );
    await Promise.race([ready.promise, answers(port)]);
  };
  const stop = async () => {
    const stopped = child;
    child = undefined;
    if (!stopped) return;
    // Its fast way: it does not wait for its clients.
    Deno.kill(stopped.pid, "SIGINT");
    await stopped.exited;
    await stopped[Symbol.asyncDispose]();
  };
  const remove = async () => {
    await stop();
    await output(["rm", "-rf", folder], new AbortController().signal);
  };
  try {
    await output(
      [...run, join(programs, "initdb"), ...initdb(data)],
      signal,
    );
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return { url, start, stop, [Symbol.asyncDispose]: remove };
}

function settings(port: number, folder: string): string[] {
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "fsync=off",
  ];
}

function initdb(data: string): string[] {
  return [
    `--pgdata=${data}`,
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ];
}

/** Waits until the server speaks: while it starts it answers that it does. */
async function answers(port: number): Promise<void> {
  const { openPostgres } = await import(
    "../../templates/kit/postgres_database.ts"
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      await using _ = await openPostgres({ url, connections: 1 });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, TRY_MS));
    }
  }
  throw new Error("PostgreSQL does not answer");
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

async function output(
  [program = "", ...args]: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  await using child = startChild(program, args, {
    cwd: "/",
    env: Deno.env.toObject(),
    signal,
  });
  const { code } = await child.exited;
  if (code === 0) return child.output.stdout;
  throw new Error(`Cannot run "${program}": ${child.output.stderr.trim()}`);
}

const TRY_MS = 100;
const MOST_TRIES = 150;
