import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { generateFiles } from "../generate.ts";
import { prepareBlueprint } from "../prepare.ts";

const HEAD = `system: files
entities:
  article:
    fields: { title: { type: string, required: true } }
    hooks:
      beforeDelete: { file: ./logic/`;

/** Prepares a blueprint in a folder with these files. */
async function prepared(
  files: Readonly<Record<string, string>>,
  name = "own.ts",
  arrange: (folder: string) => Promise<void> = async () => {},
) {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-test-" });
  try {
    await Deno.mkdir(join(folder, "logic"));
    for (const [path, text] of Object.entries(files)) {
      await Deno.writeTextFile(join(folder, path), text);
    }
    await arrange(folder);
    return await prepareBlueprint(`${HEAD}${name} }\n`, "files.yaml", {
      folder,
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const FUNCTION = "export function beforeDelete(): void {}\n";

Deno.test("readLogicFiles() takes the files that are named and all that they import from there", async () => {
  const text = `import { b } from "./b.ts";
import type { Article } from "../models/article.ts";
import { toTimestamp } from "../kit/clock.ts";
import { basename } from 'node:path';
export const beforeDelete = (a: Article) => { b(toTimestamp(basename(a.title))); };
`;
  const other = 'export { c as b } from "./c.ts";\n';
  const { model, blueprintText, diagnostics } = await prepared({
    "logic/own.ts": text,
    "logic/b.ts": other,
    "logic/c.ts": "export const c = (text: unknown): void => void text;\n",
    "logic/unused.ts": "export const d = 1;\n",
  });
  assertEquals(diagnostics, []);
  assert(model);
  const { files } = await generateFiles(model, blueprintText);
  const yours = files.filter(({ ownership }) => ownership === "yours");
  assertEquals(yours.map(({ path }) => path), [
    "logic/b.ts",
    "logic/c.ts",
    "logic/own.ts",
  ]);
  assertEquals(yours.at(-1)?.text, text);
  const own = files.find(({ path }) => path === "logic/article_logic.ts");
  assertStringIncludes(own?.text ?? "", 'from "./own.ts"');
});

Deno.test("readLogicFiles() refuses what it cannot use, at the place of the blueprint that names it", async () => {
  const cases: readonly (readonly [
    string,
    string,
    ...Parameters<typeof prepared>,
  ])[] = [
    ["AC635", "found no such file", {}],
    ["AC635", "found no such file", {
      "logic/own.ts": `import "./gone.ts";\n${FUNCTION}`,
    }],
    ["AC635", "found a link", {}, "own.ts", async (folder) => {
      await Deno.writeTextFile(join(folder, "away.ts"), FUNCTION);
      await Deno.symlink(
        join(folder, "away.ts"),
        join(folder, "logic", "own.ts"),
      );
    }],
    [
      "AC635",
      "found a folder",
      {},
      "own.ts",
      (folder) => Deno.mkdir(join(folder, "logic", "own.ts")),
    ],
    ["AC636", "among the generated ones", {}, "article_logic.ts"],
    ["AC637", '"../main.ts" (logic/own.ts:2:1)', {
      "logic/own.ts": `\nimport { a } from "../main.ts";\n${FUNCTION}`,
    }],
    ["AC637", '"npm:left-pad"', {
      "logic/own.ts": `${FUNCTION}await import("npm:left-pad");\n`,
    }],
    ["AC637", "something computed", {
      "logic/own.ts": `${FUNCTION}await import(name);\n`,
    }],
    ["AC637", '"../models/user.ts"', {
      "logic/own.ts": `export * from "../models/user.ts";\n${FUNCTION}`,
    }],
    ["AC638", 'found no exported function "beforeDelete"', {
      "logic/own.ts": "function beforeDelete(): void {}\nexport {};\n",
    }],
    ["AC639", "(logic/own.ts:2:7)", {
      "logic/own.ts": "// one\nconst = 1;\n",
    }],
  ];
  for (const [code, found, ...given] of cases) {
    const { model, diagnostics } = await prepared(...given);
    assertEquals(model, undefined, found);
    const [first, ...more] = diagnostics;
    assertEquals([first?.code, more.length], [code, 0], found);
    assertStringIncludes(first?.message ?? "", found);
    assertEquals([first?.position?.line, first?.position?.column], [6, 29]);
  }
});

Deno.test("readLogicFiles() finds no files where nobody knows the folder", async () => {
  const { diagnostics } = await prepareBlueprint(`${HEAD}own.ts }\n`, "a.yaml");
  assertEquals(diagnostics.map(({ code }) => code), ["AC635"]);
});
