import { assertConnection, assertGraph } from "./assert_graph.ts";
import { assertMilliseconds } from "./assert_milliseconds.ts";
import type { Channel } from "./channel.ts";
import type { Component } from "./component.ts";
import {
  type ComponentRuntime,
  componentRuntime,
} from "./component_runtime.ts";
import { type DeadLetter, DeadLetterBox } from "./dead_letter.ts";
import type { DeadLetterStore } from "./dead_letter_store.ts";
import { describeGraph } from "./describe_graph.ts";
import { diagnose, type Diagnosis } from "./diagnose.ts";
import {
  ComponentAlreadyRegistered,
  HarnessAlreadyRunning,
  type RestartsExhausted,
} from "./errors.ts";
import {
  type ConnectionDescription,
  type GraphDescription,
  parseAddress,
} from "./graph.ts";
import { type HarnessMetrics, harnessMetrics } from "./harness_metrics.ts";
import type {
  ConnectOptions,
  HarnessOptions,
  StopOptions,
} from "./harness_options.ts";
import {
  type HarnessState,
  type HealthReport,
  healthReport,
} from "./health.ts";
import { Link } from "./link.ts";
import { Member } from "./member.ts";
import type { MemberOptions } from "./member_options.ts";
import type { Message } from "./message.ts";
import { redrive, type RedriveOptions, type RedriveReport } from "./redrive.ts";
import { linkReplies } from "./reply_route.ts";
import { ResourceStack } from "./resource_stack.ts";
import { restartGroups } from "./restart_group.ts";
import { settledBefore } from "./settled_before.ts";
import { shutDown } from "./shut_down.ts";
import { prerequisitesOf, startOrder } from "./start_order.ts";
import { Startup } from "./startup.ts";
import { stopEntry, type StopReport, stopReport } from "./stop_report.ts";
import { Supervisor } from "./supervisor.ts";

/**
 * Runs a system of components wired by channels: checks the graph, starts whoever receives before
 * whoever sends, keeps a failing component from harming the others, and stops in reverse without
 * losing a message in silence. A harness runs once.
 *
 * @example Two components
 * ```ts
 * import { HarnessComponent, type PortSpec, SystemExecutionHarness } from "@autocoder/harness";
 *
 * class Source extends HarnessComponent {
 *   override readonly ports: Readonly<Record<string, PortSpec>> = { out: { direction: "out" } };
 *   override async process(): Promise<void> {
 *     for (const n of [1, 2, 3]) await this.send("out", n);
 *   }
 * }
 * class Sum extends HarnessComponent {
 *   override readonly ports: Readonly<Record<string, PortSpec>> = { in: { direction: "in" } };
 *   total = 0;
 *   override process(): Promise<void> {
 *     return this.serve({ in: (n: number) => void (this.total += n) });
 *   }
 * }
 * const sum = new Sum("sum", undefined);
 * await new SystemExecutionHarness()
 *   .registerComponent(new Source("source", undefined))
 *   .registerComponent(sum)
 *   .connect("source.out", "sum.in")
 *   .run();
 * if (sum.total !== 6) throw new Error(`found ${sum.total}`);
 * ```
 */
export class SystemExecutionHarness implements AsyncDisposable {
  /** Name of the system. */
  readonly name: string;
  readonly #memberDefaults: MemberOptions;
  readonly #deadLetters: DeadLetterStore;
  readonly #runtime: ComponentRuntime;
  readonly #members = new Map<string, Member>();
  readonly #links: Link[] = [];
  readonly #resources: ResourceStack;
  readonly #finished: PromiseWithResolvers<void> = Promise.withResolvers();
  readonly #supervisor: Supervisor;
  #state: HarnessState = "created";
  #exhausted: RestartsExhausted | undefined;
  #order: readonly Member[] = [];
  #startup: Startup | undefined;
  #stopping: Promise<StopReport> | undefined;

