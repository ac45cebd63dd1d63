/**
 * The setting of systems that only one process can serve.
 *
 * @module
 */
import type { Setting } from "./settings.ts";

/** Reads how many workers there shall be, and takes no other number than 1; the message says why. */
export function oneProcess(reason: string): Setting<1> {
  return {
    default: 1,
    wanted: `1: ${reason}`,
    parse: (text) => text === "1" ? 1 : undefined,
  };
}
