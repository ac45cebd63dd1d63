import { assertEquals } from "@std/assert";
import { codeWords } from "./code_words.ts";

const words = (text: string) => codeWords(text).map(({ word }) => word);

Deno.test("codeWords() lists what is code, and neither comments nor texts", () => {
  assertEquals(words("// await\n/* import */ return 'await \\' import';"), [
    "return",
  ]);
  assertEquals(words('const a = "import"; await b.import(c)'), [
    "const",
    "a",
    "await",
    "b",
    "c",
  ]);
});

Deno.test("codeWords() reads the code in a template and not its text", () => {
  assertEquals(words("return `await ${a + `in ${b} out`} {x} ${c}`; d"), [
    "return",
    "a",
    "b",
    "c",
    "d",
  ]);
  assertEquals(words("`${{ a: { b: 1 } }} text` + after"), [
    "a",
    "b",
    "1",
    "after",
  ]);
});

Deno.test("codeWords() tells regular expressions from divisions", () => {
  assertEquals(words("return /await['\"]/u.test(a) && b / c / d"), [
    "return",
    "a",
    "b",
    "c",
    "d",
  ]);
  assertEquals(words("x = (a) / b; y = /[/]import/"), ["x", "a", "b", "y"]);
});

Deno.test("codeWords() says where a word stands, and ends on texts that do not", () => {
  assertEquals(codeWords("a;\n  b"), [
    { word: "a", line: 1, column: 1 },
    { word: "b", line: 2, column: 3 },
  ]);
  assertEquals(words("a `open ${"), ["a"]);
  assertEquals(words("a /* open"), ["a"]);
  assertEquals(words("a 'open\nb"), ["a", "b"]);
});

Deno.test("codeWords() takes what is spread for a word, and no member", () => {
  assertEquals(words("f(...order.lines, ...await g(), a. b, c?.d)"), [
    "f",
    "order",
    "await",
    "g",
    "a",
    "c",
  ]);
  assertEquals(words("[.../x/.exec(a), 1..toFixed()]"), ["a", "1"]);
});
