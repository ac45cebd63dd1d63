import { assertEquals, assertStringIncludes } from "@std/assert";
import { sampleSystem } from "./testdata/sample_system.ts";
import { verifySystem } from "./verify_system.ts";

const DENO = { deno: Deno.execPath() };
const ID = "semantics.other_tests";

Deno.test("otherTestsCheck() runs the tests that no tier has run, wherever they are, and no others", async () => {
  await using sample = await sampleSystem({
    "tests/reports/monthly_test.ts":
      'Deno.test("a month ends", () => {\n  throw new Error("it goes on");\n});\n',
  }, { "components/beside.test.ts": 'Deno.test("beside", () => {});\n' });
  const report = await verifySystem(sample.dir, DENO);
  assertEquals(report.status, "failed");
  const check = report.checks.find(({ id }) => id === ID);
  assertEquals(check?.note, "2 tests");
  assertEquals(check?.findings.map(({ code, place }) => [code, place]), [
    ["V404", "tests/reports/monthly_test.ts:1"],
  ]);
  assertStringIncludes(check?.findings[0]?.cause ?? "", "it goes on");
  const failed = report.checks.filter(({ state }) => state === "failed");
  assertEquals(failed.map(({ id }) => id), [ID]);
});

Deno.test("otherTestsCheck() does not apply where other checks run every test", async () => {
  await using sample = await sampleSystem();
  const report = await verifySystem(sample.dir, DENO);
  assertEquals(report.status, "verified");
  const check = report.checks.find(({ id }) => id === ID);
  assertEquals(check?.state, "not_applicable");
});
