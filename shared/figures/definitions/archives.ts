import { contains, grouped, is, isNot, on, standing } from './terms.ts';

/** 文史: books and what was collected for them. */
export const archiveFigures = grouped('文史', [
  {
    id: 'WS.BOOK',
    label: '《乡村记忆》字数',
    unit: '万字',
    rule: '书名里有“乡村记忆”的书稿，正文各篇字数相加，按出版口径（含标点）',
    query: {
      kind: 'chapter',
      where: [contains('book.title', '乡村记忆'), is('type', '正文')],
      when: standing,
      measure: { type: 'sum', field: 'characters', divide: 10_000, decimals: 1 },
    },
    cues: ['乡村记忆', '完成编写'],
  },
  {
    id: 'WS.SERIES',
    label: '启动编纂丛书',
    unit: '套',
    rule: '填了丛书、已经过了策划阶段的书稿，丛书去重',
    query: {
      kind: 'book',
      where: [isNot('status', '策划')],
      when: standing,
      measure: { type: 'distinct', field: 'series' },
    },
    cues: ['系列丛书', '丛书编纂', '启动'],
  },
  {
    id: 'WS.SUB',
    label: '征集文史来稿',
    unit: '篇',
    rule: '来稿日期在期内的文史来稿，不用的也算',
    query: { kind: 'submission', where: [], when: on('receivedOn'), measure: { type: 'count' } },
    cues: ['征集文史资料', '文史来稿'],
  },
  {
    id: 'WS.WORDS',
    label: '文史资料字数',
    unit: '万字',
    rule: '资料里类别是文史资料的，正文字数相加，按出版口径（含标点）；到现在为止登记的全部',
    query: {
      kind: 'material',
      where: [is('category', '文史资料')],
      when: standing,
      measure: { type: 'sum', field: 'characters', divide: 10_000, decimals: 1 },
    },
    wording: { style: 'odd' },
    cues: ['文史资料', '征集文史资料'],
  },
  {
    id: 'WS.PHOTO',
    label: '文史图片',
    unit: '张',
    rule: '登记了的全部文史图片',
    query: { kind: 'photo', where: [], when: standing, measure: { type: 'count' } },
    wording: { style: 'odd' },
    cues: ['图片'],
  },
  {
    id: 'WS.ORAL',
    label: '口述采访',
    unit: '次',
    rule: '访谈日期在期内的口述，还在准备的不算',
    query: { kind: 'oralHistory', where: [isNot('state', '准备')], when: on('on'), measure: { type: 'count' } },
    cues: ['口述'],
  },
]);
