import { assertEquals } from "@std/assert";
import {
  boom,
  chunk,
  END,
  outcome,
  outcomes,
  quiet,
  testOnBoth,
  thrownBy,
  writeAll,
} from "./whatwg_case.ts";

const RING = "its ring is the buffer, so it takes values before anyone reads";

testOnBoth([
  {
    title: "writable is locked from getWriter() to releaseLock()",
    run: ({ writable }) => {
      const before = writable.locked;
      const writer = writable.getWriter();
      const during = writable.locked;
      writer.releaseLock();
      return [before, during, writable.locked];
    },
    wanted: [false, true, false],
  },
  {
    title:
      "writable refuses a second writer, abort() and close() while it is locked",
    run: async ({ writable }) => {
      writable.getWriter();
      return [
        thrownBy(() => writable.getWriter()),
        ...await outcomes(writable.abort(boom), writable.close()),
      ];
    },
    wanted: ["TypeError", "TypeError", "TypeError"],
  },
  {
    title: "desiredSize is 1 and ready is resolved at the start",
    run: async ({ writable }) => {
      const writer = writable.getWriter();
      await quiet();
      return [writer.desiredSize, await outcome(writer.ready)];
    },
    wanted: [1, undefined],
  },
  {
    title: "desiredSize falls in the call of write(), and ready waits",
    run: ({ writable }) => {
      const writer = writable.getWriter();
      const before = writer.ready;
      writeAll(writer, [1, 2]);
      return [writer.desiredSize, writer.ready === before];
    },
    wanted: [-1, false],
  },
  {
    title: "a write without a reader is done while there is room",
    run: async ({ writable }) => {
      const writer = writable.getWriter();
      const writes = writeAll(writer, [1, 2]);
      return [await outcomes(...writes, writer.ready), writer.desiredSize];
    },
    differs: {
      channel: [[undefined, undefined, undefined], 1],
      native: [["pending", "pending", "pending"], -1],
      because: RING,
    },
  },
  {
    title: "a write beyond the room waits until one value is read",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      const writes = writeAll(writer, [1, 2, 3]);
      const before = await outcome(writes[2]!);
      const wasReady = await outcome(writer.ready);
      const reader = readable.getReader();
      while ((await reader.read()).value !== 3);
      return [before, wasReady, await outcomes(writes[2]!, writer.ready)];
    },
    wanted: ["pending", "pending", [undefined, undefined]],
  },
  {
    title: "a pending read makes room for its value",
    run: async ({ readable, writable }) => {
      const read = readable.getReader().read();
      const writer = writable.getWriter();
      await writer.ready;
      return [await outcome(writer.write(1)), await read];
    },
    wanted: [undefined, chunk(1)],
  },
  {
    title: "writer.close() resolves when what was written is accepted",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1, 2, 3]);
      const closed = writer.close();
      const before = await outcomes(closed, writer.closed);
      const values = await Array.fromAsync(readable);
      return [before, values, await outcomes(closed, writer.closed)];
    },
    wanted: [["pending", "pending"], [1, 2, 3], [undefined, undefined]],
  },
  {
    title: "write() and close() after close() are refused; desiredSize is 0",
    run: async ({ writable }) => {
      const writer = writable.getWriter();
      await writer.close();
      const refused = await outcomes(writer.write(1), writer.close());
      return [refused, writer.desiredSize, await outcome(writer.ready)];
    },
    wanted: [["TypeError", "TypeError"], 0, undefined],
  },
  {
    title:
      "close() twice without waiting: the second is refused, the first ends the readable",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      const both = outcomes(writer.close(), writer.close());
      return [await both, await readable.getReader().read()];
    },
    wanted: [[undefined, "TypeError"], END],
  },
  {
    title: "writes pending at close() are delivered, a later one is refused",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      const writes = writeAll(writer, [1, 2, 3, 4]);
      writer.close();
      const late = outcome(writer.write(5));
      const values = await Array.fromAsync(readable);
      return [values, await late, await outcomes(...writes)];
    },
    wanted: [[1, 2, 3, 4], "TypeError", Array(4).fill(undefined)],
  },
  {
    title: "writable.close() closes without a writer",
    run: async ({ readable, writable }) => {
      await writable.close();
      return [writable.locked, await readable.getReader().read()];
    },
    wanted: [false, END],
  },
], assertEquals);

