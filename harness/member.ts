import { EMPTY } from "./channel_core.ts";
import type { Component } from "./component.ts";
import type { ComponentState } from "./component_status.ts";
import type { ComponentRuntime } from "./component_runtime.ts";
import type { Link } from "./link.ts";
import { type Wiring, wiringOf } from "./wiring.ts";

/** One component in the care of a harness: its life from setup to cleanup. */
export class Member {
  /** The component. */
  readonly component: Component;
  /** Its ports, when it has any. */
  readonly wiring: Wiring | undefined;
  /** Errors from its lifecycle methods. */
  readonly errors: unknown[] = [];
  readonly #runtime: ComponentRuntime;
  readonly #stopping: AbortController;
  readonly #settled: PromiseWithResolvers<void> = Promise.withResolvers();
  #isLaunched = false;
  #isSettled = false;

  /** Takes charge of a component. */
  constructor(component: Component, runtime: ComponentRuntime) {
    this.component = component;
    this.wiring = wiringOf(component);
    this.wiring?.attach(runtime);
    this.#runtime = runtime;
    this.#stopping = this.wiring?.stopping ?? new AbortController();
  }

  /** Name of the component. */
  get name(): string {
    return this.component.name;
  }

  /** Whether nothing of the component runs any more. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Resolves when the component has ended, failed, or been abandoned, and is cleaned up. */
  get settled(): Promise<void> {
    return this.#settled.promise;
  }

  /** Connections into the component that carry values or requests, not answers. */
  inputs(): readonly Link[] {
    return this.#inLinks().filter((link) => !link.carriesReplies);
  }

  /** Sets the component up; rejects with what it throws. */
  async setUp(): Promise<void> {
    const { name, status } = this.component;
    const { log } = this.#runtime;
    try {
      await this.component.setup({ name, signal: this.#stopping.signal, log });
      if (!this.#isSettled) status.transitionTo("ready");
    } catch (error) {
      if (!this.#isSettled) await this.#fail("setup", error);
      throw error;
    }
  }

  /** Begins to process. */
  launch(): void {
    this.#isLaunched = true;
    this.component.status.transitionTo("running");
    this.#runtime.log({
      level: "info",
      event: "started",
      component: this.name,
    });
    void this.#live();
  }

  /** Moves the component to `stopping`, and cleans it up at once when it never ran. */
  beginStop(): void {
    const { status } = this.component;
    if (!this.#isLaunched && status.state === "ready") void this.#end();
    else if (status.state === "running") this.#moveTo("stopping");
  }

  /** Tells the component to stop. */
  signalStop(): void {
    this.#stopping.abort();
  }

  /** Gives the component up: whoever waits for it gets an error, and nobody waits for it any more. */
  abandon(reason: Error): void {
    if (this.#isSettled) return;
    this.signalStop();
    this.#note("abandoned", reason);
    this.#moveTo("error");
    this.#releaseInputs(reason, true);
    this.wiring?.closeOutputs();
    this.#settle();
  }

  async #live(): Promise<void> {
    try {
      await this.component.process();
    } catch (error) {
      if (this.#isSettled) return; // abandoned before: it was reported then
      await this.#fail("process", error);
      return this.#settle();
    }
    if (!this.#isSettled) await this.#end();
  }

  async #end(): Promise<void> {
    // A component may have said itself that it failed.
    const failed = this.component.status.state === "error";
    if (!failed) this.#moveTo("stopping");
    this.#releaseInputs(new Error(`component "${this.name}" has ended`), false);
    const cleaned = await this.#cleanUp();
    if (this.#isSettled) return;
    this.#moveTo(cleaned && !failed ? "stopped" : "error");
    this.#runtime.log({
      level: "info",
      event: "stopped",
      component: this.name,
    });
    this.#settle();
  }

  async #fail(phase: "setup" | "process", error: unknown): Promise<void> {
    this.#note("failed", error, phase);
    this.#moveTo("error");
    this.#releaseInputs(error, true);
    await this.#cleanUp();
    if (phase === "setup") this.#settle();
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

  /** Nobody will take what is queued: it becomes dead letters, and later senders get an error. */
  #releaseInputs(cause: unknown, failed: boolean): void {
    for (const link of this.#inLinks()) {
      this.#buryQueued(link, cause);
      if (failed) link.receiveCore.abort(cause);
      else link.receiveCore.close();
      // Answers that the harness collects are never queued: nothing is lost with them.
      if (failed && link.replyFrom?.listener) link.replyTo?.abort(cause);
    }
  }

  #buryQueued({ receiveCore, to }: Link, cause: unknown): void {
    for (;;) {
      const message = receiveCore.take();
      if (message === EMPTY) return;
      if (message.withdrawn) {
        receiveCore.acknowledge();
        continue;
      }
      receiveCore.bury();
      const { component, port } = to;
      const letter = { component, port, attempt: 1, cause, message };
      this.#runtime.addDeadLetter(letter);
    }
  }

  #inLinks(): readonly Link[] {
    return this.wiring ? [...this.wiring.inLinks.values()].flat() : [];
  }

  #note(event: string, error: unknown, phase?: string): void {
    this.errors.push(error);
    this.component.status.recordError(error);
    this.#runtime.log({
      level: "error",
      event,
      component: this.name,
      ...(phase && { phase }),
      error,
    });
  }

  #settle(): void {
    this.#isSettled = true;
    this.#settled.resolve();
  }
}
