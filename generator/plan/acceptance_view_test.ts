import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { EntityBlueprint, Operation } from "../blueprint/blueprint.ts";
import { expand } from "../model/expand.ts";
import type { SystemModel } from "../model/system_model.ts";
import { acceptanceView, untestedReason } from "./acceptance_view.ts";

Deno.test("acceptanceView() proves a rule by the request that sets the field, else inside", () => {
  const by = (...operations: Operation[]) =>
    statement("thing.size.min", {
      operations,
      fields: { size: { type: "integer", min: 1 } },
    });
  assertStringIncludes(by("list", "create"), "posting(test.client");
  assertStringIncludes(by("replace", "patch"), "putting(test.client");
  assertStringIncludes(by("get", "patch"), "patching(test.client");
  assertStringIncludes(by("list"), "creating((request) =>");
});

Deno.test("acceptanceView() proves a rule of what cannot be replaced inside, where nothing else refuses the value", () => {
  const text = statement("thing.size.min", {
    operations: ["replace", "patch"],
    fields: { size: { type: "integer", min: 1, immutable: true } },
  });
  assertStringIncludes(text, "creating((request) =>");
});

Deno.test("untestedReason() names what no request could break", () => {
  const model = modelOf({
    operations: ["list"],
    fields: {
      code: { type: "string", pattern: "[A-Z]+", required: true },
      note: { type: "string", pattern: ".*" },
    },
    relations: { other: { belongsTo: "crate", required: false } },
  }, []);
  assertEquals(
    untestedReason("thing.code.pattern", model),
    "no request sets code, so none can break its pattern",
  );
  assertEquals(
    untestedReason("thing.note.pattern", model),
    "no value can break the pattern of note",
  );
  assertEquals(
    untestedReason("thing.other.onDelete", model),
    "no request deletes crates",
  );
  assertEquals(untestedReason("thing.code.required", model), undefined);
});

Deno.test("acceptanceView() begins an action where it has something to do", () => {
  const text = statement("thing.finish", {
    fields: { done: { type: "boolean" } },
    actions: { finish: { set: { done: true } } },
  });
  assertStringIncludes(text, "makeThing(test.system, { done: null })");
  const guarded = statement("thing.close", {
    fields: { state: { type: "enum", values: ["open", "held", "closed"] } },
    actions: { close: { set: { state: "closed" }, when: { state: "held" } } },
  });
  assertStringIncludes(guarded, '{ state: "held" }');
});

Deno.test("acceptanceView() expects the time of the change where a value is $now", () => {
  const text = statement("thing.since.default", {
    fields: { since: { type: "date", default: "$now" } },
  });
  assertStringIncludes(text, "value: NOW");
  assert(!text.includes("$now"), text);
});

function statement(reference: string, thing: EntityBlueprint): string {
  const [test] = acceptanceView(modelOf(thing, [reference])).tests;
  assert(test, `found no test of ${reference}`);
  return test.statement;
}

function modelOf(thing: EntityBlueprint, covers: string[]): SystemModel {
  const { model, diagnostics } = expand({
    schema: "autocoder/v1",
    system: "things",
    entities: {
      thing,
      crate: { operations: [], fields: { code: { type: "string" } } },
    },
    requirements: [{ text: "Things", covers }],
  });
  assert(model, JSON.stringify(diagnostics));
  return model;
}
