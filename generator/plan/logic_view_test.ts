import { assert, assertEquals } from "@std/assert";
import { withBodies } from "../authored/behaviors.ts";
import { generateFiles } from "../generate.ts";
import { prepareBlueprint } from "../prepare.ts";

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
