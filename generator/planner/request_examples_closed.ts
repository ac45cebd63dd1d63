/**
 * Requests that say who may do what in words that are read exactly, or else close what they speak of.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that say who may do what in words that are read exactly, or else close what they speak of. */
export const CLOSED_EXAMPLES: readonly RequestExample[] = [
  {
    request: "Tasks have a title. Users sign in and own their tasks.",
    outline: `
      users
      task: title! > owner=user @ owner=owner read=owner create=users write=owner`,
  },
  {
    name: "whose patients they are",
    request:
      "Patients have a name. Records belong to a patient and have a text. Doctors can see their patients' records.",
    outline: `
      users roles=member,admin
      patient: name! @ read=users create=users write=users
      record: text:text > patient @ read=admin create=users write=admin`,
    notUnderstood: ["Doctors can see their patients' records."],
  },
  {
    name: "whose course it is",
    request:
      "Users sign in. Courses have a title and belong to a teacher. Submissions belong to a course and have a text. Only the teacher of a course can grade submissions.",
    outline: `
      users roles=member,admin
      course: title! > teacher @ read=users create=users write=users
      teacher: name! @ read=users create=users write=users
      submission: text:text graded:boolean=false > course | grade(graded=true) @ read=users create=users write=admin`,
    notUnderstood: ["Only the teacher of a course"],
  },
  {
    name: "a role that only reads",
    request:
      "Pages have a title. Only editors can publish pages; viewers can only read.",
    outline: `
      users roles=member,editor,viewer
      page: title! published:boolean=false | publish(published=true) @ read=users create=editor write=editor publish=editor`,
  },
  {
    name: "a role that may do everything",
    request:
      "Appointments have a time. Dentists sign in. Dentists see only their own appointments. Receptionists can do everything.",
    outline: `
      users roles=member,receptionist
      appointment: time:time > owner=user @ owner=owner read=owner/receptionist create=users write=owner/receptionist`,
  },
  {
    name: "others only their own",
    request:
      "Applications have a note. Users sign in. Recruiters can see all applications, candidates only their own.",
    outline: `
      users roles=member,recruiter
      application: note:text > owner=user @ owner=owner read=owner/recruiter create=users write=owner`,
  },
  {
    name: "others only their own, though they act",
    request:
      "A support ticket system: customers open tickets, agents answer them. Tickets have a status open, pending or closed. Agents can see all tickets; customers only their own.",
    outline: `
      users roles=member,customer,agent
      ticket: status:enum{open,pending,closed}=open answered:boolean=false > owner=user | open(status=open) answer(answered=true) @ owner=owner read=owner/agent create=users write=owner answer=agent`,
  },
  {
    name: "nobody, in words that are not known",
    request:
      "Notes have a title. Users sign in. Nobody may touch notes of somebody they don't work with.",
    outline: `
      users roles=member,admin
      note: title! @ read=admin create=users write=admin`,
    notUnderstood: [
      "Nobody may touch notes of somebody they don't work with.",
    ],
  },
  {
    name: "how often is not who",
    request:
      "Jobs have a title. Users sign in. A candidate can apply to a job only once.",
    outline: `
      users
      job: title! @ read=users create=users write=users`,
    notUnderstood: ["A candidate can apply to a job only once."],
  },
  {
    name: "the workouts of their clients",
    request:
      "Workouts have a date. Users log in. Coaches can read the workouts of their clients.",
    outline: `
      users roles=member,admin
      workout: date:date @ read=admin create=users write=admin`,
    notUnderstood: ["Coaches can read the workouts of their clients."],
  },
  {
    name: "only one or another has people who sign in",
    request:
      "Issues have a state open/in progress/closed that starts open. Only the reporter or an admin can close an issue.",
    outline: `
      users roles=member,admin
      issue: state:enum{open,in_progress,closed}=open > reporter=user | close(state=closed) @ owner=reporter read=users create=users write=owner close=owner/admin`,
  },
  ...[
    "Notes are hidden from everybody except their writer.",
    "Strangers must not see notes.",
    "Notes are for my eyes only.",
    "Access to notes is limited to the legal team.",
  ].map((said) => ({
    name: `whoever may not see it, nobody sees it: ${said}`,
    request: `A note has a text. ${said}`,
    outline: `
      users roles=member,admin
      note: text:text @ read=admin create=users write=admin`,
    notUnderstood: [said],
  })),
  {
    name: "what is not understood, and keeps nobody from seeing anything",
    request:
      "A review has a text. Customers can only add one review per book. Archived reviews are hidden. Users can't read more than 3 books.",
    outline: "review: text:text",
    notUnderstood: [
      "Customers can only add one review per book.",
      "Archived reviews are hidden.",
      "Users can't read more than 3 books.",
    ],
  },
  {
    name: "what only some may see has people who sign in",
    request: "Orders have a number. Orders can only be viewed by admins.",
    outline: `
      users roles=member,admin
      order: number @ read=admin create=users write=admin`,
  },
];
