import { assertEquals } from "@std/assert";
import { expectEcho } from "./port_echo.ts";
import { plainPorts } from "./port_doubles.ts";
import { PortChannel } from "./workers.ts";

const broken = (name: string, action = "receive from") =>
  `ChannelBroken: Cannot ${action} channel "${name}": its other side failed`;

Deno.test("an error with which a worker meets the failure of its channel is prevented, any other is not", () => {
  const { worker, channel } = open("work");
  channel.abort(new RangeError("a reason"));
  for (
    const [message, expected] of [
      [`Uncaught (in promise) ${broken("work")}`, true],
      [`Uncaught ${broken("work", "send to")}`, true],
      [broken("work"), true],
      ["Uncaught (in promise) RangeError: a reason", true],
      [`Uncaught (in promise) ${broken("other")}`, false],
      ["Uncaught (in promise) RangeError: a reason of its own", false],
      ["Uncaught (in promise) TypeError: a reason", false],
      ["", false],
    ] as const
  ) assertEquals([message, isPrevented(worker, message)], [message, expected]);
});

Deno.test("an error of a worker whose channel has ended in good order is the worker's own", async () => {
  const { worker, channel, other } = open("work");
  channel.close();
  other.close();
  await channel.ended;
  assertEquals(isPrevented(worker, broken("work")), false);
});

Deno.test("an error fails a channel that is open on the worker, also after one that has failed", () => {
  const { worker, channel, port } = open("work");
  channel.abort("over");
  const again = new PortChannel<number>(port, { name: "work", worker });
  assertEquals(isPrevented(worker, broken("work")), true);
  assertEquals(again.closed, true);
});

Deno.test("expectEcho() listens to a worker once, and forgets the oldest of very many channels", () => {
  const worker = new EventTarget();
  let listeners = 0;
  const add = worker.addEventListener.bind(worker);
  worker.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++;
    add(...args);
  };
  for (let n = 0; n < 1000; n++) expectEcho(worker, `${n}`, "over");
  assertEquals(listeners, 1);
  assertEquals(isPrevented(worker, broken("0")), false);
  assertEquals(isPrevented(worker, broken("999")), true);
});

/** A channel over ports in one thread, with something that takes a worker's place. */
function open(name: string) {
  const [port, far] = plainPorts();
  const worker = new EventTarget();
  return {
    worker,
    port,
    channel: new PortChannel<number>(port, { name, worker }),
    other: new PortChannel<number>(far, { name }),
  };
}

function isPrevented(worker: EventTarget, message: string): boolean {
  return !worker.dispatchEvent(
    new ErrorEvent("error", { message, cancelable: true }),
  );
}
