import { assertEquals } from "@std/assert";
import { withOrigins } from "./cors.ts";
import { isSameOrigin, protocolToken } from "./live_socket.ts";

const HOST = { host: "here.example" };

Deno.test("isSameOrigin() lets pages of the same host, and of the origins that are named", () => {
  const from = (origin: string, others?: readonly string[]) =>
    isSameOrigin(requestWith({ ...HOST, origin }), others);
  assertEquals(from("https://here.example"), true);
  assertEquals(from("https://there.example"), false);
  assertEquals(from("https://there.example", ["https://there.example"]), true);
  assertEquals(from("http://there.example", ["https://there.example"]), false);
  assertEquals(from("null", ["https://there.example"]), false);
  assertEquals(from("https://anywhere.example", ["*"]), true);
  assertEquals(isSameOrigin(requestWith(HOST)), true);
});

Deno.test("protocolToken() finds a token behind the word of the API, and no other", () => {
  const request = requestWith({
    "sec-websocket-protocol": "live, token.a.b, bearer.c",
  });
  assertEquals(protocolToken(request), "c");
  assertEquals(protocolToken(request, "Token"), "a.b");
});

Deno.test("withOrigins() leaves the answer to a WebSocket as it is", async () => {
  const answer = new Response("as it is");
  const fetch = withOrigins(() => answer, ["https://there.example"]);
  const request = requestWith({ upgrade: "websocket" });
  assertEquals(await fetch(request) === answer, true);
  assertEquals(await fetch(requestWith({})) === answer, false);
});

function requestWith(headers: HeadersInit): Request {
  return new Request("http://here.example/notes/live", { headers });
}
