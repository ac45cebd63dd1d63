import { assert, assertEquals } from "@std/assert";
import { broadcast } from "./broadcast.ts";
import { Channel, coreOf } from "./channel.ts";

const boom = new Error("boom");

Deno.test("a relay that has ended leaves nothing behind at its signal and its channels", async () => {
  const { signal } = new AbortController();
  const [source, target] = pair();
  const listeners = balance(signal, "addEventListener", "removeEventListener");
  const hooks = [source, target].map((channel) =>
    balance(coreOf(channel), "onEnd", "offEnd")
  );
  source.close();
  await broadcast(source, [target], { signal, preventClose: true });
  assertEquals([listeners(), ...hooks.map((hook) => hook())], [[], [], []]);
});

Deno.test("preventClose, preventAbort and preventCancel hold for streams too", async () => {
  const told: string[] = [];
  const sink = () =>
    new WritableStream<number>({
      close: () => void told.push("close"),
      abort: () => void told.push("abort"),
    });
  const endless = new ReadableStream<number>({
    pull: (controller) => controller.enqueue(1),
    cancel: () => void told.push("cancel"),
  });
  const [closed, broken, gone] = [
    new Channel<number>(),
    new Channel<number>(),
    new Channel<number>(),
  ];
  closed.close();
  broken.abort(boom);
  gone.abort(boom);
  await broadcast(closed, [sink()], { preventClose: true });
  await broadcast(broken, [sink()], { preventAbort: true });
  await broadcast(endless, [gone], { preventCancel: true });
  assertEquals(told, []);
  assert(!endless.locked);
});

Deno.test("a value that one of two targets has accepted has passed, also when the relay is aborted", async () => {
  const [source, quick] = pair();
  const slow = new Channel<number>({ capacity: 1 });
  const stop = new AbortController();
  const done = broadcast(source, [quick, slow], { signal: stop.signal });
  for (const n of [1, 2]) source.trySend(n);
  await tick();
  stop.abort(boom);
  const { received, passed, targets } = await done;
  assertEquals([received, passed], [2, 2]);
  assertEquals(targets.map(({ accepted }) => accepted), [2, 1]);
});

function pair(
  capacity = 10,
  targetCapacity = 10,
): [Channel<number>, Channel<number>] {
  return [new Channel({ capacity }), new Channel({ capacity: targetCapacity })];
}

/** Watches what is added to an object and not removed, by the first two arguments of its methods. */
function balance<O extends object>(
  object: O,
  add: keyof O,
  remove: keyof O,
): () => unknown[] {
  const present: unknown[][] = [];
  for (const name of [add, remove]) {
    const method = object[name] as (...args: unknown[]) => unknown; // the test names methods
    const watched = (...args: unknown[]) => {
      const at = present.findIndex((other) =>
        other[0] === args[0] && other[1] === args[1]
      );
      if (name === add) present.push(args);
      else if (at >= 0) present.splice(at, 1);
      return method.apply(object, args);
    };
    Object.defineProperty(object, name, { value: watched });
  }
  return () => present;
}

/** Lets every microtask that is due run. */
function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
