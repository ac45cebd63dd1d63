import {
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { join } from "node:path";
import {
  GeneratedSystemError,
  requireVerified,
  ValidationPipelineError,
} from "./errors.ts";
import type { ProgressEvent } from "./progress.ts";
import type { VerificationReport } from "./report.ts";
import { sampleSystem } from "./testdata/sample_system.ts";
import { verifySystem } from "./verify_system.ts";

const DENO = { deno: Deno.execPath() };

Deno.test("verifySystem() proves a good system and leaves it as it was, but for the evidence", async () => {
  await using sample = await sampleSystem();
  const before = await listing(sample.dir);
  const events: ProgressEvent[] = [];
  const report = await verifySystem(sample.dir, {
    ...DENO,
    onProgress: (event) => events.push(event),
  });
  assertEquals(report.status, "verified");
  assertEquals(report.score, {
    passed: 28,
    applicable: 28,
    notUnderstood: 1,
    ratio: 28 / 29,
  });
  assertEquals(
    report.requirements.map(({ id, state }) => [id, state]),
    [["R1", "passed"], ["R2", "not_understood"]],
  );
  assertStringIncludes(report.notProved[0] ?? "", "Make it pretty");
  requireVerified(report);
  assertStringIncludes(
    await read(sample.dir, "evidence/report.md"),
    "**Verified**: 28 of 28 checks passed; 1 of 2 requirements was not understood (96.5 %)",
  );

  const after = await listing(sample.dir);
  assertEquals(after.filter((path) => !path.startsWith("evidence")), before);
  const evidence = after.filter((path) => path.startsWith("evidence/"));
  const logs = report.checks.flatMap(({ log }) => log ?? []);
  for (const log of logs) {
    assertEquals(evidence.includes(`evidence/${log}`), true, log);
  }
  assertEquals(
    JSON.parse(await read(sample.dir, "evidence/report.json")),
    report,
  );
  assertEquals(
    events.filter(({ event }) => event === "check_finished").length,
    report.checks.length,
  );
  assertEquals(events.at(-1)?.event, "finished");
});

Deno.test("verifySystem() stops at the tier that fails", async () => {
  await using sample = await sampleSystem({}, { "deno.lock": null });
  const report = await verifySystem(sample.dir, DENO);
  assertEquals(report.status, "failed");
  assertEquals(
    report.tiers.map(({ state }) => state),
    ["failed", "not_run", "not_run", "not_run"],
  );
  const later = report.checks.filter(({ tier }) => tier !== 1);
  assertEquals(later.every(({ note }) => note === "tier 1 failed"), true);
  assertEquals(report.score.passed, 5);
  assertThrows(() => requireVerified(report), GeneratedSystemError, "V103");
  const text = await read(sample.dir, "evidence/report.md");
  assertStringIncludes(text, "| V103 | deno.lock |");
});

Deno.test("verifySystem() runs nothing without a Deno, and says so", async () => {
  await using sample = await sampleSystem();
  const report = await verifySystem(sample.dir, { deno: "/no/such/deno" });
  assertEquals(report.status, "not_run");
  assertEquals(
    [...new Set(report.checks.map(({ state }) => state))],
    ["not_run"],
  );
  assertEquals(report.score.ratio, 0);
  assertEquals(report.tools.deno, undefined);
  assertThrows(() => requireVerified(report), ValidationPipelineError);
});

Deno.test("verifySystem() is interrupted at any tier, with evidence that says so", async () => {
  await using sample = await sampleSystem();
  for (const tier of [2, 3, 4]) {
    const aborter = new AbortController();
    const report = await verifySystem(sample.dir, {
      ...DENO,
      signal: aborter.signal,
      onProgress: (event) => {
        if (event.event === "tier_started" && event.tier === tier) {
          queueMicrotask(() => aborter.abort());
        }
      },
    });
    assertEquals(report.status, "interrupted");
    assertEquals(report.tiers[tier - 1]?.state, "not_run");
    const text = await read(sample.dir, "evidence/report.json");
    assertEquals(
      (JSON.parse(text) as VerificationReport).status,
      "interrupted",
    );
    assertThrows(() => requireVerified(report), ValidationPipelineError);
  }
});

Deno.test("verifySystem() refuses a folder that is not there", async () => {
  await assertRejects(
    () => verifySystem("/no/such/folder", DENO),
    ValidationPipelineError,
    'Cannot verify "/no/such/folder"',
  );
});

async function listing(folder: string, below = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(join(folder, below))) {
    const path = join(below, entry.name);
    if (entry.isDirectory) found.push(...await listing(folder, path));
    else found.push(path);
  }
  return found.sort();
}

function read(dir: string, path: string): Promise<string> {
  return Deno.readTextFile(join(dir, path));
}
