/**
 * Answers the question why nothing is moving.
 *
 * @module
 */
import { formatAddress } from "./graph.ts";
import type { Link } from "./link.ts";
import type { Member } from "./member.ts";

/** One who waits, for whom, and who is at the bottom of it. */
export interface Blockage {
  /** The connection at which it waits, `a.out -> b.in`. */
  readonly channel: string;
  /** What it waits for: room in a full channel, or an answer. */
  readonly waitsFor: "room" | "answer";
  /** How many sends or requests wait. */
  readonly count: number;
  /** The component that waits. */
  readonly waiter: string;
  /** The component at the other end. */
  readonly blocker: string;
  /** From the waiter along those who wait in turn, down to the root. */
  readonly path: readonly string[];
  /** The component that waits for nobody; undefined when they wait for each other in a circle. */
  readonly root: string | undefined;
  /** What is known of the root, or that there is a circle. */
  readonly reason: BlockageReason;
  /** All of it in words. */
  readonly message: string;
}

/**
 * Why a component does not go on: they wait `in_a_circle`, it is `resting` until it is started again,
 * it has `ended`, it takes nothing from the port (`not_reading`), its handlers have not returned
 * (`in_hand`), or it goes on, slower than messages come (`slow`).
 */
export type BlockageReason =
  | "in_a_circle"
  | "resting"
  | "ended"
  | "not_reading"
  | "in_hand"
  | "slow";

/** What there is to know about why nothing moves. */
export interface Diagnosis {
  /** Whether somebody waits. */
  readonly blocked: boolean;
  /** Who waits for whom, the most waiting first. */
  readonly blockages: readonly Blockage[];
  /** Who is at the bottom of it: roots and circles in words, each once. */
  readonly roots: readonly string[];
}

/** Looks at the components and connections of this moment. */
export function diagnose(
  members: ReadonlyMap<string, Member>,
  links: readonly Link[],
): Diagnosis {
  const waits = links.flatMap(waitsAt);
  const blockages = waits
    .map((wait) => explain(wait, waits, members))
    .sort((a, b) => b.count - a.count);
  return {
    blocked: blockages.length > 0,
    blockages,
    roots: [...new Set(blockages.map(rootInWords))],
  };
}

interface Wait {
  readonly link: Link;
  readonly waitsFor: "room" | "answer";
  readonly count: number;
}

function waitsAt(link: Link): Wait[] {
  const waits: Wait[] = [];
  const { waitingSenders } = link.sendCore.stats();
  const unanswered = link.desk?.size ?? 0;
  if (waitingSenders > 0) {
    waits.push({ link, waitsFor: "room", count: waitingSenders });
  }
  if (unanswered > 0) {
    waits.push({ link, waitsFor: "answer", count: unanswered });
  }
  return waits;
}

function explain(
  wait: Wait,
  waits: readonly Wait[],
  members: ReadonlyMap<string, Member>,
): Blockage {
  const path = [wait.link.from.component];
  let last = wait;
  for (;;) {
    const name = last.link.to.component;
    const inCircle = path.includes(name);
    path.push(name);
    if (inCircle) return blockage(wait, path, undefined, "in_a_circle");
    const next = waits.find(({ link }) => link.from.component === name);
    if (next === undefined) break;
    last = next;
  }
  const root = last.link.to.component;
  return blockage(wait, path, root, reasonOf(last.link, members.get(root)));
}

function reasonOf(link: Link, member: Member | undefined): BlockageReason {
  if (member === undefined || member.isSettled) return "ended";
  if (member.betweenLives) return "resting";
  if (member.component.metrics.inHand > 0) return "in_hand";
  const { depth, waitingReceivers } = link.receiveCore.stats();
  const isRead = link.receiveCore.listener !== undefined ||
    waitingReceivers > 0;
  return depth > 0 && !isRead ? "not_reading" : "slow";
}

function blockage(
  { link, waitsFor, count }: Wait,
  path: readonly string[],
  root: string | undefined,
  reason: BlockageReason,
): Blockage {
  const waiter = link.from.component;
  const blocker = link.to.component;
  const what = waitsFor === "room"
    ? `room in "${link.name}", which is full`
    : `an answer by "${link.name}"`;
  const because = root === undefined
    ? `they wait in a circle: ${inWords(path)}`
    : `"${root}" ${REASONS[reason]}${
      path.length > 2 ? ` (${inWords(path)})` : ""
    }`;
  return {
    channel: link.name,
    waitsFor,
    count,
    waiter,
    blocker,
    path,
    root,
    reason,
    message: `"${formatAddress(link.from)}" waits for ${what}: ${because}`,
  };
}

function inWords(path: readonly string[]): string {
  return path.join(" -> ");
}

/** A circle is named from its first member in the alphabet, so that it is told once. */
function rootInWords({ root, path, reason }: Blockage): string {
  if (root !== undefined) return `"${root}" ${REASONS[reason]}`;
  const circle = path.slice(path.indexOf(path.at(-1)!), -1);
  const first = circle.indexOf(circle.toSorted()[0]!);
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return `circle: ${inWords([...turned, turned[0]!])}`;
}

const REASONS: Readonly<Record<BlockageReason, string>> = {
  in_a_circle: "waits for itself",
  resting: "rests until it is started again",
  ended: "has ended",
  not_reading: "takes nothing from the port",
  in_hand: "has messages in hand whose handlers have not returned",
  slow: "is slower than messages come",
};
