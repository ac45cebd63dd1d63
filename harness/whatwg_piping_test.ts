import { assertEquals } from "@std/assert";
import { Channel } from "./channel.ts";
import {
  boom,
  chunk,
  END,
  outcome,
  outcomes,
  type Pair,
  quiet,
  testOnBoth,
  thrownBy,
  writeAll,
} from "./whatwg_case.ts";

testOnBoth([
  {
    title: "pipeTo() into the writable locks both and carries values and end",
    run: async ({ readable, writable }) => {
      const source = ReadableStream.from([1, 2, 3]);
      const piped = source.pipeTo(writable);
      const locked = [source.locked, writable.locked];
      const values = await Array.fromAsync(readable);
      return [locked, values, await outcome(piped), writable.locked];
    },
    wanted: [[true, true], [1, 2, 3], undefined, false],
  },
  {
    title: "pipeTo() into the writable with preventClose leaves it open",
    run: async ({ readable, writable }) => {
      const reader = readable.getReader();
      const piped = ReadableStream.from([1]).pipeTo(writable, PREVENT_CLOSE);
      const first = await reader.read();
      await piped;
      const writer = writable.getWriter();
      writeAll(writer, [2]);
      return [first, await reader.read(), await outcome(reader.read())];
    },
    wanted: [chunk(1), chunk(2), "pending"],
  },
  {
    title:
      "pipeTo() of a source that fails aborts the writable, so the readable fails",
    run: async ({ readable, writable }) => {
      const piped = outcome(failing().pipeTo(writable));
      return [await outcome(readable.getReader().read()), await piped];
    },
    wanted: ["boom", "boom"],
  },
  {
    title:
      "pipeTo() of a source that fails, with preventAbort, leaves the pair open",
    run: async ({ readable, writable }) => {
      const piped = await outcome(failing().pipeTo(writable, PREVENT_ABORT));
      writeAll(writable.getWriter(), [1]);
      return [piped, await readable.getReader().read()];
    },
    wanted: ["boom", chunk(1)],
  },
  {
    title:
      "pipeTo() into a writable that failed cancels the source with the reason",
    run: async ({ readable, writable }) => {
      await readable.cancel(boom);
      const { source, cancelledWith } = endless();
      const piped = await outcome(source.pipeTo(writable));
      return [piped, cancelledWith()];
    },
    wanted: ["boom", [boom]],
  },
  {
    title:
      "pipeTo() with preventCancel leaves the source alone when the pair is cancelled",
    run: async ({ readable, writable }) => {
      const { source, cancelledWith } = endless();
      const piped = outcome(source.pipeTo(writable, { preventCancel: true }));
      await readable.cancel(boom);
      return [await piped, cancelledWith(), source.locked];
    },
    wanted: ["boom", [], false],
  },
  {
    title: "cancelling the readable reaches the source that is piped in",
    run: async ({ readable, writable }) => {
      const { source, cancelledWith } = endless();
      const piped = outcome(source.pipeTo(writable));
      const reader = readable.getReader();
      await reader.read();
      await reader.cancel(boom);
      return [await piped, cancelledWith()];
    },
    wanted: ["boom", [boom]],
  },
  {
    title:
      "pipeTo() into a closed writable fails with TypeError and cancels the source",
    run: async ({ writable }) => {
      await writable.close();
      const { source, cancelledWith } = endless();
      const piped = await outcome(source.pipeTo(writable));
      return [
        piped,
        cancelledWith().map((error) => error instanceof TypeError),
      ];
    },
    wanted: ["TypeError", [true]],
  },
  {
    title:
      "pipeTo() into the writable ends with its signal: both ends get the reason",
    run: async ({ readable, writable }) => {
      const { source, cancelledWith } = quietSource();
      const stop = new AbortController();
      const piped = outcome(source.pipeTo(writable, { signal: stop.signal }));
      const read = outcome(readable.getReader().read());
      stop.abort(boom);
      return [await piped, cancelledWith(), await read];
    },
    wanted: ["boom", [boom], "boom"],
  },
  {
    title:
      "pipeTo() with its signal, preventAbort and preventCancel touches neither end",
    run: async ({ readable, writable }) => {
      const { source, cancelledWith } = quietSource();
      const stop = new AbortController();
      const piped = outcome(source.pipeTo(writable, {
        signal: stop.signal,
        preventAbort: true,
        preventCancel: true,
      }));
      stop.abort(boom);
      const seen = [await piped, cancelledWith()];
      writeAll(writable.getWriter(), [1]);
      return [...seen, await readable.getReader().read()];
    },
    wanted: ["boom", [], chunk(1)],
  },
  {
    title: "pipeTo() with a signal aborted before does nothing but end",
    run: async ({ readable, writable }) => {
      const { source, cancelledWith } = endless();
      const piped = source.pipeTo(writable, {
        signal: AbortSignal.abort(boom),
      });
      const seen = await outcomes(piped, readable.getReader().read());
      return [seen, cancelledWith()];
    },
    wanted: [["boom", "boom"], [boom]],
  },
  {
    title: "pipeTo() into a locked writable is refused",
    run: async ({ writable }) => {
      writable.getWriter();
      return await outcome(ReadableStream.from([1]).pipeTo(writable));
    },
    wanted: "TypeError",
  },
], assertEquals);

