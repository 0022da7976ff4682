/** The demo's right-to-left article, written for it in Urdu: two counts of everything, and a name written as one word and as two. */
import type { DemoArticle, DemoClaim } from './demo-article.ts'

const strikeText = `بندرگاہ پر ہڑتال کا چوتھا دن

12 مارچ 2026

تنخواہوں کا تنازع اب اس سوال میں بدل گیا ہے کہ مزدوروں کے فنڈ کی رقم کہاں گئی اور گنتی کس کی درست ہے

گودی کے مزدوروں نے بدھ کی رات اعلان کیا کہ جب تک تنخواہیں نہیں ملتیں، کوئی جہاز خالی نہیں کیا جائے گا۔ یونین کے مطابق 1,400 مزدور کام چھوڑ چکے ہیں، جبکہ انتظامیہ کہتی ہے کہ یہ تعداد 600 سے زیادہ نہیں۔

"تین مہینے سے گھر میں کچھ نہیں آیا"، ایک کرین آپریٹر نے کہا جس نے اپنا نام ظاہر نہ کرنے کی درخواست کی۔ یونین کے صدر رحیم داد نے الزام لگایا کہ کمپنی نے فنڈ کی رقم کہیں اور منتقل کر دی۔

پولیس نے پیر کے روز 23 افراد کو حراست میں لیا۔ اسپتال کے ذرائع کے مطابق جھڑپوں میں کم از کم 9 افراد زخمی ہوئے۔ یونین کے ایک رکن کا کہنا ہے کہ زخمیوں کی اصل تعداد بیس سے اوپر ہے، کیونکہ کئی لوگ گرفتاری کے خوف سے اسپتال گئے ہی نہیں۔

تنازع گزشتہ نومبر میں شروع ہوا، جب بندرگاہ کا انتظام ایک نجی کمپنی، ساحل ٹرمینلز، کے سپرد کیا گیا۔ معاہدے میں لکھا تھا کہ کسی مزدور کی تنخواہ کم نہیں ہو گی۔ دسمبر کی تنخواہ آدھی ملی، جنوری اور فروری کی بالکل نہیں۔ کمپنی کے ترجمان فرحان نقوی اس سے انکار کرتے ہیں: ”ہم نے ہر وہ رقم ادا کی ہے جو قانوناً واجب تھی۔“

اس وقت 17 جہاز لنگر انداز ہیں اور ان میں سے تین پر گندم لدی ہے۔ تاجروں کی انجمن کے اندازے کے مطابق ہڑتال سے شہر کو روزانہ چار کروڑ کراؤن کا نقصان ہو رہا ہے، مگر انجمن نے یہ نہیں بتایا کہ یہ حساب کیسے لگایا گیا۔

پنشن فنڈ کا معاملہ زیادہ نازک ہے۔ اخبار نے جو گوشوارہ دیکھا ہے، اس کے مطابق 2024 کے آخر میں فنڈ میں 31 کروڑ کراؤن تھے اور ایک سال بعد صرف 19 کروڑ رہ گئے۔ ایک سرکاری افسر نے، جو ذرائع ابلاغ سے بات کرنے کے مجاز نہیں، کہا کہ رقم ”عارضی طور پر“ ایک اور کھاتے میں رکھی گئی تھی۔ رحیمداد کہتے ہیں کہ یہ کھاتہ کمپنی کے مالک کے بھائی کا ہے۔ کمپنی نے اس الزام کا کوئی جواب نہیں دیا۔

یہ 1994 کے بعد ساحل کی سب سے بڑی ہڑتال ہے۔ اُس سال مزدور 41 دن تک گھروں میں بیٹھے رہے تھے اور آخرکار فوج نے جہاز خالی کیے تھے۔ پرانے مزدور کہتے ہیں کہ تب دو آدمی مارے گئے تھے؛ سرکاری ریکارڈ میں صرف ایک کا نام ہے۔

مذاکرات کا اگلا دور جمعے کی صبح ہو گا۔ محنت کی وزیر نسرین ہالا نے منگل کو اسمبلی میں کہا تھا کہ حکومت ”کسی کے ساتھ نہیں“۔ گیٹ نمبر تین کے باہر بیٹھے ایک بوڑھے مزدور نے یہ سنا تو ہنس کر بولا: "یہی تو ہم بھی کہتے ہیں۔"
`

