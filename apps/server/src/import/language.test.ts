import { expect, test } from 'vitest'
import { directionOf, languageOf } from './language.ts'
import { imported } from './outline.ts'

test.each([
  ['en', 'ltr', 'The coast guard said that they had not counted the people on the ferry.'],
  ['es', 'ltr', 'La guardia costera dijo que no se había contado a los pasajeros del barco.'],
  ['fr', 'ltr', 'Les gardes-côtes ont dit que les passagers du bateau ne sont pas comptés dans le port.'],
  ['de', 'ltr', 'Die Küstenwache sagte, dass sie die Menschen auf dem Schiff nicht gezählt hat und es ist weg.'],
  ['ur', 'rtl', 'کوسٹ گارڈ نے کہا کہ انہوں نے کشتی پر سوار لوگوں کی گنتی نہیں کی تھی۔'],
  ['ar', 'rtl', 'قال خفر السواحل إنهم لم يحصوا الركاب على متن العبارة في الميناء.'],
  ['fa', 'rtl', 'گارد ساحلی گفت که آنها مسافران را در کشتی نشمرده‌اند و این درست است.'],
  ['hi', 'ltr', 'तट रक्षक ने कहा कि उन्होंने नाव पर सवार लोगों की गिनती नहीं की थी।'],
  ['zh', 'ltr', '海岸警卫队说，他们没有清点 Marisol 号渡轮上的乘客。'],
  ['ja', 'ltr', '海上保安庁は乗客を数えていなかったと述べた。'],
  ['ko', 'ltr', '해양경찰은 승객을 세지 않았다고 말했다.'],
  ['ru', 'ltr', 'Береговая охрана сказала, что они не считали людей на пароме.'],
  ['en', 'ltr', 'Nobody counted'],
])('IM8 a text in %s reads %s', (language, direction, text) => {
  expect([languageOf(text, null), directionOf(text)]).toEqual([language, direction])
})

test('IM8 the words outweigh a title and names in another script', () => {
  const { article } = imported({
    text: 'Black Death\n\nقال خفر السواحل إنهم لم يحصوا الركاب على متن العبارة Marisol في الميناء.',
  })
  expect([article.language, article.direction]).toEqual(['ar', 'rtl'])
})

test('IM8 what a page says of itself decides where the words do not, in the same script only', () => {
  const languageIn = (html: string) => imported({ html }).article.language
  expect(languageIn('<html lang="sv-SE"><p>Färjan sjönk utanför hamnen igår kväll.</p>')).toBe('sv')
  expect(languageIn('<html lang="en"><p>کوسٹ گارڈ نے کہا کہ کشتی ڈوب گئی ہے۔</p>')).toBe('ur')
  expect(languageIn('<html lang="%%"><p>Nobody counted</p>')).toBe('en')
})

test('IM8 a text without letters has no language and reads from the left', () => {
  expect([languageOf('2016', null), directionOf('2016')]).toEqual(['und', 'ltr'])
})
