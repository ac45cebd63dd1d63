/**
 * What the main thread and its workers tell each other.
 *
 * @module
 */
import type { Health } from "./system_routes.ts";

/** What can be asked of a worker, and by a worker of all. */
export interface Sights {
  /** How it is. */
  readonly health: Health;
  /** What it has counted, in the Prometheus text format. */
  readonly metrics: string;
}

/** What can be asked. */
export type SightName = keyof Sights;

/** What a worker is to be; the first message to it. */
export interface WorkerPlace<C> {
  /** Its number, from 1. */
  readonly worker: number;
  /** Its settings. */
  readonly config: C;
}

/** What the main thread tells a worker. */
export type ToWorker<C> =
  | { readonly kind: "start"; readonly place: WorkerPlace<C> }
  | { readonly kind: "stop" }
  | SightQuestion
  | SightAnswer;

/** What a worker tells the main thread. */
export type FromWorker =
  | { readonly kind: "log"; readonly line: string }
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "ended"; readonly end: WorkerEnd }
  | SightQuestion
  | SightAnswer;

/** How a worker has ended. */
export interface WorkerEnd {
  /** What went wrong, one thing a text; none if it stopped in good order. */
  readonly complaints: readonly string[];
}

/** Somebody wants to know. */
export interface SightQuestion {
  /** What it is. */
  readonly kind: "ask";
  /** Names the question. */
  readonly id: number;
  /** What is asked. */
  readonly of: SightName;
}

/** The answer to a question. */
export interface SightAnswer {
  /** What it is. */
  readonly kind: "answer";
  /** Names the question. */
  readonly id: number;
  /** What was asked for. */
  readonly sight: Sights[SightName];
}
