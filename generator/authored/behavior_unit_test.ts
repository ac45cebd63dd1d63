import { assert, assertEquals } from "@std/assert";
import { generateFiles } from "../generate.ts";
import { prepareBlueprint } from "../prepare.ts";
import { behaviorUnits, slugOf } from "./behavior_unit.ts";
import { withBodies } from "./behaviors.ts";

const ACTION = "entities.order.actions.shipOut";

/** An order whose action is guarded, and says in words what else it does. */
function text(behavior: string): string {
  return `
schema: autocoder/v1
system: shop
entities:
  order:
    fields:
      weight: { type: integer, required: true }
      van: { type: string }
      sent: { type: boolean, default: false }
    actions:
      shipOut:
        set: { sent: true }
        guard: { behavior: Only what weighs something. }
        behavior: ${behavior}
        examples: [{ given: { weight: 0 }, refuses: true }]
`;
}

async function prepared(behavior: string) {
  const { model } = await prepareBlueprint(text(behavior), "blueprint.yaml");
  assert(model);
  return model;
}

Deno.test("behaviorUnits() has the guard of an action and its own logic as units with names of their own", async () => {
  const units = await behaviorUnits(await prepared("Chooses the van."));
  assertEquals(
    units.map(({ id, kind, name, testFile }) => [id, kind, name, testFile]),
    [
      [
        `${ACTION}.guard`,
        "guard",
        "guardShipOut",
        "tests/authored/order_ship_out_guard_test.ts",
      ],
      [
        ACTION,
        "action",
        "applyShipOut",
        "tests/authored/order_ship_out_action_test.ts",
      ],
    ],
  );
  const [guard, action] = units;
  assertEquals(
    action?.signature.replaceAll(/\s+/g, " "),
    "export function applyShipOut( order: Order, context: ChangeContext<Order>, ): BeforeAnswer<OrderChange>",
  );
  assertEquals(action?.neighbours, [guard?.signature ?? ""]);
  assertEquals(action?.examples, [{ given: { weight: 0 }, refuses: true }]);
  assertEquals(action?.testImports, [
    "node:assert/strict",
    "../../logic/order_logic.ts",
    "../../models/order.ts",
    "../../kit/entity_logic.ts",
  ]);
  assertEquals(
    action?.sample,
    'const ORDER: Order = { id: "01890a5d-ac96-774b-bcce-b302099a8057", createdAt: "2030-01-01T00:00:00.000Z", updatedAt: "2030-01-01T00:00:00.000Z", weight: 1, van: "Some van", sent: false };',
  );
});

Deno.test("behaviorUnits() gives another key to the action alone whose words have changed", async () => {
  const keys = async (behavior: string) =>
    (await behaviorUnits(await prepared(behavior))).map(({ key }) => key);
  const [before, after] = [await keys("Chooses it."), await keys("Takes it.")];
  assertEquals(before[0], after[0]);
  assert(before[1] !== after[1]);
});

Deno.test("withBodies() gives an action what was written for it, and its guard what was written for that", async () => {
  const bodies = new Map([
    [ACTION, 'return { van: "V1" };'],
    [`${ACTION}.guard`, 'return "It weighs nothing.";'],
  ]);
  const { files } = await generateFiles(
    withBodies(await prepared("Chooses the van."), bodies),
    "",
  );
  const logic = files.find(({ path }) => path === "logic/order_logic.ts")?.text;
  assert(logic);
  const bodyOf = (name: string) =>
    new RegExp(`function ${name}\\([^{]*\\{\\n\\s*(.*)\\n`).exec(logic)?.[1];
  assertEquals(bodyOf("applyShipOut"), 'return { van: "V1" };');
  assertEquals(bodyOf("guardShipOut"), 'return "It weighs nothing.";');
});

Deno.test("slugOf() gives no two paths of an entity the same name", () => {
  const paths = [
    "entities.order.actions.ship",
    "entities.order.actions.ship.guard",
    "entities.order.actions.ship_guard",
    "entities.order.actions.ship_action",
    "entities.order.actions.ship_action.guard",
    "entities.order.fields.ship.computed",
    "entities.order.hooks.beforeCreate",
    "endpoints.ship",
  ];
  assertEquals(new Set(paths.map(slugOf)).size, paths.length);
});

/** An endpoint that says in words what it does, and fetches from these hosts. */
async function endpointUnit(fetches: readonly string[]) {
  const { model, diagnostics } = await prepareBlueprint(
    `
schema: autocoder/v1
system: desk
entities: { note: { fields: { title: { type: string } } } }
endpoints:
  rate:
    path: /rate
    answer: { rate: { type: number, required: true } }
    behavior: Gives the rate.
${fetches.length > 0 ? `    fetches: [${fetches.join(", ")}]\n` : ""}`,
    "blueprint.yaml",
  );
  assert(model, JSON.stringify(diagnostics));
  const [unit] = await behaviorUnits(model);
  assert(unit);
  return unit;
}

Deno.test("behaviorUnits() gives an endpoint its fetch where it lists hosts, and another key for each list", async () => {
  const none = await endpointUnit([]);
  const one = await endpointUnit(["https://rates.example.com"]);
  const other = await endpointUnit(["https://other.example.com"]);
  assertEquals(
    [none, one].map(({ signature }) => signature.replaceAll(/\s+/g, " ")),
    [
      "export async function rate( { api, now, refuse }: RateCall, ): Promise<RateAnswer>",
      "export async function rate( { fetch, api, now, refuse }: RateCall, ): Promise<RateAnswer>",
    ],
  );
  assertEquals(one.fetches, ["https://rates.example.com"]);
  assertEquals(none.fetches, undefined);
  const ofHosts = ({ testImports, uses }: typeof one) =>
    [...testImports, ...uses.map(({ path }) => path)]
      .filter((path) => /(listed|scripted)_fetch/.test(path));
  assertEquals(ofHosts(none), []);
  const paths = none.uses.map(({ path }) => path);
  assertEquals(paths.includes("kit/endpoint_time.ts"), true);
  assertEquals(ofHosts(one), [
    "../../kit/scripted_fetch.ts",
    "kit/listed_fetch.ts",
    "kit/scripted_fetch.ts",
  ]);
  assertEquals(new Set([none.key, one.key, other.key]).size, 3);
});
