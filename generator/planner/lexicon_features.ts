/**
 * How requests speak of entities as wholes: marks, orders, overlaps, stock, what can be restored, tenants.
 *
 * @module
 */
import { TOTAL_PATTERNS, type TotalShape } from "./lexicon_totals.ts";
import type { PatternRow } from "./pattern.ts";

/** How a mark is kept and counted. */
export interface MarkWords {
  /** Under which name users see whether they have set it. */
  readonly field: string;
  /** Under which name they see how many have. */
  readonly count: string;
}

/** Verbs of what every user does for themselves. */
export const MARK_VERBS: Readonly<Record<string, MarkWords>> = {
  __proto__: null as never,
  bookmark: { field: "bookmarked", count: "bookmarksCount" },
  favorite: { field: "favorited", count: "favoritesCount" },
  favourite: { field: "favourited", count: "favouritesCount" },
  follow: { field: "following", count: "followersCount" },
  heart: { field: "hearted", count: "heartsCount" },
  like: { field: "liked", count: "likesCount" },
  star: { field: "starred", count: "starsCount" },
  upvote: { field: "upvoted", count: "upvotesCount" },
  watch: { field: "watched", count: "watchersCount" },
};

/** What a clause of a fixed form says. */
export type FeatureShape =
  | "slug"
  | "path"
  | "unique per"
  | "one per"
  | "no overlap"
  | "not twice"
  | "takes"
  | "adds"
  | "soft delete"
  | "own of tenant"
  | "apart"
  | TotalShape;

