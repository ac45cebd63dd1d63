import { assertEquals } from "@std/assert";
import { mergePatch } from "./merge_patch.ts";

Deno.test("mergePatch() gives the results of RFC 7396, appendix A", () => {
  const cases:
    readonly (readonly [target: unknown, patch: unknown, result: unknown])[] = [
      [{ a: "b" }, { a: "c" }, { a: "c" }],
      [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
      [{ a: "b" }, { a: null }, {}],
      [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
      [{ a: ["b"] }, { a: "c" }, { a: "c" }],
      [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
      [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
      [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
      [["a", "b"], ["c", "d"], ["c", "d"]],
      [{ a: "b" }, ["c"], ["c"]],
      [{ a: "foo" }, null, null],
      [{ a: "foo" }, "bar", "bar"],
      [{ e: null }, { a: 1 }, { e: null, a: 1 }],
      [[1, 2], { a: "b", c: null }, { a: "b" }],
      [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    ];
  for (const [target, patch, result] of cases) {
    assertEquals(mergePatch(target, patch), result);
  }
});

Deno.test("mergePatch() keeps a member called __proto__ a member", () => {
  const result = mergePatch({}, JSON.parse('{"__proto__":{"polluted":true}}'));
  assertEquals(JSON.stringify(result), '{"__proto__":{"polluted":true}}');
  assertEquals(Object.getPrototypeOf(result), Object.prototype);
});

Deno.test("mergePatch() changes neither argument", () => {
  const target = { a: { b: 1 } };
  const patch = { a: { c: 2 } };
  assertEquals(mergePatch(target, patch), { a: { b: 1, c: 2 } });
  assertEquals([target, patch], [{ a: { b: 1 } }, { a: { c: 2 } }]);
});
