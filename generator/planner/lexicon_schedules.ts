/**
 * How requests speak of what is done by itself: how often, how long after what, and to which.
 *
 * @module
 */

/** How often something is done. */
export interface Frequency {
  /** Every so often: `1h`. */
  readonly every?: string;
  /** At a time of day, perhaps on a day of the week. */
  readonly at?: string;
}

/** Words for how often, the time of day being that of UTC. */
export const FREQUENCIES: readonly (readonly [string, Frequency])[] = [
  ["every|each night", { at: "03:00" }],
  ["nightly|overnight", { at: "03:00" }],
  ["once a|per|every night", { at: "03:00" }],
  ["every|each day", { at: "00:00" }],
  ["every|each morning", { at: "06:00" }],
  ["every|each evening", { at: "18:00" }],
  ["daily", { at: "00:00" }],
  ["once a|per|every day", { at: "00:00" }],
  ["at midnight", { at: "00:00" }],
  ["every|each hour", { every: "1h" }],
  ["hourly", { every: "1h" }],
  ["once an|a|per|every hour", { every: "1h" }],
  ["every|each minute", { every: "1m" }],
  ["once a|per minute", { every: "1m" }],
  ["every|each week", { every: "7d" }],
  ["weekly", { every: "7d" }],
  ["once a|per|every week", { every: "7d" }],
  ["periodically|regularly", { every: "1h" }],
];

/** Days of the week. */
export const WEEKDAYS =
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays";

/** What says that nobody has to ask for it. */
export const BY_ITSELF =
  "automatically|auto|by_itself|by_themselves|on_its_own|on_their_own|automatic";

/** What does it, in words that say no more. */
export const JOBS: readonly string[] = [
  "run|have|add|create|make|schedule|i_want|we_need|there_should_be|there_is a|an|the? scheduled|background|cron|recurring|periodic|automatic|cleanup|clean-up? nightly|daily|hourly|weekly? job|task|cronjob|process|cleanup|routine that|which|to $must|shall?",
  "a|an|the nightly|daily|hourly|weekly|scheduled|background|cron|recurring|periodic|automatic cleanup|clean-up|background? job|task|cronjob|process|cleanup|routine|cron that|which|to|should|must|will? $must?",
  "a|the|our|this? system|api|service|backend|app|application|job|scheduler|cron_job|cronjob|it $must? automatically?",
];

/** Words for units of time, the letter in a blueprint, and how many of these it is. */
export const TIME_UNITS: ReadonlyMap<string, readonly [string, number]> =
  new Map([
    ["minute", ["m", 1]],
    ["min", ["m", 1]],
    ["hour", ["h", 1]],
    ["day", ["d", 1]],
    ["week", ["d", 7]],
    ["fortnight", ["d", 14]],
    ["month", ["d", 30]],
    ["year", ["d", 365]],
  ]);

/** Numbers in words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["an", 1],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["twelve", 12],
  ["fourteen", 14],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["ninety", 90],
]);

/** Since when time is counted. */
export type Since = "made" | "changed" | "said";

/** What stands before a time that must have passed, and since when it is counted. */
export const AGES: readonly (readonly [string, Since])[] = [
  ["after", "said"],
  ["older than", "made"],
  ["that|which|if|when|once they|it? are|is older than", "made"],
  ["that|which were|was created|made|added more_than|over?", "made"],
  [
    "that|which|if|when they|it? have|has not|never been updated|changed|touched|modified|edited|active for|in|within more_than|at_least|over|the_last?",
    "changed",
  ],
  [
    "that|which|if|when they|it? haven't|hasn't been updated|changed|touched|modified|edited|active for|in|within more_than|at_least|over|the_last?",
    "changed",
  ],
  [
    "that|which|if|when they|it? were|was|are|is not updated|changed|touched|modified|edited for|in|within more_than|at_least|over|the_last?",
    "changed",
  ],
  [
    "with_no|without|without_any|if_there_is_no|if_there_was_no|if_there_has_been_no update|updates|activity|change|changes for|in|within more_than|at_least|over|the_last?",
    "changed",
  ],
  [
    "that|which|if|when they|it? are|is|have_been|has_been? inactive|untouched|unchanged for more_than|at_least|over?",
    "changed",
  ],
];

