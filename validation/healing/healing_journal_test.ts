import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { ValidationPipelineError } from "../errors.ts";
import { type HealingRig, healingRig } from "../testdata/healing_rig.ts";
import { startUntilReached } from "../testdata/process_to_kill.ts";
import { Changes } from "./apply_changes.ts";
import { JOURNAL_PATH, writeJournal } from "./healing_journal.ts";
import { lockHealing } from "./healing_lock.ts";
import { takeBackHealing } from "./take_back.ts";

const BLUEPRINT = `system: killed
store: { engine: memory }
entities:
  note: { fields: { title: { type: string, required: true } } }
`;

Deno.test("a healing that is killed at any step is taken back, or had ended", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await snapshot(rig.dir);
  let step = 0;
  while (await killedAt(rig, "heal", ++step)) {
    const taken = await takeBackHealing(rig.dir);
    if (taken === undefined && await isHealed(rig)) await undo(rig);
    assertEquals(await snapshot(rig.dir), before, `step ${step}`);
    assertEquals(await takeBackHealing(rig.dir), undefined);
  }
  assert(step > 8, `there are ${step} steps`);
  assert(await isHealed(rig), "it ends with what was healed");
});

Deno.test("a healing that is killed while it is taken back is taken back", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await snapshot(rig.dir);
  let step = 0;
  while (await killedAt(rig, "fail", ++step)) {
    await takeBackHealing(rig.dir);
    assertEquals(await snapshot(rig.dir), before, `step ${step}`);
  }
  assertEquals(await snapshot(rig.dir), before);
});

Deno.test("taking back is taken up again after it was killed at any step", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await snapshot(rig.dir);
  let step = 0;
  do {
    await new Changes(rig.dir).write([
      { path: "main.ts", before: undefined, after: "// healed\n" },
      { path: "docs/new/MORE.md", before: undefined, after: "# More\n" },
      { path: "var/spool/", before: undefined, after: "" },
    ]);
  } while (await isTakenUp(++step));
  assertEquals(await snapshot(rig.dir), before);
  assert(step > 4, `there are ${step} steps`);

  async function isTakenUp(step: number): Promise<boolean> {
    const isKilled = await killedAt(rig, "take_back", step);
    await takeBackHealing(rig.dir);
    assertEquals(await snapshot(rig.dir), before, `step ${step}`);
    return isKilled;
  }
});

Deno.test("takeBackHealing() leaves what somebody has changed since, and keeps what it was before", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const main = await rig.read("main.ts");
  await killedAt(rig, "heal", LAST_WRITE);
  await rig.write("main.ts", "// mine\n");
  const taken = await takeBackHealing(rig.dir);
  assertEquals(taken, { restored: ["docs/new/MORE.md"], left: ["main.ts"] });
  assertEquals(await rig.read("main.ts"), "// mine\n");
  assertEquals(await rig.read(".autocoder/healing/before/main.ts"), main);
});

Deno.test("takeBackHealing() goes by no journal that leads out of the system, or is none", async (t) => {
  await using rig = await healingRig(BLUEPRINT);
  const outside = join(rig.dir, "..", "outside.txt");
  await Deno.writeTextFile(outside, "mine");
  const { written } = await entryOf("mine");
  for (const path of ["../outside.txt", "/outside.txt", "a/../../b"]) {
    await t.step(path, async () => {
      await writeJournal(rig.dir, [{ path, before: "theirs", written }]);
      await assertRejects(
        () => takeBackHealing(rig.dir),
        ValidationPipelineError,
        "found no journal",
      );
    });
  }
  await t.step("a link", async () => {
    await Deno.symlink(outside, join(rig.dir, "link.txt"));
    const entry = { path: "link.txt", before: "theirs", written };
    await writeJournal(rig.dir, [entry]);
    assertEquals((await takeBackHealing(rig.dir))?.left, ["link.txt"]);
  });
  await t.step("no JSON", async () => {
    await rig.write(JOURNAL_PATH, "{");
    await assertRejects(
      () => takeBackHealing(rig.dir),
      ValidationPipelineError,
    );
  });
  assertEquals(await Deno.readTextFile(outside), "mine");
});

Deno.test("takeBackHealing() waits for a healing that is at work, and takes none back that ends well", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const lock = await lockHealing(rig.dir);
  const changes = new Changes(rig.dir);
  const edit = { path: "main.ts", before: undefined, after: "// healed\n" };
  await changes.write([edit]);
  const waiting = takeBackHealing(rig.dir);
  const aborter = new AbortController();
  const impatient = takeBackHealing(rig.dir, { signal: aborter.signal });
  aborter.abort();
  await assertRejects(() => impatient, DOMException);
  // Long enough for one that does not wait to do harm.
  await rig.tree();
  await changes.keep();
  lock[Symbol.dispose]();
  assertEquals(await waiting, undefined);
  assertEquals(await rig.read("main.ts"), "// healed\n");
});

Deno.test("a change keeps the mode of a file, also when it is taken back", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const path = join(rig.dir, "main.ts");
  await Deno.chmod(path, 0o755);
  const changes = new Changes(rig.dir);
  const edit = { path: "main.ts", before: undefined, after: "// healed\n" };
  await changes.write([edit]);
  assertEquals((await Deno.stat(path)).mode! & 0o777, 0o755);
  await changes.takeBack();
  assertEquals((await Deno.stat(path)).mode! & 0o777, 0o755);
});

/** Runs a healing until a step, and kills it there; false when it ended before. */
async function killedAt(
  { dir }: HealingRig,
  mode: string,
  step: number,
): Promise<boolean> {
  const child = await startUntilReached([dir, mode, String(step)]);
  return await child.kill();
}

async function isHealed({ read }: HealingRig): Promise<boolean> {
  return (await read("main.ts")).startsWith("// again\n// again\n");
}

/** What was healed, by hand. */
async function undo(rig: HealingRig): Promise<void> {
  const text = await rig.read("main.ts");
  await rig.write("main.ts", text.replaceAll("// again\n", ""));
  await Deno.remove(join(rig.dir, "docs/new"), { recursive: true });
  await Deno.remove(join(rig.dir, "var"), { recursive: true });
}

/** All files and folders with their texts, whatever they are of. */
async function snapshot(dir: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = async (below: string) => {
    for await (const { name, isDirectory } of Deno.readDir(join(dir, below))) {
      const path = `${below}${name}`;
      if (isDirectory) await visit(`${path}/`);
      found[path] = isDirectory ? "" : await Deno.readTextFile(join(dir, path));
    }
  };
  await visit("");
  return found;
}

async function entryOf(text: string) {
  const { sha256 } = await import("../../generator/output/manifest.ts");
  return { written: [await sha256(text)] };
}

/** The step that moves main.ts to its place for the second time. */
const LAST_WRITE = 5;
