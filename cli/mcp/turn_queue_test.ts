import { assertEquals, assertRejects } from "@std/assert";
import { TurnQueue } from "./turn_queue.ts";

const GOES_ON = new AbortController().signal;

Deno.test("TurnQueue.take() runs one at a time, in order, also after one has failed", async () => {
  const queue = new TurnQueue();
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = queue.take(async () => {
    log.push("first begins");
    await gate.promise;
    log.push("first ends");
    throw new Error("broken");
  }, GOES_ON);
  const second = queue.take(() => {
    log.push("second");
    return Promise.resolve(2);
  }, GOES_ON);
  const third = queue.take(() => {
    log.push("third");
    return Promise.resolve(3);
  }, GOES_ON);
  gate.resolve();
  await assertRejects(() => first, Error, "broken");
  assertEquals([await second, await third], [2, 3]);
  assertEquals(log, ["first begins", "first ends", "second", "third"]);
});

Deno.test("TurnQueue.take() gives a turn up at once when it is aborted, and lets the next ones wait on", async () => {
  const queue = new TurnQueue();
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = queue.take(async () => {
    await gate.promise;
    log.push("first");
  }, GOES_ON);
  const interruption = new AbortController();
  const second = queue.take(() => {
    log.push("second");
    return Promise.resolve();
  }, interruption.signal);
  const third = queue.take(() => {
    log.push("third");
    return Promise.resolve();
  }, GOES_ON);
  interruption.abort(new Error("given up"));
  await assertRejects(() => second, Error, "given up");
  assertEquals(log, []);
  gate.resolve();
  await Promise.all([first, third]);
  assertEquals(log, ["first", "third"]);
});

Deno.test("TurnQueue.take() begins nothing for who has given up before", async () => {
  const queue = new TurnQueue();
  let ran = false;
  await assertRejects(
    () =>
      queue.take(() => {
        ran = true;
        return Promise.resolve();
      }, AbortSignal.abort(new Error("given up"))),
    Error,
    "given up",
  );
  assertEquals(ran, false);
});
