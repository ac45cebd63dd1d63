/**
 * The globals that a module of a model's may use: what is pure of the language's own, without clock, chance, network, files or
 * process, and without what reaches into other objects.
 *
 * @module
 */

/** How a global may be used. */
export interface AllowedGlobal {
  /** It may be called. */
  readonly call?: true;
  /** It may be constructed; `with arguments`: not without. */
  readonly construct?: true | "with arguments";
  /** It may be extended by a class. */
  readonly extend?: true;
  /** It may be handed over as a function or class. */
  readonly pass?: true;
  /** It is a plain value, which may stand anywhere. */
  readonly value?: true;
  /** The members that it may be asked for. */
  readonly members?: readonly string[];
}

/** Finds how a global may be used; undefined when it may not. */
export function allowedGlobal(name: string): AllowedGlobal | undefined {
  return ALLOWED.get(name);
}

/** Lists the names of the globals, with those members that alone may be used, for whoever is to write such a module. */
export function allowedGlobalNames(): string[] {
  return [...ALLOWED].map(([name, { members }]) =>
    members && members.length <= FEW ? `${name} (${members.join(", ")})` : name
  );
}

const VALUE: AllowedGlobal = { value: true };
const FUNCTION: AllowedGlobal = { call: true, pass: true };
const CLASS: AllowedGlobal = { construct: true };
const ERROR: AllowedGlobal = {
  call: true,
  construct: true,
  extend: true,
  pass: true,
};
const BYTES: AllowedGlobal = { construct: true, members: ["from", "of"] };

const ALLOWED: ReadonlyMap<string, AllowedGlobal> = new Map([
  ["undefined", VALUE],
  ["NaN", VALUE],
  ["Infinity", VALUE],
  ["Array", {
    call: true,
    construct: true,
    members: ["from", "fromAsync", "isArray", "of"],
  }],
  ["BigInt", { ...FUNCTION, members: ["asIntN", "asUintN"] }],
  ["Boolean", FUNCTION],
  ["Date", { construct: "with arguments", members: ["UTC", "parse"] }],
  ["Intl", {
    members: [
      "Collator",
      "DisplayNames",
      "ListFormat",
      "NumberFormat",
      "PluralRules",
      "RelativeTimeFormat",
      "Segmenter",
      "getCanonicalLocales",
    ],
  }],
  ["JSON", { members: ["parse", "stringify"] }],
  ["Map", { construct: true, members: ["groupBy"] }],
  ["Math", {
    members: [
      ..."E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2".split(" "),
      ..."abs cbrt ceil clz32 exp expm1 floor fround hypot imul".split(" "),
      ..."log log10 log1p log2 max min pow round sign sqrt trunc".split(" "),
      ..."acos acosh asin asinh atan atan2 atanh cos cosh sin".split(" "),
      ..."sinh tan tanh".split(" "),
    ],
  }],
  ["Number", {
    ...FUNCTION,
    members: [
      "EPSILON",
      "MAX_SAFE_INTEGER",
      "MAX_VALUE",
      "MIN_SAFE_INTEGER",
      "MIN_VALUE",
      "NEGATIVE_INFINITY",
      "NaN",
      "POSITIVE_INFINITY",
      "isFinite",
      "isInteger",
      "isNaN",
      "isSafeInteger",
      "parseFloat",
      "parseInt",
    ],
  }],
  ["Object", {
    members: [
      "assign",
      "entries",
      "freeze",
      "fromEntries",
      "groupBy",
      "hasOwn",
      "is",
      "isFrozen",
      "keys",
      "values",
    ],
  }],
  ["Promise", {
    construct: true,
    members: [
      "all",
      "allSettled",
      "any",
      "race",
      "reject",
      "resolve",
      "try",
      "withResolvers",
    ],
  }],
  ["RegExp", { call: true, construct: true, members: ["escape"] }],
  ["Set", CLASS],
  ["String", {
    ...FUNCTION,
    members: ["fromCharCode", "fromCodePoint", "raw"],
  }],
  ["Symbol", {
    members: ["asyncDispose", "asyncIterator", "dispose", "iterator"],
  }],
  ["TextDecoder", CLASS],
  ["TextEncoder", CLASS],
  ["URL", { construct: true, members: ["canParse", "parse"] }],
  ["URLSearchParams", CLASS],
  ["Uint8Array", BYTES],
  ["Uint16Array", BYTES],
  ["Uint32Array", BYTES],
  ["Int8Array", BYTES],
  ["Int16Array", BYTES],
  ["Int32Array", BYTES],
  ["Float64Array", BYTES],
  ["ArrayBuffer", CLASS],
  ["DataView", CLASS],
  ["WeakMap", CLASS],
  ["WeakSet", CLASS],
  ["atob", FUNCTION],
  ["btoa", FUNCTION],
  ["decodeURI", FUNCTION],
  ["decodeURIComponent", FUNCTION],
  ["encodeURI", FUNCTION],
  ["encodeURIComponent", FUNCTION],
  ["isFinite", FUNCTION],
  ["isNaN", FUNCTION],
  ["parseFloat", FUNCTION],
  ["parseInt", FUNCTION],
  ["structuredClone", FUNCTION],
  ["Error", ERROR],
  ["AggregateError", ERROR],
  ["EvalError", ERROR],
  ["RangeError", ERROR],
  ["ReferenceError", ERROR],
  ["SyntaxError", ERROR],
  ["TypeError", ERROR],
  ["URIError", ERROR],
]);

const FEW = 12;
