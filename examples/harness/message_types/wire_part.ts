import { createMessage } from "@autocoder/harness";
import {
  MessageError,
  type MessageErrorCode,
  MessageProtocol,
} from "@autocoder/harness/wire";
import { assertEquals } from "@std/assert";
import type { Transcript } from "../transcript.ts";
import { ORDER, shopMessages, STOCK } from "./shop_messages.ts";

/** Shows what survives the way over the wire, and what is refused on it. */
export async function wirePart(transcript: Transcript): Promise<void> {
  const schemas = { Order: ORDER, Stock: STOCK };
  const protocol = new MessageProtocol({ schemas });
  transcript.part("Several types over the wire");
  for (const message of shopMessages()) {
    const bytes = await protocol.serialize(message);
    const copy = await protocol.deserialize(bytes);
    const { data } = JSON.parse(new TextDecoder().decode(bytes));
    transcript.say(
      `${message.type}: ${bytes.length} bytes, data ${
        JSON.stringify(data) ?? "as base64"
      }`,
    );
    const wanted = message.type === "Order"
      ? { ...Object(message.data), currency: "EUR" }
      : message.data;
    transcript.check(
      `${message.type} is intact, its envelope too`,
      same(copy.data, wanted) && copy.id === message.id &&
        copy.traceparent === message.traceparent,
    );
  }

  transcript.part("Compressed");
  const parts = Array.from(
    { length: 500 },
    (_, i) => ({ sku: `part-${i}`, left: i % 7 }),
  );
  const long = createMessage({
    source: "shop.out",
    type: "Parts",
    data: parts,
  });
  const [plain, packed] = [
    await protocol.serialize(long),
    await protocol.serialize(long, { compression: "gzip" }),
  ];
  transcript.say(`${plain.length} bytes without compression`);
  transcript.check(
    "gzip leaves less than a fifth",
    packed.length < plain.length / 5,
  );
  transcript.check(
    "the compressed message is intact",
    same((await protocol.deserialize(packed)).data, parts),
  );

  transcript.part("Refused");
  for (const refusal of refusals(protocol, packed)) {
    await showRefusal(refusal, transcript);
  }
}

/** Something that must be refused. */
interface Refusal {
  readonly what: string;
  readonly code: MessageErrorCode;
  readonly attempt: () => Promise<unknown>;
}

function refusals(
  protocol: MessageProtocol,
  packed: Uint8Array,
): readonly Refusal[] {
  const write = (type: string, data: unknown) =>
    protocol.serialize(createMessage({ source: "shop.out", type, data }));
  const read = (text: string) =>
    protocol.deserialize(new TextEncoder().encode(text));
  const wrong = { id: "17", cents: -5n, placedAt: new Date(0) };
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  return [
    {
      what: "an order that its schema refuses",
      code: "schema",
      attempt: () => write("Order", wrong),
    },
    {
      what: "a cycle",
      code: "unserializable",
      attempt: () => write("Cycle", cyclic),
    },
    {
      what: "half a message",
      code: "malformed",
      attempt: () => read('{"specversion":"1.0","id":'),
    },
    {
      what: "a frame cut short",
      code: "malformed",
      attempt: () => protocol.deserialize(packed.subarray(0, 40)),
    },
    {
      what: "a version of the future",
      code: "unsupported",
      attempt: () => read(FUTURE),
    },
  ];
}

async function showRefusal(
  { what, code, attempt }: Refusal,
  transcript: Transcript,
): Promise<void> {
  const error = await attempt().catch((error: unknown) => error);
  if (!(error instanceof MessageError)) throw error;
  transcript.say(`${what}: ${error.message}`);
  transcript.equal(`${what}, code`, error.code, code);
}

/** Compares dates, maps, sets, bytes and errors by what they hold, as tests do. */
function same(found: unknown, wanted: unknown): boolean {
  try {
    assertEquals(found, wanted);
    return true;
  } catch {
    return false;
  }
}

const FUTURE = '{"specversion":"1.0","id":"1","source":"x","type":"y",' +
  '"autocoderversion":"9.0"}';
