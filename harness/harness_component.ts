import type { Channel } from "./channel.ts";
import { Component, type ComponentContext } from "./component.ts";
import type { PortSpec } from "./graph.ts";
import type { Message } from "./message.ts";
import type { RequestOptions, SendOptions } from "./out_port.ts";
import type { Handler } from "./port_server.ts";
import type { ServeOptions } from "./serve_options.ts";
import { sleepUnless } from "./sleep_unless.ts";
import type {
  AskTypes,
  Handlers,
  OutTypes,
  PortSpecs,
  PortTypes,
  ReplyOf,
  RequestOf,
  UntypedPorts,
} from "./port_types.ts";
import { Wiring } from "./wiring.ts";

/**
 * A component that talks to others through ports. Declare `ports`, implement `process()`, and use
 * `serve()`, `send()` and `request()` in it; a harness connects the ports.
 *
 * @example A component that doubles numbers
 * ```ts
 * import { HarnessComponent, type PortSpec } from "@autocoder/harness";
 *
 * class Doubler extends HarnessComponent {
 *   override readonly ports: Readonly<Record<string, PortSpec>> = {
 *     in: { direction: "in", type: "number" },
 *     out: { direction: "out", type: "number" },
 *   };
 *   override process(): Promise<void> {
 *     return this.serve({ in: (n: number) => this.send("out", n * 2) });
 *   }
 * }
 * new Doubler("doubler", undefined);
 * ```
 */
export abstract class HarnessComponent<
  C = unknown,
  P extends PortTypes = UntypedPorts,
> extends Component<C> {
  /** The ports, by name. Subclasses declare theirs. */
  readonly ports: PortSpecs<P> = NONE as PortSpecs<P>; // a subclass with ports declares them
  readonly #wiring: Wiring = new Wiring(this as WithPorts);

  /** Channels into the component, by in port: one a connection. Ports without connection are absent. */
  get receiveStreams(): ReadonlyMap<string, readonly Channel<Message>[]> {
    return this.#wiring.receiveStreams;
  }

  /** Channels out of the component, by out port: one a connection. Ports without connection are absent. */
  get sendStreams(): ReadonlyMap<string, readonly Channel<Message>[]> {
    return this.#wiring.sendStreams;
  }

  /** Aborted when the component is to stop. */
  get signal(): AbortSignal {
    return this.#wiring.stopping.signal;
  }

  /** Prepares the component. A throw keeps the system from starting. */
  override setup(_context?: ComponentContext): void | Promise<void> {}

  /** Closes the outputs, which tells those downstream that nothing more will come. */
  override cleanup(): void | Promise<void> {
    this.#wiring.closeOutputs();
  }

  /**
   * Sends a value to every connection of an out port; resolves when all have accepted it. Rejects
   * with `UnknownPort` when the port is not declared or not connected, and with `ChannelClosed`,
   * `ChannelBroken` or `ChannelFull` when no connection accepts it. When only some refuse, their copy
   * becomes a dead letter.
   */
  protected send<K extends keyof OutTypes<P> & string>(
    port: K,
    data: OutTypes<P>[K],
    options?: SendOptions,
  ): Promise<void> {
    try {
      return this.#wiring.outPort(port).send(data, options);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * Sends a request and resolves with the answer. With several connections the first answer counts.
   * Rejects with `RequestFailed` when the handler failed or cannot be reached (the `cause` says why),
   * `RequestTimeout` when no answer came in time, the signal's reason, `UnknownPort`, or `RangeError`
   * when the time limit is less than 0 or not a number.
   */
  protected request<K extends keyof AskTypes<P> & string>(
    port: K,
    data: RequestOf<AskTypes<P>[K]>,
    options?: RequestOptions,
  ): Promise<ReplyOf<AskTypes<P>[K]>>;
  /** Sends a request whose answer is of a type that the caller knows. */
  protected request<R>(
    port: keyof OutTypes<P> & string,
    data: unknown,
    options?: RequestOptions,
  ): Promise<R>;
  protected request<R>(
    port: string,
    data: unknown,
    options?: RequestOptions,
  ): Promise<R> {
    try {
      return this.#wiring.outPort(port).request<R>(data, options);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * Serves the named in ports, all at once, one handler a port. Resolves when every one of them is
   * closed and drained, or when the component is to rest because others are started again; never in a
   * life that has failed. What a handler returns, or its promise resolves to, answers the message when
   * it is a request. A handler that fails costs only its message: the requester gets the failure, and
   * the message goes to the out port `error` where that is connected, else to the dead letters. Rejects
   * with `RangeError` when the concurrency is less than 1, or than the `batch` of a port, or no integer.
   */
  protected serve(
    handlers: Handlers<P>,
    options: ServeOptions = {},
  ): Promise<void> {
    // The types of the ports say that each handler takes what its port lets in.
    const served = handlers as Readonly<Record<string, Handler>>;
    return this.#wiring.serve(served, options);
  }

  /** Resolves when the component is to stop. */
  protected stopped(): Promise<void> {
    const { signal } = this;
    return new Promise((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  /**
   * Waits so many milliseconds by the clock of the harness. True when they have passed; false as soon
   * as the component is to stop.
   */
  protected sleep(milliseconds: number): Promise<boolean> {
    return sleepUnless(this.signal, milliseconds, this.#wiring.clock);
  }

  /**
   * Makes the component fail, as if `process()` had thrown: for a handler that finds out that its
   * component cannot go on, where a throw of its own would cost only its message. All that the component
   * has in hand stays so, whatever handlers and loops still do: it is handled again or becomes a dead
   * letter, as was declared.
   */
  protected fail(error: unknown): void {
    this.#wiring.fail(error);
  }
}

type WithPorts = Component & {
  readonly ports: Readonly<Record<string, PortSpec>>;
};

const NONE = {};
