/**
 * Everything that must hold of a resource.
 *
 * @module
 */
import { linkTrials } from "./link_trials.ts";
import { markTrials } from "./mark_trials.ts";
import { changeTrials } from "./resource_change_trials.ts";
import { createTrials } from "./resource_create_trials.ts";
import { filterTrials } from "./resource_filter_trials.ts";
import { listTrials } from "./resource_list_trials.ts";
import { readTrials } from "./resource_read_trials.ts";
import type { ResourceSubject, Trial } from "./resource_subject.ts";

/** Lists the trials of a resource, each of which takes a system of its own. */
export function resourceTrials(subject: ResourceSubject): readonly Trial[] {
  return [
    ...createTrials(subject),
    ...readTrials(subject),
    ...listTrials(subject),
    ...filterTrials(subject),
    ...changeTrials(subject),
    ...markTrials(subject),
    ...linkTrials(subject),
  ];
}
