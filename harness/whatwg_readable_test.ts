import { assertEquals } from "@std/assert";
import {
  boom,
  chunk,
  END,
  outcome,
  outcomes,
  testOnBoth,
  thrownBy,
  writeAll,
} from "./whatwg_case.ts";

testOnBoth([
  {
    title: "readable is locked from getReader() to releaseLock()",
    run: ({ readable }) => {
      const before = readable.locked;
      const reader = readable.getReader();
      const during = readable.locked;
      reader.releaseLock();
      return [before, during, readable.locked];
    },
    wanted: [false, true, false],
  },
  {
    title:
      "readable refuses a second reader, and gives one after releaseLock()",
    run: ({ readable }) => {
      const reader = readable.getReader();
      const second = thrownBy(() => readable.getReader());
      reader.releaseLock();
      return [second, thrownBy(() => readable.getReader())];
    },
    wanted: ["TypeError", undefined],
  },
  {
    title: "readable has no byte reader",
    run: ({ readable }) => thrownBy(() => readable.getReader({ mode: "byob" })),
    wanted: "TypeError",
  },
  {
    title: "readable refuses cancel(), tee() and pipeTo() while it is locked",
    run: async ({ readable }) => {
      readable.getReader();
      return [
        await outcome(readable.cancel()),
        thrownBy(() => readable.tee()),
        await outcome(readable.pipeTo(new WritableStream())),
      ];
    },
    wanted: ["TypeError", "TypeError", "TypeError"],
  },
  {
    title: "reads are served in the order of the calls",
    run: async ({ readable, writable }) => {
      const reader = readable.getReader();
      const reads = [reader.read(), reader.read(), reader.read()];
      writeAll(writable.getWriter(), [1, 2, 3]);
      return await Promise.all(reads);
    },
    wanted: [chunk(1), chunk(2), chunk(3)],
  },
  {
    title: "a read waits while there is nothing",
    run: ({ readable }) => outcome(readable.getReader().read()),
    wanted: "pending",
  },
  {
    title: "undefined, null and NaN pass as values",
    run: async ({ readable, writable }) => {
      const odd = [undefined, null, NaN] as unknown as number[];
      writeAll(writable.getWriter(), odd);
      const reader = readable.getReader();
      return [await reader.read(), await reader.read(), await reader.read()];
    },
    wanted: [undefined, null, NaN].map((value) => ({ value, done: false })),
  },
  {
    title: "pending reads end when the writable is closed",
    run: async ({ readable, writable }) => {
      const reader = readable.getReader();
      const reads = [reader.read(), reader.read()];
      await writable.close();
      return await outcomes(...reads, reader.closed);
    },
    wanted: [END, END, undefined],
  },
  {
    title: "a read after the end ends at once, however often",
    run: async ({ readable, writable }) => {
      await writable.close();
      const reader = readable.getReader();
      return await outcomes(reader.read(), reader.read(), reader.closed);
    },
    wanted: [END, END, undefined],
  },
  {
    title: "what was written before close() is read before the end",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1, 2]);
      writer.close();
      return await Array.fromAsync(readable);
    },
    wanted: [1, 2],
  },
  {
    title: "reader.closed waits for the last value",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1]);
      writer.close();
      const reader = readable.getReader();
      const before = await outcome(reader.closed);
      await reader.read();
      return [before, await outcome(reader.closed)];
    },
    wanted: ["pending", undefined],
  },
  {
    title: "a read after an error fails with it, and so does reader.closed",
    run: async ({ readable, writable }) => {
      await writable.abort(boom);
      const reader = readable.getReader();
      return await outcomes(reader.read(), reader.read(), reader.closed);
    },
    wanted: ["boom", "boom", "boom"],
  },
  {
    title: "pending reads fail when the writable is aborted",
    run: async ({ readable, writable }) => {
      const reader = readable.getReader();
      const reads = outcomes(reader.read(), reader.read(), reader.closed);
      await writable.abort(boom);
      return await reads;
    },
    wanted: ["boom", "boom", "boom"],
  },
  {
    title: "releaseLock() fails pending reads and reader.closed with TypeError",
    run: async ({ readable }) => {
      const reader = readable.getReader();
      const read = reader.read();
      reader.releaseLock();
      return await outcomes(read, reader.closed);
    },
    wanted: ["TypeError", "TypeError"],
  },
  {
    title: "a released reader can neither read nor cancel",
    run: async ({ readable }) => {
      const reader = readable.getReader();
      reader.releaseLock();
      reader.releaseLock();
      return await outcomes(reader.read(), reader.cancel());
    },
    wanted: ["TypeError", "TypeError"],
  },
  {
    title:
      "releaseLock() with a pending read loses no value: the next reader gets it",
    run: async ({ readable, writable }) => {
      const first = readable.getReader();
      const lost = outcome(first.read());
      first.releaseLock();
      writeAll(writable.getWriter(), [1, 2]);
      const second = readable.getReader();
      return [await lost, await second.read(), await second.read()];
    },
    wanted: ["TypeError", chunk(1), chunk(2)],
  },
], assertEquals);

