import { describe, expect, test } from 'vitest'
import { imported, notesOf, outline, plainText } from './outline.ts'

const head = '<h1>Nobody counted</h1>'
/** The outline below the title. */
const body = (html: string) => outline(imported({ html: head + html })).slice(1)
const leftOut = (html: string) =>
  Object.fromEntries(notesOf(imported({ html: head + html }), 'left-out').map(({ what, count }) => [what, count]))
const formattingLost = (html: string) =>
  Object.fromEntries(
    notesOf(imported({ html: head + html }), 'formatting-left-out').map(({ what, count }) => [what, count]),
  )

describe('what is kept', () => {
  test.each<[string, string, string[]]>([
    [
      'bold and italic',
      '<p>It <b>was <i>so</i></b> <em>wet</em>.</p>',
      ['p| It <bold was ><bold <italic so>> <italic wet>.'],
    ],
    [
      'one text where neighbours look alike',
      '<p><b>a</b><strong>b</strong> c<!-- --><span>d</span></p>',
      ['p| <bold ab> cd'],
    ],
    ['code, and marks in the schema’s order', '<p><code><i><b>x</b></i></code></p>', ['p| <bold <italic <code x>>>']],
    ['headings', '<h2>Two</h2><h3>Three</h3><h5>Five</h5>', ['2| Two', '3| Three', '3| Five']],
    ['line breaks', '<p>One<br>two<br/> three <br></p>', ['p| One / two / three']],
    ['two line breaks as the end of a paragraph', 'One<br><br>two', ['p| One', 'p| two']],
    [
      'quotations',
      '<blockquote><p>One</p>two</blockquote>three',
      ['blockquote>p| One', 'blockquote>p| two', 'p| three'],
    ],
    ['the marks of an inline quotation', '<p>He said <q>no</q>.</p>', ['p| He said “no”.']],
    [
      'lists',
      '<ul><li>a<li><p>b</p><p>c</p></ul>',
      ['bulletList>listItem>p| a', 'bulletList>listItem>p| b', 'bulletList>listItem>p| c'],
    ],
    ['numbered lists with their first number', '<ol start=4><li>a</ol>', ['orderedList(4)>listItem>p| a']],
    ['items without a list', '<li>a</li><li>b</li>', ['bulletList>listItem>p| a', 'bulletList>listItem>p| b']],
    ['words of unknown elements', '<p>in <st1:place>Tarsal</st1:place> <foo>bay</foo></p>', ['p| in Tarsal bay']],
    ['words without any element', 'One &amp; two &#8217; &nbsp;3', ['p| One & two ’ \u00a03']],
    ['definitions', '<dl><dt>Toll<dd>41</dl>', ['p| Toll', 'p| 41']],
    ['preformatted text', '<pre>one  two\n   three</pre>', ['p| one  two /    three']],
  ])('IM9 %s', (_what, html, lines) => expect(body(html)).toEqual(lines))

  test('IM9 lists nest, with or without an item between them', () => {
    const nested = [
      'bulletList>listItem>p| a',
      'bulletList>listItem>orderedList>listItem>p| b',
      'bulletList>listItem>p| c',
    ]
    expect(body('<ul><li>a<ol><li>b</ol><li>c</ul>')).toEqual(nested)
    expect(body('<ul><li>a</li><ol><li>b</li></ol><li>c</li></ul>')).toEqual(nested)
  })

  test('IM9 an item that opens with a list or a quotation loses a level and no word', () => {
    const html = '<ul><li><ul><li>a</li></ul>b</li><li><blockquote>c</blockquote></li></ul><ul>d</ul>'
    expect(plainText(imported({ html: head + html }))).toBe('Nobody counted\na\nb\nc\nd')
  })

  test('IM9 white space is what a browser shows', () => {
    expect(body('<p>\n  One \t <b> two</b>\n\n three\u00a0 \u00a0four </p>\n\n')).toEqual([
      'p| One <bold two> three\u00a0 \u00a0four',
    ])
    expect(body('<p style="white-space: pre-wrap">One  two</p>')).toEqual(['p| One  two'])
    expect(body('<div>One<span> </span></div><span> two</span>')).toEqual(['p| One', 'p| two'])
  })

  test('IM9 links keep web and mail addresses, others keep their words only', () => {
    const web = '<a href="https://harbour.test/a?b=1&amp;c=2">list</a>'
    expect(body(`<p>A ${web}.</p>`)).toEqual(['p| A <https://harbour.test/a?b=1&c=2 list>.'])
    expect(body('<p><a href="mailto:a@b.test">mail</a></p>')).toEqual(['p| <mailto:a@b.test mail>'])
    for (const href of [
      'javascript:alert(1)',
      ' JAVA\nSCRIPT:x',
      'data:text/html,x',
      'file:///etc',
      '/local',
      'http://',
      '',
    ]) {
      expect(body(`<p>A <a href="${href}">list</a></p>`)).toEqual(['p| A list'])
      expect(formattingLost(`<p>A <a href="${href}">list</a></p>`)).toEqual({ link: 1 })
    }
  })

  test('IM9 missing end tags end where HTML says', () => {
    expect(body('<p>a<p>b<h2>c</h3><table><tr><td>d<td><p>e<tr><td>f</table>g')).toEqual([
      'p| a',
      'p| b',
      '2| c',
      'p| d',
      'p| e',
      'p| f',
      'p| g',
    ])
    expect(body('</p></b></div><p>a</i> b</br>c')).toEqual(['p| a b / c'])
  })
})

