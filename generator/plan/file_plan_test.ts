import { assertEquals, assertThrows } from "@std/assert";
import { arrangeWaves, textUnit, type Unit } from "./file_plan.ts";

function unit(path: string, dependsOn: readonly string[] = []): Unit {
  return textUnit({ path, type: "doc", phase: "scaffold", dependsOn }, path);
}

Deno.test("arrangeWaves() puts units after all they build on, whatever their order", () => {
  const units = [
    unit("main", ["store", "api"]),
    unit("api", ["model"]),
    unit("model"),
    unit("store", ["model"]),
  ];
  const paths = (list: readonly Unit[]) => list.map(({ path }) => path);
  for (const order of [units, units.toReversed()]) {
    assertEquals(arrangeWaves(order).waves.map(paths), [["model"], [
      "api",
      "store",
    ], ["main"]]);
  }
});

Deno.test("arrangeWaves() refuses circles, missing units and double paths", () => {
  assertThrows(
    () => arrangeWaves([unit("a", ["b"]), unit("b", ["a"])]),
    RangeError,
    "a → b → a",
  );
  assertThrows(
    () => arrangeWaves([unit("a", ["b"])]),
    RangeError,
    'no unit "b"',
  );
  assertThrows(
    () => arrangeWaves([unit("a"), unit("a")]),
    RangeError,
    "two units",
  );
});

Deno.test("arrangeWaves() of nothing has no waves", () => {
  assertEquals(arrangeWaves([]), { units: [], waves: [] });
});
