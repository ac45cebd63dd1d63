/**
 * Expressions over an entity's own fields: numbers, names, `+ - * /` and parentheses.
 *
 * @module
 */

/** An expression as a tree; every part knows where it stands in the text. */
export type Expression =
  | NumberLiteral
  | FieldReference
  | Negation
  | Calculation;

/** A number. */
export interface NumberLiteral extends Place {
  /** Tells the forms apart. */
  readonly kind: "number";
  /** Its value. */
  readonly value: number;
}

/** A field of the entity. */
export interface FieldReference extends Place {
  /** Tells the forms apart. */
  readonly kind: "field";
  /** Its name. */
  readonly name: string;
}

/** The negative of an expression. */
export interface Negation extends Place {
  /** Tells the forms apart. */
  readonly kind: "negative";
  /** What is negated. */
  readonly of: Expression;
}

/** Two expressions and what is done with them. */
export interface Calculation extends Place {
  /** What is done. */
  readonly kind: "+" | "-" | "*" | "/";
  /** The first. */
  readonly left: Expression;
  /** The second. */
  readonly right: Expression;
}

/** Where a part of an expression stands. */
export interface Place {
  /** Where it begins. */
  readonly start: number;
  /** How many characters it has. */
  readonly length: number;
}

/** What stands where no expression can go on. */
export interface ExpressionFault extends Place {
  /** What was found. */
  readonly found: string;
  /** What was wanted. */
  readonly wanted: string;
}

/** Reads an expression, or says where it cannot. Never throws; no deeper than {@link MAX_DEPTH}. */
export function parseExpression(
  text: string,
): { readonly expression: Expression } | { readonly fault: ExpressionFault } {
  try {
    return { expression: new Reader(text).whole() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault };
    throw error;
  }
}

/** Lists the fields of an expression, each as often as it is named. */
export function fieldsIn(expression: Expression): readonly FieldReference[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "field":
      return [expression];
    case "negative":
      return fieldsIn(expression.of);
    default:
      return [...fieldsIn(expression.left), ...fieldsIn(expression.right)];
  }
}

class Fault extends Error {
  constructor(readonly fault: ExpressionFault) {
    super(fault.wanted);
  }
}

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  whole(): Expression {
    const expression = this.#sum();
    if (this.#peek() !== undefined) this.#fail("+, -, *, / or the end");
    return expression;
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#peek(); isIn(SUM, sign); sign = this.#peek()) {
      this.#next++;
      left = calculation(sign.text, left, this.#product());
    }
    return left;
  }

  #product(): Expression {
    let left = this.#factor();
    for (let sign = this.#peek(); isIn(PRODUCT, sign); sign = this.#peek()) {
      this.#next++;
      left = calculation(sign.text, left, this.#factor());
    }
    return left;
  }

  #factor(): Expression {
    const token = this.#peek();
    if (++this.#depth > MAX_DEPTH) {
      this.#fail(`at most ${MAX_DEPTH} levels`);
    }
    try {
      if (token?.text === "-") {
        this.#next++;
        const of = this.#factor();
        return { kind: "negative", of, ...span(token, of) };
      }
      if (token?.text === "(") {
        this.#next++;
        const inner = this.#sum();
        const end = this.#peek();
        if (end?.text !== ")") return this.#fail("a closing parenthesis");
        this.#next++;
        return inner.kind === "field"
          ? inner
          : { ...inner, ...span(token, end) };
      }
    } finally {
      this.#depth--;
    }
    return this.#operand(token);
  }

  #operand(token: Token | undefined): Expression {
    const { text = "", start = 0, length = 0 } = token ?? {};
    if (NAME.test(text)) {
      this.#next++;
      return { kind: "field", name: text, start, length };
    }
    if (!NUMBER.test(text)) {
      return this.#fail("a number, a field or a parenthesis");
    }
    if (text.replace(/\D/g, "").length > MOST_DIGITS) {
      return this.#fail(`a number of at most ${MOST_DIGITS} digits`);
    }
    this.#next++;
    return { kind: "number", value: Number(text), start, length };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #fail(wanted: string): never {
    const token = this.#peek();
    throw new Fault({
      start: token?.start ?? Math.max(0, this.#text.length - 1),
      length: token?.length ?? 1,
      found: token === undefined ? "the end" : `"${token.text}"`,
      wanted,
    });
  }
}

interface Token extends Place {
  readonly text: string;
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    length: match[0].length,
  }));
}

function calculation(
  kind: Calculation["kind"],
  left: Expression,
  right: Expression,
): Calculation {
  return { kind, left, right, ...span(left, right) };
}

function span(first: Place, last: Place): Place {
  const { start } = first;
  return { start, length: last.start + last.length - start };
}

function isIn<S extends string>(
  signs: readonly S[],
  token: Token | undefined,
): token is Token & { readonly text: S } {
  return signs.some((sign) => sign === token?.text);
}

/** How many parentheses and signs may stand inside each other. */
export const MAX_DEPTH = 50;

const SUM = ["+", "-"] as const;
const PRODUCT = ["*", "/"] as const;
const NAME = /^[A-Za-z_]\w*$/;
const NUMBER = /^\d+(\.\d+)?$/;
const TOKEN = /[A-Za-z_]\w*|\d[\w.]*|\S/gu;
const MOST_DIGITS = 15;
