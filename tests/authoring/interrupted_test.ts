/**
 * What a model has written before an interruption is kept: whoever runs again pays for the rest alone.
 *
 * @module
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import type {
  RecordedRequest,
  ScriptStep,
} from "../../authoring/testdata/script.ts";
import { startScriptedServer } from "../../authoring/testdata/scripted_server.ts";
import {
  RIGHT_BODY,
  SEAL_GUARD,
  sealAnswer,
  STAY_BODY,
  stayAnswer,
  TWO_UNITS,
} from "./crate_depot.ts";

const SEAL = sealAnswer(RIGHT_BODY);
const STAY = stayAnswer(STAY_BODY);
const STALL: ScriptStep = { text: "Well", then: "stall" };

const isSeal = ({ text }: RecordedRequest) =>
  text.includes("ts file=crate_seal_guard.ts");

interface Run {
  readonly code: number;
  readonly stderr: string;
  readonly questions: number;
}

/** Generates as a process, which a signal ends when the script says so. */
async function generate(
  folder: string,
  script: (
    request: RecordedRequest,
    end: (signal: Deno.Signal) => void,
  ) => ScriptStep,
): Promise<Run> {
  const running: { child?: Deno.ChildProcess } = {};
  await using server = startScriptedServer((request) =>
    script(request, (signal) => running.child?.kill(signal))
  );
  running.child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "-q", CLI, "generate", "--no-verify"],
      ...["--blueprint", `${folder}/blueprint.yaml`, "--out", `${folder}/out`],
      ...["--author", "model", "--provider", "openai-compatible"],
      ...["--model", "any", "--base-url", server.url],
      // One after the other, so that the first is answered when the second is asked.
      ...["--parallel", "1"],
    ],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const { code, stderr } = await running.child.output();
  return {
    code,
    stderr: new TextDecoder().decode(stderr),
    questions: server.requests.length,
  };
}

async function inFolder(
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-interrupted-" });
  try {
    await Deno.writeTextFile(`${folder}/blueprint.yaml`, TWO_UNITS);
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.map(({ name }) => name).toSorted();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

Deno.test("generate that is interrupted keeps what was answered and what has passed, and the next run asks for the rest", async () => {
  await inFolder(async (folder) => {
    const out = `${folder}/out`;
    const cut = await generate(folder, (request, end) => {
      if (isSeal(request)) return SEAL;
      end("SIGINT");
      return STALL;
    });
    assertEquals([cut.code, cut.questions], [130, 2], cut.stderr);
    assertStringIncludes(
      cut.stderr,
      `Interrupted. What the model has answered is kept in "${out}"`,
    );
    // Nobody has looked at it yet.
    assertEquals(await namesIn(`${out}/.autocoder/model`), ["units.json"]);
    assertEquals(await namesIn(`${out}/.autocoder/answers`), []);
    const told = JSON.parse(
      await Deno.readTextFile(`${out}/evidence/generation.json`),
    );
    assertEquals(
      told.authoring.failed.map(({ why }: { why: string }) => why),
      ["interrupted", "interrupted"],
    );

    // The first is looked at, and passes; the other is ended while it is repaired.
    const again = await generate(folder, (request, end) => {
      if (request.turns.length === 1) {
        return stayAnswer("  return crate.weight;");
      }
      end("SIGTERM");
      return STALL;
    });
    assertEquals([again.code, again.questions], [130, 2], again.stderr);
    assertEquals(await namesIn(`${out}/.autocoder/answers`), [
      `${SEAL_GUARD}.json`,
    ]);

    const rest = await generate(folder, (request) => {
      assertEquals([isSeal(request), request.turns.length], [false, 3]);
      return STAY;
    });
    assertEquals([rest.code, rest.questions], [0, 1], rest.stderr);
    const logic = await Deno.readTextFile(`${out}/logic/crate_logic.ts`);
    assertStringIncludes(logic, "A sealed crate stays.");
    assertStringIncludes(logic, "crate.weight > 20");
    assert(!logic.includes("not written yet"), logic);
    // What was looked at is in the answers now.
    assertEquals(await namesIn(`${out}/.autocoder/model`), []);
    assertEquals((await namesIn(`${out}/.autocoder/answers`)).length, 2);
    assertEquals(await namesIn(folder), ["blueprint.yaml", "out"]);
  });
});

Deno.test("generate that is interrupted before anything was answered leaves nothing", async () => {
  await inFolder(async (folder) => {
    const cut = await generate(folder, (_, end) => {
      end("SIGINT");
      return STALL;
    });
    assertEquals([cut.code, cut.questions], [130, 1], cut.stderr);
    assertEquals(await namesIn(folder), ["blueprint.yaml"]);
  });
});

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));
