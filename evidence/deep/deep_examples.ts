/**
 * The deep run of every example: generated, verified, attacked, fuzzed, mutated and loaded.
 *
 * `deno run -A evidence/deep/deep_examples.ts` takes all of them, with names after it those, one after the other: hours,
 * on a machine that does nothing else. What was interrupted goes on where it was: the systems stay below dist/deep.
 * Of each, report.json and report.md are kept here, and results.md sums up what is kept.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import type { Check, VerificationReport } from "../../validation/report.ts";
import { clean } from "../collect.ts";
import { circumstances, print, record, table } from "../record.ts";

const HERE = new URL(".", import.meta.url);
const ROOT = new URL("../../", HERE);
const COMMAND = "deno run -A evidence/deep/deep_examples.ts";
/** By the name of its folder here: what each is generated from. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  tasks: [
    "A task API: tasks have a title (required), a description and a due date. Add, list, update and delete tasks. Tasks can be marked as completed. Store them in SQLite.",
  ],
  booking: ["--blueprint", "examples/booking/blueprint.yaml"],
  conduit: ["--blueprint", "examples/conduit/blueprint.yaml"],
  forum: ["--blueprint", "examples/forum/blueprint.yaml"],
  invoicing: ["--blueprint", "examples/invoicing/blueprint.yaml"],
  shop: ["--blueprint", "examples/shop/blueprint.yaml"],
  tenant_notes: ["--blueprint", "examples/tenant_notes/blueprint.yaml"],
};
/** Its page is kept, too: from each sentence of the request to the log of the tests that show it. */
const WITH_PAGE = "tasks";

if (import.meta.main) {
  const wanted = Deno.args.length > 0 ? Deno.args : Object.keys(EXAMPLES);
  const unknown = wanted.filter((name) => !Object.hasOwn(EXAMPLES, name));
  if (unknown.length > 0) {
    print(`There is no example "${unknown}"\n`);
    Deno.exit(2);
  }
  for (const name of wanted) await verify(name, EXAMPLES[name] ?? []);
  const failed = await sumUp();
  Deno.exit(failed.length > 0 ? 1 : 0);
}

/** Generates it anew unless it is there already, verifies it and keeps its report. */
async function verify(
  name: string,
  given: readonly string[],
): Promise<void> {
  const dir = fileURLToPath(new URL(`dist/deep/${name}`, ROOT));
  const isThere = await Deno.stat(dir).then(() => true, () => false);
  if (!isThere) {
    await autocoder(
      "generate",
      ...given,
      "--out",
      dir,
      "--no-verify",
    );
  }
  await autocoder("verify", dir, "--deep", "--allow-not-run");
  const kept = new URL(`${name}/`, HERE);
  await Deno.mkdir(kept, { recursive: true });
  const files = ["report.json", "report.md"];
  if (name === WITH_PAGE) files.push("report.html");
  for (const file of files) {
    const text = await Deno.readTextFile(`${dir}/evidence/${file}`);
    const cleaned = clean(text);
    await Deno.writeTextFile(
      new URL(file, kept),
      file.endsWith(".html")
        ? cleaned.replace(/<(tmp|cache)>/g, "&lt;$1&gt;")
        : cleaned,
    );
  }
}

/** What fails stands in the report, so that the others go on. */
async function autocoder(...args: string[]): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "cli.ts", ...args],
    cwd: ROOT,
  }).spawn().status;
  print(`${args[0]}: ${success ? "success" : "failure"}\n`);
}

/** Records what is kept; gives the names of those with a check that failed. */
async function sumUp(): Promise<string[]> {
  const reports = new Map<string, VerificationReport>();
  for (const name of Object.keys(EXAMPLES)) {
    const text = await Deno.readTextFile(new URL(`${name}/report.json`, HERE))
      .catch(() => undefined);
    if (text !== undefined) reports.set(name, JSON.parse(text));
  }
  const rows = [...reports].map(([name, report]) => [
    `[${name}](${name}/report.md)`,
    report.status.replace("_", " "),
    `${report.score.passed} of ${report.score.applicable}`,
    ...["security", "fuzz", "mutation", "production"].map((part) =>
      said(report.checks.filter(({ tier }) => tier === part))
    ),
    (report.ms / 60_000).toFixed(1),
    report.startedAt.slice(0, 10),
  ]);
  const missing = Object.keys(EXAMPLES).filter((name) => !reports.has(name));
  const markdown = `# The deep run of every example

What could not run here counts against the score and is named in the report; what failed too.
Minutes are those of the last run: where it went on after an interruption, what was tried before is not in them.

${
    table(
      [
        "example",
        "status",
        "checks",
        "security",
        "fuzz",
        "mutation",
        "production",
        "minutes",
        "date",
      ],
      rows,
    )
  }${missing.length > 0 ? `\nNot run yet: ${missing.join(", ")}.\n` : ""}`;
  const results = {
    circumstances: await circumstances(COMMAND),
    reports: Object.fromEntries(
      [...reports].map(([name, { status, score, ms, startedAt, deep }]) =>
        [name, { status, score, ms, startedAt, deep }] as const
      ),
    ),
  };
  await record(HERE, results, markdown);
  return [...reports].filter(([, { checks }]) =>
    checks.some(({ state }) => state === "failed")
  ).map(([name]) => name);
}

/** How many passed, with the note of the only one. */
function said(checks: readonly Check[]): string {
  const applicable = checks.filter(({ state }) => state !== "not_applicable");
  const passed = applicable.filter(({ state }) => state === "passed").length;
  const [only, ...others] = checks;
  const note = others.length === 0 ? only?.note?.split(";")[0] ?? "" : "";
  return [`${passed} of ${applicable.length}`, note].filter(Boolean).join(": ");
}
