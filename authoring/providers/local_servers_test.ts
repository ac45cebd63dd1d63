import { assert, assertEquals, assertMatch } from "@std/assert";
import { type AskOptions, ModelFailure } from "../language_model.ts";
import { askScripted } from "../testdata/scripted_question.ts";
import { startScriptedServer } from "../testdata/scripted_server.ts";
import { modelSettings } from "./model_settings.ts";
import { openModel } from "./open_model.ts";

// What llama.cpp's servers do that a provider's does not; each was seen.

const LOCAL = "openai-compatible";

Deno.test("openModel() reckons tokens by length where a server does not tell them, and says so", async () => {
  const { reply } = await askScripted(LOCAL, [
    { text: "x".repeat(350), tellsUsage: false },
  ], { request: { shared: "y".repeat(3_500) } });
  const { input = 0, output, estimated } = reply?.usage ?? {};
  assert(input > 1_000 && input < 1_020);
  assertEquals([output, estimated], [100, input + 100]);
  const told = await askScripted(LOCAL, ["Well."]);
  assertEquals(told.reply?.usage.estimated, undefined);
});

Deno.test("openModel() gives a schema as json_object to a server that knows no other way, whatever the status of its refusal", async () => {
  const schema = {
    type: "object",
    properties: { mood: { type: "string", maxLength: 9 } },
  };
  const { reply, requests } = await askScripted(
    LOCAL,
    ({ body }) =>
      Object(body.response_format).type === "json_schema"
        ? {
          status: 500,
          message:
            `1 validation error: {'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), 'msg': "Input should be 'text' or 'json_object'", 'input': 'json_schema'}`,
        }
        : '{ "mood": "well" }',
    { request: { schema: { name: "mood", schema } } },
  );
  assertEquals([reply?.value, reply?.attempts], [{ mood: "well" }, 2]);
  assertEquals(requests[1]?.body.response_format, {
    type: "json_object",
    schema: { type: "object", properties: { mood: { type: "string" } } },
  });
});

Deno.test("openModel() leaves the schema to the prompt where no grammar can be made of it", async () => {
  const { reply, requests } = await askScripted(
    LOCAL,
    ({ body }) =>
      "response_format" in body
        ? {
          status: 400,
          message: "Failed to initialize samplers: failed to parse grammar",
        }
        : "{}",
    { request: { schema: { name: "any", schema: { type: "object" } } } },
  );
  assertEquals([reply?.value, requests.length], [{}, 2]);
});

Deno.test("openModel() takes comments for signs that an answer is coming", async () => {
  const { reply } = await askScripted(LOCAL, [
    { text: "Well.", comments: 5, pieceMs: 500 },
  ], { flags: { stallSeconds: 2 } });
  assertEquals(reply?.text, "Well.");
});

Deno.test("openModel() waits for the first word of an answer by another measure than for the next", async () => {
  await using server = startScriptedServer(() => ({
    text: "Well.",
    latencyMs: 400,
  }));
  const settings = modelSettings({
    flags: { provider: LOCAL, model: "any", baseUrl: server.url },
  });
  const ask = async (startMs: number, stallMs: number) =>
    await (await openModel({ ...settings, startMs, stallMs })).ask({
      system: "",
      turns: [{ role: "user", text: "?" }],
      maxOutputTokens: 9,
    }).then(({ text }) => text, ({ message }) => message);
  assertEquals(await ask(60_000, 50), "Well.");
  assertMatch(await ask(50, 60_000), /no sign .* for 0.05 s; .*--parallel/);
});

Deno.test("openModel() says what may be the matter when an answer ends before it begins", async () => {
  const { failure } = await askScripted(LOCAL, () => ({ raw: "" }), {
    flags: { retries: 1 },
  });
  assertMatch(String(failure), /broke off .* longer than the context/);
});

Deno.test("openModel() says that a question is too long for a model", async () => {
  for (
    const message of [
      "the request exceeds the available context size (8192 tokens), try increasing it",
      "This model's maximum context length is 2048 tokens, however you requested 4051 tokens (4051 in your prompt; 0 for the completion).",
    ]
  ) {
    const { failure, requests } = await askScripted(LOCAL, () => ({
      status: 400,
      message,
    }));
    assert(failure instanceof ModelFailure);
    assertEquals([failure.kind, requests.length], ["rejected", 1]);
    assertMatch(failure.message, /give the server a larger context/);
  }
});

Deno.test("openModel() asks one at a time, and loses none, where a server answers no more at once", async () => {
  const all = Promise.withResolvers<void>();
  const underWay: number[] = [];
  await using server = startScriptedServer(async ({ call }) => {
    const count = server.requests.filter(({ outcome }) => !outcome()).length;
    underWay.push(count);
    if (call === 4) all.resolve();
    if (call <= 4) await all.promise;
    return call <= 4 || count > 1
      ? { text: "Once upon", then: "drop" }
      : "The end.";
  });
  const flags = { provider: LOCAL, model: "any", baseUrl: server.url };
  const lost = Promise.withResolvers<void>();
  let waits = 0;
  const model = await openModel(modelSettings({ flags }), {
    wait: async () => {
      if (++waits === 4) lost.resolve();
      await lost.promise;
    },
  });
  const ask = (text: string, options: AskOptions = {}) =>
    model.ask({
      system: "",
      turns: [{ role: "user", text }],
      maxOutputTokens: 9,
    }, options);
  const replies = await Promise.all(
    ["1", "2", "3", "4"].map((one) => ask(one)),
  );
  assertEquals(replies.map(({ text }) => text), Array(4).fill("The end."));
  assertEquals(server.mostConcurrent, 4);
  await server.settled();
  underWay.splice(0);
  // Whoever leaves while it waits keeps nobody from the place.
  const abort = new AbortController();
  const waiting = [ask("5"), ask("6", { signal: abort.signal }), ask("7")];
  abort.abort(new Error("enough"));
  const ends = await Promise.allSettled(waiting);
  assertEquals(ends.map(({ status }) => status), [
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  assertEquals(underWay, [1, 1]);
});
