import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type AnswerFaultKind, parseAnswer } from "./parse_answer.ts";

const LOGIC = "logic/order_shipping.ts";
const TEST = "tests/authored/order_shipping_test.ts";
const WANTED = [LOGIC, TEST];

Deno.test("parseAnswer() takes the files that were asked for, and counts them", () => {
  const { code, faults } = parseAnswer(
    `Here it is:

\`\`\`ts file=${TEST}
Deno.test("a", () => {});
\`\`\`

and

  ~~~~typescript title=x file="${LOGIC}"
  export const one = 1;
    const two = \`
  \`\`\`
  ~~~
  \`;
  ~~~~
\`\`\`
run it
\`\`\`
`,
    { wanted: WANTED },
  );
  assertEquals(faults, []);
  assertEquals(code, {
    files: [
      {
        path: LOGIC,
        text: "export const one = 1;\n  const two = `\n```\n~~~\n`;\n",
        type: "logic",
      },
      { path: TEST, text: 'Deno.test("a", () => {});\n', type: "test" },
    ],
    fileStructure: [LOGIC, TEST],
    totalLines: 6,
    byType: { logic: 1, test: 1 },
  });
});

Deno.test("parseAnswer() reads the line ends of every system", () => {
  const { code } = parseAnswer(
    `\`\`\`ts file=${LOGIC}\r\na;\r\nb;\r\n\`\`\`\r\n`,
    { wanted: [LOGIC] },
  );
  assertEquals(code.files[0]?.text, "a;\nb;\n");
});

Deno.test("parseAnswer() says what a file is as the caller knows it", () => {
  const answer = block(LOGIC, "a") + block(TEST, "b");
  const types = { [LOGIC]: "validation" } as const;
  const { code } = parseAnswer(answer, { wanted: WANTED, types });
  assertEquals(code.byType, { validation: 1, test: 1 });
});

Deno.test("parseAnswer() tells of an answer without a named block", () => {
  for (
    const text of [
      "",
      "I cannot do that.",
      "```ts\na\n```",
      "```ts\na\n```\n```ts\nb\n```\n```ts\nc\n```",
      `file=${LOGIC}`,
    ]
  ) {
    const { code, faults } = parseAnswer(text, { wanted: WANTED });
    assertEquals(code.files, []);
    assertEquals(faults.map(({ kind }) => kind), ["no block"]);
  }
});

Deno.test("parseAnswer() tells how the blocks begin that are wanted", () => {
  const wanted = [LOGIC, "docs/API.md"];
  const { faults: [none] } = parseAnswer("", { wanted });
  assertStringIncludes(
    none?.message ?? "",
    `wanted \`\`\`ts file=${LOGIC} and \`\`\`md file=docs/API.md`,
  );
  const { faults: [one] } = parseAnswer(block(LOGIC, "a"), { wanted });
  assertStringIncludes(one?.message ?? "", "with ```md file=docs/API.md");
});

Deno.test("parseAnswer() tells of a file that is not there, and takes the other", () => {
  const { code, faults } = parseAnswer(block(LOGIC, "a"), { wanted: WANTED });
  assertEquals(code.fileStructure, [LOGIC]);
  assertEquals(faults.map(({ kind, path }) => [kind, path]), [[
    "missing",
    TEST,
  ]]);
});

Deno.test("parseAnswer() takes no file that was not asked for, however its path is written", () => {
  for (
    const path of [
      "main.ts",
      `../${LOGIC}`,
      `./${LOGIC}`,
      `logic/../${LOGIC}`,
      `logic//order_shipping.ts`,
      `/${LOGIC}`,
      `/etc/passwd`,
      `C:\\${LOGIC}`,
      `logic\\order_shipping.ts`,
      `Logic/order_shipping.ts`,
      `${LOGIC}\u0000`,
      `${LOGIC}.`,
      `${LOGIC}%00`,
      `file:///${LOGIC}`,
      `logic/order_shipp\u0131ng.ts`,
      `logic\u2215order_shipping.ts`,
      `logic/order_shipping.ts\u202e`,
      `constructor`,
      `__proto__`,
      "",
    ]
  ) {
    const answer = block(LOGIC, "a") + block(path, "bad");
    const { code, faults } = parseAnswer(answer, { wanted: [LOGIC] });
    assertEquals(code.files.map(({ text }) => text), ["a\n"], path);
    assertEquals(faults.map(({ kind }) => kind), ["unknown path"], path);
  }
});

Deno.test("parseAnswer() shows a strange path in one line, cut, without what steers a terminal", () => {
  const path = `\u001b[2J\u009b31m\u202e${"x".repeat(500)}`;
  const [fault] = parseAnswer(block(path, "a"), { wanted: [LOGIC] }).faults;
  assert(fault);
  // deno-lint-ignore no-control-regex -- what must not be there
  assertEquals(/[\u0000-\u001f\u007f-\u009f\u202e]/.exec(fault.message), null);
  assert(fault.message.length < 300, fault.message);
});

Deno.test("parseAnswer() takes neither of two blocks for one file", () => {
  const answer = block(LOGIC, "a") + block(LOGIC, "b") + block(TEST, "c");
  const { code, faults } = parseAnswer(answer, { wanted: WANTED });
  assertEquals(code.fileStructure, [TEST]);
  assertEquals(faults.map(({ kind, line }) => [kind, line]), [["twice", 4]]);
});

const BROKEN: readonly [AnswerFaultKind, string][] = [
  ["not closed", `\`\`\`ts file=${LOGIC}\na`],
  ["not closed", `\`\`\`ts file=${LOGIC}`],
  ["not closed", `\`\`\`\`ts file=${LOGIC}\na\n\`\`\`\n`],
  ["not closed", `\`\`\`ts file=${LOGIC}\na\n~~~\n`],
  ["empty", `\`\`\`ts file=${LOGIC}\n\`\`\``],
  ["empty", block(LOGIC, " \t\n")],
  ["too long", block(LOGIC, "a".repeat(50))],
];

for (const [kind, answer] of BROKEN) {
  Deno.test(`parseAnswer() takes no file that is ${kind}: ${JSON.stringify(answer)}`, () => {
    const options = { wanted: [LOGIC], longest: 50 };
    const { code, faults } = parseAnswer(answer, options);
    assertEquals(code.files, []);
    assertEquals(faults.map((fault) => [fault.kind, fault.path, fault.line]), [
      [kind, LOGIC, 1],
    ]);
  });
}

Deno.test("parseAnswer() takes a file of exactly the longest length", () => {
  const options = { wanted: [LOGIC], longest: 50 };
  const { faults } = parseAnswer(block(LOGIC, "a".repeat(49)), options);
  assertEquals(faults, []);
});

function block(path: string, text: string): string {
  return `\`\`\`ts file="${path}"\n${text}\n\`\`\`\n`;
}
