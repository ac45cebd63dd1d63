import { assertEquals } from "@std/assert";
import { isForeign } from "./language.ts";
import { tokenize } from "./tokens.ts";

for (
  const [text, foreign] of [
    ["Eine Aufgabe hat einen Titel und ein Datum.", true],
    ["Je voudrais une API pour mes livres.", true],
    ["Мне нужно приложение для задач.", true],
    ["Language: de, es, un", false],
    ["I do not want vans to die", false],
    ["Books: título, autor", false],
    ["A café has a name", false],
  ] as const
) {
  Deno.test(`isForeign() is ${foreign} of: ${text}`, () => {
    assertEquals(isForeign(tokenize(text, 0)), foreign);
  });
}
