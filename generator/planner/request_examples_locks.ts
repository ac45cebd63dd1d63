/**
 * Requests that say what is possible in which state.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of locks, and of what only some may see. */
export const LOCK_EXAMPLES: readonly RequestExample[] = [
  {
    name: "what is approved stays as it is",
    request:
      "Expenses have an amount and a status (draft, approved, rejected). Approved expenses can't be changed or deleted.",
    outline: `
      expense: amount:decimal[0..] status:enum{draft,approved,rejected}=draft editable(status=draft/rejected)`,
  },
  {
    name: "only drafts are deleted",
    request:
      "Invoices have a number and a status of draft, sent or paid. Only draft invoices can be deleted.",
    outline: `
      invoice: number status:enum{draft,sent,paid}=draft editable(status=draft) exempt(replace,patch)`,
  },
  {
    name: "two locks that do not fit together",
    request:
      "Invoices have a number and a status of draft, sent or paid. A sent invoice can't be edited. Only draft invoices can be deleted.",
    outline: `
      invoice: number status:enum{draft,sent,paid}=draft editable(status=draft/paid) exempt(delete)`,
    notUnderstood: ["Only draft invoices can be deleted."],
  },
  {
    name: "locked once closed",
    request:
      "Orders have a number and a status (open, closed). Orders can't be edited once closed. Nobody can delete closed orders.",
    outline: `
      order: number status:enum{open,closed}=open editable(status=open)`,
  },
  {
    name: "an action that a state forbids",
    request:
      "Subscriptions have a status: active, paused, cancelled. Subscriptions can be paused, resumed and cancelled. Cancelled subscriptions cannot be resumed. Subscriptions can't be cancelled once they are paused.",
    outline: `
      subscription: status:enum{active,paused,cancelled}=active | pause(status=paused) resume(status=active if status=active/paused) cancel(status=cancelled if status=active/cancelled)`,
  },
  {
    name: "closed jobs take no applications",
    request:
      "Jobs have a title and a status (open, closed). Applications belong to a job and have a letter. Closed jobs don't accept applications.",
    outline: `
      job: title! status:enum{open,closed}=open
      application: letter > job requires(job: status=open) exempt(replace,patch,delete)`,
  },
  {
    name: "what is sold takes no offers",
    request:
      "Items have a title and can be sold. Offers belong to an item and have an amount and can be accepted. An item that is sold can't receive offers. Sold items can't be edited.",
    outline: `
      item: title! sold:boolean=false | sell(sold=true) editable(sold=false) exempt(delete)
      offer: amount:decimal[0..] accepted:boolean=false > item | accept(accepted=true) requires(item: sold=false) exempt(replace,patch,delete,accept)`,
  },
  {
    name: "immutable once published",
    request:
      "Posts have a title and can be published. Published posts are read-only.",
    outline: `
      post: title! published:boolean=false | publish(published=true) editable(published=false)`,
  },
  {
    name: "states that are not known",
    request:
      "Tasks have a title. Archived tasks can't be edited. Overdue tasks can't be deleted. Tasks can't be edited after 24 hours. Old tasks can't be changed. Tasks can't be deleted by members.",
    outline: `
      task: title!`,
    notUnderstood: [
      "Archived tasks can't be edited.",
      "Overdue tasks can't be deleted.",
      "Tasks can't be edited after 24 hours.",
      "Old tasks can't be changed.",
      "Tasks can't be deleted by members.",
    ],
  },
  {
    name: "edited while it is a draft",
    request:
      "Articles have a title and a status: draft, published. Articles can only be edited while they are drafts. Comments belong to an article and have a text. Comments can't be added to draft articles.",
    outline: `
      article: title! status:enum{draft,published}=draft editable(status=draft) exempt(delete)
      comment: text:text > article requires(article: status=published) exempt(replace,patch,delete)`,
  },
  {
    name: "everyone sees what is published",
    request:
      "Users register and log in. Recipes have a title and are private by default. The owner can publish them. Everyone can see published recipes.",
    outline: `
      users
      recipe: title! status:enum{private,published}=private > owner=user | publish(status=published) visible(status=published) always(owner) @ owner=owner read=everyone create=users write=owner`,
  },
  {
    name: "editors see drafts, too",
    request:
      "Articles have a headline. Anyone can read published articles. Only the author can edit an article. Editors can publish articles.",
    outline: `
      users roles=member,editor
      article: headline published:boolean=false > author=user | publish(published=true) visible(published=true) always(owner,editor) @ owner=author read=everyone create=users write=owner publish=editor`,
  },
  {
    name: "what is open of unknown states",
    request:
      "Users log in. Articles have a headline. Anyone can read featured articles.",
    outline: `
      users
      article: headline @ read=users create=users write=users`,
    notUnderstood: ["Anyone can read featured articles."],
  },
  {
    name: "published and archived posts for everyone",
    request:
      "Users log in. Posts have a title, belong to a user and have a status: draft, published, archived. Anyone can view published and archived posts. Only the author can edit a post.",
    outline: `
      users
      post: title! status:enum{draft,published,archived}=draft > user visible(status=published/archived) always(owner) @ owner=user read=everyone create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "visitors of a tenant's things are none",
    request:
      "Users log in. Companies have a name. Users belong to a company. The app is multi-tenant. Notes have a text and a status (draft, published). Anyone can read published notes.",
    outline: `
      users tenant=company roles=member,admin
      company: name! - list create replace patch delete @ read=users
      user: email:email!* > company @ read=users write=owner create=admin
      note: text:text status:enum{draft,published}=draft > company visible(status=published) always(users) ~tenant=company @ read=users create=users write=users`,
  },
];
