import { assert, assertEquals } from "@std/assert";
import { withBodies } from "../authored/behaviors.ts";
import { generateFiles } from "../generate.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { prepareBlueprint } from "../prepare.ts";
import { entityLogicView } from "./logic_view.ts";

Deno.test("logic that is said in words takes all that it may be given, code of the user's what it names", async () => {
  const text = (says: string) => `
schema: autocoder/v1
system: shop
entities:
  order:
    fields:
      weight: { type: integer, required: true }
      costs: { type: integer, required: true, computed: { ${says} } }
    actions:
      ship: { set: { weight: 1 }, guard: { ${says} }, ${says} }
    hooks:
      afterCreate: { ${says} }
`;
  assertEquals(await headsOf(text("run: return 1;")), [
    "computeCosts()",
    "guardShip()",
    "applyShip()",
    "afterCreate()",
  ]);
  assertEquals(await headsOf(text("behavior: Works it out.")), [
    'computeCosts(_order: Omit<Order, "updatedAt" | "costs">)',
    "guardShip(_order: Order, _context: LogicContext)",
    "applyShip(_order: Order, _context: ChangeContext<Order>)",
    "afterCreate(_order: Order, _context: LogicContext)",
  ]);
  assertEquals(
    await headsOf(text("behavior: Works it out."), "void order.weight;"),
    [
      'computeCosts(order: Omit<Order, "updatedAt" | "costs">)',
      "guardShip(order: Order, _context: LogicContext)",
      "applyShip(order: Order, _context: ChangeContext<Order>)",
      "afterCreate(order: Order, _context: LogicContext)",
    ],
  );
});

/** Lists the heads of an entity's functions, each in a line; behaviours have this body. */
async function headsOf(text: string, body = "return 1;") {
  const { model } = await prepareBlueprint(text, "blueprint.yaml");
  assert(model);
  const paths = [
    "fields.costs.computed",
    "actions.ship.guard",
    "actions.ship",
    "hooks.afterCreate",
  ];
  const bodies = new Map(
    paths.map((path) => [`entities.order.${path}`, body]),
  );
  const { files } = await generateFiles(withBodies(model, bodies), text);
  const logic = files.find(({ path }) => path === "logic/order_logic.ts");
  const heads = logic?.text.matchAll(/^export function (\w+\([^)]*\))/gm) ?? [];
  return [...heads].map(([, head = ""]) =>
    head.replaceAll(/\s+/g, " ").replace("( ", "(").replace(/,? \)$/, ")")
  );
}

Deno.test("the logic of actions is asked by their names, and may change what the schema of a patch takes, without any hook", () => {
  const text = `
schema: autocoder/v1
system: shop
entities:
  order:
    operations: [list, get]
    fields:
      weight: { type: integer, required: true }
      number: { type: serial }
    actions:
      shipOut: { set: { weight: 1 }, run: return; }
      take: { set: { weight: 2 }, file: ./logic/taking.ts }
      drop: { set: { weight: 3 } }
`;
  const { model } = compileBlueprint(text);
  const order = model?.entities[0];
  assert(order);
  const view = entityLogicView(order);
  assertEquals(
    [view?.logic?.members, view?.schema, view?.change?.type].map(String),
    [
      '{ actions: { "ship-out": applyShipOut, take: applyTake }, settable: ["weight"], schema: ORDER_PATCH }',
      "ORDER_PATCH",
      'Partial<Pick<Order, "weight">>',
    ],
  );
  assertEquals(
    view?.imports.map(({ names, file }) => [names, file].map(String)),
    [
      ["applyTake", "taking.ts"],
    ],
  );
});
