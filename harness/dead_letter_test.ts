import { assertEquals } from "@std/assert";
import { type DeadLetter, DeadLetterBox } from "./dead_letter.ts";
import { createMessage } from "./message.ts";

Deno.test("DeadLetterBox keeps the latest letters and counts all", () => {
  const box = new DeadLetterBox(3);
  for (let n = 0; n < 10; n++) box.add(letter(n));
  assertEquals(box.letters.map(({ message }) => message.data), [7, 8, 9]);
  assertEquals(box.total, 10);
});

Deno.test("DeadLetterBox with a limit of 0 only counts", () => {
  const box = new DeadLetterBox(0);
  box.add(letter(1));
  assertEquals([box.letters.length, box.total], [0, 1]);
});

function letter(data: number): DeadLetter {
  const message = createMessage({ data, source: "a.out" });
  return {
    component: "b",
    port: "in",
    connection: "a.out -> b.in",
    attempt: 1,
    cause: "why",
    message,
  };
}
