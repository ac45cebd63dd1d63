import { assertEquals, assertStringIncludes } from "@std/assert";
import { findingsOf } from "./check_authored.ts";
import {
  authoredUnit,
  recordFor,
  writeAuthored,
} from "./testdata/authored_system.ts";
import type { Check } from "./report.ts";
import { verifySystem } from "./verify_system.ts";

Deno.test("findingsOf() finds nothing in what keeps to its bounds", async () => {
  const { unit } = await authoredUnit();
  assertEquals(await findingsOf([unit], [recordFor(unit)]), []);
});

Deno.test("findingsOf() tells of bodies and tests that go beyond their bounds (V212)", async () => {
  const { unit } = await authoredUnit();
  const body = 'return Deno.env.get("HOME");';
  const [outside] = await findingsOf([unit], [recordFor(unit, { body })]);
  assertEquals(outside?.code, "V212");
  assertStringIncludes(outside?.place ?? "", unit.id);
  const test = 'import { readFile } from "node:fs";\nreadFile("x");\n';
  const found = await findingsOf([unit], [recordFor(unit, { test })]);
  assertEquals(found.every(({ code }) => code === "V212"), true);
  assertStringIncludes(found[0]?.cause ?? "", "node:fs");
});

Deno.test("findingsOf() tells of a behaviour that nothing is written for, or not for what it says now (V213)", async () => {
  const { unit } = await authoredUnit();
  const codes = async (...records: Parameters<typeof findingsOf>[1]) =>
    (await findingsOf([unit], records)).map(({ code }) => code);
  assertEquals(await codes(), ["V213"]);
  assertEquals(await codes({ ...recordFor(unit), key: "older" }), ["V213"]);
});

Deno.test("a verification runs what a model wrote as tests, and finds those that fail or are not there (V214, V215)", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const dir = await writeAuthored(`${folder}/right`);
    assertEquals(await authored(dir), {
      "logic.authored": ["passed"],
      "logic.authored_tests": ["passed"],
    });
    const body = 'if (crate.weight > 21) return "Too heavy.";';
    const wrong = await writeAuthored(`${folder}/wrong`, { body });
    assertEquals(await authored(wrong), {
      "logic.authored": ["passed"],
      "logic.authored_tests": ["failed", "V214"],
    });
    const none = await writeAuthored(`${folder}/none`, {
      test: "export {};\n",
    });
    assertEquals(await authored(none), {
      "logic.authored": ["passed"],
      "logic.authored_tests": ["failed", "V215"],
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function authored(dir: string): Promise<Record<string, string[]>> {
  const { checks } = await verifySystem(dir);
  const own = checks.filter(({ id }) => id.startsWith("logic.authored"));
  return Object.fromEntries(
    own.map(({ id, state, findings }: Check) => [
      id,
      [state, ...findings.map(({ code }) => code)],
    ]),
  );
}
