import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { startScriptedServer } from "../../authoring/testdata/scripted_server.ts";
import { terminalScreen } from "../../cli/testdata/terminal_screen.ts";
import {
  CRATE_DEPOT,
  RIGHT_BODY,
  SEAL_GUARD,
  sealAnswer,
} from "./crate_depot.ts";
import { SECRET } from "./run_generate.ts";

Deno.test({
  name: "generate --author model shows on a terminal what comes, in place",
  ignore: !await hasTerminals(),
  fn: async (t) => {
    // Before the first round passes, one answer fails: the line tells the round.
    const pieces = cut(sealAnswer(RIGHT_BODY));
    await using server = startScriptedServer([
      { text: "No block.", pieceMs: 0 },
      { text: pieces, pieceMs: 60 },
      { text: "No block.", pieceMs: 0 },
      { text: pieces, pieceMs: 60 },
    ]);
    const live = await generateOnTerminal(server.url, {});
    await t.step("a line for the unit counts seconds and characters", () => {
      const counts = [...live.matchAll(
        new RegExp(
          `${SEAL_GUARD}\\s+\\d+\\.\\d s {2}([\\d,]+) characters, round 2`,
          "g",
        ),
      )].map(([, count = ""]) => Number(count.replace(",", "")));
      assert(new Set(counts).size > 2, `found the counts ${counts}`);
      assertEquals(counts, counts.toSorted((a, b) => a - b));
      assert(live.includes("\x1b[1A\r\x1b[J"));
    });
    await t.step("what stays is what a log has", async () => {
      const plain = await generateOnTerminal(server.url, { NO_COLOR: "1" });
      assertEquals(plain.includes("\x1b"), false);
      assertEquals(
        steps(terminalScreen(live)),
        steps(terminalScreen(plain)),
      );
      assertEquals(steps(terminalScreen(live)).length > 6, true);
    });
  },
});

/** The lines of the model's work, without figures that differ from run to run. */
function steps(screen: readonly string[]): string[] {
  const end = screen.findIndex((line) => line.startsWith("written by "));
  const begin = screen.findIndex((line) => line.startsWith("wave 1 "));
  assert(begin >= 0 && end > begin, screen.join("\n"));
  return screen.slice(begin, end)
    .map((line) => line.trimEnd().replace(/\d+\.\d s/g, "… s"));
}

function cut(text: string): string[] {
  return text.match(/[^]{1,40}/g) ?? [];
}

/** Runs the program on a pseudo-terminal; gives all that was written to it. */
async function generateOnTerminal(
  url: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-live-" });
  try {
    const blueprint = `${folder}/blueprint.yaml`;
    await Deno.writeTextFile(blueprint, CRATE_DEPOT);
    const command = [
      Deno.execPath(),
      "run",
      "-A",
      "-q",
      CLI,
      "generate",
      "--blueprint",
      blueprint,
      "--out",
      `${folder}/system`,
      "--no-verify",
      "--author",
      "model",
      "--provider",
      "anthropic",
      "--model",
      "claude-sonnet-4-5",
      "--base-url",
      url,
    ].map((word) => `'${word}'`).join(" ");
    const { stdout } = await new Deno.Command("script", {
      args: ["-qec", `stty cols 120 && ${command}`, "/dev/null"],
      // What the shell of whoever runs this test wants has no say here.
      env: {
        NO_COLOR: "",
        CI: "",
        ...env,
        ANTHROPIC_API_KEY: SECRET,
        TERM: "xterm",
      },
      stdin: "null",
    }).output();
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether util-linux gives programs a pseudo-terminal here. */
async function hasTerminals(): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("script", {
      args: ["-qec", "stty cols 80 && test -t 2", "/dev/null"],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));
