import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { LogicExample, LogicModel } from "../model/logic_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { logicOf } from "./logic_of.ts";
import { playedExample } from "./played_example.ts";

Deno.test("playedExample() creates what a computed field is worked out of", () => {
  assertEquals(
    statement("return order.grams * 2;", { given: { grams: 4 }, gives: 8 }),
    'await expectGives(posting(test.client, "/orders"), { ...orderBody(), grams: 4 }, { double: 8 })',
  );
  assertEquals(
    statement("return 1;", { given: {}, gives: 1 }),
    'await expectGives(posting(test.client, "/orders"), orderBody(), { double: 1 })',
  );
});

Deno.test("playedExample() leaves an example out whose logic looks at what a request makes otherwise", () => {
  const told = (run: string, given: LogicExample["given"] = { grams: 4 }) =>
    reason(run, { given, gives: 8 });
  for (
    const member of [
      "id",
      "number",
      "tags",
      "since",
      "sum",
      "total",
    ]
  ) {
    assertEquals(
      told(`return order.grams + String(order.${member}).length;`),
      `it looks at ${member}, which a request makes otherwise`,
    );
  }
  // These are the same in both, or are given.
  for (
    const member of ["title", "state", "customerId", "open", "note", "tries"]
  ) {
    statement(`return String(order.${member}).length;`, {
      given: {},
      gives: 8,
    });
  }
  statement("return String(order.number).length;", {
    given: { number: "A1" },
    gives: 2,
  });
  assertEquals(
    told("return Object.keys(order).length;"),
    "it may look at all of what it is given",
  );
});

Deno.test("playedExample() follows a computed field to what that is worked out of", () => {
  const system = systemOf("return (order.first ?? 0) + 1;");
  const play = (first: string) => {
    const [entity] = system.entities;
    assert(entity);
    return played(
      {
        ...system,
        entities: [{
          ...entity,
          fields: entity.fields.map((field) =>
            field.name === "first" && field.logic
              ? { ...field, logic: { ...field.logic, run: first } }
              : field
          ),
        }],
      },
      "fields.double",
      { given: { grams: 4 }, gives: 5 },
    );
  };
  assert("statement" in play("return order.grams;"));
  assertEquals(play("return order.id.length;"), {
    reason: "it looks at id, which a request makes otherwise",
  });
  const timed = play("return Date.parse(order.createdAt);");
  assertEquals("timed" in timed && timed.timed, true);
});

Deno.test("playedExample() leaves out what no client can give, or the API spells otherwise", () => {
  const told = (given: LogicExample["given"]) =>
    reason("return 8;", { given, gives: 8 });
  assertEquals(told({ tries: 3 }), "no client can set tries");
  assertEquals(told({ sum: 3 }), "no client can set sum");
  assertEquals(
    told({ at: "2030-01-01T00:00:00Z" }),
    "the API keeps at in another spelling",
  );
  statement("return 8;", {
    given: { at: "2030-01-01T00:00:00.000Z" },
    gives: 8,
  });
});

Deno.test("playedExample() does an action with the guard alone, on what the example gives", () => {
  const system = systemOf("return 1;", "if (order.grams > 9) return 'No.';");
  const refused = played(system, "actions.ship.guard", {
    given: { grams: 10 },
    refuses: true,
  });
  assertEquals(refused, {
    statement:
      'expectProblem(await test.client.post(`/orders/${await expectCreated(posting(test.client, "/orders"), { ...orderBody(), state: "paid", grams: 10 })}/ship`), 409)',
    logic: '{ order: logicPart(ORDER_LOGIC, { guard: "ship" }) }',
    timed: false,
  });
  const passed = played(system, "actions.ship.guard", {
    given: { tries: 2, grams: 1 },
    refuses: false,
  });
  assert("statement" in passed);
  // What only actions set is put there as the other tests of actions do.
  assertStringIncludes(
    passed.statement,
    '(await makeOrder(test.system, { state: "paid", tries: 2, grams: 1 })).id',
  );
  assertStringIncludes(passed.statement, "await expectAction(test.client, `");
  assertStringIncludes(passed.statement, '`, { state: "shipped" })');
});

