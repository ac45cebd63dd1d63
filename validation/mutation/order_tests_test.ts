import { assertEquals } from "@std/assert";
import { orderTests } from "./order_tests.ts";
import type { TestFile } from "./test_file.ts";

const TESTS: readonly TestFile[] = [
  file("tests/boot_test.ts", []),
  file("tests/contract/order_item_test.ts", []),
  file("tests/contract/order_test.ts", []),
  file("tests/unit/order_store_test.ts", ["components/order_store.ts"]),
  file("tests/unit/settings_test.ts", ["config/system_config.ts"]),
];
const ENTITIES = ["order", "order_item"];

Deno.test("orderTests() puts tests of the same entity first, those of units before the others", () => {
  assertEquals(orderTests("validations/order_rules.ts", TESTS, ENTITIES), {
    near: ["tests/unit/order_store_test.ts", "tests/contract/order_test.ts"],
    rest: [
      "tests/unit/settings_test.ts",
      "tests/contract/order_item_test.ts",
      "tests/boot_test.ts",
    ],
  });
  assertEquals(
    orderTests("models/order_item.ts", TESTS, ENTITIES).near,
    ["tests/contract/order_item_test.ts"],
  );
});

Deno.test("orderTests() puts tests that import the file first", () => {
  const { near, rest } = orderTests("config/system_config.ts", TESTS, ENTITIES);
  assertEquals(near, ["tests/unit/settings_test.ts"]);
  assertEquals(rest.length, TESTS.length - 1);
  assertEquals(orderTests("main.ts", TESTS, ENTITIES).near, []);
});

function file(path: string, imports: readonly string[]): TestFile {
  return { path, imports: new Set(imports) };
}
