import { assert, assertEquals, assertMatch } from "@std/assert";
import { BudgetSpent } from "../budget.ts";
import { ModelFailure, NO_USAGE } from "../language_model.ts";
import { askScripted } from "../testdata/scripted_question.ts";
import type { ScriptStep } from "../testdata/script.ts";
import { modelSettings } from "./model_settings.ts";
import { openModel } from "./open_model.ts";

const PROVIDERS = ["anthropic", "openai-compatible"] as const;

const AGAIN: Readonly<Record<string, ScriptStep>> = {
  "is limited (429)": { status: 429 },
  "fails (500)": { status: 500 },
  "fails behind a gateway (502)": { status: 502, body: "<h1>Bad</h1>" },
  "is overloaded (529)": { status: 529 },
  "is overloaded amid its answer": {
    text: "Quite",
    then: { error: "overloaded_error" },
  },
  "fails before its answer": { text: [], then: { error: "api_error" } },
  "drops the connection amid its answer": { text: "Quite", then: "drop" },
  "drops the connection before its answer": { text: [], then: "drop" },
  "ends amid its answer": { text: "Quite", then: "cut" },
  "ends before its answer": { text: [], then: "cut" },
  "ends before anything": { raw: "" },
};

for (const provider of PROVIDERS) {
  for (const [how, step] of Object.entries(AGAIN)) {
    Deno.test(`openModel() asks again when the server ${how}: ${provider}`, async () => {
      const { reply, retries, requests } = await askScripted(provider, [
        step,
        "Quite well.",
      ]);
      assertEquals([reply?.text, reply?.attempts], ["Quite well.", 2]);
      assertEquals([retries.length, requests.length], [1, 2]);
    });
  }

  for (
    const [step, kind, words] of [
      [{ status: 400 }, "rejected", /status 400, scripted 400/],
      [{ status: 401 }, "key refused", /check AUTOCODER_API_KEY/],
      [{ status: 403 }, "key refused", /check AUTOCODER_API_KEY/],
      [{ status: 404 }, "unknown model", /"claude-sonnet-4-5" and the base/],
      [{ status: 413 }, "rejected", /not too long/],
      [
        { status: 429, message: "You exceeded your current quota" },
        "rejected",
        /no credit left/,
      ],
      [
        { status: 307, headers: { location: "http://127.0.0.1:1/" } },
        "rejected",
        /not followed/,
      ],
      [
        { raw: "<html>Log in</html>", contentType: "text/html" },
        "rejected",
        /found content of type "text\/html", wanted "text\/event-stream"/,
      ],
      [{ raw: "data: {not JSON\n\n" }, "rejected", /cannot read what it sends/],
      [
        { text: "Quite", then: { error: "invalid_request_error" } },
        "rejected",
        /status 400/,
      ],
    ] as const
  ) {
    Deno.test(`openModel() does not ask again after ${JSON.stringify(step)}: ${provider}`, async () => {
      const { failure, requests, retries } = await askScripted(provider, [
        step,
        "Quite well.",
      ]);
      assert(failure instanceof ModelFailure);
      assertEquals(failure.kind, kind);
      assertMatch(failure.message, words);
      assertMatch(
        failure.message,
        /^No answer from ".*\/claude-sonnet-4-5" at/,
      );
      assertEquals([requests.length, retries.length], [1, 0]);
    });
  }

  Deno.test(`openModel() gives up after its retries: ${provider}`, async () => {
    const { failure, requests, retries } = await askScripted(
      provider,
      () => ({ status: 529 }),
      { flags: { retries: 2 } },
    );
    assert(failure instanceof ModelFailure);
    assertEquals(failure.kind, "overloaded");
    assertMatch(failure.message, /after 3 attempts: status 529/);
    assertEquals([requests.length, retries.length], [3, 2]);
  });

  Deno.test(`openModel() waits as long as Retry-After says: ${provider}`, async () => {
    const { reply, retries } = await askScripted(provider, [
      { status: 429, headers: { "retry-after": "7" } },
      { status: 429, headers: { "retry-after-ms": "1500" } },
      { status: 429, headers: { "retry-after": new Date(0).toUTCString() } },
      "Well.",
    ]);
    assertEquals(retries.map(([, ms]) => ms), [7_000, 1_500, 0]);
    assertEquals(reply?.attempts, 4);
  });

  Deno.test(`openModel() does not wait for an hour: ${provider}`, async () => {
    const { failure, requests } = await askScripted(provider, [
      { status: 429, headers: { "retry-after": "3600" } },
      "Well.",
    ]);
    assert(failure instanceof ModelFailure);
    assertEquals([failure.kind, requests.length], ["overloaded", 1]);
    assertMatch(failure.message, /asks to wait 3600 s/);
  });

  Deno.test(`openModel() waits longer from one retry to the next: ${provider}`, async () => {
    const { retries } = await askScripted(provider, () => ({ status: 500 }), {
      flags: { retries: 3 },
    });
    const [first = 0, second = 0, third = 0] = retries.map(([, ms]) => ms);
    assert(first >= 750 && first < second && second < third);
  });

  Deno.test(`openModel() counts what failed attempts took, or as far as can be seen: ${provider}`, async () => {
    const { reply } = await askScripted(provider, [
      { text: "Quite", usage: { input: 30 }, then: "cut" },
      { text: "Well.", usage: { input: 30, output: 3 } },
    ]);
    // Anthropic says at the beginning what was sent; OpenAI says all at the end. What was answered is seen at both.
    const { input, output, estimated } = reply?.usage ?? NO_USAGE;
    assertEquals(output, 2 + 3);
    if (provider === "anthropic") assertEquals([input, estimated], [60, 1]);
    else assert(input > 30 && estimated === input - 30 + 2);
  });

  Deno.test(`openModel() tells what attempts took that all failed: ${provider}`, async () => {
    const { failure } = await askScripted(provider, () => ({
      text: "Quite",
      usage: { input: 30 },
      then: "cut",
    }), { flags: { retries: 1 } });
    assert(failure instanceof ModelFailure);
    const { input, output } = failure.usage;
    assertEquals(output, 4);
    assert(provider === "anthropic" ? input === 60 : input > 0);
  });

  Deno.test(`openModel() takes a count that is none for nothing told: ${provider}`, async () => {
    const { reply } = await askScripted(provider, [
      { text: "Well.", usage: { input: -1_000_000, output: -5, cached: 9 } },
    ]);
    const { input = 0, output = 0, cached, estimated } = reply?.usage ?? {};
    assert(input > 0 && output > 0, JSON.stringify(reply?.usage));
    assertEquals([cached, estimated], [0, input + output]);
  });

  Deno.test(`openModel() asks whether to go on before another attempt: ${provider}`, async () => {
    const lost: number[] = [];
    const { failure, requests } = await askScripted(provider, () => ({
      text: "Quite",
      then: "cut",
    }), {
      ask: {
        onLost: ({ output }) => {
          lost.push(output);
          if (lost.length === 2) throw new BudgetSpent("enough", NO_USAGE);
        },
      },
    });
    assert(failure instanceof BudgetSpent);
    assertEquals([lost, requests.length], [[2, 4], 2]);
  });

  Deno.test(`openModel() gives an answer up that stalls, and leaves: ${provider}`, async () => {
    const { failure, requests } = await askScripted(provider, [
      { text: "Quite", then: "stall" },
      "Well.",
    ], { flags: { stallSeconds: 0.05 } });
    assert(failure instanceof ModelFailure);
    assertEquals(failure.kind, "timed out");
    assertMatch(failure.message, /no sign of its answer came for 0.05 s/);
    assertEquals(requests.map(({ outcome }) => outcome()), ["left"]);
  });

  Deno.test(`openModel() gives an answer up that takes too long: ${provider}`, async () => {
    const { failure, requests } = await askScripted(provider, [
      { text: "Quite", then: "stall" },
    ], { flags: { timeoutSeconds: 0.05 } });
    assert(failure instanceof ModelFailure);
    assertEquals(failure.kind, "timed out");
    assertMatch(failure.message, /took longer than 0.05 s/);
    assertEquals(requests[0]?.outcome(), "left");
  });

  Deno.test(`openModel() counts waits for retries into the whole time: ${provider}`, async () => {
    const { failure } = await askScripted(provider, [
      { status: 429, headers: { "retry-after": "30" } },
      "Well.",
    ], { flags: { timeoutSeconds: 0.05 }, waits: true });
    assert(failure instanceof ModelFailure);
    assertEquals(failure.kind, "timed out");
  });

  Deno.test(`openModel() ends at once when its signal is aborted amid the answer: ${provider}`, async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const { failure, requests, retries } = await askScripted(provider, [
      { text: "Quite", then: "stall" },
    ], { ask: { signal: abort.signal, onText: () => abort.abort(reason) } });
    assertEquals([failure, retries.length], [reason, 0]);
    assertEquals(requests[0]?.outcome(), "left");
  });

  Deno.test(`openModel() ends at once when its signal is aborted while it waits: ${provider}`, async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const { failure, requests } = await askScripted(
      provider,
      [{ status: 429, headers: { "retry-after": "30" } }, "Well."],
      {
        ask: {
          signal: abort.signal,
          onRetry: () => void setTimeout(() => abort.abort(reason)),
        },
        waits: true,
      },
    );
    assertEquals(failure, reason);
    assertEquals(requests.length, 1);
  });

  Deno.test(`openModel() asks nothing when its signal is aborted already: ${provider}`, async () => {
    const { failure, requests } = await askScripted(provider, ["Well."], {
      ask: { signal: AbortSignal.abort(new Error("never mind")) },
    });
    assertEquals([String(failure), requests.length], ["Error: never mind", 0]);
  });

  Deno.test(`openModel() says that nobody is there: ${provider}`, async () => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    listener.close();
    const model = await openModel(
      modelSettings({
        flags: {
          provider,
          model: "any",
          baseUrl: `http://127.0.0.1:${port}/v1`,
          retries: 1,
        },
      }),
      { wait: () => Promise.resolve() },
    );
    const failure = await model.ask({
      system: "",
      turns: [{ role: "user", text: "?" }],
      maxOutputTokens: 9,
    }).then(() => undefined, (error) => error);
    assert(failure instanceof ModelFailure);
    assertEquals(failure.kind, "unreachable");
    assertMatch(failure.message, /after 2 attempts: .*check that it runs/s);
  });
}

Deno.test("openModel() takes an answer that is slow but steady", async () => {
  const { reply } = await askScripted("anthropic", [
    { text: [..."steady"], pieceMs: 500 },
  ], { flags: { stallSeconds: 2 } });
  assertEquals(reply?.text, "steady");
});
