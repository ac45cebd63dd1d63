import { kindOf, MessageError } from "./message_error.ts";

/** Version of the wire format, as the attribute `autocoderversion` carries it. */
export const WIRE_VERSION = "1.0";

/** Major part of {@linkcode WIRE_VERSION}, as a frame carries it. */
export const WIRE_MAJOR = 1;

/** Throws unless a message of this version can be read. */
export function assertReadable(version: unknown, action: string): void {
  const major = typeof version === "string"
    ? /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/.exec(version)?.[1]
    : undefined;
  if (major === String(WIRE_MAJOR)) return;
  throw new MessageError(
    action,
    major === undefined ? "malformed" : "unsupported",
    [{
      message: `found ${kindOf(version)}, wanted "${WIRE_MAJOR}.x"`,
      path: ["autocoderversion"],
    }],
  );
}
