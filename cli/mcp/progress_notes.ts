/**
 * Tells an agent how far a call is.
 *
 * @module
 */
import type { RequestHandlerExtra } from "@modelcontextprotocol/sdk/shared/protocol";
import type {
  ServerNotification,
  ServerRequest,
} from "@modelcontextprotocol/sdk/types";

/** What the SDK tells of a call beside its input. */
export type CallExtra = RequestHandlerExtra<ServerRequest, ServerNotification>;

/** Notes on how far a call is, for whoever has asked for them. */
export class ProgressNotes {
  readonly #extra: CallExtra;
  #sent: Promise<unknown> = Promise.resolve();
  #count = 0;

  /** Takes the call. */
  constructor(extra: CallExtra) {
    this.#extra = extra;
  }

  /** Sends a note; the number only grows, as nobody knows how many there will be. */
  readonly tell = (message: string): void => {
    const { _meta, sendNotification } = this.#extra;
    const progressToken = _meta?.progressToken;
    if (progressToken === undefined) return;
    const progress = ++this.#count;
    this.#sent = this.#sent.then(() =>
      sendNotification({
        method: "notifications/progress",
        params: { progressToken, progress, message },
      })
      // Who is gone needs no note, and its call is ended by the same.
    ).catch(() => {});
  };

  /** Waits until all are sent: none comes after the result. */
  async sent(): Promise<void> {
    await this.#sent;
  }
}
