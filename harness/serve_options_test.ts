import { assertEquals, assertRejects } from "@std/assert";
import { HarnessComponent } from "./harness_component.ts";
import type { MemberOptions } from "./member_options.ts";
import type { Handler } from "./port_server.ts";
import type { RetryOptions, ServeOptions } from "./serve_options.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, IN, source } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

const boom = new Error("boom");

class Server extends HarnessComponent {
  override readonly ports = IN;
  readonly #handler: (data: number) => unknown;
  readonly #options: ServeOptions;

  constructor(handler: (data: number) => unknown, options: ServeOptions) {
    super("server");
    this.#handler = handler;
    this.#options = options;
  }

  override process(): Promise<void> {
    const handler = this.#handler as Handler; // numbers are sent
    return this.serve({ in: handler }, this.#options);
  }

  die(error: unknown): void {
    this.fail(error);
  }
}

function system(
  numbers: readonly number[],
  server: Server,
  options: MemberOptions = {},
): { harness: SystemExecutionHarness; clock: VirtualClock } {
  const clock = new VirtualClock();
  const harness = new SystemExecutionHarness({
    clock,
    supervision: { backoff: { firstMs: 1 } },
  })
    .registerComponent(source("source", numbers))
    .registerComponent(server, options)
    .connect("source.out", "server.in");
  return { harness, clock };
}

/** A handler whose calls end when the test says so. */
class Works {
  readonly begun: number[] = [];
  readonly #ends = new Map<number, PromiseWithResolvers<void>>();

  readonly handle = (n: number): Promise<void> => {
    this.begun.push(n);
    const end = Promise.withResolvers<void>();
    this.#ends.set(n, end);
    return end.promise;
  };

  end(n: number): void {
    this.#ends.get(n)?.resolve();
  }

