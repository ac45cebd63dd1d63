import { assert, assertEquals } from "@std/assert";
import { ModelFailure } from "../language_model.ts";
import { askScripted, SCRIPTED_KEY } from "../testdata/scripted_question.ts";
import { startScriptedServer } from "../testdata/scripted_server.ts";
import { modelSettings } from "./model_settings.ts";
import { openModel } from "./open_model.ts";

const PROVIDERS = ["anthropic", "openai-compatible"] as const;

for (const provider of PROVIDERS) {
  Deno.test(`openModel() answers in text, whole and in pieces: ${provider}`, async () => {
    const { reply, pieces, requests } = await askScripted(provider, [
      { text: ["Quite ", "well", ", thanks."], usage: { input: 40 } },
    ]);
    assertEquals(reply && { ...reply, ms: 0 }, {
      text: "Quite well, thanks.",
      finish: "done",
      usage: { input: 40, output: 5, cached: 0 },
      attempts: 1,
      ms: 0,
    });
    assertEquals(pieces.join(""), "Quite well, thanks.");
    assert(pieces.length > 1);
    const [{ system, turns, model, stream, body } = nothing()] = requests;
    assertEquals({ system, turns, model, stream }, {
      system: "Answer briefly.",
      turns: [{ role: "user", text: "How are you?" }],
      model: "claude-sonnet-4-5",
      stream: true,
    });
    assertEquals(body.max_tokens, 500);
  });

  Deno.test(`openModel() sends the whole conversation: ${provider}`, async () => {
    const turns = [
      { role: "user", text: "One" },
      { role: "assistant", text: "Two" },
      { role: "user", text: "Three" },
    ] as const;
    const { requests } = await askScripted(provider, ["Four"], {
      request: { turns },
    });
    assertEquals(requests[0]?.turns, [...turns]);
  });

  Deno.test(`openModel() counts tokens that the provider had kept among those sent: ${provider}`, async () => {
    const { reply } = await askScripted(provider, [
      { text: "Well.", usage: { input: 1_000, cached: 900, output: 7 } },
    ]);
    assertEquals(reply?.usage, { input: 1_000, output: 7, cached: 900 });
  });

  Deno.test(`openModel() puts what is shared before the first turn: ${provider}`, async () => {
    const { requests } = await askScripted(provider, ["Well."], {
      request: {
        shared: "A long blueprint.",
        turns: [
          { role: "user", text: "One" },
          { role: "assistant", text: "Two" },
          { role: "user", text: "Three" },
        ],
      },
    });
    assertEquals(requests[0]?.turns.map(({ text }) => text), [
      "A long blueprint.\n\nOne",
      "Two",
      "Three",
    ]);
  });

  for (
    const [end, finish] of [
      ["truncated", "truncated"],
      ["refused", "refused"],
    ] as const
  ) {
    Deno.test(`openModel() tells that an answer is ${finish}: ${provider}`, async () => {
      const { reply } = await askScripted(provider, [{ text: "I will", end }]);
      assertEquals([reply?.finish, reply?.text], [finish, "I will"]);
    });
  }

  Deno.test(`openModel() gives the value of an answer that is to fit a schema: ${provider}`, async () => {
    const { reply, requests } = await askScripted(
      provider,
      ['{ "mood": "well" }'],
      { request: { schema: MOOD } },
    );
    assertEquals(reply?.value, { mood: "well" });
    assertEquals(reply?.text, '{ "mood": "well" }');
    assert(JSON.stringify(requests[0]?.body).includes('"mood":{'));
  });

  Deno.test(`openModel() takes a schema that leaves much open: ${provider}`, async () => {
    const schema = {
      name: "anything",
      schema: { type: "object", additionalProperties: true },
    };
    const { reply, failure } = await askScripted(
      provider,
      ['{ "mood": { "today": "well" } }'],
      { request: { schema } },
    );
    assertEquals(failure, undefined);
    assertEquals([reply?.value, reply?.finish], [
      { mood: { today: "well" } },
      "done",
    ]);
  });

  Deno.test(`openModel() gives no value where the answer is no JSON: ${provider}`, async () => {
    const { reply } = await askScripted(provider, ["Well, thanks."], {
      request: { schema: MOOD },
    });
    assertEquals([reply?.text, reply?.value], ["Well, thanks.", undefined]);
  });

  Deno.test(`openModel() cuts an answer off that has too many bytes, and leaves: ${provider}`, async () => {
    const { reply, requests, pieces } = await askScripted(
      provider,
      [{ hugeBytes: 1e9 }],
      { flags: { maxAnswerBytes: 20_000 } },
    );
    assertEquals(reply?.finish, "truncated");
    assertEquals([reply?.text.length, pieces.join("").length], [
      20_000,
      20_000,
    ]);
    assertEquals(requests[0]?.outcome(), "left");
    // What was read is counted, as nothing is told of it.
    assert(reply && reply.usage.output >= 5_000 && reply.usage.input > 0);
  });

  Deno.test(`openModel() does not keep a line without an end: ${provider}`, async () => {
    const { reply, requests } = await askScripted(
      provider,
      [{ hugeBytes: 1e9, onOneLine: true }],
      { flags: { maxAnswerBytes: 20_000 } },
    );
    assertEquals([reply?.finish, reply?.text], ["truncated", ""]);
    assertEquals(requests[0]?.outcome(), "left");
  });

  Deno.test(`openModel() sends the key in its header and nowhere else: ${provider}`, async () => {
    const { requests } = await askScripted(provider, ["Well."]);
    const [{ headers, body } = nothing()] = requests;
    const carrying = Object.keys(headers)
      .filter((name) => headers[name]?.includes(SCRIPTED_KEY));
    assertEquals(carrying, [
      provider === "anthropic" ? "x-api-key" : "authorization",
    ]);
    assert(!JSON.stringify(body).includes(SCRIPTED_KEY));
  });

  Deno.test(`openModel() answers several questions at once: ${provider}`, async () => {
    const gate = Promise.withResolvers<void>();
    let waiting = 0;
    await using server = startScriptedServer(async ({ text }) => {
      if (++waiting === 3) gate.resolve();
      await gate.promise;
      return `You asked ${text.at(-1)}`;
    });
    const model = await openModel(modelSettings({
      flags: { provider, model: "any", baseUrl: server.url },
    }));
    const replies = await Promise.all(["1", "2", "3"].map((text) =>
      model.ask({
        system: "",
        turns: [{ role: "user", text }],
        maxOutputTokens: 9,
      })
    ));
    assertEquals(replies.map(({ text }) => text), [
      "You asked 1",
      "You asked 2",
      "You asked 3",
    ]);
    assertEquals(server.mostConcurrent, 3);
  });
}

