import type { HarnessComponent } from "./harness_component.ts";
import type { ServeOptions } from "./serve_options.ts";
import type { RequestOptions, SendOptions } from "./out_port.ts";
import type { Handler } from "./port_server.ts";
import type { SeededScheduler } from "./seeded_scheduler.ts";

/** Puts a point where it waits for its turn before each handler, send and request of a component. */
export function controlComponent(
  component: HarnessComponent<unknown>,
  scheduler: SeededScheduler,
): void {
  // They are protected for the sake of components; this stands in front of one.
  const moves = component as unknown as Moves;
  const { send, request, serve } = moves;
  const gates = new Map<string, Gate>();
  const pass = <R>(
    port: string,
    step: string,
    work: () => R | PromiseLike<R>,
  ): Promise<R> => {
    const label = `${component.name}: ${step}${port}`;
    const gate = gates.get(port) ?? new Gate();
    gates.set(port, gate);
    return gate.pass(() => scheduler.yield(label))
      .then(() => scheduler.during(label, work));
  };
  Object.assign(
    moves,
    {
      send: (port, data, options) =>
        pass(port, "send ", () => send.call(component, port, data, options)),
      request: <R>(port: string, data: unknown, options?: RequestOptions) =>
        pass(port, "request ", () =>
          // What the caller expects the answer to be is passed on.
          request.call(component, port, data, options) as Promise<R>),
      serve: (handlers, options) => {
        const controlled = Object.entries(handlers).map(([port, handler]) =>
          [
            port,
            (...message: Parameters<Handler>) =>
              pass(port, "", () => handler.apply(undefined, message)),
          ] as const
        );
        return serve.call(component, Object.fromEntries(controlled), options);
      },
    } satisfies Moves,
  );
}

/** Lets through one after the other, each when it has waited for what it must: they keep their order. */
class Gate {
  #last: Promise<void> = Promise.resolve();

  pass(wait: () => Promise<void>): Promise<void> {
    return this.#last = this.#last.then(wait);
  }
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
