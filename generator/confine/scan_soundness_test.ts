import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { scanModule } from "./scan_module.ts";

const LEAVES = [
  ..."order key give a b f g list table 0 1 undefined".split(" "),
  ..."order[key] table[key] f[key] a[key] list[key] key[key]".split(" "),
  '"code"',
  "{}",
  "[]",
  "Number",
  "String",
];

const VALUES = [
  "(1)[key]",
  "(1)?.[2]",
  "(1)[0]",
  "(1)[+2]",
  "(1).x",
  "(1).at",
  "(1).call",
  "(1).length",
  "(1)(2)",
  "(1)(2, 3)",
  "new (1)(2)",
  "(1)`code`",
  "(1).map(2)",
  "(1).at(2)",
  "(1).push(2)",
  "(1).concat(2)",
  "(1).find(2)",
  "(1).toString(2)",
  "(1).x(2)",
  "(1) + (2)",
  "(1) * (2)",
  "(1) ?? (2)",
  "(1) && (2)",
  "(1) || (2)",
  "(1) ? (2) : (3)",
  "(1, 2)",
  "`${1}`",
  "[1, 2]",
  "[...(1)]",
  "({ x: 1, call: 2 })",
  "({ ...(1) })",
  "({ [1]: 2 })",
  "({ get x() { return 1 } })",
  "({ x() { return 1 } })",
  "(() => (1))",
  "((a) => (1))",
  "((a) => (1))(2)",
  "(({ x: a }) => (1))(2)",
  "(function () { return 1 })",
  "(async () => (1))()",
  "(class { x = 1 })",
  "(class { static x() { return 1 } })",
  "(class extends (1) {})",
  "(await (1))",
  "typeof (1)",
  "Number(1)",
  "String(1)",
  "Math.max(1, 2)",
  "Object.values(1)",
  "Object.entries(1)",
  "Object.assign(1, 2)",
  "Object.fromEntries([[1, 2]])",
  "JSON.parse('\"code\"', 1)",
  "Array.from(1, 2)",
  "Promise.all(1)",
  "new Map([[1, 2]])",
  "f(1)",
  "g(1)",
  "(a = 1)",
  "(b ??= 1)",
];

const STATEMENTS = [
  "1;",
  "a = 1;",
  "a += 1;",
  "a ??= 1;",
  "[a] = [1];",
  "({ x: a } = 1);",
  "({ ...a } = 1);",
  "[a, ...b] = 1;",
  "({ [key]: a } = 1);",
  "{ const a = 1; 2; a(3); }",
  "{ const b = 1; a = b; b.x = 2; }",
  "{ const { x: b, ...c } = 1; b(c); }",
  "{ const [b] = 1; b(2); }",
  "{ const f = (a) => 1; f(2)(3); }",
  "{ const f = () => 1; give(f()); }",
  "{ function f(a) { return 1 } a = f(2); }",
  "for (const a of [1]) { a(2); }",
  "for (const a of (1)) { give(a); 2; }",
  "for (const a in (1)) { order[a](2); }",
  "if (1) 2; else 3;",
  "try { 1 } catch (a) { give(a) }",
  "table.x = 1;",
  "table[key] = 1;",
  "order[key] ??= 1;",
  "(1)[key] = 2;",
  "(1)[key].x = 2;",
  "(1)[2][3] = give;",
  "(1).x = 2;",
  "(1)[key] += 2;",
  "list.push(1);",
  "g = (b) => 1;",
  "g = 1;",
  "return 1;",
];

/** Expressions and statements that try to reach the compiler of strings, or to change what all objects inherit. */
function programs(): fc.Arbitrary<string> {
  return fc.letrec<{ value: string; statements: string }>(
    (tie) => {
      const value = tie("value");
      const filled = (template: string) =>
        fc.array(value, { minLength: 3, maxLength: 3 }).map((parts) =>
          template.replace(/[123]/g, (n) => parts[Number(n) - 1] ?? "")
        );
      return {
        value: fc.oneof(
          { maxDepth: 2, withCrossShrink: true },
          fc.constantFrom(...LEAVES),
          ...VALUES.map(filled),
        ),
        statements: fc.array(fc.oneof(...STATEMENTS.map(filled)), {
          minLength: 1,
          maxLength: 4,
        }).map((lines) => lines.join("\n")),
      };
    },
  ).statements;
}

// What a program leaves running may fail: nobody waits for it.
addEventListener("unhandledrejection", (event) => event.preventDefault());

Deno.test("scanModule() passes no program that reaches the compiler of strings, or changes what all objects inherit", async () => {
  let passed = 0;
  const property = fc.asyncProperty(programs(), async (program) => {
    const body = `${START}\n${program}`;
    const text = `export async function work(order, key, give) {${body}\n}`;
    if ((await scanModule(text, { imports: [] })).length > 0) return;
    passed++;
    for (const key of KEYS) assertEquals(await harmOf(body, key), []);
  });
  await fc.assert(property, { numRuns: 600, seed: 11 });
  assert(passed > 50, `found ${passed} programs that pass, wanted some`);
});

/** What every program begins with. */
const START = "let a = 1, b = 2, f = (x) => x, g = (x) => x; " +
  "const list = [1, give], table = { x: 1, y: give };";

const KEYS = ["constructor", "__proto__", "prototype", "toString", "x", "call"];

/** Runs a body and lists what it did that it should not be able to do. */
async function harmOf(body: string, key: string): Promise<string[]> {
  const harm: string[] = [];
  const work = ASYNC_FUNCTION("order", "key", "give", `"use strict";${body}`);
  const trap = function () {
    harm.push("compiled a string");
    return () => harm.push("ran a string");
  };
  const shapes = shapesOf();
  for (const maker of MAKERS) setConstructor(maker, trap);
  try {
    const same = (value: unknown) => value;
    const given: unknown = await work(same, key, same);
    if (given === trap) harm.push("gave the compiler of strings away");
  } catch {
    // most programs fail: what matters is what they did until then
  } finally {
    for (const [maker, made] of ORIGINAL) setConstructor(maker, made);
  }
  if (shapesOf() !== shapes) harm.push("changed what all objects inherit");
  return harm;
}

function setConstructor(maker: object, value: unknown) {
  Object.defineProperty(maker, "constructor", { value, configurable: true });
}

/** The names of all members of what is shared. */
function shapesOf(): string {
  return [Object, Array, String, Number, Function, Promise, Map]
    .flatMap((made) => [made, made.prototype])
    .map((shared) => Object.getOwnPropertyNames(shared).join())
    .join("\n");
}

/** What functions of each kind are made by. */
const MAKERS: readonly object[] = [
  () => {},
  async () => {},
  function* () {},
  async function* () {},
].map((made) => Object.getPrototypeOf(made));

const ORIGINAL: readonly (readonly [object, unknown])[] = MAKERS.map((maker) =>
  [maker, maker.constructor] as const
);

/** Compiles a body; taken before any program runs. */
const ASYNC_FUNCTION = async function () {}.constructor as (
  ...parametersAndBody: string[]
) => (...given: unknown[]) => Promise<unknown>; // which the language gives no name