/** What may stand after the time, and since when it is counted then. */
export const AGE_ENDS: readonly (readonly [string, Since])[] = [
  [
    "of|without any? inactivity|activity|update|updates|change|changes",
    "changed",
  ],
  [
    "after|since the|its|their last|latest|most_recent update|change|activity|modification",
    "changed",
  ],
  ["after|since|from the|its|their? creation", "made"],
  [
    "after|since they|it were|was|are|is|have_been|has_been created|made|added|submitted|posted|placed|registered|recorded",
    "made",
  ],
  [
    "after being created|made|added|submitted|posted|placed|registered|recorded",
    "made",
  ],
  ["old", "made"],
  ["ago", "made"],
];

/** What stands before a field whose day or time must have passed, and after it. */
export const PAST_FIELDS: readonly string[] = [
  "when|once|if|after|as_soon_as|that|which the|its|their? {E:field} has|have|is|are|was|lies|lie passed|over|reached|in_the_past|expired|gone|exceeded|before_today|before_now|past",
  "when|once|if|after|as_soon_as the|its|their? {E:field} passes|ends|is_up|arrives|comes",
  "whose {E:field} has|have|is|are|was|lies|lie passed|over|reached|in_the_past|expired|gone|exceeded|before_today|before_now|past|today_or_earlier",
  "with a|an? {E:field} in the past",
  "after|past|on|at|by|beyond the|its|their {E:field}",
  "that|which|if|when|once they|it? $be past|after|beyond the|its|their {E:field}",
  "when|once|if they|it reach|reaches|pass|passes the|its|their {E:field}",
];

/** What stands before the states that something must be in, or must not be in. */
export const IN_STATES: readonly (readonly [string, boolean])[] = [
  ["that|which|if|when|while|where they|it? $be still?", false],
  ["if still", false],
  ["with|whose|in the|a? status|state|stage|phase is|of|:|=?", false],
  [
    "whose|if_the|if_their|if_its|where_the status|state|stage is still?",
    false,
  ],
  ["that|which|if|when they|it? $be still? not|never", true],
  ["that|which|if|when they|it? have|has not|never been", true],
  ["that|which|if|when they|it? haven't|hasn't been", true],
  ["that|which|if|when they|it? aren't|isn't|weren't|wasn't", true],
  ["if|when|while not", true],
  ["unless they|it? $be|have_been|has_been", true],
  ["unless", true],
];

/** Things whose time is over, by the word for them, and the names of the fields that say when. */
export const OVER_WORDS: ReadonlyMap<string, RegExp> = new Map([
  [
    "expired",
    /expir|^validUntil|^validTo|^until$|^ends?(?:At|On|Date|Time|sAt|sOn)?$|^to$|^bestBefore/i,
  ],
  ["lapsed", /expir|^validUntil|^until$|^ends?(?:At|On|Date|sAt|sOn)?$/i],
  ["overdue", /^due|dueDate|dueOn|dueAt|deadline|payBy|returnBy/i],
  ["late", /^due|dueDate|dueOn|dueAt|deadline|payBy|returnBy/i],
  ["past", /^date$|^day$|^ends?(?:At|On|Date|Time|sAt|sOn)?$|^until$|^to$/i],
  ["past due", /^due|dueDate|deadline/i],
  ["ended", /^ends?(?:At|On|Date|Time|sAt|sOn)?$|^until$|^to$/i],
  ["finished", /^ends?(?:At|On|Date|Time|sAt|sOn)?$|^until$|^to$/i],
]);

/** States in which nothing is due any more. */
export const SETTLED: ReadonlySet<string> = new Set(
  ("paid returned done completed complete finished closed cancelled canceled refunded resolved rejected declined archived " +
    "void voided withdrawn used redeemed delivered settled expired checked_out")
    .split(" "),
);
