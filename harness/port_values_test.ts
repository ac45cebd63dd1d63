import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { Channel } from "./channel.ts";
import { ChannelBroken } from "./errors.ts";
import { createMessage, Envelope, type Message } from "./message.ts";
import { client } from "./test_doubles.ts";
import { withData } from "./workers.ts";

import { close, pair, quiet } from "./port_doubles.ts";
Deno.test("a value that cannot be cloned fails its own send; the others arrive in order", async () => {
  const { here, there } = pair<unknown>();
  const results = await Promise.allSettled(
    [1, () => {}, 2, { deep: [Symbol("s")] }, new Map([[1, 2]]), throwing(), 3]
      .map((value) => here.send(value)),
  );
  assertEquals(
    results.map((result) =>
      result.status === "rejected" ? result.reason.name : "sent"
    ),
    [
      "sent",
      "DataCloneError",
      "sent",
      "DataCloneError",
      "sent",
      "SyntaxError",
      "sent",
    ],
  );
  assertEquals(
    assertThrows(() => here.trySend(() => {}), DOMException).name,
    "DataCloneError",
  );
  assertEquals(here.trySend(new Set([4])), true);
  here.close();
  there.close();
  assertEquals(await Array.fromAsync(there), [
    1,
    2,
    new Map([[1, 2]]),
    3,
    new Set([4]),
  ]);
});

Deno.test("a channel or a component is refused, however deep it is", async () => {
  const { here, there } = pair<unknown>();
  const channel = new Channel({ name: "inner" });
  for (
    const value of [
      channel,
      { a: [channel] },
      createMessage({ data: channel, source: "a.b" }),
    ]
  ) {
    await assertRejects(
      () => here.send(value),
      TypeError,
      'Cannot send channel "inner" to another thread',
    );
  }
  assertThrows(
    () => here.trySend([client("own")]),
    TypeError,
    'Cannot send component "own"',
  );
  await close(here, there);
});

Deno.test("a value that looks cloneable and is not fails the channel: it was accepted", async () => {
  const { here, there } = pair<unknown>();
  await here.send(new Proxy({}, {}));
  const error = await assertRejects(() => there.receive(), ChannelBroken);
  assert(
    String(error.cause).includes("could not be cloned"),
    String(error.cause),
  );
  await assertRejects(() => here.send(1), ChannelBroken);
});

Deno.test("a value that waits to be tried fails with the channel", async () => {
  const { here } = pair<unknown>({ capacity: 2 });
  const waiting = Array.from({ length: 9 }, () => here.send(new Uint8Array(1)));
  const last = assertRejects(() => waiting.at(-1)!, ChannelBroken);
  const outcomes = Promise.allSettled(waiting);
  await quiet();
  here.abort("over");
  await last;
  assertEquals((await outcomes).map(({ status }) => status), [
    "fulfilled",
    "fulfilled",
    ...Array(7).fill("rejected"),
  ]);
});

Deno.test("messages keep all their attributes, and are themselves again when they come back", async () => {
  const { here, there } = pair<Message>();
  const message = new Envelope(
    "a.out",
    "Order",
    86_400_000,
    { n: 1 },
    true,
    "tp",
    7,
    true,
  );
  Object.assign(message, {
    datacontenttype: "text/x",
    dataschema: "https://x",
  });
  await here.send(message as unknown as Message);
  const arrived = await there.receive();
  assertEquals(attributes(arrived), attributes(message));
  assertEquals(attributes(withData(arrived, 5)), {
    ...attributes(message),
    data: 5,
  });
  await there.send(withData(arrived, 6));
  const back = await here.receive();
  assertInstanceOf(back, Envelope);
  assertEquals(attributes(back), { ...attributes(message), data: 6 });
  assertEquals([back.serial, back.answers], [message.serial, 7]);
  assert(new Envelope("a", "b", 0, 0, false).serial > message.serial);
  await close(here, there);
});

Deno.test("values and messages mixed arrive in order", async () => {
  const { here, there } = pair<unknown>();
  const message = (n: number) => createMessage({ data: n, source: "a.b" });
  for (const value of [1, message(2), message(3), new Set(), 4]) {
    void here.send(value);
  }
  here.close();
  there.close();
  const seen = await Array.fromAsync(there);
  assertEquals(
    seen.map((value) => value instanceof Envelope ? value.data : value),
    [1, 2, 3, new Set(), 4],
  );
});

function throwing(): unknown {
  return {
    set: new Set(),
    get value() {
      throw new SyntaxError("a getter");
    },
  };
}

function attributes(message: object): Record<string, unknown> {
  const {
    specversion,
    id,
    source,
    type,
    time,
    data,
    datacontenttype,
    dataschema,
    correlationId,
    traceparent,
  } = message as Message;
  const { wantsReply, failed } = message as Envelope<unknown>;
  return {
    ...{
      specversion,
      id,
      source,
      type,
      time,
      data,
      datacontenttype,
      dataschema,
      correlationId,
      traceparent,
    },
    ...{ wantsReply, failed },
  };
}
