import type { Channel } from "./channel.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import type { Component } from "./component.ts";
import type { ComponentRuntime } from "./component_runtime.ts";
import { UnknownPort } from "./errors.ts";
import type { PortSpec } from "./graph.ts";
import { HandlerLanes } from "./handler_lanes.ts";
import { HandlerRetries } from "./handler_retries.ts";
import type { InHand } from "./in_hand.ts";
import type { Link } from "./link.ts";
import type { Message } from "./message.ts";
import { OutPort } from "./out_port.ts";
import { type Handler, PortServer } from "./port_server.ts";
import { PortTracing } from "./port_tracing.ts";
import type { RetryOptions, ServeOptions } from "./serve_options.ts";

/** The ports of one component, as the harness has connected them. */
export class Wiring {
  /** Aborted when the component is to stop, or to be started again; then there is a new one. */
  stopping: AbortController = new AbortController();
  /** Channels into the component, by port. */
  readonly receiveStreams = new Map<string, Channel<Message>[]>();
  /** Channels out of the component, by port. */
  readonly sendStreams = new Map<string, Channel<Message>[]>();
  /** Connections into the component, by port. */
  readonly inLinks = new Map<string, Link[]>();
  readonly #outPorts = new Map<string, OutPort>();
  readonly #component: Component & {
    readonly ports: Readonly<Record<string, PortSpec>>;
  };
  #runtime: ComponentRuntime | undefined;
  #failure = failure();
  #servers: PortServer[] = [];
  #outputsHeld = false;

  /** Belongs to one component. */
  constructor(
    component: Component & {
      readonly ports: Readonly<Record<string, PortSpec>>;
    },
  ) {
    this.#component = component;
    wirings.set(component, this);
  }

  /** Gives the component to a harness. */
  attach(runtime: ComponentRuntime): void {
    this.#runtime = runtime;
    for (const [name, spec] of Object.entries(this.#component.ports)) {
      if (spec.direction === "in") continue;
      const source = `${this.#component.name}.${name}`;
      const port = new OutPort(
        source,
        spec.type,
        runtime,
        this.#component.metrics,
      );
      this.#outPorts.set(name, port);
    }
  }

  /** Adds a connection that leaves by one of the ports. */
  addOut(link: Link): void {
    this.outPort(link.from.port).links.push(link);
    append(this.sendStreams, link.from.port, link.outbound);
  }

  /** Adds a connection that comes in by one of the ports. */
  addIn(link: Link): void {
    link.receiveCore.loops = new Set();
    append(this.inLinks, link.to.port, link);
    append(this.receiveStreams, link.to.port, link.inbound);
  }

  /** Returns an out port. Throws `UnknownPort` when the component declares none of that name. */
  outPort(name: string): OutPort {
    return this.#outPorts.get(name) ?? this.#missing("send from", name, "out");
  }

  /** Every connection that leaves the component. */
  outLinks(): readonly Link[] {
    return [...this.#outPorts.values()].flatMap((port) => port.links);
  }

  /** Where the component has its time from. */
  get clock(): Clock {
    return this.#runtime?.clock ?? SYSTEM_CLOCK;
  }

  /** Rejects when the component says that it has failed. */
  get failure(): Promise<never> {
    return this.#failure.promise;
  }

  /** Makes the component fail: what it has in hand stays so until it is let go of. */
  fail(error: unknown): void {
    for (const server of this.#servers) server.cutOff();
    for (const { receiveCore } of [...this.inLinks.values()].flat()) {
      for (const loop of receiveCore.loops ?? []) loop.cutOff();
    }
    this.#failure.reject(error);
  }

  /** Serves the named in ports until all their connections are closed and drained. */
  async serve(
    handlers: Readonly<Record<string, Handler>>,
    options: ServeOptions = {},
  ): Promise<void> {
    const component = this.#component;
    const runtime = this.#runtime ??
      this.#missing("serve", Object.keys(handlers)[0] ?? "", "in");
    const errorPort = this.#outPorts.get("error");
    const servers = Object.entries(handlers).map(([port, handler]) => {
      if (component.ports[port]?.direction !== "in") {
        this.#missing("serve", port, "in");
      }
      const limit = this.#limitOf(port, options.concurrency);
      const links = this.inLinks.get(port) ?? [];
      const served = links.find((link) =>
        link.receiveCore.listener !== undefined
      );
      if (served) {
        throw new TypeError(
          `Cannot serve "${component.name}.${port}": found it served already`,
        );
      }
      const tracing = runtime.tracer &&
        new PortTracing(runtime.tracer, `${component.name}.${port}`);
      return new PortServer({
        component,
        runtime,
        port,
        links,
        handler: tracing?.traced(handler) ?? handler,
        tracing,
        lanes: options.key && new HandlerLanes(options.key),
        retries: options.retry &&
          this.#retries(port, options.retry, runtime),
        limit,
        errorPort,
      });
    });
    this.#servers.push(...servers);
    const outcomes = await Promise.allSettled(
      servers.map((server) => server.serve()),
    );
    const failure = outcomes.find((outcome) => outcome.status === "rejected");
    if (failure) throw failure.reason;
  }

  /** Takes no more messages for now; what is in hand is finished, then `serve()` resolves. */
  rest(): void {
    for (const server of this.#servers) server.rest();
  }

  /** Lets go of all messages in hand and returns them, each port's in the order they were sent. */
  letGo(failed: boolean): InHand[] {
    const items = this.#servers.flatMap((server) => server.letGo(failed));
    this.#servers = [];
    return items;
  }

  /** Makes ready for another start, with a signal that is not aborted. */
  renew(): void {
    this.stopping = new AbortController();
    this.#failure = failure();
  }

  /** Does a piece of work during which the component cannot close its outputs: it is to come back. */
  async holdingOutputs(work: () => Promise<void>): Promise<void> {
    this.#outputsHeld = true;
    try {
      await work();
    } finally {
      this.#outputsHeld = false;
    }
  }

  /** Closes every connection that leaves the component, and every way back of answers. */
  closeOutputs(): void {
    if (this.#outputsHeld) return;
    for (const link of this.outLinks()) {
      link.outbound.close();
      link.impliedReply?.close();
    }
    for (const links of this.inLinks.values()) {
      for (const link of links) link.impliedReply?.close();
    }
  }

  #retries(
    port: string,
    options: RetryOptions,
    { clock, log }: ComponentRuntime,
  ): HandlerRetries {
    const component = this.#component.name;
    const { signal } = this.stopping;
    const onRetry = ({ id }: Message<never>, error: unknown) => {
      this.#component.metrics.retries++;
      const event = "message_retried";
      log({ level: "info", event, component, port, message: id, error });
    };
    return new HandlerRetries({ options, clock, signal, onRetry });
  }

  /** Most messages in hand at one port: as declared, or else as asked for, but never less than its batch. */
  #limitOf(port: string, asked: number | undefined): number {
    const { batch = 1, concurrency } = this.#component.ports[port] ?? {};
    const limit = concurrency ?? asked ?? Math.max(DEFAULT_LIMIT, batch);
    if (Number.isInteger(limit) && limit >= batch) return limit;
    throw new RangeError(
      `Cannot serve "${this.#component.name}.${port}": found concurrency ${limit}, ` +
        `wanted an integer of at least ${batch}${
          batch > 1 ? ", its batch" : ""
        }`,
    );
  }

  #missing(action: string, port: string, direction: "in" | "out"): never {
    const { name } = this.#component;
    if (this.#runtime === undefined) {
      throw new UnknownPort(
        `Cannot ${action} "${name}.${port}": found no harness, wanted a registered component`,
      );
    }
    const known = Object.entries(this.#component.ports)
      .filter(([, spec]) => spec.direction === direction)
      .map(([known]) => `"${known}"`);
    throw new UnknownPort(
      `Cannot ${action} "${name}.${port}": found no such ${direction} port, ` +
        `wanted ${known.join(" or ") || `a declared ${direction} port`}`,
    );
  }
}

/** Returns the wiring of a component that has ports. */
export function wiringOf(component: Component): Wiring | undefined {
  return wirings.get(component);
}

function failure(): PromiseWithResolvers<never> {
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {}); // it may come when nobody listens any more
  return failure;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const DEFAULT_LIMIT = 64;
const wirings = new WeakMap<Component, Wiring>();
