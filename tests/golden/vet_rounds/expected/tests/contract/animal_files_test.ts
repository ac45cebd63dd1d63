/**
 * What clients can rely on: the files of an animal come back as they were sent, and nothing else is kept.
 *
 * @module
 */
import { checkFile } from "../../kit/file_trials.ts";
import {
  type ResourceFileSubject,
  resourceFileTrial,
  resourceFileTrials,
} from "../../kit/resource_file_trials.ts";
import { ANIMAL_SUBJECT } from "../subjects/animal_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** The files, each by its name. */
const FILES: readonly ResourceFileSubject[] = [
  {
    subject: ANIMAL_SUBJECT,
    name: "picture",
    rule: { maxBytes: 204800, accept: ["image/png", "image/jpeg"] },
  },
];

for (const file of FILES) {
  Deno.test(`PUT, GET and DELETE keep the file ${file.name}`, (t) =>
    checkFile(
      t,
      resourceFileTrial(file, startTrialSystem, { softDelete: false }),
    ));
  for (const { title, run } of resourceFileTrials(file)) {
    Deno.test(title, () => run(startTrialSystem));
  }
}
