/**
 * UUIDs version 7 (RFC 9562): ids that sort in the order of their creation.
 *
 * @module
 */

/** Makes a UUIDv7 that sorts after every one made before in this process. */
export function uuid7(milliseconds: number = Date.now()): string {
  return processSource(milliseconds);
}

/**
 * Makes a source of UUIDv7s, each of which sorts after the one before: within a millisecond a counter of
 * 12 bits decides (RFC 9562, 6.2, method 1), and a clock that steps back is not followed.
 */
export function uuid7Source(): (milliseconds: number) => string {
  let latest = -1;
  let counter = 0;
  let prefix = "";
  return (milliseconds) => {
    if (milliseconds > latest || counter === MAX_COUNTER) {
      latest = Math.max(milliseconds, latest + 1);
      counter = randomByte(); // a low start leaves room to count
      const time = latest.toString(16).padStart(12, "0");
      prefix = `${time.slice(0, 8)}-${time.slice(8)}-7`;
    } else {
      counter++;
    }
    return prefix + HEX[counter >> 8]!.slice(1) + HEX[counter & 0xff] +
      "-" + HEX[0x80 | (randomByte() & 0x3f)] + randomHex(1) +
      "-" + randomHex(6);
  };
}

/** Says whether a text is a UUID of any version, in lower or upper case. */
export function isUuid(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}

function randomHex(bytes: number): string {
  let text = "";
  for (let i = 0; i < bytes; i++) text += HEX[randomByte()];
  return text;
}

/** One call for many bytes: asking for a few costs as much as asking for all. */
function randomByte(): number {
  if (poolUsed === POOL.length) {
    crypto.getRandomValues(POOL);
    poolUsed = 0;
  }
  return POOL[poolUsed++]!;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MAX_COUNTER = 0xfff;
const HEX = Array.from(
  { length: 256 },
  (_, byte) => byte.toString(16).padStart(2, "0"),
);
const POOL = new Uint8Array(4096);
let poolUsed = POOL.length;
const processSource = uuid7Source();
