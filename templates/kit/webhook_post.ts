/**
 * One try to tell a receiver of an event.
 *
 * @module
 */

/** What is sent. */
export interface WebhookPost {
  /** Where to; nowhere else, whatever the receiver answers. */
  readonly url: string;
  /** Beside the content type. */
  readonly headers: Readonly<Record<string, string>>;
  /** The event as JSON. */
  readonly body: string;
  /** How long the answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Ends the try. */
  readonly signal: AbortSignal;
}

/** Sends an event; resolves with undefined if it was taken, or with why not. The answer's body is not read. */
export async function postWebhook(
  post: WebhookPost,
): Promise<string | undefined> {
  const ending = new AbortController();
  const stop = () => ending.abort();
  const timer = setTimeout(stop, post.timeoutMs);
  post.signal.addEventListener("abort", stop, { once: true });
  if (post.signal.aborted) stop();
  try {
    const response = await fetch(post.url, {
      method: "POST",
      redirect: "manual",
      signal: ending.signal,
      body: post.body,
      headers: {
        ...post.headers,
        "content-type": "application/cloudevents+json; charset=utf-8",
        "user-agent": "autocoder-webhooks",
      },
    });
    await response.body?.cancel();
    return response.ok ? undefined : `answered ${response.status}`;
  } catch (error) {
    if (post.signal.aborted) return "stopped";
    if (ending.signal.aborted) return `no answer in ${post.timeoutMs} ms`;
    // The message may name the whole URL, which may hold a token.
    return `cannot connect: ${error instanceof Error ? error.name : "Error"}`;
  } finally {
    clearTimeout(timer);
    post.signal.removeEventListener("abort", stop);
  }
}
