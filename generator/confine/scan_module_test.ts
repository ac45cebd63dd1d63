import { assert, assertEquals } from "@std/assert";
import { scanModule } from "./scan_module.ts";
import type { ScanRules } from "./scan_rules.ts";

const RULES: ScanRules = { imports: ["../models/order.ts"], pure: true };

Deno.test("scanModule() tells what it found, where and why, in the order of the text", async () => {
  const text = `import { evil } from "./evil.ts";
export function work(): number {
  return  Deno.pid +
    evil.constructor("return 1")();
}
`;
  assertEquals(await scanModule(text, RULES), [
    {
      line: 1,
      column: 22,
      found: '"./evil.ts"',
      why: "only these may be imported: ../models/order.ts",
    },
    {
      line: 3,
      column: 11,
      found: "Deno",
      why: "Deno reaches out of the function: take what is given to it",
    },
    {
      line: 4,
      column: 10,
      found: "constructor",
      why: 'no member "constructor" is read, written or declared',
    },
  ]);
});

Deno.test("scanModule() tells where a text is no TypeScript", async () => {
  const [finding, ...rest] = await scanModule(
    "export function work() {\n  retrun 1;\n}",
    RULES,
  );
  assertEquals(rest, []);
  assertEquals(finding, {
    line: 2,
    column: 9,
    found: "retrun 1;",
    why: "this is no TypeScript: Missing semicolon.",
  });
});

for (
  const [text, reason] of [
    [
      `const a = ${"[".repeat(20_000)}${"]".repeat(20_000)};`,
      "nested too deeply",
    ],
    [`a${".b".repeat(20_000)};`, "nested too deeply"],
    ['import { a } from "b"; const a = 1;', "Duplicate declaration"],
    ["let a; let a;", "already been declared"],
    ["const a = `${", "Unexpected token"],
  ] as const
) {
  Deno.test(`scanModule() tells what cannot be read: ${reason}`, async () => {
    const [finding, ...rest] = await scanModule(text, { imports: ["b"] });
    assertEquals(rest, []);
    assert(finding?.why.includes(reason), finding?.why);
  });
}

Deno.test("scanModule() reads constants that are made of each other once", async () => {
  const made = Array.from(
    { length: 200 },
    (_, index) => `const a${index + 1} = \`${`\${a${index}}`.repeat(50)}\`;\n`,
  );
  const text = `const o = {};\nconst a0 = "";\n${made.join("")}o[a200]();`;
  assertEquals(await scanModule(text, { imports: [] }), []);
});

Deno.test("scanModule() shows nothing that steers a terminal", async () => {
  const text = '"\u009b31m\u202e\u0000"[Deno]; import("\u001b[2J\u200b");';
  for (const { found, why } of await scanModule(text, { imports: [] })) {
    // deno-lint-ignore no-control-regex -- what must not be there
    assertEquals(/[\u0000-\u001f\u009b\u200b\u202e]/.exec(found + why), null);
  }
});

Deno.test("scanModule() shows a long place in one line, cut", async () => {
  const text = `debugger;\nimport(${"\n".repeat(9)}"${"x".repeat(500)}");`;
  const [, finding] = await scanModule(text, { imports: [] });
  assertEquals(finding?.found, `import( "${"x".repeat(81)}…`);
});

Deno.test("scanModule() gives further globals, with a dot only their member to be called", async () => {
  const globals = ["Deno.test", "console"];
  const find = async (text: string) =>
    (await scanModule(text, { imports: [], globals })).length;
  assertEquals(await find('Deno.test("a", () => console.log(1));'), 0);
  for (
    const text of [
      'Deno["test"]("a", () => {});',
      'Deno.test.only("a", () => {});',
      'Deno.test.ignore("a", () => {});',
      "const d = Deno; d;",
      "Deno.exit();",
      "Deno.test = 1;",
      "const { test } = Deno; test;",
      "const t = Deno.test; t;",
      "[1].map(Deno.test);",
      "new Deno.test();",
      "(Deno as unknown as { exit(): void }).exit();",
    ]
  ) assert(await find(text) > 0, text);
});
