/** A short article of the demo in Arabic: a casualty count with two sources, and two men whose names differ by one letter. */
import type { DemoArticle } from './demo-article.ts'

const fireText = `حريق المستودع رقم 7 يعيد السؤال عمّا يُخزَّن في الميناء

11 مارس 2026

التهم حريق، فجر الثلاثاء، المستودع رقم 7 في ميناء ترسال، وأودى بحياة ثلاثة عمال على الأقل وأصاب 14 آخرين، بحسب الدفاع المدني. وقال طبيب في مستشفى سانتا إنغراسيا، طلب عدم ذكر اسمه، إن عدد الجرحى تجاوز العشرين.

وتؤكد إدارة الميناء أن المستودع كان مخصصاً للأخشاب وحدها. غير أن وثيقة شحن اطّلعت عليها الصحيفة تشير إلى 62 طناً من الأسمدة وصلت في 19 فبراير على متن السفينة «نورا»، ولا يُعرف من تسلّمها.

«سمعنا انفجارين، لا انفجاراً واحداً»، قال حارس يعمل عند البوابة الشرقية، وأضاف أن باب الطوارئ كان مقفلاً من الخارج. واتهم النائب سامر العلي الشركة المشغّلة بإخفاء السجلات، فيما رفضت الشركة التعليق.

وهذا أكبر حريق يشهده الميناء منذ عام 2009. وقد استغرق إخماده إحدى عشرة ساعة، وشاركت فيه 23 سيارة إطفاء، أربع منها جاءت من مدينة فيلا روزا. وكان آخر تفتيش للمستودع، وفق لوحة معلّقة على مدخله، في ربيع العام الماضي، في حين يلزم القانون بتفتيش كل ستة أشهر.

وقال مدير الدفاع المدني، العميد سمير العلي، إن نتائج التحقيق ستُعلن «خلال أيام». وكان قد قال العبارة نفسها بعد حريق الصوامع قبل عامين، ولم يُعلن شيء حتى اليوم.
`

export const warehouseFire: DemoArticle = {
  text: fireText,
  byline: 'Huda Mansour',
  desk: 'city',
  dueInMinutes: 150,
  checkers: ['karim'],
  progress: { stage: 'checking' },
  claims: [
    {
      words: 'أودى بحياة ثلاثة عمال على الأقل وأصاب 14 آخرين',
      kind: 'casualty',
      by: 'karim',
      assigned: 'karim',
      evidence: [{ source: 'civilDefence', stance: 'supports', locator: '2', excerpt: '' }],
      finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: '' },
    },
    { words: 'إن عدد الجرحى تجاوز العشرين', kind: 'casualty', by: 'karim', assigned: 'karim', dueInMinutes: 60 },
    {
      words: '62 طناً من الأسمدة',
      kind: 'statistic',
      by: 'karim',
      assigned: 'karim',
      risk: 'high',
      evidence: [{ source: 'shippingNote', stance: 'supports', locator: 'line 4', excerpt: '62,000 kg NH4NO3' }],
      finding: {
        kind: 'verdict',
        by: 'karim',
        rating: 'needs-context',
        why: 'The note says loaded, not unloaded here.',
      },
    },
    { words: 'باب الطوارئ كان مقفلاً من الخارج', kind: 'allegation', by: 'karim', assigned: 'karim' },
    {
      words: 'النائب سامر العلي',
      kind: 'name',
      by: 'karim',
      talk: [{ by: 'karim', text: 'Samer, the deputy. The brigadier below is Samir. Two men; both names are right.' }],
      finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: '' },
    },
    { words: 'أكبر حريق يشهده الميناء منذ عام 2009', kind: 'superlative', by: 'karim' },
  ],
}
