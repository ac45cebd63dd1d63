/**
 * Finds where a request names the parts that every system is made of: "with three components: an API gateway, a task
 * controller and a task store", "the controller saves tasks in the store".
 *
 * @module
 */
import type { Noun, Span, Statement } from "./statement.ts";

/** Finds what a request says of the parts of its system. */
export function findParts(request: string): Statement[] {
  return [...listsIn(request), ...linksIn(request)];
}

/** "… an API gateway, a task controller and a task store": at least two such parts, or one that is told to be one. */
function listsIn(request: string): Statement[] {
  return [...request.matchAll(LISTS)].flatMap((match): Statement[] => {
    const { told, items, list = items ?? "" } = match.groups ?? {};
    const [whole] = match;
    const at = match.index + whole.lastIndexOf(list);
    const parts = piecesOf(list, at);
    const known = parts.filter(({ part }) => part !== undefined);
    const least = told === undefined ? 2 : 1;
    // "a book store and a toy store" are shops.
    const ofSystem = known.some(({ part }) => part?.kind !== "store");
    const isWhole = told !== undefined || known.length === parts.length;
    if (!ofSystem || known.length < least || !isWhole) return [];
    const start = match.index + whole.search(/\S/);
    const end = match.index + whole.length;
    return [
      explained("", { start, end }),
      ...parts.map(({ part, span }): Statement =>
        part === undefined
          ? { kind: "unbuilt", wish: "other components", ...span }
          : statementOf(part, span)
      ),
      // Each piece may be a line, which is a sentence of its own.
      ...parts.map(({ span }) => explained("", span)),
    ];
  });
}

/** Takes a list apart, each piece with its place in the request. */
function piecesOf(
  list: string,
  at: number,
): { readonly part: Part | undefined; readonly span: Span }[] {
  const pieces = [];
  let from = 0;
  for (const text of list.split(BETWEEN)) {
    const start = list.indexOf(text, from);
    from = start + text.length;
    if (text === "") continue;
    pieces.push({
      part: partOf(text),
      span: { start: at + start, end: at + from },
    });
  }
  return pieces;
}

/** "The gateway passes requests to the controller, which uses the store": what is wired so in every system. */
function linksIn(request: string): Statement[] {
  return [...request.matchAll(SENTENCES)].flatMap((match): Statement[] => {
    const [said] = match;
    const named = [...said.matchAll(PARTS)].flatMap(({ 0: text, index }) => {
      const part = partOf(text);
      return part === undefined
        ? []
        : [{ part, from: index, to: index + text.length }];
    });
    const [first] = named;
    const isWhole = first?.from === 0 && named.at(-1)?.to === said.length;
    if (!isWhole || named.length < 2) return [];
    const isWired = named.every(({ part: { kind }, from }, i) => {
      const before = named[i - 1];
      if (before === undefined) return true;
      const between = said.slice(before.to, from);
      const rank = RANKS[before.part.kind];
      // "…, and the controller uses the store": what is named again is no link.
      return AGAIN.test(between)
        ? kind === before.part.kind
        : LINK.test(between) && RANKS[kind] === rank + 1;
    });
    if (!isWired) return [];
    const at = match.index;
    return [
      explained("", { start: at, end: at + said.length }),
      ...named.map(({ part, from, to }) =>
        statementOf(part, { start: at + from, end: at + to })
      ),
    ];
  });
}

type PartKind = "gateway" | "controller" | "store";

interface Part {
  readonly kind: PartKind;
  /** What it is for, such as `task`; empty where that is not said. */
  readonly words: readonly string[];
}

/** Takes "a task controller" apart; undefined when it is no part that a system has. */
function partOf(text: string): Part | undefined {
  const words = text.toLowerCase().split(/[\s_-]+/).filter((word) =>
    word !== "" && !ARTICLES.has(word)
  );
  const kind = KINDS.get(words.at(-1) ?? "");
  if (kind === undefined) return undefined;
  const own = words.slice(0, -1).filter((word) => !PLAIN.has(word));
  if (kind === "gateway" && own.length > 0) return undefined; // "a payment gateway" is somebody else's
  return { kind, words: own };
}

