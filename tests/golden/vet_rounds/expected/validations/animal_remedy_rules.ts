/**
 * The rules that every animal remedy keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { AnimalRemedy } from "../models/animal_remedy.ts";

/** Checks an animal remedy as a whole; returns what is wrong, field by field. */
export function checkAnimalRemedy(
  animalRemedy: AnimalRemedy,
): readonly FieldError[] {
  void animalRemedy; // The schema says all there is to say so far.
  return [];
}
