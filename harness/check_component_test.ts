import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  checkComponent,
  type CheckComponentOptions,
} from "./check_component.ts";
import type { Clock } from "./clock.ts";
import { Component } from "./component.ts";
import { COMPONENT_RULES } from "./component_rules.ts";
import type { PortSpec } from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";
import { aborted, Double, type DoubleConfig, IN, OUT } from "./test_doubles.ts";
import { nextTurn } from "./turn.ts";

const OPTIONS: CheckComponentOptions = {
  messages: { in: [1, 2, 3] },
  failing: { in: [-1] },
  replies: { ask: (n: number) => n + 1 },
  deadlineMs: 500,
};
const PORTS: Readonly<Record<string, PortSpec>> = {
  ...IN,
  ...OUT,
  ask: { direction: "out" },
};

/** Asks about each message and sends the answer on; fails on what is below 0. */
async function sound(self: Double, n: number): Promise<void> {
  if (n < 0) throw new RangeError(`found ${n}`);
  await self.emit("out", await self.ask("ask", n));
}

function double(config: DoubleConfig, ports = PORTS): () => Double {
  return () =>
    new Double("double", {
      ports,
      process: (self) => self.answer({ in: (n: number) => sound(self, n) }),
      ...config,
    });
}

/** Serves with a handler of its own, in place of the sound one. */
function handling(
  handle: (n: number, self: Double) => unknown,
): () => Double {
  return double({
    process: (self) => self.answer({ in: (n: number) => handle(n, self) }),
  });
}

Deno.test("checkComponent() accepts a server, and tells what it was held against", async () => {
  const { kept, notApplicable } = await checkComponent(double({}), OPTIONS);
  assertEquals(notApplicable, ["ends by itself"]);
  assertEquals(kept.length, COMPONENT_RULES.length - 1);
});

