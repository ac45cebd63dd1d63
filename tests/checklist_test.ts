import { assert, assertEquals } from "@std/assert";
import { CHECKLIST } from "../evidence/checklist.ts";
import { checklistText, logPath, readResults } from "../evidence/collect.ts";

const EVIDENCE = new URL("../evidence/", import.meta.url);

Deno.test("every row of the checklist has a result and the log of it", async () => {
  const results = await readResults();
  for (const row of CHECKLIST) {
    const path = logPath(row);
    const result = results[path];
    assert(result, `${path}: no result; run "deno task evidence"`);
    const log = await Deno.readTextFile(new URL(path, EVIDENCE)).catch(() =>
      ""
    );
    assert(log.length > 0, `${path}: no log; run "deno task evidence"`);
    if (result.state === "not run") {
      assert(
        log.startsWith("not run:"),
        `${path} says not run, its log does not`,
      );
    } else {
      assert(
        log.startsWith(`$ ${row.command}\n`),
        `${path} is the log of another command`,
      );
      assert(
        log.endsWith(
          `exit: ${result.state === "passed" ? "success" : "failure"}\n`,
        ),
        `${path} ended otherwise`,
      );
    }
  }
});

Deno.test("CHECKLIST.md says what the results say", async () => {
  assertEquals(
    await Deno.readTextFile(new URL("CHECKLIST.md", EVIDENCE)),
    checklistText(await readResults()),
  );
});

Deno.test("every command of the checklist names files and tasks that are there", async () => {
  const root = new URL("../", import.meta.url);
  const { tasks } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", root)),
  );
  for (const { command } of CHECKLIST) {
    const task = command.match(/deno task ([\w:-]+)/)?.[1];
    if (task !== undefined) {
      assert(task in tasks, `"${command}": no such task`);
      continue;
    }
    const [, kind, words = ""] = command.match(
      /^deno (run|test|bench) (?:-\S+ )*([^-]+)/,
    ) ?? [];
    const named = words.trim().split(/\s+/).filter(Boolean);
    // What follows the program of `deno run` are its arguments.
    const paths = kind === "run" ? named.slice(0, 1) : named;
    assert(paths.length > 0, `"${command}": names no file`);
    for (const path of paths) {
      const found = await Deno.stat(new URL(path, root)).catch(() => undefined);
      assert(found, `"${command}": there is no "${path}"`);
    }
  }
});
