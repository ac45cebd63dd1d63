import { assertEquals, assertRejects } from "@std/assert";
import { type EarlierSystem, earlierSystem } from "./earlier_system.ts";
import { MANIFEST_PATH, manifestText } from "./manifest.ts";
import { replaceSystem } from "./replace_system.ts";
import { TargetNotEmpty, writeSystem } from "./write_system.ts";

const FILES = { "main.ts": "main();\n", "models/a.ts": "export {};\n" };

async function outputOf(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    type: "project" as const,
    phase: "scaffold" as const,
    ownership: "generated" as const,
  }));
  const about = { system: "shop", version: "1" };
  const manifest = await manifestText(files, about);
  return [{ path: MANIFEST_PATH, text: manifest }, ...files];
}

/** A system in a folder of its own, as it was generated. */
async function inSystem(
  test: (dir: string, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const dir = `${folder}/shop`;
  try {
    await writeSystem(dir, [
      ...await outputOf(FILES),
      { path: "evidence/report.json", text: "{}\n" },
      { path: ".autocoder/model/plan.json", text: "{}\n" },
    ]);
    await test(dir, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function found(dir: string): Promise<EarlierSystem> {
  const system = await earlierSystem(dir);
  if (!system) throw new Error(`found no system in ${dir}`);
  return system;
}

Deno.test("earlierSystem() finds a system as it was generated, whatever evidence stands beside it", async () => {
  await inSystem(async (dir, folder) => {
    const { system, manifest } = await found(dir);
    assertEquals(system, "shop");
    assertEquals(manifest, await Deno.readTextFile(`${dir}/${MANIFEST_PATH}`));
    assertEquals(await earlierSystem(`${folder}/not-there`), undefined);
    assertEquals(await earlierSystem(folder), undefined);
    await Deno.writeTextFile(`${dir}/${MANIFEST_PATH}`, "{}");
    assertEquals(await earlierSystem(dir), undefined);
  });
});

Deno.test("earlierSystem() refuses what somebody has changed, added, removed or linked", async () => {
  const changes: readonly (readonly [
    string,
    (dir: string) => Promise<void>,
  ])[] = [
    [
      '"main.ts" changed since',
      (dir) => Deno.writeTextFile(`${dir}/main.ts`, ""),
    ],
    ['no "models/a.ts"', (dir) => Deno.remove(`${dir}/models/a.ts`)],
    [
      '"models/b.ts", which was not',
      (dir) => Deno.writeTextFile(`${dir}/models/b.ts`, ""),
    ],
    ['".env", which was not', (dir) => Deno.writeTextFile(`${dir}/.env`, "")],
    ['"data", which was not', (dir) => Deno.mkdir(`${dir}/data`)],
    ['".autocoder/healing/journal.json", which was not', async (dir) => {
      await Deno.mkdir(`${dir}/.autocoder/healing`);
      await Deno.writeTextFile(`${dir}/.autocoder/healing/journal.json`, "");
    }],
    ['"main.ts" changed since', async (dir) => {
      await Deno.rename(`${dir}/main.ts`, `${dir}/../main.ts`);
      await Deno.symlink("../main.ts", `${dir}/main.ts`);
    }],
  ];
  for (const [wanted, change] of changes) {
    await inSystem(async (dir) => {
      await change(dir);
      await assertRejects(
        () => earlierSystem(dir),
        TargetNotEmpty,
        `found ${wanted}`,
      );
    });
  }
});

Deno.test("replaceSystem() leaves the same system and its evidence where they are, and writes what stands beside it", async () => {
  await inSystem(async (dir) => {
    const before = await Deno.stat(`${dir}/main.ts`);
    const { isSame } = await replaceSystem(
      await found(dir),
      await outputOf(FILES),
      [{ path: "evidence/generation.json", text: "again\n" }],
    );
    assertEquals(isSame, true);
    assertEquals((await Deno.stat(`${dir}/main.ts`)).ino, before.ino);
    const text = (path: string) => Deno.readTextFile(`${dir}/${path}`);
    assertEquals(await text("evidence/generation.json"), "again\n");
    assertEquals(await text("evidence/report.json"), "{}\n");
  });
});

Deno.test("replaceSystem() puts another system in the place of the earlier one, and leaves nothing beside it", async () => {
  await inSystem(async (dir, folder) => {
    const next = await outputOf({ "main.ts": "other();\n" });
    const beside = [{ path: "evidence/generation.json", text: "new\n" }];
    const { path, isSame } = await replaceSystem(
      await found(dir),
      next,
      beside,
    );
    assertEquals([path, isSame], [dir, false]);
    const names = async (at: string) =>
      (await Array.fromAsync(Deno.readDir(at))).map(({ name }) => name).sort();
    assertEquals(await names(folder), ["shop"]);
    assertEquals(await names(dir), [".autocoder", "evidence", "main.ts"]);
    assertEquals(await names(`${dir}/evidence`), ["generation.json"]);
    assertEquals((await found(dir)).system, "shop");
  });
});

Deno.test("replaceSystem() leaves a system alone that somebody has changed meanwhile", async () => {
  await inSystem(async (dir, folder) => {
    const earlier = await found(dir);
    await Deno.writeTextFile(`${dir}/main.ts`, "mine();\n");
    const next = await outputOf({ "main.ts": "other();\n" });
    await assertRejects(
      () => replaceSystem(earlier, next, []),
      TargetNotEmpty,
      '"main.ts" changed since',
    );
    await Deno.remove(dir, { recursive: true });
    await writeSystem(dir, await outputOf({ "main.ts": "mine();\n" }));
    await assertRejects(
      () => replaceSystem(earlier, next, []),
      TargetNotEmpty,
      "changed meanwhile",
    );
    assertEquals(await Deno.readTextFile(`${dir}/main.ts`), "mine();\n");
    assertEquals((await Array.fromAsync(Deno.readDir(folder))).length, 1);
  });
});
