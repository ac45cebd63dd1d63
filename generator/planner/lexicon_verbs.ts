/**
 * The verbs of requests: those that mean a standard operation, and those that change an entity's state.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";

/** How a reading verb takes its object: one entity, many, or whichever the object says. */
export type ReadingVerb = "one" | "many" | "either";

/** Verbs that mean standard operations. */
export interface OperationVerbs {
  /** The operations; empty for reading verbs, whose object decides. */
  readonly operations: readonly Operation[];
  /** Set for verbs that read. */
  readonly reads?: ReadingVerb;
  /** The verbs, `/` between them. */
  readonly verbs: string;
  /** Nouns that mean the same, `/` between them. */
  readonly nouns?: string;
}

/** Verbs that mean standard operations. */
export const OPERATION_VERBS: readonly OperationVerbs[] = [
  {
    operations: ["create"],
    verbs:
      "create/add/register/post/submit/insert/record/enter/save/write/log/place/issue/make/collect/capture/sign up/" +
      "put in/file/ask/raise/introduce/draft/compose/enrol/enroll/schedule/book/define/store/report/request",
    nouns: "creation/insertion/registration/addition/submission/recording",
  },
  {
    operations: ["list"],
    reads: "many",
    verbs:
      "list/browse/search/search for/filter/sort/query/look through/explore/enumerate/order by/page through/" +
      "search through/list out",
    nouns: "listing/listings/overview/browsing/search",
  },
  {
    operations: ["get"],
    reads: "one",
    verbs: "look up/look at/inspect/open up",
    nouns: "retrieval/lookup",
  },
  {
    operations: [],
    reads: "either",
    verbs:
      "view/get/read/see/show/display/fetch/find/retrieve/access/consult/check/load/return a list of",
    nouns: "viewing/reading",
  },
  {
    operations: ["replace", "patch"],
    verbs:
      "update/edit/change/modify/alter/revise/amend/correct/adjust/rename/rewrite/make changes to/touch",
    nouns:
      "updates/modification/modifications/changes/edits/editing/update/updation",
  },
  { operations: ["replace"], verbs: "replace/overwrite", nouns: "replacement" },
  { operations: ["patch"], verbs: "patch" },
  {
    operations: ["delete"],
    verbs:
      "delete/remove/erase/destroy/get rid of/discard/purge/wipe/throw away/drop/take out",
    nouns: "deletion/removal/deletes/deletions",
  },
  {
    operations: ["create", "list", "get", "replace", "patch", "delete"],
    verbs:
      "manage/maintain/administer/keep track of/track/handle/organise/organize/look after/work with/crud/catalog/" +
      "catalogue/keep a list of/keep records of/administrate/hold/keep",
    nouns:
      "management/crud/crud operations/full crud/full crud operations/basic crud/crud endpoints/administration",
  },
];

/** Verbs that are as often nouns in requests: read as verbs only where an object follows. */
export const NOUN_VERBS: ReadonlySet<string> = new Set(
  ("list view post order book record comment show search report change update check note track log star like mark " +
    "flag pin block rate store file issue filter query request access sort schedule draft place return release " +
    "check-in hold load open close save start finish stop archive lock ban pause display find charge refund rent " +
    "fix ship stock favorite favourite review register reserve process answer patch reply read merge claim renew assign " +
    "track cancel approve submit present clean empty draw feed water lend accept")
    .split(" "),
);

/** A verb that changes an entity's state. */
export interface ActionVerb {
  /** The boolean field it sets when no enum has a fitting value. @default its participle */
  readonly field?: string;
  /** What it sets that field to. @default true */
  readonly value?: boolean;
  /** Enum values that mean the state after it, beside its participle. */
  readonly states?: string;
  /** Verbs whose boolean field this one clears, when that field exists, `/` between them. */
  readonly undoes?: string;
}

