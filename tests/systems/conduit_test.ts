import { assertEquals } from "@std/assert";
import { CONDUIT_SCENARIOS } from "./conduit_behaviour.ts";
import { conduitMatcher, runCollection } from "./conduit_suite.ts";
import { type Engine, missingFor, startExample } from "./example_system.ts";
import { startRecordingProxy } from "./recording_proxy.ts";
import { testExample } from "./system_tests.ts";

const ENGINES: readonly Engine[] = ["sqlite", "postgres"];

for (const engine of ENGINES) {
  const missing = await missingFor(engine);
  Deno.test({
    name: `the public RealWorld suite passes on ${engine}${
      missing ? `, skipped: ${missing}` : ""
    }`,
    ignore: missing !== undefined,
    async fn() {
      const matches = await conduitMatcher();
      await using system = await startExample("conduit", { engine });
      await using proxy = startRecordingProxy(system.url);
      const run = await runCollection(`${proxy.url}/api`);
      assertEquals(run.failures, []);
      assertEquals(run.requests, 32);
      // So that nothing is left out in silence.
      assertEquals(run.assertions > 300, true, `${run.assertions} assertions`);
      assertEquals(proxy.exchanges.length, run.requests);
      assertEquals(proxy.exchanges.flatMap(matches), []);
    },
  });
}

await testExample("conduit", CONDUIT_SCENARIOS, { engines: ENGINES });
