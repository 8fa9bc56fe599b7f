import { countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { circleProblem } from './circle.ts';
import { pointingAtRow } from './counting.ts';
import { rowsOutOfOrder, yearOf } from './dating.ts';
import type { RecordKind } from './kind.ts';
import { member } from './member.ts';
import { opinionFields } from './opinion-fields.ts';
import { joined, listOf, rowsOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { nextCode } from './serial-number.ts';

const LEVELS: readonly string[] = ['区', '市', '省', '全国'];
/** 编发稿: each part by default; 广州 allows 1500 for the whole. */
const LONGEST_PART = 1500;

/** 社情民意信息. */
export const opinion: RecordKind = {
  id: 'opinion',
  label: '社情民意',
  unit: '条',
  group: '提案民意',
  purpose: '委员、街道和信息员报来的社情民意。登记来稿，编发专刊，上报和采用一条条记下，年底漏斗自己算。',
  fields: opinionFields,
  title: (values) => textOf(values, 'title') || textOf(values, 'rawTitle') || '未写标题的社情民意',
  subtitle: (values, lookup) => joined(textOf(values, 'code'), authorOf(values, lookup), textOf(values, 'state')),
  list: {
    columns: [
      'code',
      'rawTitle',
      'lead',
      'sourceUnit',
      'receivedOn',
      'category',
      'state',
      'highest',
      'adoptions',
      'instructions',
      'words',
    ],
    filters: [
      'year',
      'receivedOn',
      'state',
      'sourceKind',
      'sourceUnit',
      'subdistrictOffice',
      'sector',
      'committee',
      'lead',
      'category',
      'subcategory',
      'highest',
      'adoptions.level',
      'adoptions.action',
      'adoptions.way',
      'adoptions.on',
      'instructions.duty',
      'instructions.level',
      'transfers.unit',
      'authorLevel',
      'sensitivity',
      'campaigns',
      'words',
    ],
    sort: [
      ['receivedOn', 'desc'],
      ['code', 'desc'],
    ],
  },
  form: [
    { label: '来稿', fields: ['rawTitle', 'receivedOn', 'code', 'state'] },
    {
      label: '反映人',
      fields: [
        'sourceKind',
        'lead',
        'leadName',
        'coauthors',
        'coauthorNames',
        'authorLevel',
        'sourceUnit',
        'subdistrictOffice',
        'sector',
        'committee',
      ],
    },
    { label: '原文', fields: ['rawBody', 'category', 'subcategory', 'sensitivity', 'duplicateOf'] },
    { label: '编发稿', fields: ['title', 'problem', 'advice'] },
    { label: '采用与报送', fields: ['adoptions', 'exceptionNote', 'notifiedOn'] },
    { label: '批示与转办', fields: ['instructions', 'transfers'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'receivedOn', sector: 'lead', names: ['lead', 'leadName', 'coauthors', 'coauthorNames'] },
  unique: [['code']],
  alike: [['rawTitle', 'lead', 'leadName']],
  similar: { fields: ['title', 'rawTitle'], threshold: 0.6 },
  check: checkOpinion,
  warn: warnOpinion,
  derive: (values, { list, id }) => {
    const year = yearOf(values, 'receivedOn') ?? values.year;
    const code = values.code ?? (list && year ? nextCode(list('opinion'), 'code', `SQ-${year}`, 4, id) : undefined);
    return { ...values, year, code };
  },
  computed: ({ id, values }, { list }) => {
    const bulletins = list ? pointingAtRow(list('bulletin'), 'items', 'opinion', id).map((record) => record.id) : [];
    return {
      words: wordsOf(values),
      highest: highestOf(values),
      bulletins: bulletins.length > 0 ? bulletins : undefined,
    };
  },
  process: { machine: 'opinion', field: 'state', log: 'log' },
  migrations: [],
};

function authorOf(values: Values, lookup: Lookup): string {
  return targetTitle(member, values.lead, lookup) || textOf(values, 'leadName');
}

/** Characters of what is or would be printed: the edited text, before there is one the paper as it came. */
function wordsOf(values: Values): number | undefined {
  const edited = [...`${textOf(values, 'problem')}${textOf(values, 'advice')}`.replace(/\s/gu, '')].length;
  if (edited > 0) return edited;
  const raw = asBody(values.rawBody);
  return raw ? countCharacters(raw) : undefined;
}

function highestOf(values: Values): string | undefined {
  const used = rowsOf(values, 'adoptions')
    .filter((row) => row.action === '采用' || row.action === '编发本级专刊')
    .map((row) => LEVELS.indexOf(textOf(row, 'level')));
  return LEVELS[Math.max(-1, ...used)];
}

function checkOpinion(values: Values, lookup: Lookup, id?: string): Problems {
  const problems: Record<string, string> = {
    ...rowsOutOfOrder('transfers', rowsOf(values, 'transfers'), [
      ['on', '转办日期'],
      ['repliedOn', '回函日期'],
    ]),
    ...rowsOutOfOrder('instructions', rowsOf(values, 'instructions'), [
      ['on', '批示日期'],
      ['feedbackOn', '反馈日期'],
    ]),
  };
  const circle = circleProblem('opinion', 'duplicateOf', values, lookup, id);
  if (circle) problems.duplicateOf = circle;
  return problems;
}

/** The funnel: 上报⊆收集, 市采用⊆上报, 省以上⊆市采用, but for what was sent straight up and says so. */
function funnelWarnings(values: Values): Problems {
  const warnings: Record<string, string> = {};
  const rows = rowsOf(values, 'adoptions');
  const received = textOf(values, 'receivedOn');
  const reported = rows.some((row) => row.action === '报送' || row.action === '上报上级');
  const byCity = rows.some((row) => row.level === '市' && row.action === '采用');
  rows.forEach((row, index) => {
    const at = `adoptions.${index}`;
    const level = textOf(row, 'level');
    if (received && row.on && textOf(row, 'on') < received) warnings[`${at}.on`] = '早于收稿日期，请核对';
    if (row.action === '采用' && level !== '区' && !reported) {
      warnings[`${at}.action`] = `有${level}采用，没有报送（上报）的记录，漏斗对不上`;
    }
    if ((level === '省' || level === '全国') && !byCity && !values.exceptionNote) {
      warnings[`${at}.level`] = `${level}一级的记录前没有市政协采用；直接报送的，请填“直报说明”`;
    }
  });
  if (reported && !received) warnings.receivedOn = '上报的信息没有收稿日期，不会算进当年收集';
  return warnings;
}

const STATE_NEEDS: Readonly<Record<string, readonly [level: string, action: string]>> = {
  市采用: ['市', '采用'],
  省采用: ['省', '采用'],
  全国采用: ['全国', '采用'],
};

function warnOpinion(values: Values, lookup: Lookup): Problems {
  const warnings: Record<string, string> = { ...funnelWarnings(values) };
  if (!values.lead && !values.leadName && !values.sourceUnit) warnings.lead = '还没有第一反映人，也没有报送单位';
  if (values.lead && values.leadName) warnings.leadName = '反映人填了两处，请只留一处';
  if (values.lead && listOf(values, 'coauthors').includes(textOf(values, 'lead'))) {
    warnings.coauthors = '联名委员里又有第一反映人';
  }
  for (const [field, label] of [
    ['problem', '反映的问题'],
    ['advice', '建议'],
  ] as const) {
    const length = [...textOf(values, field).replace(/\s/gu, '')].length;
    if (length > LONGEST_PART) warnings[field] = `${label}有${length}字，一般不超过${LONGEST_PART}字`;
  }
  const needed = STATE_NEEDS[textOf(values, 'state')];
  const rows = rowsOf(values, 'adoptions');
  if (needed && !rows.some((row) => row.level === needed[0] && row.action === needed[1])) {
    warnings.state = `状态是“${textOf(values, 'state')}”，采用与报送里没有这一条`;
  }
  const sensitive = listOf(values, 'sensitivity');
  if (sensitive.length > 0 && rows.some((row) => row.action === '编发本级专刊' || row.action === '报送')) {
    warnings.sensitivity = `标了“${sensitive.join('、')}”的信息已经编发或报送，请核对`;
  }
  const other = lookup('opinion', textOf(values, 'duplicateOf'))?.values;
  if (other && textOf(other, 'receivedOn') > (textOf(values, 'receivedOn') || '9999')) {
    warnings.duplicateOf = '那一篇收得更晚，重复的应当是那一篇';
  }
  return warnings;
}
