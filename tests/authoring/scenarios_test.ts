import { playScenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

for (const scenario of SCENARIOS) {
  Deno.test(`a model gives ${scenario.title}`, async () => {
    await playScenario(scenario);
  });
}
