/**
 * Collects what of a sentence was not understood, word for word, with a diagnostic for each part.
 *
 * @module
 */
import type { Diagnostic, SourcePosition } from "../diagnostic.ts";
import type { Outcome, SystemDraft } from "./draft.ts";
import { MAX_TOKENS, type SentenceReading } from "./read_request.ts";
import type { Span, Statement } from "./statement.ts";
import { unaccountedWords } from "./unaccounted.ts";

/** A part of a sentence that something must be told of. */
export interface MissedPart {
  /** Word for word as in the request. */
  readonly text: string;
  /** What to tell. */
  readonly diagnostic: Diagnostic;
}

/** Collects the parts of a sentence that were not understood or are not built. */
export function missedParts(
  request: string,
  reading: SentenceReading,
  outcomes: readonly Outcome[],
  draft: SystemDraft,
): MissedPart[] {
  const parts: { span: Span; wish?: string }[] = [
    ...reading.missed,
    ...unaccountedWords(reading, outcomes, draft),
  ].map((span) => ({ span }));
  reading.statements.forEach((statement, i) => {
    const { missed } = outcomes[i] ?? {};
    const wish = statement.kind === "unbuilt" ? statement.wish : undefined;
    if (missed === true) {
      parts.push({ span: statement, ...(wish ? { wish } : {}) });
    } else if (missed !== undefined) {
      parts.push({ span: spanOfWords(request, statement, missed) });
    }
  });
  const alone = reading.statements.every((_, i) =>
    outcomes[i]?.missed === true
  );
  return merged(
    parts.map(({ span, ...rest }) => ({
      ...rest,
      span: alone ? reading : span,
    })),
    request,
  ).map(({ span, wish }) => partOf(request, reading, span, wish));
}

function partOf(
  request: string,
  reading: SentenceReading,
  span: Span,
  wish: string | undefined,
): MissedPart {
  const text = request.slice(span.start, span.end);
  const shown = text.length > 120 ? `${text.slice(0, 117)}…` : text;
  return {
    text,
    diagnostic: {
      code: wish === undefined ? "AC010" : "AC011",
      severity: "warning",
      message: reading.refused !== undefined
        ? `Cannot build "${shown}" beside what was said before it: ${reading.refused}`
        : reading.tooLong !== undefined
        ? `Cannot read the sentence "${shown}": found ${reading.tooLong} words and marks, wanted at most ${MAX_TOKENS}; cut it into several sentences`
        : wish === undefined
        ? `Cannot understand "${shown}": found no meaning for it, so nothing was made of it`
        : `Cannot build "${shown}": ${wish} is known but not built yet`,
      position: placeOf(request, reading, span),
    },
  };
}

/** Returns where a part of a sentence stands in the request: to the end of its first line. */
export function placeOf(
  request: string,
  reading: SentenceReading,
  span: Span,
): SourcePosition {
  const text = request.slice(span.start, span.end);
  const before = request.slice(reading.start, span.start);
  const newline = before.lastIndexOf("\n");
  const lines = before.split("\n").length - 1;
  return {
    line: reading.line + lines,
    column: newline < 0
      ? reading.column + before.length
      : before.length - newline,
    length: Math.max(1, text.split("\n")[0]?.length ?? 1),
  };
}

/** Finds words inside a statement; the whole statement when they cannot be found. */
function spanOfWords(
  request: string,
  statement: Statement,
  words: readonly string[],
): Span {
  const text = request.slice(statement.start, statement.end).toLowerCase();
  const first = text.indexOf(words[0] ?? "");
  const last = words.at(-1) ?? "";
  const end = text.indexOf(last, Math.max(0, first));
  if (first < 0 || end < 0 || words.length === 0) return statement;
  return {
    start: statement.start + first,
    end: statement.start + end + last.length,
  };
}

/** Joins parts that overlap, or have only spaces between them. */
function merged<T extends { span: Span; wish?: string }>(
  parts: readonly T[],
  request: string,
): T[] {
  const result: T[] = [];
  const ordered = [...parts].sort((one, other) =>
    one.span.start - other.span.start || other.span.end - one.span.end
  );
  for (const part of ordered) {
    const last = result.at(-1);
    const touches = last !== undefined && last.wish === part.wish &&
      /^ *$/.test(request.slice(last.span.end, part.span.start));
    const inside = last !== undefined && part.span.start < last.span.end;
    if (last === undefined || !(touches || inside)) {
      result.push(part);
    } else if (part.span.end > last.span.end) {
      const span = { start: last.span.start, end: part.span.end };
      result[result.length - 1] = { ...last, span };
    }
  }
  return result;
}
