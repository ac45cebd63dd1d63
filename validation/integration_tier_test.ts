import { assertEquals, assertStringIncludes } from "@std/assert";
import { INTEGRATION_TIER } from "./integration_tier.ts";
import { runSampleTier } from "./testdata/run_sample_tier.ts";

Deno.test("the integration tier passes the sample", async () => {
  const run = await runSampleTier(INTEGRATION_TIER);
  assertEquals(run.found, {});
  assertEquals(
    run.checks.map(({ state }) => state),
    run.checks.map(() => "passed"),
  );
  assertEquals(
    run.check("integration.endpoints").note,
    "5 paths of every system, 1 list, 1 path that is none; contract tests call the others",
  );
  assertEquals(run.check("integration.contract").note, "1 test, 1 step");
});

Deno.test("the integration tier finds a crash at boot", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "main.ts": (text) =>
      text.replace(
        "const store =",
        'throw new Error("no disk");\n  const store =',
      ),
  });
  assertEquals(run.found, { "integration.boot": ["V301"] });
  const { origin } = run.check("integration.boot").findings[0] ?? {};
  assertEquals(origin?.template, "templates/main.ts.eta");
  assertEquals(origin?.generated, "main.ts:13:9");
  assertStringIncludes(
    run.check("integration.boot").findings[0]?.cause ?? "",
    "no disk",
  );
  assertEquals(run.check("integration.ready").state, "not_run");
});

Deno.test("the integration tier says that a port which the system does not take from its settings is in use", async () => {
  using other = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const run = await runSampleTier(INTEGRATION_TIER, {
    "main.ts": (text) =>
      text.replace(
        "const store =",
        `Deno.listen({ hostname: "127.0.0.1", port: ${other.addr.port} });\n  const store =`,
      ),
  });
  assertEquals(run.found, { "integration.boot": ["V301"] });
  assertStringIncludes(
    run.check("integration.boot").findings[0]?.nextStep ?? "",
    "its port is in use by another program; verification starts it with PORT=0",
  );
});

Deno.test("the integration tier finds a permission that is missing", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "deno.json": (text) => text.replace("--allow-write=data ", ""),
  });
  assertEquals(run.found, { "integration.boot": ["V301"] });
});

Deno.test("the integration tier finds a system that ignores SIGTERM", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "main.ts": (text) => text.replace("told.resolve()", "{}"),
  });
  assertEquals(run.found, { "integration.shutdown": ["V309"] });
  assertEquals(run.check("integration.restart").state, "not_run");
});

Deno.test("the integration tier finds an exit code that is not 0", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "main.ts": (text) => text.replace("Deno.exit(0)", "Deno.exit(3)"),
  });
  assertEquals(run.found, { "integration.shutdown": ["V309", "V309"] });
});

Deno.test("the integration tier finds data that a restart loses", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "main.ts": (text) => text.replace("data/notes.sqlite", ":memory:"),
  });
  assertEquals(run.found, { "integration.restart": ["V308"] });
});

Deno.test("the integration tier finds endpoints that answer wrongly", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "components/api_gateway.ts": (text) =>
      text.replace('pathname.startsWith("/health")', 'pathname === "/health"')
        .replace("nextCursor: null", "next: null")
        .replace('"text/html"', '"text/plain"')
        .replace("notes.create(await", "notes.create(+await"),
    "tests/boot_test.ts": (text) => text.replace("status !== 200", "!status"),
  });
  const { found } = run;
  assertEquals(found["integration.ready"], ["V302"]);
  assertEquals(found["integration.endpoints"], ["V307", "V307", "V307"]);
  assertEquals(found["integration.restart"], ["V307"]);
  // The system's own paths come from no line; what is about notes comes from theirs.
  const [lost] = run.check("integration.restart").findings;
  assertEquals(lost?.origin?.blueprint, {
    file: "blueprint.yaml",
    line: 6,
    column: 3,
    path: "entities.note",
  });
});

Deno.test("the integration tier finds a log that is not structured or says too much", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "main.ts": (text) =>
      text.replace('log("stopped")', 'console.log("stopped")').replace(
        "(request) => answer",
        "(request) => (console.error(new Error().stack), log(request.url), answer)",
      ).replace("answer)(request, notes)", "answer(request, notes))"),
  });
  assertEquals(run.found, { "integration.log": ["V310", "V311", "V311"] });
});

Deno.test("the integration tier finds a process that is left behind, and ends it", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "deno.json": (text) =>
      text.replace("--allow-env=PORT,HOST", "--allow-run=sleep --allow-env"),
    "main.ts": (text) =>
      text.replace(
        "const store =",
        'new Deno.Command("sleep", { args: ["600"] }).spawn().unref();\n  const store =',
      ),
  });
  assertEquals(run.found["integration.leftover"], ["V312", "V312"]);
});

Deno.test("the integration tier finds failing and ignored tests", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "tests/contract/note_test.ts": (text) =>
      text.replace("status !== 200", "status !== 204"),
    "tests/property/note_property_test.ts": (text) =>
      text.replace("status >= 500", "status >= 400"),
    "tests/boot_test.ts": (text) =>
      text.replace("Deno.test(", "Deno.test.ignore("),
    "tests/client/note_client_test.ts":
      'Deno.test("the client", () => { throw new Error("no answer"); });\n',
  });
  assertEquals(run.found, {
    "integration.contract": ["V303"],
    "integration.property": ["V304"],
    "integration.boot_tests": ["V208", "V306"],
    "integration.client": ["V303"],
  });
  assertStringIncludes(
    run.check("integration.contract").findings[0]?.cause ?? "",
    "GET /notes lists notes > with a status",
  );
});

Deno.test("the integration tier finds that a boot test fails", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "tests/boot_test.ts": (text) => text.replace("200", "201"),
  });
  assertEquals(run.found, { "integration.boot_tests": ["V305"] });
});

Deno.test("the integration tier finds that tests are missing", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "tests/contract/note_test.ts": null,
    "tests/property/note_property_test.ts": null,
    "tests/boot_test.ts": null,
  });
  assertEquals(run.found, {
    "integration.contract": ["V306"],
    "integration.property": ["V306"],
    "integration.boot_tests": ["V306"],
  });
});

Deno.test("the integration tier does not ask a memory store to keep data", async () => {
  const run = await runSampleTier(INTEGRATION_TIER, {
    "blueprint.yaml": (text) => text.replace("sqlite", "memory"),
  });
  assertEquals(run.check("integration.restart").state, "not_applicable");
});
