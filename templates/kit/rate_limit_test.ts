import { assert, assertEquals } from "@std/assert";
import { RateLimit } from "./rate_limit.ts";

Deno.test("RateLimit lets a window's tries pass, then says how long to wait", () => {
  let now = 1000;
  const limit = new RateLimit({ tries: 2, seconds: 10, clock: () => now });
  assertEquals([limit.take("a"), limit.take("a"), limit.take("a")], [0, 0, 10]);
  assertEquals(limit.take("b"), 0);
  now += 9_500;
  assertEquals(limit.take("a"), 1);
  now += 500;
  assertEquals(limit.take("a"), 0);
});

Deno.test("RateLimit forgets a key, or one try of it", () => {
  const limit = new RateLimit({ tries: 1, seconds: 10, clock: () => 0 });
  limit.take("a");
  limit.giveBack("a");
  assertEquals(limit.take("a"), 0);
  assert(limit.take("a") > 0);
  limit.clear("a");
  assertEquals(limit.take("a"), 0);
});

Deno.test("RateLimit remembers no more keys than it may", () => {
  const limit = new RateLimit({
    tries: 1,
    seconds: 10,
    maxKeys: 100,
    clock: () => 0,
  });
  for (let i = 0; i < 10_000; i++) limit.take(`key ${i}`);
  assertEquals(limit.size, 100);
});
