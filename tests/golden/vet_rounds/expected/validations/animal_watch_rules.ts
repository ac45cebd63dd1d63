/**
 * The rules that every animal watch keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { AnimalWatch } from "../models/animal_watch.ts";

/** Checks an animal watch as a whole; returns what is wrong, field by field. */
export function checkAnimalWatch(
  animalWatch: AnimalWatch,
): readonly FieldError[] {
  void animalWatch; // The schema says all there is to say so far.
  return [];
}
