import { assertEquals } from "@std/assert";
import { fromConnection } from "./client_address.ts";
import { withRateLimit } from "./client_rate_limit.ts";
import { RATE_LIMIT_TRIALS } from "./rate_limit_trials.ts";

for (const { title, run } of RATE_LIMIT_TRIALS) {
  Deno.test(`withRateLimit() keeps that ${title}`, () =>
    run((limit) => {
      const users = ["Bearer user-1-good", "Bearer user-2-good"];
      const fetch = withRateLimit(
        ({ url }) => {
          const isOpen = !url.endsWith("/no-such-path");
          return new Response(null, { status: isOpen ? 200 : 404 });
        },
        {
          ...limit,
          viewer: ({ headers }) => {
            const id = headers.get("authorization") ?? "";
            return Promise.resolve(id.endsWith("good") ? { id } : undefined);
          },
        },
      );
      return Promise.resolve({
        fetch,
        newUser: () => Promise.resolve(users.shift()!),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      });
    }));
}

Deno.test("withRateLimit() tells clients apart by the connection where no header does, and forgets the oldest of many", async () => {
  const fetch = withRateLimit(() => new Response(), {
    requests: 1,
    seconds: 60,
    clock: () => 0,
  });
  const ask = async (hostname: string, headers = {}) => {
    const request = new Request("http://test.invalid/x", { headers });
    const remoteAddr = { transport: "tcp", hostname, port: 1 } as const;
    return (await fetch(fromConnection(request, { remoteAddr }))).status;
  };
  assertEquals(await ask("10.0.0.1"), 200);
  assertEquals(await ask("10.0.0.1"), 429);
  assertEquals(await ask("10.0.0.2"), 200);
  // Clients can send any header that no proxy is trusted for.
  assertEquals(await ask("10.0.0.1", { "x-real-ip": "10.9.9.9" }), 429);
  for (let i = 0; i < 10_000; i++) await ask(`10.1.${i >> 8}.${i & 255}`);
  assertEquals(await ask("10.0.0.1"), 200);
});
