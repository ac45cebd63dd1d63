/**
 * The memory that a process occupies: a bare Deno, and one that runs three components.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { inTurns } from "./in_turns.ts";
import { line, Sum } from "./line.ts";

/** Resident memory in bytes. */
export interface Resident {
  /** A Deno that runs a module of one line. */
  readonly bare: number;
  /** One that has loaded the harness. */
  readonly loaded: number;
  /** One that has run source, relay and sink for a thousand messages. */
  readonly threeComponents: number;
}

/** Asks processes of their own. */
export function resident(): Promise<Resident> {
  return inTurns({
    bare: () => measure(["eval", "--ext=ts", PRINT]),
    loaded: () =>
      measure(["eval", "--ext=ts", `import "@autocoder/harness"; ${PRINT}`]),
    threeComponents: () =>
      measure(["run", "-A", fileURLToPath(import.meta.url)]),
  });
}

async function measure(args: readonly string[]): Promise<number> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: new URL("../../", import.meta.url),
  }).output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new Error(`Cannot measure memory: ${decoder.decode(stderr)}`);
  }
  return Number(decoder.decode(stdout));
}

const PRINT = "console.log(Deno.memoryUsage().rss)";

if (import.meta.main) {
  const harness = line(1, 1000, new Sum("sink", undefined));
  await harness.run();
  const { rss } = Deno.memoryUsage();
  Deno.stdout.writeSync(new TextEncoder().encode(String(rss)));
}
