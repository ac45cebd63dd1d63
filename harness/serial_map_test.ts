import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { SerialMap } from "./serial_map.ts";

Deno.test("SerialMap does what a Map does, whatever the order of its entries", () => {
  const step = fc.record({
    take: fc.boolean(),
    // Few numbers that meet in the same places, and some that are far apart.
    serial: fc.oneof(
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom(8, 16, 24, 4096, 2 ** 31, 2 ** 40),
    ),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
    const [map, model] = [
      new SerialMap<{ step: number }>(),
      new Map<number, { step: number }>(),
    ];
    steps.forEach(({ take, serial }, index) => {
      if (take) {
        assertEquals(map.take(serial), model.get(serial));
        model.delete(serial);
      } else {
        map.set(serial, { step: index });
        model.set(serial, { step: index });
      }
      assertEquals(map.size, model.size);
      assertEquals(map.get(serial), model.get(serial));
    });
    const order = (values: Iterable<{ step: number }>) =>
      [...values].sort((a, b) => a.step - b.step);
    assertEquals(order(map.values()), order(model.values()));
  }));
});
