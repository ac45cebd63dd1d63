/**
 * Reads what an entity must not have, and what it has only: "no deletion", "only list and view", "read-only".
 *
 * @module
 */
import { type Operation, OPERATIONS } from "../blueprint/blueprint.ts";
import {
  ALL_EXCEPT,
  ONLY_ENDINGS,
  ONLY_WORDS,
  REFUSAL_STARTS,
  REFUSED_ENDINGS,
  WISHED_ENDINGS,
} from "./lexicon_clauses.ts";
import { WORD_CLASSES } from "./lexicon_words.ts";
import { readNoun, readNounList, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { findWish } from "./read_setting.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerbs, type VerbForm, type VerbSense } from "./verbs.ts";
import { assertVerbs } from "./read_wish.ts";
import { clauseEnd, startsSentence } from "./clause_start.ts";

/** Reads a refusal or a restriction. */
export function readRefusal(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readAllExcept(tokens, at, scope) ?? readStarted(tokens, at, scope) ??
    readEnded(tokens, at, scope) ?? readOnly(tokens, at, scope) ??
    readUnwanted(tokens, at);
}

/** "all operations except delete", "CRUD without update for orders" */
function readAllExcept(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const row of ALL_EXCEPT) {
    const match = matchPattern(row, tokens, at);
    const verbs = match && readVerbs(tokens, match.end, ANY_FORM);
    const operations = verbs && operationsOf(verbs.value);
    if (verbs === undefined || operations === undefined) continue;
    const { nouns, end } = readObjects(tokens, verbs.end, scope);
    const span = spanOf(tokens, at, end);
    const rest = OPERATIONS.filter((one) => !operations.includes(one));
    return {
      statements: [
        {
          kind: "operations",
          operations: rest,
          mode: "ask",
          objects: nouns,
          ...span,
        },
        {
          kind: "operations",
          operations,
          mode: "refuse",
          objects: nouns,
          ...span,
        },
      ],
      end,
      subjects: nouns,
    };
  }
  return undefined;
}

/** "no deletion", "never update orders", "there is no need to edit tasks" */
function readStarted(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const row of REFUSAL_STARTS) {
    const match = matchPattern(row, tokens, at);
    const verbs = match && readVerbs(tokens, match.end, ANY_FORM);
    const operations = verbs && operationsOf(verbs.value);
    if (verbs === undefined || operations === undefined) continue;
    const { nouns, end } = readObjects(tokens, verbs.end, scope);
    const span = spanOf(tokens, at, end);
    return {
      statements: [{
        kind: "operations",
        operations,
        mode: "refuse",
        objects: nouns,
        ...span,
      }],
      end,
      subjects: nouns.length > 0 ? nouns : scope.subjects,
    };
  }
  return undefined;
}

/** "Deletion of tasks is not allowed", "Pinning of notes is possible" */
function readEnded(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const first = WORD_CLASSES.det.has(tokens[at]?.lower ?? "") ? at + 1 : at;
  const verbs = readVerbs(tokens, first, ["gerund", "noun"]) ??
    readRefused(tokens, first);
  if (verbs === undefined) return undefined;
  const { nouns, end } = readObjects(tokens, verbs.end, scope);
  const refused = endOf(REFUSED_ENDINGS, tokens, end);
  const operations = operationsOf(verbs.value);
  if (refused !== undefined) {
    if (operations === undefined) return undefined;
    const span = spanOf(tokens, at, refused);
    const statement: Statement = {
      kind: "operations",
      operations,
      mode: "refuse",
      objects: nouns,
      ...span,
    };
    return { statements: [statement], end: refused, subjects: nouns };
  }
  const wished = endOf(WISHED_ENDINGS, tokens, end);
  if (wished === undefined) return undefined;
  const span = spanOf(tokens, at, wished);
  const statements = assertVerbs(verbs.value, nouns, span);
  return { statements, end: wished, subjects: nouns };
}

/** "Update and delete are not needed": bare verbs count when they are refused. */
function readRefused(tokens: readonly Token[], at: number) {
  const verbs = readVerbs(tokens, at, ["base"]);
  return verbs && endOf(REFUSED_ENDINGS, tokens, verbs.end) ? verbs : undefined;
}

