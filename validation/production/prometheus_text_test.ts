import { assertEquals } from "@std/assert";
import { readPrometheus, sumOf } from "./prometheus_text.ts";

const GOOD = `# HELP a_total Things.
# TYPE a_total counter
a_total{kind="x",status="200"} 3
a_total{kind="y \\"q\\"",status="500"} 4
# TYPE b histogram
b_bucket{le="1"} 2
b_bucket{le="+Inf"} 5
b_sum 12.5
b_count 5
`;

Deno.test("readPrometheus() reads samples, and sumOf() adds them up by labels", () => {
  const metrics = readPrometheus(GOOD);
  assertEquals(metrics.problems, []);
  assertEquals(sumOf(metrics, "a_total"), 7);
  assertEquals(sumOf(metrics, "a_total", { status: "500" }), 4);
  assertEquals(metrics.types.get("b"), "histogram");
});

for (
  const [what, from, to] of [
    ["a value that is none", "} 3", "} many"],
    ["a label without quotes", 'kind="x"', "kind=x"],
    ["a family without a type", "# TYPE a_total counter\n", ""],
    [
      "a sample that is there twice",
      'kind="y \\"q\\"",status="500"',
      'kind="x",status="200"',
    ],
    ["buckets that shrink", 'le="1"} 2', 'le="1"} 6'],
    ["a last bucket that is not all", "b_count 5", "b_count 6"],
    ["an end without a line's end", "b_count 5\n", "b_count 5"],
  ] as const
) {
  Deno.test(`readPrometheus() finds ${what}`, () => {
    const { problems } = readPrometheus(GOOD.replace(from, to));
    assertEquals(problems.length > 0, true);
  });
}
