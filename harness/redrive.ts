import type { DeadLetter, DeadLetterBox } from "./dead_letter.ts";
import type { Link } from "./link.ts";

/** Sends the messages of dead letters again and takes the letters out; returns how many were accepted. */
export async function redrive(
  letters: readonly DeadLetter[],
  box: DeadLetterBox,
  links: readonly Link[],
): Promise<number> {
  let accepted = 0;
  for (const letter of letters) {
    const link = links.find(({ name }) => name === letter.connection);
    if (link === undefined || !box.remove(letter)) continue;
    try {
      await link.redrive(letter);
      accepted++;
    } catch {
      box.putBack(letter);
    }
  }
  return accepted;
}
