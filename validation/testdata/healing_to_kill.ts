/**
 * A process that heals a system, or takes a healing back, and stands still at the step that is asked for: to be killed there.
 *
 * `deno run -A healing_to_kill.ts DIR heal|fail|take_back|model STEP`; it says `reached`, or `done` when there is no such
 * step. A step is whatever changes the folder: a move, or something that is removed.
 *
 * @module
 */
import type { Healer } from "../healing/healer.ts";
import { takeBackHealing } from "../healing/take_back.ts";

const [dir = "", mode = "", step = ""] = Deno.args;

/** Says that it is there, and waits for an end that only the other side can make. */
async function stand(): Promise<never> {
  await say("reached");
  for await (const _ of Deno.stdin.readable);
  Deno.exit(3);
}

async function say(word: string): Promise<void> {
  await Deno.stdout.write(new TextEncoder().encode(`${word}\n`));
}

let steps = 0;
const { rename, remove } = Deno;
Deno.rename = async (from, to) => {
  if (++steps === Number(step)) await stand();
  await rename(from, to);
};
Deno.remove = async (path, options) => {
  // What is removed beside the system is no matter of it.
  if (String(path).startsWith(dir) && ++steps === Number(step)) await stand();
  await remove(path, options);
};

/** Two rounds: a file is changed twice, others are made, and a folder. */
const HEALER: Healer = {
  name: "double",
  tiers: [2],
  propose: async (_findings, { read }) => {
    const text = `// again\n${await read("main.ts")}`;
    const isFirst = !text.startsWith("// again\n// again\n");
    return [{
      codes: ["V201"],
      reason: "as the test wants it",
      edits: [
        { path: "main.ts", text },
        ...(isFirst
          ? [
            { path: "docs/new/MORE.md", text: "# More\n" },
            { path: "var/spool/", text: "" },
          ]
          : []),
      ],
    }];
  },
};

async function heal(passes: boolean): Promise<void> {
  const { healSystem } = await import("../healing/heal_system.ts");
  const { reportWith } = await import("./healing_rig.ts");
  const failed = reportWith(2, [{}]);
  const reports = [failed, failed, passes ? reportWith(undefined) : failed];
  await healSystem(dir, {
    verify: () => Promise.resolve(reports.shift() ?? failed),
    healers: [HEALER],
    agree: () => true,
    keep: () => Promise.resolve(),
    signal: new AbortController().signal,
  });
}

/** All for real but for the model, which mends a part, and stands still when it is asked for the rest. */
async function healByModel(): Promise<void> {
  const { verifyAndHeal } = await import("../healing/verify_and_heal.ts");
  let asked = 0;
  await verifyAndHeal(dir, {
    agree: () => true,
    model: {
      name: "double",
      repair: async ({ blueprint }) => {
        if (++asked > 1) await stand();
        return {
          reason: "mends the first of two",
          edits: [{
            path: "blueprint.yaml",
            text: blueprint.replace("note.title ", "note.title.length "),
          }],
        };
      },
    },
  });
}

if (mode === "take_back") await takeBackHealing(dir);
else if (mode === "model") await healByModel();
else await heal(mode === "heal");
await say("done");
