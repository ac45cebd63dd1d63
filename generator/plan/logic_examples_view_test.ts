import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { logicExamplesView } from "./logic_examples_view.ts";

const REFUSES = "run: return;, examples: [{ refuses: true }]";

Deno.test("examples ask logic by what asks it when the system runs: its action by its name, bodies where they do the same", () => {
  const checks = checksOf(`
    fields:
      status: { type: enum, values: [open, paid, shipped], default: open }
      shippedAt: { type: datetime, readOnly: true }
    actions:
      shipOut: { set: { status: shipped }, when: { status: paid }, ${REFUSES}, guard: { ${REFUSES} } }
      stamp: { set: { shippedAt: $now }, guard: { ${REFUSES} } }
    hooks:
      beforeCreate: { ${REFUSES} }
      beforeUpdate: { ${REFUSES} }
      beforeDelete: { ${REFUSES} }
`);
  assertEquals(checks, [
    'expectRefusal guards?.["ship-out"] ["ship-out", "patch", "replace"] from: { status: "paid" }',
    'expectChangeRefusal actions?.["ship-out"] ["ship-out"] from: { status: "paid" } set: { status: "shipped" }',
    'expectRefusal guards?.["stamp"] ["stamp"] from: { shippedAt: null }',
    'expectRefusal beforeCreate ["create"]',
    'expectChangeRefusal beforeUpdate ["patch", "replace"]',
    'expectRefusal beforeDelete ["delete"]',
  ]);
});

Deno.test("examples of beforeUpdate are asked by actions where no body changes anything", () => {
  const entity = (operations: string) => `
    operations: [${operations}]
    fields: { note: { type: string } }
    actions: { seeAll: { set: { note: seen } } }
    hooks: { beforeUpdate: { ${REFUSES} } }
`;
  assertEquals(checksOf(entity("get, patch")), [
    'expectChangeRefusal beforeUpdate ["patch"]',
  ]);
  assertEquals(checksOf(entity("get")), [
    'expectChangeRefusal beforeUpdate ["see-all"]',
  ]);
});

Deno.test("an example may name its time, which has to be one", () => {
  const entity = (now: string) => `
    fields:
      text: { type: string }
      size: { type: integer, computed: { run: return 1;, examples: [{ now: ${now}, gives: 1 }] } }
`;
  const { view } = viewOf(entity('"2030-01-31T10:30:00+01:00"'));
  const [example] = view?.examples ?? [];
  assert(example);
  assert(example.check.includes('now: "2030-01-31T09:30:00.000Z"'));
  assert(example.title.endsWith('an order at 2030-01-31T10:30:00+01:00"'));
  for (const now of ["soon", '"$now"', "2030-01-31"]) {
    const { codes } = viewOf(entity(now));
    assertEquals(codes, ["AC642"], now);
  }
});

/** Says of each example what it calls, with which operations, from which state and after what is set. */
function checksOf(entity: string): string[] {
  const { view } = viewOf(entity);
  return (view?.examples ?? []).map(({ check }) =>
    [
      /^\w+/.exec(check),
      /ORDER_LOGIC\.([^,]+)/.exec(check)?.[1],
      /operations: (\[[^\]]*\])/.exec(check)?.[1],
      /from: \{[^}]*\}/.exec(check),
      /set: \{[^}]*\}/.exec(check),
    ].filter((part) => part).join(" ")
  );
}

function viewOf(entity: string) {
  const { model, diagnostics } = compileBlueprint(
    `schema: autocoder/v1\nsystem: shop\nentities:\n  order:${entity}`,
  );
  const [order] = model?.entities ?? [];
  return {
    view: order && model && logicExamplesView(order, model),
    codes: diagnostics.filter(({ severity }) => severity === "error")
      .map(({ code }) => code),
  };
}
