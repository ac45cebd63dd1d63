import assert from "node:assert/strict";
import { sendTo } from "./send_to.ts";

Deno.test("sendTo() sends a request whole to where a system listens", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) =>
      Response.json({
        url: request.url,
        method: request.method,
        body: await request.text(),
        token: request.headers.get("authorization"),
      }, { status: 409 }),
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const answer = await sendTo(
    url,
    new Request("http://test.invalid/things/1?q=a%20b", {
      method: "PATCH",
      body: '{"a":1}',
      headers: { authorization: "Bearer t" },
    }),
  );
  assert.equal(answer.status, 409);
  assert.deepEqual(await answer.json(), {
    url: `${url}/things/1?q=a%20b`,
    method: "PATCH",
    body: '{"a":1}',
    token: "Bearer t",
  });
});
