/**
 * What clients can rely on: the files of a visit come back as they were sent, and nothing else is kept.
 *
 * @module
 */
import { checkFile } from "../../kit/file_trials.ts";
import {
  type ResourceFileSubject,
  resourceFileTrial,
  resourceFileTrials,
} from "../../kit/resource_file_trials.ts";
import { VISIT_SUBJECT } from "../subjects/visit_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** The files, each by its name. */
const FILES: readonly ResourceFileSubject[] = [
  { subject: VISIT_SUBJECT, name: "x_ray", rule: { maxBytes: 2097152 } },
];

for (const file of FILES) {
  Deno.test(`PUT, GET and DELETE keep the file ${file.name}`, (t) =>
    checkFile(
      t,
      resourceFileTrial(file, startTrialSystem, { softDelete: true }),
    ));
  for (const { title, run } of resourceFileTrials(file)) {
    Deno.test(title, () => run(startTrialSystem));
  }
}