Deno.test("playedExample() does no action on what it would refuse anyway, or has done already", () => {
  const system = systemOf("return 1;", "return 'No.';");
  const told = (given: LogicExample["given"]) =>
    played(system, "actions.ship.guard", { given, refuses: true });
  assertEquals(told({ state: "open" }), {
    reason: "the action is refused for its state before",
  });
  assertEquals(told({ state: "shipped" }), {
    reason: "the action is refused for its state before",
  });
  assertEquals(told({ note: null }), { reason: "the action needs note" });
  assertEquals(
    played(
      systemOf("return 1;", "return 'No.';", "if (order.state) return 'No.';"),
      "actions.ship",
      { given: { state: "paid" }, refuses: true },
    ),
    { reason: "the action itself sets state" },
  );
  // A guard that asks for the state which the test must begin in sees another than the example has.
  assertEquals(
    played(
      systemOf("return 1;", "if (order.state === 'open') return 'No.';"),
      "actions.ship.guard",
      { given: {}, refuses: true },
    ),
    { reason: "it looks at state, which a request makes otherwise" },
  );
  for (const member of ["operation", "before.grams"]) {
    const seen = played(
      systemOf("return 1;", `if (context.${member}) return 'No.';`),
      "actions.ship.guard",
      { given: {}, refuses: true },
    );
    assert("reason" in seen, member);
  }
});

Deno.test("playedExample() plays what looks at the time when all examples happen, and at nothing else of who asks", () => {
  const guarded = (guard: string, users = false) => {
    const system = systemOf("return 1;", guard);
    const signedIn = {} as SystemModel["users"]; // that there are any is all that matters here
    return played(
      users ? { ...system, users: signedIn } : system,
      "actions.ship.guard",
      { given: {}, refuses: true },
    );
  };
  const timed = (guard: string) => {
    const found = guarded(guard);
    return "timed" in found ? found.timed : found.reason;
  };
  assertEquals(timed("if (context.now < '2031') return 'No.';"), true);
  assertEquals(timed("if (order.updatedAt) return 'No.';"), true);
  assertEquals(timed("return 'No.';"), false);
  assertEquals(
    timed("if (context.now < new Date().toISOString()) return 'No.';"),
    "it has two clocks",
  );
  assertEquals(
    timed("if (Date.parse(order.createdAt) < Date.now()) return 'No.';"),
    "it has two clocks",
  );
  assertEquals(timed("if (new Date(context.now)) return 'No.';"), true);
  // Where nobody signs in, nobody asks.
  const viewer = "if (context.viewer?.role === 'boss') return;\nreturn 'No.';";
  assertEquals(timed(viewer), false);
  assertEquals(guarded(viewer, true), {
    reason: "it looks at viewer, which a request makes otherwise",
  });
});

Deno.test("playedExample() plays hooks by the operation that they are asked around", () => {
  const hook = (name: string, run: string, given: LogicExample["given"]) =>
    played(
      systemOf("return 1;", undefined, undefined, { [name]: { run } }),
      `hooks.${name}`,
      { given, refuses: true },
    );
  const run = "if (order.grams > 9) return 'No.';";
  assertEquals(hook("beforeCreate", run, { grams: 10 }), {
    statement:
      'expectRefused(await test.client.post("/orders", { ...orderBody(), grams: 10 }))',
    logic: '{ order: logicPart(ORDER_LOGIC, { hook: "beforeCreate" }) }',
    timed: false,
  });
  assertEquals(
    hook(
      "beforeUpdate",
      "return order.grams < context.before.grams ? 'No.' : undefined;",
      { grams: 10 },
    ),
    {
      statement:
        "expectRefused(await test.client.patch(`/orders/${(await makeOrder(test.system)).id}`, { grams: 10 }))",
      logic: '{ order: logicPart(ORDER_LOGIC, { hook: "beforeUpdate" }) }',
      timed: false,
    },
  );
  assertEquals(
    hook("beforeUpdate", "return context.before.number;", { grams: 10 }),
    {
      reason: "it looks at before.number, which a request makes otherwise",
    },
  );
  assertEquals(hook("beforeUpdate", run, { state: "paid" }), {
    reason: "no client can set state",
  });
  assertEquals(hook("beforeDelete", run, { grams: 10 }), {
    statement:
      'expectProblem(await test.client.delete(`/orders/${await expectCreated(posting(test.client, "/orders"), { ...orderBody(), grams: 10 })}`), 409)',
    logic: '{ order: logicPart(ORDER_LOGIC, { hook: "beforeDelete" }) }',
    timed: false,
  });
});

