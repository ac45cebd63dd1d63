import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { writeBlueprint } from "../blueprint/write_blueprint.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { plan } from "./plan.ts";
import { REQUEST_EXAMPLES } from "./request_examples.ts";

Deno.test("plan() makes blueprints of the examples that compile without a finding", async () => {
  for (const { request } of REQUEST_EXAMPLES) {
    assertEquals([request, await findings(request)], [request, []]);
  }
});

const thing = fc.constantFrom(
  ..."posts users orders docs metrics groups tasks order-items 2fa statuses tables constructors"
    .split(" "),
);
const field = fc.constantFrom(
  "title",
  "status (open, closed)",
  "price at least 5, default 1",
  "customer id",
  "tags (unique)",
  "order",
  "constructor",
  "created at",
  "tasks",
  "user",
  "is active",
  "score from 5 to 1",
  "archived",
  "code (default 3)",
  "title (number, max 10 characters)",
  "rank between 1.5 and 2",
);
const deed = fc.constantFrom(
  ..."Archive/Cancel/Publish/Approve or reject/Open/Close/Reopen/List/Delete/Check in/Read/Favorite"
    .split("/"),
);

const sentence = fc.oneof(
  fc.tuple(thing, fc.array(field, { minLength: 1, maxLength: 4 })).map((
    [one, fields],
  ) => `${one} have ${fields.join(", ")}.`),
  fc.tuple(thing, thing).map(([one, other]) =>
    `Each ${one} belongs to ${other}.`
  ),
  fc.tuple(thing, thing).map(([one, other]) => `${one} have many ${other}.`),
  fc.tuple(thing, thing).map(([one, other]) =>
    `When ${one} are deleted, their ${other} are deleted too.`
  ),
  fc.tuple(deed, thing).map(([verb, one]) => `${verb} ${one}.`),
  fc.tuple(thing, field).map(([one]) => `Mark ${one} as title.`),
);

Deno.test("plan() never makes a blueprint that is refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sentence, { minLength: 1, maxLength: 8 }),
      async (sentences) => {
        assertEquals(await findings(sentences.join(" "), "error"), []);
      },
    ),
    { numRuns: 300, seed: 20261 },
  );
});

async function findings(request: string, only?: "error"): Promise<string[]> {
  const { blueprint } = await plan(request);
  if (blueprint === undefined) return [];
  const { diagnostics } = compileBlueprint(writeBlueprint(blueprint));
  return diagnostics.filter((one) =>
    only === undefined ? one.severity !== "assumed" : one.severity === only
  ).map((one) => `${one.code} ${one.path}: ${one.message}`);
}
