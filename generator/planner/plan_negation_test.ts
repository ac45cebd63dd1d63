import { assert, assertEquals } from "@std/assert";
import { OPERATIONS } from "../blueprint/blueprint.ts";
import { plan } from "./plan.ts";

/** A sentence after "Tasks have a title.", and the operations it refuses; null: it must be quoted. */
const NEGATIONS: readonly (readonly [string, string | null])[] = [
  [
    "It should be impossible to see, edit or delete tasks.",
    "list get replace patch delete",
  ],
  ["The API must refuse to create, update and delete tasks.", null],
  ["Never, under any circumstances, delete tasks.", null],
  ["Tasks can not be deleted or edited by anyone.", "replace patch delete"],
  [
    "Users shouldn't be able to update or delete tasks.",
    "replace patch delete",
  ],
  ["Delete is not needed.", "delete"],
  ["Do not mark tasks as completed.", null],
  ["No task may be deleted unless it is done.", null],
  ["Users can neither edit nor delete tasks.", "replace patch delete"],
  ["A task does not belong to a project.", null],
  ["Tasks do not have a description.", null],
  ["Don't store data in memory.", null],
  ["We do not want SQLite.", null],
  ["Do not expose on port 8080.", null],
  ["Everything except deleting tasks.", "delete"],
  ["Tasks can be viewed but not changed or deleted.", "replace patch delete"],
  ["No one but admins can delete tasks.", null],
  ["Tasks can't be archived.", null],
  ["List tasks, but don't delete them.", "delete"],
  ["There is no way to list tasks.", "list"],
  ["Deleting tasks must be avoided.", "delete"],
  ["Prevent users from deleting tasks.", "delete"],
  ["Nothing can be deleted.", "delete"],
  ["Tasks are never deleted.", "delete"],
  ["Tasks aren't editable.", "replace patch"],
  ["As a guest, I can only view tasks.", null],
  ["Guests can only view tasks.", null],
  ["Without deletion.", "delete"],
  ["Tasks are read-only.", "create replace patch delete"],
  ["Tasks are immutable.", "replace patch"],
  ["Completed tasks cannot be deleted.", null],
  ["Tasks cannot be deleted if they are open.", null],
  ["Users can only view tasks.", "create replace patch delete"],
];

for (const [sentence, refused] of NEGATIONS) {
  Deno.test(`plan() never reads the opposite: ${sentence}`, async () => {
    const { blueprint, sentences } = await plan(
      `Tasks have a title. ${sentence}`,
    );
    const task = blueprint?.entities?.["task"];
    assert(task !== undefined);
    const has = task.operations ?? OPERATIONS;
    const missing = OPERATIONS.filter((one) => !has.includes(one));
    assertEquals(missing.join(" "), refused ?? "");
    assertEquals(blueprint?.store, undefined);
    assertEquals(blueprint?.http, undefined);
    assertEquals(task.relations, undefined);
    assertEquals(task.actions, undefined);
    assertEquals(Object.keys(task.fields), ["title"]);
    if (refused === null) {
      assertEquals(sentences.at(-1)?.notUnderstood, [sentence]);
    }
  });
}

Deno.test("plan() reads what stands under a refusing heading as refused", async () => {
  const { blueprint } = await plan(
    "Tasks have a title.\nNot needed:\n- deleting tasks\n- authentication",
  );
  assertEquals(
    blueprint?.entities?.["task"]?.operations?.includes("delete"),
    false,
  );
});

Deno.test("plan() does not read what stands under a heading that restricts", async () => {
  const { blueprint, sentences } = await plan(
    "Tasks have a title.\nOnly for admins:\n- delete tasks",
  );
  assertEquals(blueprint?.requirements?.length, 1);
  assertEquals(sentences.at(-1)?.notUnderstood, ["delete tasks"]);
});
