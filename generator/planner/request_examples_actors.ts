/**
 * Requests that say who does what.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that say who does what. */
export const ACTOR_EXAMPLES: readonly RequestExample[] = [
  {
    request: "Posts have a title. Editors can publish posts.",
    outline: "post: title! published:boolean=false | publish(published=true)",
    notEnforced: ["Editors"],
  },
  {
    request: "Accounts have a name. Admins can delete accounts.",
    outline: "account: name!",
    notEnforced: ["Admins"],
  },
  {
    request: "Orders have a number. Orders can be cancelled by admins.",
    outline: "order: number cancelled:boolean=false | cancel(cancelled=true)",
    notEnforced: ["admins"],
  },
  {
    request:
      "Expenses have an amount and a reason. Only managers can approve expenses.",
    outline: `
      users roles=member,manager
      expense: amount:decimal[0..] reason:text approved:boolean=false | approve(approved=true) @ read=users create=users write=users approve=manager`,
  },
  {
    request:
      "Expenses have an amount. Expenses may only be approved by coaches.",
    outline:
      "expense: amount:decimal[0..] approved:boolean=false | approve(approved=true)",
    notUnderstood: ["only be approved by coaches"],
  },
  {
    request:
      "Tasks have a title. Users can add tasks and a user can archive them.",
    outline: "task: title! archived:boolean=false | archive(archived=true)",
  },
  {
    request: "Tasks have a title. The API should let anyone close tasks.",
    outline: "task: title! closed:boolean=false | close(closed=true)",
  },
  {
    request: "Posts have a title. The API should let moderators hide posts.",
    outline: "post: title! hidden:boolean=false | hide(hidden=true)",
    notEnforced: ["moderators"],
  },
  {
    request:
      "Customers have a name. Orders have a number. Customers can cancel orders.",
    outline: `
      customer: name!
      order: number cancelled:boolean=false | cancel(cancelled=true)`,
    notEnforced: ["Customers"],
  },
  {
    request: "Orders have a number. Customers can cancel orders.",
    outline: "order: number cancelled:boolean=false | cancel(cancelled=true)",
    notEnforced: ["Customers"],
  },
  {
    request:
      "As a store manager, I want to add products with a name and a price. It should be possible for cashiers to list products.",
    outline: "product: name! price:decimal[0..]",
    notEnforced: ["store manager", "cashiers"],
  },
  {
    request:
      "Products have a name.\nClerks can:\n- add products\n- archive products",
    outline: "product: name! archived:boolean=false | archive(archived=true)",
    notEnforced: ["Clerks", "Clerks"],
  },
  {
    request: "Books have a title. Do not allow students to delete books.",
    outline: "book: title!",
    notUnderstood: ["Do not allow students to delete books."],
  },
  {
    request: "Posts have a title. Posts can be created by editors.",
    outline: "post: title!",
    notEnforced: ["editors"],
  },
  {
    request:
      "Leave requests have a reason. A supervisor approves or rejects leave requests.",
    outline:
      "leave_request: reason:text status:enum{pending,approved,rejected}=pending | approve(status=approved) reject(status=rejected)",
    notEnforced: ["supervisor"],
  },
  {
    request:
      "An app where teachers can archive courses and students can list courses. Courses have a name.",
    outline: "course: name! archived:boolean=false | archive(archived=true)",
    notEnforced: ["teachers", "students"],
  },
  {
    request: "Products have a name. Admins have full access to products.",
    outline: `
      users roles=member,admin
      product: name! @ read=users create=users write=admin`,
    notUnderstood: ["Admins have full access to products."],
  },
  {
    request: "Products have a name. Archive products (admin only).",
    outline: `
      users roles=member,admin
      product: name! archived:boolean=false | archive(archived=true) @ read=users create=users write=admin`,
    notUnderstood: ["(admin only)"],
  },
  {
    request:
      "Products have a name.\nAdmin:\n- add products\n- archive products\nCustomers:\n- list products",
    outline: "product: name! archived:boolean=false | archive(archived=true)",
    notEnforced: ["Admin", "Admin", "Customers"],
  },
];
