import { assertEquals } from "@std/assert";
import { withOrigins } from "./cors.ts";
import { jsonResponse, SECURITY_HEADERS } from "./http_response.ts";

const ORIGIN = "https://app.example.org";
const answer = withOrigins(() => jsonResponse({ ok: true }), [ORIGIN]);

Deno.test("withOrigins() lets an origin in, and no other", async () => {
  const allowed = async (origin: string) => {
    const headers = { origin };
    const response = await answer(
      new Request("http://test.invalid/", { headers }),
    );
    assertEquals(await response.json(), { ok: true });
    return response.headers.get("access-control-allow-origin");
  };
  assertEquals(await allowed(ORIGIN), ORIGIN);
  assertEquals(await allowed("https://evil.example.org"), null);
});

Deno.test("withOrigins() answers whatever is asked with the security headers", async () => {
  for (const origin of [ORIGIN, "https://evil.example.org"]) {
    for (const method of ["GET", "OPTIONS"]) {
      const headers = { origin, "access-control-request-method": "PUT" };
      const response = await answer(
        new Request("http://test.invalid/", { method, headers }),
      );
      await response.body?.cancel();
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        assertEquals(response.headers.get(name), value, `${method} ${name}`);
      }
    }
  }
});