Deno.test("checkComponent() accepts a component without ports, of which few rules speak", async () => {
  class Idle extends Component {
    readonly #stop = new AbortController();
    #signal = this.#stop.signal;
    override setup(context?: { readonly signal: AbortSignal }): void {
      if (context) this.#signal = context.signal;
    }
    override process(): Promise<void> {
      return aborted(this.#signal);
    }
  }
  const { kept } = await checkComponent(() => new Idle("idle", undefined));
  assertEquals(kept.length, 7);
});

Deno.test("checkComponent() accepts a source that ends by itself, and one that ends on its signal", async () => {
  const counting = () =>
    new Double("source", {
      ports: OUT,
      process: async (self) => {
        for (let n = 0; n < 10 && !self.signal.aborted; n++) {
          await self.emit("out", n);
        }
      },
    });
  const { kept } = await checkComponent(counting, { until: "itself" });
  assert(kept.includes("ends by itself"));
  const ticking = (clock: Clock) =>
    new Double("ticker", {
      ports: OUT,
      process: async (self) => {
        while (!self.signal.aborted) {
          await self.emit("out", clock.now());
          await new Promise<void>((resolve) => {
            const callOff = clock.after(100, resolve);
            self.signal.addEventListener("abort", () => (callOff(), resolve()));
          });
        }
      },
    });
  await checkComponent(ticking);
});

Deno.test("checkComponent() accepts ports by which answers come and leave", async () => {
  const ports: Readonly<Record<string, PortSpec>> = {
    in: { direction: "in", replies: "results" },
    results: { direction: "out" },
    commands: { direction: "out", replies: "answers" },
    answers: { direction: "in" },
  };
  const make = double({
    process: (self) =>
      self.answer({ in: (n: number) => self.ask("commands", n) }),
  }, ports);
  await checkComponent(make, {
    messages: { in: [1] },
    replies: { commands: (n: number) => n + 1 },
  });
});

Deno.test("checkComponent() calls exercise, and takes what it throws for a failure", async () => {
  const make = () =>
    new Double("api", { process: (self) => aborted(self.signal) });
  let calls = 0;
  await checkComponent(make, { exercise: () => void calls++ });
  assert(calls >= 5, `found ${calls} calls`);
  const failed = await assertRejects(
    () =>
      checkComponent(make, {
        exercise: () => Promise.reject(new Error("found status 500")),
      }),
    Error,
  );
  assert(failed.message.includes("found status 500"), failed.message);
});

Deno.test("checkComponent() goes by the machine's clock for a component that does", async () => {
  const make = () =>
    new Double("slow", {
      ports: IN,
      process: (self) =>
        self.answer({
          in: () => new Promise((resolve) => setTimeout(resolve, 2)),
        }),
    });
  await checkComponent(make, { messages: { in: [1] }, realTime: true });
});

Deno.test("checkComponent() refuses options that do not fit the ports", async () => {
  const wrong: readonly [CheckComponentOptions, string][] = [
    [
      {},
      'found no message for its in port "in", wanted at least one in "messages"',
    ],
    [{ messages: { inn: [1] } }, 'found "inn" in "messages", wanted "in"'],
    [
      { messages: { in: [1] }, replies: { in: () => 1 } },
      'found "in" in "replies", wanted "out" or "ask"',
    ],
  ];
  for (const [options, problem] of wrong) {
    await assertRejects(
      () => checkComponent(double({}), options),
      TypeError,
      `Cannot check component "double": ${problem}`,
    );
  }
});

const never = () => new Promise<never>(() => {});

/** A component with one fault, for each rule that it must be caught by. */
const DOUBLES: readonly (readonly [
  rule: string,
  make: (clock: Clock) => Component,
  options?: CheckComponentOptions,
])[] = [
  ["sets up in time, and comes to run", double({ setup: never })],
  [
    "sets up in time, and comes to run",
    double({
      setup: () => {
        throw new Error("no such file");
      },
    }),
  ],
  [
    "leaves its status to the harness: ready, running, stopping, stopped",
    double({
      process: async (self) => {
        await self.answer({ in: (n: number) => sound(self, n) });
        self.status.transitionTo("stopping");
        self.status.transitionTo("stopped");
      },
    }),
  ],
  [
    "leaves setup(), process() and cleanup() to the harness: once each",
    double({
      process: async (self) => {
        await self.answer({ in: (n: number) => sound(self, n) });
        await self.cleanup();
      },
    }),
  ],
  [
    "takes every message of every in port",
    double({
      process: (self) => self.answer({ in: (n: number) => sound(self, n) }),
    }, { ...PORTS, forgotten: { direction: "in" } }),
    { ...OPTIONS, messages: { in: [1], forgotten: [1] } },
  ],
  [
    "deals with its messages without failure",
    handling((n, self) => self.emit("undeclared", n)),
  ],
  [
    "deals with messages that come all at once",
    () => {
      let busy = false;
      return handling(async (n, self) => {
        if (busy) await never(); // somebody else's turn, which never ends
        busy = true;
        await sound(self, n).finally(() => busy = false);
      })();
    },
  ],
  [
    "goes on after a message that fails",
    () =>
      new Double("double", {
        ports: PORTS,
        process: async (self) => {
          const [channel] = self.receiveStreams.get("in") ?? [];
          for await (const { data } of channel!) {
            await sound(self, data as number);
          }
        },
      }),
  ],
  [
    "goes on after a request of its own fails",
    double({
      process: (self) => {
        const failure = Promise.withResolvers<void>();
        const served = self.answer({
          in: async (n: number) => {
            if (n < 0) throw new RangeError(`found ${n}`);
            const answer = await self.ask("ask", n).catch((error) => {
              failure.reject(error);
              throw error;
            });
            await self.emit("out", answer);
          },
        });
        return Promise.race([served, failure.promise]);
      },
    }),
  ],
  [
    "takes no more than it can pass on while nobody takes what it sends",
    handling((n, self) => {
      if (n < 0) throw new RangeError(`found ${n}`);
      self.emit("out", n).catch(() => {});
    }),
  ],
  [
    "ends when its inputs have closed",
    double({
      process: async (self) => {
        await self.answer({ in: (n: number) => sound(self, n) });
        await aborted(self.signal);
      },
    }),
  ],
  [
    "ends by itself",
    () =>
      new Double("double", {
        ports: OUT,
        process: (self) => aborted(self.signal),
      }),
    { until: "itself" },
  ],
  [
    "ends in time when it is to stop",
    () => new Double("double", { ports: OUT, process: never }),
    {},
  ],
  [
    "closes its outputs in cleanup(), as the one it overrides does",
    () => {
      class Forgetful extends HarnessComponent {
        override readonly ports = OUT;
        override process(): Promise<void> {
          return aborted(this.signal);
        }
        override cleanup(): void {}
      }
      return new Forgetful("double", undefined);
    },
    {},
  ],
  [
    "accounts for every message",
    () =>
      new Double("double", {
        ports: IN,
        process: async (self) => {
          const [channel] = self.receiveStreams.get("in") ?? [];
          self.signal.addEventListener("abort", () => channel!.abort("bye"));
          for await (const _ of channel!) await aborted(self.signal);
        },
      }),
    { messages: { in: [1] } },
  ],
  [
    "can be started again",
    () => {
      let lives = 0;
      return double({
        setup: () => {
          if (++lives > 1) throw new Error("found it set up already");
        },
      })();
    },
  ],
  [
    "leaves nothing behind: no alarm, no send, no request after its end",
    (clock) => double({ setup: () => void clock.after(5_000, () => {}) })(),
  ],
  [
    "leaves nothing behind: no alarm, no send, no request after its end",
    double({
      cleanup: (self) => {
        const goOn = async () => {
          for (let n = 0; n < 60 && !isOver; n++) {
            await self.emit("out", n).catch(nextTurn);
          }
        };
        void goOn();
      },
    }),
  ],
];

/** Whether the double that goes on after its end is to leave it. */
let isOver = false;

for (const [rule, make, options] of DOUBLES) {
  Deno.test(`checkComponent() names the rule "${rule}" when it is broken`, async () => {
    isOver = false;
    const error = await assertRejects(
      () => checkComponent(make, options ?? OPTIONS),
      Error,
    ).finally(() => isOver = true);
    for (let turn = 0; turn < 3; turn++) await nextTurn();
    assert(error.message.includes(`- "${rule}": found`), error.message);
    assert(error.message.includes("wanted"), error.message);
  });
}

Deno.test("checkComponent() says why a component cannot be started again", async () => {
  let isUsed = false;
  const make = () => {
    isUsed = false;
    return double({
      setup: () => {
        if (isUsed) throw new Error("the port is in use");
        isUsed = true;
      },
    })();
  };
  const error = await assertRejects(() => checkComponent(make, OPTIONS), Error);
  assert(
    error.message.includes(
      'found it "error" when it was started again (Error: the port is in use), wanted "running"',
    ),
    error.message,
  );
});

Deno.test("checkComponent() has a broken double for every rule", () => {
  const caught = new Set(DOUBLES.map(([rule]) => rule));
  assertEquals(COMPONENT_RULES.filter(({ name }) => !caught.has(name)), []);
});
