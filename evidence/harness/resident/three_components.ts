/**
 * Source, relay and sink under a harness, after a thousand messages.
 *
 * @module
 */
import { line, Sum } from "../line.ts";

await line(1, 1000, new Sum("sink", undefined)).run();
const { rss } = Deno.memoryUsage();
Deno.stdout.writeSync(new TextEncoder().encode(String(rss)));
