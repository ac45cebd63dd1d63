/**
 * The ledger of schedules: which runs were done, and who has one in hand.
 *
 * @module
 */

/** A run that somebody wants to begin. */
export interface ScheduleClaim {
  /** The schedule. */
  readonly name: string;
  /** When the run was due, in milliseconds since 1970. */
  readonly slot: number;
  /** Who wants it. */
  readonly holder: string;
  /** The time. */
  readonly now: number;
  /** Until when it is theirs, unless they say more. */
  readonly until: number;
}

/** Keeps what was run, for all processes that share a store. All engines behave alike; see schedule_test.ts. */
export interface ScheduleLedger {
  /** Notes a schedule that is new; of it, nothing up to this slot was missed. */
  begin(name: string, slot: number): Promise<void>;
  /** Takes a run; false when it was done, or is somebody else's. */
  claim(claim: ScheduleClaim): Promise<boolean>;
  /** Keeps a run longer; false when it is not theirs any longer. */
  renew(name: string, holder: string, until: number): Promise<boolean>;
  /** Says that a run was done, if it is still theirs. */
  finish(name: string, holder: string, slot: number): Promise<void>;
}
