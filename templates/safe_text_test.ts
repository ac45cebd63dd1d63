import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  comment,
  mdCode,
  mdText,
  name,
  sqlLiteral,
  tsLiteral,
} from "./safe_text.ts";

/** Texts that mean something in one of the languages. */
const hostile = fc.array(
  fc.constantFrom(
    "*/",
    "//",
    "`",
    "${",
    "}",
    "'",
    '"',
    "\\",
    "\n",
    "\r",
    "\u2028",
    "<%",
    "%>",
    "--",
    ";",
    "@x",
    "{@",
    "|",
    "#",
    "a",
    " ",
    "\u202e",
    "\0",
    "\ud800",
    "é",
    "🙂",
  ),
).map((parts) => parts.join(""));

Deno.test("tsLiteral() is an expression that gives the same data", () => {
  fc.assert(fc.property(hostile, (text) => {
    const literal = tsLiteral({ text, list: [text, 1, true, null] });
    const back = new Function(`return ${literal}`)();
    assertEquals(back, { text, list: [text, 1, true, null] });
  }));
});

Deno.test("tsLiteral() stands on one line and shows no invisible character", () => {
  fc.assert(fc.property(hostile, (text) => {
    assertEquals(/[\p{Cc}\u2028\u2029\u202e]/u.test(tsLiteral(text)), false);
  }));
});

Deno.test("tsLiteral() writes keys so that none sets a prototype", () => {
  const data = JSON.parse('{ "__proto__": 1, "plain": 2, "with space": 3 }');
  const back = new Function(`return ${tsLiteral(data)}`)();
  assertEquals(Object.keys(back), ["__proto__", "plain", "with space"]);
});

Deno.test("comment() can neither end a comment nor start a tag", () => {
  fc.assert(fc.property(hostile, (text) => {
    const body = comment(text);
    assertEquals(body.includes("*/"), false);
    assertEquals(/[\n\r\u2028\u2029]/.test(body), false);
    assertEquals(/^@|\{@/.test(body), false);
  }));
});

Deno.test("sqlLiteral() keeps quotes inside the text", () => {
  fc.assert(fc.property(hostile, (text) => {
    const literal = sqlLiteral(text);
    assertEquals(
      literal.slice(1, -1).replaceAll("''", ""),
      text.replaceAll("'", ""),
    );
    assertEquals([literal[0], literal.at(-1)], ["'", "'"]);
  }));
  assertEquals(
    [sqlLiteral(true), sqlLiteral(null), sqlLiteral(1.5)].map(String),
    ["1", "NULL", "1.5"],
  );
});

Deno.test("mdText() and mdCode() stay on their line and make no markup", () => {
  assertEquals(
    String(mdText("a|b <b> `c` [d](e)\n# f")),
    "a\\|b \\<b\\> \\`c\\` \\[d\\](e) \\# f",
  );
  assertEquals([String(mdText("- x")), String(mdText("1. x"))], [
    "\\- x",
    "1\\. x",
  ]);
  assertEquals(String(mdCode("a`b|c\nd")), "`a'b\\|c d`");
});

Deno.test("name() refuses what names never have", () => {
  assertEquals(String(name("task_store.execute")), "task_store.execute");
  for (const text of ["", "a b", "a*/", "`", "${x}", "é"]) {
    assertThrows(() => name(text), TypeError);
  }
});
