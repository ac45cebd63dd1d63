/**
 * Puts the indefinite article before a noun.
 *
 * @module
 */

/** Gives `a task`, `an order`, `a user`, `an hour`. */
export function withArticle(noun: string): string {
  return `${startsWithVowelSound(noun) ? "an" : "a"} ${noun}`;
}

function startsWithVowelSound(noun: string): boolean {
  if (/^(?:uni|use|usa|usu|eu|ewe|one\b|once|ubi|uti|ura)/i.test(noun)) {
    return false;
  }
  if (/^(?:hour|hono|heir|honest)/i.test(noun)) return true;
  return /^[aeiou]/i.test(noun);
}
