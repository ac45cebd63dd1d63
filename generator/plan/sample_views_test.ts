import { assert, assertEquals } from "@std/assert";
import type { FieldBlueprint } from "../blueprint/blueprint.ts";
import { expand } from "../model/expand.ts";
import { withFieldExamples } from "./field_examples.ts";
import { otherValue } from "./other_values.ts";
import { sampleView } from "./sample_views.ts";

const UNIQUE: Readonly<Record<string, FieldBlueprint>> = {
  "a number": { type: "integer" },
  "a number from 1": { type: "integer", min: 1 },
  "one of three numbers": { type: "integer", min: 1, max: 3 },
  "a decimal in a range": { type: "decimal", min: 0, max: 5, scale: 1 },
  "an enum": { type: "enum", values: ["low", "middle", "high"] },
  "a pattern": { type: "string", pattern: "[A-Z]{2}[0-9]{2}" },
  "a date": { type: "date" },
  "a text": { type: "string", maxLength: 10 },
};

for (const [title, field] of Object.entries(UNIQUE)) {
  Deno.test(`otherValue() of a unique field is none that a sample takes: ${title}`, async () => {
    const { model } = expand({
      schema: "autocoder/v1",
      system: "things",
      entities: { thing: { fields: { value: { ...field, unique: true } } } },
    });
    assert(model);
    const system = await withFieldExamples(model);
    const [thing] = system.entities;
    const [value] = thing?.fields ?? [];
    assert(thing && value);
    const { fields: [sample], lists } = sampleView(thing, system);
    const constants = lists.map((list) =>
      `const ${list.name} = ${list.values};`
    );
    const taken = sampledValues(String(sample?.value), constants.join(""));
    const other: unknown = evaluate(String(otherValue(value)));
    assertEquals(taken.includes(other), false, `found ${other} in ${taken}`);
  });
}

/** What the expression of samples.ts gives for the first entities. */
function sampledValues(expression: string, constants: string): unknown[] {
  return Array.from(
    { length: 60 },
    (_, made) => evaluate(expression, constants, made),
  );
}

function evaluate(expression: string, constants = "", made = 0): unknown {
  const pick = (values: readonly unknown[]) => values[made % values.length];
  return new Function("made", "pick", `${constants}return (${expression});`)(
    made,
    pick,
  );
}
