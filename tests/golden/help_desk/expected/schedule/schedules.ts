/**
 * What the system does by itself, and when. Times are in milliseconds; days begin in UTC.
 *
 * @module
 */
import type { ScheduleSpec } from "../kit/schedule_spec.ts";
import { TICKET_SPEC } from "../models/ticket.ts";
import { NOTICE_SPEC } from "../models/notice.ts";

/** The schedules, in order. */
export const SCHEDULES: readonly ScheduleSpec[] = [
  // close each ticket of which status is open and updatedAt is before $now-14d, every day at 03:00
  {
    name: "close_quiet",
    spec: TICKET_SPEC,
    period: 86400000,
    offset: 10800000,
    where: { status: ["open"] },
    before: { updatedAt: -1209600000 },
    act: { action: "close" },
  },
  // delete each notice of which draft is true and createdAt is before $now-30d, every 6h
  {
    name: "drop_drafts",
    spec: NOTICE_SPEC,
    period: 21600000,
    offset: 0,
    where: { draft: [true] },
    before: { createdAt: -2592000000 },
    act: "delete",
  },
];
