import { assertEquals, assertStringIncludes } from "@std/assert";
import { renderReport } from "../render_report.ts";
import { type SecondReading, secondReadingText } from "../second_reading.ts";
import { reportWith } from "../testdata/healing_rig.ts";
import { renderHtml } from "./render_html.ts";

const HOSTILE = `<img src=x onerror="alert(1)"> | \`x\``;
const READING: SecondReading = {
  model: "scripted/double",
  state: "made",
  read: "request",
  calls: 2,
  usage: { input: 1000, output: 20, cached: 300 },
  ms: 5,
  log: "raw/second_reading.log",
  claims: [
    claim("S1", "tested"),
    { ...claim("S2", "dropped"), reason: "it has no test", steps: [] },
    { ...claim("S3", "open"), quote: HOSTILE, reason: HOSTILE },
  ],
};
const REPORT = { ...reportWith(undefined), secondReading: READING };

function claim(id: string, outcome: "tested" | "open" | "dropped") {
  return {
    id,
    quote: `words of ${id}`,
    requirements: ["R1"],
    shows: HOSTILE,
    outcome,
    steps: [{
      purpose: "check" as const,
      request: "GET /tasks as nobody",
      wanted: "200",
      found: HOSTILE,
      state: "failed" as const,
    }],
  };
}

Deno.test("renderHtml() shows a second reading, open questions first, every text escaped", () => {
  const page = renderHtml(REPORT, new Map([["second_reading.log", "1."]]));
  assertStringIncludes(page, '<a href="#second">Second reading</a>');
  assertStringIncludes(page, '<a href="#log-second_reading.log">');
  assertEquals(page.includes("<img"), false);
  assertStringIncludes(page, "&lt;img src=x");
  const ids = [...page.matchAll(/id="(S\d)"/g)].map(([, id]) => id);
  assertEquals(ids, ["S3", "S1", "S2"]);
  assertStringIncludes(page, "no result above depends on it");
});

Deno.test("renderHtml() has no second reading where none was made", () => {
  const page = renderHtml(reportWith(undefined), new Map());
  assertEquals(page.includes("econd reading"), false);
});

Deno.test("renderReport() lists the claims of a second reading", () => {
  const lines = renderReport(REPORT).split("\n");
  const rows = lines.filter((line) => /^\| S\d/.test(line));
  assertEquals(rows.map((row) => row.split(/(?<!\\)\|/).length), [7, 7, 7]);
  assertStringIncludes(rows[2] ?? "", "open question");
  assertEquals(
    renderReport(reportWith(undefined)).includes("Second reading"),
    false,
  );
});

Deno.test("secondReadingText() sums up, or says why there is none", () => {
  assertEquals(
    secondReadingText(READING),
    "second reading by scripted/double: 1 tested, 1 open question, 1 dropped; the result above does not depend on it",
  );
  assertEquals(
    secondReadingText({
      ...READING,
      state: "not_run",
      reason: "tier 2 has not passed",
      claims: [],
    }),
    "second reading by scripted/double: not run (tier 2 has not passed)",
  );
});
