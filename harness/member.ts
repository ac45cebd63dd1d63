import type { Component } from "./component.ts";
import { type ComponentState, followHarness } from "./component_status.ts";
import type { ComponentRuntime } from "./component_runtime.ts";
import { ComponentAlreadyRegistered } from "./errors.ts";
import type { Link } from "./link.ts";
import { MemberInputs } from "./member_inputs.ts";
import type { MemberOptions } from "./member_options.ts";
import { settledBefore } from "./settled_before.ts";
import { Settling } from "./settling.ts";
import { type Wiring, wiringOf } from "./wiring.ts";

/** Who decides whether a component that has ended is started again. */
export interface MemberWatcher {
  /** Tells whether it is, asked before it is cleaned up. */
  wants(member: Member, failed: boolean): boolean;
  /** Hears that it is cleaned up and rests. */
  rested(member: Member): void;
  /** Hears that it was abandoned on the way to its next life, which it will not have. */
  stuck(member: Member, cause: unknown): void;
}

/** The time between two lives of a component. */
export interface Rest {
  /** Since when, in milliseconds of the Unix epoch. */
  readonly since: number;
  /** What the last life failed with; undefined when it ended by itself or for others' sake. */
  readonly failure: { readonly error: unknown } | undefined;
}

/**
 * One component in the care of a harness: its life from setup to cleanup. Between two lives it rests:
 * it is cleaned up, and its channels stay open.
 */
export class Member {
  /** The component. */
  readonly component: Component;
  /** Its ports, when it has any. */
  readonly wiring: Wiring | undefined;
  /** How it is treated. */
  readonly options: MemberOptions;
  /** The latest errors from its lifecycle methods; a component that fails for years leaves no more than these. */
  readonly errors: unknown[] = [];
  /** Decides about restarts; without one there are none. */
  watcher: MemberWatcher | undefined;
  readonly #runtime: ComponentRuntime;
  readonly #inputs: MemberInputs;
  readonly #settling = new Settling();
  #stopping: AbortController;
  #asked: PromiseWithResolvers<void> | undefined;
  #isLaunched = false;
  #isResting = false;
  #betweenLives: Rest | undefined;
  #isToStop = false;
  #isAbandoned = false;

  /** Takes charge of a component. Throws `ComponentAlreadyRegistered` when another member has. */
  constructor(
    component: Component,
    runtime: ComponentRuntime,
    options: MemberOptions = {},
  ) {
    if (taken.has(component)) {
      throw new ComponentAlreadyRegistered(
        `Cannot register component "${component.name}": found it registered elsewhere`,
      );
    }
    taken.add(component);
    this.component = component;
    this.wiring = wiringOf(component);
    this.wiring?.attach(runtime);
    followHarness(component.status, runtime);
    this.options = options;
    this.#runtime = runtime;
    this.#inputs = new MemberInputs(this.wiring, runtime, options);
    this.#stopping = this.wiring?.stopping ?? new AbortController();
  }

  /** Name of the component. */
  get name(): string {
    return this.component.name;
  }

  /** Whether it has ended and waits to be started again. */
  get isResting(): boolean {
    return this.#isResting;
  }

  /** Set from the end of one life to the beginning of the next, when there is to be one. */
  get betweenLives(): Rest | undefined {
    return this.#betweenLives;
  }

  /** Whether nothing of the component runs any more, and nothing will. */
  get isSettled(): boolean {
    return this.#settling.isSettled;
  }

  /** Whether it did not end in time and was given up. */
  get isAbandoned(): boolean {
    return this.#isAbandoned;
  }

  /** Resolves when the component has ended for good, or been abandoned, and is cleaned up. */
  get settled(): Promise<void> {
    return this.#settling.promise;
  }

  /** Connections into the component that carry values or requests, not answers. */
  inputs(): readonly Link[] {
    return this.#inputs.links().filter((link) => !link.carriesReplies);
  }

  /** Sets the component up; rejects with what it throws. */
  async setUp(): Promise<void> {
    try {
      await this.#setUpInTime();
      if (!this.#settling.isSettled) {
        this.component.status.transitionTo("ready");
      }
    } catch (error) {
      if (!this.#settling.isSettled) {
        await this.#fail("setup", error);
        this.#settle();
      }
      throw error;
    }
  }

