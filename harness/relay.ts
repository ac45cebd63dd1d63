import { EMPTY, RESOLVED } from "./channel_core.ts";
import { Inlet, type InletOwner } from "./inlet.ts";
import { Outlet, type OutletOwner } from "./outlet.ts";
import {
  abortSources,
  abortTargets,
  closeTargets,
  type RelayEnd,
  sourceEnd,
  targetEnd,
  whenPiped,
} from "./relay_end.ts";
import type {
  Discard,
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
import type { RelayReport } from "./relay_report.ts";
import { RelayTally } from "./relay_tally.ts";
import { RingBuffer } from "./ring_buffer.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/** Offers a value to the outlets that are to have it, by `offer()` or `offerFirst()`. */
export type Place<T> = (value: T, relay: Relay<T>) => void;

/** What a relay is made of. */
export interface RelayInit<T> {
  /** Where values come from; each in turn gives one. */
  readonly sources: readonly RelaySource<T>[];
  /** Where values may go. */
  readonly targets: readonly RelayTarget<T>[];
  /** One more target, for values that no other is offered or accepts. */
  readonly otherwise?: RelayTarget<T>;
  /** Says which outlets get a value. */
  readonly place: Place<T>;
  /** Whether one source that fails ends the relay, or only the last one. */
  readonly sourceFailure?: "fail" | "goOn";
}

/**
 * Moves values from sources to targets, one after the other: the next one is taken when every target
 * that the last one was offered to has accepted or refused it. As long as nobody has to wait, that
 * is one synchronous loop; no promise is made for a value.
 *
 * Invariant: in hand are at most the value that waits for room, and one for each source that had none.
 */
export class Relay<T> implements InletOwner<T>, OutletOwner<T> {
  /** Targets, in the order given. */
  readonly outlets: readonly Outlet<T>[];
  readonly #place: Place<T>;
  readonly #options: RelayOptions<T>;
  readonly #sourceFailure: "fail" | "goOn";
  readonly #sources: readonly RelayEnd<T>[];
  readonly #targets: readonly RelayEnd<T>[];
  readonly #inlets: readonly Inlet<T>[];
  readonly #otherwise: Outlet<T> | undefined;
  readonly #tally: RelayTally<T>;
  readonly #ready = new RingBuffer<Inlet<T>>();
  readonly #done: PromiseWithResolvers<RelayReport> = Promise.withResolvers();
  #openSources: number;
  #scheduled = false;
  #ended = false;
  #verdict: Pick<RelayReport, "end" | "reason"> | undefined;
  #inHand: T | typeof EMPTY = EMPTY;
  #offered = 0;
  #accepted = 0;
  #waiting = 0;
  #racing = false;
  #fellBack = false;

  /** Moves nothing before it is run. */
  constructor(init: RelayInit<T>, options: RelayOptions<T>) {
    const { otherwise, sources, targets } = init;
    const all = otherwise ? [...targets, otherwise] : targets;
    this.#place = init.place;
    this.#options = options;
    this.#sourceFailure = init.sourceFailure ?? "fail";
    this.#tally = new RelayTally(options.onDiscard);
    this.#sources = sources.map((source) => sourceEnd(source, options));
    this.#targets = all.map((target) => targetEnd(target, options));
    this.#inlets = this.#sources.map(({ core }) => new Inlet(core, this));
    this.outlets = this.#targets.map(({ core }) => new Outlet(core, this));
    this.#otherwise = otherwise && this.outlets.at(-1);
    this.#openSources = this.#inlets.length;
    for (const inlet of this.#inlets) this.#ready.push(inlet);
  }

  /** Begins; resolves when the relay has ended, and the streams behind it. Never rejects. */
  run(): Promise<RelayReport> {
    const { signal } = this.#options;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    if (signal?.aborted) this.#onAbort();
    for (const inlet of this.#inlets) inlet.attach();
    for (const outlet of this.outlets) outlet.attach();
    this.#checkTargets();
    this.#wake();
    return this.#done.promise;
  }

  /** Offers the value in hand to an outlet; the next value is taken when it has answered. */
  offer(outlet: Outlet<T>, value: T): void {
    this.#offered++;
    const offer = outlet.offer(value);
    if (offer === "accepted") this.#accepted++;
    else if (offer === "waiting") this.#waiting++;
  }

  /** Offers the value in hand to outlets that have no room; the first to have some gets it. */
  offerFirst(outlets: readonly Outlet<T>[], value: T): void {
    this.#racing = true;
    const patient = outlets.filter((outlet) => outlet.canWait);
    for (const outlet of patient.length > 0 ? patient : outlets) {
      this.offer(outlet, value);
    }
  }

  /** Goes on, but later: whoever calls is in the middle of a send. */
  inletReady(inlet: Inlet<T>): void {
    this.#ready.push(inlet);
    this.#wake();
  }

  /** Ends the relay, unless it goes on with the other sources. */
  inletBroke({ core: { reason } }: Inlet<T>): void {
    if (this.#sourceFailure === "fail") this.#decide("failed", reason);
  }

  /** Goes on when nobody else has to answer. */
  outletAccepted(): void {
    this.#accepted++;
    this.#waiting--;
    if (this.#racing) {
      for (const outlet of this.outlets) outlet.withdraw();
      this.#waiting = 0;
    }
    if (this.#waiting === 0) this.#wake();
  }

  /** Goes on when nobody else has to answer. */
  outletRefused(): void {
    if (--this.#waiting === 0) this.#wake();
  }

  /** Goes on without that target, or ends when it was the last. */
  outletGone(): void {
    this.#checkTargets();
  }

  #wake(): void {
    if (this.#scheduled || this.#ended) return;
    this.#scheduled = true;
    RESOLVED.then(this.#pump);
  }

  readonly #pump = (): void => {
    this.#scheduled = false;
    if (this.#ended) return;
    if (this.#inHand !== EMPTY && this.#waiting === 0) this.#settleInHand();
    while (this.#waiting === 0 && this.#verdict === undefined) {
      const value = this.#takeNext();
      if (value === EMPTY) {
        if (this.#openSources > 0) return;
        this.#decideBySources();
        break;
      }
      this.#tally.received++;
      this.#move(value);
      if (turnIsSpent()) {
        this.#scheduled = true;
        nextTurn().then(this.#pump);
        return;
      }
    }
    if (this.#verdict) this.#end();
  };

  #takeNext(): T | typeof EMPTY {
    while (this.#ready.size > 0) {
      const inlet = this.#ready.shift();
      const value = inlet.take();
      if (value !== EMPTY) {
        this.#ready.push(inlet);
        return value;
      }
      if (inlet.core.ended) this.#openSources--;
      else inlet.wait();
    }
    return EMPTY;
  }

  #move(value: T): void {
    this.#offered = this.#accepted = 0;
    this.#racing = this.#fellBack = false;
    try {
      this.#place(value, this);
    } catch (error) {
      this.#discard(value, "failed", error);
      if (this.#options.onError !== "discard") this.#decide("failed", error);
      return;
    }
    this.#settle(value);
  }

  #settleInHand(): void {
    const value = this.#inHand as T; // whoever calls has seen that there is one
    this.#inHand = EMPTY;
    this.#settle(value);
  }

  /** Counts the value when all who were offered it have answered. */
  #settle(value: T): void {
    const wanted = this.#waiting > 0 || this.#accepted > 0;
    if (!wanted && this.#otherwise && !this.#fellBack) {
      this.#fellBack = true;
      this.offer(this.#otherwise, value);
    }
    if (this.#waiting > 0) this.#inHand = value;
    else if (this.#accepted > 0) this.#tally.passed++;
    else if (this.#offered === 0) this.#discard(value, "unmatched", undefined);
    else this.#discard(value, "undelivered", this.#whyGone());
  }

  #discard(value: T, why: Discard<T>["why"], error: unknown): void {
    try {
      this.#tally.discard(value, why, error);
    } catch (reason) {
      this.#verdict = { end: "failed", reason };
    }
  }

  readonly #onAbort = (): void => {
    this.#decide("aborted", this.#options.signal?.reason);
  };

  #checkTargets(): void {
    if (this.outlets.some((outlet) => !outlet.gone)) return;
    this.#decide("cancelled", this.#whyGone());
  }

  #whyGone(): unknown {
    return this.outlets.find((outlet) => outlet.gone)?.reason;
  }

  #decideBySources(): void {
    const intact = this.#inlets.some(({ core }) => core.state === "closed");
    if (intact || this.#inlets.length === 0) this.#decide("closed", undefined);
    else this.#decide("failed", this.#inlets[0]?.core.reason);
  }

  #decide(end: RelayReport["end"], reason: unknown): void {
    this.#verdict ??= { end, reason };
    this.#wake();
  }

  #end(): void {
    this.#ended = true;
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    this.#dropLeftovers();
    const { end = "closed", reason } = this.#verdict ?? {};
    const targets = this.outlets.map((outlet) => outlet.report());
    const { received, passed, discarded } = this.#tally;
    const report = { end, reason, received, passed, ...discarded, targets };
    if (end === "closed") closeTargets(this.#targets, this.#options);
    else {
      abortTargets(this.#targets, this.#options, reason);
      abortSources(this.#sources, this.#options, reason);
    }
    const piped = whenPiped([...this.#sources, ...this.#targets]);
    if (piped) piped.then(() => this.#done.resolve(report));
    else this.#done.resolve(report);
  }

  #dropLeftovers(): void {
    const value = this.#inHand;
    this.#inHand = EMPTY;
    for (const outlet of this.outlets) outlet.detach();
    if (value !== EMPTY) {
      if (this.#accepted > 0) this.#tally.passed++;
      else this.#discard(value, "undelivered", this.#verdict?.reason);
    }
    for (const inlet of this.#inlets) {
      const held = inlet.detach();
      if (held === EMPTY) continue;
      this.#tally.received++;
      this.#discard(held, "undelivered", this.#verdict?.reason);
    }
  }
}
