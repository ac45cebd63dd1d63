import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { writeBlueprint } from "../blueprint/write_blueprint.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { plan } from "./plan.ts";
import { planSoundly } from "./plan_soundly.ts";
import { REQUEST_EXAMPLES } from "./request_examples.ts";
import { sentencesOf } from "./sentences.ts";

const METRICS =
  "Metrics have a price and a score. Approve or reject metrics. The status is price plus score. Metrics have a note.";

Deno.test("plan() quotes a sentence that does not go with those before it, and keeps the others", async () => {
  const { blueprint, sentences, diagnostics } = await plan(METRICS);
  assertEquals(sentences.map(({ status }) => status), [
    "understood",
    "understood",
    "not_understood",
    "understood",
  ]);
  assertEquals(sentences[2]?.notUnderstood, [
    "The status is price plus score.",
  ]);
  const [entity] = Object.values(blueprint?.entities ?? {});
  assertEquals(Object.keys(entity?.fields ?? {}), [
    "price",
    "score",
    "note",
    "status",
  ]);
  const [said] = diagnostics;
  assertEquals(said?.code, "AC010");
  assertStringIncludes(said?.message ?? "", "The status is price plus score.");
  assertEquals(said?.position?.column, METRICS.indexOf("The status") + 1);
});

Deno.test("plan() quotes every sentence that does not go with the others", async () => {
  const others = ["order", "invoice", "parcel"].map((one) =>
    `${one}s have a price and a score. Approve or reject ${one}s. The ${one}'s status is price plus score.`
  ).join(" ");
  const { sentences } = await plan(others);
  assertEquals(
    sentences.flatMap((one) => one.notUnderstood ?? []),
    ["order", "invoice", "parcel"].map((one) =>
      `The ${one}'s status is price plus score.`
    ),
  );
});

Deno.test("planSoundly() gives up where not even nothing compiles", () => {
  const blueprint = { schema: "autocoder/v1", system: "one" } as const;
  assertEquals(planSoundly(() => ({ blueprint, starts: [0, 5] })), undefined);
});

Deno.test("planSoundly() ends where very many sentences do not go together", () => {
  const starts = Array.from({ length: 500 }, (_, i) => i);
  const bad = { schema: "autocoder/v1", system: "one" } as const;
  let asked = 0;
  const found = planSoundly((quoted) => {
    asked++;
    const left = starts.filter((one) => !quoted.has(one));
    const refused = left.some((one) => one % 2 === 1);
    return { ...(refused ? { blueprint: bad } : {}), starts, left };
  });
  assert(found !== undefined && found.left.every((one) => one % 2 === 0));
  assert(asked < 400, `${asked}`);
});

const SENTENCES = REQUEST_EXAMPLES.flatMap(({ request }) =>
  sentencesOf(request).map(({ text }) => text)
).filter((text) => text.length < 200);

Deno.test("plan() makes a blueprint that compiles of sentences from anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 }),
      async (sentences) => {
        const { blueprint } = await plan(sentences.join(" "));
        if (blueprint === undefined) return;
        const { diagnostics } = compileBlueprint(writeBlueprint(blueprint));
        const errors = diagnostics.filter((one) => one.severity === "error");
        assertEquals(errors.map(({ code, message }) => code + message), []);
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});