  fail(n: number, error: unknown = boom): void {
    this.#ends.get(n)?.reject(error);
  }
}

Deno.test("serve() with a key handles messages of one key in order, others at the same time", async () => {
  const works = new Works();
  const key = (n: number) => n % 2;
  const { harness, clock } = system(
    [1, 2, 3, 5],
    new Server(works.handle, { key }),
  );
  await harness.start();
  await clock.advance(0);
  assertEquals(works.begun, [1, 2]);
  works.end(2);
  await clock.advance(0);
  assertEquals(works.begun, [1, 2]);
  works.end(1);
  await clock.advance(0);
  assertEquals(works.begun, [1, 2, 3]);
  works.fail(3);
  await clock.advance(0);
  assertEquals(works.begun, [1, 2, 3, 5]);
  works.end(5);
  const { ledger } = await harness.stop();
  assertEquals([ledger.acknowledged, ledger.dead], [3, 1]);
});

Deno.test("serve() with a key goes on at once where handlers return no promise", async () => {
  const seen: number[] = [];
  const { harness } = system(
    [1, 2, 3],
    new Server((n) => void seen.push(n), { key: () => "all" }),
  );
  await harness.run();
  assertEquals(seen, [1, 2, 3]);
});

Deno.test("what waits in a lane when its component fails is handled by the next life only", async () => {
  const works = new Works();
  const server = new Server(works.handle, { key: () => "all" });
  const { harness, clock } = system([1, 2], server, {
    restart: "transient",
    delivery: "at_least_once",
  });
  await harness.start();
  await clock.advance(0);
  server.die(boom);
  await clock.advance(100);
  assertEquals(works.begun, [1, 1]);
  works.end(1);
  await clock.advance(0);
  works.end(2);
  const { ledger } = await harness.stop();
  assertEquals(works.begun, [1, 1, 2]);
  assertEquals([ledger.balanced, ledger.acknowledged], [true, 2]);
});

const RETRY: RetryOptions = { attempts: 3, firstMs: 10, jitter: 0 };

Deno.test("serve() with retry tries a message again after each wait, until it succeeds", async () => {
  const times: number[] = [];
  const { harness, clock } = system(
    [1],
    new Server(() => {
      times.push(clock.now());
      if (times.length < 3) throw boom;
    }, { retry: RETRY }),
  );
  await harness.start();
  await clock.advance(1000);
  assertEquals(times, [0, 10, 30]);
  assertEquals(harness.metrics().components[1]?.retries, 2);
  assertEquals(harness.metrics().components[1]?.failed, 0);
  const { ledger } = await harness.stop();
  assertEquals([ledger.acknowledged, ledger.dead], [1, 0]);
});

Deno.test("a message whose last try has failed becomes a dead letter that tells of all", async () => {
  const { harness, clock } = system(
    [1],
    new Server(() => Promise.reject(boom), { retry: RETRY }),
  );
  await harness.start();
  await clock.advance(1000);
  assertEquals(
    harness.deadLetters.map(({ attempt, cause }) => [attempt, cause]),
    [[3, boom]],
  );
  await harness.stop();
});

Deno.test("an error that is not worth it is not tried again", async () => {
  let calls = 0;
  const { harness, clock } = system(
    [1],
    new Server(() => {
      calls++;
      throw boom;
    }, { retry: { ...RETRY, retryIf: (error) => error !== boom } }),
  );
  await harness.start();
  await clock.advance(1000);
  assertEquals([calls, harness.deadLetters.length], [1, 1]);
  await harness.stop();
});

Deno.test("a message that waits for its next try when it is to stop becomes a dead letter", async () => {
  let calls = 0;
  const { harness, clock } = system(
    [1],
    new Server(() => {
      calls++;
      throw boom;
    }, { retry: { attempts: 9, firstMs: 1e9, maxMs: 1e9 } }),
  );
  await harness.start();
  await clock.advance(0);
  const stopped = harness.stop({ timeoutMs: 100 });
  await clock.advance(100);
  const { ledger, abandoned } = await stopped;
  assertEquals([calls, ledger.dead, abandoned.length], [1, 1, 0]);
});

Deno.test("a message that waits for its next try when its component fails is handled by the next life", async () => {
  const lives: number[] = [];
  let life = 1;
  const server = new Server(() => {
    lives.push(life);
    if (life === 1) throw boom;
  }, { retry: { attempts: 9, firstMs: 500, jitter: 0 } });
  const { harness, clock } = system([1], server, {
    restart: "transient",
    delivery: "at_least_once",
  });
  await harness.start();
  await clock.advance(0);
  life = 2;
  server.die(boom);
  await clock.advance(10_000);
  assertEquals(lives, [1, 2]);
  const { ledger } = await harness.stop();
  assertEquals([ledger.balanced, ledger.acknowledged], [true, 1]);
});

Deno.test("serve() refuses retries without an attempt", async () => {
  const { harness } = system(
    [],
    new Server(() => {}, { retry: { attempts: 0 } }),
  );
  await harness.start();
  const { errors } = await harness.stop();
  await assertRejects(
    () => Promise.reject(errors[0]?.error),
    RangeError,
    "found 0 attempts",
  );
});

class Waiter extends HarnessComponent {
  readonly heard: string[] = [];

  override async process(): Promise<void> {
    this.heard.push(`${await this.sleep(50)}`);
    this.heard.push(`${await this.sleep(1e9)}`);
    await this.stopped();
    this.heard.push("stopped");
  }
}

Deno.test("sleep() goes by the clock of the harness, and ends when the component is to stop", async () => {
  const clock = new VirtualClock();
  const waiter = new Waiter("waiter");
  const harness = new SystemExecutionHarness({ clock })
    .registerComponent(waiter);
  await harness.start();
  await clock.advance(49);
  assertEquals(waiter.heard, []);
  await clock.advance(1);
  assertEquals(waiter.heard, ["true"]);
  await harness.stop();
  assertEquals(waiter.heard, ["true", "false", "stopped"]);
  assertEquals(clock.pending, 0);
});

Deno.test("fail() ends a component as a throw of process() does", async () => {
  const server = new Server((n) => {
    if (n === 2) server.die(boom);
  }, {});
  const asker = client("asker", async (self) => {
    await self.emit("out", 1);
    await self.emit("out", 2);
  });
  const harness = new SystemExecutionHarness()
    .registerComponent(asker)
    .registerComponent(server)
    .connect("asker.out", "server.in");
  await harness.start();
  while (server.status.state !== "error") {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  assertEquals(server.status.lastError, boom);
  await harness.stop();
});
