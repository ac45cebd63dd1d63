/**
 * Scans code of a person's for hosts that it names, and for ways around what it is given.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { checkFetch } from "./fetch_rule.ts";
import { type ModuleSyntax, readModule } from "./module_syntax.ts";
import { isInType, valueBinding } from "./name_rule.ts";
import type { Report, ScanFinding } from "./scan_rules.ts";
import { shownText } from "./shown_text.ts";

/** Finds constant URLs of other hosts that reach a `fetch`; nothing in a text that is no TypeScript, which others tell. */
export function urlFindings(
  text: string,
  origins: readonly string[],
): Promise<readonly ScanFinding[]> {
  return scanned(text, (path, report) => checkFetch(path, origins, report));
}

/** Finds globals that reach the network. */
export function ambientFindings(text: string): Promise<readonly ScanFinding[]> {
  return scanned(text, (path, report) => {
    if (!path.isReferencedIdentifier() || isInType(path)) return;
    const { name } = path.node;
    if (!NETWORK.has(name) || valueBinding(path, name)) return;
    report(path.node, `the global ${name} is held to no list of hosts`);
  });
}

async function scanned(
  text: string,
  visit: (path: NodePath, report: Report) => void,
): Promise<readonly ScanFinding[]> {
  const findings: ScanFinding[] = [];
  const report: Report = ({ start, end }, why) => {
    const from = start ?? 0;
    const before = text.slice(0, from).split("\n");
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    const found = shownText(text.slice(from, end ?? from), LONGEST);
    findings.push({ line, column, found, why });
  };
  const module = await readModule(text).catch((): ModuleSyntax | undefined =>
    undefined
  );
  module?.visit((path) => visit(path, report));
  return findings;
}

const NETWORK: ReadonlySet<string> = new Set([
  "EventSource",
  "WebSocket",
  "WebSocketStream",
  "XMLHttpRequest",
  "fetch",
]);
const LONGEST = 90;
