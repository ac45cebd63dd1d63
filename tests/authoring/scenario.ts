/**
 * What a scenario of a language model's answers is, and how it is played: through the program, over real HTTP.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { Script } from "../../authoring/testdata/script.ts";
import {
  type ScriptedServer,
  startScriptedServer,
} from "../../authoring/testdata/scripted_server.ts";
import { CRATE_DEPOT } from "./crate_depot.ts";
import {
  type GenerateRun,
  type GenerateRunOptions,
  runGenerate,
  SECRET,
} from "./run_generate.ts";

/** Something that may happen with a model. */
export interface Scenario {
  /** What happens, as the evidence names it. */
  readonly title: string;
  /** The blueprint. @default the depot of crates */
  readonly blueprint?: string;
  /** What the model does. */
  readonly script: Script;
  /** The exit code. */
  readonly code: number;
  /** Calls that are made, those that are repeated for the provider's sake included. */
  readonly requests: number;
  /** Rounds of the unit that took most. @default 1 */
  readonly rounds?: number;
  /** A text that is told to the model in its last call, such as what was wrong. */
  readonly tells?: string;
  /** A text that the program tells, or the report has. */
  readonly says?: string;
  /** More of the call. */
  readonly options?: Partial<GenerateRunOptions>;
  /** Looks at what else must hold. */
  readonly also?: (played: PlayedScenario) => Promise<void> | void;
}

/** A scenario that was played. */
export interface PlayedScenario {
  /** How the program ended. */
  readonly run: GenerateRun;
  /** The server, with all that it was asked. */
  readonly server: ScriptedServer;
  /** The folder of the system. */
  readonly out: string;
  /** The path of the blueprint. */
  readonly blueprint: string;
}

/** Plays a scenario in a folder of its own and holds it to what it says. */
export async function playScenario(
  scenario: Scenario,
): Promise<PlayedScenario> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-scenario-" });
  try {
    await using server = startScriptedServer(scenario.script);
    const blueprint = `${folder}/blueprint.yaml`;
    await Deno.writeTextFile(blueprint, scenario.blueprint ?? CRATE_DEPOT);
    const out = `${folder}/system`;
    const run = await runGenerate({
      blueprint,
      out,
      url: server.url,
      ...scenario.options,
    });
    const played = { run, server, out, blueprint };
    await check(scenario, played);
    return played;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function check(
  scenario: Scenario,
  played: PlayedScenario,
): Promise<void> {
  const { run, server, out } = played;
  const told = `${run.stderr}\n${JSON.stringify(run.report)}`;
  assertEquals(run.code, scenario.code, told);
  assertEquals(server.requests.length, scenario.requests, told);
  const { rounds = 1, tells, says } = scenario;
  const total = run.report?.authoring?.total;
  if (total) assertEquals(total.rounds, rounds, told);
  const last = server.requests.at(-1)?.text ?? "";
  assert(tells === undefined || last.includes(tells), `${tells} in:\n${last}`);
  assert(says === undefined || told.includes(says), `${says} in:\n${told}`);
  assert(!told.includes(SECRET), "the key shows");
  await refuseSecret(out);
  await scenario.also?.(played);
}

/** No file of a system may hold the key, neither records nor evidence. */
async function refuseSecret(folder: string): Promise<void> {
  let entries: Deno.DirEntry[];
  try {
    entries = await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  for (const { name, isDirectory } of entries) {
    const path = `${folder}/${name}`;
    if (isDirectory) {
      if (name !== "kit" && name !== "harness") await refuseSecret(path);
    } else {
      const text = await Deno.readTextFile(path);
      assert(!text.includes(SECRET), `${path} holds the key`);
    }
  }
}
