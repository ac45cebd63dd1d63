/**
 * How requests speak of what spares the system: caches and limits of requests.
 *
 * @module
 */
import type { PatternRow } from "./pattern.ts";

/** What a clause asks for, and the unit of the time in it; without one where no time is named. */
export interface LoadShape {
  /** What it asks for. */
  readonly load:
    | "cache"
    | "rate limit"
    | "login tries"
    | "account tries"
    | "registration tries"
    | "password length"
    | "idempotency"
    | "idempotency required";
  /** The unit's letter in a blueprint. */
  readonly unit?: Unit;
}

/** Letters of units of time. */
export type Unit = keyof typeof UNITS;

/** How many seconds each unit has. */
export const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

const NAMES: Readonly<Record<Unit, string>> = {
  s: "second|seconds|sec|secs|s",
  m: "minute|minutes|min|mins|m",
  h: "hour|hours|h",
  d: "day|days|d",
};

const CLIENT =
  "client|user|caller|consumer|visitor|ip|address|ip_address|device";

const ADDRESS =
  "ip|address|ip_address|ips|ip_addresses|client|clients|visitor|caller|host";
const ACCOUNT =
  "user|account|users|accounts|member|person|email|email_address|username";
const LOGINS =
  "logins|login|sign-ins|login_attempts|login_tries|sign-in_attempts|failed_logins|failed_login|failed_login_attempts|failed_attempts_to_log_in|wrong_passwords|password_attempts|attempts_to_log_in";
const SIGN_UPS =
  "registrations|registration|sign-ups|signups|sign_ups|signup|new_accounts|new_users|account_creations";
const MOST = "at_most|no_more_than|not_more_than|max|maximum|up_to|only";

/** "Limit each user to 10 logins a minute": rows for what is tried by whom. */
function triesRows(
  what: string,
  who: string | undefined,
  per: string,
): readonly string[] {
  const verbs = `try|tries|attempt|attempts|times|${what}`;
  const limit = "limit|restrict|rate-limit|throttle";
  if (who === undefined) {
    return [
      `${limit} the|failed? ${what} to ${MOST}? {N:requests} ${verbs}? ${per}`,
      `${MOST} {N:requests} ${what} ${per}`,
      `allow|permit ${MOST}? {N:requests} ${what} ${per}`,
    ];
  }
  const each =
    `per|for|by|from|of|for_each|for_every|from_each|from_one|from_the_same|of_one|with_one ${who}`;
  const subject = `a|an|each|every|one|the_same|all|any|the? ${who}`;
  return [
    `${limit} ${subject} to ${MOST}? {N:requests} ${what} ${per}`,
    `${limit} the|failed? ${what} to ${MOST}? {N:requests} ${verbs}? ${per} ${each}`,
    `${limit} the|failed? ${what} to ${MOST}? {N:requests} ${verbs}? ${each} ${per}`,
    `${limit} the|failed? ${what} ${each} to ${MOST}? {N:requests} ${verbs}? ${per}`,
    `${MOST} {N:requests} ${what} ${per} ${each}`,
    `${MOST} {N:requests} ${what} ${each} ${per}`,
    `allow|permit ${MOST}? {N:requests} ${what} ${per} ${each}`,
    `allow|permit ${MOST}? {N:requests} ${what} ${each} ${per}`,
    `${subject} $can|$must? only? have|make|try|do ${MOST}? {N:requests} ${what} ${per}`,
  ];
}

const WRITES =
  "post_requests|all_post_requests|every_post_request|post|creating_requests|write_requests|writes|creates|creation|requests|the_api|all_writes";
const KEYS =
  "idempotency-key_header|idempotency-key_headers|idempotency-key|idempotency-keys|idempotency_key|idempotency_keys|idempotency_key_header|idempotency_header";

