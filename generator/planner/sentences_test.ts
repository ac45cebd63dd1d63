import { assertEquals } from "@std/assert";
import { sentencesOf } from "./sentences.ts";

function shown(request: string): string[] {
  return sentencesOf(request).map((one) =>
    `${one.line}:${one.column} ${one.parent ?? "-"} ${one.text}`
  );
}

Deno.test("sentencesOf() takes bullets, numbers and headings off and keeps places", () => {
  assertEquals(shown("# Shop\n\n1) add books\n  * title; author\n(2) list"), [
    "1:3 - Shop",
    "3:4 0 add books",
    "4:5 1 title;",
    "4:12 1 author",
    "5:5 0 list",
  ]);
});

Deno.test("sentencesOf() does not end a sentence at a number, a shortening or inside brackets", () => {
  assertEquals(shown("Max. 5.5 kg (e.g. stones. Or sand). Next!"), [
    "1:1 - Max. 5.5 kg (e.g. stones. Or sand).",
    "1:37 - Next!",
  ]);
});

Deno.test("sentencesOf() joins lines that were broken for their length only", () => {
  const long =
    "We would like a small service in which the people of our street can";
  assertEquals(shown(`${long}\nlend tools to each other. Tools\nhave names`), [
    `1:1 - ${long}\nlend tools to each other.`,
    "2:27 - Tools",
    "3:1 - have names",
  ]);
});
