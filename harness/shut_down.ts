import type { Clock } from "./clock.ts";
import { giveUp, giveUpBlockers, progressOf } from "./give_up_blockers.ts";
import type { Member } from "./member.ts";
import { ShutDownClock } from "./shut_down_clock.ts";
import { settledBefore } from "./settled_before.ts";
import { tellThoseWhoDoNotRead } from "./unread_inputs.ts";

/** How long a shutdown may take, and who outlives whom. */
export interface ShutDownOptions {
  /** Milliseconds for all of it. */
  readonly timeoutMs: number;
  /** By which they are counted. */
  readonly clock: Clock;
  /** Names of those that each member sends to or is declared to come after, by its name. */
  readonly prerequisites: ReadonlyMap<string, readonly string[]>;
}

/**
 * Stops members given in start order. Each begins to stop when all that send to it, or are declared
 * to come after it, have ended: what they sent is drained first, then its signal is aborted, then it
 * is cleaned up. One that never took anything of what is queued for it is told earlier: whoever sends
 * to it may be waiting for room. Those that do not end in time are abandoned: first those that stand
 * still and that others wait for, who then get a twentieth of the time to end in good order. A member
 * with a time of its own is abandoned when that is over, whoever it waits for. Never rejects.
 */
export async function shutDown(
  members: readonly Member[],
  options: ShutDownOptions,
): Promise<void> {
  const shares = new ShutDownClock(
    options.timeoutMs,
    () => options.clock.now(),
  );
  const endWatch = tellThoseWhoDoNotRead(members, options);
  // Filled as members get their turn. In a cycle, a sender that has its turn later is not waited for,
  // and neither is one that the receiver is declared to come after.
  const before = new Map<string, Promise<void>[]>();
  const stops = members.toReversed().map((member) => {
    const stop = Promise.all(before.get(member.name) ?? []).then(() =>
      stopMember(member, members, shares, options.clock)
    );
    for (const name of options.prerequisites.get(member.name) ?? []) {
      const list = before.get(name);
      if (list) list.push(stop);
      else before.set(name, [stop]);
    }
    return stop;
  });
  await Promise.all(stops);
  endWatch();
}

async function stopMember(
  member: Member,
  members: readonly Member[],
  shares: ShutDownClock,
  clock: Clock,
): Promise<void> {
  if (member.isSettled) return;
  const share = shares.forNext();
  const { stopTimeoutMs = Infinity } = member.options;
  const hasOwnTime = stopTimeoutMs < share();
  const remaining = hasOwnTime ? within(share, stopTimeoutMs, clock) : share;
  member.beginStop();
  const inputs = member.inputs();
  if (inputs.length > 0) {
    for (const link of inputs) link.outbound.close();
    const drained = Promise.all(
      inputs.map((link) => link.receiveCore.whenSettled()),
    );
    await settledBefore(
      Promise.race([drained, member.settled]),
      remaining() / 2,
      clock,
    );
  }
  member.signalStop();
  if (await settledBefore(member.settled, remaining() / 2, clock)) return;
  const since = progressOf(members);
  if (await settledBefore(member.settled, remaining(), clock)) return;
  if (!hasOwnTime) {
    const more = shares.forNext();
    await giveUpBlockers(member, { members, since, remaining: more, clock });
  }
  giveUp(member);
}

/** A countdown that ends no later than so many milliseconds from now. */
function within(
  remaining: () => number,
  milliseconds: number,
  clock: Clock,
): () => number {
  const end = clock.now() + milliseconds;
  return () => Math.min(remaining(), end - clock.now());
}
