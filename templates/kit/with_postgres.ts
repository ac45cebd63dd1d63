/**
 * Runs a command, such as `deno test`, while there is a PostgreSQL server for it: `TEST_DATABASE_URL` names it.
 *
 * Where PostgreSQL is missing, it says so, and leaves out the tests that need it.
 *
 * @module
 */
import { startPostgresServer } from "./postgres_server.ts";

async function main([program = "", ...args]: string[]): Promise<number> {
  const server = await startPostgresServer();
  if ("missing" in server) {
    const left = testsThatNeedIt("tests");
    say(`Skipped ${left.length} files of tests: ${server.missing}.`);
    return await run(program, [...args, `--ignore=${left.join(",")}`], {});
  }
  await using _server = server;
  return await run(program, args, { TEST_DATABASE_URL: server.url });
}

async function run(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<number> {
  const child = new Deno.Command(program, { args: [...args], env }).spawn();
  const pass = (signal: Deno.Signal) => () => {
    try {
      child.kill(signal);
    } catch {
      // It has ended by itself.
    }
  };
  const signals = (["SIGINT", "SIGTERM"] as const)
    .map((signal) => [signal, pass(signal)] as const);
  for (const [signal, listener] of signals) {
    Deno.addSignalListener(signal, listener);
  }
  const { code } = await child.status;
  for (const [signal, listener] of signals) {
    Deno.removeSignalListener(signal, listener);
  }
  return code;
}

/** The tests that ask for a place in a database, themselves or by way of the test system. */
function testsThatNeedIt(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    if (isDirectory) return testsThatNeedIt(path);
    if (!name.endsWith("_test.ts")) return [];
    return NEEDS.test(Deno.readTextFileSync(path)) ? [path] : [];
  }).sort();
}

function say(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`));
}

const NEEDS = /\bfrom "[./]*\/(?:kit\/postgres_test_schema|test_system)\.ts"/;

if (import.meta.main) Deno.exit(await main(Deno.args));
