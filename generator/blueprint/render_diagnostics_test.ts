import { assert, assertEquals } from "@std/assert";
import type { Diagnostic } from "../diagnostic.ts";
import { renderDiagnostics } from "./render_diagnostics.ts";

const FOUND: Diagnostic = {
  code: "AC302",
  severity: "error",
  message: 'Cannot use "strng" as a field type: found no such field type',
  position: { line: 2, column: 9, length: 5 },
  hint: 'write "string"',
};

Deno.test("renderDiagnostics() shows the line with a caret", () => {
  assertEquals(
    renderDiagnostics([FOUND], "a:\n  type: strng # why\n", "tasks.yaml"),
    `error[AC302]: Cannot use "strng" as a field type: found no such field type
 --> tasks.yaml:2:9
  |
2 |   type: strng # why
  |         ^^^^^
  = help: write "string"`,
  );
});

Deno.test("renderDiagnostics() shows the path when there is no place, and nothing when there is neither", () => {
  const bare = { code: "AC401", severity: "error", message: "No" } as const;
  assertEquals(
    renderDiagnostics([{ ...bare, path: "entities.a" }, bare], "", "x.yaml"),
    "error[AC401]: No\n--> x.yaml: entities.a\n\nerror[AC401]: No",
  );
});

Deno.test("renderDiagnostics() puts the caret under wide characters, tabs and combining marks", () => {
  const line = "日本\te\u0301: x";
  const position = { line: 1, column: line.indexOf("x") + 1 };
  const [, , , shown = "", caret = ""] = renderDiagnostics(
    [{ ...FOUND, position }],
    line,
    "x",
  ).split("\n");
  assertEquals(shown, "1 | 日本 e\u0301: x");
  // 日本 takes four columns, the tab one, é one, the colon and the space one each.
  assertEquals(caret, `  | ${" ".repeat(4 + 1 + 1 + 2)}^`);
});

Deno.test("renderDiagnostics() cuts long lines around the place", () => {
  const line = `${"a".repeat(5_000)}HERE${"b".repeat(5_000)}`;
  const rendered = renderDiagnostics(
    [{ ...FOUND, position: { line: 1, column: 5_001, length: 4 } }],
    line,
    "x",
  );
  for (const row of rendered.split("\n")) assert(row.length < 130, row);
  assert(rendered.includes("aHEREb"));
});

Deno.test("renderDiagnostics() lets nothing through that a terminal would obey", () => {
  const rendered = renderDiagnostics(
    [{ ...FOUND, message: "a\u001b[2Jb", hint: "c\u0007", path: "\u0000" }],
    "x\n\u001b[31m\u202e evil\u0000\n",
    "\u001b]0;title\u0007.yaml",
  );
  // deno-lint-ignore no-control-regex -- control characters are what it looks for
  assert(!/[\u0000-\u0009\u000b-\u001f\u202e]/.test(rendered), rendered);
});

Deno.test("renderDiagnostics() takes places beyond the text", () => {
  for (const position of [{ line: 99, column: 1 }, { line: 1, column: 99 }]) {
    assert(renderDiagnostics([{ ...FOUND, position }], "ab", "x").length > 0);
  }
});
