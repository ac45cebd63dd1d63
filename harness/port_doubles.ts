/**
 * Two sides of a port for the tests of this package.
 *
 * @module
 */
import type { PortFrame } from "./port_frame.ts";
import {
  PortChannel,
  type PortChannelOptions,
  type PortLike,
} from "./workers.ts";

/** Two sides in one thread, and what this one has posted. */
export function pair<T>(options: PortChannelOptions = {}) {
  const { port1, port2 } = new MessageChannel();
  const post = port1.postMessage.bind(port1);
  const seen: PortFrame[] = [];
  port1.postMessage = (value: unknown) => {
    post(value);
    seen.push(value as PortFrame);
  };
  const frames = (kind: string) => seen.filter((frame) => frame[2] === kind);
  const posted = (kind: string) =>
    frames(kind).reduce(
      (sum, frame) => sum + (frame[3] as unknown[]).length,
      0,
    );
  return {
    here: new PortChannel<T>(port1, options),
    there: new PortChannel<T>(port2, options),
    frames,
    posted,
  };
}

/** Closes both sides, and waits until both have ended. */
export async function close<T>(
  here: PortChannel<T>,
  there: PortChannel<T>,
): Promise<void> {
  here.close();
  there.close();
  await Promise.all([here.ended, there.ended]);
}

/** Two ports that keep nothing for a side that does not listen yet, as a worker does not. */
export function plainPorts(): readonly [PortLike, PortLike] {
  const ends = [new EventTarget(), new EventTarget()] as const;
  const port = (own: EventTarget, other: EventTarget): PortLike =>
    Object.assign(own, {
      postMessage(value: unknown) {
        const data = structuredClone(value);
        queueMicrotask(() =>
          other.dispatchEvent(new MessageEvent("message", { data }))
        );
      },
    });
  return [port(...ends), port(ends[1], ends[0])];
}

/** Lets what is under way between two ports arrive, and what follows from it. */
export async function quiet(): Promise<void> {
  for (let trip = 0; trip < 6; trip++) {
    const { port1, port2 } = new MessageChannel();
    const arrived = new Promise((resolve) => port2.onmessage = resolve);
    port1.postMessage(trip);
    await arrived;
    port1.close();
    port2.close();
  }
}