Deno.test("openModel() has Claude keep what is shared, that alone, and counts what that takes", async () => {
  const { requests, reply } = await askScripted("anthropic", [
    { text: "Well.", usage: { input: 5_000, cached: 0, stored: 4_000 } },
  ], { request: { shared: "A long blueprint." } });
  const [{ body } = nothing()] = requests;
  assertEquals(body.messages, [{
    role: "user",
    content: [{
      type: "text",
      text: "A long blueprint.\n\n",
      cache_control: { type: "ephemeral" },
    }, { type: "text", text: "How are you?" }],
  }]);
  assertEquals(JSON.stringify(body).split("cache_control").length, 2);
  assertEquals(reply?.usage, {
    input: 5_000,
    output: 2,
    cached: 0,
    stored: 4_000,
  });
});

Deno.test("openModel() prints nothing, also where the SDK would", async () => {
  const script = `
    import { askScripted } from ${
    JSON.stringify(new URL("../testdata/scripted_question.ts", import.meta.url))
  };
    const schema = { name: "any", schema: { type: "object", additionalProperties: true } };
    for (const step of ["{}", { status: 400 }, { status: 529 }, { text: "{", then: "drop" }, { raw: "data: {\\n\\n" }]) {
      await askScripted("anthropic", () => step, { flags: { model: "claude-opus-5-5", retries: 1 }, request: { schema } });
      await askScripted("openai-compatible", () => step, { flags: { retries: 1 }, request: { schema } });
    }
    console.log("done");`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", "--ext=ts", script],
    cwd: new URL("../../", import.meta.url),
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assertEquals([text(stdout), text(stderr)], ["done\n", ""]);
});

Deno.test("openModel() puts the schema in the prompt too for servers of OpenAI's protocol", async () => {
  const { requests } = await askScripted("openai-compatible", ["{}"], {
    request: { schema: MOOD },
  });
  assert(requests[0]?.system.startsWith("Answer briefly.\n\n"));
  assert(requests[0]?.system.includes(JSON.stringify(MOOD.schema)));
});

