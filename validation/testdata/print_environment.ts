/**
 * Prints the environment that a workbench gives to what it runs: a program of its own, as an environment is its process's.
 *
 * @module
 */
import { Workbench } from "../workbench.ts";

const dir = await Deno.makeTempDir();
try {
  await using bench = new Workbench({
    dir,
    deno: Deno.execPath(),
    signal: new AbortController().signal,
    env: { DATABASE_URL: "given" },
  });
  const script = "console.log(JSON.stringify(Deno.env.toObject()))";
  const { stdout } = await bench.run(["eval", script], {
    cwd: dir,
    log: "environment.log",
  });
  Deno.stdout.writeSync(new TextEncoder().encode(stdout));
} finally {
  await Deno.remove(dir, { recursive: true });
}
