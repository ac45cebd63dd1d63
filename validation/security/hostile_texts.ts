/**
 * Texts that mean something else to whoever takes them for more than text.
 *
 * @module
 */

/** A text, and what it is for. */
export interface HostileText {
  readonly kind: "SQL" | "header" | "log" | "template" | "path" | "markup";
  readonly text: string;
  /** What must not come of it in an answer's body: what its execution would show. */
  readonly shows?: RegExp;
}

/** They hold {@link MARK} where a log or a header would show that a line was begun by them. */
export const MARK = "autocoder-injected";

/** The texts. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  ...[
    "'",
    '"',
    "' OR '1'='1",
    "' OR 1=1 --",
    "1; DROP TABLE {table}; --",
    "'); DELETE FROM {table}; --",
    "' UNION SELECT name FROM sqlite_master --",
    "%' OR 1=1 --",
    "\\'; SELECT pg_sleep(5); --",
  ]
    .map((text): HostileText => ({
      kind: "SQL",
      text,
      shows: /syntax error|SQLITE_ERROR|CREATE TABLE "/,
    })),
  { kind: "header", text: `x\r\n${MARK}: yes` },
  { kind: "header", text: `x\r\n\r\n<p>${MARK}</p>` },
  { kind: "header", text: `x\n${MARK}: yes` },
  { kind: "log", text: `x\n{"event":"${MARK}","level":"info"}` },
  { kind: "log", text: `\u001b[31m${MARK}\u001b[0m` },
  ...["{{7919*7907}}", "${7919*7907}", "<%= 7919*7907 %>", "#{7919*7907}"].map(
    (text): HostileText => ({ kind: "template", text, shows: /62615533/ }),
  ),
  ...[
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "..\\..\\deno.json",
    "/etc/passwd",
    "....//....//etc/passwd",
    "file:///etc/passwd",
  ]
    .map((text): HostileText => ({
      kind: "path",
      text,
      shows: /root:.{0,20}:0:0|"imports"/,
    })),
  { kind: "markup", text: "<script>alert(1)</script>" },
];