function statementOf({ kind, words }: Part, span: Span): Statement {
  if (kind === "gateway") return { kind: "api", ...span };
  if (words.length === 0) {
    return explained("a part that every system has", span);
  }
  const entity: Noun = { words, number: "one", ...span };
  return { kind: "entity", entity, ...span };
}

function explained(phrase: string, span: Span): Statement {
  return { kind: "note", phrase, ...span };
}

const KINDS: ReadonlyMap<string, PartKind> = new Map([
  ["gateway", "gateway"],
  ["endpoint", "gateway"],
  ["controller", "controller"],
  ["store", "store"],
  ["repository", "store"],
]);
const RANKS: Readonly<Record<PartKind, number>> = {
  gateway: 0,
  controller: 1,
  store: 2,
};
const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the", "its", "one"]);
/** Words before a part that say nothing of what it is for. */
const PLAIN: ReadonlySet<string> = new Set(
  "api rest restful http web data single main simple small typed persistent"
    .split(" "),
);

/** A word of a part's name: none that begins something else. */
const WORD =
  "(?!(?:an?|the|its|one|and|or|with|of|for|to|in|on|from|via|by|into|that|which|through|using|having)\\b)[a-z]+[ _-]";
const KIND = "(?:gateway|endpoint|controller|store|repository)";
const PART = `(?:(?:an?|the|its|one) )?(?:${WORD}){0,3}${KIND}`;
const PARTS = new RegExp(`\\b${PART}\\b`, "gi");
const MARK =
  "\\s*(?:,\\s*and\\b|,|;|&|\\+|\\band\\b|\\bplus\\b|\\n)\\s*(?:[-*•]\\s*|\\d+[.)]\\s*)?";
const BETWEEN = new RegExp(MARK, "i");
const SUBJECT =
  "(?:(?:(?:the|this) (?:system|app|application|service|backend|api)|it) (?:should |must |shall |will )?)?";
const LEAD =
  `(?:,? ?\\b${SUBJECT}(?:with|using|containing|comprising|including|consisting of|consists? of|made (?:up )?of|composed of|` +
  "built from|having|has|have|contains?|comprises?|includes?|uses?)\\s+)";
const TOLD =
  "(?:\\b(?:(?:the|these|its) )?(?:following )?(?:(?:two|three|four|five|2|3|4|5) )?(?:main |core |separate )?" +
  "(?:components|parts|modules|building blocks)\\s*[:,(–-]?\\s*(?:[-*•]\\s*|\\d+[.)]\\s*)?)";
/** Where parts are told to be parts, there may be others among them. */
const ITEM = `(?:(?:an?|the|its|one) )?(?:${WORD}){0,3}[a-z]+`;
const END = "\\)?(?=\\s*(?:[.;\\n!]|$))";
const LISTS = new RegExp(
  `(?:${LEAD}?(?<told>${TOLD})(?<items>${ITEM}(?:${MARK}${ITEM})*)|${LEAD}(?<list>${PART}(?:${MARK}${PART})*))\\b${END}`,
  "gi",
);
const SENTENCES = /[^\s.;!\n][^.;!\n]*(?<!\s)(?=\s*(?:[.;!\n]|$))/g;
const AGAIN = /^(?:,? and|;|,) $/i;
/** What passes something on: nothing that turns the direction round, or says that it must not be. */
const LINK =
  /^(?:,? which|,? that|,? and)? (?:forwards?|sends?|passes|routes?|dispatch(?:es)?|delegates?|hands?|talks?|connects?|writes?|reads?|calls?|saves?|stores?|persists?|keeps?|uses?|(?:is|are) (?:connected|wired|bound|linked))(?: (?!(?:by|not|never|only|without|directly)\b)[a-z]+){0,4} $/i;
