/**
 * Passwords that nobody may have, for tests.
 *
 * @module
 */
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from "./password_hash.ts";

/** Lists what is no password where one has at least so many characters: empty, blank, too short, too long, no text. */
export function badPasswords(
  minLength: number = MIN_PASSWORD_LENGTH,
): readonly unknown[] {
  return [
    "",
    " ".repeat(minLength),
    "x".repeat(minLength - 1),
    "ä".repeat(MAX_PASSWORD_BYTES / 2 + 1),
    12345678,
    null,
  ];
}