Deno.test("playedExample() makes what it begins with by a request where clients can set all of it", () => {
  const { model } = compileBlueprint(`system: crates
entities:
  crate:
    fields: { weight: { type: integer, required: true }, sealed: { type: boolean, default: false } }
    operations: [create, get]
    actions: { seal: { set: { sealed: true }, guard: { run: "if (crate.weight > 20) return 'No.';" } } }
    hooks: { beforeUpdate: { run: "return 'No.';" }, beforeDelete: { run: "return 'No.';" } }
`);
  assert(model);
  assertEquals(
    played(model, "actions.seal.guard", {
      given: { weight: 21 },
      refuses: true,
    }),
    {
      statement:
        'expectProblem(await test.client.post(`/crates/${await expectCreated(posting(test.client, "/crates"), { ...crateBody(), weight: 21 })}/seal`), 409)',
      logic: '{ crate: logicPart(CRATE_LOGIC, { guard: "seal" }) }',
      timed: false,
    },
  );
  const none = { given: {}, refuses: true };
  assertEquals(played(model, "hooks.beforeUpdate", none), {
    reason: "no request changes it",
  });
  assertEquals(played(model, "hooks.beforeDelete", none), {
    reason: "nobody can delete it",
  });
});

Deno.test("playedExample() leaves out what an API of its own shape, or users, are", () => {
  const system = systemOf("return 8;");
  const example = { given: {}, gives: 8 };
  const { model } = compileBlueprint(`system: members
users: {}
entities:
  user:
    fields: { email: { type: email, required: true, unique: true }, double: { type: integer, computed: { run: "return 8;" } } }
`);
  assert(model);
  assertEquals(played(model, "fields.double", example), {
    reason: "the tests of users and access show it",
  });
  const api = { resources: [] } as unknown as SystemModel["api"]; // that there is one is all that matters here
  assertEquals(played({ ...system, api }, "fields.double", example), {
    reason: "the API has a shape of its own",
  });
});

type Told =
  | {
    readonly statement: string;
    readonly logic: string;
    readonly timed: boolean;
  }
  | { readonly reason: string };

function statement(run: string, example: LogicExample): string {
  const found = played(systemOf(run), "fields.double", example);
  assert("statement" in found, JSON.stringify(found));
  assertEquals(found.logic, "");
  return found.statement;
}

function reason(run: string, example: LogicExample): string {
  const found = played(systemOf(run), "fields.double", example);
  assert("reason" in found, JSON.stringify(found));
  return found.reason;
}

function played(
  system: SystemModel,
  path: string,
  example: LogicExample,
): Told {
  const [entity] = system.entities.filter((one) => logicOf(one).length > 0);
  assert(entity);
  return playedExample(logicAt(path, entity), example, { entity, system });
}

function logicAt(path: string, entity: EntityModel): LogicModel {
  const whole = `entities.${entity.name.snake}.${path}`;
  const found = logicOf(entity).find((one) =>
    one.path === whole || one.path === `${whole}.computed`
  );
  assert(found, `found no logic at ${whole}`);
  return found;
}

/** Orders of a customer, with members of every kind that requests make otherwise than examples have them. */
function systemOf(
  run: string,
  guard?: string,
  action?: string,
  hooks: Record<string, { run: string }> = {},
): SystemModel {
  const { model, diagnostics } = compileBlueprint(JSON.stringify({
    system: "orders",
    entities: {
      order: {
        fields: {
          title: { type: "string", required: true },
          number: { type: "string", required: true, unique: true },
          grams: { type: "integer", required: true, min: 1 },
          note: { type: "text" },
          open: { type: "boolean", default: true },
          state: {
            type: "enum",
            values: ["open", "paid", "shipped"],
            default: "open",
          },
          tags: { type: "list", items: "string" },
          since: { type: "datetime", default: "$now" },
          at: { type: "datetime" },
          tries: { type: "integer", readOnly: true, default: 0 },
          sum: { type: "integer", computed: "grams + 1" },
          first: { type: "integer", computed: { run: "return order.grams;" } },
          double: { type: "integer", computed: { run } },
          total: { type: "integer", computed: { run: "return 1;" } },
        },
        relations: {
          customer: { belongsTo: "customer", required: false },
        },
        actions: {
          ship: {
            set: { state: "shipped" },
            when: { state: "paid" },
            needs: ["note"],
            ...(guard ? { guard: { run: guard } } : {}),
            ...(action ? { run: action } : {}),
          },
        },
        hooks,
      },
      customer: { fields: { name: { type: "string", required: true } } },
    },
  }));
  assert(model, JSON.stringify(diagnostics));
  return model;
}
