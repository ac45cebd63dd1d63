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

const who = fc.constantFrom(
  ..."Users/Only the owner/Only admins/Only users/Anyone/Editors/Only the author and moderators/Organizers"
    .split(
      "/",
    ),
);
const whole = fc.constantFrom(
  "Users register and log in.",
  "Users log in with a username.",
  "Users can like and follow ONE.",
  "Users can follow each other.",
  "Users can only edit and delete their own ONE.",
  "ONE are private.",
  "ONE can be deleted by their author or by admins.",
  "Use soft delete for ONE.",
  "Soft delete.",
  "Deleted ONE can be restored.",
  "ONE are sorted by price, then by title descending.",
  "ONE are listed newest first.",
  "ONE have a start date and an end date and belong to OTHER.",
  "ONE of the same OTHER must not overlap.",
  "The price is unique per OTHER.",
  "One ONE per OTHER and user.",
  "ONE have a stock. OTHER belong to ONE and have a quantity. Placing OTHER takes the quantity from the stock of ONE.",
  "ONE have a price and a cost. The total is price times cost.",
  "The status is price plus score.",
  "The slug of ONE is made from the title.",
  "The URL is made of the code.",
  "Each OTHER sees only its own ONE.",
  "The system is multi-tenant.",
  "ONE have a sequential number.",
  "Anyone can read everything.",
  "Archived ONE can't be edited or deleted.",
  "ONE have a status (open, published, closed). Only open ONE can be deleted.",
  "OTHER belong to ONE. Closed ONE don't accept OTHER. Published ONE are read-only.",
  "Cancelled ONE can't be published. ONE can't be edited once published.",
  "Users log in. Anyone can read published ONE.",
  "Notify a webhook when ONE are archived or cancelled.",
  "Call https://hooks.example.com/in whenever ONE are created or OTHER are published.",
  "Upload a cover for each ONE.",
  "Users can attach files to ONE.",
  "ONE have a photo (PNG, max 2 MB, required).",
  "Clients see new ONE in real time.",
  "Close ONE automatically after 14 days.",
  "Every night delete expired ONE.",
  "ONE expire 3 days after their created at.",
  "Each hour mark ONE as closed if they are not open within 2 hours.",
  "Limit each user to 10 logins a minute.",
  "ONE go from open to closed to archived.",
  "ONE start as draft, then become published.",
  "Keep ONE for 90 days.",
  "Students enrol for ONE with a title and a status.",
  "An application links one ONE to one OTHER.",
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
  fc.tuple(who, deed, thing).map(([people, verb, one]) =>
    `${people} can ${verb.toLowerCase()} ${one}.`
  ),
  fc.tuple(whole, thing, thing).map(([said, one, other]) =>
    said.replaceAll("ONE", one).replaceAll("OTHER", other)
  ),
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
