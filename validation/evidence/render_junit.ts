/**
 * Renders a report as JUnit XML for pipelines: each check is a test case.
 *
 * @module
 */
import { originText } from "../origin/origin_text.ts";
import type {
  Check,
  TestResult,
  TierResult,
  VerificationReport,
} from "../report.ts";

/** Renders the whole report; pure. What did not run is an error of its case: it was wanted. */
export function renderJunit(report: VerificationReport): string {
  const tiers = [...report.tiers, ...report.deep ?? []];
  const suites = tiers.map((tier) => suite(tier, report));
  const counts = countsOf(report.checks);
  return `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<testsuites ${attributes({ name: report.system, ...counts })}>\n` +
    `${suites.join("")}</testsuites>\n`;
}

function suite(tier: TierResult, report: VerificationReport): string {
  const checks = report.checks.filter((check) => check.tier === tier.tier);
  const head = attributes({
    name: tier.name,
    ...countsOf(checks),
    time: (tier.ms / 1000).toFixed(3),
    timestamp: report.startedAt,
  });
  const cases = checks.map((check) =>
    caseOf(check, tier, testsOf(check, report))
  );
  return `  <testsuite ${head}>\n${cases.join("")}  </testsuite>\n`;
}

/** Lists the tests that the check of a requirement leads to. */
function testsOf(
  { id }: Check,
  { requirements }: VerificationReport,
): readonly TestResult[] {
  return requirements.find((one) => id === `semantics.${one.id}`)?.tests ?? [];
}

function caseOf(
  check: Check,
  { name }: TierResult,
  tests: readonly TestResult[],
): string {
  const head = attributes({
    name: check.title,
    classname: `${name}.${check.id.split(".").slice(1).join(".")}`,
    time: (check.ms / 1000).toFixed(3),
  });
  const inside = contentOf(check) + outputOf(tests);
  return inside === ""
    ? `    <testcase ${head}/>\n`
    : `    <testcase ${head}>\n${inside}    </testcase>\n`;
}

function contentOf({ state, findings, note = "" }: Check): string {
  if (state === "not_applicable") {
    return `      <skipped ${attributes({ message: note })}/>\n`;
  }
  if (state === "not_run") {
    return `      <error ${attributes({ message: `not run: ${note}` })}/>\n`;
  }
  return findings.map(({ code, place, cause, nextStep, origin }) => {
    const head = attributes({ type: code, message: `${place}: ${cause}` });
    const text = origin ? `from: ${originText(origin)}\n${nextStep}` : nextStep;
    return `      <failure ${head}>${escaped(text)}</failure>\n`;
  }).join("");
}

/** What a test case is made of has no element of its own in this format. */
function outputOf(tests: readonly TestResult[]): string {
  if (tests.length === 0) return "";
  const lines = tests.map(({ state, file, name }) =>
    escaped(`${state} ${file} ${name}`)
  );
  return `      <system-out>${lines.join("\n")}</system-out>\n`;
}

function countsOf(checks: readonly Check[]): Record<string, number> {
  const count = (state: Check["state"]) =>
    checks.filter((check) => check.state === state).length;
  return {
    tests: checks.length,
    failures: count("failed"),
    errors: count("not_run"),
    skipped: count("not_applicable"),
  };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`).join(" ");
}

/** Escapes a text for XML 1.0, which has no way to write most control characters. */
function escaped(text: string): string {
  return text
    // deno-lint-ignore no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\n\r\t]/g, (found) => `&#${found.codePointAt(0)};`);
}
