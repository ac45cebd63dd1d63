import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { sharedOut } from "./shared_out.ts";

Deno.test("sharedOut() shares by weight, and gives the rest to what was cut most", () => {
  assertEquals(sharedOut(10, [1, 1]), [5, 5]);
  assertEquals(sharedOut(10, [3, 1]), [8, 2]);
  assertEquals(sharedOut(10, [2, 4, 1]), [3, 6, 1]);
  assertEquals(sharedOut(7, [0, 0]), [4, 3]);
  assertEquals(sharedOut(7, [0, 5]), [0, 7]);
  assertEquals(sharedOut(0, [1, 2]), [0, 0]);
});

Deno.test("sharedOut() loses nothing, and is never further than one from a part's share", () => {
  const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(fc.nat(1e6), weights, (whole, given) => {
    const shares = sharedOut(whole, given);
    const all = given.reduce((sum, weight) => sum + weight, 0);
    assertEquals(shares.reduce((sum, share) => sum + share, 0), whole);
    return all === 0 || shares.every((share, at) =>
      Number.isInteger(share) &&
      Math.abs(share - whole * (given[at] ?? 0) / all) < 1
    );
  }));
});