testOnBoth([
  {
    title: "pipeTo() out of the readable carries values and close to the sink",
    run: async ({ readable, writable }) => {
      const { sink, log } = loggingSink();
      const piped = readable.pipeTo(sink);
      const writer = writable.getWriter();
      writeAll(writer, [1, 2]);
      writer.close();
      return [await outcome(piped), log, readable.locked, sink.locked];
    },
    wanted: [undefined, [1, 2, "close"], false, false],
  },
  {
    title:
      "pipeTo() out of the readable with preventClose leaves the sink open",
    run: async ({ readable, writable }) => {
      const { sink, log } = loggingSink();
      const piped = readable.pipeTo(sink, PREVENT_CLOSE);
      const writer = writable.getWriter();
      writeAll(writer, [1]);
      writer.close();
      return [await outcome(piped), log];
    },
    wanted: [undefined, [1]],
  },
  {
    title:
      "aborting the writable aborts the sink that is piped to, after what it has",
    run: async ({ readable, writable }) => {
      const { sink, log } = loggingSink();
      const piped = outcome(readable.pipeTo(sink));
      await writable.abort(boom);
      return [await piped, log];
    },
    wanted: ["boom", [["abort", boom]]],
  },
  {
    title: "aborting the writable, with preventAbort, leaves the sink alone",
    run: async ({ readable, writable }) => {
      const { sink, log } = loggingSink();
      const piped = outcome(readable.pipeTo(sink, PREVENT_ABORT));
      await writable.abort(boom);
      return [await piped, log, await outcome(sink.getWriter().ready)];
    },
    wanted: ["boom", [], undefined],
  },
  {
    title: "a sink that fails cancels the readable, so the writer fails",
    run: async ({ readable, writable }) => {
      const piped = outcome(readable.pipeTo(failingSink()));
      const writer = writable.getWriter();
      writeAll(writer, [1]);
      return [await piped, await outcome(writer.closed)];
    },
    wanted: ["boom", "boom"],
  },
  {
    title: "a sink that fails, with preventCancel, leaves the pair open",
    run: async ({ readable, writable }) => {
      const piped = readable.pipeTo(failingSink(), { preventCancel: true });
      const writer = writable.getWriter();
      writeAll(writer, [1]);
      const failed = await outcome(piped);
      writeAll(writer, [2]);
      return [failed, await readable.getReader().read()];
    },
    wanted: ["boom", chunk(2)],
  },
  {
    title:
      "the signal of a pipe out of the readable cancels it, and aborts the sink",
    run: async ({ readable, writable }) => {
      const { sink, log } = loggingSink();
      const stop = new AbortController();
      const piped = readable.pipeTo(sink, { signal: stop.signal });
      await quiet();
      stop.abort(boom);
      return [
        await outcome(piped),
        log,
        await outcome(writable.getWriter().closed),
      ];
    },
    wanted: ["boom", [["abort", boom]], "boom"],
  },
  {
    title:
      "the signal of a pipe out, with preventCancel, loses no value that comes later",
    run: async ({ readable, writable }) => {
      const { sink } = loggingSink();
      const stop = new AbortController();
      const options = { signal: stop.signal, preventCancel: true };
      const piped = readable.pipeTo(sink, options);
      await quiet();
      stop.abort(boom);
      const failed = await outcome(piped);
      const writer = writable.getWriter();
      writeAll(writer, [1, 2]);
      writer.close();
      return [failed, await Array.fromAsync(readable)];
    },
    wanted: ["boom", [1, 2]],
  },
  {
    title: "pipeThrough() returns the readable, and both inner ends are locked",
    run: async (pair) => {
      const source = ReadableStream.from([1, 2]);
      const out = source.pipeThrough(pair);
      const seen = [out === pair.readable, source.locked, pair.writable.locked];
      return [seen, await Array.fromAsync(out)];
    },
    wanted: [[true, true, true], [1, 2]],
  },
  {
    title: "pipeThrough() refuses a writable that is locked",
    run: (pair) => {
      pair.writable.getWriter();
      return thrownBy(() => ReadableStream.from([1]).pipeThrough(pair));
    },
    wanted: "TypeError",
  },
  {
    title: "pipeThrough() chained with a transform keeps order and end",
    run: async (pair) => {
      const doubled = ReadableStream.from([1, 2, 3]).pipeThrough(pair)
        .pipeThrough(doubling());
      return await Array.fromAsync(doubled);
    },
    wanted: [2, 4, 6],
  },
  {
    title: "pipeThrough() carries an error downstream and a cancel upstream",
    run: async (pair) => {
      const { source, cancelledWith } = endless();
      const reader = source.pipeThrough(pair).pipeThrough(doubling())
        .getReader();
      const first = await reader.read();
      await reader.cancel(boom);
      await quiet();
      return [first, cancelledWith(), await reader.read()];
    },
    wanted: [chunk(0), [boom], END],
  },
], assertEquals);

