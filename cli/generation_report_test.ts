import { assertEquals } from "@std/assert";
import { generationReport } from "./generation_report.ts";
import {
  REPORT_SCHEMA,
  type VerificationReport,
} from "../validation/report.ts";

Deno.test("generationReport() carries what a failed verification found", () => {
  const source = { name: "notes.yaml", text: "" };
  const { ok, verification } = generationReport({
    ok: false,
    prepared: { blueprintText: "", diagnostics: [], source },
    report: FAILED,
  });
  assertEquals(ok, false);
  assertEquals(verification, {
    status: "failed",
    score: { passed: 0, applicable: 1, ratio: 0, notUnderstood: 0 },
    ms: 1,
    report: "evidence/report.json",
    findings: [{
      code: "V201",
      place: "main.ts:1:1",
      message: "found a defect",
      nextStep: "mend it",
    }],
  });
});

const FAILED: VerificationReport = {
  schema: REPORT_SCHEMA,
  system: "notes",
  status: "failed",
  score: { passed: 0, applicable: 1, ratio: 0, notUnderstood: 0 },
  tools: { autocoder: "0.0.0", platform: "linux x86_64" },
  startedAt: "2030-01-01T00:00:00.000Z",
  ms: 1,
  tiers: [],
  checks: [{
    id: "logic.types",
    tier: 2,
    title: "types",
    state: "failed",
    ms: 1,
    findings: [{
      code: "V201",
      tier: 2,
      place: "main.ts:1:1",
      cause: "found a defect",
      nextStep: "mend it",
    }],
  }],
  requirements: [],
  notProved: [],
};
