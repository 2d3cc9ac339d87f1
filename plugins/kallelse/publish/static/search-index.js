/* Words turned into what Pagefind's index and the list of registry numbers answer. How the index spells words is told in
   publish/searchtext.py. */
const language = document.documentElement.lang;

// Spelling

const SPELLED = { å: "\u01c0a", Å: "\u01c0A", ä: "\u01c1a", Ä: "\u01c1A", ö: "\u01c1o", Ö: "\u01c1O" };
const PLAIN = Object.fromEntries(Object.entries(SPELLED).map(([letter, spelling]) => [spelling, letter]));
const spelled = (text) => text.normalize("NFC").replace(/[åäö]/gi, (letter) => SPELLED[letter]);
export function plain(text) {
  return (text || "")
    .replace(/([\p{L}\p{Pd}])\|(?=[\p{L}\d])/gu, "$1")
    .replace(/[\u01c0\u01c1][ao]/gi, (spelling) => PLAIN[spelling] || spelling)
    .replace(/[\ue000-\ue7ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xe000));
}

// Registry numbers

const shards = new Map();
const figures = (text) => text.match(/\d+/g) || [];
const bare = (figure) => figure.replace(/^0+(?=\d)/, "");
const letters = (text) => (text.match(/\p{L}+/gu) || []).join("").toUpperCase();
const YEAR = /^(19|20)\d\d$/;
const CALLED = /^(dnr|diarienummer|diarienr|registry number|reg\.? no)(?!\p{L})[.:\s]*/iu;
const BETWEEN = "[\\s./:\\p{Pd}]";
const NUMBER = new RegExp(
  `^(\\p{L}{1,12}(${BETWEEN}+\\p{L}{1,12}){0,2}${BETWEEN}*)?\\d{1,8}(${BETWEEN}+\\d{1,8}){1,3}(${BETWEEN}*\\p{L}{1,12})?$`,
  "u",
);

/** What the words are as a registry number, null where they cannot be one. */
function numberOf(words) {
  const rest = words.replace(/^(ärende|case)(?!\p{L})[.:\s]*/iu, "");
  const text = rest.replace(CALLED, "").trim();
  if (!NUMBER.test(text)) return null;
  const all = figures(text);
  // Amounts, days, times, laws and spans of years are written alike, also after a word; the letters of a number can be
  // told by their size, and most have a year and a count.
  const isNamed = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  const isYearly = all.length === 2 && YEAR.test(all[0]) && !YEAR.test(all[1]);
  const isOneWord = !/\p{L}[\s./:\p{Pd}]+\p{L}/u.test(text);
  const isDoubtful = !CALLED.test(rest) && (text.includes(":") || !(isNamed || (isYearly && isOneWord)));
  const isShort = all.length === 2 && all[0].length === 2 && /\d[/\p{Pd}]\d/u.test(text) && !dayOf(text);
  return { text, figures: all, letters: letters(text), isDoubtful, isShort };
}

function rowsOf(number, bundle) {
  const digit = number.figures[1].slice(-1);
  if (!shards.has(digit)) {
    shards.set(digit, fetch(new URL(`numbers-${digit}.json`, bundle)).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
      return answer.json();
    }));
  }
  return shards.get(digit);
}

const sameYear = (one, other) => one === other || (one.length === 2 && other.length === 4 && other.endsWith(one));

/** The rows that the number is, and those that it may be: without zeros, letters or the century. */
async function looked(number, bundle) {
  const may = (await rowsOf(number, bundle)).filter(([value]) => {
    const own = figures(value).map(bare);
    return number.figures.every((figure, place) => place
      ? bare(figure) === own[place]
      : sameYear(bare(figure), own[0]));
  });
  const is = may.filter(([value]) => figures(value).join(" ") === number.figures.join(" ")
    && (!number.letters || number.letters === letters(value)));
  const alone = new Set(is.map(([value]) => value)).size === 1;
  return { is: alone ? is : [], may: alone ? [] : is.length ? is : may };
}

/** The phrases that pages may have a number as: as its case writes it, then as it was typed, apart and in one word. */
function phrasesOf(number, { is, may }) {
  const same = is.concat(may).filter(([value]) => !number.letters || letters(value) === number.letters);
  const values = [...new Set(same.map(([value]) => value))];
  const typed = number.text.match(/\p{L}+|\d[^\p{L}]*/gu).map((part) => part.replace(/\s/g, ""));
  const phrases = [...(values.length === 1 ? values : []), typed.join(" "), typed.join("")];
  // Who gives no letters means the number with any of them; those that are a word of their own can be left out.
  const shown = number.letters ? phrases : phrases.map((phrase) => phrase.replace(/^\D*\s|\s\D*$/g, ""));
  return [...new Set(shown.map((phrase) => `"${spelled(phrase).replace(/[^\p{L}\d\s]/gu, "")}"`))];
}

/** What has the number, and the phrase that found it: only the very same counts, what is near to it is another case. */
async function mentions(engine, phrases, filters) {
  for (const asked of phrases) {
    const answer = await engine.search(asked, { filters });
    if (answer.unfilteredResultCount || asked === phrases.at(-1)) return { asked, answer };
  }
}

// Days

const DAYS = [
  [/^(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)$/, "day month year"],
  [/^(?<day>\d\d?)[/.](?<month>\d\d?)[\s./-]+(?<year>\d{4})$/, "day month year"],
  [/^(?<day>\d\d?)\/(?<month>\d\d?)$/, "day month"],
];

/** The phrase that pages have of a day written in figures, null where the words are none. */
function dayOf(words) {
  for (const [form, shown] of DAYS) {
    const { year, month, day } = words.trim().match(form)?.groups || {};
    if (day > 0 && day < 32 && month > 0 && month < 13) {
      const name = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month - 1));
      return `"${shown.replace("day", Number(day)).replace("month", name).replace("year", year)}"`;
    }
  }
  return null;
}

