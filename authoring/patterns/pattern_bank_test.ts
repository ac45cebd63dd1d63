import { assertEquals, assertRejects } from "@std/assert";
import type { Pattern } from "./pattern.ts";
import { PatternBank } from "./pattern_bank.ts";
import { PatternError } from "./read_pattern.ts";
import { SAMPLE_PATTERN } from "./testdata/sample_pattern.ts";
import { keepPattern } from "./user_bank.ts";

Deno.test("PatternBank.nearest() finds what does the like, of the same kind first", async () => {
  const bank = await PatternBank.open();
  const nearest = (id: string, behavior: string, count = 1) =>
    bank.nearest({ id, behavior }, count).map(({ name }) => name);
  const [first] = nearest(
    "entities.order.fields.shippingCost.computed",
    "Shipping costs by weight and zone, with three exceptions",
  );
  assertEquals(first, "shipping_by_weight_and_zone");
  assertEquals(
    nearest(
      "entities.invoice.actions.approve.guard",
      "An invoice must be approved by somebody other than its author",
    ),
    ["approval_by_somebody_else"],
  );
  assertEquals(
    nearest(
      "endpoints.monthly_report",
      "Sum up the orders of a month by seller",
    ),
    ["summary_of_a_month"],
  );
  assertEquals(
    nearest(
      "entities.task.hooks.beforeUpdate",
      "The status goes from open to done, and never back",
    ),
    ["allowed_transitions"],
  );
});

Deno.test("PatternBank.nearest() gives some of the same kind where no word is shared", async () => {
  const bank = await PatternBank.open();
  const found = bank.nearest(
    { id: "entities.x.actions.y.guard", behavior: "zzz" },
    5,
  );
  assertEquals(found.map(({ unit }) => unit.endsWith(".guard")), [
    true,
    true,
    true,
    true,
    true,
  ]);
  assertEquals(
    found.map(({ name }) => name).toSorted(),
    found.map(({ name }) => name),
  );
});

Deno.test("PatternBank.nearest() gives the same list for the same words, and as many as asked for", async () => {
  const [one, other] = [await PatternBank.open(), await PatternBank.open()];
  const wanted = { id: "endpoints.quote", behavior: "Quote the weight" };
  assertEquals(one.nearest(wanted, 4), other.nearest(wanted, 4));
  assertEquals(one.nearest(wanted, 4).length, 4);
  assertEquals(one.nearest(wanted, 0), []);
  assertEquals(one.nearest(wanted, 999).length, one.patterns.length);
});

Deno.test("PatternBank.nearest() weighs a likeness of words against the kind", () => {
  const other: Pattern = {
    ...SAMPLE_PATTERN,
    name: "other",
    unit: "endpoints.box_report",
    behavior: "Reports full boxes by their colour and size.",
  };
  const bank = new PatternBank([SAMPLE_PATTERN, other]);
  const first = (behavior: string) =>
    bank.nearest({ id: "entities.a.actions.b.guard", behavior }, 1)[0]?.name;
  assertEquals(
    first("A crate is closed only when something is in it."),
    "not_empty",
  );
  assertEquals(first("Reports full boxes by their colour and size."), "other");
});

Deno.test("PatternBank.open() has a user's own patterns beside its own, and instead of those of the same name", async () => {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-patterns-" });
  try {
    const plain = await PatternBank.open();
    await keepPattern(folder, SAMPLE_PATTERN);
    await keepPattern(folder, { ...SAMPLE_PATTERN, name: "kept_by_law" });
    const bank = await PatternBank.open({ folder });
    assertEquals(bank.patterns.length, plain.patterns.length + 1);
    const behaviorOf = (name: string) =>
      bank.patterns.find((one) => one.name === name)?.behavior;
    assertEquals(behaviorOf("not_empty"), SAMPLE_PATTERN.behavior);
    assertEquals(behaviorOf("kept_by_law"), SAMPLE_PATTERN.behavior);
    const names = bank.patterns.map(({ name }) => name);
    assertEquals(names, names.toSorted());
    await Deno.writeTextFile(`${folder}/broken.yaml`, "unit: 1\n");
    await assertRejects(
      () => PatternBank.open({ folder }),
      PatternError,
      "broken.yaml",
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
