/**
 * Scans code of a person's for hosts that it names, and for ways around what it is given.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { checkFetch, memberOf } from "./fetch_rule.ts";
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
    const name = globalOf(path);
    if (name === undefined || !NETWORK.has(name)) return;
    report(path.node, `the global ${name} is held to no list of hosts`);
  });
}

/** The global that an expression is: `fetch`, `globalThis.fetch`. */
function globalOf(path: NodePath): string | undefined {
  if (isInType(path)) return undefined;
  if (path.isMemberExpression() || path.isOptionalMemberExpression()) {
    const object = path.get("object") as NodePath;
    const whole = globalOf(object);
    return whole !== undefined && WHOLES.has(whole)
      ? memberOf(path)
      : undefined;
  }
  if (!path.isIdentifier() || !path.isReferencedIdentifier()) return undefined;
  const { name } = path.node;
  return valueBinding(path, name) ? undefined : name;
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
/** What has all globals as members. */
const WHOLES: ReadonlySet<string> = new Set(["globalThis", "self", "window"]);
const LONGEST = 90;
