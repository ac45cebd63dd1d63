import { assertEquals, assertStringIncludes } from "@std/assert";
import { plan } from "./plan.ts";
import { renderPlanReport } from "./plan_report.ts";

Deno.test("renderPlanReport() shows what each sentence became and quotes the rest", async () => {
  const result = await plan(
    "Add tasks with title.\nTeach tasks to dance.\nPort 9000.",
  );
  assertEquals(
    renderPlanReport(result).split("\n").slice(0, 7),
    [
      "✓ Add tasks with title.",
      "    → entity task; create of task; field title of task (string)",
      "✗ Teach tasks to dance.",
      '    not understood: "Teach tasks to dance."',
      "✓ Port 9000.",
      "    → port 9000",
      "Assumed:",
    ],
  );
});

Deno.test("renderPlanReport() keeps control characters off the terminal", async () => {
  const report = renderPlanReport(await plan("asdf \u001b[31m qwer\u0007"));
  assertEquals(/[^\P{Cc}\n]/u.test(report), false);
  assertStringIncludes(report, "AC001");
});

Deno.test("renderPlanReport() tells what is known but not built from what was not understood", async () => {
  const report = renderPlanReport(
    await plan(
      "Build me a CRUD for users with username (unique), email (unique) and password.",
    ),
  );
  assertStringIncludes(
    report,
    'known, not built from plain words yet: "password"',
  );
  assertStringIncludes(report, "field email of user (email)");
});

Deno.test("renderPlanReport() tells which model planned, why it left something out, and what it claims in vain", () => {
  const warning = { severity: "warning" } as const;
  const report = renderPlanReport({
    sentences: [{
      text: "Send faxes.",
      line: 1,
      became: [],
      status: "not_understood",
      notUnderstood: ["Send faxes."],
      note: "There is no\nfax.",
    }, {
      text: "List what is overdue.",
      line: 2,
      became: [{ phrase: "endpoints.overdue" }],
      status: "understood",
    }],
    assumptions: [],
    diagnostics: [
      { code: "AC010", message: "Cannot plan it", ...warning },
      { code: "AC021", message: "Cannot find it", hint: "look", ...warning },
    ],
    plannedBy: {
      model: "any/one",
      rounds: 2,
      calls: 3,
      tokens: { input: 30, output: 4, cached: 10 },
      ms: 5,
    },
  });
  assertEquals(report.split("\n"), [
    "Planned by any/one in 2 rounds: 30 tokens in (10 cached), 4 out",
    "✗ Send faxes.",
    '    not understood: "Send faxes."',
    '    it says: "There is no fax."',
    "✓ List what is overdue.",
    "    → endpoints.overdue",
    "    requirements have no word for that: a verification names no test for this sentence",
    "AC021 Cannot find it",
    "  look",
  ]);
});
