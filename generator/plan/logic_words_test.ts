import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { NOT_WRITTEN } from "../authored/behavior_unit.ts";
import { behaviorsOf, withBodies } from "../authored/behaviors.ts";
import { generateFiles } from "../generate.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { inShort } from "./logic_words.ts";

const BLUEPRINT = `system: parcels
entities:
  parcel:
    fields:
      grams: { type: integer, required: true }
      state: { type: enum, values: [open, gone], default: open }
      price:
        type: integer
        computed: { behavior: "4 | 5 <b>euros</b>\\n  for \`each\` kilogram" }
    actions:
      ship:
        set: { state: gone }
        guard: { behavior: Refuses what is too heavy }
        behavior: "Keeps the price."
    hooks: { beforeDelete: { behavior: Refuses on Sundays. } }
endpoints:
  quote:
    path: /quotes
    answer: { price: { type: integer, required: true } }
    behavior: What a parcel costs.
`;

Deno.test("what is said in words stands in the documents, as data", async () => {
  const { model, diagnostics } = compileBlueprint(BLUEPRINT);
  assert(model, JSON.stringify(diagnostics));
  const bodies = behaviorsOf(model).map(({ logic }) =>
    [logic.path, NOT_WRITTEN] as const
  );
  const written = withBodies(model, new Map(bodies));
  const { files } = await generateFiles(written, BLUEPRINT);
  const textOf = (path: string) =>
    files.find((file) => file.path === path)?.text ?? "";
  const entities = textOf("docs/ENTITIES.md").replaceAll(/\s+/g, " ");
  assertStringIncludes(
    entities,
    "4 \\| 5 \\<b\\>euros\\</b\\> for \\`each\\` kilogram.",
  );
  for (
    const words of [
      "In words: Refuses what is too heavy.",
      "In words: Keeps the price.",
      "In words: Refuses on Sundays.",
    ]
  ) assertStringIncludes(entities, words);
  assertStringIncludes(
    textOf("docs/API.md"),
    "| Quote. What a parcel costs ",
  );
  const { paths, components } = JSON.parse(textOf("docs/openapi.json"));
  assertEquals(paths["/quotes"].get.description, "What a parcel costs.");
  assertEquals(
    paths["/parcels/{id}/ship"].post.description,
    "Refuses what is too heavy. Keeps the price.",
  );
  assertStringIncludes(
    components.schemas.Parcel.properties.price.description,
    "4 | 5 <b>euros</b> for `each` kilogram.",
  );
});

Deno.test("inShort() gives a short text whole, and of a long one its first sentence", () => {
  const first = "It costs 4.50 in all. ";
  assertEquals(inShort(`${first}It is paid.`), `${first}It is paid.`);
  assertEquals(inShort(first + "x ".repeat(200)), "It costs 4.50 in all.");
  assertEquals(inShort("x".repeat(500)), `${"x".repeat(240)}…`);
});
