import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { EntityBlueprint, Operation } from "../blueprint/blueprint.ts";
import type { EndpointBlueprint } from "../blueprint/endpoint_blueprint.ts";
import { expand } from "../model/expand.ts";
import type { SystemModel } from "../model/system_model.ts";
import { acceptanceView } from "./acceptance_view.ts";
import { referenceProofs } from "./reference_proofs.ts";

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

Deno.test("referenceProofs() names what no request could break", () => {
  const model = modelOf({
    operations: ["list"],
    fields: {
      code: { type: "string", pattern: "[A-Z]+", required: true },
      note: { type: "string", pattern: ".*" },
    },
    relations: { other: { belongsTo: "crate", required: false } },
  }, []);
  assertEquals(
    referenceProofs("thing.code.pattern", model).reasons,
    ["no request sets code, so none can break its pattern"],
  );
  assertEquals(
    referenceProofs("thing.note.pattern", model).reasons,
    ["no value can break the pattern of note"],
  );
  assertEquals(
    referenceProofs("thing.other.onDelete", model).reasons,
    ["no request deletes crates"],
  );
  assertEquals(referenceProofs("thing.code.required", model).reasons, []);
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

Deno.test("acceptanceView() plays the examples of what a reference leads to, and names the tests of those that cannot be played", () => {
  const run = "if (thing.size === 2) return 'No.';";
  const examples = [{ given: { size: 2 }, refuses: true }];
  const told = { run: "return thing.id ? 'No.' : undefined;", examples };
  const thing: EntityBlueprint = {
    fields: {
      size: { type: "integer", default: 1 },
      open: { type: "boolean", default: true },
      twice: {
        type: "integer",
        computed: {
          run: "return thing.size * 2;",
          examples: [{ given: { size: 2 }, gives: 4 }],
        },
      },
      bare: { type: "integer", computed: { run: "return 1;" } },
    },
    actions: {
      close: {
        set: { open: false },
        guard: { run, examples },
        run,
        examples,
      },
    },
    hooks: {
      beforeCreate: { run, examples },
      beforeUpdate: { run, examples },
      beforeDelete: told,
      afterCreate: { run: "void thing.size;" },
    },
  };
  const titles = (...covers: string[]) => {
    const { tests, untested } = acceptanceView(modelOf(thing, covers));
    return {
      tests: tests.map(({ title }) =>
        String(JSON.parse(title.replace(/^'(.*)'$/, '"$1"'))).slice(3, -8)
      ),
      untested: untested.map((line) => line.slice(3)),
    };
  };
  assertEquals(titles("thing.twice"), {
    tests: ['thing.twice (computeTwice gives 4 for a thing with {"size":2})'],
    untested: [],
  });
  assertEquals(titles("thing.bare"), {
    tests: [],
    untested: [
      "thing.bare: computeBare has no examples, so that nothing shows what it does",
    ],
  });
  assertEquals(titles("thing.close").tests, [
    "thing.close",
    'thing.close (guardClose refuses a thing with {"size":2})',
    'thing.close (applyClose refuses a thing with {"size":2})',
  ]);
  assertEquals(titles("thing.create").tests, [
    "thing.create",
    'thing.create (beforeCreate refuses a thing with {"size":2})',
  ]);
  assertEquals(titles("thing.patch").tests, [
    "thing.patch",
    'thing.patch (beforeUpdate refuses a thing with {"size":2})',
  ]);
  assertEquals(titles("thing.delete"), {
    tests: ["thing.delete"],
    untested: [
      'thing.delete (beforeDelete refuses a thing with {"size":2}): it looks at id, which a request makes otherwise; tests/unit/thing_examples_test.ts shows it',
    ],
  });
  // What is said of things as such may be about a hook, unless something is said of what that is about.
  assertEquals(titles("thing").tests.length, 3);
  assertEquals(titles("thing", "thing.create").tests, [
    "thing",
    'thing (beforeUpdate refuses a thing with {"size":2})',
    "thing.create",
    'thing.create (beforeCreate refuses a thing with {"size":2})',
  ]);
  assertEquals(titles("thing.size", "thing.get").tests, [
    "thing.size",
    "thing.get",
  ]);
});

Deno.test("acceptanceView() lets the time stand still for examples whose logic looks at it, and for no others", () => {
  const twice = (run: string): EntityBlueprint => ({
    fields: {
      size: { type: "integer", default: 1 },
      twice: { type: "integer", computed: { run, examples: [{ gives: 4 }] } },
    },
  });
  const times = (run: string) => {
    const view = acceptanceView(modelOf(twice(run), ["thing.twice"]));
    const told = view.tests.map(({ time }): string | undefined => time);
    return [told, view.played?.timed];
  };
  assertEquals(times("return thing.createdAt.length;"), [
    ['"2030-01-01T00:00:00.000Z"'],
    true,
  ]);
  assertEquals(times("return 4;"), [[undefined], false]);
});

Deno.test("referenceProofs() leads to the tests of who may, where not all users may", () => {
  const { model, diagnostics } = expand({
    schema: "autocoder/v1",
    system: "notes",
    users: { roles: ["member", "admin"] },
    entities: {
      user: {
        fields: { email: { type: "email", required: true, unique: true } },
        access: { read: "users", write: ["owner", "admin"] },
      },
      note: {
        fields: { text: { type: "text" }, kept: { type: "boolean" } },
        actions: { keepForLong: { set: { kept: true } } },
        access: {
          read: "everyone",
          create: "users",
          write: "admin",
          delete: [],
        },
      },
    },
  });
  assert(model, JSON.stringify(diagnostics));
  const proofs = (reference: string) => {
    const { accepted, elsewhere } = referenceProofs(reference, model);
    return [
      accepted,
      ...elsewhere.map(({ file, step }) =>
        `${file.replace("tests/access/", "")} ${step}`
      ),
    ];
  };
  assertEquals(proofs("note.list"), [true]);
  assertEquals(proofs("note.create"), [true]);
  assertEquals(proofs("note.text"), [true]);
  assertEquals(proofs("note.patch"), [true, "note_access_test.ts patch"]);
  assertEquals(proofs("note.keepForLong"), [
    true,
    "note_access_test.ts keep-for-long",
  ]);
  assertEquals(proofs("note.delete"), [false]);
  assertEquals(proofs("user.patch"), [false, "user_access_test.ts patch"]);
});

Deno.test("referenceProofs() leads to the tests of an endpoint where examples say what it does", () => {
  const proofs = (endpoint: Partial<EndpointBlueprint>) => {
    const { model } = expand({
      schema: "autocoder/v1",
      system: "sums",
      entities: { thing: { fields: { size: { type: "integer" } } } },
      endpoints: {
        sum: {
          path: "/sum",
          answer: { sum: { type: "integer" } },
          run: "return { sum: 1 };",
          ...endpoint,
        },
      },
    });
    assert(model);
    return referenceProofs("endpoints.sum", model);
  };
  assertEquals(proofs({ examples: [{ answers: { sum: 1 } }] }), {
    accepted: false,
    elsewhere: [{ file: "tests/contract/sum_endpoint_test.ts" }],
    reasons: [],
  });
  assertEquals(proofs({}), {
    accepted: false,
    elsewhere: [],
    reasons: [
      "the endpoint sum has no examples, so that nothing shows what it does",
    ],
  });
});

Deno.test("referenceProofs() leads to the tests that show what no client can set", () => {
  const model = modelOf({
    fields: {
      title: { type: "string", required: true },
      link: { type: "slug", from: "title" },
      size: { type: "integer", required: true },
      more: { type: "integer", computed: "size + 1" },
      told: {
        type: "integer",
        computed: {
          run: "return thing.id.length;",
          examples: [{ gives: 36 }, { given: { size: 2 }, gives: 36 }],
        },
      },
      tries: { type: "integer", readOnly: true },
    },
  }, []);
  const elsewhere = (reference: string) => {
    const { accepted, elsewhere } = referenceProofs(reference, model);
    assertEquals(accepted, false);
    return elsewhere.map(({ file, name }) => [file, name]);
  };
  assertEquals(elsewhere("thing.link"), [[
    "tests/contract/thing_test.ts",
    "POST /things makes the link of the title, with a number when it is taken",
  ]]);
  assertEquals(elsewhere("thing.more"), [[
    "tests/contract/thing_fields_test.ts",
    "POST /things computes more",
  ]]);
  assertEquals(elsewhere("thing.told"), [
    ["tests/unit/thing_examples_test.ts", "computeTold gives 36 for a thing"],
    [
      "tests/unit/thing_examples_test.ts",
      'computeTold gives 36 for a thing with {"size":2}',
    ],
  ]);
  assertEquals(elsewhere("thing.tries"), []);
  assertEquals(referenceProofs("thing.tries", model).reasons, [
    "no client can set it",
  ]);
});

Deno.test("referenceProofs() leads to what a language model wrote where there are no examples", () => {
  const model = modelOf({
    fields: { size: { type: "integer" }, open: { type: "boolean" } },
    actions: {
      close: { set: { open: false }, guard: { behavior: "Never." } },
    },
  }, []);
  const answers = [{
    schema: "autocoder/answer/v1",
    unit: "entities.thing.actions.close.guard",
    key: "",
    model: "scripted/double",
    body: "return 'No.';",
    files: { "tests/authored/thing_close_guard_test.ts": "" },
    rounds: 1,
    calls: 1,
    tokens: { input: 1, output: 1, cached: 0 },
  }] as const;
  assertEquals(referenceProofs("thing.close", { ...model, answers }), {
    accepted: true,
    elsewhere: [{ file: "tests/authored/thing_close_guard_test.ts" }],
    reasons: [],
  });
  assertEquals(referenceProofs("thing.close", model).reasons, [
    "guardClose has no examples, so that nothing shows what it does",
  ]);
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
