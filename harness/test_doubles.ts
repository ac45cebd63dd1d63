/**
 * Small components for the tests of this package.
 *
 * @module
 */
import type { ComponentContext } from "./component.ts";
import type { PortSpec } from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";
import type { RequestOptions, SendOptions } from "./out_port.ts";
import type { Handler } from "./port_server.ts";

/** What a double does; everything it does not say, it does not do. */
export interface DoubleConfig {
  readonly ports?: Readonly<Record<string, PortSpec>>;
  readonly setup?: (
    self: Double,
    context?: ComponentContext,
  ) => void | Promise<void>;
  readonly process?: (self: Double) => void | Promise<void>;
  readonly cleanup?: (self: Double) => void | Promise<void>;
}

/** A component made of functions, whose protected methods are open to them. */
export class Double extends HarnessComponent<DoubleConfig> {
  override readonly ports: Readonly<Record<string, PortSpec>>;

  constructor(name: string, config: DoubleConfig = {}) {
    super(name, config);
    this.ports = config.ports ?? {};
  }

  override setup(context?: ComponentContext): void | Promise<void> {
    return this.config.setup?.(this, context);
  }

  override process(): void | Promise<void> {
    return this.config.process?.(this);
  }

  override async cleanup(): Promise<void> {
    await this.config.cleanup?.(this);
    await super.cleanup();
  }

  emit(port: string, data: unknown, options?: SendOptions): Promise<void> {
    return this.send(port, data, options);
  }

  ask<R>(port: string, data: unknown, options?: RequestOptions): Promise<R> {
    return this.request<R>(port, data, options);
  }

  answer(
    handlers: Readonly<Record<string, Handler>>,
    concurrency?: number,
  ): Promise<void> {
    return this.serve(handlers, { concurrency });
  }
}

/** Sends the values by `out`, then ends. */
export function source(name: string, values: Iterable<unknown>): Double {
  return new Double(name, {
    ports: OUT,
    process: async (self) => {
      for (const value of values) await self.emit("out", value);
    },
  });
}

/** Serves `in` with a handler, and can send by `out`. */
export function server(
  name: string,
  handler: (value: never, self: Double) => unknown,
  concurrency?: number,
): Double {
  return new Double(name, {
    ports: { ...IN, ...OUT },
    process: (self) =>
      self.answer({ in: (value) => handler(value, self) }, concurrency),
  });
}

/** Collects what comes in by `in`. */
export function sink(name: string, into: unknown[]): Double {
  return new Double(name, {
    ports: IN,
    process: (self) => self.answer({ in: (value) => void into.push(value) }),
  });
}

/** Runs the function with a component that can send and request by `out`, then waits for the stop. */
export function client(
  name: string,
  run: (self: Double) => void | Promise<void> = () => {},
): Double {
  return new Double(name, {
    ports: OUT,
    process: async (self) => {
      await run(self);
      await aborted(self.signal);
    },
  });
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** An `in` port. */
export const IN: Readonly<Record<string, PortSpec>> = {
  in: { direction: "in" },
};

/** An `out` port. */
export const OUT: Readonly<Record<string, PortSpec>> = {
  out: { direction: "out" },
};
