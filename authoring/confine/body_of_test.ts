import { assert, assertEquals, assertRejects } from "@std/assert";
import { bodyOf } from "./body_of.ts";

const WANTED = {
  name: "guardShip",
  signature:
    "export function guardShip(order: Order, context: LogicContext): GuardAnswer",
};

Deno.test("bodyOf() gives the statements without their common indentation", async () => {
  const text = `/** What it is. */
import type { Order } from "../models/order.ts";

export function guardShip(
  order: Order,
  context: LogicContext,
): GuardAnswer {
    // Heavy orders wait.
    if (order.weight > 30) {

      return \`too
    heavy \${
      order.weight
    }\`;
    }
    return undefined;
}
`;
  const result = await bodyOf(text, WANTED);
  assert("body" in result, JSON.stringify(result));
  assertEquals(
    result.body,
    `// Heavy orders wait.
if (order.weight > 30) {

  return \`too
    heavy \${
      order.weight
    }\`;
}
return undefined;`,
  );
  assertEquals(result.isAsync, false);
  assertEquals(result.imports, [
    'import type { Order } from "../models/order.ts";',
  ]);
  const { start, end } = result.range;
  assert(text.slice(start, end).trim().startsWith("// Heavy"));
  assertEquals(text.slice(start - 1, start) + text.slice(end), "{}\n");
});

Deno.test("bodyOf() leaves texts that go on in the next line as they are", async () => {
  const texts = [
    'return "a\\\n    b";',
    "return 'a\\\n    b';",
    "return `a\n    b`;",
    "return { 'a\\\n    b': 1 };",
  ];
  for (const text of texts) {
    assertEquals(await bodyIn(`${WANTED.signature} {\n    ${text}\n}`), text);
  }
});

Deno.test("bodyOf() takes a body in one line, and an empty one", async () => {
  assertEquals(
    await bodyIn(`${WANTED.signature} { return "no"; }`),
    'return "no";',
  );
  assertEquals(await bodyIn(`${WANTED.signature} {}`), "");
});

for (
  const signature of [
    "export   function guardShip (order:Order,\n  context : LogicContext,\n) : GuardAnswer",
    "export async function guardShip(order: Order, context: LogicContext): Promise<GuardAnswer>",
  ]
) {
  Deno.test(`bodyOf() takes the signature ${JSON.stringify(signature)}`, async () => {
    assertEquals(await bodyIn(`${signature} { return; }`), "return;");
  });
}

Deno.test("bodyOf() takes a promise of what may come later", async () => {
  const signature = "export function work(): Eventually<readonly string[]>";
  const text =
    "export async function work(): Promise<readonly string[]> { return []; }";
  const result = await bodyOf(text, { name: "work", signature });
  assert("body" in result, JSON.stringify(result));
  assertEquals([result.body, result.isAsync], ["return [];", true]);
});

for (
  const signature of [
    "export function guardShip(order: Order): GuardAnswer",
    "export function guardShip(order: Order, ctx: LogicContext): GuardAnswer",
    "export function guardShip(order: Order, context: Other): GuardAnswer",
    "export function guardShip(order: Order, context: LogicContext = evil()): GuardAnswer",
    "export function guardShip(order: Order, context: LogicContext, more?: number): GuardAnswer",
    "export function guardShip(order: Order, context: LogicContext): string",
    "export function guardShip(order: Order, context: LogicContext)",
    "export function guardShip(order: Order, context: LogicContext): Promise<GuardAnswer>",
    "export function guardShip<T>(order: Order, context: LogicContext): GuardAnswer",
    "export function* guardShip(order: Order, context: LogicContext): GuardAnswer",
    "export function guardSHIP(order: Order, context: LogicContext): GuardAnswer",
    "export default function guardShip(order: Order, context: LogicContext): GuardAnswer",
    "function guardShip(order: Order, context: LogicContext): GuardAnswer",
  ]
) {
  Deno.test(`bodyOf() refuses ${signature}`, async () => {
    await assertFault(`${signature} {}`, 1);
  });
}

for (
  const statement of [
    "const x = 1;",
    "let x = 1;",
    "work();",
    "class X {}",
    "type X = string;",
    "function helper() {}",
    "export const x = 1;",
    "export * from './other.ts';",
    "export { guardShip as other };",
    "{ work(); }",
    "if (true) work();",
    "await work();",
    "export function guardShip(order: Order, context: LogicContext): GuardAnswer;",
  ]
) {
  Deno.test(`bodyOf() refuses ${statement} beside the function`, async () => {
    const whole = `${WANTED.signature} {}`;
    await assertFault(`${whole}\n${statement}`, 2);
    await assertFault(`${statement}\n${whole}`, 1);
  });
}

Deno.test("bodyOf() refuses a second exported function", async () => {
  await assertFault(`${WANTED.signature} {}\nexport function f() {}`, 2);
  await assertFault(`export function f() {}\n${WANTED.signature} {}`, 2);
});

Deno.test("bodyOf() tells what is no TypeScript, and where", async () => {
  const result = await bodyOf(`${WANTED.signature} {\n  retrun 1;\n}`, WANTED);
  assert("fault" in result);
  assertEquals(result.line, 2);
  assertEquals(
    result.fault,
    "Cannot read the module: Missing semicolon.",
  );
});

Deno.test("bodyOf() tells what is nested too deeply", async () => {
  const list = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  const result = await bodyOf(
    `${WANTED.signature} { return ${list}; }`,
    WANTED,
  );
  assert("fault" in result);
  assertEquals(result.fault, "Cannot read the module: it is nested too deeply");
});

Deno.test("bodyOf() tells of a module without a function", async () => {
  await assertFault("", 1);
  await assertFault("import a from 'b';", 1);
});

Deno.test("bodyOf() throws for a wanted signature that is none", async () => {
  const wanted = { name: "f", signature: "const f = 1;" };
  await assertRejects(
    () => bodyOf("export function f() {}", wanted),
    SyntaxError,
  );
});

async function bodyIn(text: string): Promise<string> {
  const result = await bodyOf(text, WANTED);
  assert("body" in result, JSON.stringify(result));
  return result.body;
}

async function assertFault(text: string, line: number) {
  const result = await bodyOf(text, WANTED);
  assert("fault" in result, JSON.stringify(result));
  assertEquals(result.line, line);
}
