/**
 * Halves of surrogate pairs, which only a broken or hostile client writes: text cannot hold them, and PostgreSQL reads no JSON that names
 * one. They read as U+FFFD, as in the article's text. Rule DC3.
 */

/** JSON as text, with every escape of half a pair replaced; a whole pair, and a backslash that is escaped itself, stay as they are. */
export const wellFormedJson = (json: string): string =>
  /\\ud[89a-f]/i.test(json)
    ? json.replace(
        /\\(?:u(d[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}|u(d[89a-f][0-9a-f]{2})|.)/gi,
        (escape, _pair, half) => (half === undefined ? escape : '\\ufffd'),
      )
    : json
