/**
 * Words in which people speak of what keys of a blueprint say.
 *
 * @module
 */

/** Words by key, as far as they are others than the key's own. */
export const KEY_WORDS: Readonly<Record<string, string>> = {
  http: "api rest http endpoint json service backend server web",
  port: "port listen",
  rateLimit: "limit often request client minute",
  idempotency: "idempotent twice repeat retry",
  store: "store keep save persist database data memory disk",
  users:
    "user account sign log login register password role member people person authentication auth authenticate",
  roles: "admin administrator staff",
  operations: "only never read-only nobody",
  access:
    "only own allow permit public private everybody everyone anybody anyone nobody restrict",
  owner: "own owner belong creator author mine their",
  tenant: "tenant company organisation organization team",
  visible: "see visible hidden published show draft",
  requires: "only while until once after open closed",
  editable: "change edit delete remove locked only while until once after",
  required: "must need mandatory require obligatory every",
  unique: "unique twice same duplicate distinct once",
  immutable: "change never fixed",
  default: "start initial first begin new",
  computed: "calculate compute work total cost result",
  when: "only unless until",
  softDelete: "delete restore undo recover trash archive",
  live: "live realtime stream push subscribe listen event",
  cache: "cache fast often",
  bulk: "bulk batch several many once import",
  noOverlap: "overlap clash twice same double conflict booked",
  search: "search find text word",
  order: "sort order newest latest oldest first",
  aggregates: "total sum average mean count per report statistic number",
  relations: "belong have has of each many",
  marks: "like favorite favourite star bookmark follow vote",
  fetches: "fetch ask get look from retrieve external service rate",
  webhooks: "tell notify inform call webhook send post told",
  schedule:
    "every day daily night nightly hour hourly week weekly month automatic after older day",
  cors: "cors origin browser website",
};

/** Words that stand in every sentence, and show nothing. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  ("a an the this that these those and or but if then than as at by for from in into of on to up with without is are was " +
    "were be been it its they them their he she his her we our you your i my can could may might must shall should will " +
    "would do does did has have had not no so such some any all both there here which who whom what where how get gets")
    .split(" "),
);

/** Words that stand in what is said of every field; as the name of one, they say something. */
export const TYPE_WORDS: ReadonlySet<string> = new Set(
  "true false null type string text integer decimal number boolean enum value field set"
    .split(" "),
);
