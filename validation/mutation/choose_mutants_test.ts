import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { chooseMutants } from "./choose_mutants.ts";
import type { Mutant } from "./mutant.ts";

const MUTANTS: readonly Mutant[] = [
  ...manyOf("a.ts", 50, "text emptied"),
  ...manyOf("a.ts", 5, "number moved"),
  ...manyOf("b.ts", 5, "text emptied"),
];

Deno.test("chooseMutants() spreads them over files and operators", () => {
  const [chosen, rest] = chooseMutants(MUTANTS, { seed: 1, limit: 15 });
  assertEquals(chosen.length, 15);
  const counts = Map.groupBy(chosen, (one) => `${one.file} ${one.operator}`);
  assertEquals([...counts.values()].map((group) => group.length), [5, 5, 5]);
  const ids = [...chosen, ...rest].map(({ id }) => id).toSorted();
  assertEquals(ids, MUTANTS.map(({ id }) => id).toSorted());
});

Deno.test("chooseMutants() chooses the same by the same seed, others by another", () => {
  const ids = (seed: number) =>
    chooseMutants(MUTANTS, { seed, limit: 20 })[0].map(({ id }) => id);
  assertEquals(ids(1), ids(1));
  assertNotEquals(ids(1), ids(2));
});

Deno.test("chooseMutants() takes all when there are few", () => {
  const [chosen, rest] = chooseMutants(MUTANTS, { seed: 1, limit: 300 });
  assertEquals([chosen.length, rest.length], [60, 0]);
  assert(chooseMutants([], { seed: 1, limit: 3 })[0].length === 0);
});

function manyOf(
  file: string,
  count: number,
  operator: Mutant["operator"],
): Mutant[] {
  return Array.from({ length: count }, (_, start) => ({
    id: `${file}:${start}:${operator}`,
    file,
    operator,
    start,
    end: start,
    replacement: "",
    line: 1,
    original: "",
    code: "",
    member: "",
  }));
}
