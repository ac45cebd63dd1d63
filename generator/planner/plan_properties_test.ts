import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { expand } from "../model/expand.ts";
import { plan, type PlanResult } from "./plan.ts";

const WORDS =
  ("task tasks post posts user order orders title description price status due date open closed create add list delete edit mark " +
    "as completed archived can cannot must not never only be is are has have belongs to with without a an the each no and or but , . : ; ( ) " +
    "- * \n in memory SQLite port 8080 between 1 5 at least unique required optional default if unless when them it so that I want users " +
    'login upload ${x} <%y%> `z` "q" __proto__ constructor \'s e.g. max. 日本 🙂 \u0007 \u202e')
    .split(" ");

const request = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) =>
    words.join(" ")
  ),
  fc.string({ maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

const NAME = /^[a-z][A-Za-z0-9_]*$/;

Deno.test("plan() accounts for every sentence, quotes word for word and decides the same twice", async () => {
  await fc.assert(
    fc.asyncProperty(request, async (text) => {
      const result = await plan(text);
      assertEquals(await plan(text), result);
      checkSentences(text, result);
      checkNames(result);
    }),
    { numRuns: 500, seed: 20260 },
  );
});

function checkSentences(text: string, result: PlanResult): void {
  let at = 0;
  let left = "";
  for (const sentence of result.sentences) {
    const found = text.indexOf(sentence.text, at);
    assert(found >= 0, `"${sentence.text}" is not in the request`);
    left += text.slice(at, found);
    at = found + sentence.text.length;
    for (const words of sentence.notUnderstood ?? []) {
      assert(
        sentence.text.includes(words),
        `"${words}" is not in the sentence`,
      );
    }
    const empty = sentence.became.length === 0;
    if (sentence.status === "understood") assert(!empty);
    if (sentence.status === "partly") {
      assert(!empty || result.blueprint === undefined);
    }
    const quoted = sentence.notUnderstood !== undefined;
    assertEquals(
      quoted,
      sentence.status === "partly" || sentence.status === "not_understood",
    );
  }
  left += text.slice(at);
  const lost = left.replaceAll(/(?:\d{1,3}|[a-zA-Z])[.)]/g, "");
  if (result.sentences.length > 0) {
    assertEquals(/[\p{L}\p{N}]/u.test(lost), false, `lost: ${lost}`);
  }
}

function checkNames({ blueprint, diagnostics }: PlanResult): void {
  if (blueprint === undefined) {
    assert(diagnostics.some((one) => one.severity === "error"));
    return;
  }
  const errors = expand(blueprint).diagnostics.filter((one) =>
    one.severity === "error"
  );
  assertEquals(errors, []);
  assert(NAME.test(blueprint.system));
  for (const [name, entity] of Object.entries(blueprint.entities ?? {})) {
    assert(NAME.test(name));
    const names = [entity.fields, entity.relations, entity.actions]
      .flatMap((one) => Object.keys(one ?? {}));
    for (const one of names) assert(NAME.test(one), one);
    for (const action of Object.values(entity.actions ?? {})) {
      for (const field of Object.keys(action.set)) {
        assert(Object.hasOwn(entity.fields, field));
      }
    }
    for (const relation of Object.values(entity.relations ?? {})) {
      assert(Object.hasOwn(blueprint.entities ?? {}, relation.belongsTo));
    }
    for (const field of Object.values(entity.fields)) {
      if (field.values !== undefined && field.default !== undefined) {
        assert(field.values.includes(String(field.default)));
      }
    }
  }
}
