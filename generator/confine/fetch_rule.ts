/**
 * Finds constant URLs that reach a `fetch` and are of no listed host. What is only known when it runs is refused then.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { bare, constantTexts, definitionOf } from "./constant_value.ts";
import { valueBinding } from "./name_rule.ts";
import type { Report } from "./scan_rules.ts";

/** Reports a call of something named `fetch` whose URL, or the begin of it, is of another origin than these. */
export function checkFetch(
  path: NodePath,
  origins: readonly string[],
  report: Report,
): void {
  if (!path.isCallExpression() && !path.isOptionalCallExpression()) return;
  if (nameOf(path.get("callee") as NodePath) !== "fetch") return;
  const [first] = path.get("arguments");
  if (first === undefined) return;
  for (const start of startsOf(first as NodePath, new Set())) {
    const why = faultOf(start, origins);
    if (why !== undefined) report(first.node, why);
  }
}

/** The name of the member that an expression asks for, as far as it is constant. */
export function memberOf(path: NodePath): string | undefined {
  if (!path.isMemberExpression() && !path.isOptionalMemberExpression()) {
    return undefined;
  }
  const property = path.get("property") as NodePath;
  if (path.node.computed) return constantTexts(property)?.[0];
  return property.isIdentifier() ? property.node.name : undefined;
}

/** What a text begins with, and whether that is all of it. */
interface Start {
  readonly text: string;
  readonly isWhole: boolean;
}

/** `fetch`, `call.fetch`, `call?.fetch`, `call["fetch"]`. */
function nameOf(callee: NodePath): string | undefined {
  return callee.isIdentifier() ? callee.node.name : memberOf(callee);
}

function faultOf(
  { text, isWhole }: Start,
  origins: readonly string[],
): string | undefined {
  const wanted = `it may fetch from ${origins.join(" and ") || "nowhere"}`;
  const isKnown = isWhole || WITH_HOST.test(text) || RELATIVE.test(text);
  if (!isKnown) return undefined;
  const url = URL.parse(text);
  if (url === null) return `this is no URL: ${wanted}`;
  const origin = `${url.protocol}//${url.host}`;
  return origins.includes(origin)
    ? undefined
    : `${origin} is not listed: ${wanted}`;
}

/** What an expression can begin with, as far as that is constant. */
function startsOf(typed: NodePath, seen: Set<unknown>): readonly Start[] {
  const path = bare(typed);
  if (seen.has(path.node)) return [];
  seen.add(path.node);
  const whole = constantTexts(path);
  if (whole) return whole.map((text) => ({ text, isWhole: true }));
  if (path.isTemplateLiteral()) {
    const values = path.get("expressions") as NodePath[];
    const texts = path.node.quasis.map(({ value }) => value.cooked ?? "");
    return joined(texts.flatMap((text, n) => [text, values[n] ?? ""]), seen);
  }
  if (path.isBinaryExpression() && path.node.operator === "+") {
    return joined([path.get("left") as NodePath, path.get("right")], seen);
  }
  if (path.isConditionalExpression()) {
    return [path.get("consequent"), path.get("alternate")]
      .flatMap((either) => startsOf(either, seen));
  }
  if (path.isNewExpression() && isUrl(path.get("callee") as NodePath)) {
    return startsOfUrl(path.get("arguments") as NodePath[], seen);
  }
  if (!path.isIdentifier()) return [];
  const binding = valueBinding(path, path.node.name);
  const init = binding?.kind === "const" && definitionOf(binding.path);
  return init ? startsOf(init, seen) : [];
}

/** What some parts make together, up to the first that is not constant. */
function joined(
  parts: readonly (NodePath | string)[],
  seen: Set<unknown>,
): readonly Start[] {
  let starts: readonly Start[] = [{ text: "", isWhole: true }];
  for (const part of parts) {
    const more = typeof part === "string"
      ? [{ text: part, isWhole: true }]
      : startsOf(part, seen);
    const next = more.length > 0 ? more : [{ text: "", isWhole: false }];
    if (starts.length * next.length > MOST_STARTS) return [];
    starts = starts.flatMap((start) =>
      start.isWhole
        ? next.map(({ text, isWhole }) => ({
          text: start.text + text,
          isWhole,
        }))
        : [start]
    );
  }
  return starts;
}

/** `new URL(path, base)`: where both are known it is known as well, and so it is where a path begins with one slash. */
function startsOfUrl(
  [input, base]: readonly NodePath[],
  seen: Set<unknown>,
): readonly Start[] {
  if (input === undefined) return [];
  if (base === undefined) return startsOf(input, seen);
  const inputs = startsOf(input, seen);
  const bases = startsOf(base, seen);
  return inputs.flatMap((one) =>
    bases.flatMap((other): Start[] => {
      const isPath = /^\/[^/\\]/.test(one.text);
      if (!one.isWhole && !isPath || !other.isWhole) return [];
      const url = URL.parse(one.text, other.text);
      return url ? [{ text: url.href, isWhole: one.isWhole }] : [];
    })
  );
}

function isUrl(callee: NodePath): boolean {
  return callee.isIdentifier() && callee.node.name === "URL" &&
    !valueBinding(callee, "URL");
}

/** A scheme and a whole host: what follows cannot change which one it is. */
const WITH_HOST = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*[/?#\\]/i;

/** No scheme can follow. */
const RELATIVE = /^[/\\?#.]/;
const MOST_STARTS = 64;