describe('what is left out', () => {
  test.each<[string, string, Record<string, number>, string[]]>([
    [
      'images, with their captions kept',
      '<figure><img src="x" alt="boat"><figcaption>The boat</figcaption></figure>',
      { image: 1 },
      ['p| The boat'],
    ],
    ['drawings', '<p>a<svg><title/><text>axis</text></svg></p>', { image: 1 }, ['p| a']],
    [
      'tables, with the words of their cells kept',
      '<table><tr><th>Dead<th>41<tr><td>Lost<td>6</table>',
      { table: 1 },
      ['p| Dead', 'p| 41', 'p| Lost', 'p| 6'],
    ],
    ['film, sound and frames', '<video>no film</video><iframe src=x>no frame</iframe><p>a', { media: 2 }, ['p| a']],
    ['scripts', '<script>if (a < b) "</p>"</script><p>a', { script: 1 }, ['p| a']],
    ['menus', '<nav><ul><li>Home</ul></nav><p>a', { unknown: 1 }, ['p| a']],
    ['forms', '<form>Mail <input><button>Go</button></form><p>a', { form: 1 }, ['p| a']],
    ['buttons', '<p>a <button>Share</button></p>', { form: 1 }, ['p| a']],
    ['hidden words', '<p>a<span style="display:none">b</span><i hidden>c</i></p>', { unknown: 2 }, ['p| a']],
    ['style sheets, without a note', '<style>p > b {}</style><title>Page</title><p>a', {}, ['p| a']],
    ['comments, without a note', '<!--[if mso]><p>x</p><![endif]--><p>a', {}, ['p| a']],
    ['pixels that count readers, without a note', '<p>a<img width=1 height=1 src=x>', {}, ['p| a']],
  ])('IM10 %s', (_what, html, counts, lines) => {
    expect(leftOut(html)).toEqual(counts)
    expect(body(html)).toEqual(lines)
  })

  test('IM10 the number of a footnote is left out, its words stay where they stand', () => {
    const html =
      '<p>The toll rose to 41<sup><a href="#_ftn1">[1]</a></sup> in 2013<a href="#fn:2">2</a>.</p>' +
      '<p><a href="#_ftnref1">[1]</a> Harbour list.</p><p>Coast guard. <a href="#fnref:2">↩</a></p>'
    expect(body(html)).toEqual(['p| The toll rose to 41 in 2013.', 'p| [1] Harbour list.', 'p| Coast guard.'])
    expect(leftOut(html)).toEqual({ footnote: 2 })
  })

  test('IM10 a link to a note that has words of its own keeps them', () => {
    expect(body('<p>See <a href="#note-2">the second note</a>.</p>')).toEqual(['p| See the second note.'])
  })

  test('IM10 a menu or a form is kept when there is nothing else', () => {
    expect(outline(imported({ html: '<nav><p>Nobody counted them.</p></nav>' }))).toEqual(['p| Nobody counted them.'])
  })

  test('IM10 a form round a whole article leaves the article in place', () => {
    const long = 'Nobody counted them. '.repeat(30).trim()
    expect(outline(imported({ html: `<p>Desk</p><form><p>${long}</p><input></form>` })).at(-1)).toBe(`p| ${long}`)
  })

  test('IM10 a menu that never ends is kept', () => {
    expect(body('<nav>Home<p>a</p>')).toEqual(['p| Home', 'p| a'])
  })

  test('IM11 formatting without a mark is named once a sort, and only where it has words', () => {
    const html =
      '<p><u>a</u> <u>b</u> <u></u><s>c</s> km<sup>2</sup> H<sub>2</sub>O <span style="color:#c00">red</span> ' +
      '<span style="background: yellow">mark</span> <span style="color: rgb(34, 34, 34)">ink</span></p><hr>'
    expect(formattingLost(html)).toEqual({
      underline: 2,
      strikethrough: 1,
      superscript: 1,
      subscript: 1,
      colour: 1,
      highlight: 1,
      'horizontal-rule': 1,
    })
    expect(body(html)).toEqual(['p| a b c km2 H2O red mark ink'])
  })

  test('IM11 inserted and deleted words both stay and are named', () => {
    const html = '<p><del>40</del><ins>41</ins> dead</p>'
    expect(body(html)).toEqual(['p| 4041 dead'])
    expect(formattingLost(html)).toEqual({ strikethrough: 1, underline: 1 })
  })
})