/** "only list and view", "list and view only", "read-only" */
function readOnly(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (let length = 2; length > 0; length--) {
    const words = tokens.slice(at, at + length).map((one) => one.lower);
    const operations = ONLY_WORDS[words.join(" ")];
    if (operations === undefined) continue;
    const end = at + length;
    const access = ["access", "api"].includes(tokens[end]?.lower ?? "");
    const named = readObjects(tokens, access ? end + 1 : end, scope);
    return onlyFound(tokens, at, operations, named);
  }
  const before = ["only", "just", "exclusively"].includes(
    tokens[at]?.lower ?? "",
  );
  const verbs = readVerbs(tokens, before ? at + 1 : at, ANY_FORM);
  if (verbs === undefined) return undefined;
  const plain = verbs.value.filter((verb) => verb.operations !== undefined);
  const operations = operationsOf(plain) ?? [];
  if (operations.length === 0) return undefined;
  const actions = verbs.value.filter((verb) => verb.operations === undefined);
  const named = readObjects(tokens, verbs.end, scope);
  const end = before
    ? endOf(WISHED_ENDINGS, tokens, named.end) ?? named.end
    : endOf(ONLY_ENDINGS, tokens, named.end);
  if (end === undefined) return undefined;
  const only = onlyFound(tokens, at, operations, { ...named, end });
  const span = spanOf(tokens, at, end);
  const also = assertVerbs(actions, named.nouns, span);
  return { ...only, statements: [...only.statements, ...also] };
}

function onlyFound(
  tokens: readonly Token[],
  at: number,
  operations: readonly Operation[],
  named: { nouns: readonly Noun[]; end: number },
): Found {
  const span = spanOf(tokens, at, named.end);
  return {
    statements: [{
      kind: "operations",
      operations,
      mode: "only",
      objects: named.nouns,
      ...span,
    }],
    end: named.end,
    ...(named.nouns.length > 0 ? { subjects: named.nouns } : {}),
  };
}

/** "no authentication needed": a wish that is not built, refused, is fulfilled. */
function readUnwanted(
  tokens: readonly Token[],
  at: number,
): Found | undefined {
  const end = clauseEnd(tokens, at, startsSentence);
  const wish = findWish(tokens, at, end, true);
  if (!wish?.refused) return undefined;
  const phrase = `left out as asked: ${wish.wish}`;
  return {
    statements: [{ kind: "note", phrase, ...spanOf(tokens, at, end) }],
    end,
  };
}

/** Returns the operations of verbs; undefined when one of them is an action. */
function operationsOf(
  verbs: readonly VerbSense[],
): readonly Operation[] | undefined {
  const operations: Operation[] = [];
  for (const verb of verbs) {
    if (verb.operations === undefined) return undefined;
    if (verb.reads === "either") {
      operations.push(...(SINGLE.has(verb.base) ? GET : BOTH));
    } else operations.push(...verb.operations);
  }
  return [...new Set(operations)];
}

function readObjects(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): { nouns: readonly Noun[]; end: number } {
  const mark = ["of", "for", "on", "to"].includes(tokens[at]?.lower ?? "");
  const first = mark ? at + 1 : at;
  const operations = ["operations", "operation", "endpoints", "endpoint"]
    .includes(tokens[first]?.lower ?? "");
  const start = operations ? first + 1 : first;
  const list = readNounList(tokens, start);
  if (list === undefined) return { nouns: [], end: operations ? start : at };
  const nouns = meant(list.value, scope);
  if (list.value.length > 1) {
    const known = list.value.every((noun) => isEntity(noun, scope));
    const one = readNoun(tokens, start);
    const mark = one && skipListMark(tokens, one.end) > one.end;
    if (!known && one && mark) {
      return { nouns: meant([one.value], scope), end: one.end };
    }
  }
  return { nouns, end: list.end };
}

function endOf(
  rows: readonly string[],
  tokens: readonly Token[],
  at: number,
): number | undefined {
  let end: number | undefined;
  for (const row of rows) {
    const match = matchPattern(row, tokens, at);
    if (match && match.end > (end ?? at)) end = match.end;
  }
  return end;
}

const ANY_FORM: readonly VerbForm[] = ["base", "gerund", "noun"];
const SINGLE: ReadonlySet<string> = new Set(["view", "get"]);
const GET: readonly Operation[] = ["get"];
const BOTH: readonly Operation[] = ["list", "get"];
