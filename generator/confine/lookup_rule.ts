/**
 * Refuses members whose name is only known when the module runs, where the value could be called, kept or changed.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { bare, isNumeric } from "./constant_value.ts";
import { staysData } from "./lookup_flow.ts";
import { keyOf, namesOf } from "./member_rule.ts";
import type { Report } from "./scan_rules.ts";

/**
 * Reports such a member. `prices[zone] * weight` may stand: whatever the member is, it becomes a number. `handlers[kind]()` may
 * not: with `kind` "constructor" it calls what objects of its kind are made by.
 */
export function checkLookup(path: NodePath, report: Report): void {
  const key = keyOf(path);
  if (!key || isKnown(key)) return;
  if (path.isMemberExpression() || path.isOptionalMemberExpression()) {
    if (!staysData(path)) report(path.node, LOOKUP);
  } else if (path.isObjectProperty() && path.parentPath.isObjectPattern()) {
    report(key.node, LOOKUP);
  } else if (path.isClassMethod() || path.isClassProperty()) {
    report(key.node, "a class names its members");
  }
}

/** Whether a key is a constant or a number: neither is a member that leads anywhere. */
function isKnown(key: NodePath): boolean {
  return namesOf(key) !== undefined || isNumeric(bare(key));
}

const LOOKUP =
  "the name of this member is only known when it runs, and its value is " +
  "called, changed, kept, returned or handed on: use a Map, a switch, .at(index), or " +
  "Number(…) or String(…) around it";
