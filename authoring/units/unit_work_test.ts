import { assertEquals } from "@std/assert";
import type { FileUnit } from "../../generator/authored/file_unit.ts";
import { inParallel } from "./in_parallel.ts";
import { functionAt, functionRange } from "./function_at.ts";
import { toldOfPlace, toldOfTest } from "./told_units.ts";
import { unitWaves } from "./unit_waves.ts";
import { type Stage, UnitWork } from "./unit_work.ts";
import { behaviorUnit } from "./testdata/behavior_unit.ts";

const faults = (stage: Stage, count = 1) =>
  Array.from({ length: count }, (_, index) => ({ stage, text: `${index}` }));

function round(work: UnitWork, found: ReturnType<typeof faults>): void {
  work.rounds += 1;
  work.attempt = { code: "", files: {} };
  work.judged(found);
}

Deno.test("UnitWork goes on while a later stage or fewer faults are reached, and ends after two rounds without", () => {
  const work = new UnitWork(behaviorUnit("entities.order.actions.ship.guard"));
  assertEquals([work.isOpen, work.isDone], [true, false]);
  for (
    const found of [
      faults("types", 3),
      faults("types", 2),
      faults("tests", 9),
      faults("types", 1), // a step back
      faults("tests", 8),
      faults("tests", 8), // none ahead
    ]
  ) {
    round(work, found);
    assertEquals([work.isOpen, work.gaveUp], [true, undefined]);
  }
  round(work, faults("lint"));
  assertEquals(work.isOpen, false);
  assertEquals(work.gaveUp, "2 rounds without progress");
});

Deno.test("UnitWork is done with the first round without a fault", () => {
  const work = new UnitWork(behaviorUnit("entities.order.actions.ship.guard"));
  round(work, faults("answer"));
  assertEquals([work.isOpen, work.isDone, work.isFresh], [true, false, false]);
  round(work, []);
  assertEquals([work.isOpen, work.isDone], [false, true]);
});

Deno.test("UnitWork is not done while nobody has judged what came, however it looks", () => {
  const work = new UnitWork(behaviorUnit("entities.order.actions.ship.guard"));
  round(work, faults("tests"));
  work.rounds += 1;
  work.attempt = { code: "better", files: {} };
  work.faults = [];
  assertEquals([work.isFresh, work.isDone], [true, false]);
  work.judged([]);
  assertEquals([work.isFresh, work.isDone], [false, true]);
});

Deno.test("unitWaves() puts a unit behind all that it builds on, and leaves out what is there already", () => {
  const works = [
    behaviorUnit("entities.a.fields.x.computed", []),
    behaviorUnit("entities.a.fields.y.computed", [
      "entities.a.fields.x.computed",
    ]),
    behaviorUnit("entities.b.fields.z.computed", ["entities.b.fields.gone"]),
    behaviorUnit("endpoints.sum", [
      "entities.a.fields.y.computed",
      "entities.b.fields.z.computed",
    ]),
  ].map((unit) => new UnitWork(unit));
  assertEquals(
    unitWaves(works).map((wave) => wave.map(({ unit }) => unit.id)),
    [
      ["entities.a.fields.x.computed", "entities.b.fields.z.computed"],
      ["entities.a.fields.y.computed"],
      ["endpoints.sum"],
    ],
  );
});

Deno.test("inParallel() never has more under way than the limit, and begins nothing after a failure", async () => {
  let underWay = 0;
  let most = 0;
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    most = Math.max(most, ++underWay);
    await Promise.resolve();
    underWay -= 1;
    if (item === 4) throw new RangeError("four");
  };
  const error = await inParallel([1, 2, 3, 4, 5, 6, 7, 8], 2, work)
    .catch((error: unknown) => error);
  assertEquals(error instanceof RangeError, true);
  assertEquals([most, begun.includes(8)], [2, false]);
});

Deno.test("functionAt() and functionRange() find exported functions by their lines", async () => {
  const text =
    "const a = 1;\nexport function one() {\n  return a;\n}\n\nexport async function two() {\n  await null;\n}\n";
  assertEquals(await functionAt(text, 1), undefined);
  assertEquals(await functionAt(text, 3), "one");
  assertEquals(await functionAt(text, 5), undefined);
  assertEquals(await functionAt(text, 7), "two");
  const { start = 0, end = 0 } = await functionRange(text, "two") ?? {};
  assertEquals(text.slice(start, end), "{\n  await null;\n}");
  assertEquals(await functionRange(text, "three"), undefined);
});

Deno.test("toldOfTest() tells a unit of its own tests and examples, and nobody of one that stands aside", () => {
  const ship = behaviorUnit("entities.order.actions.ship.guard");
  const cost = behaviorUnit("entities.order.fields.cost.computed");
  const file: FileUnit = {
    kind: "file",
    id: "validations/parcel_rules.ts",
    file: "validations/parcel_rules.ts",
    type: "validation",
    reference: "",
    imports: [],
    dependsOn: [],
    uses: [],
    key: "",
  };
  const units = [ship, cost, file];
  const works = [new UnitWork(ship), new UnitWork(file)];
  const told = (path: string, name = "a test") =>
    toldOfTest({ path, name }, units, works).map(({ unit }) => unit.id);
  assertEquals(told(ship.testFile), [ship.id]);
  assertEquals(told(cost.testFile), []);
  const examples = "tests/unit/order_examples_test.ts";
  assertEquals(told(examples, `${ship.name} refuses an order`), [ship.id]);
  assertEquals(told(examples, `${cost.name} gives 4`), []);
  assertEquals(told("tests/unit/order_controller_test.ts"), [ship.id]);
  assertEquals(told("tests/unit/parcel_rules_test.ts"), [file.id]);
  assertEquals(told("tests/boot_test.ts"), [ship.id, file.id]);
});

Deno.test("toldOfPlace() tells whose function stands there, else whose file it is, else all", async () => {
  const ship = behaviorUnit("entities.order.actions.ship.guard");
  const cost = behaviorUnit("entities.order.fields.cost.computed");
  const works = [ship, cost].map((unit) => new UnitWork(unit));
  const text =
    `export function ${ship.name}() {\n  return 1;\n}\n\nexport const X = {};\n`;
  const told = async (file: string, line: number) =>
    (await toldOfPlace({ file, line, text }, works)).map(({ unit }) => unit.id);
  assertEquals(await told(ship.file, 2), [ship.id]);
  assertEquals(await told(ship.file, 5), [ship.id, cost.id]);
  assertEquals(await told(cost.testFile, 1), [cost.id]);
  assertEquals(await told("main.ts", 1), [ship.id, cost.id]);
});
