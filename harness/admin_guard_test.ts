import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { assertProblem, Shop } from "./admin_doubles.ts";
import { adminHandler } from "./admin_handler.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";

const TOKEN = "correct-horse-battery";

Deno.test("adminHandler() answers only for its own names", async () => {
  await using shop = await Shop.open({ hostnames: ["Ops.example"] });
  const fine = [
    "localhost",
    "LOCALHOST:80",
    "a.localhost:1",
    "127.0.0.1:8080",
    "127.9.9.9",
    "[::1]:80",
    "192.168.1.7:80",
    "ops.example:9",
    "localhost.",
  ];
  for (const host of fine) {
    const response = await shop.ask("/state", { headers: { host } });
    assertEquals(response.status, 200, host);
    await response.body?.cancel();
  }
  const foul = [
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "xlocalhost",
    "ops.example.evil",
    "",
  ];
  for (const host of foul) {
    const response = await shop.ask("/state", { headers: { host } });
    await assertProblem(response, 421, `Cannot answer for host "${host}"`);
  }
});

Deno.test("adminHandler() refuses other sites' pages, and lets links to it pass", async () => {
  await using shop = await Shop.open();
  const foul: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:1234" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "iframe",
    },
  ];
  for (const headers of foul) {
    await assertProblem(
      await shop.ask("/state", { headers }),
      403,
      "another site",
    );
  }
  const link = {
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
  };
  const fine: Record<string, string>[] = [link, {
    "sec-fetch-site": "same-origin",
    origin: "http://localhost",
  }];
  for (const headers of fine) {
    const response = await shop.ask("/", { headers });
    assertEquals(response.status, 200);
    await response.body?.cancel();
  }
});

Deno.test("adminHandler() changes nothing without its header", async () => {
  await using shop = await Shop.open();
  await shop.fail(1);
  const response = await shop.ask("/dead-letters/redrive", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"all":true}',
  });
  await assertProblem(response, 403, 'found no header "x-harness-admin"');
  assertEquals(shop.harness.deadLetters.length, 1);
});

Deno.test("adminHandler() asks for the token, and trades it for a cookie", async () => {
  await using shop = await Shop.open({ token: TOKEN });
  for (
    const path of ["/", "/state", "/health/live", "/?token=wrong", "/nowhere"]
  ) {
    const response = await shop.get(path);
    assertEquals(
      response.headers.get("www-authenticate"),
      'Bearer realm="harness admin"',
    );
    await assertProblem(response, 401, "wanted the token");
  }
  const bearer = (token: string) =>
    shop.ask("/state", { headers: { authorization: `Bearer ${token}` } });
  await assertProblem(await bearer("x"), 401, "wanted the token");
  assertEquals((await (await bearer(TOKEN)).json()).system, "shop");
  const traded = await shop.get(`/?token=${TOKEN}`);
  const cookie = traded.headers.get("set-cookie") ?? "";
  assert(
    /^harness_admin_http=[\w-]{36}; HttpOnly; SameSite=Strict; Path=\/$/.test(
      cookie,
    ),
    cookie,
  );
  assert(!cookie.includes(TOKEN) && !(await traded.text()).includes(TOKEN));
  assertEquals(traded.headers.get("refresh"), "0; url=./");
  const [pair = ""] = cookie.split(";");
  const inside = await shop.ask("/state", {
    headers: { cookie: `a=b; ${pair}` },
  });
  assertEquals((await inside.json()).system, "shop");
  const other = await shop.ask("/state", { headers: { cookie: `${pair}x` } });
  await assertProblem(other, 401, "wanted the token");
});

Deno.test("adminHandler() gives a secure cookie over TLS, one a port", async () => {
  const handler = adminHandler(new SystemExecutionHarness(), { token: TOKEN });
  const response = await handler(
    new Request(`https://localhost:8443/?token=${TOKEN}`),
  );
  const cookie = response.headers.get("set-cookie") ?? "";
  assert(/^harness_admin_8443=.*; Secure$/.test(cookie), cookie);
});

Deno.test("adminHandler() refuses settings that make no sense", () => {
  const harness = new SystemExecutionHarness();
  for (const token of ["", "short"]) {
    assertThrows(
      () => adminHandler(harness, { token }),
      TypeError,
      "wanted at least 16",
    );
  }
  assertThrows(() => adminHandler(harness, { intervalMs: NaN }), RangeError);
});

Deno.test("adminHandler() guards every answer with headers", async () => {
  await using shop = await Shop.open();
  for (const path of ["/", "/state", "/nowhere", "/events"]) {
    const { headers, body } = await shop.get(path);
    assertEquals(headers.get("x-content-type-options"), "nosniff");
    assertEquals(headers.get("cache-control"), "no-store");
    assertEquals(headers.get("cross-origin-resource-policy"), "same-origin");
    assertEquals(headers.get("access-control-allow-origin"), null);
    const policy = headers.get("content-security-policy") ?? "";
    assertStringIncludes(policy, "default-src 'none'");
    assertStringIncludes(policy, "frame-ancestors 'none'");
    assert(!policy.includes("unsafe"));
    await body?.cancel();
  }
});
