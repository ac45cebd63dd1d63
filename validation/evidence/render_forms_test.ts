import { assertEquals, assertStringIncludes } from "@std/assert";
import { REPORT_SCHEMA, type VerificationReport } from "../report.ts";
import { parseJunit } from "../junit.ts";
import { renderReport } from "../render_report.ts";
import { renderHtml } from "./render_html.ts";
import { renderJunit } from "./render_junit.ts";
import { renderSarif } from "./render_sarif.ts";

const HOSTILE = `a "b" <script>alert('1')</script> & \u0000 ]]>`;

const ORIGIN = {
  blueprint: {
    file: "blueprint.yaml",
    line: 8,
    column: 7,
    path: "entities.task.fields.title",
  },
  template: "templates/components/store.ts.eta",
  generated: "components/task_store.ts:40:9",
  edited: ["components/task_store.ts"],
} as const;

const REPORT: VerificationReport = {
  schema: REPORT_SCHEMA,
  system: HOSTILE,
  status: "failed",
  score: { passed: 1, applicable: 4, notUnderstood: 0, ratio: 0.25 },
  tools: { autocoder: "0.0.0", platform: "linux x86_64" },
  startedAt: "2030-01-01T00:00:00.000Z",
  ms: 1234,
  tiers: [{
    tier: 2,
    name: "logic",
    title: HOSTILE,
    state: "failed",
    ms: 10,
    counts: { passed: 1, failed: 1, not_applicable: 1, not_run: 1 },
  }],
  checks: [
    check("passed", { log: "raw/unit.log" }),
    check("failed", {
      findings: [
        finding("components/task store.ts:12:5"),
        { ...finding("components/task_store.ts:12:5"), origin: ORIGIN },
        finding("GET /tasks"),
      ],
    }),
    check("not_run", { note: HOSTILE }),
    check("not_applicable"),
  ],
  requirements: [{
    id: "R1",
    text: HOSTILE,
    covers: ["task"],
    tests: [{
      name: "parent > adds a task",
      file: "tests/acceptance_test.ts:3",
      state: "passed",
      ms: 1,
      step: true,
    }],
    state: "passed",
  }],
  notProved: [HOSTILE],
};

