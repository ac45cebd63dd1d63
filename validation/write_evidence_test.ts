import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { ValidationPipelineError } from "./errors.ts";
import { REPORT_SCHEMA, type VerificationReport } from "./report.ts";
import { writeEvidence } from "./write_evidence.ts";

const REPORT: VerificationReport = {
  schema: REPORT_SCHEMA,
  system: "notes",
  status: "failed",
  score: { passed: 1, applicable: 2, notUnderstood: 1, ratio: 1 / 3 },
  tools: { autocoder: "0.0.0", platform: "linux x86_64" },
  startedAt: "2030-01-01T00:00:00.000Z",
  ms: 1234,
  tiers: [],
  checks: [],
  requirements: [{
    id: "R1",
    text: "a | b\n<script>",
    covers: [],
    tests: [],
    state: "not_understood",
  }],
  notProved: ["nothing else"],
};

Deno.test("writeEvidence() replaces its own files and keeps others", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "notes.txt"), "mine");
  await writeEvidence(folder, REPORT, new Map([["old.log", "old\n"]]));
  await writeEvidence(folder, REPORT, new Map([["new.log", "new\n"]]));
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  assertEquals(names.sort(), [
    "files.sha256",
    "junit.xml",
    "notes.txt",
    "raw",
    "report.html",
    "report.json",
    "report.md",
    "report.sarif",
  ]);
  const raw = await Array.fromAsync(
    Deno.readDir(join(folder, "raw")),
    ({ name }) => name,
  );
  assertEquals(raw, ["new.log"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("writeEvidence() writes a request's words as text, never as markup", async () => {
  const folder = await Deno.makeTempDir();
  await writeEvidence(folder, REPORT, new Map());
  const text = await Deno.readTextFile(join(folder, "report.md"));
  assertStringIncludes(text, "| R1 | a \\| b \\<script\\> |");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("writeEvidence() says that it cannot write", async () => {
  const file = await Deno.makeTempFile();
  await assertRejects(
    () => writeEvidence(join(file, "evidence"), REPORT, new Map()),
    ValidationPipelineError,
    "Cannot write the evidence",
  );
  await Deno.remove(file);
});
