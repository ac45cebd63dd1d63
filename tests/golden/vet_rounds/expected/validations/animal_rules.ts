/**
 * The rules that every animal keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Animal } from "../models/animal.ts";

/** Checks an animal as a whole; returns what is wrong, field by field. */
export function checkAnimal(animal: Animal): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (animal.chip.trim() === "") {
    errors.push({ path: "chip", message: "must not be blank" });
  }
  if (animal.nickname.trim() === "") {
    errors.push({ path: "nickname", message: "must not be blank" });
  }
  if (animal.chip === "by-kind") {
    errors.push({
      path: "chip",
      message: 'must not be "by-kind", which is a path of its own',
    });
  }
  if (animal.chip === "by-keeper") {
    errors.push({
      path: "chip",
      message: 'must not be "by-keeper", which is a path of its own',
    });
  }
  if (animal.chip === "mine") {
    errors.push({
      path: "chip",
      message: 'must not be "mine", which is a path of its own',
    });
  }
  if (animal.chip === "watched") {
    errors.push({
      path: "chip",
      message: 'must not be "watched", which is a path of its own',
    });
  }
  return errors;
}