Deno.test("renderHtml() escapes every text, and loads nothing", () => {
  const page = renderHtml(REPORT, new Map([["unit.log", HOSTILE]]));
  assertEquals(page.includes("<script"), false);
  assertStringIncludes(page, "&lt;script&gt;");
  assertEquals([...page.matchAll(/\b(?:src|href)="(?!#)[^"]*"/g)], []);
  assertStringIncludes(page, "default-src 'none'");
});

Deno.test("renderHtml() leads from a requirement to the line of its test's log", () => {
  const logs = new Map([[
    "acceptance.log",
    "$ deno task test\n  adds a task ... ok (1ms)\n",
  ]]);
  const checks = [
    ...REPORT.checks,
    { ...check("passed", { log: "raw/acceptance.log" }), id: "semantics.R1" },
  ];
  const page = renderHtml({ ...REPORT, checks }, logs);
  assertStringIncludes(
    page,
    '<a href="#acceptance.log:2">acceptance.log:2</a>',
  );
  assertStringIncludes(
    page,
    '<span id="acceptance.log:2">  adds a task ... ok (1ms)</span>',
  );
});

Deno.test("renderHtml() says which part of a sentence was left out", () => {
  const trace = (id: string, text: string, understood = true) => ({
    id,
    text,
    covers: understood ? ["task"] : [],
    tests: [],
    state: understood ? "passed" as const : "not_understood" as const,
  });
  const page = renderHtml({
    ...REPORT,
    requirements: [
      trace("R1", "Tasks have a title and a horoscope."),
      trace("R2", "a horoscope", false),
      trace("R3", "Tasks have a size, sorted by size."),
      trace("R4", "List tasks by size."),
      trace("R5", "size", false),
    ],
  }, new Map());
  assertEquals(page.match(/without “.*?”/g), ["without “a horoscope”"]);
  const article = page.split("<article").find((one) =>
    one.includes("a title and a horoscope")
  );
  assertStringIncludes(article ?? "", '<a href="#R2">not understood</a>');
});

Deno.test("renderHtml() points only at what is in the page", () => {
  const page = renderHtml(
    REPORT,
    new Map([["unit.log", "a line\n".repeat(5000)]]),
  );
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  assertEquals(targets.filter((id) => !ids.has(id)), []);
  assertStringIncludes(page, "… 3001 lines are in raw/unit.log …");
});

Deno.test("renderJunit() is read back with the same results", () => {
  const cases = parseJunit(renderJunit(REPORT));
  assertEquals(cases.map(({ state }) => state), [
    "passed",
    "failed",
    "failed",
    "ignored",
  ]);
  assertEquals(cases[0]?.name, HOSTILE.replace("\u0000", "\ufffd"));
  assertStringIncludes(
    renderJunit(REPORT),
    'tests="4" failures="1" errors="1" skipped="1"',
  );
});

Deno.test("every form of the report names the tests that a requirement leads to", () => {
  const test = {
    name: `computes ${HOSTILE}`,
    file: "tests/unit/task_examples_test.ts:9",
    state: "passed" as const,
    ms: 2,
    step: false,
  };
  const report: VerificationReport = {
    ...REPORT,
    tiers: [
      ...REPORT.tiers,
      ...REPORT.tiers.map((one) => ({ ...one, tier: 4 as const })),
    ],
    checks: [
      ...REPORT.checks,
      { ...check("passed", { id: "semantics.R1", tier: 4 }) },
    ],
    requirements: REPORT.requirements.map((one) => ({ ...one, tests: [test] })),
  };
  const log = "acceptance\n";
  const page = renderHtml(
    report,
    new Map([["acceptance.log", log], [
      "unit.log",
      `first\n./tests/unit_tests_1.ts => ${test.name} ... ok (2ms)\n`,
    ]]),
  );
  assertStringIncludes(page, test.file);
  assertStringIncludes(page, '<a href="#unit.log:2">unit.log:2</a>');
  assertStringIncludes(
    renderReport(report),
    "tests/unit/task\\_examples\\_test.ts:9",
  );
  const junit = renderJunit(report);
  assertStringIncludes(
    junit,
    "<system-out>passed tests/unit/task_examples_test.ts:9 computes a &#34;b&#34; &#60;script&#62;",
  );
  assertEquals(parseJunit(junit).length, 5);
  assertEquals(junit.match(/<system-out>/g)?.length, 1);
});

Deno.test("renderSarif() names places in files, and all else by its name", () => {
  const { version, runs: [run] } = JSON.parse(renderSarif(REPORT));
  assertEquals(version, "2.1.0");
  assertEquals(run.tool.driver.rules, [{
    id: "V205",
    shortDescription: { text: "a unit test failed" },
  }]);
  assertEquals(
    run.results.map(({ locations }: { locations: unknown[] }) => locations[0]),
    [
      {
        logicalLocations: [{
          fullyQualifiedName: "components/task store.ts:12:5",
        }],
      },
      {
        physicalLocation: {
          artifactLocation: { uri: "components/task_store.ts" },
          region: { startLine: 12, startColumn: 5 },
        },
      },
      { logicalLocations: [{ fullyQualifiedName: "GET /tasks" }] },
    ],
  );
});

Deno.test("every form of the report leads a finding back to its cause", () => {
  const said = "blueprint.yaml:8:7 (entities.task.fields.title)";
  assertStringIncludes(renderHtml(REPORT, new Map()), said);
  assertStringIncludes(renderHtml(REPORT, new Map()), ORIGIN.template);
  assertStringIncludes(renderJunit(REPORT), said);
  assertStringIncludes(renderReport(REPORT), "entities.task.fields.title");
  const { runs: [{ results }] } = JSON.parse(renderSarif(REPORT));
  assertEquals(results[1].properties, { template: ORIGIN.template });
  assertEquals(results[1].relatedLocations[0], {
    id: 0,
    message: { text: ORIGIN.blueprint.path },
    physicalLocation: {
      artifactLocation: { uri: "blueprint.yaml" },
      region: { startLine: 8, startColumn: 7 },
    },
  });
  assertEquals(results[0].relatedLocations, undefined);
});

Deno.test("the reports for people show what was mended, as text", () => {
  const healings = [{
    round: 1,
    healer: "heal_code",
    codes: ["V201"],
    reason: HOSTILE,
    files: ["blueprint.yaml"],
    diff: `--- a/blueprint.yaml\n+${HOSTILE}\n`,
    kept: false,
  }];
  const page = renderHtml({ ...REPORT, healings }, new Map());
  assertStringIncludes(page, '<section id="mended">');
  assertStringIncludes(page, "tried and taken back (round 1, heal_code");
  assertStringIncludes(page, "<pre>--- a/blueprint.yaml\n+");
  assertEquals(page.includes("<script"), false);
  const text = renderReport({ ...REPORT, healings });
  assertStringIncludes(text, "## Mended");
  assertStringIncludes(text, "    --- a/blueprint.yaml\n");
});

function check(
  state: VerificationReport["checks"][number]["state"],
  more: Partial<VerificationReport["checks"][number]> = {},
): VerificationReport["checks"][number] {
  const id = `logic.${state}`;
  return { id, tier: 2, title: HOSTILE, state, ms: 5, findings: [], ...more };
}

function finding(place: string) {
  return {
    code: "V205",
    tier: 2,
    place,
    cause: HOSTILE,
    nextStep: HOSTILE,
  } as const;
}
