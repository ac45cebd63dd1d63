import { assertEquals, assertThrows } from "@std/assert";
import type { DeadLetter } from "./dead_letter.ts";
import { goneLine, HEAD_LINE, letterLine } from "./letter_line.ts";
import { createMessage } from "./message.ts";
import { readLetters } from "./read_letters.ts";

const LINES = [
  HEAD_LINE,
  letterLine(1, letter("ä")),
  letterLine(2, letter("two")),
  goneLine([1], "redriven"),
  letterLine(3, letter("three")),
  goneLine([3], "dropped"),
];
const TEXT = LINES.map((line) => `${line}\n`).join("");

Deno.test("readLetters() finds the letters that are not gone", () => {
  const found = readLetters(bytesOf(TEXT), "x");
  assertEquals(dataOf(found.letters), ["two"]);
  const { last, lines, size, tornBytes, isOpenEnded } = found;
  assertEquals([last, lines, size], [3, 6, bytesOf(TEXT).length]);
  assertEquals([tornBytes, isOpenEnded], [0, false]);
  const { offset, length } = found.letters.get(2)!.place;
  const line = bytesOf(TEXT).slice(offset, offset + length);
  assertEquals(new TextDecoder().decode(line), LINES[2]);
});

Deno.test("readLetters() reads every file that was cut off, at whatever byte", () => {
  const bytes = bytesOf(TEXT);
  for (let length = 0; length <= bytes.length; length++) {
    const cut = bytes.slice(0, length);
    const ends = [...cut.keys()].filter((i) => cut[i] === 10);
    const found = readLetters(cut, "x");
    const whole = found.isOpenEnded ? ends.length + 1 : ends.length;
    assertEquals(found.lines, whole);
    const gone = whole >= 6 ? [1, 3] : whole >= 4 ? [1] : [];
    const wanted = [2, 3, 5].flatMap((line, i) =>
      whole >= line && !gone.includes(i + 1) ? [i + 1] : []
    );
    assertEquals([...found.letters.keys()], wanted);
    assertEquals(found.size + found.tornBytes, length);
    assertEquals(found.isOpenEnded, bytes[length] === 10 && length > 0);
  }
});

Deno.test("readLetters() takes what a power cut leaves at the end for torn", () => {
  const found = readLetters(bytesOf(TEXT + "\0".repeat(500)), "x");
  assertEquals([found.tornBytes, found.lines], [500, 6]);
  assertEquals(readLetters(bytesOf("\0\0"), "x").tornBytes, 2);
});

Deno.test("readLetters() refuses any other line that cannot be read, by file and line", () => {
  const wrong: readonly (readonly [string, string])[] = [
    [
      TEXT.replace('"two"', '"two'),
      'Cannot read dead letters from "x", line 3: ',
    ],
    [
      TEXT.replace(LINES[1]!, ""),
      'Cannot read dead letters from "x", line 2: ',
    ],
    [TEXT.replace(HEAD_LINE, '{"deadLetters":2}'), "line 1: found"],
    [
      TEXT.replace(`${HEAD_LINE}\n`, ""),
      "line 1: found no file of dead letters",
    ],
    [TEXT + TEXT, "line 7: found no file of dead letters"],
    ["somebody's notes\n", "line 1: "],
    ["somebody's notes", "line 1: "],
  ];
  for (const [text, message] of wrong) {
    assertThrows(() => readLetters(bytesOf(text), "x"), SyntaxError, message);
  }
  const bytes = bytesOf(TEXT);
  bytes[bytes.indexOf(0xc3)] = 0xff; // the ä is no UTF-8 any more
  assertThrows(() => readLetters(bytes, "x"), SyntaxError, "line 2: ");
});

function letter(data: unknown): DeadLetter {
  return {
    component: "b",
    port: "in",
    connection: "a.out -> b.in",
    attempt: 1,
    cause: "why",
    message: createMessage({ source: "a.out", data }),
  };
}

function dataOf(
  letters: ReadonlyMap<number, { readonly letter: DeadLetter }>,
): unknown[] {
  return [...letters.values()].map(({ letter }) => letter.message.data);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
