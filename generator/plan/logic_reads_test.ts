import { assert, assertEquals } from "@std/assert";
import { expand } from "../model/expand.ts";
import type { LogicModel } from "../model/logic_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { readsOf } from "./logic_reads.ts";

Deno.test("readsOf() lists the members that a function names", () => {
  assertEquals(
    inPlace("return order.total > 3 && order?.note\n  ?.length;"),
    { entity: ["note", "total"], context: [] },
  );
  assertEquals(
    inPlace('const { total, note: text = "" } = order;\nreturn text + total;'),
    { entity: ["note", "total"], context: [] },
  );
  assertEquals(
    inPlace(
      "if (order.total < context.before.total) return context.now;\nvoid context.before;",
    ),
    {
      entity: ["total"],
      context: ["before", "before.total", "now"],
    },
  );
  assertEquals(
    inPlace("return `${order.total} of { order }` + 'order'; // order"),
    { entity: ["total"], context: [] },
  );
});

Deno.test("readsOf() knows nothing of what is used as a whole", () => {
  for (
    const text of [
      "return JSON.stringify(order);",
      "const { total, ...rest } = order; return rest;",
      "const key = 'total'; return order[key];",
      "for (const key in order) return key;",
      "return { order };",
      "return total ? order : null;",
      "return order.total > 1 && tell(context);",
      "const { before } = context.more ? context : context;",
      "const { a: { b } } = order;",
    ]
  ) assertEquals(inPlace(text), undefined, text);
});

Deno.test("readsOf() reads a function in a file of the user's own by the names of its parameters", () => {
  const text = `import { x } from "./x.ts";
/** A guard. */
export async function guardShip(
  one: Order,
  { now }: Context,
): Promise<string | void> {}
function guardOther(it: Map<string, Order>, why: Context) {
  return it.size + why.viewer.id;
}
`;
  assertEquals(inFile(text, "guardShip"), undefined);
  assertEquals(inFile(text, "guardOther"), {
    entity: ["size"],
    context: ["viewer"],
  });
  assertEquals(inFile(text, "guardNone"), undefined);
  assertEquals(
    inFile(
      "export function guardShip(one: Order) { return helper(one.total); }\nfunction helper(total: number) { return total; }",
      "guardShip",
    ),
    { entity: ["total"], context: [] },
  );
  // What a helper is given as a whole, nobody knows what it looks at.
  assertEquals(
    inFile(
      "export function guardShip(one: Order) { return helper(one); }",
      "guardShip",
    ),
    undefined,
  );
});

function inPlace(run: string) {
  return reads({ run, path: "entities.order.hooks.beforeUpdate" }, model());
}

function inFile(text: string, called: string) {
  const file = "logic/mine.ts";
  const system = { ...model(), logicFiles: [{ path: file, text }] };
  const action = called.slice("guard".length).toLowerCase();
  return reads(
    { file, path: `entities.order.actions.${action}.guard` },
    system,
  );
}

function reads(logic: LogicModel, system: SystemModel) {
  const [entity] = system.entities;
  assert(entity);
  const found = readsOf(logic, entity, system);
  return found && {
    entity: [...found.entity].toSorted(),
    context: [...found.context].toSorted(),
  };
}

function model(): SystemModel {
  const { model } = expand({
    schema: "autocoder/v1",
    system: "orders",
    entities: { order: { fields: { total: { type: "integer" } } } },
  });
  assert(model);
  return model;
}