describe('clipboards', () => {
  test('IM9 a shared document’s clipboard is not bold from end to end', () => {
    const span = (css: string, words: string) =>
      `<span style="font-size:11pt;color:#000000;white-space:pre-wrap;${css}">${words}</span>`
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">' +
      `<h1 dir="ltr">${span('font-weight:400', 'Nobody counted')}</h1>` +
      `<p dir="ltr">${span('', 'It was ')}${span('font-weight:700', 'wet')}${span('font-style:italic', '  then dry')}</p><br>` +
      `<ul><li dir="ltr"><p role="presentation">${span('', 'one')}</p></li><ul><li><p>${span('', 'two')}</p></li></ul></ul></b>` +
      '<br class="Apple-interchange-newline">'
    const article = imported({ html })
    expect(outline(article)).toEqual([
      'title| Nobody counted',
      'p| It was <bold wet><italic   then dry>',
      'bulletList>listItem>p| one',
      'bulletList>listItem>bulletList>listItem>p| two',
    ])
    expect(article.notes).toEqual([])
  })

  test('IM9 a word processor’s clipboard brings its paragraphs and lists, not its data', () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`
    const html =
      'Version:1.0\r\nStartHTML:000\r\nEndHTML:000\r\nStartFragment:000\r\nEndFragment:000\r\n' +
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->' +
      '<style><!-- p.MsoNormal {margin:0} --></style></head><body lang=EN-GB><!--StartFragment-->' +
      '<p class=MsoTitle>Nobody <span class=SpellE>counted</span><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>' +
      '<p class=MsoNormal>It was<span style="mso-spacerun:yes">\u00a0 </span>wet.<a style="mso-footnote-id:ftn1" href="file:///C:/a.htm#_ftn1">' +
      '<span class=MsoFootnoteReference>[1]</span></a></p>' +
      item(1, '·', 'one') +
      item(2, 'o', 'two') +
      item(1, '·', 'three') +
      '<p class=MsoNormal>Then</p>' +
      item(1, '2.', 'four') +
      item(1, '3.', 'five') +
      `<div style='mso-element:comment-list'><p>[NB1] Is it?</p></div><!--EndFragment--></body></html>`
    const article = imported({ html })
    expect(outline(article)).toEqual([
      'title| Nobody counted',
      'p| It was\u00a0 wet.',
      'bulletList>listItem>p| one',
      'bulletList>listItem>bulletList>listItem>p| two',
      'bulletList>listItem>p| three',
      'p| Then',
      'orderedList(2)>listItem>p| four',
      'orderedList(2)>listItem>p| five',
    ])
    expect(article.notes).toEqual([
      { code: 'left-out', what: 'footnote', count: 1 },
      { code: 'left-out', what: 'unknown', count: 1 },
    ])
  })
})
