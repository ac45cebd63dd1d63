/**
 * Requests for services of whoever comes along: whose things are whose, and what holds what.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests for services. */
export const SERVICE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "things that have things with fields",
    request:
      "Courses have a title. Courses have lessons with a title, a video URL and a position.",
    outline: `
      course: title!
      lesson: title! videoUrl:url position:integer > course`,
  },
  {
    name: "the instructor of a course",
    request:
      "Instructors create courses with a title and a price. Only the instructor of a course can edit it.",
    outline: `
      users roles=member,instructor
      course: title! price:decimal[0..] > instructor=user @ owner=instructor read=users create=instructor write=owner`,
  },
  {
    name: "every user's own plants",
    request:
      "Plants have a nickname. Every user has their own plants and nobody else can see them. Let me log in with email and password.",
    outline: `
      users
      plant: nickname > user @ owner=user read=owner create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "each company has its own",
    request:
      "Multi-tenant help desk. Each company has its own agents and tickets. Tickets have a subject.",
    outline: `
      users tenant=company roles=member,admin
      agent: name! > company ~tenant=company @ read=users create=users write=users
      ticket: subject > company ~tenant=company @ read=users create=users write=users
      user: email:email!* > company @ read=users write=owner create=admin
      company: name! - list create replace patch delete @ read=users`,
  },
  {
    name: "signing in for a restaurant",
    request:
      "A REST backend with JWT auth for a restaurant: tables with a number and seats. In-memory storage is enough.",
    outline: `
      store memory
      users
      table: number seats:integer[0..] @ read=users create=users write=users`,
  },
  {
    name: "both limits and an end after a full stop",
    request:
      "Jobs have a title, a salary min and a salary max. Salary max must not be lower than salary min.",
    outline: `
      job: title! salaryMin salaryMax`,
    notUnderstood: ["Salary max must not be lower than salary min."],
  },
];
