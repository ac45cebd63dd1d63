/**
 * The scenarios' blueprints and requests, asked of the model that the environment chooses (`AUTOCODER_PROVIDER`,
 * `AUTOCODER_MODEL`, `AUTOCODER_BASE_URL`, and its key where it wants one): what it got right, in how many rounds, for what.
 *
 * `deno run -A evidence/codegen/real_model.ts [name…]` runs all, or those of these names. What a model gets wrong is a result;
 * only a run that does not end as it should, or claims what is not so, is a failure of this program.
 *
 * @module
 */
import { askModel, type RealResult } from "./ask_model.ts";
import { REAL_SCENARIOS } from "./real_scenarios.ts";

const HEAD =
  "| what is asked for | exit | calls | rounds | tokens in | out | s | written | failed | how it ended |";

/** Asks for each, tells how it went, and ends with a table. */
async function record(names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) =>
    !REAL_SCENARIOS.some((one) => one.name === name)
  );
  if (unknown.length > 0) {
    throw new RangeError(
      `Cannot ask for "${unknown.join('", "')}": wanted ${
        REAL_SCENARIOS.map(({ name }) => name).join(", ")
      }`,
    );
  }
  print(`model: ${Deno.env.get("AUTOCODER_MODEL")}\n`);
  const rows: string[] = [];
  const wrong: string[] = [];
  for (const scenario of REAL_SCENARIOS) {
    if (names.length > 0 && !names.includes(scenario.name)) continue;
    print(`\n${scenario.name}: ${scenario.title}\n`);
    const result = await askModel(scenario);
    for (const line of result.told) print(`  ${line}\n`);
    wrong.push(...result.wrong.map((why) => `${scenario.name}: ${why}`));
    rows.push(rowOf(scenario.title, result));
  }
  print(`\n${[HEAD, HEAD.replace(/[^|]+/g, " --- "), ...rows].join("\n")}\n`);
  for (const why of wrong) print(`\nnot as it should be: ${why}\n`);
  return wrong.length === 0;
}

function rowOf(title: string, result: RealResult): string {
  const { code, calls, rounds, input, output, seconds } = result;
  const { written, failed, ended } = result;
  const cells = [title, code, calls, rounds, input, output, seconds, written];
  return `| ${
    [...cells, failed, ended.replaceAll("|", "\\|")]
      .map((cell) => cell ?? "").join(" | ")
  } |`;
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

if (import.meta.main) Deno.exit(await record(Deno.args) ? 0 : 1);
