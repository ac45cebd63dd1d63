import type { Clock } from "./clock.ts";
import { type BlockageReason, diagnose } from "./diagnose.ts";
import type { Member } from "./member.ts";
import { settledBefore } from "./settled_before.ts";

/** What there is to know about those that a member may wait for. */
export interface GiveUpBlockersOptions {
  /** Everyone who may be waited for. */
  readonly members: readonly Member[];
  /** What `progressOf()` told a good while ago. */
  readonly since: ReadonlyMap<Member, number>;
  /** Returns the milliseconds that are left. */
  readonly remaining: () => number;
  /** By which they are counted. */
  readonly clock: Clock;
}

/**
 * Frees a member that has not ended in time because it waits for room or for an answer: who is at the
 * bottom of that, and has neither taken nor finished a message for a good while, is told to stop; when
 * that does not help in half of the time, it is given up. Resolves when the member has ended, when it
 * waits for nobody who stands still, or when the time is over.
 */
export async function giveUpBlockers(
  member: Member,
  { members, since, remaining, clock }: GiveUpBlockersOptions,
): Promise<void> {
  const standsStill = (blocker: Member) =>
    progress(blocker) === since.get(blocker);
  for (let freed = false; !member.isSettled && remaining() > 0; freed = true) {
    const blockers = blockersOf(member, members).filter(standsStill);
    if (blockers.length === 0) {
      if (freed) await settledBefore(member.settled, remaining(), clock);
      return;
    }
    for (const blocker of blockers) {
      blocker.beginStop();
      blocker.signalStop();
    }
    const ended = Promise.all(blockers.map(({ settled }) => settled));
    const either = Promise.race([ended, member.settled]);
    await settledBefore(either, remaining() / 2, clock);
    if (member.isSettled) return;
    blockers.filter(standsStill).forEach(giveUp);
    await settledBefore(member.settled, remaining() / 2, clock);
  }
}

/** Counts what each member has taken and finished. */
export function progressOf(
  members: readonly Member[],
): ReadonlyMap<Member, number> {
  return new Map(members.map((member) => [member, progress(member)]));
}

/** Abandons a member that has not ended in its time. */
export function giveUp(member: Member): void {
  member.abandon(
    new Error(
      `Cannot stop component "${member.name}": found it running after its time`,
    ),
  );
}

function progress(member: Member): number {
  return member.inputs().reduce((sum, { receiveCore }) => {
    const { received, acknowledged, dead } = receiveCore.stats();
    return sum + received + acknowledged + dead;
  }, 0);
}

/** Who is at the bottom of it when a member waits. */
function blockersOf(
  member: Member,
  members: readonly Member[],
): readonly Member[] {
  const links = members.flatMap((each) => each.inputs());
  const byName = new Map(members.map((each) => [each.name, each]));
  const roots = diagnose(byName, links).blockages
    .filter(({ waiter, reason }) => waiter === member.name && HOLDS.has(reason))
    .flatMap(({ root = "" }) => byName.get(root) ?? []);
  return [...new Set(roots)].filter((root) => root !== member);
}

/** One that is slow makes room; for one that has ended nobody waits long. */
const HOLDS: ReadonlySet<BlockageReason> = new Set<BlockageReason>([
  "not_reading",
  "in_hand",
]);
