/**
 * A program for the test of this package: a gateway over HTTP, a controller and a store, asked three
 * times, of which the second fails and the third says that its trace is not sampled. It prints one line
 * of JSON: what the store saw.
 *
 * @module
 */
import {
  HarnessComponent,
  type Message,
  type PortSpec,
  SystemExecutionHarness,
} from "./mod.ts";

type Ports = Readonly<Record<string, PortSpec>>;

class Gateway extends HarnessComponent {
  override readonly ports: Ports = { asks: { direction: "out" } };
  readonly address = Promise.withResolvers<string>();
  #server: Deno.HttpServer | undefined;

  override setup(): void {
    this.#server = Deno.serve({
      hostname: "127.0.0.1",
      port: 0,
      onListen: ({ port }) => this.address.resolve(`http://127.0.0.1:${port}/`),
    }, (request) => this.#answer(request));
  }

  override process(): Promise<void> {
    return this.#server!.finished;
  }

  stopListening(): Promise<void> {
    return this.#server!.shutdown();
  }

  async #answer(request: Request): Promise<Response> {
    const traceparent = request.headers.get("x-given") ?? undefined;
    try {
      const { pathname } = new URL(request.url);
      const options = traceparent ? { traceparent } : {};
      return new Response(
        await this.request<string>("asks", pathname, options),
      );
    } catch {
      return new Response("failed", { status: 500 });
    }
  }
}

class Controller extends HarnessComponent {
  override readonly ports: Ports = {
    asks: { direction: "in" },
    finds: { direction: "out" },
  };

  override process(): Promise<void> {
    return this.serve({
      asks: async (path: string) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return await this.request<string>("finds", path);
      },
    });
  }
}

class Store extends HarnessComponent {
  override readonly ports: Ports = { finds: { direction: "in" } };
  readonly seen: Readonly<Record<string, string | undefined>>[] = [];

  override process(): Promise<void> {
    return this.serve({
      finds: (path: string, { id, traceparent }: Message<never>) => {
        this.seen.push({ id, traceparent });
        if (path === "/fails") throw new TypeError("no such thing");
        return "found";
      },
    });
  }
}

if (import.meta.main) {
  const [gateway, store] = [
    new Gateway("gateway", undefined),
    new Store("store", undefined),
  ];
  const harness = new SystemExecutionHarness()
    .registerComponent(gateway)
    .registerComponent(new Controller("controller", undefined))
    .registerComponent(store)
    .connect("gateway.asks", "controller.asks", { type: "request_reply" })
    .connect("controller.finds", "store.finds", { type: "request_reply" });
  await harness.start();
  const address = await gateway.address.promise;
  const given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
  const answers = [];
  for (
    const [path, headers] of [["fine", {}], ["fails", {}], ["given", {
      "x-given": given,
    }]] as const
  ) answers.push(await (await fetch(`${address}${path}`, { headers })).text());
  await gateway.stopListening();
  await harness.stop();
  // deno-lint-ignore no-console
  console.log(JSON.stringify({ answers, seen: store.seen }));
}
