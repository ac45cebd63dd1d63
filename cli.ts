/**
 * The program `autocoder`.
 *
 * @module
 */
import { type Console, processConsole } from "./cli/console.ts";

export type { Console } from "./cli/console.ts";
import { CommandFailure, EXIT } from "./cli/exit_code.ts";
import { isExpected } from "./cli/expected_error.ts";
import { runProgram } from "./cli/program.ts";

/**
 * Runs the program: parses the arguments, runs the command, tells what went wrong.
 *
 * Returns the exit code: 0 done, 1 findings, 2 could not run, 130 interrupted.
 */
export async function main(
  args: readonly string[],
  console: Console = processConsole,
): Promise<number> {
  const interruption = new AbortController();
  const onInterrupt = () => {
    if (interruption.signal.aborted) Deno.exit(EXIT.interrupted);
    interruption.abort(new DOMException("Interrupted", "AbortError"));
  };
  const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT"]
    : ["SIGINT", "SIGTERM"];
  for (const signal of signals) Deno.addSignalListener(signal, onInterrupt);
  try {
    return await runProgram(args, console, interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) {
      console.err("Interrupted.\n");
      return EXIT.interrupted;
    }
    const code = error instanceof CommandFailure
      ? error.code
      : EXIT.couldNotRun;
    console.err(`error: ${explain(error)}\n`);
    if (args.includes("--json")) console.out(errorObject(error, code));
    return code;
  } finally {
    for (const signal of signals) {
      Deno.removeSignalListener(signal, onInterrupt);
    }
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // What the file system or an error of ours says is enough; of a defect, the stack is what a report needs.
  return isExpected(error) ? error.message : error.stack ?? error.message;
}

function errorObject(error: unknown, code: number): string {
  const message = error instanceof Error ? error.message : String(error);
  return JSON.stringify(
    { schema: "autocoder/error/v1", ok: false, error: { message, code } },
    null,
    2,
  ) + "\n";
}

if (import.meta.main) Deno.exit(await main(Deno.args));
