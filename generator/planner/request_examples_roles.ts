/**
 * Requests that say what users can be.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of the roles of users. */
export const ROLE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "a role among the fields of users is no field that they write",
    request:
      "Users sign in. Each user has a name and a role: admin or clerk. Parcels have a weight. Only admins can delete parcels.",
    outline: `
      users roles=member,admin,clerk
      user: name! email:email!* @ read=users write=owner
      parcel: weight:number[0..] @ read=users create=users write=users delete=admin`,
  },
  {
    name: "a role with a default is the one of whoever registers",
    request:
      "Users sign in and have a role (customer or admin, default customer). Orders have a total. Only admins can delete orders.",
    outline: `
      users roles=customer,admin
      user: email:email!* @ read=users write=owner
      order: total:decimal[0..] @ read=users create=users write=users delete=admin`,
  },
  {
    name: "those who sign in have a role of several words",
    request:
      "Employees log in with an email. An employee has a name and a role which is one of clerk, manager or team lead. An expense has an amount. Managers can approve expenses.",
    outline: `
      users entity=employee roles=member,clerk,manager,team_lead
      employee: name! email:email!* @ read=users write=owner
      expense: amount:decimal[0..] approved:boolean=false | approve(approved=true) @ read=users create=users write=users approve=manager`,
  },
  {
    name: "a role of which only others are spoken",
    request:
      "Users have a name and a role. Users log in. Articles have a title and belong to a user. Only editors can publish articles.",
    outline: `
      users roles=member,editor
      user: name! email:email!* @ read=users write=owner
      article: title! published:boolean=false > user | publish(published=true) @ owner=user read=users create=users write=owner publish=editor`,
  },
  {
    name: "a role of somebody who does not sign in stays a field",
    request:
      "A crew has a name. Each sailor has a name and a role (captain or mate). Ships have a name.",
    outline: `
      crew: name!
      sailor: name! role:enum{captain,mate}
      ship: name!`,
  },
  {
    name: "users are one or the other",
    request:
      "A booking API for a pet clinic. Users are vets or assistants. An appointment has a start date and a reason. Vets can cancel appointments.",
    outline: `
      users roles=member,vet,assistant
      appointment: startDate:date reason:text cancelled:boolean=false | cancel(cancelled=true) @ read=users create=users write=users cancel=vet`,
  },
  {
    name: "a user is either of three",
    request:
      "A user is either a driver, a dispatcher or an admin. Trips have a date. Dispatchers can create trips.",
    outline: `
      users roles=member,driver,dispatcher,admin
      trip: date:date @ read=users create=dispatcher write=dispatcher`,
  },
  {
    name: "users sign in and are something",
    request:
      "Users sign in with email and password and are vets or assistants. Visits have a note. Vets can delete visits.",
    outline: `
      users roles=member,vet,assistant
      visit: note:text @ read=users create=users write=users delete=vet`,
  },
  {
    name: "states of users are no roles",
    request: "Users are active or blocked. Users have a name.",
    outline: "user: status:enum{active,blocked}=active name!",
  },
  {
    name: "one of two roles",
    request:
      "Users sign in. Users have one of two roles: vet or assistant. Visits have a note. Only vets can delete visits.",
    outline: `
      users roles=member,vet,assistant
      visit: note:text @ read=users create=users write=users delete=vet`,
  },
  {
    name: "there are two roles",
    request:
      "Staff log in. There are two roles, vet and assistant. A visit has a note. Only vets can delete visits.",
    outline: `
      users roles=member,vet,assistant
      visit: note:text @ read=users create=users write=users delete=vet`,
  },
  {
    name: "the roles are",
    request:
      "Users log in. The roles are editor and reviewer. Papers have a title. Reviewers can accept papers.",
    outline: `
      users roles=member,editor,reviewer
      paper: title! accepted:boolean=false | accept(accepted=true) @ read=users create=users write=users accept=reviewer`,
  },
  {
    name: "kinds of users, in a sentence of their own",
    request:
      "There are three kinds of users: readers, writers and admins. Notes have a text. Admins can delete notes.",
    outline: `
      users roles=member,reader,writer,admin
      note: text:text @ read=users create=users write=users delete=admin`,
  },
  {
    name: "users are both",
    request:
      "Items have a price. Our users are buyers and sellers. Sellers can create items.",
    outline: `
      users roles=member,buyer,seller
      item: price:decimal[0..] @ read=users create=seller write=seller`,
  },
  {
    name: "a role by its sentence alone makes people sign in",
    request:
      "Each user has a role: vet or clerk. Pets have a name. Vets can delete pets.",
    outline: `
      users roles=member,vet,clerk
      user: email:email!* @ read=users write=owner
      pet: name! @ read=users create=users write=users delete=vet`,
  },
  {
    name: "role-based access",
    request:
      "Role-based access with admins and staff. Notes have a text. Admins can delete notes.",
    outline: `
      users roles=member,admin,staff
      note: text:text @ read=users create=users write=users delete=admin`,
  },
  {
    name: "a staff member",
    request:
      "A user is an admin or a staff member. Notes have a text. Staff members can delete notes.",
    outline: `
      users roles=member,admin,staff_member
      note: text:text @ read=users create=users write=users delete=staff_member`,
  },
  {
    name: "persons and companies are no roles, nor are states",
    request:
      "Notes have a text. A user is a person or a company. Users can be active or suspended.",
    outline: "note: text:text",
    notUnderstood: [
      "A user is a person or a company.",
      "Users can be active or suspended.",
    ],
  },
  {
    name: "whoever may do everything may create, too",
    request:
      "Pets have a name. Only clerks can create pets. Admins can do everything.",
    outline: `
      users roles=member,clerk,admin
      pet: name! @ read=users create=clerk/admin write=admin`,
  },
  {
    name: "full access and reading alone are no fields",
    request:
      "Notes have a text. Staff can create notes. Admins have full access. Auditors have read-only access to everything.",
    outline: `
      users roles=member,staff,admin,auditor
      note: text:text @ read=users create=staff/admin write=admin`,
  },
  {
    name: "only somebody who is a thing of the system, too",
    request:
      "Pets have a name. Vets have a licence number. Only vets can delete pets.",
    outline: `
      users roles=member,admin
      pet: name! @ read=users create=users write=users delete=admin
      vet: licenceNumber @ read=users create=users write=users`,
    notUnderstood: ["Only vets"],
  },
  {
    name: "nobody unblocks himself",
    request:
      "Users sign in. Each user has a status: active or blocked. Only admins can block users. Notes have a text.",
    outline: `
      users roles=member,admin
      user: status:enum{active,blocked}#=active email:email!* | block(status=blocked) @ read=users write=owner block=admin
      note: text:text @ read=users create=users write=users`,
  },
  {
    name: "reserved, in other words than only",
    request:
      "Tasks have a title. Notes have a text. Deletion of tasks is only possible for admins. Deleting notes is restricted to clerks.",
    outline: `
      users roles=member,admin,clerk
      task: title! @ read=users create=users write=users delete=admin
      note: text:text @ read=users create=users write=users delete=clerk`,
  },
  {
    name:
      "landlords are people, and what is their own is not understood, so closed",
    request: "Shops have a name. Landlords see only their own shops.",
    outline: `
      users roles=member,admin
      shop: name! @ read=admin create=users write=admin`,
    notUnderstood: ["Landlords see only their own shops."],
  },
  {
    name: "roles, and what one of them may do, in one sentence",
    request:
      "Users are vets or assistants, and admins can manage users. Pets have a name. Only vets can delete pets.",
    outline: `
      users roles=member,vet,assistant,admin
      user: email:email!* @ read=users write=owner/admin
      pet: name! @ read=users create=users write=users delete=vet`,
  },
  {
    name: "a rule of deletion",
    request:
      "Owners have a name. Pets have a name and belong to an owner. An owner with pets cannot be deleted.",
    outline: `
      owner: name!
      pet: name! > owner(restrict)`,
  },
  {
    name: "a list of roles below a heading, with what each may do",
    request:
      "# Notes\nNotes have a text.\n\n## User roles\n- Editor: can create and edit notes\n- Viewer: can only view notes\n- Admin: can delete notes",
    outline: `
      users roles=member,editor,viewer,admin
      note: text:text @ read=users create=editor write=editor delete=admin`,
  },
  {
    name: "a list of roles, one of them bare",
    request:
      "Articles have a title.\n\nRoles:\n- Admin: can do everything\n- Editor: can create and edit articles\n- Reader",
    outline: `
      users roles=member,admin,editor,reader
      article: title! @ read=users create=editor/admin write=editor/admin delete=admin`,
  },
  {
    name: "reading alone, of one thing",
    request:
      "Users sign in. Notes have a text. Plans have a name. Viewers can only read notes. Editors can edit plans.",
    outline: `
      users roles=member,viewer,editor
      note: text:text @ read=users create=editor write=editor
      plan: name! @ read=users create=users write=editor`,
  },
];
