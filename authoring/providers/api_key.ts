/**
 * A key to a provider, which shows itself to nothing but the request that needs it.
 *
 * @module
 */
import { ModelFailure } from "../language_model.ts";

/** A key, hidden wherever a value is printed, logged or written as JSON. */
export class ApiKey {
  /** The environment variable that it came from. */
  readonly variable: string;
  readonly #text: string;

  /**
   * Takes a key and the variable it came from; blanks around it are none of it.
   *
   * @throws {ModelFailure} when no HTTP header could carry it.
   */
  constructor(text: string, variable: string) {
    this.variable = variable;
    this.#text = text.trim();
    if (!/^[\x21-\x7e]+$/.test(this.#text)) {
      throw new ModelFailure(
        "not configured",
        `Cannot use the key in ${variable}: found blanks or characters beyond ASCII in it, wanted a key as its provider gave it`,
      );
    }
  }

  /** The key itself, for the header of a request. */
  reveal(): string {
    return this.#text;
  }

  /**
   * The text that must be hidden where it turns up: a key of so few characters is no secret but a word such as
   * "ollama", which stands in honest text too.
   */
  get secret(): string | undefined {
    return this.#text.length < SHORTEST_SECRET ? undefined : this.#text;
  }

  /** What is shown in its place. */
  toString(): string {
    return `[key of ${this.variable}]`;
  }

  /** What is written in its place. */
  toJSON(): string {
    return this.toString();
  }

  /** What is printed in its place. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }
}

const SHORTEST_SECRET = 8;
