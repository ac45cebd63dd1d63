import { assertEquals, assertStringIncludes } from "@std/assert";
import type { AuthoringFigures, AuthoringPart } from "../authoring_part.ts";
import { renderReport } from "../render_report.ts";
import { REPORT_SCHEMA, type VerificationReport } from "../report.ts";
import { renderHtml } from "./render_html.ts";

const HOSTILE = `a "b" <script>alert('1')</script> & | x`;
const TOKENS = { input: 12345, output: 678, cached: 9000 };
const FIGURES: AuthoringFigures = {
  name: "wave 1",
  units: 3,
  failed: 1,
  files: 4,
  lines: 1500,
  calls: 5,
  attempts: 7,
  rounds: 2,
  tokens: TOKENS,
  cost: 0.1234567,
  parallelMs: 2500,
};
const PART: AuthoringPart = {
  planned: { model: "p/q", rounds: 1, calls: 1, tokens: TOKENS, ms: 900 },
  written: {
    model: "anthropic/claude",
    price: "3 / 15 USD per million",
    waves: [FIGURES, { ...FIGURES, name: "wave 2" }],
    types: [{ ...FIGURES, name: "logic" }],
    total: { ...FIGURES, name: "total" },
    failed: [{ unit: "entities.box.fields.a.computed", why: "6 rounds" }],
  },
  kept: [{
    unit: "endpoints.quote",
    model: "anthropic/claude",
    rounds: 1,
    calls: 1,
    tokens: TOKENS,
  }],
};

Deno.test("renderHtml() shows a model's part: what it was asked, what that took, and what came of it", () => {
  const text = words(page({ authoring: PART }));
  for (
    const line of [
      "2 of 3 units written by anthropic/claude, 1 given up",
      "calls 5 2 retried",
      "tokens in 12 345 9 000 of them cached",
      "tokens out 678",
      "cost $0.1235",
      "rounds 2 at most for a unit",
      "units failed 1 of 3",
      "3 / 15 USD per million",
      "entities.box.fields.a.computed given up: 6 rounds",
      "wave units failed files lines calls rounds tokens in cached tokens out cost time wave 1 3 1 4 1 500 5 2 12 345 9 000 678 $0.1235 2.5 s wave 2",
      "total 3 1 4",
      "logic 3 1 4",
      "planned by p/q : 1 call, 1 round, 12 345 tokens in (9 000 cached), 678 out, 900 ms",
      "1 unit kept in .autocoder/answers",
      "endpoints.quote anthropic/claude 1 1 12 345 9 000 678",
    ]
  ) assertStringIncludes(text, line);
});

Deno.test("renderHtml() tells an unknown price as such, and one wave once", () => {
  const { written } = PART;
  const unpriced = { ...FIGURES, cost: null };
  const text = words(page({
    authoring: {
      kept: [],
      ...(written
        ? {
          written: {
            model: "local/m",
            waves: [unpriced],
            types: [],
            total: unpriced,
            failed: [],
          },
        }
        : {}),
    },
  }));
  assertStringIncludes(text, "cost unknown: no price");
  assertEquals(text.includes("$"), false);
  assertEquals(text.match(/wave 1/g)?.length, 1);
  assertEquals(text.includes("total"), false);
});

Deno.test("renderHtml() tells what was written before, and what could not be read", () => {
  const text = words(
    page({ authoring: { kept: PART.kept, unread: HOSTILE } }),
  );
  assertStringIncludes(text, "This generation asked no model");
  assertStringIncludes(text, "evidence/generation.json could not be read: a");
  assertEquals(
    words(page({ authoring: { kept: [], unread: "x" } }))
      .includes("asked no model"),
    false,
  );
});

Deno.test("renderHtml() has no section of a model, and no way there, where none had a part", () => {
  const text = page({});
  assertEquals(text.includes('id="model"'), false);
  assertEquals(text.includes("#model"), false);
  assertStringIncludes(page({ authoring: PART }), 'href="#model"');
});

Deno.test("renderHtml() and renderReport() hold a model's part to be data", () => {
  const figures = { ...FIGURES, name: HOSTILE };
  const report = {
    authoring: {
      planned: { model: HOSTILE, rounds: 1, calls: 1, tokens: TOKENS, ms: 1 },
      written: {
        model: HOSTILE,
        price: HOSTILE,
        waves: [figures, figures],
        types: [figures],
        total: figures,
        failed: [{ unit: HOSTILE, why: HOSTILE }],
      },
      unread: HOSTILE,
      kept: [{
        unit: HOSTILE,
        model: HOSTILE,
        rounds: 1,
        calls: 1,
        tokens: TOKENS,
      }],
    },
  };
  assertEquals(page(report).includes("<script"), false);
  assertEquals(page(report).split("&lt;script&gt;").length - 1, 12);
  const text = renderReport({ ...REPORT, ...report });
  assertEquals(/[^\\]<script/.test(text), false);
  assertStringIncludes(text, "## Language model");
  assertStringIncludes(
    text,
    "2 of 3 units written by a",
  );
});

Deno.test("renderHtml() tells of the second reading beside the rest", () => {
  const text = words(page({
    authoring: PART,
    secondReading: {
      model: "s/r",
      state: "made",
      read: "request",
      calls: 2,
      usage: TOKENS,
      ms: 100,
      claims: [],
    },
  }));
  assertStringIncludes(
    text,
    "The second reading by s/r : 2 calls, 12 345 tokens in (9 000 cached), 678 out, 100 ms",
  );
});

function page(more: Partial<VerificationReport>): string {
  return renderHtml({ ...REPORT, ...more }, new Map());
}

/** The words that are shown, with single spaces. */
function words(text: string): string {
  return text.replace(/<style>[^]*?<\/style>/, "").replace(/<[^>]*>/g, " ")
    .replace(/&quot;/g, '"').replace(/[\s\u202f]+/g, " ")
    .replace(/ ,/g, ",");
}

const REPORT: VerificationReport = {
  schema: REPORT_SCHEMA,
  system: "boxes",
  status: "verified",
  score: { passed: 1, applicable: 1, notUnderstood: 0, ratio: 1 },
  tools: { autocoder: "0.0.0", platform: "linux x86_64" },
  startedAt: "2030-01-01T00:00:00.000Z",
  ms: 1,
  tiers: [],
  checks: [],
  requirements: [],
  notProved: [],
};
