/**
 * Clauses of a fixed form: relations, what a deletion does to others, guards, uniqueness, refusals.
 *
 * @module
 */
import type { PatternRow } from "./pattern.ts";

/** What a clause of a fixed form says. */
export type ClauseShape =
  | "belongs"
  | "has many"
  | "may belong"
  | "weakly belongs"
  | "parent"
  | "may be assigned"
  | "assigns"
  | "cascade"
  | "restrict"
  | "clear"
  | "no two"
  | "default"
  | "guard state"
  | "guard field"
  | "guard value"
  | "boolean choice"
  | "marked"
  | "marked plainly"
  | "states"
  | "states in turn"
  | "needs";

/** "go from one state to another", up to six of them. */
const MOVES: readonly string[] = [1, 2, 3, 4, 5].map((steps) => {
  const further = Array.from(
    { length: steps },
    (_, n) =>
      ` ,? and? then|finally? to|then|finally|through|via|over|into|-> {L:s${
        n + 2
      }}`,
  );
  return `{E:entity} $must|$can? go|goes|move|moves|change|changes|pass|passes|progress|progresses|transition|transitions from {L:s1}${
    further.join("")
  }`;
});

/** Clauses of a fixed form, read from the first word of the clause. */
export const CLAUSE_PATTERNS: readonly PatternRow<ClauseShape>[] = table({
  "belongs": [
    "{E:from} $must|always? belong|belongs to {E:to}",
    "{E:from} $must? $be assigned|linked|attached|related|connected|tied|bound to {E:to}",
    "{E:from} $must? $be associated with {E:to}",
    "{E:from} $must? reference|references {E:to}",
    "{E:from} $must? refer|refers|point|points|link|links to {E:to}",
    "{E:from} $must? $be made|placed|written|created|owned|posted|submitted|issued|recorded for|on|to {E:to}",
    "{E:from} $must? $be made|placed|written|created|owned|posted|submitted|sent|issued|recorded by {E:to}",
    "{E:from} $must? $have exactly one {E:to}",
    "each|every {E:from} is from|of|in exactly? one {E:to}",
  ],
  "has many": [
    "{E:to} $must|$can? $have many|multiple|several|any_number_of|zero_or_more|one_or_more|lots_of|a_list_of|a_set_of|a_number_of {E:from}",
    "{E:to} $can? be? linked|connected to many|multiple|several {E:from}",
    "one {E:to} $can|$must? $have many|multiple|several {E:from}",
  ],
  "may belong": [
    "{E:from} $can optionally? belong to {E:to}",
    "{E:from} optionally belong|belongs to {E:to}",
    "{E:from} $can optionally? be linked|attached|related|connected|tied to {E:to}",
    "{E:from} $can optionally? be associated with {E:to}",
    "{E:from} $can optionally? reference|refer_to {E:to}",
    "{E:from} $can? optionally? reference|references an? optional {E:to}",
    "{E:from} belong|belongs to an? optional {E:to}",
  ],
  "weakly belongs": [
    "{E:from} $can $be made|placed|written|created|posted|submitted|issued|recorded for|on|to {E:to}",
    "{E:from} $must? $be always? for|on|about|in|under|of|from|by|part_of {E:to}",
    "{E:from} $must? go|goes|sit|sits|live|lives on|in|under|with|to {E:to}",
    "{E:from} on|of|for|in|about|under|from|by|per {E:to}",
    "{E:from} related|belonging|assigned|linked|attached to {E:to}",
    "{E:from} $be related to {E:to}",
    "{E:from} $must? always? come|comes from exactly? {E:to}",
  ],
  "parent": [
    "{E:from} $can|$must? $have an? optional? parent {E:to}",
    "{E:from} $can|$must? $have an? optional? parent",
    "{E:from} $can be nested",
    "{E:from} $can $have sub-categories|subcategories|children|sub-tasks|subtasks",
  ],
  "may be assigned": [
    "{E:from} $can optionally? be assigned to {E:to}",
  ],
  "assigns": [
    "assign|link|attach|connect|add|move|associate {E:from} to|with {E:to}",
    "{E:from} $can be assigned|linked|attached|connected|added|moved to {E:to}",
  ],
  "cascade": [
    "when|if|once|whenever {E:to} $be deleted|removed ,? then? also? {E:from} $must? also? $be? also? deleted|removed|too also|too|as_well?",
    "deleting|removing {E:to} $must|also? also? deletes|removes|delete|remove also? {E:from} too|also|as_well?",
    "delete|remove {E:from} when|if {E:to} $be deleted|removed",
    "{E:from} $must? $be deleted|removed when|if|once|with|together_with {E:to} $be? deleted|removed?",
  ],
  "restrict": [
    "{E:to} $cannot be deleted|removed while|if|when|as_long_as it|they|there still? have|has|are still? {E:from}",
    "$anyone|i|we $cannot delete|remove {E:to} while|if|when|as_long_as it|they|there still? have|has|are|is still? {E:from}",
    "do_not|don't|never|cannot|can't delete|remove {E:to} while|if|when|as_long_as it|they|there still? have|has|are|is still? {E:from}",
    "deleting|removing|deletion|removal of? {E:to} $must|$can? be|is|are forbidden|disallowed|prohibited|blocked|rejected|refused|prevented|not_allowed|not_possible|not_permitted|impossible while|if|when|as_long_as it|they|there still? have|has|are|is still? {E:from}",
    "deleting|removing {E:to} while|if|when|as_long_as|that it|they|there? still? have|has|are|is still? {E:from} $must|$can? be|is|are forbidden|disallowed|prohibited|blocked|rejected|refused|prevented|not_allowed|not_possible|not_permitted|impossible",
    "{E:to} $cannot be deleted|removed while|if|when|as_long_as {E:from} still? exist|exists|remain|remains|belong_to_it|refer_to_it|reference_it|point_to_it|use_it",
    "{E:to} with {E:from} $cannot be deleted|removed",
    "{E:to} $cannot be deleted|removed while|if|when|as_long_as it|they|there $be still? part_of|used_in|used_by|used_on|in|on|referenced_by|referenced_in|contained_in|linked_to|an|any|some? {E:from}",
    "deleting|removing {E:to} with|that_has|that_have|which_has|which_have {E:from} $be not? forbidden|disallowed|prohibited|refused|impossible|not_allowed|not_possible|not_permitted",
    "deleting|removing {E:to} with|that_has|that_have|which_has|which_have {E:from} $cannot be? allowed|possible|permitted",
    "{E:to} that|which have|has {E:from} $cannot be deleted|removed",
  ],
  "clear": [
    "when|if|once|whenever {E:to} $be deleted|removed ,? then? {E:from} stay|remain|are_kept|keep|lose|become without|unassigned? {E:x}?",
  ],
  "no two": [
    "no two {E:entity} $can|$must? $have|share|use with? the|an? same|identical|equal {E:field}",
    "two {E:entity} $cannot $have|share|use the|an? same|identical|equal {E:field}",
    "no two {E:entity} with the|an? same|identical|equal {E:field}",
    "no duplicate|duplicated {E:field}",
    "no duplicates of|in {E:field}",
    "there $cannot be two {E:entity} with the|an? same|identical|equal {E:field}",
    "{E:entity} $cannot $have|share the same {E:field}",
    "duplicate {E:field} $be not allowed",
  ],
  "default": [
    "the? default value? of|for|is {E:field} $must? $be|:|= {L:value}",
    "the? default {E:field} $must? $be|:|= {L:value}",
    "{E:field} $must? $be|:|= {L:value} by default",
    "by default ,? {E:field} $must? $be|:|= {L:value}",
    "{E:field} $must? default|defaults to {L:value}",
    "{E:field} $must? start|starts|begin|begins as|at|with|in? {L:value}",
    "{E:field} $be initially|at_first {L:value}",
    "new {E:field} $must? start|starts|begin|begins as {L:value}",
    "new|newly_created {E:field} $must? $be always? {L:value}",
  ],
  "guard state": [
    "{E:entity} $can only be {P:verbs} if|when|while|once it|they|its_status|their_status|the_status $be {V:states}",
    "{E:entity} $can only be {P:verbs} if|when|while|once it|they|its_status|their_status|the_status $be {L:state}",
    "{E:entity} $can be {P:verbs} only if|when|while|once it|they|its_status|their_status|the_status $be {V:states}",
    "{E:entity} $can be {P:verbs} only if|when|while|once it|they|its_status|their_status|the_status $be {L:state}",
    "{E:entity} $can|$must be {P:verbs} only when|if|while {L:state}",
    "{E:entity} $can only be {P:verbs} when|if|while {L:state}",
    "{E:entity} $can be {P:verbs} if|when|while|once it|they|its_status|their_status|the_status $be {V:states}",
    "{E:entity} $can be {P:verbs} if|when|while|once it|they|its_status|their_status|the_status $be {L:state}",
  ],
  "guard value": [
    "{E:entity} $can only? be {P:verbs} only? if|when|once|after|as_soon_as it|they already? $have a|an|any|some|at_least_one|its|their? {E:field} and|or {E:other}",
    "{E:entity} $can only? be {P:verbs} only? if|when|once|after|as_soon_as it|they already? $have a|an|any|some|its|their? {E:field}",
    "{E:entity} $can only? be {P:verbs} only? if|when|once|after|as_soon_as its|their|the|a|an? {E:field} $be set|filled|filled_in|given|present|entered|known|recorded|provided|assigned|not_empty|there",
    "{E:entity} $can only? be {P:verbs} only? if|when|once|after|as_soon_as a|an? {E:field} $have been set|filled|filled_in|given|entered|recorded|provided|assigned|added|chosen",
    "{E:entity} $cannot be {P:verbs} without a|an|any|its|their? {E:field} and|or {E:other}",
    "{E:entity} $cannot be {P:verbs} without a|an|any|its|their? {E:field}",
    "{E:entity} $cannot be {P:verbs} unless|until it|they $have a|an|any|some? {E:field}",
    "only {E:entity} with a|an|some? {E:field} $can|$must be {P:verbs}",
  ],
  "boolean choice": [
    "{E:entity} $can be {E:state} or not",
    "{E:entity} $be either? {E:state} or not",
    "{E:entity} $be {E:state} or not {E:state}",
  ],
  "marked": [
    "{E:entity} $can|$must be marked|flagged|tagged|labelled as {L:state}",
    "{E:entity} $can|$must be set to {L:state}",
    "{E:entity} $can|$must be marked|flagged|tagged|labelled as {V:states}",
  ],
  "marked plainly": [
    "{E:entity} $can|$must be marked|flagged {L:state}",
  ],
  "states": [
    "{E:entity} $must|$can? go|goes|move|moves|pass|passes|run|runs|progress|progresses|transition|transitions through the|these? following? states|statuses|stages|steps|phases? :? {V:states}",
    ...MOVES,
  ],
  "states in turn": [
    "{E:entity} $must|$can? start|starts|begin|begins as|in|at|with {L:s1} ,? and? then|later? become|becomes|turn|turns|go_to|goes_to|move_to|moves_to {L:s2} ,? and? then|later|finally become|becomes? {L:s3}",
    "{E:entity} $must|$can? start|starts|begin|begins as|in|at|with {L:s1} ,? and? then|later? become|becomes|turn|turns|go_to|goes_to|move_to|moves_to {L:s2}",
    "{E:entity} $be first {L:s1} ,? and? then {L:s2} ,? and? then|finally {L:s3}",
    "{E:entity} $be first {L:s1} ,? and? then {L:s2}",
  ],
  "needs": [
    "{E:field} $must be given|provided|filled|set|specified|present|entered in?",
  ],
});

