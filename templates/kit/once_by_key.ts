/**
 * Idempotency keys: a request with the header `Idempotency-Key` is carried out once, however often it is sent, and gets
 * the answer it had (draft-ietf-httpapi-idempotency-key-header).
 *
 * What is kept is the reply of the controller, in the transaction of what it did; the answer is made of it again.
 * Refusals are not kept: they did nothing, and are found again.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical_json.ts";
import type {
  EntityReply,
  EntityRequest,
  EntityWish,
  Once,
} from "./entity_request.ts";
import type { CarryOut, Send } from "./entity_routes.ts";
import { errorResponse } from "./http_response.ts";
import type { KeptReplies, KeptReply } from "./kept_reply.ts";
import { badRequest, conflict, failed, problem } from "./problem.ts";

/** How keys are treated. */
export interface OnceOptions {
  /** Keeps replies. */
  readonly replies: KeptReplies;
  /** How long they are kept, in seconds. */
  readonly keepSeconds: number;
  /** Whether a request without a key is refused. @default false */
  readonly required?: boolean;
  /** Finds who sends a request, whose keys are their own; or refuses it. @default all share their keys */
  readonly sender?: (request: Request) => Promise<string | Response>;
  /** The time. @default Date.now */
  readonly clock?: () => number;
}

/** Makes what carries requests out once by their keys; of the requests of one key, one is under way at a time. */
export function onceByKey(options: OnceOptions): CarryOut {
  const underWay = new Set<string>();
  return async (request, send, handle) => {
    const key = request.headers.get("idempotency-key");
    if (key === null) {
      return options.required
        ? errorResponse(badRequest("Idempotency-Key is missing."))
        : await handle(send);
    }
    if (!KEY.test(key)) return errorResponse(badRequest(UNREADABLE));
    const sender = await options.sender?.(request) ?? "";
    if (sender instanceof Response) return sender;
    const name = `${sender} ${key}`;
    if (underWay.has(name)) return busy();
    underWay.add(name);
    try {
      const attempt = new Attempt(options, { sender, key }, request);
      return attempt.marked(await handle(attempt.sending(send)));
    } finally {
      underWay.delete(name);
    }
  };
}

/** One request with a key. */
class Attempt {
  readonly #options: OnceOptions;
  readonly #name: Pick<Once, "sender" | "key">;
  readonly #request: Request;
  #replayed = false;

  constructor(
    options: OnceOptions,
    name: Pick<Once, "sender" | "key">,
    request: Request,
  ) {
    this.#options = options;
    this.#name = name;
    this.#request = request;
  }

  /** Sends what a request wants done, unless it has been done. */
  sending(send: Send): Send {
    return async (wish) =>
      REPEATABLE.has(wish.operation)
        ? await send(wish)
        : await this.#once(wish, send);
  }

  /** Says of a response that it is given again. */
  marked(response: Response): Response {
    if (!this.#replayed) return response;
    const headers = new Headers(response.headers);
    headers.set("idempotency-replayed", "true");
    return new Response(response.body, { status: response.status, headers });
  }

  async #once(
    wish: EntityRequest,
    send: Send,
  ): Promise<EntityReply<unknown>> {
    const { replies, keepSeconds, clock = Date.now } = this.#options;
    const at = clock();
    const once: Once = {
      ...this.#name,
      fingerprint: fingerprintOf(this.#request, wish),
      at,
      until: at + keepSeconds * 1000,
    };
    const kept = await replies.find(once);
    if (kept) return this.#again(once, kept);
    const reply = await send({ ...wish, once });
    if (!reply.ok) {
      // Another instance may have been faster: then the state is as its answer says, and nothing is wrong.
      const others = reply.problem.status < 500
        ? await replies.find(once)
        : undefined;
      return others ? this.#again(once, others) : reply;
    }
    if (wish.operation !== "create") {
      // What was so already has changed nothing, so that nothing was written that the reply went with.
      await replies.keep(once, { value: reply.value, version: reply.version });
    }
    return reply;
  }

  #again(once: Once, kept: KeptReply): EntityReply<unknown> {
    if (kept.fingerprint !== once.fingerprint) {
      return failed(problem(422, "This Idempotency-Key is another request's."));
    }
    this.#replayed = true;
    return { ok: true, value: kept.value, version: kept.version };
  }
}

/** What a request asks for: its method, path and body, in whatever order the body has its members. */
function fingerprintOf({ method, url }: Request, wish: EntityWish): string {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
  const body = "body" in wish
    ? canonicalJson(wish.body)
    : wish.operation === "bulk"
    ? canonicalJson(wish.wishes)
    : "";
  return createHash("sha256").update(`${method} ${path}\n${body}`)
    .digest("hex");
}

function busy(): Response {
  const detail = "The request with this Idempotency-Key is under way.";
  return errorResponse(conflict(detail), { "retry-after": "1" });
}

/** What only reads. */
const REPEATABLE: ReadonlySet<string> = new Set(["list", "groups", "get"]);

/** Two headers are joined by a comma and a space, and a space is not visible. */
const KEY = /^[!-~]{1,255}$/;
const UNREADABLE = "Idempotency-Key must be 1 to 255 visible characters.";
