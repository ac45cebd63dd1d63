import type { Clock } from "./clock.ts";
import type { Member } from "./member.ts";

/** How long a shutdown may take. */
export interface UnreadInputsOptions {
  /** Milliseconds for all of it. */
  readonly timeoutMs: number;
  /** By which they are counted. */
  readonly clock: Clock;
}

/**
 * Tells components to stop, ahead of their turn, that take nothing of what is queued for them: those
 * who send to them may wait for room, and would for as long as there is time. Such a component has not
 * taken a single message by any of its connections, does not serve or wait at any, and was found so
 * twice, a tenth of the time apart. One that took something is a reader, however slow it is. Once told,
 * it may still take what is there; what it leaves is buried when it ends. Returns what ends the watch.
 */
export function tellThoseWhoDoNotRead(
  members: readonly Member[],
  { timeoutMs, clock }: UnreadInputsOptions,
): () => void {
  const graceMs = Math.max(1, timeoutMs / 10);
  let seen = new Set<Member>();
  let callOff = () => {};
  const look = () => {
    const found = members.filter(doesNotRead);
    for (const member of found) {
      if (!seen.has(member)) continue;
      member.beginStop();
      member.signalStop();
    }
    seen = new Set(found);
    callOff = clock.after(graceMs, look);
  };
  look();
  return () => callOff();
}

/** Tells whether somebody waits, or what is queued is all there will be, where nothing was ever taken. */
function doesNotRead(member: Member): boolean {
  const { state } = member.component.status;
  if (member.isSettled || state !== "running" && state !== "stopping") {
    return false;
  }
  const cores = member.inputs().map((link) => link.receiveCore);
  return cores.some((core) =>
    core.size > 0 && (core.size >= core.capacity || core.state !== "open")
  ) && cores.every((core) => {
    const { received, waitingReceivers } = core.stats();
    return received === 0 && waitingReceivers === 0 &&
      core.listener === undefined;
  });
}
