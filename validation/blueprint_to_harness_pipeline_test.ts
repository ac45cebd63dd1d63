import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { join } from "node:path";
import {
  BlueprintError,
  BlueprintToHarnessPipeline,
} from "./blueprint_to_harness_pipeline.ts";
import { ValidationPipelineError } from "./errors.ts";
import { probe } from "./http_probe.ts";

const DENO = { deno: Deno.execPath() };
const REQUEST =
  "A notes API. Notes have a title. Only add and list notes. Store data in memory.";

Deno.test("BlueprintToHarnessPipeline generates a system that passes its tests, and stops what it started", async () => {
  await using folder = await temporaryFolder();
  let url = "";
  {
    await using pipeline = new BlueprintToHarnessPipeline();
    const system = await pipeline.generateFromNaturalLanguage(REQUEST, {
      ...DENO,
      out: join(folder.path, "notes"),
    });
    assertEquals(system.path, join(folder.path, "notes"));
    assertEquals(
      system.mainPreview,
      await Deno.readTextFile(join(system.path, "main.ts")),
    );
    const results = await system.runIntegrationTests();
    assertEquals(results.filter(({ passed }) => !passed), []);
    const names = results.map(({ name }) => name).join("\n");
    for (const id of ["framework.", "logic.", "integration.", "semantics."]) {
      assertStringIncludes(names, id);
    }
    const running = await system.start();
    url = running.url;
    assertEquals((await probe(`${url}/notes`)).status, 200);
  }
  await assertRejects(() => fetch(url), TypeError);
});

Deno.test("BlueprintToHarnessPipeline stops a system too that still starts when it is disposed of", async () => {
  await using folder = await temporaryFolder();
  const pipeline = new BlueprintToHarnessPipeline();
  const system = await pipeline.generateFromNaturalLanguage(REQUEST, {
    ...DENO,
    out: join(folder.path, "notes"),
  });
  const starting = system.start();
  await pipeline[Symbol.asyncDispose]();
  await using running = await starting;
  await assertRejects(() => fetch(running.url), TypeError);
});

Deno.test("BlueprintToHarnessPipeline says why there is no system, and writes nothing", async () => {
  await using folder = await temporaryFolder();
  const out = join(folder.path, "nothing");
  await using pipeline = new BlueprintToHarnessPipeline();
  const error = await assertRejects(
    () => pipeline.generateFromBlueprint("system: tasks\n", { out }),
    BlueprintError,
    "AC401: ",
  );
  assert(error instanceof BlueprintError);
  assertEquals(error.diagnostics.map(({ code }) => code), ["AC401"]);
  await assertRejects(
    () => pipeline.generateFromNaturalLanguage("Hello!", { out }),
    BlueprintError,
  );
  await assertRejects(() => Deno.stat(out), Deno.errors.NotFound);
});

Deno.test("GeneratedSystem needs a Deno to be tested and to be started", async () => {
  await using folder = await temporaryFolder();
  await using pipeline = new BlueprintToHarnessPipeline();
  const system = await pipeline.generateFromNaturalLanguage(REQUEST, {
    deno: join(folder.path, "no-deno"),
    out: join(folder.path, "notes"),
  });
  for (
    const run of [() => system.runIntegrationTests(), () => system.start()]
  ) {
    await assertRejects(run, ValidationPipelineError, "found no Deno");
  }
});

async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await Deno.makeTempDir({ prefix: "autocoder-test-" });
  return {
    path,
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}
