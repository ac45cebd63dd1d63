import { type ChannelCore, EMPTY, RESOLVED } from "./channel_core.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/** Makes a `ReadableStream` that takes from the channel when it is read, and no earlier. */
export function readableOf<T>(core: ChannelCore<T>): ReadableStream<T> {
  let taking = false;
  return new ReadableStream<T>({
    start(controller) {
      core.onEnd(() => {
        if (!taking) endReadable(core, controller);
      });
    },
    pull(controller) {
      taking = true;
      const value = core.take();
      taking = false;
      if (value === EMPTY) {
        return core.ended ? undefined : enqueueNext(core, controller);
      }
      core.acknowledge();
      controller.enqueue(value);
      if (core.ended) endReadable(core, controller);
    },
    cancel(reason) {
      core.abort(reason);
    },
  }, { highWaterMark: 0 });
}

/**
 * Makes a `WritableStream` whose writes are done when the channel has accepted the chunk. Aborting it
 * gives up the write in hand: the stream calls the sink's `abort()` only after that, and it waits for
 * room, which may never come.
 */
export function writableOf<T>(core: ChannelCore<T>): WritableStream<T> {
  let closing = false;
  let giveUp: (reason: unknown) => void = () => {};
  return new WritableStream<T>({
    start(controller) {
      const { signal } = controller;
      signal.addEventListener("abort", () => giveUp(signal.reason));
      core.onEnd(() => {
        if (core.state === "broken") controller.error(core.reason);
        else if (!closing) controller.error(core.endError("write to"));
      });
    },
    write(value) {
      const accepted = core.push(value);
      if (accepted === RESOLVED) return turnIsSpent() ? nextTurn() : undefined;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      giveUp = reject;
      accepted.then(resolve, (error) => {
        if (core.state === "open") core.abort(error); // it was full under the policy `fail`
        reject(core.state === "broken" ? core.reason : error);
      });
      return promise;
    },
    close() {
      closing = true;
      core.close();
    },
    abort(reason) {
      core.abort(reason);
    },
  });
}

function endReadable<T>(
  core: ChannelCore<T>,
  controller: ReadableStreamDefaultController<T>,
): void {
  if (core.state === "broken") controller.error(core.reason);
  else controller.close();
}

// The chunk is enqueued in the sender's call: one task later the channel may have been closed.
function enqueueNext<T>(
  core: ChannelCore<T>,
  controller: ReadableStreamDefaultController<T>,
): Promise<void> {
  return new Promise((done) => {
    core.addReceiver({
      value: undefined as T, // receivers carry no value
      resolve: (value) => {
        controller.enqueue(value);
        done();
      },
      reject: () => done(), // the end hook tells the controller
    });
  });
}
