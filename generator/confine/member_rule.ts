/**
 * Refuses members that lead from a value to what it was made by: to the compiler of strings, or to what all objects inherit.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { bare, constantTexts } from "./constant_value.ts";
import { valueBinding } from "./name_rule.ts";
import type { Report } from "./scan_rules.ts";

/** Reports a member, a key or a part of a pattern whose name is refused; also where the name is made of constants. */
export function checkMember(path: NodePath, report: Report): void {
  const key = keyOf(path);
  if (!key) return;
  for (const name of namesOf(key) ?? []) {
    if (REFUSED_MEMBERS.has(name) && !isConstructor(path)) {
      report(key.node, `no member "${name}" is read, written or declared`);
    }
  }
}

/** The path of what names a member: of an access, of an object, a pattern or a class. */
export function keyOf(path: NodePath): NodePath | undefined {
  if (path.isMemberExpression() || path.isOptionalMemberExpression()) {
    return path.get("property");
  }
  return path.isObjectProperty() || path.isObjectMethod() ||
      path.isClassMethod() || path.isClassProperty() ||
      path.isClassAccessorProperty()
    ? path.get("key")
    : undefined;
}

/** The names that a key can be; undefined when that is only known when it runs. */
export function namesOf(key: NodePath): string[] | undefined {
  const isComputed = "computed" in key.parent && key.parent.computed === true;
  if (!isComputed && key.isIdentifier()) return [key.node.name];
  if (key.isPrivateName() || isIteration(key)) return [];
  return constantTexts(bare(key));
}

/** `[Symbol.iterator]` and the like: known, and no text. */
function isIteration(key: NodePath): boolean {
  return key.isMemberExpression() && !key.node.computed &&
    key.node.object.type === "Identifier" &&
    key.node.object.name === "Symbol" && !valueBinding(key, "Symbol");
}

/** The constructor that a class declares itself. */
function isConstructor(path: NodePath): boolean {
  return path.isClassMethod() && path.node.kind === "constructor";
}

/** Whatever the object is: who needs one of these names for data takes another. */
const REFUSED_MEMBERS: ReadonlySet<string> = new Set([
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "captureStackTrace",
  "constructor",
  "defineProperties",
  "defineProperty",
  "getOwnPropertyDescriptor",
  "getOwnPropertyDescriptors",
  "getOwnPropertyNames",
  "getOwnPropertySymbols",
  "getPrototypeOf",
  "prepareStackTrace",
  "prototype",
  "setPrototypeOf",
]);
