/**
 * `autocoder start`: runs a generated system until Ctrl-C.
 *
 * @module
 */
import { findDeno } from "../validation/find_deno.ts";
import { runSystem } from "../validation/run_system.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT, type ExitCode } from "./exit_code.ts";
import { refuseOtherFolder } from "./refuse_other_folder.ts";
import { takeBack } from "./take_back.ts";

/** Options of the command. */
export interface StartCommandOptions {
  /** The system's folder. */
  readonly dir: string;
  /** The port to listen on. @default the system's own */
  readonly port?: string;
  /** The Deno that runs it. */
  readonly deno?: string;
}

/** Runs the command: the system's log goes to stdout. */
export async function startCommand(
  options: StartCommandOptions,
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  await refuseOtherFolder(options.dir, "start");
  await takeBack(options.dir, { signal }, console);
  const deno = await findDeno(
    options.deno === undefined ? {} : { deno: options.deno },
  );
  if (!deno) {
    throw new CommandFailure(
      "Cannot start the system: found no Deno 2.4 or later, wanted one by --deno, $DENO or on the PATH",
      EXIT.couldNotRun,
    );
  }
  const running = await runSystem(options.dir, deno.path, {
    ...(options.port === undefined ? {} : { env: { PORT: options.port } }),
    onLine: (line) => console.out(line + "\n"),
  });
  console.err(`Running at ${running.url}; Ctrl-C stops it.\n`);
  const stop = () => void running.stop();
  signal.addEventListener("abort", stop, { once: true });
  const { code } = await running.exited;
  if (code !== 0) console.err(running.output.stderr);
  return code === 0 ? EXIT.done : EXIT.couldNotRun;
}
