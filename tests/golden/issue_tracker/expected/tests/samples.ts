/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Member } from "../models/member.ts";
import type { Ticket } from "../models/ticket.ts";
import type { PageEntity } from "../models/page.ts";

/** Makes a body that creates a member. */
export function memberBody(): Record<string, unknown> {
  made++;
  return {
    username: `Some username ${made}`,
    name: "Some name",
  };
}

/** Stores a member. */
export async function makeMember(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Member> {
  const body = { ...memberBody(), ...overrides };
  return expectValue(
    await system.memberController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Member;
}

/** What the labels of a ticket may be. */
export const TICKET_LABELS_EXAMPLES: readonly string[] = [
  "-odv----cn-",
  "name",
  "f-a--",
  "nw-",
  "z--h--",
  "-d-p-n--",
  "-u---u-b---",
  "-w",
  "ap",
  "i----",
  "---o---cc",
  "-",
  "-b-",
  "tot-",
  "---s----",
  "---",
  "nsv--mwx",
  "k-",
  "cy-fy--sy-q",
  "-u--f-a---u",
  "s-x--n",
  "-h--zd--xp-g",
  "--q-bagk",
  "-e-",
  "-prototyper",
  "-lv--uno",
  "us-",
  "h-z-bk",
  "u-e-h",
  "hg-kip--u-",
  "j-",
  "ref",
  "--bpx----l",
  "--dc-",
  "w",
  "ez",
  "of---k----o",
  "-cthuvbcall",
  "-n",
  "-jr",
  "gtt",
  "-ms-",
  "v--n-u--",
  "x--ucy--",
  "m--",
  "wl---",
  "arguments",
  "nag--vy---",
  "-r--dqqra-l",
  "-ey----",
];

/** Makes a body that creates a ticket. */
export function ticketBody(): Record<string, unknown> {
  return {
    title: "Some title",
    labels: ["-odv----cn-"],
    estimates: [9.5],
    watchers: ["someone@example.com"],
    days: ["mon"],
    dueDates: ["2030-01-15"],
  };
}

/** Stores a ticket. */
export async function makeTicket(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Ticket> {
  const body = { ...ticketBody(), ...overrides };
  return expectValue(
    await system.ticketController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Ticket;
}

/** Makes a body that creates a page. */
export function pageBody(): Record<string, unknown> {
  return {
    title: "Some title",
  };
}

/** Stores a page. */
export async function makePage(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<PageEntity> {
  const body = { ...pageBody(), ...overrides };
  return expectValue(
    await system.pageController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as PageEntity;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
