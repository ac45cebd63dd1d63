/**
 * A worker for the tests of this package. Its name says what it does.
 *
 * @module
 */
import type { Message } from "./message.ts";
import { PortChannel, type PortLike, withData } from "./workers.ts";

/** What the worker can be told to do; all channels are over its `self`, with the name of the task. */
export type WorkerTask =
  | "echo"
  | "double messages"
  | "hold"
  | "fail"
  | "throw"
  | "throw later"
  | "pipe"
  | "exit"
  | "spin"
  | "not cloneable"
  | "sum";

// In a worker this is its end of the port; the compiler knows only the main thread.
const own = self as unknown as PortLike & { name: string; close(): void };

const tasks: Record<WorkerTask, () => Promise<void>> = {
  echo: async () => {
    const work = new PortChannel<unknown>(own, { name: "echo" });
    for await (const value of work) await work.send(value);
    work.close();
  },
  "double messages": async () => {
    const work = new PortChannel<Message<number>>(own, {
      name: "double messages",
    });
    for await (const message of work) {
      await work.send(withData(message, message.data * 2));
    }
    work.close();
  },
  /** Receives one value each time it is sent "next" on another channel, and says how many it has. */
  hold: async () => {
    const work = new PortChannel<number>(own, { name: "hold", capacity: 8 });
    const orders = new PortChannel<number>(own, { name: "orders" });
    for await (const _ of orders) {
      const { incoming } = work.stats();
      await work.receive();
      await orders.send(incoming.depth);
    }
    work.abort("no more orders");
    orders.close();
  },
  fail: async () => {
    const work = new PortChannel<number>(own, { name: "fail" });
    await work.receive();
    work.abort(new TypeError("the worker gave up"));
  },
  throw: async () => {
    const work = new PortChannel<number>(own, { name: "throw" });
    await work.receive();
    throw new RangeError("nobody caught it");
  },
  "throw later": async () => {
    const work = new PortChannel<number>(own, { name: "throw later" });
    try {
      for await (const n of work) await work.send(n);
    } catch (cause) {
      throw new RangeError("cannot tidy up", { cause });
    }
  },
  pipe: async () => {
    const work = new PortChannel<number>(own, { name: "pipe" });
    await work.readable.pipeTo(work.writable);
  },
  exit: async () => {
    const work = new PortChannel<number>(own, { name: "exit" });
    await work.send(await work.receive());
    await work.receive();
    own.close();
  },
  spin: async () => {
    const work = new PortChannel<number>(own, { name: "spin" });
    await work.send(await work.receive());
    await work.receive();
    for (;;);
  },
  "not cloneable": async () => {
    const work = new PortChannel<unknown>(own, { name: "not cloneable" });
    const value = await work.receive();
    const refused = await work.send(() => value).then(
      () => "accepted",
      (error: Error) => error.name,
    );
    await work.send(refused);
    work.close();
  },
  sum: async () => {
    const work = new PortChannel<number>(own, { name: "sum" });
    let sum = 0;
    for await (const n of work) sum += n;
    await work.send(sum);
    work.close();
  },
};

// The test runner loads it too, without a task.
void Object.entries(tasks).find(([name]) => name === own.name)?.[1]();
