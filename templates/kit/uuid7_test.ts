import { assert, assertEquals, assertMatch } from "@std/assert";
import { isUuid, uuid7, uuid7Source } from "./uuid7.ts";

Deno.test("uuid7() has the time, the version and the variant of RFC 9562", () => {
  // The example of RFC 9562, appendix A.6.
  const id = uuid7Source()(0x017f22e279b0);
  assertMatch(
    id,
    /^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  assert(isUuid(id));
});

Deno.test("uuid7Source() keeps the order within a millisecond, beyond the counter and when the clock steps back", () => {
  const next = uuid7Source();
  const times = [
    ...new Array<number>(10_000).fill(1000),
    999,
    1,
    1000,
    5000,
    5000,
  ];
  const ids = times.map(next);
  assertEquals(ids.toSorted(), ids);
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("uuid7() takes the present by default", () => {
  const before = Date.now();
  const time = parseInt(uuid7().replace("-", "").slice(0, 12), 16);
  assert(time >= before && time <= Date.now() + 1000, `${time}`);
});

Deno.test("isUuid() takes any version in either case and nothing else", () => {
  assert(isUuid("0190D8C8-0000-7000-8000-00000000000a"));
  for (
    const text of [
      "",
      "1",
      "0190d8c8-0000-7000-8000-00000000000",
      "0190d8c8-0000-7000-8000-00000000000g",
      "0190d8c8000070008000000000000000aaaa",
      "{190d8c8-0000-7000-8000-00000000000}",
    ]
  ) {
    assert(!isUuid(text), text);
  }
});
