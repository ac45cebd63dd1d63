import { assertEquals } from "@std/assert";
import { jsonObjectIn } from "./json_value.ts";

for (
  const [text, value] of [
    ['{"a":1}', { a: 1 }],
    [' \n{"a":1}\n', { a: 1 }],
    ['Here:\n```json\n{"a":1}\n```\nDone {so}.', { a: 1 }],
    ['```\n{"a":"```"}\n```', { a: "```" }],
    ['Sure! {"a":{"b":2}} I hope that helps.', { a: { b: 2 } }],
    ['<think>perhaps {"a":0}?</think>\n{"a":1}', { a: 1 }],
    ['```ts\nlet a = {};\n```\n```json\n{"a":1}\n```', { a: 1 }],
    ["[1, 2]", undefined],
    ["5", undefined],
    ["null", undefined],
    ['{"a":1', undefined],
    ["no JSON at all", undefined],
    ["", undefined],
  ] as const
) {
  Deno.test(`jsonObjectIn() finds ${JSON.stringify(value)} in ${JSON.stringify(text)}`, () => {
    assertEquals(jsonObjectIn(text), value);
  });
}
