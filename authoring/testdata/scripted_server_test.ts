import { assertEquals, assertMatch } from "@std/assert";
import type { RecordedRequest } from "./script.ts";
import {
  type ScriptedServer,
  type ScriptedServerOptions,
  startScriptedServer,
} from "./scripted_server.ts";
import type { Script } from "./script.ts";

const PATHS = {
  anthropic: "/messages",
  "openai-compatible": "/chat/completions",
} as const;

for (const [protocol, path] of Object.entries(PATHS)) {
  const ask = async (
    script: Script,
    options: ScriptedServerOptions = {},
    body: object = {},
  ) => {
    await using server = startScriptedServer(script, options);
    const response = await post(server, path, body);
    const text = await response.text();
    return { status: response.status, text, requests: server.requests };
  };

  Deno.test(`startScriptedServer() answers whole where no stream is asked for: ${protocol}`, async () => {
    const { status, text } = await ask([
      { text: "Well.", usage: { input: 10, output: 2, cached: 4 } },
    ]);
    assertEquals(status, 200);
    const { content, choices, usage } = JSON.parse(text);
    assertEquals(
      protocol === "anthropic" ? content : choices[0].message,
      protocol === "anthropic"
        ? [{ type: "text", text: "Well." }]
        : { role: "assistant", content: "Well." },
    );
    assertEquals(
      protocol === "anthropic"
        ? usage.input_tokens + usage.cache_read_input_tokens
        : usage.prompt_tokens,
      10,
    );
  });

  Deno.test(`startScriptedServer() streams events: ${protocol}`, async () => {
    const { text } = await ask(["Quite well."], {}, { stream: true });
    for (const event of text.trim().split("\n\n")) {
      assertMatch(event, /^(event: \w+\n)?data: (\{.*\}|\[DONE\])$/);
    }
  });

  Deno.test(`startScriptedServer() refuses what comes after its script: ${protocol}`, async () => {
    const { status, text } = await ask([]);
    assertEquals(status, 400);
    assertMatch(text, /the script has no step 1/);
  });

  Deno.test(`startScriptedServer() tells of a script that throws: ${protocol}`, async () => {
    const { status, text } = await ask(() => {
      throw new Error("a mistake");
    });
    assertEquals(status, 400);
    assertMatch(text, /the script failed: Error: a mistake/);
  });

  Deno.test(`startScriptedServer() takes its key only: ${protocol}`, async () => {
    const { status } = await ask(["Well."], { key: "another" });
    assertEquals(status, 401);
    assertEquals((await ask(["Well."], { key: KEY })).status, 200);
  });

  Deno.test(`startScriptedServer() knows its models only: ${protocol}`, async () => {
    assertEquals((await ask(["Well."], { models: ["other"] })).status, 404);
    assertEquals((await ask(["Well."], { models: ["any"] })).status, 200);
  });

  Deno.test(`startScriptedServer() keeps what it was asked: ${protocol}`, async () => {
    const { requests } = await ask(["Well."]);
    const [{ text, turns, call, outcome, headers } = nothing()] = requests;
    assertEquals([turns, call, outcome()], [
      [{ role: "user", text: "How are you?" }],
      1,
      "answered",
    ]);
    assertMatch(text, /How are you/);
    assertEquals(headers["x-own"], "yes");
  });
}

Deno.test("startScriptedServer() answers statuses with their headers and bodies", async () => {
  await using server = startScriptedServer([
    { status: 429, headers: { "retry-after": "3" }, body: "slow down" },
  ]);
  const response = await post(server, PATHS.anthropic, {});
  assertEquals(
    [response.status, response.headers.get("retry-after")],
    [429, "3"],
  );
  assertEquals(await response.text(), "slow down");
});

Deno.test("startScriptedServer() has nothing elsewhere", async () => {
  await using server = startScriptedServer(["Well."]);
  const response = await post(server, "/models", {});
  await response.body?.cancel();
  assertEquals([response.status, server.requests.length], [404, 0]);
});

Deno.test("startScriptedServer() breaks a connection, which is not the same as an end", async () => {
  await using server = startScriptedServer([
    { text: "Quite", then: "drop" },
    { text: "Quite", then: "cut" },
  ]);
  const read = () =>
    post(server, PATHS.anthropic, { stream: true })
      .then((response) => response.text())
      .then(() => "ended", () => "broke");
  assertEquals([await read(), await read()], ["broke", "ended"]);
});

Deno.test("startScriptedServer() ends with an answer that stalls", async () => {
  const server = startScriptedServer([{ text: "Quite", then: "stall" }]);
  const response = await post(server, PATHS.anthropic, { stream: true });
  const reader = response.body!.getReader();
  await reader.read();
  await server[Symbol.asyncDispose]();
  await reader.cancel().catch(() => {}); // the connection may be gone before
  await server.settled();
  assertEquals(server.requests[0]?.outcome(), "left");
});

function post(
  { url }: ScriptedServer,
  path: string,
  body: object,
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: "POST",
    headers: {
      "x-api-key": KEY,
      authorization: `Bearer ${KEY}`,
      "x-own": "yes",
    },
    body: JSON.stringify({
      model: "any",
      messages: [{ role: "user", content: "How are you?" }],
      ...body,
    }),
  });
}

function nothing(): RecordedRequest {
  throw new Error("the server got nothing");
}

const KEY = "scripted-key";