/** Clauses of a fixed form, read from their first word. */
export const FEATURE_PATTERNS: readonly PatternRow<FeatureShape>[] = table({
  slug: [
    "the|its|their|a|every|each? slug of {E:of} $must? $be? automatically? made|derived|generated|built|created|taken|comes|come from|of|out_of {E:from}",
    "the|its|their|a? slug $must? $be? automatically? made|derived|generated|built|created|taken|comes|come from|of|out_of {E:from}",
    "{E:of} $must? $have a|an|the? unique? slug ,? automatically? made|derived|generated|built|created|taken from|of|out_of {E:from}",
  ],
  path: [
    "the|its|their? url|urls|permalink|address of {E:of} $must? $be? automatically? made|derived|generated|built|created|taken|comes|come from|of|out_of {E:from}",
    "the|its|their? url|urls|permalink|address $must? $be? automatically? made|derived|generated|built|created|taken|comes|come from|of|out_of {E:from}",
  ],
  "unique per": [
    "{E:field} $must|$can? $be|stay|stays|remain? unique|distinct per|within|inside|in|for|among the|a|an|each|every|one|its|their? same? {E:per}",
    "no two {E:of} of|in|from|for|within the|one|a? same? {E:per} $can|$must? $have|share with? the same {E:field}",
    "two {E:of} of|in|from|for|within the|one|a? same? {E:per} $cannot $have|share the same {E:field}",
    "the combination|pair of {E:field} and {E:per} $must|$can? $be unique|distinct",
    "{E:field} and {E:per} $must|$can? $be unique|distinct together|in_combination|as_a_pair",
    "{E:field} and {E:per} together $must|$can? $be unique|distinct",
  ],
  "one per": [
    "there? $can|$must? $be? only|at_most|just|exactly? one|a_single {E:of} per|for_each|for_every {E:a} and|per|/ per|for_each|for_every? {E:b}",
    "each|every|a {E:a} $can|$must? only? leave|write|give|post|submit|make|add|have|has|create|cast only|at_most|just? one {E:of} per|for|on|for_each each|every|a|the_same? {E:b}",
    "$anyone $can|$must? only? leave|write|give|post|submit|make|add|have|create|cast only|at_most|just? one {E:of} per|for|on|for_each each|every|a|the_same? {E:b}",
  ],
  "no overlap": [
    "two? {E:of} of|for|in|on|at|by the_same|one|a|each|any|every {E:within} $cannot overlap|intersect|clash|collide",
    "no two {E:of} of|for|in|on|at|by the_same|one|a|each|any|every {E:within} $can|$must? overlap|intersect|clash|collide",
    "two? {E:of} $cannot overlap|intersect|clash|collide for|in|on|at|within the_same|one|a|each|any {E:within}",
    "no two {E:of} $can|$must? overlap|intersect|clash|collide for|in|on|at|within the_same|one|a|each|any {E:within}",
    "two? {E:of} $cannot overlap|intersect|clash|collide in_time|each_other|one_another|with_each_other|at_all?",
    "no two {E:of} $can|$must? overlap|intersect|clash|collide in_time|each_other|at_all?",
    "{E:within} $cannot $have|give|take|hold|host two|several|multiple|more_than_one|parallel|simultaneous {E:of} at the? same|one? time|once|a_time",
    "{E:within} $can|$must only $have|give|take|hold|host one|a_single {E:of} at a_time|the_same_time|any_time|once|a_given_time",
    "no overlapping {E:of} for|in|of|on|per the_same|one|a|each|any|every {E:within}",
    "no overlapping {E:of}",
    "{E:of} $cannot be overlapping",
    "overlapping {E:of} of|for|in|on|at the_same|one|a|each|any {E:within} $be not? allowed|refused|rejected|forbidden|impossible|not_allowed|not_possible",
    "overlapping {E:of} of|for|in|on|at the_same|one|a|each|any {E:within} $cannot be? allowed|possible|accepted",
    "overlapping {E:of} $cannot be? allowed|possible|accepted",
    "overlapping {E:of} $be not? allowed|refused|rejected|forbidden|impossible|not_allowed|not_possible for|in|of|on the_same|one|a|each|any|every {E:within}",
    "overlapping {E:of} $be refused|rejected|forbidden|impossible|not_allowed|not_possible",
  ],
  "not twice": [
    "{E:within} $cannot be booked|reserved|rented|taken|scheduled|hired|lent|used|occupied twice|two_times|double|more_than_once at|for|in|during the same time|moment|period|slot|times|time_slot|hours",
    "the? same {E:within} $cannot be booked|reserved|rented|taken|scheduled|hired|lent|used twice|two_times|double|more_than_once at|for|in|during the same time|moment|period|slot|times|time_slot|hours",
    "{E:within} $cannot be double-booked|double_booked|double-reserved|overbooked",
    "nobody|no_one $can double-book|book {E:within} twice? at|for|in|during? the? same? time|moment|period|slot?",
    "no double-booking|double-bookings|double_booking|double_bookings of {E:within}",
    "no double-booking|double-bookings|double_booking|double_bookings",
  ],
  takes: [
    "{O:verb} {E:of} takes|take|deducts|deduct|subtracts|subtract|removes|remove its|their|the? {E:amount} from|off|out_of {E:target}",
    "{O:verb} {E:of} takes|take|deducts|deduct|subtracts|subtract|removes|remove {N:count} from|off|out_of {E:target}",
    "{O:verb} {E:of} reduces|reduce|decreases|decrease|lowers|lower {E:target} by its|their|the? {E:amount}",
    "{O:verb} {E:of} reduces|reduce|decreases|decrease|lowers|lower {E:target} by {N:count}",
    "when|once|if|whenever {E:of} $be {P:verb} ,? then? its|their|the? {E:amount} $be taken|deducted|subtracted|removed from|off|out_of {E:target}",
    "when|once|if|whenever {E:of} $be {P:verb} ,? then? {E:target} $must? $be reduced|decreased|lowered by its|their|the? {E:amount}",
    "when|once|if|whenever {E:of} $be {P:verb} ,? then? {E:target} goes|drops|falls|decreases|shrinks down? by its|their|the? {E:amount}",
  ],
  adds: [
    "{O:verb} {E:of} adds|add|returns|return|puts|put|gives|give its|their|the? {E:amount} back? to|into|onto {E:target}",
    "{O:verb} {E:of} increases|increase|raises|raise {E:target} by its|their|the? {E:amount}",
    "{O:verb} {E:of} increases|increase|raises|raise {E:target} by {N:count}",
    "when|once|if|whenever {E:of} $be {P:verb} ,? then? its|their|the? {E:amount} $be added|returned|put back? to|into {E:target}",
    "when|once|if|whenever {E:of} $be {P:verb} ,? then? {E:target} $must? $be increased|raised by its|their|the? {E:amount}",
    "when|once|if|whenever {E:of} $be {P:verb} ,? then? {E:target} goes|rises|increases|grows up? by its|their|the? {E:amount}",
  ],
  "soft delete": [
    "deleted|removed {E:of} $can|$must be restored|recovered|undeleted|brought_back|undone later|again|afterwards?",
    "{E:of} $can|$must be restored|recovered|undeleted after|when|once|if deletion|deleted|being_deleted|they_were_deleted|it_was_deleted|they_are_deleted",
    "restore|undelete|recover deleted|removed {E:of}",
    "undelete {E:of}",
    "$anyone $can? restore|undelete|recover deleted|removed {E:of}",
    "use? soft|soft-delete|soft-deletes delete|deletes|deletion? for|of|on|with? {E:of}",
    "{E:of} $must|$can? $be soft-deleted|soft_deleted|deleted_softly only?",
    "deleting {E:of} only hides it|them",
    "deleting|deletion|removing of? {E:of} $must|$can? $be a|an|only|done_as|implemented_as? soft delete|deletion|deletes",
    "deleting|deletion|removing of? {E:of} $must|$can? $be a|an|only|done_as|implemented_as? soft-delete|soft-deletion|soft|reversible",
    "use|with|support soft-delete|soft_delete|soft_deletes|soft_deletion for_everything|everywhere?",
    "soft-delete|soft_delete|soft_deletes|soft_deletion",
  ],
  "own of tenant": [
    "each|every {E:tenant} $can|$must? only? sees|see|has|reads|read|manages|manage|access|accesses|keeps only? its|their own {E:of}",
    "{E:tenant} $can|$must? only see|read|manage|access|have only? its|their own {E:of}",
    "{E:tenant} see|read|manage|access|have only its|their own {E:of}",
    "$anyone $can|$must? only see|read|access the? {E:of} of|in|from their own? {E:tenant}",
    "$anyone $can|$must? see|read|access only the? {E:of} of|in|from their own? {E:tenant}",
    "users|members of an?|one {E:tenant} $can|$must? only see|read|access the? {E:of} of|in|from their|its|that own? {E:tenant}",
    "{E:of} $must|$can? $be separated|isolated|kept_apart|kept_separate by|per|between|for each? {E:tenant}",
  ],
  ...TOTAL_PATTERNS,
  apart: [
    "multi-tenant|multitenant",
    "the? system|api|app|application|service|platform $must|$can? $be multi-tenant|multitenant",
    "data|everything|all_data $must|$can? $be separated|isolated|kept_apart|kept_separate by|per|between|for each? {E:tenant}",
  ],
});

