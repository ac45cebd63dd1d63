/**
 * The rules that every announcement keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Announcement } from "../models/announcement.ts";

/** Checks an announcement as a whole; returns what is wrong, field by field. */
export function checkAnnouncement(
  announcement: Announcement,
): readonly FieldError[] {
  void announcement; // The schema says all there is to say so far.
  return [];
}
