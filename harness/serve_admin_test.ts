import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { type AdminAddress, serveAdmin } from "./serve_admin.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";

const TOKEN = "correct-horse-battery";

Deno.test("serveAdmin() serves on a free loopback port, and goes with its system", async () => {
  const harness = new SystemExecutionHarness({ name: "shop" });
  const told: AdminAddress[] = [];
  const server = serveAdmin(harness, { onListening: (at) => told.push(at) });
  assertEquals(told.map(({ url }) => url), [server.url]);
  assertEquals(server.url, `http://127.0.0.1:${server.port}/`);
  const state = await (await fetch(`${server.url}state`)).json();
  assertEquals(state.system, "shop");
  const events = await fetch(`${server.url}events`);
  const reading = events.text();
  await harness.stop();
  await server.finished;
  assert((await reading).endsWith("event: end\ndata:\n\n"));
  await assertRejects(() => fetch(server.url), TypeError);
});

Deno.test("serveAdmin() ends by its signal, and when it is disposed", async () => {
  const end = new AbortController();
  const one = serveAdmin(new SystemExecutionHarness(), { signal: end.signal });
  end.abort();
  await one.finished;
  const two = serveAdmin(new SystemExecutionHarness());
  await two[Symbol.asyncDispose]();
  await two.finished;
  assertThrows(() =>
    serveAdmin(new SystemExecutionHarness(), { signal: end.signal })
  );
});

Deno.test("serveAdmin() refuses to be reached by others without a token", () => {
  const harness = new SystemExecutionHarness();
  for (const hostname of ["0.0.0.0", "::", "192.168.1.7", "ops.example"]) {
    assertThrows(
      () => serveAdmin(harness, { hostname }),
      TypeError,
      `Cannot serve the admin page on "${hostname}": found no token`,
    );
    assertThrows(
      () => serveAdmin(harness, { hostname, token: "short" }),
      TypeError,
      "wanted at least 16",
    );
  }
});

Deno.test("serveAdmin() trades the token for a cookie over the network", async () => {
  await using server = serveAdmin(new SystemExecutionHarness(), {
    token: TOKEN,
  });
  const refused = await fetch(server.url);
  assertEquals([refused.status, (await refused.json()).status], [401, 401]);
  const traded = await fetch(`${server.url}?token=${TOKEN}`);
  const [cookie = ""] = (traded.headers.get("set-cookie") ?? "").split(";");
  await traded.body?.cancel();
  const state = await fetch(`${server.url}state`, { headers: { cookie } });
  assertEquals(state.status, 200);
  await state.body?.cancel();
});

Deno.test("serveAdmin() tells where there is no Deno", () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, "Deno")!;
  Object.defineProperty(globalThis, "Deno", { ...own, value: undefined });
  try {
    assertThrows(
      () => serveAdmin(new SystemExecutionHarness()),
      TypeError,
      "found no Deno.serve, wanted Deno; elsewhere give adminHandler()",
    );
  } finally {
    Object.defineProperty(globalThis, "Deno", own);
  }
});
