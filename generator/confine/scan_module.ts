/**
 * Scans a module that a model wrote for what it may not hold: by its syntax tree, before any of it runs.
 *
 * A name is refused unless it is declared in the module, imported from a listed specifier, or on the list of globals. What
 * a module could reach without a name is refused by its members: `constructor` and the like lead from any value to the
 * compiler of strings. A member whose name is only known when it runs may be looked up, where the value goes nowhere but
 * into arithmetic, a comparison, a text, a condition or a loop (lookup_flow.ts): then it does not matter what it is. Types are
 * not trusted, as `JSON.parse` gives any type that is asked for.
 *
 * Where a function is given a `fetch`, URLs that are constant are held to its hosts (fetch_rule.ts); the others are refused
 * by what it is given, when it runs.
 *
 * Not seen here: what functions of imported modules do, what a module does with objects that it is given, and how long it
 * runs. The first two are bounded by the list of imports and by the permissions of the system.
 *
 * @module
 */
import { commentFindings } from "./comment_rule.ts";
import { checkFetch } from "./fetch_rule.ts";
import { checkLookup } from "./lookup_rule.ts";
import { checkMember } from "./member_rule.ts";
import { type ModuleSyntax, readModule } from "./module_syntax.ts";
import { checkName, isInType } from "./name_rule.ts";
import { checkOnLoad } from "./load_rule.ts";
import type { Report, ScanFinding, ScanRules } from "./scan_rules.ts";
import { shownText } from "./shown_text.ts";
import { syntaxFault } from "./syntax_fault.ts";
import { checkSyntax } from "./syntax_rule.ts";
import { WriteRule } from "./write_rule.ts";

/** Lists what a module may not hold, in the order of the text; a text that is no TypeScript is a finding too. */
export async function scanModule(
  text: string,
  rules: ScanRules,
): Promise<ScanFinding[]> {
  const findings = new Map<string, ScanFinding & { readonly start: number }>();
  const report: Report = ({ start, end }, why) => {
    const from = start ?? 0;
    const found = shownText(text.slice(from, end ?? from), LONGEST);
    const place = placeOf(text, from);
    findings.set(`${from} ${why}`, { ...place, found, why, start: from });
  };
  try {
    checkModule(await readModule(text), rules, report);
  } catch (error) {
    const { line, column, reason } = syntaxFault(error);
    const found = shownText(text.split("\n")[line - 1]?.trim() ?? "", LONGEST);
    return [{ line, column, found, why: `this is no TypeScript: ${reason}` }];
  }
  return [...findings.values()]
    .toSorted((a, b) => a.start - b.start)
    .map(({ line, column, found, why }) => ({ line, column, found, why }));
}

function checkModule(
  module: ModuleSyntax,
  rules: ScanRules,
  report: Report,
): void {
  commentFindings(module, report);
  const writes = new WriteRule(report);
  module.visit((path) => {
    checkSyntax(path, rules, report);
    if (rules.pure === true) checkOnLoad(path, report);
    if (isInType(path)) return;
    checkName(path, rules, report, writes);
    checkMember(path, report);
    checkLookup(path, report);
    if (rules.fetches) checkFetch(path, rules.fetches, report);
    writes.check(path);
  });
  writes.finish();
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const LONGEST = 90;