/** What says how many have set a mark, after it was said that they can. */
export const HOW_MANY: readonly string[] = [
  "and|, also? $can? see|view|know|count|show|get how many|often",
  "and|, also? $can? see|view|get the? number|count of",
  "with a|the? count|number of",
];

/** What stands before what lists are sorted by, where it can be nothing else. */
export const SORTED: readonly string[] = [
  "{E:of} $must|$can|$be? be? always? listed|sorted|ordered|shown|returned|displayed|presented sorted|ordered? by",
  "{E:of} $must|$be? be? always? listed|sorted|ordered|shown|returned|displayed|presented",
  "the? lists|list of {E:of} $must|$be be? always? sorted|ordered|shown by?",
  "sort|order {E:of} by",
];

/** What stands before what lists are sorted by, or filtered. */
export const LISTED: readonly string[] = [
  "$anyone|i|we? $can|want_to|$must? list|show|display|return|see|view|get|browse {E:of} sorted|ordered|listed? by",
  "$anyone|i|we? $can|want_to|$must? list|show|display|return|see|view|get|browse {E:of} ,?",
];

/** What is first in a list. */
export const FIRST_OF: readonly string[] = [
  "the? newest|latest|most_recent|oldest|earliest {E:of} $must|$can|$be? be|come|stand|shown|listed? first|on_top|at_the_top",
];

/** Words for largest first, and for smallest first. */
export const DESCENDING: ReadonlySet<string> = new Set(
  ("newest latest recent highest largest biggest most longest best greatest youngest top descending desc descendingly")
    .split(" "),
);
/** Words for smallest first. */
export const ASCENDING: ReadonlySet<string> = new Set(
  ("oldest earliest lowest smallest least shortest cheapest ascending asc soonest nearest alphabetically")
    .split(" "),
);
/** Those that speak of when something was made by themselves. */
export const BY_AGE: ReadonlySet<string> = new Set(
  ["newest", "latest", "oldest", "recent", "earliest"],
);

function table(
  phrases: Readonly<Record<FeatureShape, readonly string[]>>,
): PatternRow<FeatureShape>[] {
  return Object.entries(phrases).flatMap(([makes, patterns]) =>
    patterns.map((pattern) => ({ pattern, makes: makes as FeatureShape }))
  );
}
