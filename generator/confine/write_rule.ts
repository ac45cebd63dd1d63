/**
 * Refuses writes to globals and to what was imported.
 *
 * @module
 */
import type { NodePath } from "@babel/traverse";
import { bare, definitionOf } from "./constant_value.ts";
import { isIntrinsicMethod } from "./intrinsic_methods.ts";
import { keyOf, namesOf } from "./member_rule.ts";
import { valueBinding } from "./name_rule.ts";
import type { Report } from "./scan_rules.ts";

/**
 * Watches what a module writes to, and what it hands on that is not its own, such as `Number` in `texts.map(Number)`: where it
 * also writes to objects that it did not make, both could meet.
 */
export class WriteRule {
  readonly #report: Report;
  readonly #handedOn: NodePath["node"][] = [];
  readonly #methods: NodePath["node"][] = [];
  readonly #writesToOthers: NodePath["node"][] = [];

  /** Takes where to report. */
  constructor(report: Report) {
    this.#report = report;
  }

  /** Notes that a global, or what was imported, is kept or handed over. */
  handedOn(node: NodePath["node"]): void {
    this.#handedOn.push(node);
  }

  /** Reports what a node writes to, if it may not. */
  check(path: NodePath): void {
    if (isObjectMember(path, "assign")) this.#checkAssign(path);
    if (isKeptMethod(path)) this.#methods.push(path.node);
    for (const target of targetsOf(path)) this.#checkTarget(target);
    const changed = path.isCallExpression() && changedList(path);
    const root = changed && rootOf(changed);
    if (root && isForeign(root)) this.#report(path.node, FOREIGN);
  }

  /** Reports what was handed on, if the module writes to objects that it did not make, and where it does. */
  finish(): void {
    if (this.#writesToOthers.length === 0) return;
    for (const node of this.#handedOn) this.#report(node, HANDED_ON);
    for (const node of this.#methods) this.#report(node, METHOD);
    if (this.#handedOn.length + this.#methods.length === 0) return;
    for (const node of this.#writesToOthers) this.#report(node, WRITTEN);
  }

  #checkTarget(target: NodePath): void {
    const root = rootOf(target);
    if (root && isForeign(root)) this.#report(target.node, FOREIGN);
    if (!target.isMemberExpression() || isPrivate(target)) return;
    if (!isOwn(target.get("object"))) {
      this.#writesToOthers.push(target.node);
    }
  }

  /** `Object.assign(a, b)` writes to `a`. */
  #checkAssign(member: NodePath): void {
    const call = member.parentPath;
    const [first] = call?.isCallExpression() && member.key === "callee"
      ? call.get("arguments")
      : [];
    if (!first || !isOwn(first)) {
      this.#writesToOthers.push((first ?? member).node);
    }
    const root = first && rootOf(first);
    if (first && root && isForeign(root)) this.#report(first.node, FOREIGN);
  }
}

/** Whether an object was made here: a literal, or a constant that is set to one. What is in it may be somebody else's. */
function isOwn(typed: NodePath): boolean {
  const path = bare(typed);
  if (path.isObjectExpression() || path.isArrayExpression()) return true;
  if (!path.isIdentifier()) return false;
  const binding = valueBinding(path, path.node.name);
  const made = binding?.kind === "const" && definitionOf(binding.path);
  return made ? isOwn(made) : false;
}

/** Whether a member that all values of a kind may share is taken, and not called: `[].map`, `const { map } = []`. */
function isKeptMethod(path: NodePath): boolean {
  const isMember = path.isMemberExpression() ||
    path.isOptionalMemberExpression();
  const isPart = path.isObjectProperty() &&
    path.parent.type === "ObjectPattern";
  if (!isMember && !isPart || isCalled(path) || isTarget(path)) return false;
  const key = keyOf(path);
  return (key && namesOf(key) || []).some(isIntrinsicMethod);
}

function isCalled({ key, parent }: NodePath): boolean {
  return key === "callee" && (parent.type === "CallExpression" ||
    parent.type === "OptionalCallExpression");
}

/** `counts.map = 1` reads nothing. */
function isTarget({ key, parent }: NodePath): boolean {
  return key === "left" && parent.type === "AssignmentExpression" &&
    parent.operator === "=";
}

/** `this.#count`: only objects that a class of the module made have such a member. */
function isPrivate(member: NodePath): boolean {
  return member.isMemberExpression() &&
    member.node.object.type === "ThisExpression" &&
    member.node.property.type === "PrivateName";
}

/** The targets that a node writes to: names and members, also in patterns. */
function targetsOf(path: NodePath): NodePath[] {
  if (path.isAssignmentExpression()) return partsOf(path.get("left"));
  if (path.isUpdateExpression()) return [bare(path.get("argument"))];
  if (path.isUnaryExpression() && path.node.operator === "delete") {
    return [bare(path.get("argument"))];
  }
  if (path.isForOfStatement() || path.isForInStatement()) {
    const left = path.get("left");
    return left.isVariableDeclaration() ? [] : partsOf(left);
  }
  return [];
}

function partsOf(typed: NodePath): NodePath[] {
  const path = bare(typed);
  if (path.isArrayPattern()) {
    return path.get("elements").flatMap((part) =>
      part.node ? partsOf(part as NodePath) : [] // a hole is a path of null
    );
  }
  if (path.isObjectPattern()) {
    return path.get("properties").flatMap((part) =>
      part.isObjectProperty() ? partsOf(part.get("value")) : partsOf(part)
    );
  }
  if (path.isRestElement()) return partsOf(path.get("argument"));
  if (path.isAssignmentPattern()) return partsOf(path.get("left"));
  return [path];
}

/** The list that a call changes: `a` in `a.push(1)`. */
function changedList(call: NodePath): NodePath | undefined {
  const callee: NodePath | undefined = call.isCallExpression()
    ? call.get("callee")
    : undefined;
  if (!callee?.isMemberExpression() || callee.node.computed) return undefined;
  const { property } = callee.node;
  return property.type === "Identifier" && CHANGING.has(property.name)
    ? callee.get("object")
    : undefined;
}

/** The name that a chain of members begins with. */
function rootOf(typed: NodePath): NodePath | undefined {
  const path = bare(typed);
  if (path.isMemberExpression() || path.isOptionalMemberExpression()) {
    return rootOf(path.get("object"));
  }
  return path.isIdentifier() ? path : undefined;
}

function isForeign(name: NodePath): boolean {
  if (!name.isIdentifier()) return false;
  const binding = valueBinding(name, name.node.name);
  return !binding || binding.kind === "module";
}

function isObjectMember(path: NodePath, member: string): boolean {
  return path.isMemberExpression() && !path.node.computed &&
    path.node.object.type === "Identifier" &&
    path.node.object.name === "Object" &&
    path.node.property.type === "Identifier" &&
    path.node.property.name === member;
}

/** Methods of lists that change them. */
const CHANGING: ReadonlySet<string> = new Set([
  ..."copyWithin fill pop push reverse shift sort splice unshift".split(" "),
]);

const FOREIGN =
  "what is global or imported is not written to: it is not this module's";

const HANDED_ON =
  "this module writes to objects that it did not make: what is global or imported is only called in it, as in x => Number(x)";

const METHOD =
  "this module writes to objects that it did not make, and this may be a function that all values of a kind share: call it, as in x => x.trim()";

const WRITTEN =
  "what is not this module's is handed on in it, so that this might be it: write to an object that is made here, as in { ...given }";
