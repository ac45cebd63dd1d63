/**
 * The rules that every reader follow keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { ReaderFollow } from "../models/reader_follow.ts";

/** Checks a reader follow as a whole; returns what is wrong, field by field. */
export function checkReaderFollow(
  readerFollow: ReaderFollow,
): readonly FieldError[] {
  void readerFollow; // The schema says all there is to say so far.
  return [];
}
