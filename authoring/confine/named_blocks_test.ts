import { assertEquals } from "@std/assert";
import { namedBlocks } from "./named_blocks.ts";

const LOGIC = "order_shipping.ts";
const TEST = "tests/authored/order_shipping_test.ts";
const WANTED = [LOGIC, TEST];

const NAMED: Readonly<Record<string, string>> = {
  "by file=": `\`\`\`ts file=${LOGIC}
a
\`\`\`
\`\`\`ts file='${TEST}'
b
\`\`\``,
  "by the info string": `\`\`\`ts ${LOGIC}
a
\`\`\`
\`\`\`ts:${TEST}
b
\`\`\``,
  "by a title": `\`\`\`ts title="${LOGIC}"
a
\`\`\`
\`\`\`${TEST}
b
\`\`\``,
  "by a comment": `\`\`\`ts
// ${LOGIC}
a
\`\`\`
\`\`\`ts
/* file: ${TEST} */
b
\`\`\``,
  "by comments in one block": `\`\`\`ts
// ${LOGIC}
a
/* file: ${TEST} */
b
\`\`\``,
  "by the line above": `### 1. \`${LOGIC}\`:

\`\`\`ts
a
\`\`\`
**${TEST}**
\`\`\`ts
b
\`\`\``,
  "in other ways, in another order, with talk": `The tests (${TEST}):
\`\`\`ts
b
\`\`\`
Run them:
\`\`\`sh
deno task test
\`\`\`
\`\`\`ts
# ${LOGIC}
a
\`\`\``,
  "nowhere": `The function:
\`\`\`ts
a
\`\`\`
And its tests:
\`\`\`typescript
b
\`\`\``,
};

for (const [how, answer] of Object.entries(NAMED)) {
  Deno.test(`namedBlocks() knows the files that are named ${how}`, () => {
    assertEquals(
      Object.fromEntries(
        namedBlocks(answer, WANTED).map(({ path, block }) => [
          path,
          block.text,
        ]),
      ),
      { [LOGIC]: "a\n", [TEST]: "b\n" },
    );
  });
}

Deno.test("namedBlocks() believes no other sign where a block says file=", () => {
  const answer =
    `\`\`\`ts file=other.ts\na\n\`\`\`\n${TEST}\n\`\`\`ts\nb\n\`\`\``;
  assertEquals(namedBlocks(answer, WANTED).map(({ path }) => path), [
    "other.ts",
  ]);
});

Deno.test("namedBlocks() takes what has no name for what is left", () => {
  for (
    const first of [`\`\`\`ts file=${LOGIC}`, `\`\`\`ts\n// ${LOGIC}`]
  ) {
    const answer =
      `${first}\na\n\`\`\`\nIts tests:\n\`\`\`typescript\nb\n\`\`\`\nRun them:\n\`\`\`sh\ndeno task test\n\`\`\``;
    assertEquals(
      namedBlocks(answer, WANTED).map(({ path, block }) => [path, block.text]),
      [[LOGIC, "a\n"], [TEST, "b\n"]],
      first,
    );
  }
});

Deno.test("namedBlocks() guesses nothing that two things could be meant by", () => {
  for (
    const answer of [
      // Both names above one block, and a block too many for their order.
      `${LOGIC} and ${TEST}:\n\`\`\`ts\na\n\`\`\``,
      "```ts\na\n```\n```ts\nb\n```\n```ts\nc\n```",
      "```ts\na\n```",
    ]
  ) {
    assertEquals(namedBlocks(answer, WANTED), [], answer);
  }
});

Deno.test("namedBlocks() finds a name only where it stands as a whole", () => {
  for (
    const name of [`a/${LOGIC}`, `./${LOGIC}`, `${LOGIC}x`, `..\\${LOGIC}`]
  ) {
    const answer = `\`\`\`ts ${name}\na\n\`\`\``;
    assertEquals(namedBlocks(answer, WANTED), [], name);
  }
});

Deno.test("namedBlocks() leaves a comment in the file that says more than its name", () => {
  const answer = `\`\`\`ts\n// ${LOGIC} works out what it costs\na\n\`\`\``;
  const [found] = namedBlocks(answer, [LOGIC]);
  assertEquals(found?.block.text, `// ${LOGIC} works out what it costs\na\n`);
});

Deno.test("namedBlocks() takes no line above a block before for its name", () => {
  const answer = `${LOGIC}\n\`\`\`ts\na\n\`\`\`\n\`\`\`ts\nb\n\`\`\``;
  assertEquals(
    namedBlocks(answer, [LOGIC]).map(({ path, block }) => [path, block.text]),
    [[LOGIC, "a\n"]],
  );
});
