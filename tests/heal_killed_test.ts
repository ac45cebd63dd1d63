import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { main } from "../cli.ts";
import { Changes } from "../validation/healing/apply_changes.ts";
import {
  type HealingRig,
  healingRig,
} from "../validation/testdata/healing_rig.ts";
import { startUntilReached } from "../validation/testdata/process_to_kill.ts";

/** Wrong twice, in ways that only a model has words for. */
const BLUEPRINT = `system: killed
store: { engine: memory }
entities:
  note:
    fields:
      title: { type: string, required: true }
      size:
        type: integer
        computed:
          run: |
            return note.title > 0 ? 1 : 0;
      other:
        type: integer
        computed:
          run: |
            return note.title;
`;

Deno.test("what a killed healing left is taken back by the next verification, which says so", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.tree();
  const child = await startUntilReached([rig.dir, "model"]);
  // The first round stands, its evidence too; the model is asked for the second one.
  assertStringIncludes(await rig.read("blueprint.yaml"), "title.length >");
  assertEquals(await child.kill(), true);
  assertEquals(await rig.tree() === before, false);
  const { code, err } = await run("verify", rig.dir);
  assertStringIncludes(
    err,
    "took back a healing that was interrupted: restored blueprint.yaml, ",
  );
  assertEquals(await rig.tree(), before);
  assertEquals(code, 1);
  const { err: again } = await run("verify", rig.dir);
  assertEquals(again.includes("took back"), false);
});

Deno.test("every command that looks at a system takes back what a killed healing left", async (t) => {
  await using rig = await healingRig(BLUEPRINT);
  const blueprint = join(rig.dir, "..", "blueprint.yaml");
  await Deno.writeTextFile(
    blueprint,
    "entities: { note: { fields: { title: { type: string } } } }\n",
  );
  const calls: Readonly<Record<string, readonly string[]>> = {
    "generate over it": [
      "generate",
      "--blueprint",
      blueprint,
      "--out",
      rig.dir,
    ],
    start: ["start", rig.dir, "--deno", join(rig.dir, "no_deno")],
    "verify --check-evidence": ["verify", rig.dir, "--check-evidence"],
  };
  for (const [name, args] of Object.entries(calls)) {
    await t.step(name, async () => {
      const before = await half(rig);
      const { err } = await run(...args);
      assertStringIncludes(err, "took back a healing that was interrupted");
      assertEquals(await rig.tree(), before);
    });
    await t.step(`${name} --json`, async () => {
      if (name === "start") return;
      const before = await half(rig);
      const { err } = await run(...args, "--json");
      assertStringIncludes(
        err,
        '{"event":"taken_back","restored":["main.ts"],"left":[]}\n',
      );
      assertEquals(await rig.tree(), before);
    });
  }
});

/** Changes the system as a healing does that ends there; answers what it was before. */
async function half(rig: HealingRig): Promise<string> {
  const before = await rig.tree();
  const edit = { path: "main.ts", before: undefined, after: "// healed\n" };
  await new Changes(rig.dir).write([edit]);
  return before;
}

async function run(...args: string[]) {
  let err = "";
  const code = await main(args, {
    out: () => {},
    err: (text) => void (err += text),
    isTerminal: false,
    confirm: () => undefined,
  });
  return { code, err };
}
