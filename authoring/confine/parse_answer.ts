/**
 * Takes the files out of what a model answered, and nothing that was not asked for.
 *
 * @module
 */
import type { FileType } from "../../generator/plan/file_plan.ts";
import type { FencedBlock } from "./fenced_blocks.ts";
import {
  fileTypeAt,
  type GeneratedCode,
  generatedCode,
  type GeneratedFile,
} from "./generated_code.ts";
import { shownText } from "../../generator/confine/shown_text.ts";
import { namedBlocks } from "./named_blocks.ts";

/** What is wrong with an answer. */
export type AnswerFaultKind =
  | "no block"
  | "missing"
  | "unknown path"
  | "twice"
  | "not closed"
  | "empty"
  | "too long";

/** Something in an answer that keeps a file from being taken. */
export interface AnswerFault {
  /** What it is. */
  readonly kind: AnswerFaultKind;
  /** The file, as the answer or the request names it; absent where it is none. */
  readonly path?: string;
  /** The line of the answer that it begins in, from 1; absent where there is none. */
  readonly line?: number;
  /** What was found and what was wanted, for whoever answers again. */
  readonly message: string;
}

/** An answer, taken apart. */
export interface ParsedAnswer {
  /** The files that can be taken. */
  readonly code: GeneratedCode;
  /** What is wrong; empty when every wanted file is there, once and whole. */
  readonly faults: readonly AnswerFault[];
}

/** Options of {@link parseAnswer}. */
export interface AnswerOptions {
  /** The paths that were asked for: exactly these, each once. */
  readonly wanted: readonly string[];
  /** What these files are, by path. @default by their folder */
  readonly types?: Readonly<Record<string, FileType>>;
  /** Characters that a file may have. @default 100,000 */
  readonly longest?: number;
}

/**
 * Reads an answer: fenced blocks whose info string names the file, such as ```` ```ts file=logic/order_shipping.ts ````, or as
 * {@link namedBlocks} finds them. Other blocks are talk. A path is compared as it is written: another case, `..` or a backslash
 * make another path.
 */
export function parseAnswer(
  text: string,
  options: AnswerOptions,
): ParsedAnswer {
  const { wanted, types, longest = LONGEST } = options;
  const named = namedBlocks(text, wanted);
  if (named.length === 0) {
    return { code: generatedCode([]), faults: [noBlock(wanted)] };
  }
  const faults: AnswerFault[] = [];
  const files: GeneratedFile[] = [];
  const blocks = Map.groupBy(named, ({ path }) => path);
  for (const [path, [first, second]] of blocks) {
    if (!first) continue;
    const fault = wanted.includes(path)
      ? second ? twice(path, second.block) : faultOf(path, first.block, longest)
      : unknownPath(path, first.block, wanted);
    if (fault) faults.push(fault);
    else {
      const type = types?.[path] ?? fileTypeAt(path);
      files.push({ path, text: first.block.text, type });
    }
  }
  for (const path of wanted) if (!blocks.has(path)) faults.push(missing(path));
  return { code: generatedCode(files), faults };
}

function faultOf(
  path: string,
  { line, text, closed }: FencedBlock,
  longest: number,
): AnswerFault | undefined {
  if (!closed) {
    return {
      kind: "not closed",
      path,
      line,
      message: `Cannot take "${path}": found no closing fence, the answer ` +
        "was cut off or is too long; wanted the whole file",
    };
  }
  if (text.length > longest) {
    return {
      kind: "too long",
      path,
      line,
      message: `Cannot take "${path}": found ${text.length} characters, ` +
        `wanted at most ${longest}`,
    };
  }
  if (text.trim() !== "") return undefined;
  return {
    kind: "empty",
    path,
    line,
    message:
      `Cannot take "${path}": found an empty block, wanted the whole file`,
  };
}

function unknownPath(
  path: string,
  { line }: FencedBlock,
  wanted: readonly string[],
): AnswerFault {
  const paths = wanted.map((path) => `"${path}"`).join(", ");
  return {
    kind: "unknown path",
    path,
    line,
    message:
      `Cannot take "${
        shownText(path, MOST_SHOWN)
      }": found a file that was not ` +
      `asked for, wanted only ${paths}`,
  };
}

function twice(path: string, { line }: FencedBlock): AnswerFault {
  return {
    kind: "twice",
    path,
    line,
    message: `Cannot take "${path}": found it more than once, wanted one block`,
  };
}

function noBlock(wanted: readonly string[]): AnswerFault {
  const heads = wanted.map(headOf).join(" and ");
  return {
    kind: "no block",
    message:
      `Cannot take anything: found no fenced block that names its file, wanted ${heads}`,
  };
}

function missing(path: string): AnswerFault {
  return {
    kind: "missing",
    path,
    message: `Cannot take "${path}": found no block for it, wanted one that ` +
      `begins with ${headOf(path)}`,
  };
}

/** How the block of a file begins. */
function headOf(path: string): string {
  return `\`\`\`${/\.(\w+)$/.exec(path)?.[1] ?? "text"} file=${path}`;
}

const LONGEST = 100_000;
const MOST_SHOWN = 120;
