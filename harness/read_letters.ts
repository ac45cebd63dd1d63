import type { DeadLetter } from "./dead_letter.ts";
import type { LinePlace } from "./letter_journal.ts";
import { HEAD_LINE, readLetterLine } from "./letter_line.ts";

/** What was found in a file of dead letters. */
export interface FoundLetters {
  /** The letters still in it, by their numbers, in the order written. */
  readonly letters: ReadonlyMap<number, FoundLetter>;
  /** The greatest number of a letter, or 0. */
  readonly last: number;
  /** Lines in the file. */
  readonly lines: number;
  /** Bytes up to the end of the last line that is whole. */
  readonly size: number;
  /** Bytes after it: what was being written when its process or machine was cut off. */
  readonly tornBytes: number;
  /** Whether the last line is whole but for its end. */
  readonly isOpenEnded: boolean;
}

/** A letter and where it is. */
export interface FoundLetter {
  /** The letter. */
  readonly letter: DeadLetter;
  /** Where it is in the file. */
  readonly place: LinePlace;
}

/**
 * Reads a file of dead letters. A last line that is cut short is passed over and counted; any other that
 * cannot be read is a `SyntaxError` with the file and the line.
 */
export function readLetters(bytes: Uint8Array, path: string): FoundLetters {
  const letters = new Map<number, FoundLetter>();
  let last = 0;
  let lines = 0;
  let offset = 0;
  let isOpenEnded = false;
  while (offset < bytes.length) {
    const end = bytes.indexOf(LINE_END, offset);
    const length = (end < 0 ? bytes.length : end) - offset;
    try {
      const line = readLetterLine(
        UTF_8.decode(bytes.subarray(offset, offset + length)),
      );
      if ((line.kind === "head") !== (lines === 0)) {
        throw new SyntaxError(`found no file of dead letters, wanted ${FIRST}`);
      }
      if (line.kind === "letter") {
        const { number, letter } = line;
        letters.set(number, { letter, place: { offset, length } });
        last = Math.max(last, number);
      } else if (line.kind === "gone") {
        for (const number of line.numbers) letters.delete(number);
      }
    } catch (error) {
      if (end < 0 && mayBeTorn(bytes, offset)) break;
      throw unreadable(path, lines + 1, error);
    }
    lines++;
    isOpenEnded = end < 0;
    offset += isOpenEnded ? length : length + 1;
  }
  const tornBytes = bytes.length - offset;
  return { letters, last, lines, size: offset, tornBytes, isOpenEnded };
}

/** A first line that is no beginning of ours belongs to somebody else's file. */
function mayBeTorn(bytes: Uint8Array, offset: number): boolean {
  if (offset > 0) return true;
  return bytes.every((byte, i) => byte === 0 || byte === FIRST.charCodeAt(i));
}

function unreadable(path: string, line: number, error: unknown): SyntaxError {
  const why = error instanceof Error ? error.message : String(error);
  return new SyntaxError(
    `Cannot read dead letters from "${path}", line ${line}: ${why}`,
    { cause: error },
  );
}

const FIRST = HEAD_LINE;
const LINE_END = 10;
const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
