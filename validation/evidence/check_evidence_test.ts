import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { REPORT_SCHEMA, type VerificationReport } from "../report.ts";
import { writeEvidence } from "../write_evidence.ts";
import { checkEvidence } from "./check_evidence.ts";
import { findReport } from "./find_report.ts";
import { readSystemTree } from "./system_tree.ts";

const TOOLS = { autocoder: "1.0.0", deno: "2.9.6", platform: "linux x86_64" };

Deno.test("checkEvidence() holds for what was verified, and for nothing else", async () => {
  await using system = await verified();
  const { dir } = system;
  assertEquals((await checkEvidence(dir)).holds, true);
  await Deno.writeTextFile(join(dir, "a.ts"), "2");
  await Deno.writeTextFile(join(dir, "new.ts"), "3");
  await Deno.remove(join(dir, "b.ts"));
  const { holds, reason, changed, added, removed } = await checkEvidence(dir);
  assertEquals({ holds, reason, changed, added, removed }, {
    holds: false,
    reason: "3 files are not as verified",
    changed: ["a.ts"],
    added: ["new.ts"],
    removed: ["b.ts"],
  });
});

Deno.test("checkEvidence() does not hold without evidence, with one of another version, or one that failed", async () => {
  await using none = await verified();
  await Deno.remove(join(none.dir, "evidence"), { recursive: true });
  await using old = await verified();
  await Deno.writeTextFile(
    join(old.dir, "evidence", "report.json"),
    '{"schema":"autocoder/report/v1"}',
  );
  await using failed = await verified({ status: "failed" });
  await using other = await verified();
  await Deno.writeTextFile(join(other.dir, "a.ts"), "2");
  const { files } = await readSystemTree(other.dir);
  await Deno.writeTextFile(
    join(other.dir, "evidence", "files.sha256"),
    [...files].map(([path, hash]) => `${hash}  ${path}\n`).join(""),
  );
  const reasons = await Promise.all(
    [none, old, failed, other].map(async ({ dir }) =>
      (await checkEvidence(dir)).reason
    ),
  );
  assertEquals(reasons, [
    "there is no report that can be read",
    "there is no report that can be read",
    'its verification ended as "failed"',
    "files.sha256 is not the one of the report",
  ]);
});

Deno.test("findReport() takes a report only for the same files, tools and wishes", async () => {
  await using system = await verified({
    seed: 7,
    deep: [{
      tier: "fuzz",
      name: "fuzz",
      title: "",
      state: "passed",
      ms: 1,
      counts: { passed: 1, failed: 0, not_applicable: 0, not_run: 0 },
    }],
  });
  const { dir } = system;
  const wanted = { evidenceDir: join(dir, "evidence"), tools: TOOLS };
  const found = async (more: Partial<Parameters<typeof findReport>[1]>) =>
    await findReport(dir, { ...wanted, ...more }) !== undefined;
  assertEquals(await found({}), true);
  assertEquals(await found({ deep: { parts: ["fuzz"], seed: 7 } }), true);
  assertEquals(await found({ deep: { parts: ["fuzz"], seed: 8 } }), false);
  assertEquals(await found({ deep: { seed: 7 } }), false);
  assertEquals(await found({ allowEdits: true }), false);
  assertEquals(await found({ tools: { ...TOOLS, deno: "2.4.2" } }), false);
  await Deno.writeTextFile(join(dir, "a.ts"), "2");
  assertEquals(await found({}), false);
});

async function verified(
  more: Partial<VerificationReport> = {},
): Promise<AsyncDisposable & { readonly dir: string }> {
  const dir = await Deno.makeTempDir();
  await Deno.writeTextFile(join(dir, "a.ts"), "1");
  await Deno.writeTextFile(join(dir, "b.ts"), "1");
  const { files, sha256 } = await readSystemTree(dir);
  const report: VerificationReport = {
    schema: REPORT_SCHEMA,
    system: "notes",
    status: "verified",
    score: { passed: 1, applicable: 1, notUnderstood: 0, ratio: 1 },
    tools: TOOLS,
    tree: { files: files.size, sha256 },
    startedAt: "2030-01-01T00:00:00.000Z",
    ms: 1,
    tiers: [],
    checks: [],
    requirements: [],
    notProved: [],
    ...more,
  };
  await writeEvidence(join(dir, "evidence"), report, new Map(), files);
  return {
    dir,
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}

Deno.test("findReport() takes no report that was not written by a verification of this user", async () => {
  await using system = await verified();
  const wanted = {
    evidenceDir: join(system.dir, "evidence"),
    tools: TOOLS,
  };
  assertEquals((await findReport(system.dir, wanted))?.status, "verified");
  const path = join(wanted.evidenceDir, "report.json");
  const text = await Deno.readTextFile(path);
  // As somebody would who fits a report to the system they have changed.
  await Deno.writeTextFile(path, text.replace('"checks": []', '"checks":[]'));
  assertEquals((await checkEvidence(system.dir)).holds, true);
  assertEquals(await findReport(system.dir, wanted), undefined);
});
