/**
 * What the same work occupies without the harness: a timer, and a thousand numbers through three loops.
 *
 * @module
 */
async function* source(): AsyncGenerator<number> {
  for (let item = 0; item < 1000; item++) yield item;
}

async function* relay(items: AsyncIterable<number>): AsyncGenerator<number> {
  for await (const item of items) yield item;
}

let sum = 0;
for await (const item of relay(source())) sum += item;
await new Promise((resolve) => setTimeout(resolve, 0));
if (sum !== 499_500) throw new Error(`found ${sum}`);
const { rss } = Deno.memoryUsage();
Deno.stdout.writeSync(new TextEncoder().encode(String(rss)));
