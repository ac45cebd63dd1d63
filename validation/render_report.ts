/**
 * Renders a report as Markdown for people.
 *
 * @module
 */
import { authoringText, costText } from "./authoring_part.ts";
import { healingText } from "./healing/healing_text.ts";
import { originText } from "./origin/origin_text.ts";
import {
  type Check,
  type CheckState,
  readinessText,
  type RequirementTrace,
  scoreText,
  type TierResult,
  type VerificationReport,
} from "./report.ts";
import { secondReadingText } from "./second_reading.ts";

/** Renders the whole report; pure. */
export function renderReport(report: VerificationReport): string {
  return [
    `# Verification of ${report.system || "a system without a manifest"}`,
    summary(report),
    "## Tiers",
    table(["tier", "proves", "result", "passed", "time"], [
      ...[...report.tiers, ...report.deep ?? []].map(tierRow),
    ]),
    ...findings(report),
    ...healings(report),
    "## Checks",
    ...[...report.tiers, ...report.deep ?? []].flatMap((tier) =>
      checksOf(tier, report.checks)
    ),
    "## Requirements",
    ...requirements(report.requirements),
    ...authoring(report),
    ...secondReading(report),
    "## What was not proved",
    report.notProved.map((line) => `- ${text(line)}`).join("\n"),
    "## How to run it again",
    "```sh\nautocoder verify .   # in the system's folder: all of this\ndeno task check      # types, lint, format\ndeno task test       # every test\n```",
  ].join("\n\n") + "\n";
}

function summary(report: VerificationReport): string {
  const { score, tools } = report;
  const percent = Math.floor(score.ratio * 1000) / 10;
  return `**${STATUS[report.status]}**: ${scoreText(report)} ` +
    `(${percent} %) in ${seconds(report.ms)}, ` +
    `begun ${report.startedAt}, with autocoder ${tools.autocoder} and ` +
    `${tools.deno ? `Deno ${tools.deno}` : "no Deno"} on ${tools.platform}.` +
    (report.readiness
      ? `\n\nProduction readiness: ${readinessText(report.readiness)}.`
      : "") +
    (report.manifestSha256
      ? `\n\nManifest: SHA-256 \`${report.manifestSha256}\``
      : "");
}

function tierRow(tier: TierResult): string[] {
  const { counts } = tier;
  const applicable = counts.passed + counts.failed + counts.not_run;
  return [
    headOf(tier),
    tier.title,
    STATE[tier.state],
    `${counts.passed} of ${applicable}`,
    seconds(tier.ms),
  ];
}

function headOf({ tier, name }: TierResult): string {
  return typeof tier === "number" ? `${tier} ${name}` : `deep: ${name}`;
}

function findings(report: VerificationReport): string[] {
  const all = report.checks.flatMap((check) => check.findings);
  if (all.length === 0) return [];
  return [
    "## Findings",
    table(
      ["code", "place", "cause", "leads back to", "next step"],
      all.map(({ code, place, cause, nextStep, origin }) => [
        code,
        place,
        cause,
        origin ? originText(origin) : "",
        nextStep,
      ]),
    ),
  ];
}

function healings({ healings = [] }: VerificationReport): string[] {
  if (healings.length === 0) return [];
  return [
    "## Mended",
    ...healings.map((one) =>
      `${text(healingText(one))}\n\n${
        one.diff.trimEnd().split("\n").map((line) => `    ${line}`).join("\n")
      }`
    ),
  ];
}

function checksOf(tier: TierResult, checks: readonly Check[]): string[] {
  const own = checks.filter((check) => check.tier === tier.tier);
  return [
    `### ${headOf(tier)}`,
    table(
      ["check", "makes sure that", "result", "time", "note", "raw output"],
      own.map((check) => [
        check.id,
        check.title,
        STATE[check.state],
        check.ms > 0 ? seconds(check.ms) : "",
        check.note ?? "",
        check.log ?? "",
      ]),
    ),
  ];
}

function requirements(all: readonly RequirementTrace[]): string[] {
  if (all.length === 0) return ["The blueprint has none."];
  const tests = all.flatMap(({ id, tests }) =>
    tests.filter(({ step }) => !step).map((test) => [
      id,
      test.name,
      test.file,
      test.state,
    ])
  );
  return [
    table(
      ["id", "sentence", "became", "tests", "result"],
      all.map((one) => [
        one.id,
        one.text,
        one.covers.join(", "),
        tested(one),
        one.state === "not_understood" ? "not understood" : STATE[one.state],
      ]),
    ),
    ...(tests.length === 0 ? [] : [
      "They lead to these tests:",
      table(["id", "test", "file", "result"], tests),
    ]),
  ];
}

function authoring({ authoring }: VerificationReport): string[] {
  if (!authoring) return [];
  const { written, unread } = authoring;
  const line = authoringText(authoring);
  return [
    "## Language model",
    ...(line === undefined ? [] : [text(line)]),
    ...(unread === undefined
      ? []
      : [text(`evidence/generation.json could not be read: ${unread}`)]),
    ...(written
      ? [
        table(
          [
            "wave",
            "units",
            "failed",
            "calls",
            "rounds",
            "tokens in",
            "cached",
            "tokens out",
            "cost",
          ],
          written.waves.map((
            { name, units, failed, calls, rounds, tokens, cost },
          ) => [
            name,
            ...[
              units,
              failed,
              calls,
              rounds,
              tokens.input,
              tokens.cached,
              tokens.output,
            ].map(String),
            costText(cost),
          ]),
        ),
      ]
      : []),
  ];
}

function secondReading({ secondReading }: VerificationReport): string[] {
  if (!secondReading) return [];
  const { claims } = secondReading;
  return [
    "## Second reading",
    text(secondReadingText(secondReading)),
    ...(claims.length === 0 ? [] : [
      table(
        ["id", "words of the request", "its test shows", "result", "why"],
        claims.map(({ id, quote, shows, outcome, reason = "" }) => [
          id,
          quote,
          shows,
          outcome === "open" ? "open question" : outcome,
          reason,
        ]),
      ),
    ]),
  ];
}

function tested({ tests }: RequirementTrace): string {
  const whole = tests.filter(({ step }) => !step);
  const passed = whole.filter(({ state }) => state === "passed");
  return whole.length === 0 ? "" : `${passed.length} of ${whole.length} passed`;
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows.map((row) => line(row.map(text))),
  ].join("\n");
}

/** Makes a text harmless in Markdown: one line, no tags, no table borders. */
function text(raw: string): string {
  return raw.replace(/\s+/g, " ").replace(/[\\`*_<>|[\]]/g, "\\$&");
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

const STATE: Readonly<Record<CheckState, string>> = {
  passed: "passed",
  failed: "FAILED",
  not_applicable: "not applicable",
  not_run: "not run",
};

const STATUS: Readonly<Record<VerificationReport["status"], string>> = {
  verified: "Verified",
  failed: "Failed",
  interrupted: "Interrupted",
  not_run: "Not verified: something did not run",
};
