/**
 * A receiver of webhooks on this machine, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";

/** A request that came. */
export interface ReceivedWebhook {
  /** The path it came to. */
  readonly path: string;
  /** Its headers. */
  readonly headers: Headers;
  /** Its content type. */
  readonly contentType: string;
  /** Its body. */
  readonly body: string;
}

/** A receiver that listens. */
export interface WebhookReceiver extends AsyncDisposable {
  /** Where it listens. */
  readonly url: string;
  /** What came, in order. */
  readonly received: readonly ReceivedWebhook[];
  /** What it answers next: a status, or nothing at all; 204 when there is none left. */
  answers: (number | "none")[];
  /** Resolves with a request about an entity, after so many of them; rejects if none comes within ten seconds. */
  toldOf(subject: string, after?: number): Promise<ReceivedWebhook>;
}

/** Starts a receiver on a free port. */
export function startReceiver(): WebhookReceiver {
  const received: ReceivedWebhook[] = [];
  const closing = Promise.withResolvers<void>();
  let arrival = Promise.withResolvers<void>();
  const receiver = { answers: [] as (number | "none")[] };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      received.push({
        path: new URL(request.url).pathname,
        headers: request.headers,
        contentType: request.headers.get("content-type") ?? "",
        body: await request.text(),
      });
      arrival.resolve();
      arrival = Promise.withResolvers();
      const answer = receiver.answers.shift() ?? 204;
      if (answer === "none") await closing.promise;
      return new Response(null, {
        status: answer === "none" ? 503 : answer,
        headers: { location: "/elsewhere" },
      });
    },
  );
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${server.addr.port}/hook?token=1`,
    received,
    toldOf: async (subject: string, after = 0) => {
      const late = Promise.withResolvers<never>();
      const problem = `heard nothing about ${subject} in 10 s`;
      const timer = setTimeout(() => late.reject(new Error(problem)), 10_000);
      try {
        for (;;) {
          const about = received.filter(({ body }) =>
            JSON.parse(body).subject === subject
          );
          if (about.length > after) return about[after]!;
          await Promise.race([arrival.promise, late.promise]);
        }
      } finally {
        clearTimeout(timer);
      }
    },
    [Symbol.asyncDispose]: async () => {
      closing.resolve();
      await server.shutdown();
      assert.ok(received.every(({ path }) => path === "/hook"));
    },
  });
}
