/**
 * Requests that say that files are sent and kept.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that say that files are sent and kept. */
export const FILE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "a file for each of something",
    request: "Events have a title and a date. Upload a poster for each event.",
    outline: `
      event: title! date:date poster:file`,
  },
  {
    name: "names that are files, and what they may be",
    request:
      "Products have a name and a photo (PNG or JPEG, up to 5 MB). An invoice has a number and a PDF. Books: title (string), cover (image, max 2 MB), manuscript (PDF up to 20 MB).",
    outline: `
      product: name! photo:file(5MB,image/png,image/jpeg)
      invoice: number pdf:file
      book: title! cover:file(2MB,image/png,image/jpeg,image/gif,image/webp) manuscript:file(20MB,application/pdf)`,
  },
  {
    name: "any number of files are things of their own",
    request:
      "Tickets have a subject. Users can attach files to tickets. Listings have a title. Agents can upload photos of a listing (max 10MB, JPG/PNG only). Orders have a total. Orders can have documents attached.",
    outline: `
      ticket: subject
      attachment: file:file > ticket
      listing: title!
      photo: file:file(10MB,image/jpeg,image/png) > listing
      order: total:decimal[0..]
      document: file:file > order`,
    notEnforced: ["Agents"],
  },
  {
    name: "what is kept of each is a file",
    request:
      "Photos have a caption. Upload photos to albums. Albums have a name. Documents have a title and a scan. Users upload documents.",
    outline: `
      photo: caption:text file:file > album
      album: name!
      document: title! scan:file`,
  },
  {
    name: "a file in the passive, with a size and kinds",
    request:
      "Expenses have an amount. A receipt can be uploaded for each expense as PDF or JPG of at most 4 MB. Contracts have a number and a signed copy (PDF).",
    outline: `
      expense: amount:decimal[0..] receipt:file(4MB,application/pdf,image/jpeg)
      contract: number signedCopy:file(application/pdf)`,
  },
  {
    name: "who sends a file may not change the rest, which is told",
    request:
      "A clinic. Staff log in. Patients have a name. Doctors can upload a scan for each patient. Users can upload a profile picture.",
    outline: `
      users
      patient: name! scan:file @ read=users create=users write=users
      user: profilePicture:file email:email!* @ read=users write=owner`,
    notUnderstood: ["Doctors"],
  },
  {
    name: "what only sounds like a file",
    request:
      "Images have a url. Products have a name, an image URL, a photo caption and a logo color. Reports have a format (pdf or csv), a file name and a file size. Pages have an output (json or xml) and a document number. Files have a type: text, image or video.",
    outline: `
      image: url:url
      product: name! imageUrl:url photoCaption:text logoColor
      report: format:enum{pdf,csv} fileName fileSize:integer[0..]
      page: output:enum{json,xml} documentNumber
      file: type:enum{text,image,video}`,
  },
  {
    name: "what is called a photo and must be there is an address",
    request:
      "Employees have a name. Each employee must have a photo. Cars have a plate and an image. Cars cannot be updated.",
    outline: `
      employee: name! photo:url!
      car: plate image:url - replace patch`,
  },
  {
    name: "files in an API of its own shape are addresses",
    request:
      "Users sign in. Posts have a text and a picture. Users can like posts.",
    outline: `
      users
      post: text:text picture:url ^like(liked,likesCount) @ read=users create=users write=users`,
  },
  {
    name: "sending files for another purpose",
    request:
      "Products have a name. Users can upload CSV files to import products. Upload files. Users can not upload files to products. Upload limits apply. Only admins can upload files to products.",
    outline: `
      users roles=member,admin
      product: name! @ read=users create=users write=admin`,
    notUnderstood: [
      "Users can upload CSV files to import products.",
      "Upload files.",
      "Upload limits apply.",
      "Only admins can upload files to products.",
    ],
  },
  {
    name: "a file that must be there cannot be said",
    request: "Theses have a title and an abstract (PDF, required).",
    outline: `
      thesis: title! abstract:text!`,
    notUnderstood: ["abstract"],
  },
];
