/**
 * A Deno that has loaded the harness.
 *
 * @module
 */
import { SystemExecutionHarness } from "@autocoder/harness";

await using _harness = new SystemExecutionHarness();
const { rss } = Deno.memoryUsage();
Deno.stdout.writeSync(new TextEncoder().encode(String(rss)));
