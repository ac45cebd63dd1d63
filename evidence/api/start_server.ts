/**
 * Starts a server as a process of its own and waits until it listens.
 *
 * @module
 */
import { cpuSeconds } from "./cpu_time.ts";

/** How a server is started. */
export interface ServerCommand {
  /** The arguments of `deno`. */
  readonly args: readonly string[];
  /** The folder to start it in. */
  readonly cwd: string;
  /** The file of its database. */
  readonly databasePath?: string;
  /** The URL of its database. */
  readonly databaseUrl?: string;
}

/** A server that listens; disposing of it stops it in good order. */
export interface RunningServer extends AsyncDisposable {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Returns the processor time it has used, in seconds; NaN where that cannot be known. */
  cpuSeconds(): Promise<number>;
}

/** Starts a server on a free loopback port. Rejects if it ends before it listens. */
export async function startServer(
  { args, cwd, databasePath, databaseUrl }: ServerCommand,
): Promise<RunningServer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: {
      HOST: "127.0.0.1",
      PORT: "0",
      ...(databasePath === undefined ? {} : { DATABASE_PATH: databasePath }),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      LOG_LEVEL: "warn",
      NO_COLOR: "1",
    },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const output = child.stdout.pipeThrough(new TextDecoderStream());
  const listening = Promise.withResolvers<string>();
  const drained = readUntilEnd(output, listening.resolve);
  const ended = child.status.then(({ code }) => {
    throw new Error(
      `Cannot start "deno ${
        args.join(" ")
      }": found exit code ${code}, wanted a listener`,
    );
  });
  const url = await Promise.race([listening.promise, ended]);
  ended.catch(() => {}); // from now on its end is expected
  return {
    url,
    cpuSeconds: () => cpuSeconds(child.pid),
    async [Symbol.asyncDispose]() {
      try {
        child.kill("SIGTERM");
      } catch {
        // It has ended by itself.
      }
      await child.status;
      await drained;
    },
  };
}

async function readUntilEnd(
  output: AsyncIterable<string>,
  onListening: (url: string) => void,
): Promise<void> {
  let text = "";
  let found = false;
  for await (const chunk of output) {
    if (found) continue; // a pipe that nobody reads would stop the server
    text += chunk;
    const url = /"event":"listening".*"url":"([^"]+)"/.exec(text)?.[1];
    if (url === undefined) continue;
    found = true;
    onListening(url);
  }
}
