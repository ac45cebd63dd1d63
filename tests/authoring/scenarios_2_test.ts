import { playScenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

for (const scenario of SCENARIOS.slice(Math.ceil(SCENARIOS.length / 2))) {
  Deno.test(`a model gives ${scenario.title}`, async () => {
    await playScenario(scenario);
  });
}
