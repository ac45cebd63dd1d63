import { formatAddress } from "./graph.ts";
import type { HarnessComponent } from "./harness_component.ts";
import type { RequestOptions, SendOptions } from "./out_port.ts";
import type { Handler } from "./port_server.ts";
import type { SeededScheduler } from "./seeded_scheduler.ts";
import type { ServeOptions } from "./serve_options.ts";

/** Puts a point where it waits for its turn before each handler, send and request of a component. */
export function controlComponent(
  component: HarnessComponent<unknown>,
  scheduler: SeededScheduler,
): void {
  // They are protected for the sake of components; this stands in front of one.
  const moves = component as unknown as Moves;
  const { send, request, serve } = moves;
  // Whoever waits under one label keeps the order, so what passes by one port does.
  const pass = <R>(
    port: string,
    work: () => R | PromiseLike<R>,
  ): Promise<R> => {
    const label = formatAddress({ component: component.name, port });
    return scheduler.yield(label).then(() => scheduler.during(label, work));
  };
  Object.assign(
    moves,
    {
      send: (port, data, options) =>
        pass(port, () => send.call(component, port, data, options)),
      request: <R>(port: string, data: unknown, options?: RequestOptions) =>
        pass(port, () =>
          // What the caller expects the answer to be is passed on.
          request.call(component, port, data, options) as Promise<R>),
      serve: (handlers, options) => {
        const controlled = Object.entries(handlers).map(([port, handler]) =>
          [
            port,
            (...message: Parameters<Handler>) =>
              pass(port, () => handler.apply(undefined, message)),
          ] as const
        );
        return serve.call(component, Object.fromEntries(controlled), options);
      },
    } satisfies Moves,
  );
}

interface Moves {
  send(port: string, data: unknown, options?: SendOptions): Promise<void>;
  request(
    port: string,
    data: unknown,
    options?: RequestOptions,
  ): Promise<unknown>;
  serve(
    handlers: Readonly<Record<string, Handler>>,
    options?: ServeOptions,
  ): Promise<void>;
}
