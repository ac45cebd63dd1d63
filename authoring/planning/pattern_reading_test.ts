import { assertEquals } from "@std/assert";
import { sentencesOf } from "../../generator/planner/sentences.ts";
import { readByPatterns } from "./pattern_reading.ts";

Deno.test("readByPatterns() tells greetings and names from what is asked for, and that from what is not read", async () => {
  const readings = {
    "Hello there!": "context",
    "Notes API.": "context",
    "Keep notes with a title.": "understood",
    "No authentication.": "understood",
    "Use TypeScript.": "context",
    "Print every note on paper.": "unread",
    "Thanks!": "context",
  };
  const request = Object.keys(readings).join("\n");
  const read = await readByPatterns(request);
  assertEquals(
    sentencesOf(request).map((one) => [one.text, read.of(one).kind]),
    Object.entries(readings),
  );
});

Deno.test("readByPatterns() tells what patterns make of a sentence", async () => {
  const [first, second] = sentencesOf("Keep notes.\nDelete notes.");
  const read = await readByPatterns("Keep notes.\nDelete notes.");
  assertEquals(first && read.of(first).refs[0], "note");
  assertEquals(second && read.of(second).refs, ["note", "note.delete"]);
});

Deno.test("readByPatterns() takes every sentence for one of its own line", async () => {
  const read = await readByPatterns("Thanks!\nKeep notes.");
  const [said] = sentencesOf("Keep notes.\nThanks!").slice(1);
  assertEquals(said && read.of(said), { kind: "unread", refs: [], rules: [] });
});

Deno.test("readByPatterns() tells who alone may do something, with those whom other sentences add", async () => {
  const { permissions, unread } = await readByPatterns(
    "Users sign in.\nKeep notes with a title.\nOnly the author may delete a note.\nAdmins can delete any note.\nPrint every note on paper.",
  );
  assertEquals(permissions, [
    { entity: "note", operation: "delete", words: ["owner", "admin"] },
  ]);
  assertEquals(unread, ["Print every note on paper."]);
});