testOnBoth([
  {
    title:
      "abort() resolves with undefined; closed, ready and later writes fail with its reason",
    run: async ({ writable }) => {
      const writer = writable.getWriter();
      const aborted = await writer.abort(boom);
      return [
        aborted,
        ...await outcomes(writer.closed, writer.ready, writer.write(1)),
        thrownBy(() => writer.desiredSize) ?? writer.desiredSize,
      ];
    },
    wanted: [undefined, "boom", "boom", "boom", null],
  },
  {
    title: "abort() twice resolves twice; the first reason counts",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      const both = await outcomes(writer.abort(boom), writer.abort("other"));
      const closed = await outcome(writer.closed);
      return [both, closed, await outcome(readable.getReader().closed)];
    },
    wanted: [[undefined, undefined], "boom", "boom"],
  },
  {
    title: "abort() without a reason fails both sides with undefined",
    run: async ({ readable, writable }) => {
      const reader = readable.getReader();
      const failed = reader.closed.catch((error) => `rejected: ${error}`);
      await writable.abort();
      return await failed;
    },
    wanted: "rejected: undefined",
  },
  {
    title: "abort() after close() does nothing: what was written is read",
    run: async ({ readable, writable }) => {
      const reader = readable.getReader();
      const writer = writable.getWriter();
      const first = reader.read();
      await writer.write(1);
      await writer.close();
      const aborted = await writer.abort(boom);
      return [aborted, await first, await reader.read()];
    },
    wanted: [undefined, chunk(1), END],
  },
  {
    title: "close() after abort() is refused with the reason",
    run: async ({ writable }) => {
      const writer = writable.getWriter();
      await writer.abort(boom);
      return await outcome(writer.close());
    },
    wanted: "TypeError",
  },
  {
    title: "abort() overtakes a close() that waits behind writes",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1, 2, 3]);
      const closed = outcome(writer.close());
      writer.abort(boom).catch(() => {});
      readable.getReader().read().catch(() => {});
      return [await closed, await outcome(writer.closed)];
    },
    wanted: ["boom", "boom"],
  },
  {
    title: "abort() fails the writes that wait, and drops what was written",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      const writes = writeAll(writer, [1, 2, 3, 4]);
      await quiet();
      const aborted = outcome(writer.abort(boom));
      const reader = readable.getReader();
      return [
        await outcomes(...writes.slice(2)),
        await aborted,
        await outcome(
          reader.closed,
        ),
      ];
    },
    differs: {
      channel: [["boom", "boom"], undefined, "boom"],
      native: [["pending", "pending"], "pending", "pending"],
      because:
        "native abort() waits for the write in hand, which waits for a reader that may never come",
    },
  },
  {
    title:
      "cancelling the readable fails the writer with its reason, ready included",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      await readable.cancel(boom);
      return await outcomes(writer.closed, writer.ready, writer.write(1));
    },
    wanted: ["boom", "boom", "boom"],
  },
  {
    title: "cancelling the readable fails the writes that wait with its reason",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      const writes = writeAll(writer, [1, 2, 3, 4]);
      await quiet();
      await readable.cancel(boom);
      return await outcomes(...writes.slice(2), writer.closed);
    },
    wanted: ["boom", "boom", "boom"],
  },
  {
    title: "close() after cancel() is refused",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      await readable.cancel(boom);
      return [await outcome(writer.close()), writer.desiredSize];
    },
    wanted: ["TypeError", null],
  },
  {
    title:
      "a close() that waits behind writes fails when the readable is cancelled",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1, 2, 3, 4]);
      const closed = writer.close();
      closed.catch(() => {});
      await quiet();
      await readable.cancel(boom);
      return await outcomes(closed, writer.closed);
    },
    wanted: ["boom", "boom"],
  },
], assertEquals);

testOnBoth([
  {
    title:
      "releaseLock() leaves a pending write to finish; closed and ready fail with TypeError",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      const writes = writeAll(writer, [1, 2, 3]);
      const { closed, ready } = writer;
      writer.releaseLock();
      const released = await outcomes(closed, ready, writer.closed);
      const reader = readable.getReader();
      const values = [];
      for (let i = 0; i < 3; i++) values.push((await reader.read()).value);
      return [released, values, await outcomes(...writes)];
    },
    wanted: [
      ["TypeError", "TypeError", "TypeError"],
      [1, 2, 3],
      [undefined, undefined, undefined],
    ],
  },
  {
    title: "a released writer can do nothing",
    run: async ({ writable }) => {
      const writer = writable.getWriter();
      writer.releaseLock();
      writer.releaseLock();
      return [
        await outcomes(writer.write(1), writer.close(), writer.abort(boom)),
        thrownBy(() => writer.desiredSize),
      ];
    },
    wanted: [["TypeError", "TypeError", "TypeError"], "TypeError"],
  },
  {
    title: "a second writer writes behind the first one's values",
    run: async ({ readable, writable }) => {
      const first = writable.getWriter();
      writeAll(first, [1, 2, 3]);
      first.releaseLock();
      const second = writable.getWriter();
      writeAll(second, [4]);
      second.close();
      return await Array.fromAsync(readable);
    },
    wanted: [1, 2, 3, 4],
  },
  {
    title: "a second writer sees the end of the first one's stream",
    run: async ({ writable }) => {
      const first = writable.getWriter();
      await first.close();
      first.releaseLock();
      const second = writable.getWriter();
      return await outcomes(second.closed, second.ready, second.write(1));
    },
    wanted: [undefined, undefined, "TypeError"],
  },
], assertEquals);
