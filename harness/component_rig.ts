import { causePreview } from "./data_preview.ts";
import type { Clock } from "./clock.ts";
import type { Component } from "./component.ts";
import { ComponentStub } from "./component_stub.ts";
import type { ComponentSubject, Specimen } from "./component_subject.ts";
import { HarnessComponent } from "./harness_component.ts";
import { type LifeRecord, recordLife } from "./life_record.ts";
import { ProbeSink } from "./probe_sink.ts";
import { ProbeSource } from "./probe_source.ts";
import { quiet } from "./quiet.ts";
import type { StopReport } from "./stop_report.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { VirtualClock } from "./virtual_clock.ts";

/** What a rule needs around the component. */
export interface RigOptions {
  /**
   * Whether it is started again when it ends, or with the others when `crash()` is called.
   * @default {false}
   */
  readonly restarts?: boolean;
  /**
   * Whether nobody takes what it sends.
   * @default {false}
   */
  readonly blocked?: boolean;
}

/** A component in a system where everything around it belongs to the check. */
export class ComponentRig {
  /** What is checked. */
  readonly subject: ComponentSubject;
  /** The component. */
  readonly component: Component;
  /** The system. */
  readonly harness: SystemExecutionHarness;
  /** What the component was seen to do. */
  readonly life: LifeRecord;
  readonly #clock: Clock;
  readonly #feeders = new Map<string, ProbeSource>();
  readonly #stubs: ComponentStub[] = [];
  readonly #sinks: ProbeSink[] = [];
  readonly #saboteur = new ProbeSource("saboteur of the check");
  #stopped: StopReport | undefined;

