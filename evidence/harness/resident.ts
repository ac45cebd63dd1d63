/**
 * The memory that a process occupies: programs of their own, run in turns.
 *
 * @module
 */
import { inTurns } from "./in_turns.ts";

/** Resident memory in bytes. */
export interface Resident {
  /** A program of one line. */
  readonly bare: number;
  /** A program that does by hand what three components do. */
  readonly byHand: number;
  /** One that has loaded the harness. */
  readonly loaded: number;
  /** One that has run source, relay and sink for a thousand messages. */
  readonly threeComponents: number;
}

/** Asks processes of their own. */
export function resident(): Promise<Resident> {
  return inTurns({
    bare: () => measure("bare.ts"),
    byHand: () => measure("by_hand.ts"),
    loaded: () => measure("loaded.ts"),
    threeComponents: () => measure("three_components.ts"),
  });
}

async function measure(program: string): Promise<number> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", new URL(`resident/${program}`, import.meta.url).href],
  }).output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new Error(`Cannot measure memory: ${decoder.decode(stderr)}`);
  }
  return Number(decoder.decode(stdout));
}
