/**
 * Small words of other languages that are no names of things in English.
 *
 * @module
 */

/** The small words of one language each. */
export const FOREIGN_WORDS: readonly ReadonlySet<string>[] = [
  // German
  "ich wir brauche brauchen möchte möchten will der das ein eine einen einem einer eines und oder mit ohne für nicht haben hat " +
  "sein ist sind werden wird kann können soll sollen muss müssen jede jeder jedes im auf von zum zur bei die den dem über auch",
  // French
  "je nous voudrais voudrions veux besoin une un le la les des du de et ou avec sans pour pas est sont être peut peuvent doit " +
  "doivent chaque dans sur qui que où mes mon ma nos notre créer gérer ajouter au aux",
  // Spanish
  "yo quiero queremos necesito necesitamos una un el la los las del de y o con sin para por es son ser puede pueden debe deben " +
  "cada que donde mis mi nuestro crear gestionar tiene tienen",
  // Italian
  "io vorrei voglio vogliamo bisogno una un il lo la gli dei delle di e con senza per è sono essere può possono deve devono " +
  "ogni che dove miei creare gestire ha hanno",
  // Portuguese
  "eu quero queremos preciso precisamos uma um os das dos de e ou com sem para é são ser pode podem deve devem cada que onde " +
  "meus criar tem têm",
  // Dutch
  "ik wij wil willen nodig een het de en met zonder voor niet hebben heeft zijn worden wordt kan kunnen moet moeten elke van " +
  "op bij ook",
  // Polish
  "chcę potrzebuję oraz z bez dla nie jest są może mogą musi każdy który która na do i lub",
  // Swedish
  "jag vi vill behöver en ett och eller med utan för inte har är kan ska måste varje som på",
].map((words) => new Set(words.split(" ")));
