import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { canFail, type CanFailOptions } from "./can_fail.ts";

const LOGIC = `const FAR = 3;

export function shipping(weight: number, zone: string): number {
  if (zone === "far") return weight * FAR;
  const twice: number[] = [];
  while (twice.length < 1) twice.push(weight);
  return weight + 2;
}
`;

const TESTS = `import assert from "node:assert/strict";
import { shipping } from "../logic/shipping.ts";

Deno.test("near", () => assert.equal(shipping(5, "near"), 7));
Deno.test("far", () => assert.equal(shipping(5, "far"), 15));
Deno.test("is a number", () => assert.equal(typeof shipping(1, "x"), "number"));
Deno.test({ name: "skipped", ignore: true, fn: () => assert.fail() });
`;

Deno.test("canFail() tells which tests notice changes to a body, and which notice none", async () => {
  const start = LOGIC.indexOf("{") + 1;
  const range = { start, end: LOGIC.lastIndexOf("}") };
  const report = await tryChanges(TESTS, { range, least: 48 });
  const verdict = (change: string) =>
    report.mutants.find((mutant) => mutant.change.includes(change));
  assertEquals(verdict("arithmetic changed: + →"), {
    change: "logic/shipping.ts:7 arithmetic changed: + → -",
    state: "noticed",
    by: ["near"],
    isBlunt: false,
  });
  assertEquals(verdict("arithmetic changed: * →")?.by, ["far"]);
  assertEquals(verdict("condition negated: zone")?.by, ["near", "far"]);
  assertEquals(verdict("number moved: 2 → 1")?.state, "noticed");
  assertEquals(verdict("statement removed")?.state, "stopped");
  assertEquals(verdict("comparison changed: < → <=")?.state, "unnoticed");
  assertEquals(verdict("number moved: 3"), undefined);
  assertEquals(report.mutants.length, report.found);
  assertEquals(report.cannotFail, ["is a number", "skipped"]);
  assertEquals(report.tests.map(({ name }) => name), [
    "near",
    "far",
    "is a number",
    "skipped",
  ]);
  // Every test that calls it notices that it throws, so that this says nothing of them.
  assertEquals(verdict("body throws")?.by, ["near", "far", "is a number"]);
  const sharp = report.mutants.filter(({ isBlunt }) => !isBlunt);
  assertEquals(sharp.length, report.mutants.length - 1);
  for (const { name, noticed } of report.tests) {
    const by = sharp.filter(({ by }) => by.includes(name));
    assertEquals(noticed, by.length, name);
  }
  assertEquals(report.lookAtText, []);
  const noticed = sharp.filter(({ state }) => state === "noticed");
  const unnoticed = report.mutants.filter(({ state }) => state === "unnoticed");
  assert(unnoticed.length > 0);
  const all = noticed.length + unnoticed.length;
  assertEquals(report.share, noticed.length / all);
});

Deno.test("canFail() tries the same mutants each time, and no more when all tests have noticed one", async () => {
  const tests = TESTS.split("\n").slice(0, 5).join("\n");
  const changes = async (lanes: number) =>
    (await tryChanges(
      tests,
      { least: 1, lanes },
      LOGIC.replace(/.*while.*/, ""),
    ))
      .mutants
      .map(({ change }) => change);
  const [one, two] = [await changes(1), await changes(2)];
  assertEquals(one, two);
  assertEquals(one.length, 8);
});

Deno.test("canFail() goes on while a test has noticed nothing", async () => {
  const { mutants, found } = await tryChanges(TESTS, { least: 1, most: 10 });
  assertEquals([mutants.length, found > 10], [10, true]);
});

Deno.test("canFail() counts no change that the compiler refuses", async () => {
  const logic = `export function names(): [string, string] {
  return ["a", "b"];
}
`;
  const tests = `import assert from "node:assert/strict";
import { names } from "../logic/shipping.ts";
Deno.test("names", () => assert.deepEqual(names(), ["a", "b"]));
`;
  const { mutants, share } = await tryChanges(tests, {}, logic);
  const states = mutants.map(({ change, state }) =>
    `${change.split(" ")[1]} ${state}`
  );
  assertEquals(states.toSorted(), [
    "body noticed",
    "body refused",
    "element refused",
    "element refused",
    "text noticed",
    "text noticed",
  ]);
  assertEquals(share, 1);
});

const CALLS = `import assert from "node:assert/strict";
import { check } from "../logic/shipping.ts";
Deno.test("calls it", () => assert.equal(check(3), undefined));
`;

for (
  const body of ["", "// Nothing is refused.", "return;", "return undefined;"]
) {
  Deno.test(`canFail() takes a body that does nothing where its tests notice that it throws: ${body}`, async () => {
    const logic =
      `export function check(_weight: number): string | void {\n${body}\n}\n`;
    const tests = `${CALLS}Deno.test("true", () => assert.ok(true));\n`;
    const report = await tryChanges(tests, {}, logic);
    assertEquals(report.cannotFail, ["true"]);
    assertEquals([report.found, report.share], [1, 1]);
  });
}

