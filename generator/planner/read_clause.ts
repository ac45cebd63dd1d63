/**
 * Reads one clause, trying every kind of clause in order.
 *
 * @module
 */
import {
  clauseEnd,
  readLead,
  startsClause,
  startsReason,
} from "./clause_start.ts";
import { doneBy, readAccess } from "./read_access.ts";
import { readBoth } from "./read_both.ts";
import { readClauseForm } from "./read_clause_form.ts";
import { readBareLine, readContext, readElided } from "./read_context.ts";
import { readDefinition, readVerbalName } from "./read_definition.ts";
import { readDescribed } from "./read_described.ts";
import { readEndpoint } from "./read_endpoint.ts";
import { readJoining } from "./read_joining.ts";
import { readLimit } from "./read_limit.ts";
import { liveReader } from "./read_live.ts";
import { readLock } from "./read_lock.ts";
import { readPredicate } from "./predicate.ts";
import { readPredicateClause } from "./read_predicate.ts";
import { readFeature } from "./read_feature.ts";
import { readInventory, readTenantContents } from "./read_inventory.ts";
import { readFor, readRecording } from "./read_recording.ts";
import { readRefusal } from "./read_refusal.ts";
import { findWish, readSetting } from "./read_setting.ts";
import { readSchedule } from "./read_schedule.ts";
import { readSubjectVerb } from "./read_subject_verb.ts";
import {
  readBuilt,
  readLabelName,
  readPlace,
  readSystem,
} from "./read_system.ts";
import { readTitle } from "./read_title.ts";
import { readMany } from "./read_many.ts";
import { readUpload } from "./read_upload.ts";
import { readWebhook } from "./read_webhook.ts";
import { readWish } from "./read_wish.ts";
import { type Found, type Reader, type Scope, spanOf } from "./scope.ts";
import type { Token } from "./tokens.ts";

/** Reads the clause that starts at a token; undefined when it is not understood. */
export function readClause(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const reader of READERS) {
    const found = reader(tokens, at, scope);
    if (found !== undefined && found.end > at) return found;
  }
  return readLed(tokens, at, scope);
}

/** Reads a clause behind "Users can" and the like. */
function readLed(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const lead = readLead(tokens, at);
  if (lead.end === at) return undefined;
  for (const reader of AFTER_LEAD) {
    if (reader === readDefinition && lead.actors.length > 0) continue;
    const found = reader(tokens, lead.end, scope);
    if (found === undefined || found.end <= lead.end) continue;
    const statements = doneBy(found.statements, lead.actors, scope);
    return { ...found, statements };
  }
  return undefined;
}

/** Reads what may follow a clause without a mark between: "in memory", "on port 8080", "so that …". */
export function readTail(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readReason(tokens, at) ?? readSetting(tokens, at, scope);
}

/** Reads words that say why: "so that I can find them". */
export function readReason(
  tokens: readonly Token[],
  at: number,
): Found | undefined {
  if (!startsReason(tokens, at)) return undefined;
  let end = at + 1;
  while (end < tokens.length && !REASON_ENDS.has(tokens[end]?.lower ?? "")) {
    end++;
  }
  return {
    statements: [{
      kind: "note",
      phrase: "says why",
      ...spanOf(tokens, at, end),
    }],
    end,
  };
}

/** A wish that is known but not built takes its whole clause. */
function readUnbuilt(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const end = clauseEnd(tokens, at, (all, i) => startsClause(all, i, scope));
  // "Alert rules have a metric": what has something is kept, whatever it is called.
  const owner = readPredicate(tokens, at);
  const [noun] = owner?.value.subjects ?? [];
  const described = owner?.value.group.verb === "have" &&
    !owner.value.group.negated && owner.value.group.mode === "plain" &&
    noun !== undefined && noun.words.length > 1 && !noun.owner;
  const wish = findWish(tokens, described ? owner.end : at, end);
  if (wish === undefined || wish.refused) return undefined;
  const span = spanOf(tokens, at, end);
  return { statements: [{ kind: "unbuilt", wish: wish.wish, ...span }], end };
}

function readSystemOnce(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return scope.named ? undefined : readSystem(tokens, at, scope);
}

/** What is told as it happens: "clients see new messages in real time". */
const readLive = liveReader((tokens, at, scope) =>
  READERS.slice(1 + READERS.indexOf(readLive)).map((reader) =>
    reader(tokens, at, scope)
  ).find((found) => found !== undefined && found.end > at) ??
    readLed(tokens, at, scope)
);

const AFTER_LEAD: readonly Reader[] = [
  readFeature,
  readAccess,
  readUnbuilt,
  readClauseForm,
  readSystemOnce,
  readSetting,
  readPredicateClause,
  readRefusal,
  readWish,
  readSubjectVerb,
  readDefinition,
];

const READERS: readonly Reader[] = [
  readEndpoint,
  readVerbalName,
  readUpload,
  readJoining,
  readLive,
  readSchedule,
  readWebhook,
  readLock,
  readLimit,
  readReason,
  readContext,
  readTenantContents,
  readFeature,
  readSystemOnce,
  readAccess,
  readUnbuilt,
  readSetting,
  readBoth,
  readElided,
  readDescribed,
  readMany,
  readClauseForm,
  readRecording,
  readFor,
  readPredicateClause,
  readRefusal,
  readSubjectVerb,
  readInventory,
  readBareLine,
  readPlace,
  readBuilt,
  readWish,
  readDefinition,
  readLabelName,
  readTitle,
];

const REASON_ENDS: ReadonlySet<string> = new Set([";", ".", "!", "?", "but"]);