testOnBoth([
  {
    title: "cancel() resolves with undefined and ends reads",
    run: async ({ readable }) => {
      const reader = readable.getReader();
      const read = reader.read();
      const cancelled = await reader.cancel(boom);
      return [cancelled, ...await outcomes(read, reader.read(), reader.closed)];
    },
    wanted: [undefined, END, END, undefined],
  },
  {
    title: "cancel() drops what is queued",
    run: async ({ readable, writable }) => {
      writeAll(writable.getWriter(), [1, 2, 3]);
      const reader = readable.getReader();
      await reader.read();
      await reader.cancel(boom);
      return await reader.read();
    },
    wanted: END,
  },
  {
    title: "cancel() twice resolves twice; the first reason counts",
    run: async ({ readable, writable }) => {
      const reader = readable.getReader();
      const both = await outcomes(reader.cancel(boom), reader.cancel("other"));
      return [both, await outcome(writable.getWriter().closed)];
    },
    wanted: [[undefined, undefined], "boom"],
  },
  {
    title: "cancel() after the end resolves and leaves the writable closed",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      await writer.close();
      return await outcomes(readable.cancel(boom), writer.closed);
    },
    wanted: [undefined, undefined],
  },
  {
    title: "cancel() after an error rejects with the error",
    run: async ({ readable, writable }) => {
      await writable.abort(boom);
      return await outcome(readable.cancel("other"));
    },
    wanted: "boom",
  },
  {
    title: "cancel() without a reason fails the writable with undefined",
    run: async ({ readable, writable }) => {
      await readable.cancel();
      const seen = writable.getWriter().closed.then(
        () => "resolved",
        (error) => `rejected: ${error}`,
      );
      return await outcome(seen);
    },
    wanted: "rejected: undefined",
  },
  {
    title: "tee() gives both branches every value and the end",
    run: async ({ readable, writable }) => {
      const [a, b] = readable.tee();
      const writer = writable.getWriter();
      writeAll(writer, [1, 2, 3]);
      writer.close();
      return await Promise.all([Array.fromAsync(a), Array.fromAsync(b)]);
    },
    wanted: [[1, 2, 3], [1, 2, 3]],
  },
  {
    title: "tee() fails both branches with the reason of abort()",
    run: async ({ readable, writable }) => {
      const [a, b] = readable.tee();
      await writable.abort(boom);
      return await outcomes(a.getReader().read(), b.getReader().read());
    },
    wanted: ["boom", "boom"],
  },
  {
    title: "tee() goes on for one branch when the other is cancelled",
    run: async ({ readable, writable }) => {
      const [a, b] = readable.tee();
      const cancelled = outcome(a.cancel("first"));
      const writer = writable.getWriter();
      writeAll(writer, [1, 2]);
      writer.close();
      return [await Array.fromAsync(b), await cancelled];
    },
    wanted: [[1, 2], undefined],
  },
  {
    title: "tee() cancels the pair, with both reasons, when both branches are",
    run: async ({ readable, writable }) => {
      const [a, b] = readable.tee();
      await Promise.all([a.cancel("first"), b.cancel("second")]);
      return await outcome(writable.getWriter().closed);
    },
    wanted: ["first", "second"],
  },
], assertEquals);

testOnBoth([
  {
    title: "readable iterates to the end, then is unlocked",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1, 2, 3]);
      writer.close();
      const seen = [];
      for await (const value of readable) seen.push(value, readable.locked);
      return [...seen, readable.locked];
    },
    wanted: [1, true, 2, true, 3, true, false],
  },
  {
    title: "iteration fails with the reason of abort(), then is unlocked",
    run: async ({ readable, writable }) => {
      const loop = outcome(Array.fromAsync(readable));
      await writable.abort(boom);
      return [await loop, readable.locked];
    },
    wanted: ["boom", false],
  },
  {
    title: "iteration left by break cancels",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1, 2]);
      for await (const _ of readable) break;
      return [await rejection(writer.closed), readable.locked];
    },
    wanted: ["rejected: undefined", false],
  },
  {
    title: "iteration left by throw cancels and passes the error on",
    run: async ({ readable, writable }) => {
      const writer = writable.getWriter();
      writeAll(writer, [1, 2]);
      const loop = async () => {
        for await (const _ of readable) throw boom;
      };
      return [await outcome(loop()), await rejection(writer.closed)];
    },
    wanted: ["boom", "rejected: undefined"],
  },
  {
    title: "iteration with preventCancel leaves the rest to the next reader",
    run: async ({ readable, writable }) => {
      writeAll(writable.getWriter(), [1, 2]);
      for await (const _ of readable.values({ preventCancel: true })) break;
      return [readable.locked, await readable.getReader().read()];
    },
    wanted: [false, chunk(2)],
  },
  {
    title: "iterator.return() cancels with its argument and ends next()",
    run: async ({ readable, writable }) => {
      const iterator = readable.values();
      const returned = await iterator.return!(boom);
      return [
        returned,
        await iterator.next(),
        await outcome(writable.getWriter().closed),
      ];
    },
    wanted: [{ value: boom, done: true }, END, "boom"],
  },
  {
    title: "iterator.return() waits for a pending next()",
    run: async ({ readable, writable }) => {
      const iterator = readable.values();
      const next = iterator.next();
      const returned = iterator.return!("done");
      const before = await outcomes(next, returned);
      writeAll(writable.getWriter(), [1]);
      return [before, await next, await returned];
    },
    wanted: [["pending", "pending"], chunk(1), { value: "done", done: true }],
  },
  {
    title: "iterator has no throw()",
    run: ({ readable }) => typeof readable.values().throw,
    wanted: "undefined",
  },
], assertEquals);

/** Tells a rejection with `undefined` from a promise that resolved with it. */
function rejection(promise: Promise<unknown>): Promise<unknown> {
  return outcome(
    promise.then(() => "resolved", (error) => `rejected: ${error}`),
  );
}