  /** Begins to process. */
  launch(): void {
    this.#isLaunched = true;
    this.#betweenLives = undefined;
    this.#inputs.resume();
    this.component.status.transitionTo("running");
    this.#log("started");
    void this.#live();
  }

  /**
   * Asks the component to rest, for as long as those it belongs to are started again; tells whether it
   * rests, which it does not when it has ended for good. One that does not end in time is abandoned.
   */
  async rest(timeoutMs: number): Promise<boolean> {
    if (!this.#isResting && this.component.status.isRunning) {
      this.#asked = Promise.withResolvers<void>();
      this.#moveTo("stopping");
      this.#inputs.rest();
      this.signalStop();
      if (
        !await settledBefore(
          this.#asked.promise,
          timeoutMs,
          this.#runtime.clock,
        )
      ) {
        this.#giveUpRestart("found it running after its time");
      }
      this.#asked = undefined;
    }
    return this.#isResting;
  }

  /** Starts a component that rests again; tells whether it runs. If not, it rests or has settled. */
  async wake(): Promise<boolean> {
    const { metrics, status } = this.component;
    this.#isResting = false;
    metrics.restarts++;
    this.wiring?.renew();
    this.#stopping = this.wiring?.stopping ?? new AbortController();
    this.#log("restarting");
    try {
      await this.#setUpInTime();
      if (!this.#settling.isSettled) status.transitionTo("ready");
    } catch (error) {
      if (!this.#settling.isSettled) await this.#goToRest("setup", { error });
      return false;
    }
    if (this.#settling.isSettled) return false;
    if (this.#isToStop) {
      await this.#end();
      return false;
    }
    this.launch();
    return true;
  }

  /** Moves the component to `stopping`, and cleans it up at once when it does not run but was set up. */
  beginStop(): void {
    const { status } = this.component;
    this.#isToStop = true;
    if (this.#isResting) this.#endRest();
    else if (status.state === "created") this.#endUnstarted();
    else if (!this.#isLaunched && status.state === "ready") void this.#end();
    else if (status.state === "running") this.#moveTo("stopping");
  }

  /** Tells the component to stop. */
  signalStop(): void {
    this.#stopping.abort();
  }

  /** Gives the component up: whoever waits for it gets an error, and nobody waits for it any more. */
  abandon(reason: Error): void {
    if (this.#settling.isSettled) return;
    this.signalStop();
    this.#moveTo("error");
    this.#note("abandoned", reason);
    this.#isAbandoned = true;
    this.#inputs.handBack(reason);
    this.#inputs.release(reason, true);
    this.wiring?.closeOutputs();
    this.#settle();
  }

  async #setUpInTime(): Promise<void> {
    const { name } = this.component;
    const { log, clock } = this.#runtime;
    const { startTimeoutMs = 30_000 } = this.options;
    const { signal } = this.#stopping;
    const result = this.component.setup({ name, signal, log });
    if (result === undefined) return;
    const setup = Promise.resolve(result);
    const over = this.#settling.orEndOf(setup);
    if (!await settledBefore(over, startTimeoutMs, clock)) {
      setup.catch(() => {}); // too late to matter
      throw new Error(
        `Cannot start component "${name}": found it setting up after ${startTimeoutMs} ms`,
      );
    }
    if (!this.#settling.isSettled) await setup;
  }

  async #live(): Promise<void> {
    let failure: { readonly error: unknown } | undefined;
    try {
      const process = this.component.process();
      await (this.wiring
        ? Promise.race([process, this.wiring.failure])
        : process);
    } catch (error) {
      failure = { error };
    }
    if (this.#settling.isSettled) return; // abandoned before: it was reported then
    if (this.#asked !== undefined) {
      await this.#goToRest("process", failure);
      this.#asked?.resolve(); // unless it came too late and was abandoned
    } else if (this.watcher?.wants(this, failure !== undefined)) {
      await this.#goToRest("process", failure);
      if (this.#isResting) this.watcher.rested(this);
    } else if (failure) {
      await this.#fail("process", failure.error);
      this.#settle();
    } else await this.#end();
  }

  async #end(): Promise<void> {
    // A component may have said itself that it failed.
    const failed = this.component.status.state === "error";
    if (!failed) this.#moveTo("stopping");
    this.#inputs.bury(this.#hasEnded());
    this.#inputs.release(this.#hasEnded(), false);
    this.signalStop();
    const cleaned = await this.#cleanUp();
    if (this.#settling.isSettled) return;
    this.#moveTo(cleaned && !failed ? "stopped" : "error");
    this.#log("stopped");
    this.#settle();
  }

  async #fail(phase: "setup" | "process", error: unknown): Promise<void> {
    this.#moveTo("error");
    this.#note("failed", error, phase);
    this.#inputs.handBack(error);
    this.#inputs.release(error, true);
    this.signalStop();
    await this.#cleanUp();
  }

  async #goToRest(
    phase: "setup" | "process",
    failure: { readonly error: unknown } | undefined,
  ): Promise<void> {
    // A setup that fails on the way to the next life prolongs the rest.
    const { since = this.#runtime.clock.date() } = this.#betweenLives ?? {};
    this.#betweenLives = { since, failure };
    if (failure) {
      // A setup after an ordinary end: no transition leads from stopped to error.
      if (this.component.status.state === "stopped") this.#moveTo("ready");
      this.#moveTo("error");
      this.#note("failed", failure.error, phase);
    } else this.#moveTo("stopping");
    const cause = failure ? failure.error : this.#hasEnded();
    this.#inputs.suspend(cause);
    this.#inputs.handBack(cause, failure !== undefined);
    this.signalStop(); // whatever else the life has begun ends with it
    const work = async () => {
      const cleaned = await this.#cleanUp();
      if (!this.#settling.isSettled && !failure) {
        this.#moveTo(cleaned ? "stopped" : "error");
      }
    };
    const worked = this.wiring?.holdingOutputs(work) ?? work();
    const { clock, stopTimeoutMs } = this.#runtime;
    const limit = this.options.stopTimeoutMs ?? stopTimeoutMs / 2;
    if (
      !await settledBefore(this.#settling.orEndOf(worked), limit, clock)
    ) {
      this.#giveUpRestart(`found it cleaning up after ${limit} ms`);
    }
    if (this.#settling.isSettled) return;
    this.#isResting = true;
    if (this.#isToStop) this.#endRest();
  }

  #giveUpRestart(problem: string): void {
    const reason = new Error(`Cannot restart "${this.name}": ${problem}`);
    this.abandon(reason);
    this.watcher?.stuck(this, reason);
  }

  #endRest(): void {
    const { state, lastError } = this.component.status;
    this.#isResting = false;
    const failed = state === "error";
    this.#inputs.release(failed ? lastError : this.#hasEnded(), failed);
    this.wiring?.closeOutputs();
    this.#settle();
  }

  /** Nobody will serve its ports: whoever waits there is told. */
  #endUnstarted(): void {
    const reason = new Error(`component "${this.name}" was not started`);
    this.#inputs.release(reason, true);
    this.wiring?.closeOutputs();
    this.#settle();
  }

  /** Goes on also when the component has moved its own status to where no way leads there. */
  #moveTo(next: ComponentState): void {
    const { status } = this.component;
    if (status.state === next) return;
    try {
      status.transitionTo(next);
    } catch (error) {
      this.#note("transition_refused", error);
    }
  }

  async #cleanUp(): Promise<boolean> {
    try {
      await this.component.cleanup();
      return true;
    } catch (error) {
      this.#note("failed", error, "cleanup");
      return false;
    } finally {
      this.wiring?.closeOutputs();
    }
  }

  #hasEnded(): Error {
    return new Error(`component "${this.name}" has ended`);
  }

  #note(event: string, error: unknown, phase?: string): void {
    this.errors.push(error);
    if (this.errors.length > KEPT_ERRORS) this.errors.shift();
    this.component.status.recordError(error);
    this.#runtime.log({
      level: "error",
      event,
      component: this.name,
      ...(phase && { phase }),
      error,
    });
  }

  #log(event: string): void {
    this.#runtime.log({ level: "info", event, component: this.name });
  }

  #settle(): void {
    this.#betweenLives = undefined;
    this.#settling.settle();
  }
}

const taken = new WeakSet<Component>();

const KEPT_ERRORS = 100;
