/**
 * Tells a receiver of events: at least once, those of an entity in order.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import type { Outbox, WaitingEvent } from "./outbox.ts";
import { postWebhook } from "./webhook_post.ts";
import { WEBHOOK_TIMING, type WebhookConfig } from "./webhook_settings.ts";
import { signWebhook } from "./webhook_signature.ts";
import type { WebhookTally } from "./webhook_tally.ts";

/** What a courier needs. */
export interface CourierOptions {
  /** Where events wait. */
  readonly outbox: Outbox;
  /** Where they go, and how. */
  readonly config: WebhookConfig;
  /** Counts what becomes of them. */
  readonly tally: WebhookTally;
  /** Ends the work. */
  readonly signal: AbortSignal;
  /** Waits so many milliseconds, or until the work ends. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Hears of what is given up. @default nobody */
  readonly log?: Log;
  /** The time in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** A number from 0 to 1. @default Math.random */
  readonly random?: () => number;
  /** Sends one event. @default postWebhook */
  readonly post?: typeof postWebhook;
}

/**
 * Tells the receiver of one webhook of its events until the signal aborts. What was in hand then is put back, so it may
 * come twice, with the same id.
 */
export async function runCourier(
  webhook: string,
  options: CourierOptions,
): Promise<void> {
  const { outbox, config, signal, sleep, log, now = Date.now } = options;
  const { pollMs } = config.timing ?? WEBHOOK_TIMING;
  const inHand = new Set<Promise<void>>();
  while (!signal.aborted) {
    try {
      if (!config.targets[webhook]) {
        await outbox.discard(webhook);
      } else if (inHand.size < MOST_IN_HAND) {
        const room = MOST_IN_HAND - inHand.size;
        for (const event of await outbox.due(webhook, now(), room)) {
          const work = attempt(event, options)
            .catch((error) => complain(log, webhook, error))
            .finally(() => inHand.delete(work));
          inHand.add(work);
        }
      }
    } catch (error) {
      complain(log, webhook, error); // the database may come back
    }
    if (!signal.aborted) await Promise.race([sleep(pollMs), ...inHand]);
  }
  await Promise.all(inHand);
}

async function attempt(
  event: WaitingEvent,
  options: CourierOptions,
): Promise<void> {
  const { outbox, config, tally, signal, now = Date.now } = options;
  const { timeoutMs } = config.timing ?? WEBHOOK_TIMING;
  if (!await outbox.claim(event, now() + timeoutMs + LEASE_MS)) return;
  const { id, webhook, body } = event;
  const seconds = Math.floor(now() / 1000);
  const failure = await (options.post ?? postWebhook)({
    url: config.targets[webhook] ?? "",
    headers: signWebhook(config.secret, { id, seconds, body }),
    body,
    timeoutMs,
    signal,
  });
  if (failure === undefined) {
    await outbox.told(event);
    tally.add(webhook, "delivered");
  } else if (signal.aborted) {
    await outbox.putBack(event, { attempts: event.attempts, dueAt: 0 });
  } else {
    await settleFailure(event, failure, options);
  }
}

async function settleFailure(
  event: WaitingEvent,
  reason: string,
  options: CourierOptions,
): Promise<void> {
  const { outbox, config, tally, log, now = Date.now } = options;
  const { id, webhook, subject } = event;
  const attempts = event.attempts + 1;
  const facts = { webhook, id, subject, attempts, reason };
  if (attempts >= config.attempts) {
    await outbox.bury(event, reason);
    tally.add(webhook, "dead");
    log?.({ level: "error", event: "webhook_dead", ...facts });
    return;
  }
  const dueAt = now() + retryDelay(attempts, options);
  await outbox.putBack(event, { attempts, dueAt });
  tally.add(webhook, "failed");
  log?.({ level: "warn", event: "webhook_failed", ...facts });
}

/** Doubles with every failure; up to half of it is taken off by chance, so that not all come back at once. */
function retryDelay(
  attempts: number,
  { config, random = Math.random }: CourierOptions,
): number {
  const { baseMs, mostMs } = config.timing ?? WEBHOOK_TIMING;
  const whole = Math.min(baseMs * 2 ** (attempts - 1), mostMs);
  return Math.round(whole * (1 - random() / 2));
}

function complain(log: Log | undefined, webhook: string, error: unknown): void {
  log?.({ level: "warn", event: "webhook_interrupted", webhook, error });
}

/** How many events of one webhook are under way at once, each of another entity. */
const MOST_IN_HAND = 8;
/** How much longer than a try may take an event stays taken, should nothing be heard of it. */
const LEASE_MS = 5000;
