/**
 * Requests that were misread once.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that were misread once. */
export const MISREAD_EXAMPLES: readonly RequestExample[] = [
  {
    name: "what is sent every week is no thing that is kept",
    request:
      "Tasks have a title. Send a weekly horoscope. Publish a monthly report. Weekly plans have a name. Publish weekly plans.",
    outline: `
      task: title!
      weekly_plan: name! published:boolean=false | publish(published=true)`,
    notUnderstood: ["Send a weekly horoscope.", "Publish a monthly report."],
  },
  {
    name: "a store for somebody, with what is kept in it",
    request:
      "An online store for a grocery with products and orders. Products have a price.",
    outline: `
      product: price:decimal[0..]
      order: name!`,
  },
  {
    name: "counted things among others are kept, too",
    request: "Backend for a small hotel with rooms, guests and bookings.",
    outline: `
      room: name!
      guest: name!
      booking: name!`,
  },
  {
    name: "counted things alone are fields",
    request: "A table API with seats and a number.",
    outline: `
      table: seats:integer[0..] number`,
  },
  {
    name: "one state after the other",
    request:
      "An order has a total. An order goes from placed to paid to shipped. Orders can be paid.",
    outline: `
      order: total:decimal[0..] status:enum{placed,paid,shipped}#=placed | pay(status=paid if status=placed) ship(status=shipped if status=paid)`,
  },
  {
    name: "a first state, and what follows",
    request:
      "Rentals have a deposit. Rentals start as reserved, then become active, then returned. Return a rental.",
    outline: `
      rental: deposit:decimal[0..] status:enum{reserved,active,returned}#=reserved | return(status=returned if status=active) activate(status=active if status=reserved)`,
  },
  {
    name: "one state after the other, of those there are",
    request:
      "Orders have a total and a status: placed, paid, shipped, cancelled. An order goes from placed to paid to shipped. Orders can be cancelled.",
    outline: `
      order: total:decimal[0..] status:enum{placed,paid,shipped,cancelled}#=placed | cancel(status=cancelled) pay(status=paid if status=placed) ship(status=shipped if status=paid)`,
  },
  {
    name: "a state that nothing leads to leaves the order unsaid",
    request:
      "Orders have a total and a status: placed, paid, shipped, lost. An order goes from placed to paid to shipped.",
    outline: `
      order: total:decimal[0..] status:enum{placed,paid,shipped,lost}=placed`,
    notUnderstood: ["An order goes from placed to paid to shipped"],
  },
  {
    name: "the last of a list may be either",
    request:
      "Deals have a title and a status (open, closed). Deals go through the stages lead, proposal, won and lost.",
    outline: `
      deal: title! status:enum{open,closed}=open stage:enum{lead,proposal,won,lost}=lead`,
    notUnderstood: ["Deals go through the stages lead, proposal, won and lost"],
  },
  {
    name: "a stage beside a status",
    request:
      "Deals have a title and a stage. Deals go from lead to won. Tickets have a status (open, closed). The status is new or old.",
    outline: `
      deal: title! stage:enum{lead,won}#=lead | win(stage=won if stage=lead)
      ticket: status:enum{open,closed}=open`,
    notUnderstood: ["The status is new or old."],
  },
  {
    name: "whom something is for is no state",
    request:
      "Classes have a title. Members have a name. Members can cancel their bookings. A booking is for one class and one member. Artworks have a title. Artworks can be on display or in storage.",
    outline: `
      class: title!
      member: name!
      booking: cancelled:boolean=false > class member | cancel(cancelled=true)
      artwork: title! status:enum{on_display,in_storage}=on_display`,
    notEnforced: ["Members"],
  },
  {
    name: "verbs before brackets are names",
    request:
      "Entities: Customer [name: string, required; email: email], Invoice [number: string unique; total: decimal], Order [number: string]. An invoice belongs to a customer.",
    outline: `
      customer: name! email:email
      invoice: number* total:decimal[0..] > customer
      order: number`,
  },
  {
    name: "others do something else to the same",
    request:
      "Expenses have an amount. Employees submit expenses, managers approve or reject them. Technicians start and finish expenses.",
    outline: `
      expense: amount:decimal[0..] status:enum{pending,approved,rejected}=pending | approve(status=approved) reject(status=rejected)`,
    notUnderstood: ["Technicians start and finish expenses."],
    notEnforced: ["Employees", "managers"],
  },
  {
    name: "what is done to one is not done to what is said of it",
    request:
      "Users sign in. Recipes have a title. Comments have a text. Users can favorite recipes and comment on them.",
    outline: `
      users
      recipe: title! ^favorite(favorited,favoritesCount) @ read=users create=users write=users
      comment: text:text > recipe @ read=users create=users write=users`,
  },
  {
    name: "the ends of a range are no values of it",
    request:
      "Jobs have a title, a salary range (min salary, max salary) and a level (junior, senior).",
    outline: `
      job: title! salaryRange level:enum{junior,senior}`,
    notUnderstood: ["(min salary, max salary)"],
  },
  {
    name: "states of what is not known are no field of something else",
    request:
      "Donations have a date. Units are stored, reserved or used. Harvests have a date and kilograms of honey.",
    outline: `
      donation: date:date
      harvest: date:date kilograms:number[0..]`,
    notUnderstood: ["Units are stored, reserved or used.", "of honey"],
  },
  {
    name: "what only some may see is not for all to change",
    request:
      "Visitors can send an inquiry with a name and a message. Only agents can read inquiries. Agents log in.",
    outline: `
      users roles=member,agent
      inquiry: name! message:text @ read=agent create=everyone write=agent`,
  },
  {
    name: "a heading that names the place, and lines that define what is in it",
    request: `Parking garage:
* spots - number, level, type (car, motorbike)
* tickets - plate, entered at, fee
* a ticket belongs to a spot`,
    outline: `
      spot: number level type:enum{car,motorbike}
      ticket: plate enteredAt:datetime fee:decimal[0..] > spot`,
  },
  {
    name: "a title in a list, a title for somebody, and what each of many has",
    request: `- Warehouse API
- items: sku, name
- suppliers: name, email
- each item comes from one supplier
- an order has many lines, each with an item and a quantity`,
    outline: `
      item: sku name! > supplier
      supplier: name! email:email
      order: name!
      line: quantity:integer[0..] > order item`,
  },
  {
    name: "a title for somebody",
    request:
      "Help desk for a school. Tickets have a title. Alert rules have a metric and a threshold. I need something where members can book courses. Courses have a title. Thanks a lot!",
    outline: `
      ticket: title!
      alert_rule: metric threshold:number
      course: title!`,
    notUnderstood: ["I need something where members can book courses."],
  },
  {
    name: "what closes by itself, and what is kept for a while",
    request:
      "Campaigns have a title and an end date. Donations have an amount and belong to a campaign. Campaigns close automatically at their end date. No donations to closed campaigns. Keep donations for 90 days. Keep donations for at least 10 years. Loans have a due date. Loans can be returned. Every night mark loans as overdue.",
    outline: `
      campaign: title! endDate:date closed:boolean=false | close(closed=true)
      donation: amount:decimal[0..] > campaign requires(campaign: closed=false) exempt(replace,patch,delete)
      loan: dueDate:date returned:boolean=false overdue:boolean=false | return(returned=true) markOverdue(overdue=true)
      schedule close_campaign: every 1h campaign.close if closed=false,endDate<$now
      schedule delete_donation: every 1h donation.delete if createdAt<$now-90d
      schedule mark_overdue_loan: at 03:00 loan.markOverdue if overdue=false,returned=false,dueDate<$now`,
    notUnderstood: ["for at least 10 years"],
  },
  {
    name: "who joins with what is of what they make",
    request:
      "Job board. Jobs have a title. Candidates apply to jobs with a cover letter and a CV (PDF, max 5 MB). Events have a title. Each registration belongs to an event. Attendees register with name and email.",
    outline: `
      job: title!
      application: coverLetter cv:file(5MB,application/pdf) > job
      event: title!
      registration: name! email:email > event`,
    notEnforced: ["Candidates", "Attendees"],
  },
  {
    name: "who signs up with what has it",
    request:
      "Running club. Runs have a date. Members sign up with name, email and birth year. Rules apply to runs with a discount.",
    outline: `
      run: date:date
      member: name! email:email birthYear:integer`,
    notUnderstood: ["Rules apply to runs with a discount."],
  },
  {
    name: "what people sign in with is no field of theirs",
    request:
      "Users register with email and password. Tasks have a title. Users sign up with an email.",
    outline: `
      users
      task: title! @ read=users create=users write=users`,
  },
  {
    name: "what links two is kept, though it is a word for a system",
    request:
      "Jobs have a title. Candidates have a name. An application links a candidate to a job and moves from applied to screening to offer. Interviews belong to an application. Applications can be rejected at any time.",
    outline: `
      job: title!
      candidate: name!
      application: status:enum{applied,screening,offer}#=applied rejected:boolean=false > candidate job | reject(rejected=true) markScreening(status=screening if status=applied) markOffer(status=offer if status=screening)
      interview: name! > application`,
  },
  {
    name: "whom something is given, and what is no name",
    request:
      "Weddings have a date. Guests have a name, dietary needs and an email, and belong to a wedding. Send guests a reminder a week before the wedding. List weddings of today.",
    outline: `
      wedding: date:date
      guest: name! dietaryNeeds:list email:email > wedding`,
    notUnderstood: [
      "Send guests a reminder a week before the wedding.",
      "List weddings of today.",
    ],
  },
  {
    name: "limits and titles in a few words",
    request:
      "School library of instruments. Instruments have a name. 30 requests per minute per IP.",
    outline: `
      limit 30/1m
      instrument: name!`,
  },
  {
    name: "the way through several states, and an order by what nobody keeps",
    request:
      "A repair has a note and goes from received through in progress to done and then collected. Repairs cannot be deleted once they are done. Books have a genre. Books move from ordered to shelved, then to lent and finally to retired. List repairs by colour. List books by genre.",
    outline: `
      repair: note:text status:enum{received,in_progress,done,collected}#=received | markInProgress(status=in_progress if status=received) complete(status=done if status=in_progress) collect(status=collected if status=done) editable(status=received/in_progress) exempt(replace,patch)
      book: genre status:enum{ordered,shelved,lent,retired}#=ordered | shelve(status=shelved if status=ordered) lend(status=lent if status=shelved) retire(status=retired if status=lent)`,
    notUnderstood: ["List repairs by colour"],
  },
  {
    name: "who sees only their own, without saying of what again",
    request:
      "A bike has a brand. Mechanics see all bikes and members see only their own. A repair has a price. Mechanics can see all repairs; customers can only see their own.",
    outline: `
      users roles=member,mechanic
      bike: brand > owner=user @ owner=owner read=owner/mechanic create=users write=owner
      repair: price:decimal[0..] > owner=user @ owner=owner read=owner/mechanic create=users write=owner`,
  },
];