// Words

/** What was asked with the signs that pages have: their quotes, minus and sign of a paragraph. */
const asPrinted = (words) => words
  .replace(/[“”„‟«»]/g, '"')
  .replace(/(^|\s)\p{Pd}(?=\d)/gu, "$1\u2212")
  .replace(/(^|\s)(paragraf(en|er|erna)?|sections?)\s+(?=\d)/giu, "$1§ ");

// What stems take from the end of a word (the Snowball project's lists for Swedish, the commonest for English).
const ENDS = {
  sv: /(heterna|hetens|heten|heter|hetern|anden|arnas|ernas|ornas|andes|arens|andet|arna|erna|orna|ande|arne|aste|aren|ades|erns|ade|are|ern|ens|het|ast|els|lig|ad|en|ar|er|or|as|es|at|ig|a|e|s|t)?$/,
  en: /(ations|ation|ements|ement|ments|ment|ness|ings|ing|ies|ied|ers|ely|er|ed|es|ly|e|s|y)?$/,
};

// Pagefind's stems take off less of `kostnaden` than of `kostnad`, and nothing of `skolan`, `strategin` or `avtalet`; but
// what begins with a stem is found. So the ends of definite and plural forms go before it looks for one.
const FORMS = {
  sv: [
    [/(ande|ende|are)ns?$/, "$1"],
    [/([aenrt])s$/, "$1"],
    [/(or|ar|er)na$/, ""],
    [/ena$/, "e"],
    [/(?<!pl|org|kr|gr|gör|rom|oce|[^m]m|sed|inn|med|red|ann)an$/, "a"],
    [/(g|om|em|af|of|krat|pat|str|atr|etr|or|ark|ant|est)in$/, "$1i"],
    [/([öåéo])n$/, "$1"],
    [/(el|er|or)n$/, "$1"],
    [/(en|et|er|ar|or)$/, ""],
  ],
};
const KEPT = /(het|else)(en|er|erna)?s?$/;
const SHORTEST = 3;

/** The words asked for, each as the form without an article and in the singular, where its end tells that. */
function plainForms(asked) {
  if (asked.includes('"')) return asked;
  const plainer = (word, [end, rest]) => {
    const form = word.replace(end, rest);
    return form.length < SHORTEST ? word : form;
  };
  return asked.split(/\s+/).map((word) => {
    const small = word.normalize("NFC").toLowerCase();
    return KEPT.test(small) ? small : (FORMS[language] || []).reduce(plainer, small);
  }).join(" ");
}

/** Whether the hits have what was asked: of a word that no page has, Pagefind finds one that it begins with. */
async function isMeant(engine, asked, answer) {
  if (!answer.results.length || /^\s*".+"\s*$/.test(asked)) return true;
  const terms = asked.toLowerCase().split(/\s+/).map((term) => term.replace(/[^\p{L}\d]/gu, "")).filter(Boolean);
  const unknown = [];
  for (const term of terms) if (!(await engine.search(`"${term}"`)).unfilteredResultCount) unknown.push(term);
  if (!unknown.length) return true;
  const page = await answer.results[0].data();
  const words = page.content.split(/\s+/);
  const texts = page.locations.length ? page.locations.map((place) => words[place]) : page.meta.title.split(/\s+/);
  const pieces = texts.flatMap((text) => {
    const small = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
    return [...small.split(/[^\p{L}\d]+/u), small.replace(/[^\p{L}\d]/gu, "")];
  });
  return unknown.every((term) => {
    const least = term.normalize("NFD").replace(/\p{M}/gu, "").replace(ENDS[language] || ENDS.en, "");
    return pieces.some((piece) => piece.startsWith(least));
  });
}

// Answers

export async function load(bundle) {
  const engine = await import(bundle);
  const baseUrl = new URL(".", document.baseURI).pathname;
  // A worker would fetch the engine a second time.
  await engine.options({ baseUrl, excerptLength: 1, noWorker: true });
  await engine.init();
  return engine;
}

/** The hits of the words, at best `few` unless there are more, and what they are as a registry number, or null. */
export async function ask(engine, bundle, typed, filters, few) {
  const words = asPrinted(typed);
  let number = numberOf(words);
  const rows = number ? await looked(number, bundle) : { is: [], may: [] };
  const near = number && number.isShort ? rows.may : [];
  if (number && number.isDoubtful && !rows.is.length && !near.length) number = null;
  if (number) {
    const { asked, answer } = await mentions(engine, phrasesOf(number, rows), filters);
    return { number, rows, asked, results: answer.results, counts: answer.filters };
  }
  const asked = spelled(dayOf(words) || plainForms(words));
  let answer = await engine.search(asked, { filters });
  if (answer.results.length < few) {
    // Words that begin with what was asked may go on in the part of the index after that of the word itself.
    const terms = asked.replace(/[^\p{L}\d\s]+/gu, "").split(/\s+/);
    await engine.preload(terms.map((term) => term + "\u01c2").join(" "));
    answer = await engine.search(asked, { filters });
  }
  const results = (await isMeant(engine, asked, answer)) ? answer.results : [];
  return { number, rows, asked, results, counts: answer.filters };
}

// The name of a page in the index begins with its day (publish/searchorder.py).
const day = (result) => parseInt(result.id, 36);

/** Hits as they came, or the `newest` or the `oldest` first; what is of no day comes last. */
export function inOrder(hits, order) {
  if (!order) return hits;
  const sign = order === "oldest" ? 1 : -1;
  return [...hits].sort((one, other) => !day(one) - !day(other) || sign * (day(one) - day(other)));
}
