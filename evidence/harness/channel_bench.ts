/**
 * What an item costs: our channel beside its peers, consumed the same way, in one process.
 * bench_harness.ts measures the same hops in processes of their own.
 *
 * @module
 */
import { EFFECT_HOPS, hasEffect } from "./effect_hops.ts";
import { AWAITED_HOPS, type Hop, SYNCHRONOUS_HOPS } from "./hops.ts";
import { COMPONENT_RUNS } from "./three_components.ts";

const ITEMS = 10_000;

bench(`one hop, awaited, ${ITEMS} items`, {
  ...AWAITED_HOPS,
  ...(await hasEffect() && EFFECT_HOPS),
});
bench(`one hop, nothing awaited, ${ITEMS} items`, SYNCHRONOUS_HOPS);
bench(`components, ${ITEMS} messages`, {
  "two components: source, sink": COMPONENT_RUNS.twoComponents,
  "three components: source, relay, sink": COMPONENT_RUNS.threeComponents,
  "four components: source, two relays, sink": COMPONENT_RUNS.fourComponents,
});

/** Adds a group whose first is what the others are compared with. */
function bench(group: string, hops: Readonly<Record<string, Hop>>): void {
  for (const [n, [name, hop]] of Object.entries(hops).entries()) {
    // deno bench awaits only what is declared async.
    Deno.bench({ name, group, baseline: n === 0 }, async () => {
      await hop(ITEMS);
    });
  }
}
