import { assert, assertEquals } from "@std/assert";
import { isMutated, moduleEdits } from "./find_mutants.ts";
import { applyEdit, describeMutant, mutantsOf } from "./mutant.ts";

Deno.test("moduleEdits() changes conditions, comparisons and literals", async () => {
  assertEquals(await mutated("if (a < 10 && !b) c();"), [
    "if (!(a < 10 && !b)) c();",
    "if (false) c();",
    "if (a <= 10 && !b) c();",
    "if (a < 9 && !b) c();",
    "if (a < 11 && !b) c();",
    "if (a < 10 || !b) c();",
    "if (a < 10 && b) c();",
    "if (a < 10 && !b) ;",
  ]);
  assertEquals(await mutated("x = y ? -1 : n - 0;"), [
    ";",
    "x = !(y) ? -1 : n - 0;",
    "x = y ? 1 : n - 0;",
    "x = y ? -0 : n - 0;",
    "x = y ? -2 : n - 0;",
    "x = y ? -1 : n + 0;",
    "x = y ? -1 : n - 1;",
  ]);
  assertEquals(
    await mutated("const x = [/a+/, true, '', `b${c}`];"),
    [
      "const x = [true, '', `b${c}`];",
      "const x = [/(?:)/, true, '', `b${c}`];",
      "const x = [/a+/, '', `b${c}`];",
      "const x = [/a+/, false, '', `b${c}`];",
      "const x = [/a+/, true, `b${c}`];",
      'const x = [/a+/, true, "other", `b${c}`];',
      "const x = [/a+/, true, ''];",
      "const x = [/a+/, true, '', \"\"];",
    ].toSorted(byFirstChange("const x = [/a+/, true, '', `b${c}`];")),
  );
});

Deno.test("moduleEdits() takes members, elements, arguments, calls and statements away", async () => {
  assertEquals(
    await mutated("f({ a, b: g }, h).i().j();"),
    [
      ";",
      "f({ a, b: g }, h).i();",
      "f({ a, b: g }, h).j();",
      "f({ a, b: g }).i().j();",
      "f({ b: g }, h).i().j();",
      "f({ a }, h).i().j();",
    ].toSorted(byFirstChange("f({ a, b: g }, h).i().j();")),
  );
  assertEquals(await mutated("void user;"), []);
  assertEquals(await mutated("void save();"), [";"]);
  assertEquals(
    await mutated("const x = { a: [b,], };"),
    [
      "const x = {};",
      "const x = { a: [] };",
    ].map((text) => text.replace("[] }", "[], }")),
  );
});

Deno.test("moduleEdits() leaves types, imports, keys and words for readers alone", async () => {
  const sources = [
    "/** 1 */ export type A = { b: 1 | 'c' };",
    'import a from "./b.ts";',
    "interface A<B = 'c'> { d: 2 }",
    "class A { b: 'c' | undefined; d(e: 'f'): 'g' { return e as 'h'; } }",
    "function f() { throw new TypeError('wrong'); }",
    "context.log({ level: 'info', n: 1 });",
    "if (import.meta.main) start(1);",
  ];
  for (const source of sources) assertEquals(await mutated(source), [], source);
  assertEquals(await mutated("const x = { 'a': b, message: 'c' };"), [
    "const x = { message: 'c' };",
    "const x = { 'a': b };",
  ]);
});

Deno.test("moduleEdits() changes SQL where it decides something", async () => {
  const source =
    'const q = `UPDATE "a" SET "v" = "v" + 1 WHERE "id" = ? AND "v" = ?`;';
  assertEquals(await mutated(source), [
    'const q = `UPDATE "a" SET "v" = "v" + 0 WHERE "id" = ? AND "v" = ?`;',
    'const q = `UPDATE "a" SET "v" = "v" + 1 WHERE "id" <> ? AND "v" = ?`;',
    'const q = `UPDATE "a" SET "v" = "v" + 1 WHERE "id" = ?`;',
    'const q = `UPDATE "a" SET "v" = "v" + 1 WHERE "id" = ? AND "v" <> ?`;',
  ]);
});

Deno.test("isMutated() picks what was generated for the system and runs in it", () => {
  const paths = [
    "components/a_store.ts",
    "logic/a.ts",
    "main.ts",
    "migrations/0001_initial.sql",
    "kit/a.ts",
    "harness/mod.ts",
    "client/client.ts",
    "tests/samples.ts",
    "docs/openapi.json",
  ];
  assertEquals(paths.filter(isMutated), paths.slice(0, 4));
});

Deno.test("mutantsOf() names the member that is changed", async () => {
  const source = "const x = { a: 1, b: ['c', 'd'], e: f({ g: true }) };";
  const mutants = mutantsOf("a.ts", source, await moduleEdits(source));
  const members = mutants.map(({ original, member }) => [original, member]);
  for (
    const pair of [
      ["1", "a"],
      ["a: 1", "a"],
      ["'d'", "b"],
      ["true", "g"],
      ["g: true", "g"],
    ]
  ) assert(members.some((found) => `${found}` === `${pair}`), `${pair}`);
});

Deno.test("describeMutant() tells place and change", () => {
  const text = "\n  f({ a,\n b });";
  const edit = {
    operator: "member dropped",
    start: 7,
    end: 11,
    replacement: "",
  } as const;
  assertEquals(
    mutantsOf("a.ts", text, [edit, edit]).map(describeMutant),
    ["a.ts:2 member dropped: a → nothing"],
  );
});

/** Lists what a source becomes, in the order of the changes. */
async function mutated(source: string): Promise<string[]> {
  const mutants = mutantsOf("a.ts", source, await moduleEdits(source));
  return mutants.map((mutant) => applyEdit(source, mutant))
    .toSorted(byFirstChange(source));
}

function byFirstChange(source: string) {
  const at = (text: string) =>
    Array.from(source).findIndex((letter, index) => text[index] !== letter);
  return (a: string, b: string) => at(a) - at(b) || (a < b ? -1 : 1);
}
