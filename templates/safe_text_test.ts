import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  comment,
  joined,
  mdCode,
  mdCommand,
  mdText,
  name,
  safe,
  shJson,
  shJsonObject,
  sqlLiteral,
  tsLiteral,
  tsTemplateText,
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

Deno.test("tsTemplateText() gives the same text inside a template literal", () => {
  fc.assert(fc.property(hostile, (text) => {
    const back = new Function(`return \`${tsTemplateText(text)}\``)();
    assertEquals(back, text);
  }));
});

Deno.test("shJson() is one word of a shell, with the same data", async () => {
  const texts = fc.sample(hostile, { seed: 1, numRuns: 40 });
  const words = texts.map((text) => shJson({ text }));
  for (const word of words) assertEquals(/[\n\r]/.test(word), false);
  const script = words.map((word) => `printf '%s\\n' ${word}`).join("\n");
  const { stdout } = await new Deno.Command("sh", { args: ["-c", script] })
    .output();
  const lines = new TextDecoder().decode(stdout).trimEnd().split("\n");
  assertEquals(lines.map((line) => JSON.parse(line).text), texts);
});

Deno.test("mdCommand() refuses what could end its fence", () => {
  assertEquals(String(mdCommand(safe`curl -i /`)), "curl -i /");
  assertThrows(() => mdCommand(safe`curl\n\`\`\``), TypeError);
  assertThrows(() => mdCommand(safe`\`\`\``), TypeError);
});

Deno.test("joined() takes safe text only, between the items too", () => {
  const items = [name("a"), name("b")];
  assertEquals(String(joined(items, safe`, `)), "a, b");
  // @ts-expect-error -- a plain string could carry code
  joined(items, ", ");
});

Deno.test("shJsonObject() is one word for a shell, with its variables in it", async () => {
  const object = {
    a: "it's '' \"$HOME\" `x`",
    roomId: "?",
    n: ["'", { "'": 1 }],
  };
  const word = shJsonObject(object, new Map([["roomId", name("roomId")]]));
  const { stdout } = await new Deno.Command("sh", {
    args: ["-c", `roomId='some id'; printf %s ${word}`],
  }).output();
  assertEquals(JSON.parse(new TextDecoder().decode(stdout)), {
    ...object,
    roomId: "some id",
  });
  assertEquals(
    shJsonObject({ a: 1, roomId: "" }, new Map([["roomId", name("roomId")]])),
    `'{"a":1,"roomId":"'"$roomId"'"}'`,
  );
});
