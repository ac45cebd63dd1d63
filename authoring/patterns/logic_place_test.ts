import { assertEquals } from "@std/assert";
import { withLogic, withoutLogic } from "./logic_place.ts";

const PART = {
  entities: {
    box: {
      fields: { size: { type: "integer" } },
      actions: { close: { set: { size: 1 } } },
    },
  },
  endpoints: { quote: { path: "/quotes", behavior: "Quotes." } },
};
const LOGIC = { run: "return;" };

Deno.test("withLogic() puts logic where it belongs, and changes nothing else", () => {
  const box = (more: Record<string, unknown>) => ({
    ...PART,
    entities: { box: { ...PART.entities.box, ...more } },
  });
  assertEquals(
    withLogic(PART, "entities.box.fields.size.computed", LOGIC),
    box({ fields: { size: { type: "integer", computed: LOGIC } } }),
  );
  assertEquals(
    withLogic(PART, "entities.box.actions.close.guard", LOGIC),
    box({ actions: { close: { set: { size: 1 }, guard: LOGIC } } }),
  );
  assertEquals(
    withLogic(PART, "entities.box.hooks.beforeCreate", LOGIC),
    box({ hooks: { beforeCreate: LOGIC } }),
  );
  assertEquals(
    withLogic(PART, "entities.box.actions.close", { behavior: "It closes." }),
    box({ actions: { close: { set: { size: 1 }, behavior: "It closes." } } }),
  );
  assertEquals(withLogic(PART, "endpoints.quote", LOGIC), {
    ...PART,
    endpoints: { quote: { path: "/quotes", run: "return;" } },
  });
});

Deno.test("withLogic() gives nothing where the owner is missing", () => {
  const units = [
    "entities.lid.hooks.beforeCreate",
    "entities.box.fields.weight.computed",
    "entities.box.actions.open.guard",
    "entities.box.actions.open",
    "entities.box.actions.guard",
    "entities.constructor.hooks.beforeCreate",
    "entities.box.fields.guard.computed",
    "endpoints.report",
  ];
  for (const unit of units) {
    assertEquals(withLogic(PART, unit, LOGIC), undefined);
  }
  assertEquals(withLogic({}, "endpoints.quote", LOGIC), undefined);
  assertEquals(withLogic({ endpoints: [] }, "endpoints.a", LOGIC), undefined);
});

Deno.test("withoutLogic() takes logic away again", () => {
  const units = [
    "entities.box.fields.size.computed",
    "entities.box.actions.close.guard",
    "entities.box.actions.close",
    "entities.box.hooks.beforeCreate",
  ];
  for (const unit of units) {
    const filled = withLogic(PART, unit, LOGIC) ?? {};
    assertEquals(withoutLogic(filled, unit), PART);
  }
  assertEquals(withoutLogic(PART, "endpoints.quote"), {
    ...PART,
    endpoints: { quote: { path: "/quotes" } },
  });
});