Deno.test("openModel() reads JSON in a fence, as small servers answer that know no schema", async () => {
  const { reply } = await askScripted("openai-compatible", [
    'Here you are:\n\n```json\n{ "mood": "well" }\n```\n',
  ], { request: { schema: MOOD } });
  assertEquals(reply?.value, { mood: "well" });
});

for (
  const { message, without, remains, attempts: first } of [{
    message: "response_format is not supported by this server",
    without: "response_format",
    remains: undefined,
    attempts: 3,
  }, {
    message: "unknown field: stream_options",
    without: "stream_options",
    remains: undefined,
    attempts: 2,
  }, {
    message:
      "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
    without: "max_tokens",
    remains: "max_completion_tokens",
    attempts: 2,
  }]
) {
  Deno.test(`openModel() leaves ${without} out for a server that does not take it, from then on`, async () => {
    await using server = startScriptedServer(({ body }) =>
      without in body ? { status: 400, message } : '{ "mood": "well" }'
    );
    const model = await openModel(modelSettings({
      flags: {
        provider: "openai-compatible",
        model: "any",
        baseUrl: server.url,
        retries: 0,
      },
    }));
    for (const attempts of [first, 1]) {
      const reply = await model.ask({
        system: "",
        turns: [{ role: "user", text: "?" }],
        maxOutputTokens: 9,
        schema: MOOD,
      });
      assertEquals([reply.value, reply.attempts], [{ mood: "well" }, attempts]);
    }
    const last = server.requests.at(-1)?.body ?? {};
    assert(remains === undefined || last[remains] === 9);
  });
}

for (
  const { said, limits } of [{
    said:
      "max_tokens is too large: 8000. This model supports at most 4096 completion tokens, whereas you provided 8000.",
    limits: [[8_000, 4_096], [4_096]],
  }, {
    said:
      "'max_tokens' or 'max_completion_tokens' is too large: 8000. This model's maximum context length is 8192 tokens and your request has 3000 input tokens (8000 > 8192 - 3000).",
    limits: [[8_000, 5_176], [8_000, 5_176]],
  }]
) {
  Deno.test(`openModel() asks for as much as there may be where a server refuses more: ${said}`, async () => {
    await using server = startScriptedServer(({ body }) =>
      body.max_tokens === 8_000 ? { status: 400, message: said } : "Well."
    );
    const model = await openModel(modelSettings({
      flags: {
        provider: "openai-compatible",
        model: "any",
        baseUrl: server.url,
        retries: 0,
      },
    }));
    for (const asked of limits) {
      const before = server.requests.length;
      const reply = await model.ask({
        system: "",
        turns: [{ role: "user", text: "?" }],
        maxOutputTokens: 8_000,
      });
      assertEquals(reply.text, "Well.");
      assertEquals(
        server.requests.slice(before).map(({ body }) => body.max_tokens),
        asked,
      );
    }
  });
}

Deno.test("openModel() does not leave the same thing out for ever", async () => {
  const { failure, requests } = await askScripted(
    "openai-compatible",
    () => ({ status: 400, message: "response_format: json_schema is wrong" }),
    { request: { schema: MOOD } },
  );
  assert(failure instanceof ModelFailure);
  assertEquals([failure.kind, requests.length], ["rejected", 3]);
});

Deno.test("openModel() does not ask for a strict schema, which could leave nothing open", async () => {
  const { requests } = await askScripted("openai-compatible", ["{}"], {
    request: { schema: MOOD },
  });
  assertEquals(requests[0]?.body.response_format, {
    type: "json_schema",
    json_schema: { name: "mood", schema: MOOD.schema, strict: false },
  });
});

Deno.test("openModel() sends no bounds to servers that make a grammar of a schema, and describes it in the prompt alone", async () => {
  const mood = { type: "string", maxLength: 9, pattern: "^w" };
  const description = "How it goes.";
  const { requests } = await askScripted("openai-compatible", ["{}"], {
    request: {
      schema: {
        name: "mood",
        schema: { type: "object", properties: { mood }, description },
      },
    },
  });
  const [{ body, system } = nothing()] = requests;
  const plain = { type: "object", properties: { mood: { type: "string" } } };
  assertEquals(
    Object(body.response_format).json_schema.schema,
    plain,
  );
  assert(system.endsWith(JSON.stringify({ ...plain, description })));
});

function nothing(): never {
  throw new Error("the server got nothing");
}

const MOOD = {
  name: "mood",
  schema: {
    type: "object",
    properties: { mood: { type: "string" } },
    required: ["mood"],
    additionalProperties: false,
  },
};