  /** Makes a harness without components. Throws `RangeError` when a time is less than 0 or not a number. */
  constructor(options: HarnessOptions = {}) {
    this.name = options.name ?? "system";
    this.#memberDefaults = options.memberDefaults ?? {};
    this.#deadLetters = options.deadLetters ??
      new DeadLetterBox(options.deadLetterLimit ?? 1000);
    this.#runtime = componentRuntime(options, this.#deadLetters);
    this.#supervisor = new Supervisor({
      system: this.name,
      options: options.supervision ?? {},
      clock: this.#runtime.clock,
      log: this.#runtime.log,
      restTimeoutMs: this.#runtime.stopTimeoutMs / 2,
      escalate: (error) => {
        this.#exhausted ??= error;
        void this.stop();
      },
    });
    this.#resources = new ResourceStack(this.#runtime.log, this.#runtime.clock);
    this.#resources.own("dead letters", this.#deadLetters);
    this.#deadLetters.attach?.(this.#runtime);
  }

  /** Where the harness is in its life. */
  get state(): HarnessState {
    return this.#state;
  }

  /** The components, in the order they were registered. */
  get components(): readonly Component[] {
    return this.#all().map((member) => member.component);
  }

  /** Every channel, in the order of the connections. */
  get channels(): readonly Channel<Message>[] {
    return this.#links.flatMap((link) => link.channels());
  }

  /** The latest messages that could not be handled, oldest first. */
  get deadLetters(): readonly DeadLetter[] {
    return this.#deadLetters.letters;
  }

  /**
   * Adds a component, and says what it needs and how it is treated when it ends; what is not said is
   * as in `memberDefaults`. Throws `ComponentAlreadyRegistered` when its name is taken or it belongs to
   * a harness, `HarnessAlreadyRunning` after the start.
   */
  registerComponent(component: Component, options: MemberOptions = {}): this {
    this.#assertNotStarted(`register component "${component.name}"`);
    if (this.#members.has(component.name)) {
      throw new ComponentAlreadyRegistered(
        `Cannot register component "${component.name}": found its name taken, wanted a unique one`,
      );
    }
    this.#members.set(
      component.name,
      new Member(component, this.#runtime, {
        ...this.#memberDefaults,
        ...options,
      }),
    );
    this.#log("registered", component.name);
    return this;
  }

  /**
   * Connects an out port to an in port, both written `component.port`. Two connections from one port
   * broadcast; two into one port merge. Throws `UnknownComponent`, `UnknownPort`, `GraphError` when
   * both exist and do not fit, or `TypeError` when the stream for it is in use or has ended.
   */
  connect(from: string, to: string, options: ConnectOptions = {}): this {
    this.#assertNotStarted(`connect "${from}" to "${to}"`);
    const {
      bufferSize = 100,
      type = "data_stream",
      whenFull = "block",
      stream,
    } = options;
    const connection: ConnectionDescription = {
      from: parseAddress(from),
      to: parseAddress(to),
      type,
      bufferSize,
      whenFull,
    };
    this.#assertFits(connection);
    const { addDeadLetter } = this.#runtime;
    const link = new Link({ ...connection, whenFull, stream, addDeadLetter });
    this.#links.push(link);
    this.#members.get(link.from.component)?.wiring?.addOut(link);
    this.#members.get(link.to.component)?.wiring?.addIn(link);
    this.#log("connected", undefined, {
      from,
      to,
      type,
      bufferSize: link.bufferSize,
    });
    return this;
  }

  /**
   * Takes charge of a resource: it is disposed after all components are cleaned up, last one first,
   * within the time for the stop.
   */
  ownResource(name: string, resource: Disposable | AsyncDisposable): this {
    this.#resources.own(name, resource);
    return this;
  }

  /** Describes components and connections in plain data, for `checkGraph()`. */
  describe(): GraphDescription {
    return describeGraph(this.#all(), this.#links);
  }

  /**
   * Starts the system and resolves when every component has settled: all have ended, or `stop()` has
   * finished. Rejects like `start()`, and with `RestartsExhausted` when components had to be started
   * again too often, after everything has stopped.
   */
  async run(): Promise<void> {
    await this.start();
    await this.#finished.promise;
    if (this.#exhausted) throw this.#exhausted;
  }

  /**
   * Checks the graph, then sets up and starts the components: each after those it is declared to come
   * `after`, and else receivers first. Resolves when all run, or when `stop()` cut it short. Rejects
   * with `GraphError` before anything is started, with what a `setup()` threw after everything started
   * was stopped, and with `HarnessAlreadyRunning` when the harness was started before.
   */
  async start(): Promise<void> {
    this.#assertNotStarted(`start "${this.name}"`);
    const graph = this.describe();
    for (const finding of assertGraph(graph, `Cannot start "${this.name}"`)) {
      this.#runtime.log({ level: "warn", event: "graph", ...finding });
    }
    linkReplies(this.#links, graph);
    this.#state = "starting";
    this.#order = startOrder(graph).flatMap((name) =>
      this.#members.get(name) ?? []
    );
    this.#supervisor.watch(this.#order, restartGroups(graph));
    this.#startup = new Startup(this.#order, this.#runtime.clock);
    try {
      await this.#startup.run();
    } catch (error) {
      await this.stop();
      this.#state = "failed";
      throw error;
    }
    if (this.#state !== "starting") return;
    this.#state = "running";
    this.#log("running");
    void Promise.all(this.#order.map((member) => member.settled)).then(() =>
      this.stop()
    );
  }

  /**
   * Stops the system: sources first, then whoever receives from them once it has drained what came,
   * then the resources. A component that takes nothing of what is queued for it is told to stop when a
   * tenth of the time has passed, so that nobody waits for it longer: what it leaves becomes dead
   * letters. What does not end in time, component or resource, is given up and reported. Every call gets the same report. It rejects, with `RangeError`, only when the time it is given is
   * less than 0 or not a number; then nothing is stopped.
   */
  stop(options: StopOptions = {}): Promise<StopReport> {
    if (this.#stopping) return this.#stopping;
    const { timeoutMs = this.#runtime.stopTimeoutMs } = options;
    try {
      assertMilliseconds(timeoutMs, `Cannot stop "${this.name}"`);
    } catch (error) {
      return Promise.reject(error);
    }
    // Set before anything is called that may call stop() in turn.
    const { promise, resolve } = Promise.withResolvers<StopReport>();
    this.#stopping = promise;
    this.#startup?.cutShort();
    resolve(this.#stop(timeoutMs));
    return promise;
  }

  /** Reports health, for people and probes. */
  health(): HealthReport {
    return healthReport(
      this.name,
      this.#state,
      this.#all(),
      this.#deadLetters.trouble,
    );
  }

  /**
   * Sends the messages of dead letters again, each by the connection it came by, and reports what
   * became of each letter. One is taken out when its message was accepted; a message that fails again is
   * another letter, of the next attempt.
   */
  redrive(
    letters: readonly DeadLetter[] = this.deadLetters,
    options: RedriveOptions = {},
  ): Promise<RedriveReport> {
    return redrive(letters, this.#deadLetters, this.#links, options);
  }

  /** Tells who waits for whom at this moment, and who is at the bottom of it. */
  diagnose(): Diagnosis {
    return diagnose(this.#members, this.#links);
  }

  /** Reports figures of components and channels; `toPrometheus()` renders them. */
  metrics(): HarnessMetrics {
    return harnessMetrics(
      this.name,
      this.#all(),
      this.#links,
      this.#deadLetters,
    );
  }

  /** Stops the system. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #stop(timeoutMs: number): Promise<StopReport> {
    const { clock } = this.#runtime;
    const startedAt = clock.now();
    const wasStarting = this.#state === "starting";
    this.#state = "stopping";
    this.#log("stopping");
    this.#supervisor.halt();
    const remaining = () => Math.max(0, timeoutMs - (clock.now() - startedAt));
    const late = wasStarting
      ? await this.#startup?.end(timeoutMs / 2)
      : undefined;
    const others = this.#order.filter((member) => member !== late);
    await shutDown(others, {
      clock: clock,
      timeoutMs: remaining(),
      prerequisites: prerequisitesOf(this.describe()),
    });
    for (const link of this.#links) link.outbound.close(); // nobody did if they were never started
    const emptied = Promise.all(this.#links.map((link) => link.emptied));
    await settledBefore(emptied, remaining(), clock);
    const resourceErrors = await this.#resources.disposeAll(remaining());
    this.#runtime.ticker.stop();
    this.#state = this.#exhausted ? "failed" : "stopped";
    const report = stopReport({
      members: this.#all(),
      links: this.#links,
      resourceErrors,
      channels: this.channels.map((channel) => channel.stats()),
      deadLetters: this.#deadLetters.total,
      durationMs: clock.now() - startedAt,
    });
    this.#runtime.log(stopEntry(this.name, report));
    this.#finished.resolve();
    return report;
  }

  #assertNotStarted(action: string): void {
    if (this.#state === "created" && this.#stopping === undefined) return;
    throw new HarnessAlreadyRunning(
      `Cannot ${action}: found the harness ${this.#state}, wanted one not started yet`,
    );
  }

  #assertFits(connection: ConnectionDescription): void {
    const ends = [connection.from.component, connection.to.component]
      .flatMap((name) => this.#members.get(name) ?? []);
    // Both ends are enough, and cheap; the whole graph is for the message that names what there is.
    const known = ends.length === 2 ? ends : this.#all();
    assertConnection(describeGraph(known, []), connection);
  }

  #all(): readonly Member[] {
    return [...this.#members.values()];
  }

  #log(
    event: string,
    component?: string,
    facts: Readonly<Record<string, unknown>> = {},
  ): void {
    this.#runtime.log({
      level: "info",
      event,
      system: this.name,
      component,
      ...facts,
    });
  }
}