Deno.test("canFail() takes no test of which no change could be decided", async () => {
  const logic = "export const same = <T>(value: T): T => value;\n";
  const tests = 'Deno.test("nothing", () => {});\n';
  assertEquals(await tryChanges(tests, {}, logic), {
    mutants: [],
    found: 0,
    tests: [{ name: "nothing", noticed: 0 }],
    cannotFail: ["nothing"],
    lookAtText: [],
    share: 0,
  });
});

Deno.test("canFail() does not take a call alone for a test of what a body does", async () => {
  const logic = `export function check(weight: number): string | void {
  return weight > 20 ? "It is heavy." : undefined;
}
`;
  const tests = `${CALLS}Deno.test("just calls", () => void check(30));\n`;
  const { cannotFail, mutants } = await tryChanges(tests, {}, logic);
  assertEquals(cannotFail, ["just calls"]);
  const of = (change: string) =>
    mutants.find((mutant) => mutant.change.includes(change));
  assertEquals(of("body throws")?.by, ["calls it", "just calls"]);
  assertEquals(of("body emptied")?.state, "unnoticed");
});

Deno.test("canFail() tells which tests look at the text of a body, which every change makes another", async () => {
  const looks = [
    "`${shipping}`",
    "Object.getPrototypeOf(shipping).toString.call(shipping)",
    "[shipping].join()",
  ];
  const tests = [
    ...TESTS.split("\n").slice(0, 4),
    ...looks.map((text, at) =>
      `Deno.test("looks ${at}", () => assert.ok(${text}.includes("weight + 2")));`
    ),
    'Deno.test("looks at lines", () => assert.throws(() => shipping(1, "none"), (error: Error) => error.stack?.includes("shipping.ts:6:")));',
    // The text of other functions is what it was.
    'Deno.test("other", () => assert.ok(`${assert.ok}`.includes("function") && shipping(5, "near") === 7));',
  ].join("\n");
  const { lookAtText } = await tryChanges(
    tests,
    { least: 1, most: 1 },
    LOGIC.replace(
      /.*while.*/,
      '  if (zone === "none") throw new Error("none");',
    ),
  );
  assertEquals(lookAtText, ["looks 0", "looks 1", "looks 2", "looks at lines"]);
});

Deno.test("canFail() tells all tests of a file that does not load, or end, where only the text is another", async () => {
  const tests = `${TESTS.split("\n").slice(0, 4).join("\n")}
if (!String(shipping).includes("weight + 2")) throw new Error("other");
`;
  const { lookAtText } = await tryChanges(
    tests,
    { least: 1, most: 1 },
    LOGIC.replace(/.*while.*/, ""),
  );
  assertEquals(lookAtText, ["near"]);
});

for (
  const [tests, reason] of [
    ['Deno.test("bad", () => { throw new Error("no"); });\n', "at bad"],
    ['throw new Error("broken");\n', "fails without one"],
    ["export {};\n", "found no tests"],
  ] as const
) {
  Deno.test(`canFail() throws for tests that prove nothing: ${reason}`, async () => {
    const error = await assertRejects(() => tryChanges(tests, {}), Error);
    assert(error.message.includes(reason), error.message);
  });
}

Deno.test("canFail() ends with its signal, and leaves the system as it was", async () => {
  const tests = 'Deno.test("waits", () => new Promise(() => {}));\n' +
    "setInterval(() => {}, 60_000);\n";
  await assertRejects(
    () => tryChanges(tests, { signal: AbortSignal.timeout(300) }),
    DOMException,
    "aborted due to timeout",
  );
  const reason = new Error("enough");
  await assertRejects(
    () => tryChanges(TESTS, { signal: AbortSignal.abort(reason) }),
    Error,
    "enough",
  );
});

/** Makes a system of a file and its tests, and tries changes; sees that nothing in its folder is other than it was. */
async function tryChanges(
  tests: string,
  options: Partial<CanFailOptions>,
  logic: string = LOGIC,
) {
  const dir = await Deno.makeTempDir({ prefix: "autocoder-can-fail-" });
  const files = {
    "deno.json": JSON.stringify({ tasks: { test: "deno test" } }),
    "logic/shipping.ts": logic,
    "tests/shipping_test.ts": tests,
  };
  try {
    for (const folder of ["logic", "tests"]) {
      await Deno.mkdir(join(dir, folder));
    }
    for (const [path, text] of Object.entries(files)) {
      await Deno.writeTextFile(join(dir, path), text);
    }
    return await canFail({
      dir,
      file: "logic/shipping.ts",
      testFile: "tests/shipping_test.ts",
      deno: Deno.execPath(),
      signal: new AbortController().signal,
      ...options,
    });
  } finally {
    for (const [path, text] of Object.entries(files)) {
      assertEquals(await Deno.readTextFile(join(dir, path)), text);
    }
    await Deno.remove(dir, { recursive: true });
  }
}