/** How refusals begin; verbs follow. */
export const REFUSAL_STARTS: readonly string[] = [
  "no|without|never|not",
  "no|without any|more|further?",
  "without|no the|any? ability|option|possibility|way|endpoint|endpoints|need|support|right|permission to|for",
  "there is|should_be|must_be|are no ability|option|possibility|way|endpoint|endpoints|need|support? to|for?",
  "there $cannot be an? ability|option|possibility|way|endpoint|support to|for",
  "there $cannot be any?",
  "do_not|don't|does_not|doesn't|must_not|should_not|cannot|can't|never allow|let|permit|support|offer|provide|implement|include|enable|expose|add|have $anyone? to|for?",
  "i|we do_not|don't want|need|require|wish to?",
  "i|we do_not|don't want|need anyone|users|people|customers|them to",
  "do_not|don't|must_not|should_not",
  "i|we never want|need? to?",
  "i|we do_not|don't",
  "it $cannot be possible to",
  "it $must|is|be? not|im be? possible|allowed to",
  "it is|should_be|must_be impossible|forbidden to",
  "forbid|disallow|prevent|prohibit|disable|exclude|skip|block|avoid|omit $anyone? from|to?",
  "the? api|system|service|app|application $cannot allow|let|support|offer|provide|have|expose|include $anyone? to?",
];

