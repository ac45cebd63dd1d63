/**
 * Requests that say what must be there before something may be done.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of actions that need values, and of who alone does something. */
export const NEED_EXAMPLES: readonly RequestExample[] = [
  {
    name: "done once it has something",
    request:
      "Visits have a date and notes. A visit can be closed once it has notes.",
    outline: `
      visit: date:date notes:text closed:boolean=false | close(closed=true needs notes)`,
  },
  {
    name: "not done without two things",
    request:
      "Tickets have a subject, a resolution and a cause. Tickets cannot be resolved without a resolution and a cause.",
    outline: `
      ticket: subject resolution cause resolved:boolean=false | resolve(resolved=true needs resolution,cause)`,
  },
  {
    name: "what was only guessed to be required may be missing until then",
    request:
      "Articles have a title and a body. An article can only be published when it has a title.",
    outline: `
      article: title body:text published:boolean=false | publish(published=true needs title)`,
  },
  {
    name: "done after somebody was assigned",
    request:
      "Agents have a name. Tickets have a subject and belong to an agent. A ticket can only be closed once an agent has been assigned.",
    outline: `
      agent: name!
      ticket: subject closed:boolean=false > agent? | close(closed=true needs agentId)`,
  },
  {
    name: "what is needed is nothing that is kept",
    request:
      "Orders have a total. An order can only be shipped when it has an address.",
    outline: "order: total:decimal[0..]",
    notUnderstood: [
      "An order can only be shipped when it has an address.",
    ],
  },
  {
    name: "what always has a value is no condition",
    request:
      "Orders have a title (required). An order can only be shipped when it has a title.",
    outline: "order: title!",
    notUnderstood: ["An order can only be shipped when it has a title."],
  },
  {
    name: "whoever alone sees something is somebody, whatever the word",
    request: "Pets have a name and a species. Only vets can see and edit pets.",
    outline: `
      users roles=member,vet
      pet: name! species @ read=vet create=users write=vet`,
  },
  {
    name: "what alone can be changed is nobody",
    request:
      "Bookings have a date and a status (open, closed). Only open bookings can be changed.",
    outline: `
      booking: date:date status:enum{open,closed}=open editable(status=open) exempt(delete)`,
  },
];
