/**
 * A naive development server beside the generated system: the same checks of production readiness, executed on both.
 *
 * `deno run -A evidence/production/compare_with_naive.ts` records results.json and results.md; with numbers after it,
 * the seconds of load and of soak: `… 2 5`, which are not recorded.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { generateFiles } from "../../generator/generate.ts";
import { MANIFEST_PATH } from "../../generator/output/manifest.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { DeepJournal } from "../../validation/deep_journal.ts";
import { DEEP_LIMITS, type DeepLimits } from "../../validation/deep_part.ts";
import { findDeno } from "../../validation/find_deno.ts";
import { PRODUCTION_PART } from "../../validation/production/production_part.ts";
import { readSubject } from "../../validation/read_subject.ts";
import { type Check, type Score, scoreOf } from "../../validation/report.ts";
import { runTier } from "../../validation/run_tier.ts";
import { Workbench } from "../../validation/workbench.ts";
import { clean } from "../collect.ts";
import { circumstances, print, record, table } from "../record.ts";

const HERE = new URL(".", import.meta.url);
const BLUEPRINT = new URL("../api/tasks.yaml", import.meta.url);
const COMMAND = "deno run -A evidence/production/compare_with_naive.ts";

if (import.meta.main) {
  const [load, soak] = Deno.args.map(Number);
  const limits = {
    ...DEEP_LIMITS,
    ...(load ? { loadSeconds: load } : {}),
    ...(soak ? { soakSeconds: soak } : {}),
  };
  const parent = await Deno.makeTempDir({ prefix: "autocoder-naive-" });
  try {
    const generated = await generatedSystem(parent);
    const naive = await naiveSystem(parent, generated);
    const before = await checksOf(naive, limits);
    const after = await checksOf(generated, limits);
    const markdown = page(before, after);
    if (Deno.args.length > 0) print(markdown);
    else {
      const results = {
        circumstances: await circumstances(COMMAND),
        limits,
        naive: { score: scoreOf(before, []), checks: before },
        generated: { score: scoreOf(after, []), checks: after },
      };
      await record(HERE, results, markdown);
    }
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}

async function generatedSystem(parent: string): Promise<string> {
  const text = await Deno.readTextFile(BLUEPRINT);
  const { model, blueprintText } = await prepareBlueprint(text, "tasks.yaml");
  if (!model) throw new Error("Cannot read tasks.yaml");
  const { files } = await generateFiles(model, blueprintText);
  return await writeSystem(join(parent, "generated"), files);
}

/** The naive server, with the blueprint from which the checks know its API. */
async function naiveSystem(
  parent: string,
  generated: string,
): Promise<string> {
  const dir = join(parent, "naive");
  for (const path of ["blueprint.yaml", MANIFEST_PATH]) {
    await Deno.mkdir(dirname(join(dir, path)), { recursive: true });
    await Deno.copyFile(join(generated, path), join(dir, path));
  }
  const server = new URL("naive_server.ts", import.meta.url);
  await Deno.copyFile(server, join(dir, "main.ts"));
  const tasks = { start: "deno run -A --watch main.ts" };
  await Deno.writeTextFile(join(dir, "deno.json"), JSON.stringify({ tasks }));
  return dir;
}

async function checksOf(
  dir: string,
  limits: DeepLimits,
): Promise<readonly Check[]> {
  const subject = await readSubject(dir);
  const deno = await findDeno();
  const { model, manifest } = subject;
  if (!deno || !model || !manifest) throw new Error(`Cannot check ${dir}`);
  const { signal } = new AbortController();
  await using bench = new Workbench({ dir, deno: deno.path, signal });
  const context = {
    subject,
    deno,
    bench,
    signal,
    allowEdits: true,
    trace: () => {},
    model,
    manifest,
    seed: 1,
    limits,
    journal: DeepJournal.inMemory(),
    tell: () => {},
  };
  const { part, title } = PRODUCTION_PART;
  const { checks } = await runTier(
    {
      tier: part,
      name: part,
      title,
      inTurn: true,
      plan: () => PRODUCTION_PART.plan(context),
    },
    context,
    { onProgress: () => {} },
  );
  return checks;
}

function page(before: readonly Check[], after: readonly Check[]): string {
  const rows = before.map((check, n) => [
    check.title,
    said(check),
    said(after[n] ?? check),
  ]);
  const score = (checks: readonly Check[]) => scoreWords(scoreOf(checks, []));
  return `# Production readiness: a naive development server and the generated system

The same API of tasks, the same load, the same checks (\`verify --deep=production\`), executed on both. The naive server
is \`naive_server.ts\`: one file, a Map, no safeguards. What could not run counts against the score.

${
    table(["makes sure that", "naive server", "generated system"], [
      ...rows,
      ["passed over applicable", score(before), score(after)],
    ])
  }`;
}

function scoreWords({ passed, applicable }: Score): string {
  return `${passed} of ${applicable}`;
}

/** The state, with the figure of what passed or the first cause of what did not. */
function said({ state, note = "", findings: [first] }: Check): string {
  const text = state === "failed" ? first?.cause ?? "" : note;
  const words = clean(text).replace(/\s+/g, " ").replaceAll("|", "\\|").slice(
    0,
    160,
  );
  return `**${state.replace("_", " ")}** ${words}`.trim();
}
