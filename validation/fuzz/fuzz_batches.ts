/**
 * Keeps what the parts of a fuzz run have come to, so that an interrupted one goes on where it was.
 *
 * @module
 */
import type { DeepJournal } from "../deep_journal.ts";
import type { FindingDraft } from "../tier.ts";
import type { Outcome } from "./coverage.ts";
import type { FuzzRun } from "./fuzz_run.ts";
import type { FuzzSessionOptions } from "./fuzz_session.ts";

/** What one part came to. */
interface Batch {
  readonly requests: number;
  readonly findings: readonly FindingDraft[];
  /** By operation: how often it answered what. */
  readonly counts: readonly (readonly [string, Outcome, number])[];
}

/** The parts of a run, in a journal. */
export class FuzzBatches {
  readonly #journal: DeepJournal;
  readonly #name: string;
  #before: Batch = { requests: 0, findings: [], counts: [] };
  #resumed: Batch[] = [];

  /** Takes the journal; keys begin with the name. */
  constructor(journal: DeepJournal, name: string) {
    this.#journal = journal;
    this.#name = name;
  }

  /** Passes over what the journal has, and notes what it has not. */
  hooks(): Required<Pick<FuzzSessionOptions, "onBatch" | "onBatchDone">> {
    return {
      onBatch: (name, run) => {
        const done = this.#journal.get<Batch>(`${this.#name} ${name}`);
        if (done) {
          run.resume(done.requests);
          this.#resumed.push(done);
          return false;
        }
        this.#before = stateOf(run);
        return true;
      },
      onBatchDone: async (name, run) => {
        const now = stateOf(run);
        const before = new Map(
          this.#before.counts.map((
            [id, outcome, count],
          ) => [`${id} ${outcome}`, count]),
        );
        await this.#journal.set(`${this.#name} ${name}`, {
          requests: now.requests - this.#before.requests,
          findings: now.findings.slice(this.#before.findings.length),
          counts: now.counts.flatMap(([id, outcome, count]) => {
            const more = count - (before.get(`${id} ${outcome}`) ?? 0);
            return more > 0 ? [[id, outcome, more] as const] : [];
          }),
        });
      },
    };
  }

  /** Adds to a run what the journal had. */
  addTo(run: FuzzRun): void {
    for (const { findings, counts } of this.#resumed) {
      for (const finding of findings) {
        const isThere = run.findings.some(({ code, place }) =>
          code === finding.code && place === finding.place
        );
        if (!isThere) run.findings.push(finding);
      }
      for (const [id, outcome, count] of counts) {
        const operation = run.operations.find((one) => one.id === id);
        if (operation) run.coverage.add(operation, outcome, count);
      }
    }
  }
}

function stateOf(run: FuzzRun): Batch {
  return {
    requests: run.count,
    findings: [...run.findings],
    counts: run.operations.flatMap((operation) =>
      [...run.coverage.of(operation)].map(([outcome, count]) =>
        [operation.id, outcome, count] as const
      )
    ),
  };
}
