/**
 * Plays every scenario of a language model through the program and records what each took.
 *
 * @module
 */
import { playScenario } from "../../tests/authoring/scenario.ts";
import { SCENARIOS } from "../../tests/authoring/scenarios.ts";

const HEAD =
  "| scenario | exit | requests | calls | rounds | tokens in | out | cost | ms |";

/** Plays them one after another; the first that does not do what it says ends it. */
async function record(): Promise<void> {
  const rows: string[] = [];
  for (const scenario of SCENARIOS) {
    const { run, server } = await playScenario(scenario);
    const total = run.report?.authoring?.total;
    const cells = [
      scenario.title,
      run.code,
      server.requests.length,
      total?.calls ?? "",
      total?.rounds ?? "",
      total?.tokens.input ?? "",
      total?.tokens.output ?? "",
      typeof total?.cost === "number" ? `$${total.cost.toFixed(4)}` : "",
      Math.round(run.ms),
    ];
    rows.push(`| ${cells.join(" | ")} |`);
    print(`${scenario.title}: as it should be\n`);
  }
  const text = [
    "# What happens when a language model writes",
    "",
    "`deno run -A evidence/codegen/scenarios.ts`: each runs `autocoder generate` as a process against a server on this machine that speaks the provider's wire protocol and plays a script. Each is held to its exit code, its requests, its rounds, what the model is told and what the files hold (tests/authoring/scenarios.ts). No provider was called: tokens are those that the server tells, prices those of the table.",
    "",
    HEAD,
    HEAD.replace(/[^|]+/g, " --- "),
    ...rows,
    "",
  ].join("\n");
  await Deno.writeTextFile(new URL("results.md", import.meta.url), text);
  print(`\n${text}`);
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

await record();