  /** Builds the system around a component. */
  constructor(
    subject: ComponentSubject,
    { component, clock }: Specimen,
    options: RigOptions = {},
  ) {
    const { deadlineMs, until } = subject.options;
    this.subject = subject;
    this.component = component;
    this.#clock = clock;
    this.life = recordLife(component);
    const backoff = { firstMs: deadlineMs / 20, factor: 1, jitter: 0 };
    this.harness = new SystemExecutionHarness({
      name: "check",
      clock,
      stopTimeoutMs: deadlineMs,
      supervision: {
        strategy: until === "itself" ? "one_for_one" : "one_for_all",
        maxRestarts: 1000,
        backoff,
      },
    }).registerComponent(component, {
      startTimeoutMs: deadlineMs,
      restart: options.restarts ? "permanent" : "temporary",
    });
    if (options.restarts) {
      this.harness.registerComponent(this.#saboteur, { restart: "permanent" });
    }
    for (const { name } of subject.inputs) this.#addFeeder(name);
    for (const { name, replies } of subject.outputs) {
      this.#addReceiver(name, replies, options.blocked ?? false);
    }
  }

  /** Starts the system; rejects when the component does not come to run. */
  async start(): Promise<void> {
    const started = new Outcome(this.harness.start());
    if (!await this.until(() => started.isSettled)) {
      throw new Error(
        `found it not started ${this.afterDeadline}, wanted it to run`,
      );
    }
    await started.promise.catch((error) => {
      throw new Error(
        `found setup() to fail with ${
          causePreview(error, 300)
        }, wanted it to come to run`,
      );
    });
  }

  /** Stops the system, if it has not stopped yet, and reports how. */
  async stop(): Promise<StopReport> {
    if (this.#stopped) return this.#stopped;
    for (const sink of this.#sinks) sink.flow();
    const { deadlineMs: timeoutMs } = this.subject.options;
    const stopped = new Outcome(this.harness.stop({ timeoutMs }));
    // What it does not do in its time, the harness gives up: the report comes in any case.
    while (!await this.until(() => stopped.isSettled));
    return this.#stopped = await stopped.promise;
  }

  /** Waits until something is so; tells whether it was within the deadline. */
  async until(isSo: () => boolean): Promise<boolean> {
    const { deadlineMs } = this.subject.options;
    const end = this.#clock.now() + deadlineMs;
    for (;;) {
      await quiet();
      if (isSo()) return true;
      if (this.#clock.now() >= end) return false;
      await this.pass(deadlineMs / 100);
    }
  }

  /** Lets so many milliseconds pass. */
  async pass(milliseconds: number): Promise<void> {
    const clock = this.#clock;
    if (clock instanceof VirtualClock) await clock.advance(milliseconds);
    else {await new Promise<void>((resolve) =>
        clock.after(milliseconds, resolve)
      );}
  }

  /** Alarms that somebody has set on the virtual clock. */
  get alarms(): number {
    return this.#clock instanceof VirtualClock ? this.#clock.pending : 0;
  }

  /** The deadline in words. */
  get afterDeadline(): string {
    const { deadlineMs, realTime } = this.subject.options;
    const hint = realTime ? "" : ' (virtual; see "realTime")';
    return `after ${deadlineMs} ms${hint}`;
  }

  /** Sends each port its messages, over and over until it has had so many of them, or all of them once. */
  feed(
    messages: Readonly<Record<string, readonly unknown[]>>,
    times?: number,
  ): void {
    for (const [port, feeder] of this.#feeders) {
      const values = messages[port] ?? [];
      const count = values.length && (times ?? values.length);
      for (let n = 0; n < count; n++) {
        // One that is not accepted is seen in the figures.
        feeder.sendNext(values[n % values.length]).catch(() => {});
      }
    }
  }

  /** Has it do what it is for, once, and waits until it is done. */
  async work(): Promise<void> {
    this.feed(this.subject.options.messages);
    const { exercise } = this.subject.options;
    const exercised = new Outcome(
      Promise.resolve(this.component).then((component) => exercise(component)),
    );
    await this.until(() => this.isIdle && exercised.isSettled);
    if (!exercised.isSettled) {
      throw new Error(
        `found "exercise" not done ${this.afterDeadline}, wanted it done`,
      );
    }
    await exercised.promise.catch((error) => {
      throw new Error(
        `found "exercise" to fail with ${
          causePreview(error, 300)
        }, wanted it to resolve`,
      );
    });
  }

  /** Whether it is done with everything that it was sent. */
  get isIdle(): boolean {
    return this.inChannels().every(({ depth, inHand, waitingSenders }) =>
      depth + inHand + waitingSenders === 0
    );
  }

  /** Figures of the channels into the component that carry no answers. */
  inChannels(): ReturnType<ComponentRig["outChannels"]> {
    const streams = [...this.#feeders.values()].flatMap((feeder) => [
      ...feeder.sendStreams.values(),
    ]);
    return streams.flat().map((channel) => channel.stats());
  }

  /** Figures of the channels out of the component. */
  outChannels() {
    const { component } = this;
    if (!(component instanceof HarnessComponent)) return [];
    return [...component.sendStreams.values()].flat()
      .map((channel) => channel.stats());
  }

  /** Closes what comes in. */
  closeInputs(): void {
    for (const feeder of this.#feeders.values()) feeder.end();
  }

  /** Has all requests fail from now on, or none. */
  failRequests(isFailing: boolean): void {
    for (const stub of this.#stubs) stub.isFailing = isFailing;
  }

  /** Lets somebody else fail, so that all are started again. */
  crash(): void {
    this.#saboteur.fail(new Error("a crash, made by the check"));
  }

  /** Throws when a message has failed. */
  assertNoFailure(when: string): void {
    const { deadLetters } = this.harness;
    const { status: { state, lastError }, metrics } = this.component;
    const text = (cause: unknown) => causePreview(cause, 300);
    if (state === "error") {
      throw new Error(
        `found it failed ${when} (${text(lastError)}), wanted it to go on`,
      );
    }
    const [letter] = deadLetters;
    if (letter === undefined && metrics.failed === 0) return;
    const about = letter ? ` at "${letter.port}"` : "";
    throw new Error(
      `found ${
        Math.max(metrics.failed, deadLetters.length)
      } failed ${when}, the first${about} ` +
        `with ${text(letter ? letter.cause : lastError)}, wanted none`,
    );
  }

  #addFeeder(port: string): void {
    const feeder = new ProbeSource(`feeder of ${port}`);
    this.#feeders.set(port, feeder);
    this.harness.registerComponent(feeder).connect(
      `${feeder.name}.out`,
      `${this.component.name}.${port}`,
      { bufferSize: 4 },
    );
  }

  #addReceiver(port: string, replies: string | undefined, blocked: boolean) {
    const { component: { name }, harness } = this;
    const reply = this.subject.options.replies[port];
    if (reply === undefined) {
      const sink = new ProbeSink(`taker of ${port}`);
      if (!blocked) sink.flow();
      this.#sinks.push(sink);
      harness.registerComponent(sink)
        .connect(`${name}.${port}`, `${sink.name}.in`, { bufferSize: 4 });
      return;
    }
    const stub = new ComponentStub(`stub of ${port}`, reply, replies);
    this.#stubs.push(stub);
    harness.registerComponent(stub)
      .connect(`${name}.${port}`, `${stub.name}.in`, {
        type: replies === undefined ? "request_reply" : "data_stream",
      });
    if (replies !== undefined) {
      harness.connect(`${stub.name}.out`, `${name}.${replies}`);
    }
  }
}

/** A promise that can be asked whether it has settled. */
class Outcome<T> {
  readonly promise: Promise<T>;
  isSettled = false;

  constructor(promise: Promise<T>) {
    this.promise = promise;
    const settle = () => void (this.isSettled = true);
    promise.then(settle, settle);
  }
}
