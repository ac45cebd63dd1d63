/**
 * How something that a requirement became is proved.
 *
 * @module
 */
import type { Safe } from "../../templates/safe_text.ts";

/** A test that stands elsewhere than among the acceptance tests. */
export interface TestPlace {
  /** Its file in the output. */
  readonly file: string;
  /** Its name; missing where all tests of the file are meant. */
  readonly name?: string;
  /** How the steps begin that are meant, up to a colon. @default whole tests are meant */
  readonly step?: string;
}

/** The statement that proves something, or the reason why there is none. */
export type Proof = StatementProof | MissingProof;

/** What an acceptance test proves. */
export interface StatementProof {
  /** The statement. */
  readonly statement: Safe<"ts">;
  /** What is shown, where that is an example of logic. */
  readonly example?: string;
  /** The logic that an example is played with: an expression; empty where it needs none. */
  readonly logic?: Safe<"ts">;
  /** Whether an example is to happen when all examples do. @default false */
  readonly timed?: boolean;
  /** When the example happens. @default when all do */
  readonly now?: string;
}

/** What no acceptance test proves. */
export interface MissingProof {
  /** Why there is none. */
  readonly reason: string;
  /** What is not shown, where that is an example of logic. */
  readonly example?: string;
  /** The tests that show it instead. @default there are none */
  readonly elsewhere?: readonly TestPlace[];
  /** Whether they show more than an acceptance test that there is. @default false */
  readonly isMore?: boolean;
}