/** Verbs that change an entity's state in a way that needs saying. */
export const ACTION_VERBS: Readonly<Record<string, ActionVerb>> = {
  __proto__: null as never,
  activate: { field: "active", states: "active/enabled" },
  answer: {},
  approve: { states: "approved/accepted/granted" },
  "check in": { states: "checked_in/occupied/present" },
  "check out": { states: "checked_out/left" },
  "check off": { field: "done", states: "done/completed/complete/finished" },
  "tick off": { field: "done", states: "done/completed/complete/finished" },
  close: { states: "closed/done" },
  complete: { states: "completed/complete/done/finished" },
  deactivate: { field: "active", value: false, states: "inactive/disabled" },
  disable: { field: "enabled", value: false, states: "disabled/inactive" },
  disapprove: { field: "approved", value: false, states: "rejected" },
  enable: { field: "enabled", states: "enabled/active" },
  favorite: { field: "favorite" },
  favourite: { field: "favourite" },
  finish: { states: "finished/done/completed/complete" },
  fix: { states: "fixed/resolved" },
  lend: { states: "lent/borrowed/out/on_loan" },
  borrow: { states: "borrowed/lent/out/on_loan" },
  open: { states: "open/opened" },
  pay: { states: "paid" },
  publish: { states: "published/live/public" },
  reactivate: { field: "active", states: "active/enabled" },
  reject: { states: "rejected/declined/denied/refused" },
  decline: { states: "declined/rejected/denied/refused" },
  deny: { states: "denied/rejected/declined/refused" },
  accept: { states: "accepted/approved" },
  release: { states: "free/available/released/vacant", undoes: "reserve" },
  rent: { states: "rented/rented_out/unavailable" },
  repair: { states: "repaired/fixed/working/operational" },
  reopen: {
    states: "open/reopened",
    undoes: "close/resolve/complete/finish/fix",
  },
  resolve: { states: "resolved/fixed/solved" },
  restore: { states: "active/restored/open", undoes: "archive" },
  resume: { states: "active/running/resumed/in_progress", undoes: "pause" },
  return: { states: "returned/available/in", undoes: "borrow/rent/lend" },
  start: { states: "started/in_progress/running/active/ongoing" },
  stop: { states: "stopped/ended/finished" },
  unarchive: { states: "active", undoes: "archive" },
  unban: { states: "active", undoes: "ban" },
  unblock: { states: "active", undoes: "block" },
  uncomplete: { states: "open/todo/pending", undoes: "complete" },
  unfavorite: { undoes: "favorite" },
  unflag: { undoes: "flag" },
  unfreeze: { states: "active", undoes: "freeze" },
  unhide: { states: "visible", undoes: "hide" },
  unlock: { states: "unlocked/open", undoes: "lock" },
  unmute: { undoes: "mute" },
  unpin: { undoes: "pin" },
  unpublish: { states: "draft/unpublished", undoes: "publish" },
  unstar: { undoes: "star" },
  unsuspend: { states: "active", undoes: "suspend" },
};

/** Verbs that set the boolean field named by their participle and need no saying more. */
export const PLAIN_ACTION_VERBS: readonly string[] =
  ("abandon abort acknowledge admit allocate annul audit authorize bookmark calibrate cash certify commission decommission depart discontinue dispose evict examine execute grade graduate harvest hospitalize implement inspect invalidate isolate liquidate merge moderate nominate notarize pack pardon plant postpone qualify quarantine ratify reimburse recycle repay replenish reschedule revoke scrap seal service sterilize test treat upgrade vaccinate wash waive adopt archive arrive ban bill block buy cancel claim clean confirm deliver discharge dismiss dispatch end escalate expire " +
    "feature flag freeze hide hire ignore install invoice launch lock mute pause pick pin process " +
    "promote purchase receive redeem refund renew repair reserve retire review sell send settle ship sign solve star " +
    "suspend terminate validate verify void withdraw read")
    .split(" ");

/** Verbs of actions that make what they are said to give fields to: "open tickets with a subject". */
export const MAKING_VERBS: ReadonlySet<string> = new Set(
  ["open", "start", "launch", "send", "issue", "invoice", "dispatch"],
);

/** Verbs of which one excludes the other; both asked without a status: an enum with a state before either. */
export const OUTCOME_VERBS: ReadonlySet<string> = new Set([
  "approve",
  "reject",
  "accept",
  "decline",
  "deny",
]);

/** Verbs that say yes to something beside the state a thing is in. */
export const FLAGGING_VERBS: ReadonlySet<string> = new Set(
  ("star pin flag feature favorite favourite bookmark mute lock hide read review block promote freeze like verify " +
    "audit calibrate clean wash")
    .split(" "),
);

/** The state before an outcome verb. */
export const OUTCOME_BEFORE = "pending";

/** Adjectives after "mark as" that are no participles, and the verb that names the action. */
export const ADJECTIVE_ACTIONS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  active: "activate",
  available: "release",
  done: "complete",
  favorite: "favorite",
  favourite: "favourite",
  inactive: "deactivate",
  open: "reopen",
  read: "read",
};

/** Verbs that say a state follows: "mark a task as done". */
export const MARKING_VERBS: ReadonlySet<string> = new Set(
  ["mark", "set", "flag", "tag", "label", "declare", "tick", "switch", "move"],
);

/** Actions spoken of with a noun, and the verb each means. */
export const ACTION_NOUNS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  activation: "activate",
  approval: "approve",
  archival: "archive",
  archiving: "archive",
  cancellation: "cancel",
  completion: "complete",
  confirmation: "confirm",
  deactivation: "deactivate",
  publication: "publish",
  rejection: "reject",
};

/** Adjectives that say what can be done: "searchable by title". */
export const ABLE_VERBS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  filterable: "filter",
  searchable: "search",
  sortable: "sort",
};

/** What comes into being by being booked. */
export const MADE_BY_TAKING: ReadonlySet<string> = new Set(
  ("appointment booking reservation visit meeting consultation enrollment enrolment ticket session")
    .split(" "),
);
