/**
 * How requests speak of files: their kinds, their sizes, and who sends them.
 *
 * @module
 */

/** Kinds of files by the words for them, with their media types. */
export const FILE_KINDS: Readonly<Record<string, readonly string[]>> = {
  __proto__: null as never,
  bmp: ["image/bmp"],
  doc: ["application/msword"],
  docx: [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  epub: ["application/epub+zip"],
  gif: ["image/gif"],
  gifs: ["image/gif"],
  heic: ["image/heic"],
  image: ["image/png", "image/jpeg", "image/gif", "image/webp"],
  images: ["image/png", "image/jpeg", "image/gif", "image/webp"],
  jpeg: ["image/jpeg"],
  jpegs: ["image/jpeg"],
  jpg: ["image/jpeg"],
  jpgs: ["image/jpeg"],
  mov: ["video/quicktime"],
  mp3: ["audio/mpeg"],
  mp4: ["video/mp4"],
  pdf: ["application/pdf"],
  pdfs: ["application/pdf"],
  png: ["image/png"],
  pngs: ["image/png"],
  stl: ["model/stl"],
  svg: ["image/svg+xml"],
  svgs: ["image/svg+xml"],
  tiff: ["image/tiff"],
  wav: ["audio/wav"],
  webm: ["video/webm"],
  webp: ["image/webp"],
  xls: ["application/vnd.ms-excel"],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  zip: ["application/zip"],
};

/** Kinds that are as often values of a field: "output (json or csv)". */
export const DATA_KINDS: Readonly<Record<string, readonly string[]>> = {
  __proto__: null as never,
  csv: ["text/csv"],
  csvs: ["text/csv"],
  json: ["application/json"],
  txt: ["text/plain"],
  xml: ["application/xml"],
};

/** What stands before kinds, and what after them. */
export const BEFORE_KINDS: readonly string[] = [
  "only|just",
  "as|in a|an?",
  "in|of the format|formats :?",
  "formats|format|types|type|file_types|file_type|accepted|allowed|accepts|accept :|=?",
  "$must be a|an?",
  "$can only be a|an?",
];
/** What may stand after kinds. */
export const AFTER_KINDS: readonly string[] = [
  "files|file|format|formats|documents only|allowed|accepted?",
  "only|allowed|accepted|please",
];

/** What stands before the size of a file, and what after it. */
export const BEFORE_SIZE: readonly string[] = [
  "at_most|max|maximum|up_to|no_more_than|not_more_than|no_larger_than|not_larger_than|no_bigger_than|not_bigger_than|not_exceeding|not_over|limited_to|smaller_than|less_than|under|below|of_at_most|of_up_to|of_max|of_maximum|each_up_to",
  "a? max|maximum size|file_size|filesize of|:|=|is?",
  "a? size|file_size|filesize limit|of_at_most|up_to|at_most of|:|=|is?",
  "with|of a? max|maximum size? of?",
  "< =?",
  "≤",
];
/** What may stand after the size of a file. */
export const AFTER_SIZE: readonly string[] = [
  "each|max|maximum|at_most|or_less|or_smaller|limit|per_file|in_size|large|big",
];

/** Names of fields that are files, though things may be called so, too. */
export const FILE_NAMES: ReadonlySet<string> = new Set(
  ("file upload attachment pdf scan screenshot poster banner document cv resume video audio recording " +
    "thumbnail photo picture image avatar cover logo mp3 mp4").split(" "),
);

/** What stands for files of any kind, rather than for a thing of its own. */
export const ANY_FILES: ReadonlySet<string> = new Set(
  ["file", "attachment", "upload", "file attachment", "file upload"],
);

/** What people send of themselves. */
export const OF_ONESELF: ReadonlySet<string> = new Set(
  ("avatar|profile picture|profile photo|profile image|profile pic|user picture|user photo|cv|resume|portrait|" +
    "own picture|own photo").split("|"),
);

/** Clauses that say that files are sent, read from the first word. */
export const UPLOADS: readonly string[] = [
  "upload|uploads|uploading|attach|attaches|attaching and_download|and_downloads|and_remove|and_delete|or_replace? {E:what}",
  "{E:who} $can|$must also? upload|attach and_download? {E:what}",
  "{E:who} $be able|allowed to upload|attach {E:what}",
  "{E:who} upload|attach|uploads|attaches {E:what}",
  "{E:what} $can|$must also? be uploaded|attached",
  "{E:what} $must? $be uploaded|attached",
  "{E:who} $can|$must also? add {E:files}",
  "add {E:files}",
  "{E:files} $can|$must also? be added",
];

/** What stands before the thing that a file is sent for. */
export const UPLOADED_TO: readonly string[] = ["to|for|of|on|with"];

/** Clauses that say that something has a file sent for it. */
export const HAS_UPLOADED: readonly string[] = [
  "{E:of} $can|$must have {E:what} uploaded|attached",
  "{E:of} $can|$must|$have have? {E:what} uploaded|attached to it|them",
];
