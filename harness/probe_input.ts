import { EMPTY } from "./channel_core.ts";
import type { HarnessComponent } from "./harness_component.ts";
import type { Link } from "./link.ts";
import type { Message } from "./message.ts";
import type { ProbeLife } from "./probe_life.ts";
import { wiringOf } from "./wiring.ts";

/** How the input of a probe ended. */
export class InputEnd {
  /** What broke it; undefined when it ended in good order. */
  readonly error: Error | undefined;

  /** Nothing comes after it. */
  constructor(error: Error | undefined) {
    this.error = error;
  }
}

/**
 * The in port of a probe. It takes one message for each that is asked for, and none before, so that
 * all others stay where they are.
 */
export class ProbeInput {
  readonly #component: HarnessComponent;
  readonly #life: ProbeLife;
  readonly #port: string;
  readonly #asked: PromiseWithResolvers<Message | InputEnd>[] = [];
  readonly #spare: Message[] = [];
  readonly #ended: PromiseWithResolvers<InputEnd> = Promise.withResolvers();
  readonly #watched = new Set<Link>();
  #links: readonly Link[] = [];
  #next = 0;
  #isFlowing = false;
  #isPumping = false;
  #end: InputEnd | undefined;

  /** Takes nothing before its component lives. */
  constructor(component: HarnessComponent, life: ProbeLife, port: string) {
    this.#component = component;
    this.#life = life;
    this.#port = port;
  }

  /** How many messages are there to be taken, without those whose senders wait. */
  get queued(): number {
    return this.#inLinks().reduce(
      (sum, { receiveCore }) => sum + receiveCore.size,
      this.#spare.length,
    );
  }

  /** Resolves when nothing will come any more. */
  get ended(): Promise<InputEnd> {
    return this.#ended.promise;
  }

  /** Resolves with the next message, or with the end. */
  take(): Promise<Message | InputEnd> {
    const spare = this.#spare.shift();
    if (spare !== undefined) return Promise.resolve(spare);
    if (this.#end !== undefined) return Promise.resolve(this.#end);
    const asked = Promise.withResolvers<Message | InputEnd>();
    this.#asked.push(asked);
    this.#pump();
    return asked.promise;
  }

  /** Takes what comes from now on by itself, and keeps it for those who ask later. */
  flow(): void {
    this.#isFlowing = true;
    this.#pump();
  }

  /** Serves the port until its connections have ended, or its component is to. */
  async live(signal: AbortSignal): Promise<void> {
    const links = this.#links = this.#inLinks();
    for (const link of links) this.#watch(link);
    this.#pump();
    this.#endIfDone();
    try {
      await this.#life.live(signal);
    } finally {
      this.#links = [];
      for (const { receiveCore } of links) receiveCore.listener = undefined;
    }
  }

  #inLinks(): readonly Link[] {
    return wiringOf(this.#component)?.inLinks.get(this.#port) ?? [];
  }

  #watch(link: Link): void {
    if (this.#watched.has(link)) return;
    this.#watched.add(link);
    link.receiveCore.onEnd(() => this.#endIfDone());
  }

  readonly #pump = (): void => {
    if (this.#isPumping) return; // a take let a sender in, who called: the loop below sees it
    this.#isPumping = true;
    while (this.#isFlowing || this.#asked.length > 0) {
      const message = this.#takeOne();
      if (message === undefined) break;
      const asked = this.#asked.shift();
      if (asked) asked.resolve(message);
      else this.#spare.push(message);
    }
    this.#isPumping = false;
    this.#listen();
  };

  /** Is a consumer only while somebody asks, so that `diagnose()` can tell who is not read. */
  #listen(): void {
    const isWanted = this.#isFlowing || this.#asked.length > 0;
    for (const { receiveCore } of this.#links) {
      receiveCore.listener = isWanted ? this.#pump : undefined;
    }
  }

  /** Takes one message; the connections have their turn one after the other. */
  #takeOne(): Message | undefined {
    const { metrics } = this.#component;
    for (let tried = 0; tried < this.#links.length; tried++) {
      const { receiveCore } = this.#links[this.#next++ % this.#links.length]!;
      for (;;) {
        const message = receiveCore.take();
        if (message === EMPTY) break;
        receiveCore.acknowledge();
        if (message.withdrawn) metrics.withdrawn++;
        else {
          metrics.received++;
          return message as unknown as Message; // every Envelope is a Message
        }
      }
    }
    return undefined;
  }

  #endIfDone(): void {
    const cores = this.#inLinks().map(({ receiveCore }) => receiveCore);
    if (!cores.every((core) => core.ended)) return;
    const broken = cores.find((core) => core.state === "broken");
    const end = new InputEnd(broken?.endError("receive from"));
    if (this.#end === undefined) {
      this.#end = end;
      this.#ended.resolve(end);
    }
    // The last message is on its way to whoever asked first; they asked in the order of the messages.
    queueMicrotask(() => {
      for (const asked of this.#asked.splice(0)) asked.resolve(end);
    });
    if (end.error) this.#life.fail(end.error);
    else this.#life.end();
  }
}