Deno.test("Channel piped into a Channel passes error and cancel like any pair", async () => {
  const pairs: Pair[] = [new Channel(), new Channel(), new Channel()];
  const [first, second, third] = pairs as [Pair, Pair, Pair];
  const out = first.readable.pipeThrough(second).pipeThrough(third);
  const read = outcome(out.getReader().read());
  await first.writable.abort(boom);
  assertEquals(await read, "boom");

  const others: Pair[] = [new Channel(), new Channel()];
  const [upper, lower] = others as [Pair, Pair];
  const cancelled = upper.readable.pipeThrough(lower).cancel(boom);
  assertEquals(
    await outcomes(cancelled, upper.writable.getWriter().closed),
    [undefined, "boom"],
  );
});

const PREVENT_CLOSE = { preventClose: true };
const PREVENT_ABORT = { preventAbort: true };

function failing(): ReadableStream<number> {
  return new ReadableStream({ start: (controller) => controller.error(boom) });
}

interface Watched {
  readonly source: ReadableStream<number>;
  /** The reasons it was cancelled with. */
  readonly cancelledWith: () => unknown[];
}

/** Counts up from 0 for as long as it is asked. */
function endless(): Watched {
  const reasons: unknown[] = [];
  let next = 0;
  const source = new ReadableStream<number>({
    pull: (controller) => controller.enqueue(next++),
    cancel: (reason) => void reasons.push(reason),
  }, { highWaterMark: 0 });
  return { source, cancelledWith: () => reasons };
}

/** Never has a value. */
function quietSource(): Watched {
  const reasons: unknown[] = [];
  const source = new ReadableStream<number>({
    cancel: (reason) => void reasons.push(reason),
  });
  return { source, cancelledWith: () => reasons };
}

function loggingSink(): { sink: WritableStream<number>; log: unknown[] } {
  const log: unknown[] = [];
  const sink = new WritableStream<number>({
    write: (value) => void log.push(value),
    close: () => void log.push("close"),
    abort: (reason) => void log.push(["abort", reason]),
  });
  return { sink, log };
}

function failingSink(): WritableStream<number> {
  return new WritableStream({
    write() {
      throw boom;
    },
  });
}

function doubling(): TransformStream<number, number> {
  return new TransformStream({
    transform: (value, controller) => controller.enqueue(value * 2),
  });
}
