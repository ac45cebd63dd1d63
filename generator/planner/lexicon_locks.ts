/**
 * How requests say what is no longer possible in some states: "approved expenses can't be changed".
 *
 * @module
 */
import type { PatternRow } from "./pattern.ts";

/** How a clause says it. */
export type LockShape = "locked" | "open" | "refusing" | "frozen";

/**
 * Clauses about states. In `{E:some}` a state stands before what is in it; `{E:of}` is named without one, its state in
 * `{L:state}` or `{V:states}`; `{E:child}` is what something in a state takes no more of.
 */
export const LOCKS: readonly PatternRow<LockShape>[] = [
  ...rows("locked", [
    "{E:some} $cannot be {P:verbs} $later?",
    "{E:of} $cannot be {P:verbs} $since {V:states} $later?",
    "{E:of} $cannot be {P:verbs} $since {L:state} $later?",
    "{E:of} $cannot be {P:verbs} $since it|they|the|its|their? {E:it}? $be|has_been|have_been|had_been|was|were already? {V:states} $later?",
    "{E:of} $cannot be {P:verbs} $since it|they|the|its|their? {E:it}? $be|has_been|have_been|had_been|was|were already? {L:state} $later?",
    "{E:of} that|which $be|has_been|have_been already? {V:states} $cannot be {P:verbs} $later?",
    "{E:of} that|which $be|has_been|have_been already? {L:state} $cannot be {P:verbs} $later?",
    "once|when|after|if|as_soon_as {E:of} $be|has_been|have_been already? {V:states} ,? it|they $cannot be {P:verbs} $later?",
    "once|when|after|if|as_soon_as {E:of} $be|has_been|have_been already? {L:state} ,? it|they $cannot be {P:verbs} $later?",
    "once {L:state} ,? {E:of} $cannot be {P:verbs} $later?",
    "$nobody|no_user $can {O:verbs} {E:some} $later?",
    "$anyone $cannot {O:verbs} {E:some} $later?",
    "do_not|don't|never allow|let? {O:verbs} {E:some}",
    "no {O:verbs} of {E:some}",
    "{O:verbs} {E:some} $be not allowed|possible|permitted",
    "{O:verbs} {E:some} $be forbidden|impossible|refused|prohibited|disallowed",
  ]),
  ...rows("open", [
    "only|just {E:some} $can be {P:verbs}",
    "{E:of} $can only|just be {P:verbs} $while it|they? $be|has_been|have_been still|yet? in? {V:states}",
    "{E:of} $can only|just be {P:verbs} $while it|they? $be|has_been|have_been still|yet? in? {L:state}",
    "{E:of} $can be {P:verbs} only $while it|they? $be|has_been|have_been still|yet? in? {V:states}",
    "{E:of} $can be {P:verbs} only $while it|they? $be|has_been|have_been still|yet? in? {L:state}",
    "{E:of} $can be {P:verbs} as_long_as it|they $be|has_been|have_been still? {V:states}",
    "{E:of} $can be {P:verbs} as_long_as it|they $be|has_been|have_been still? {L:state}",
  ]),
  ...rows("refusing", [
    "{E:some} $cannot|refuse|no_longer|no_more accept|receive|get|take|have|be_given|contain any|new|more|further|additional? {E:child} $later?",
    "{E:of} that|which $be|has_been|have_been already? {L:state} $cannot accept|receive|get|take|have|be_given|contain any|new|more|further|additional? {E:child} $later?",
    "{E:child} $cannot be added|made|created|placed|posted|submitted|sent|given|left to|on|for|in|against {E:some}",
    "no more|new|further? {E:child} on|for|to|in {E:some}",
  ]),
  ...rows("frozen", [
    "{E:some} $must|$can? $be immutable|read-only|readonly|locked|frozen|final",
    "{E:of} $be immutable|read-only|readonly|locked|frozen|final $since {L:state}",
    "{E:of} $be immutable|read-only|readonly|locked|frozen|final $since it|they $be|has_been|have_been {L:state}",
    "once|when|after {E:of} $be|has_been|have_been {L:state} ,? it|they $be immutable|read-only|readonly|locked|frozen|final",
    "once {L:state} ,? {E:of} $be immutable|read-only|readonly|locked|frozen|final",
  ]),
];

function rows(
  makes: LockShape,
  patterns: readonly string[],
): PatternRow<LockShape>[] {
  return patterns.map((pattern) => ({ pattern, makes }));
}
