import { assertEquals, assertRejects } from "@std/assert";
import type { CustomEndpoint } from "./custom_endpoint.ts";
import { FetchFailed, type ListedFetch } from "./listed_fetch.ts";
import { scriptedFetch, withScript } from "./scripted_fetch.ts";

Deno.test("scriptedFetch() answers what the script says, each URL on its own", async () => {
  const fetch = scriptedFetch([
    { url: "https://rates.example.com/v1", body: '{"rate":2}' },
    { url: "https://rates.example.com/v2", status: 503 },
  ]);
  const answer = await fetch("https://rates.example.com:443/v1");
  assertEquals([answer.status, await answer.json()], [200, { rate: 2 }]);
  const other = await fetch(new URL("https://rates.example.com/v2"));
  assertEquals([other.status, await other.text()], [503, ""]);
});

Deno.test("scriptedFetch() reaches nothing that is not in the script", async () => {
  await assertRejects(
    () => scriptedFetch()("https://rates.example.com/v1"),
    FetchFailed,
    'Cannot reach "https://rates.example.com": the script has no',
  );
});

Deno.test("withScript() gives the function of an endpoint the script, beside all else", async () => {
  const endpoint: CustomEndpoint<string> = {
    name: "own",
    method: "GET",
    path: "/own",
    status: 200,
    run: async (call) => {
      const { fetch } = call as unknown as { readonly fetch: ListedFetch };
      const answer = await fetch("https://rates.example.com/v1");
      return call.api + await answer.text();
    },
  };
  const played = withScript(endpoint, [
    { url: "https://rates.example.com/v1", body: "1.1" },
  ]);
  const call = {
    api: "EUR ",
    now: "2030-01-01T00:00:00.000Z",
    refuse: () => {
      throw new Error("refused");
    },
  };
  assertEquals(await played.run(call), "EUR 1.1");
  assertEquals({ ...played, run: endpoint.run }, endpoint);
});
