import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type Arrow, layersOf } from "./graph_layers.ts";
import { type Box, layOutGraph } from "./graph_layout.ts";

Deno.test("layersOf() puts receivers after senders, by the longest way", () => {
  const diamond = arrows([0, 1], [0, 2], [1, 3], [2, 3], [0, 3]);
  assertEquals(layersOf(4, diamond), [0, 1, 1, 2]);
  const late = arrows([0, 1], [1, 2], [3, 2]);
  assertEquals(layersOf(4, late), [0, 1, 2, 1]);
});

Deno.test("layersOf() does not count circles and answers", () => {
  assertEquals(layersOf(3, arrows([0, 1], [1, 2], [2, 0])), [0, 1, 2]);
  assertEquals(layersOf(2, arrows([0, 0], [0, 1])), [0, 1]);
  const answer = { from: 1, to: 0, isLoose: true };
  assertEquals(layersOf(2, [answer, { from: 0, to: 1 }]), [0, 1]);
  const chain = Array.from({ length: 20_000 }, (_, i) => [i, i + 1] as const);
  assertEquals(layersOf(20_001, arrows(...chain)).at(-1), 20_000);
});

Deno.test("layOutGraph() lets no box lie on another, all within the picture, whatever the graph", () => {
  const graphs = fc.integer({ min: 1, max: 14 }).chain((count) => {
    const node = fc.integer({ min: 0, max: count - 1 });
    const arrow = fc.record({ from: node, to: node, isLoose: fc.boolean() });
    return fc.tuple(fc.constant(count), fc.array(arrow, { maxLength: 25 }));
  });
  fc.assert(
    fc.property(graphs, ([count, found]) => {
      const { width, height, boxes, ways } = layOutGraph(count, found);
      assertEquals([boxes.length, ways.length], [count, found.length]);
      for (const [index, box] of boxes.entries()) {
        assert(box.x >= 0 && box.x + box.width <= width);
        assert(box.y >= 0 && box.y + box.height <= height);
        assert(!boxes.slice(index + 1).some((other) => overlap(box, other)));
      }
      for (const { path, label } of ways) {
        assert(/^M[\d. HC-]+$/.test(path), path);
        assert(label.y + label.height <= height && label.x >= 0);
        assert(!boxes.some((box) => overlap(box, label)), "label on a box");
        for (const [, y] of path.matchAll(/ ([\d.-]+)(?=[HC]|$)/g)) {
          assert(Number(y) >= 0 && Number(y) <= height, `${y} of ${height}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});

Deno.test("layOutGraph() draws receivers to the right of their senders", () => {
  const { boxes } = layOutGraph(3, arrows([2, 1], [1, 0]));
  assert(boxes[2]!.x < boxes[1]!.x && boxes[1]!.x < boxes[0]!.x);
});

function arrows(...pairs: readonly (readonly [number, number])[]): Arrow[] {
  return pairs.map(([from, to]) => ({ from, to }));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width &&
    a.y < b.y + b.height && b.y < a.y + a.height;
}
