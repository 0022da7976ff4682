/**
 * For tests: a .docx made of as little as a word processor needs, or of as much as an attacker likes: parts by their paths, packed on the spot,
 * so that no binary file lies in the repository.
 */
import { strToU8, zipSync, type Zippable } from 'fflate'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const namespaces =
  `xmlns:w="${word}" xmlns:r="${office}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

export const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
export const inserted = (content: string): string => `<w:ins w:id="1" w:author="Rafi">${content}</w:ins>`
export const deleted = (text: string): string =>
  `<w:del w:id="2" w:author="Rafi"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

export interface DocxParts {
  /** What stands in the body. */
  readonly body: string
  readonly comments?: string
  readonly footnotes?: string
  readonly header?: string
  /** `<Relationship …/>` elements besides those of the parts above. */
  readonly relations?: string
  /** Put in front of the document's own element. */
  readonly prolog?: string
  readonly others?: Zippable
}

const root = (name: string, content: string, prolog = '') =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${prolog}<w:${name} ${namespaces}>${content}</w:${name}>`,
  )
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
const listOf = (content: string) => strToU8(`<Relationships xmlns="${relations}">${content}</Relationships>`)

const styles = ['Title', 'Subtitle', 'heading 1', 'heading 2', 'Quote']
  .map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`)
  .join('')

export function aDocx({
  body,
  comments,
  footnotes,
  header,
  relations = '',
  prolog = '',
  others = {},
}: DocxParts): Uint8Array {
  const parts: Zippable = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': listOf(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`, prolog),
    'word/styles.xml': root('styles', styles),
    'word/_rels/document.xml.rels': listOf(
      [
        relation('s', 'styles', 'styles.xml'),
        ...(comments === undefined ? [] : [relation('c', 'comments', 'comments.xml')]),
        ...(footnotes === undefined ? [] : [relation('f', 'footnotes', 'footnotes.xml')]),
        ...(header === undefined ? [] : [relation('h', 'header', 'header1.xml')]),
        relations,
      ].join(''),
    ),
    ...(comments === undefined ? {} : { 'word/comments.xml': root('comments', comments) }),
    ...(footnotes === undefined ? {} : { 'word/footnotes.xml': root('footnotes', footnotes) }),
    ...(header === undefined ? {} : { 'word/header1.xml': root('hdr', header) }),
    ...others,
  }
  return zipSync(parts)
}

/** An article as a reporter's word processor keeps it: two changes, a comment, a footnote, a header, a picture, a link. */
export const trackedDocx = (title = 'The ferry that left early'): Uint8Array =>
  aDocx({
    body: [
      paragraph(words(title), '<w:pStyle w:val="Title"/>'),
      paragraph(words('“Nobody  counted us,” said a deckhand -- one of six who were aboard that night.')),
      paragraph(
        words('At least ') +
          deleted('14') +
          inserted(words('17')) +
          words(' people') +
          '<w:r><w:footnoteReference w:id="2"/></w:r>' +
          words(' were on the quay when the ferry left, ') +
          '<w:commentRangeStart w:id="0"/>' +
          words('says the harbour master') +
          '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' +
          words('.'),
      ),
      paragraph(
        words('See the ') +
          `<w:hyperlink r:id="l">${words('log book')}</w:hyperlink>` +
          words(' of that night.') +
          '<w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r>',
      ),
    ].join(''),
    comments: `<w:comment w:id="0" w:author="Idris">${paragraph(words('Ask her again.'))}</w:comment>`,
    footnotes: `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">${paragraph(words('Port log, page 9.'))}</w:footnote>`,
    header: paragraph(words('Harbour Desk, not for publication')),
    relations:
      `<Relationship Id="l" Type="${office}/hyperlink" Target="https://records.example/log?a=1&amp;b=2" TargetMode="External"/>` +
      relation('p', 'image', 'media/image1.png'),
    others: { 'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
  })
