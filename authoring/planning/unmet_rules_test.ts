import { assertEquals } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { sentencesOf } from "../../generator/planner/sentences.ts";
import { tellRule } from "./asked_rules.ts";
import { findPlace } from "./blueprint_path.ts";
import { readByPatterns } from "./pattern_reading.ts";
import { unmetRules } from "./unmet_rules.ts";

/** The rules of the last line of a request that do not hold. */
async function unmet(
  request: string,
  written: string,
  ...paths: string[]
): Promise<readonly string[]> {
  const { blueprint } = parseBlueprint(`system: notes\n${written}`);
  if (!blueprint) throw new Error("no blueprint");
  const reading = await readByPatterns(request);
  const last = sentencesOf(request).at(-1);
  if (!last) throw new Error("no sentence");
  const places = paths.flatMap((path) => findPlace(path, blueprint) ?? []);
  return unmetRules(last.text, reading.of(last).rules, places, blueprint)
    .map(tellRule);
}

const note = (title: string, rest = "") =>
  `entities: { note: { fields: { title: { type: string${title} } }${rest} } }`;

const LACKING = [
  ["Keep notes with a title.\nTitles are unique.", "unique of title of note"],
  ["Keep notes with a title.\nNotes cannot be deleted.", "no delete of note"],
  [
    "Keep notes with a title (at most 50 characters).",
    "maxLength 50 of title of note",
  ],
  [
    "Keep notes with a title.\nThe title is required.",
    "required of title of note",
  ],
] as const;

const FALSE =
  ', default: none, maxLength: 5000, description: "Unique, required, at most 50."';

for (const [request, rule] of LACKING) {
  Deno.test(`unmetRules() finds that "${rule}" does not hold`, async () => {
    assertEquals(await unmet(request, note(FALSE), "note.title"), [rule]);
    // Another thing of which it does hold is another thing.
    const other = note(
      FALSE,
      " }, page: { operations: [list], fields: { title: { type: string, unique: true, required: true, maxLength: 50 } }",
    );
    const places = ["not page.delete", "note.title"];
    assertEquals(await unmet(request, other, ...places), [rule]);
  });
}

Deno.test("unmetRules() is content with rules that hold, in each of their forms", async () => {
  const held = [
    [LACKING[0][0], note(", unique: true")],
    [LACKING[0][0], note("", ", unique: [[title]]")],
    [LACKING[1][0], note("", ", operations: [list, get]")],
    [
      LACKING[1][0],
      `users: {}\n${note("", ", access: { read: users, delete: [] }")}`,
    ],
    [LACKING[2][0], note(", maxLength: 50")],
    [LACKING[2][0], note(", pattern: '[a-z]{1,50}'")],
    [LACKING[3][0], note(", required: true")],
  ] as const;
  for (const [request, written] of held) {
    assertEquals(await unmet(request, written), [], `${request} ${written}`);
  }
});

Deno.test("unmetRules() looks under the names that the blueprint gives", async () => {
  const memo = (rest: string, title = "type: string") =>
    `entities: { memo: { fields: { headline: { ${title} } }${rest} } }`;
  const [[unique], [undeletable]] = LACKING;
  const without = memo(", operations: [list]");
  assertEquals(await unmet(undeletable, without, "memo"), []);
  assertEquals(await unmet(undeletable, memo(""), "memo"), [LACKING[1][1]]);
  const set = memo("", "type: string, unique: true");
  assertEquals(await unmet(unique, set, "memo.headline"), []);
  assertEquals(await unmet(unique, memo(""), "memo.headline"), [LACKING[0][1]]);
});

Deno.test("unmetRules() compares values that the sentence names", async () => {
  const request = (rule: string) => `Keep tasks with a priority ${rule}.`;
  const task = (priority: string) =>
    `entities: { task: { fields: { priority: { ${priority} } } } }`;
  const from = request("from 1 to 5");
  assertEquals(await unmet(from, task("type: integer, min: 1, max: 5")), []);
  assertEquals(await unmet(from, task("type: integer, min: 0, max: 50")), [
    "min 1 of priority of task",
    "max 5 of priority of task",
  ]);
  const words = request("(low, medium or high)");
  const list = (values: string) => task(`type: enum, values: [${values}]`);
  assertEquals(await unmet(words, list("low, medium, high, urgent")), []);
  assertEquals(await unmet(words, list("low, high")), [
    "values low, medium, high of priority of task",
  ]);
});
