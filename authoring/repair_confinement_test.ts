import { assertEquals, assertStringIncludes } from "@std/assert";
import { confinementFault } from "./repair_confinement.ts";

const BLUEPRINT = `schema: autocoder/v1
system: teas
entities:
  tea:
    fields:
      grams: { type: integer, required: true }
      cups:
        type: integer
        computed:
          run: |
            return tea.grams / 5;
`;
const MODULE = `import type { Tea } from "./tea.ts";
import { other } from './other.ts';
export function guardBrew(tea: Tea): string | undefined {
  const now = new Date();
  return other(tea, now);
}
`;
const FILES = [
  { path: "blueprint.yaml", text: BLUEPRINT },
  { path: "logic/brewing.ts", text: MODULE },
];

function inBlueprint(code: string) {
  const text = BLUEPRINT.replace("return tea.grams / 5;", code);
  return confinementFault([{ path: "blueprint.yaml", text }], FILES);
}

function inModule(from: string, to: string) {
  const text = MODULE.replace(from, to);
  return confinementFault([{ path: "logic/brewing.ts", text }], FILES);
}

Deno.test("confinementFault() lets honest repairs pass", async () => {
  assertEquals(
    await inBlueprint("return Math.floor(tea.grams / 5);"),
    undefined,
  );
  assertEquals(await inModule("other(tea, now)", '"never"'), undefined);
  // The owner's own use of the clock stays, and their imports do.
  assertEquals(await inModule("tea, now", "tea, new Date()"), undefined);
});

Deno.test("confinementFault() refuses what a model may not do", async (t) => {
  const inLogic = "blueprint.yaml, in what becomes logic/tea_logic.ts: found";
  const codes = [
    'return Deno.env.get("HOME")?.length ?? 0;',
    "return eval(`1`);",
    'await fetch("https://example.com/?" + tea.grams); return 1;',
    'return ({} as object)["constr" + "uctor"]("return 1")();',
    "return globalThis.length;",
    "return Date.now();",
  ];
  for (const code of codes) {
    await t.step(code, async () => {
      assertStringIncludes(
        await inBlueprint(code) ?? "nothing",
        code.includes("fetch") ? "blueprint.yaml: AC718" : inLogic,
      );
      assertStringIncludes(
        await inModule("return other(tea, now);", code) ?? "nothing",
        "logic/brewing.ts: found",
      );
    });
  }
  for (
    const line of [
      'import { x } from "node:fs";',
      'import "npm:evil";',
      'export * from "./more.ts";',
      "// @ts-nocheck",
    ]
  ) {
    await t.step(line, async () => {
      const fault = await inModule("import type", `${line}\nimport type`);
      assertStringIncludes(fault ?? "nothing", "logic/brewing.ts: found");
    });
  }
});

Deno.test("confinementFault() refuses what the blueprint's own checks refuse", async () => {
  assertStringIncludes(
    await inBlueprint('return (await import("node:fs")).length;') ?? "",
    "blueprint.yaml: AC632",
  );
  assertStringIncludes(
    await inBlueprint("return `") ?? "nothing",
    "blueprint.yaml",
  );
});

Deno.test("confinementFault() refuses a file that was not given, whatever it imports", async () => {
  const edits = [{ path: "new.ts", text: 'import "./a.ts";\n' }];
  assertStringIncludes(await confinementFault(edits, FILES) ?? "", "new.ts");
});