/** Clauses about caches and limits, each read from its first word. */
export const LOAD_PATTERNS: readonly PatternRow<LoadShape>[] = [
  ...[
    "cache {E:of} in_memory?",
    "{E:of} $must|$can? $be cached in_memory?",
  ].map((pattern) => ({ pattern, makes: { load: "cache" } as const })),
  ...[
    `${WRITES}? $must|$can? accept|support|honor|honour|take|use|handle|allow|respect|accepts|supports an|a? ${KEYS}`,
    `${KEYS} $must|$can? be|is|are supported|accepted|honored|honoured|allowed|used|respected for|on|by|with? ${WRITES}?`,
    `support|use|accept|with|honor an|a? ${KEYS} for|on? ${WRITES}?`,
    `${WRITES} $must|$can? be|is|are idempotent ,? with|by|via|using? an|a? ${KEYS}?`,
  ].map((pattern) => ({ pattern, makes: { load: "idempotency" } as const })),
  ...[
    `${WRITES} require|requires|need|needs an|a? ${KEYS}`,
    `${WRITES} must have|carry|include|send|contain an|a? ${KEYS}`,
  ].map((pattern) => ({
    pattern,
    makes: { load: "idempotency required" } as const,
  })),
  ...[
    "a|the|all? password|passwords $must|$can? have|be|contain|$be at_least|minimum|min {N:requests} characters|chars|letters|signs long?",
    "min|minimum password length :|=|of|is? {N:requests} characters?",
    "password|passwords length at_least|minimum|min :? {N:requests} characters?",
    "password|passwords ( min|minimum|at_least {N:requests} characters|chars )",
  ].map((pattern) => ({
    pattern,
    makes: { load: "password length" } as const,
  })),
  ...Object.entries(NAMES).flatMap(([letter, unit]) => {
    const rows = (load: LoadShape["load"], patterns: readonly string[]) =>
      patterns.map((pattern) => ({
        pattern,
        makes: { load, unit: letter as Unit },
      }));
    const per = `per|a|an|each|every|in_a|within_a ${unit}`;
    const pers = [per, `per|in|within|every {N:times} ${unit}`];
    const each = `per|for|by|from|for_each|for_every|from_each ${CLIENT}`;
    return [
      ...rows("cache", [
        `cache {E:of} in_memory? for {N:count} ${unit}`,
        `cache {E:of} in_memory? for a|an|one ${unit}`,
        `{E:of} $must|$can? $be cached in_memory? for {N:count} ${unit}`,
        `{E:of} $must|$can? $be cached in_memory? for a|an|one ${unit}`,
      ]),
      ...rows("rate limit", [
        `limit|restrict|rate-limit to {N:requests} requests|calls|request ${per} ${each}`,
        `limit|restrict|rate-limit the? api|requests|system|everything|usage to {N:requests} requests|calls? ${per} ${each}`,
        `limit|restrict|rate-limit each|every|all|the? ${CLIENT}|clients|users|callers to {N:requests} requests|calls ${per}`,
        `rate limit|limiting of|:|to|at|is? {N:requests} requests|calls ${per} ${each}`,
        `rate-limit|rate-limiting of|:|to|at? {N:requests} requests|calls ${per} ${each}`,
        `a|an|each|every|one ${CLIENT} $can|$must? only? make|send|do at_most|up_to|only|no_more_than|max|maximum? {N:requests} requests|calls ${per}`,
        `at_most|no_more_than|max|maximum|up_to|only {N:requests} requests|calls ${per} ${each}`,
        ...pers.flatMap((time) => [
          `limit|restrict|rate-limit the? api|requests|system|everything|usage|traffic? to ${MOST}? {N:requests} requests|calls|request ${time}`,
          `limit|restrict|rate-limit each|every|all|the? ${CLIENT}|clients|users|callers to ${MOST}? {N:requests} requests|calls ${time}`,
          `limit|restrict|rate-limit requests|calls|traffic to ${MOST}? {N:requests} ${time}`,
          `rate limit|limits|limiting of|:|to|at|is? ${MOST}? {N:requests} requests|calls|req ${time}`,
          `rate-limit|rate-limiting of|:|to|at? {N:requests} requests|calls ${time}`,
          `${MOST} {N:requests} api? requests|calls ${time}`,
          `${MOST} {N:requests} api? requests|calls ${time} ${each}`,
          `a|an|each|every|one ${CLIENT} $can|$must? only? make|send|do ${MOST}? {N:requests} requests|calls ${time}`,
          `{N:requests} api? requests|calls ${time} ${each} max|maximum|at_most?`,
        ]),
      ]),
      ...pers.flatMap((time) => [
        ...rows("login tries", [
          ...triesRows(LOGINS, undefined, time),
          ...triesRows(LOGINS, ADDRESS, time),
        ]),
        ...rows("account tries", triesRows(LOGINS, ACCOUNT, time)),
        ...rows("registration tries", [
          ...triesRows(SIGN_UPS, undefined, time),
          ...triesRows(SIGN_UPS, ADDRESS, time),
        ]),
      ]),
      ...rows("account tries", [
        `lock|block a|an|the|each? ${ACCOUNT} for {N:times} ${unit} after {N:requests} ${LOGINS}`,
        `lock|block a|an|the|each? ${ACCOUNT} after {N:requests} ${LOGINS} for {N:times} ${unit}`,
        `after {N:requests} ${LOGINS} ,? a|an|the|each? ${ACCOUNT} $must? $be locked|blocked for {N:times} ${unit}`,
      ]),
    ];
  }),
];
