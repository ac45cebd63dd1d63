/**
 * Generates the systems of combination_systems.ts, runs their own unit, contract and acceptance tests, and writes
 * evidence/generation/combinations.md. Slow, so no part of the tests: `deno task combinations`.
 *
 * @module
 */
import { join } from "node:path";
import { writeBlueprint } from "../generator/blueprint/write_blueprint.ts";
import { generateFiles } from "../generator/generate.ts";
import { startPostgresServer } from "../templates/kit/postgres_server.ts";
import { writeSystem } from "../generator/output/write_system.ts";
import { prepareBlueprint } from "../generator/prepare.ts";
import {
  type CombinationSystem,
  combinationSystems,
} from "./combination_systems.ts";

/** What one system's tests said. */
interface Result {
  readonly system: CombinationSystem;
  readonly passed: number;
  readonly failures: readonly string[];
}

async function runSystem(
  system: CombinationSystem,
  parent: string,
  env: Readonly<Record<string, string>>,
): Promise<Result> {
  const { blueprint } = system;
  const prepared = await prepareBlueprint(
    writeBlueprint(blueprint),
    "blueprint.yaml",
  );
  // A warning would be a requirement that leads to nothing.
  const untraced = prepared.diagnostics.filter(({ code, severity }) =>
    severity === "error" || code === "AC207"
  );
  if (!prepared.model || untraced.length > 0) {
    const failures = untraced.map(({ message }) => message);
    return { system, passed: 0, failures };
  }
  const { files } = await generateFiles(prepared.model, prepared.blueprintText);
  const folder = await writeSystem(join(parent, blueprint.system), files);
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", ...TESTS],
    cwd: folder,
    env: { NO_COLOR: "1", ...env },
  }).output();
  const text = new TextDecoder().decode(stdout) +
    new TextDecoder().decode(stderr);
  const passed = Number(/(\d+) passed/.exec(text)?.[1] ?? 0);
  if (success && passed > 0) {
    await Deno.remove(folder, { recursive: true });
    return { system, passed, failures: [] };
  }
  const failed = [...text.matchAll(/^(.*) \.\.\. FAILED/gm)].map(([, name]) =>
    name ?? ""
  );
  const other = text.match(/^(TS\d+|error).*$/gm) ?? [];
  return { system, passed, failures: failed.length > 0 ? failed : other };
}

function report(results: readonly Result[]): string {
  const failing = results.filter(({ failures }) => failures.length > 0);
  const entities = results.reduce(
    (sum, { system }) => sum + system.rows.size,
    0,
  );
  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  return [
    "# Combinations",
    "Every two things that an entity can have (operations, engine, relation, rule of deletion, kind and setting of a " +
    "field, action) meet in at least one of these systems. Each system's requirements cover all of its blueprint; " +
    "its own unit, contract and acceptance tests ran, with their types checked.",
    `Command: \`deno task combinations\` (seed ${SEED})`,
    `Result: ${results.length} systems with ${entities} combinations, ${passed} tests passed, ${failing.length} ` +
    `systems failed.`,
    ...failing.map(({ system, failures }) =>
      [
        `## ${system.blueprint.system}`,
        ...[...system.rows].map(([thing, row]) =>
          `- ${thing}: ${JSON.stringify(row)}`
        ),
        ...failures.map((failure) => `- FAILED ${failure.slice(0, 300)}`),
      ].join("\n")
    ),
  ].join("\n\n") + "\n";
}

function say(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}

const SEED = 1;
const TESTS = ["tests/unit", "tests/contract", "tests/acceptance_test.ts"];
const AT_ONCE = 2;

if (import.meta.main) {
  const only = Deno.args[0];
  const waiting = combinationSystems(SEED).filter(({ blueprint }) =>
    only === undefined || blueprint.system.startsWith(only)
  );
  const server = await startPostgresServer();
  if ("missing" in server) throw new Error(server.missing);
  await using _server = server;
  const env = { TEST_DATABASE_URL: server.url };
  const parent = await Deno.makeTempDir({ prefix: "combinations_" });
  const results: Result[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runSystem(next, parent, env);
      results.push(result);
      const { failures } = result;
      say(`${next.blueprint.system}: ${failures.length || "ok"}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  results.sort((a, b) =>
    a.system.blueprint.system < b.system.blueprint.system ? -1 : 1
  );
  const text = report(results);
  if (only === undefined) {
    await Deno.writeTextFile(
      new URL("../evidence/generation/combinations.md", import.meta.url),
      text,
    );
  }
  say(text);
  if (results.some(({ failures }) => failures.length > 0)) {
    say(`The systems are in ${parent}.`);
    Deno.exitCode = 1;
  } else await Deno.remove(parent, { recursive: true });
}
