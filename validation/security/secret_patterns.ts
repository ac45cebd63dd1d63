/**
 * What secrets look like in a text.
 *
 * @module
 */

/** Says what secret a line holds; undefined when it holds none. */
export function secretIn(line: string): string | undefined {
  const known = KNOWN.find(([, pattern]) => pattern.test(line));
  if (known) return known[0];
  const [, value = ""] = ASSIGNED.exec(line) ?? [];
  const isRandom = value.length >= 20 && !PLAIN_WORDS.test(value) &&
    entropyOf(value) > 4;
  return isRandom ? "what looks like a random secret" : undefined;
}

/** Bits of each character, by how often each is there. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}

/** Formats that their makers have published. */
const KNOWN: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,}/],
  ["a Slack token", /\bxox[abprs]-[A-Za-z0-9-]{20,}/],
  ["a Stripe key", /\b[sr]k_live_[A-Za-z0-9]{20,}/],
  ["a Google key", /\bAIza[\w-]{35}\b/],
  ["a signed token", /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/],
];
/** What is given to a name that speaks of a secret. */
const ASSIGNED =
  /(?:secret|password|passwd|token|api_?key|private_?key)\w*["']?\s*[:=]\s*["'`]([A-Za-z0-9+/=_-]{20,})["'`]/i;
/** Words with dashes, and names in camelCase, are no chance. */
const PLAIN_WORDS = /^(?:[a-z]+[-_]?)+$|^[a-z]+(?:[A-Z][a-z]+)+$/;