/** What stands after refused verbs: "Deletion is not allowed". */
export const REFUSED_ENDINGS: readonly string[] = [
  "is|are|be|should_be|must_be|will_be not|never allowed|needed|necessary|required|supported|possible|permitted|wanted|available",
  "$cannot be? allowed|needed|necessary|required|supported|possible|permitted|wanted|available",
  "$must|$can? be|is|are avoided|prevented|forbidden|disabled|disallowed|prohibited|blocked|rejected|refused|impossible|excluded|unnecessary|out_of_scope|unsupported|not_allowed",
  "not|never allowed|needed|necessary|required|supported|possible|permitted|wanted",
  "forbidden|disabled|disallowed|prohibited|impossible|unnecessary",
  "$must not be? allowed|possible|supported|permitted",
];

/** What stands after wished nouns: "Pinning of notes is possible". */
export const WISHED_ENDINGS: readonly string[] = [
  "$must|$can? be|is|are allowed|needed|necessary|required|supported|possible|permitted|wanted|available",
];

/** Words that stand for a set of operations and no others. */
export const ONLY_WORDS: Readonly<
  Record<string, readonly ("list" | "get" | "create")[]>
> = {
  __proto__: null as never,
  "append-only": ["create", "list", "get"],
  "insert-only": ["create", "list", "get"],
  "read only": ["list", "get"],
  "read-only": ["list", "get"],
  "readonly": ["list", "get"],
  "view-only": ["list", "get"],
  "write-once": ["create", "list", "get"],
};

/** What stands after verbs that are all there is: "list and view only". */
export const ONLY_ENDINGS: readonly string[] = [
  "only",
  "- only",
  ", nothing|not else|more",
  "and|but|, nothing|not else|more",
  ", and|but nothing|not else|more",
  "and|, no other operations|operation|endpoints|actions",
];

/** Words before verbs that mean all operations but these. */
export const ALL_EXCEPT: readonly string[] = [
  "all|every|everything|full|the? crud|standard|usual|other? operations|operation|endpoints|actions|methods? except|but|besides|apart_from|without|excluding|minus for?",
  "full|all? crud except|but|besides|apart_from|without|excluding|minus for?",
  "everything except|but|besides|apart_from|without for?",
];

function table(
  phrases: Partial<Record<ClauseShape, readonly string[]>>,
): PatternRow<ClauseShape>[] {
  const rows: PatternRow<ClauseShape>[] = [];
  for (const [makes, patterns] of Object.entries(phrases)) {
    for (const pattern of patterns) {
      rows.push({ pattern, makes: makes as ClauseShape });
    }
  }
  return rows;
}