const claims: readonly DemoClaim[] = [
  {
    words: '1,400 مزدور',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    queries: [
      {
        by: 'noor',
        to: 'rafi',
        state: 'asked',
        question: 'Does the union count the day labourers? The port does not.',
      },
    ],
  },
  { words: 'یہ تعداد 600 سے زیادہ نہیں', kind: 'statistic', by: 'noor', assigned: 'noor' },
  {
    words: 'تین مہینے سے گھر میں کچھ نہیں آیا',
    kind: 'quote',
    by: 'karim',
    assigned: 'karim',
    finding: {
      kind: 'verdict',
      by: 'karim',
      rating: 'needs-context',
      why: 'Further down half of December’s pay did arrive. Keep the quote, add the half.',
    },
  },
  {
    words: 'رحیم داد',
    kind: 'name',
    by: 'karim',
    talk: [{ by: 'karim', text: 'Two words here, one word below. He writes it as two.' }],
  },
  {
    words: 'کمپنی نے فنڈ کی رقم کہیں اور منتقل کر دی',
    kind: 'allegation',
    by: 'karim',
    assigned: 'karim',
    evidence: [{ source: 'pensionSheet', stance: 'context', locator: 'both sheets', excerpt: '310 → 190' }],
  },
  {
    words: '23 افراد کو حراست میں لیا',
    kind: 'statistic',
    by: 'noor',
    evidence: [{ source: 'policeSheet', stance: 'supports', locator: 'item 2', excerpt: '23' }],
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'کم از کم 9 افراد زخمی ہوئے',
    kind: 'casualty',
    by: 'noor',
    evidence: [
      { source: 'hospitalCall', stance: 'supports', locator: '10 March, 19:00', excerpt: 'nine, two of them stay' },
    ],
    finding: { kind: 'verdict', by: 'noor', rating: 'confirmed', why: '' },
  },
  { words: 'زخمیوں کی اصل تعداد بیس سے اوپر ہے', kind: 'casualty', by: 'noor' },
  {
    words: 'کسی مزدور کی تنخواہ کم نہیں ہو گی',
    kind: 'other',
    by: 'karim',
    evidence: [{ source: 'terminalContract', stance: 'supports', locator: '§11', excerpt: '' }],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'sana' },
  },
  {
    words: 'روزانہ چار کروڑ کراؤن کا نقصان',
    kind: 'statistic',
    by: 'karim',
    finding: {
      kind: 'verdict',
      by: 'karim',
      rating: 'cannot-confirm',
      why: 'The traders do not show how they reckon.',
    },
  },
  {
    words: '2024 کے آخر میں فنڈ میں 31 کروڑ کراؤن تھے',
    kind: 'statistic',
    by: 'noor',
    evidence: [{ source: 'pensionSheet', stance: 'supports', locator: 'sheet 1, last line', excerpt: '310,240,000' }],
    finding: { kind: 'verdict', by: 'noor', rating: 'confirmed', why: '' },
  },
  {
    words: 'یہ کھاتہ کمپنی کے مالک کے بھائی کا ہے',
    kind: 'allegation',
    by: 'karim',
    assigned: 'noor',
    dueInMinutes: 120,
  },
  { words: '1994 کے بعد ساحل کی سب سے بڑی ہڑتال', kind: 'superlative', by: 'noor' },
  {
    words: 'تب دو آدمی مارے گئے تھے',
    kind: 'casualty',
    by: 'karim',
    evidence: [{ source: 'strikeArchive', stance: 'refutes', locator: 'p. 140', excerpt: '' }],
    finding: {
      kind: 'conflict',
      first: { by: 'karim', rating: 'wrong', why: 'The union’s own book has one dead.' },
      second: {
        by: 'noor',
        rating: 'cannot-confirm',
        why: 'The book names one, and leaves two pages of that week out.',
      },
    },
  },
]

export const harbourStrike: DemoArticle = {
  text: strikeText,
  byline: 'Shazia Mirani',
  desk: 'business',
  dueInMinutes: 300,
  checkers: ['noor', 'karim'],
  progress: { stage: 'checking' },
  claims,
}
