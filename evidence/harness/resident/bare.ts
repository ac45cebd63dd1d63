/**
 * A Deno that does nothing but say what it occupies.
 *
 * @module
 */
const { rss } = Deno.memoryUsage();
Deno.stdout.writeSync(new TextEncoder().encode(String(rss)));
