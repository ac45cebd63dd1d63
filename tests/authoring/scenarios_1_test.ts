import { playScenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

// The other half is in a file of its own: files run side by side, tests of one do not.
for (const scenario of SCENARIOS.slice(0, Math.ceil(SCENARIOS.length / 2))) {
  Deno.test(`a model gives ${scenario.title}`, async () => {
    await playScenario(scenario);
  });
}
