import { assertEquals } from "@std/assert";
import { prepareBlueprint } from "../prepare.ts";

const HEAD = `system: places
entities:
  article:
    fields:
      title: { type: string, required: true }
    hooks:
      beforeDelete:
`;

/** What is found, and where. */
async function found(hook: string) {
  const { model, diagnostics } = await prepareBlueprint(
    HEAD + hook,
    "places.yaml",
  );
  return [
    model !== undefined,
    ...diagnostics.map(({ code, position }) =>
      `${code} ${position?.line}:${position?.column}`
    ),
  ];
}

Deno.test("checkCode() finds code that does not parse, where it stands in a literal block", async () => {
  const block = (...lines: string[]) =>
    `        run: |\n${lines.map((line) => `          ${line}\n`).join("")}`;
  assertEquals(await found(block("const a = 1;", "return a +;")), [
    false,
    "AC634 10:21",
  ]);
  assertEquals(await found(block("if (article.title {", "}")), [
    false,
    "AC634 9:29",
  ]);
  assertEquals(await found(block("return 1;", "/* open")), [
    false,
    "AC634 10:17",
  ]);
  assertEquals(await found(block("}", "function other() {")), [
    false,
    "AC634 10:28",
  ]);
  assertEquals(await found(block("await Promise.resolve(article.title);")), [
    true,
  ]);
});

Deno.test("checkCode() points into code on one line, and at the key of what is folded", async () => {
  assertEquals(await found(`        run: "return 1 +;"\n`), [
    false,
    "AC634 8:25",
  ]);
  assertEquals(
    await found("        run: >\n          return 1\n          +;\n"),
    [
      false,
      "AC634 8:9",
    ],
  );
});
