import { assert, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { createMessage } from "./message.ts";
import { MessageError } from "./message_error.ts";
import { MessageProtocol } from "./message_protocol.ts";
import { fromFrame, type MessageCompression, toFrame } from "./wire_frame.ts";

const FORMATS: MessageCompression[] = ["gzip", "deflate", "deflate-raw"];
const bytes = new TextEncoder().encode("to be or not to be, ".repeat(50));

for (const compression of FORMATS) {
  Deno.test(`serialize() compresses with ${compression}, and deserialize() reads it`, async () => {
    const data = { text: "abc ".repeat(1000), at: new Date(0) };
    const message = createMessage({ source: "a.out", data });
    const protocol = new MessageProtocol({ compression });
    const frame = await protocol.serialize(message);
    assert(frame.length < 400);
    assertEquals(frame[3], FORMATS.indexOf(compression) + 1);
    const plain = new MessageProtocol();
    assertEquals((await plain.deserialize(frame)).data, data);
    assertEquals(await plain.serialize(message, { compression }), frame);
    const json = await protocol.serialize(message, { compression: "none" });
    assertEquals(json, plain.encode(message));
  });

  Deno.test(`a ${compression} frame cut short anywhere, or with more behind it, is refused`, async () => {
    const frame = await toFrame(bytes, compression);
    for (let end = 1; end < frame.length; end++) {
      assertEquals((await refusal(frame.slice(0, end))).code, "malformed");
    }
    assertEquals((await refusal(joined(frame, frame))).code, "malformed");
  });

  Deno.test(`a ${compression} frame with a changed byte is refused, or as long as it says`, async () => {
    const frame = await toFrame(bytes, compression);
    const place = fc.nat(frame.length - 1);
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = frame.slice();
          changed[at]! ^= flip;
          const read = await fromFrame(changed, "Cannot read", 2000)
            .catch((error) => assert(error instanceof MessageError));
          if (read) assertEquals(read.length, bytes.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  Deno.test(`a ${compression} bomb is left before it fills the memory`, async () => {
    const bomb = await toFrame(new Uint8Array(64 << 20), compression);
    assertEquals((await refusal(bomb, 16 << 20)).code, "limit");
    new DataView(bomb.buffer).setUint32(4, 1000);
    const { code, expanded } = await countExpanded(() =>
      refusal(bomb, 16 << 20)
    );
    assertEquals(code, "malformed");
    assert(expanded < 10 << 20, `found ${expanded} bytes`);
  });
}

Deno.test("a frame of another version or compression is refused by name", async () => {
  const frame = await toFrame(bytes, "gzip");
  for (
    const [at, value, text] of [
      [2, 2, "found version 2, wanted 1"],
      [3, 9, "found the unknown compression 9"],
      [3, 0, "found the unknown compression 0"],
    ] as const
  ) {
    const other = frame.slice();
    other[at] = value;
    const { code, message } = await refusal(other);
    assertEquals([code, message], ["unsupported", `Cannot read: ${text}`]);
  }
  const other = frame.slice();
  other.fill(255, 4, 8);
  assertEquals((await refusal(other)).code, "limit");
});

Deno.test("serialize() compresses only where that is shorter", async () => {
  const protocol = new MessageProtocol({
    compression: "gzip",
    compressFrom: 0,
  });
  const small = createMessage({ source: "a.out", data: 1 });
  assertEquals(await protocol.serialize(small), protocol.encode(small));
  const large = createMessage({ source: "a.out", data: "x".repeat(2000) });
  const patient = new MessageProtocol({
    compression: "gzip",
    compressFrom: 3000,
  });
  assertEquals(await patient.serialize(large), patient.encode(large));
});

function refusal(frame: Uint8Array, maxBytes = 2000): Promise<MessageError> {
  return assertRejects(
    () => fromFrame(frame, "Cannot read", maxBytes),
    MessageError,
  );
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Counts what decompressors write while something runs. */
async function countExpanded(
  act: () => Promise<MessageError>,
): Promise<{ code: string; expanded: number }> {
  const native = globalThis.DecompressionStream;
  let expanded = 0;
  globalThis.DecompressionStream = class extends native {
    readonly #counted = super.readable.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, controller) => {
          expanded += chunk.length;
          controller.enqueue(chunk);
        },
      }),
    );
    override get readable() {
      return this.#counted;
    }
  };
  try {
    return { code: (await act()).code, expanded };
  } finally {
    globalThis.DecompressionStream = native;
  }
}
