/**
 * Mutations of SQL: in the texts of stores, and in migrations.
 *
 * @module
 */
import type { Edit } from "./mutant.ts";

/** Tells whether a text is a statement of SQL. */
export function isSql(text: string): boolean {
  return /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER)\b/.test(text);
}

/** Lists the edits of a part of a source that is SQL, from `start` to `end`. */
export function sqlEdits(source: string, start: number, end: number): Edit[] {
  const text = withoutComments(source.slice(start, end));
  return RULES.flatMap(({ operator, pattern, replace }) =>
    [...text.matchAll(pattern)].flatMap((match): Edit[] => {
      const replacement = replace(match[0]);
      const from = start + match.index;
      return [{
        operator,
        start: from,
        end: from + match[0].length,
        replacement,
      }];
    })
  );
}

/** Blanks comments out, so that places stay. */
function withoutComments(text: string): string {
  return text.replace(/--[^\n]*/g, (comment) => " ".repeat(comment.length));
}

interface SqlRule {
  readonly operator: Edit["operator"];
  readonly pattern: RegExp;
  readonly replace: (found: string) => string;
}

/**
 * Indexes that are not unique are left alone, as only speed depends on them; so is NOT NULL, as what comes through the API
 * has been checked before.
 */
const RULES: readonly SqlRule[] = [
  {
    operator: "sql condition removed",
    pattern: /\sAND\s+[^\s()]+\s*(?:=|<>|<=|>=|<|>)\s*[^\s()`,;]+/g,
    replace: () => "",
  },
  {
    operator: "sql comparison changed",
    pattern: /(?<=\bWHERE\s[^;`]*)\s(?:=|<=|>=|<|>)\s/g,
    replace: (found) => SQL_COMPARISONS[found.trim()] ?? found,
  },
  {
    operator: "sql arithmetic changed",
    pattern: /\s\+ 1\b/g,
    replace: () => " + 0",
  },
  {
    operator: "sql order turned",
    pattern: /\b(?:ASC|DESC)\b/g,
    replace: (found) => found === "ASC" ? "DESC" : "ASC",
  },
  {
    operator: "sql constraint removed",
    pattern: /\bUNIQUE /g,
    replace: () => "",
  },
  {
    operator: "sql constraint removed",
    pattern: /\sON DELETE (?:CASCADE|SET NULL)/g,
    replace: () => "",
  },
  {
    operator: "sql constraint removed",
    pattern: /\sCOLLATE NOCASE/g,
    replace: () => "",
  },
];

const SQL_COMPARISONS: Readonly<Record<string, string>> = {
  "=": " <> ",
  "<": " <= ",
  "<=": " < ",
  ">": " >= ",
  ">=": " > ",
};
