import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../../shared/documents/definition.ts';
import { caseName } from '../../../shared/documents/definitions/proposals/cases.ts';
import { boxes } from '../../../shared/documents/definitions/proposals/cells.ts';
import { proposalsDocuments } from '../../../shared/documents/definitions/proposals/index.ts';
import type { Values } from '../../../shared/records/record.ts';
import { PERIODS_SETTING } from '../../../shared/workflow/index.ts';
import { cellsOf, handMade, messagesOf, paper, tablesOf, textsOf, wholeText } from './proposals-paper.ts';

type Line = readonly [string, string, Values];

const BODY = { blocks: [{ type: 'paragraph', text: [{ text: '建议增设候车亭。' }] }] };
const BASE: readonly Line[] = [
  ['term', 't', { number: 10, title: '第十届' }],
  ['session', 's', { term: 't', number: 3, openOn: '2024-02-20' }],
  ['sector', 'edu', { name: '教育界', shortName: '教育' }],
  ['person', 'p1', { name: '丁一', org: '一小', orgDuty: '教师' }],
  ['person', 'p2', { name: '王喆' }],
  ['member', 'm1', { person: 'p1', term: 't', sector: 'edu' }],
  ['member', 'm2', { person: 'p2', term: 't', sector: 'edu' }],
  ['organisation', 'u1', { name: '示例区教育局', contact: '赵老师', tel: '66660001' }],
  ['organisation', 'u2', { name: '示例区交通局' }],
];
const CASE: Values = {
  session: 's',
  term: 't',
  year: 2024,
  title: '关于增设候车亭的提案',
  lead: 'm1',
  category: '社会建设',
  timing: '大会提案',
  submittedOn: '2024-02-20',
  serialIn: 1,
  caseNumber: '〔2024〕007',
  filedOn: '2024-03-06',
  body: BODY,
  state: '办理中',
  assignments: [{ unit: 'u1', role: '主办', handedOn: '2024-03-15', due: '2024-06-15', state: '办理中' }],
};
const withCases = (...cases: readonly (readonly [string, Values])[]) =>
  handMade([...BASE, ...cases.map(([id, values]): Line => ['proposal', id, { ...CASE, ...values }])]);

const REPLY = {
  unit: 'u1',
  class: 'A',
  text: '已经增设。',
  repliedOn: '2024-05-01',
  review: '通过',
  round: 1,
  number: '教函[2024]03号',
  signer: '李四',
};

describe('什么都没有的资料库', () => {
  test.each(proposalsDocuments.map(({ id, label }) => [label, id] as const))('%s：说清楚，不出错', (_label, id) => {
    const material = handMade([]);
    for (const params of [
      {},
      { proposal: 'x', unit: 'x', proposals: ['x'], event: 'x', session: 'x' },
      { year: 2023 },
    ]) {
      let composed: ReturnType<typeof paper> | undefined;
      try {
        composed = paper(id, params, material);
      } catch (error) {
        expect(error).toBeInstanceOf(DocumentError);
        continue;
      }
      expect(composed.findings.length).toBeGreaterThan(0);
      expect(wholeText(composed.model)).toMatch(/还没有|没有/u);
    }
  });

  test.each(proposalsDocuments.map(({ id }) => [id] as const))('%s：只有一件空白提案也出得来或说清楚', (id) => {
    const material = handMade([['proposal', 'p', { state: '已提交' }]]);
    const params = { proposal: 'p', proposals: ['p'] };
    try {
      expect(paper(id, params, material).findings.length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError);
    }
  });
});

describe('提案的号和名', () => {
  test.each([
    ['〔2024〕007', '第7号提案'],
    ['[2024]12号', '第12号提案'],
    ['10-3-001', '第1号提案'],
    ['15', '第15号提案'],
    ['总编(24)第5号·经济类2号', '总编(24)第5号·经济类2号提案'],
    ['', '提案'],
  ])('%s → %s', (number, words) => {
    expect(caseName({ caseNumber: number })).toBe(words);
  });

  test('选项不在行中断开', () => {
    const text = boxes(['走访面谈', '座谈会', '电话'], ['电话'], 9)
      .map((run) => run.text)
      .join('');
    expect(text).toBe('□走访面谈\n□座谈会\u3000■电话');
  });
});

describe('提案表', () => {
  test('联名人逐个列出，六项联系人缺哪几项说哪几项', () => {
    const material = withCases([
      'p',
      { cosigners: [{ member: 'm2' }, { name: '外单位人', org: '某社区' }], liaisonName: '丁一' },
    ]);
    const composed = paper('proposalForm', { proposal: 'p' }, material);
    const rows = cellsOf(tablesOf(composed.model)[1]);
    expect(rows.slice(1).map((row) => row[1])).toEqual(['丁\u3000一', '王\u3000喆', '外单位人']);
    expect(rows[1]).toEqual(['第一提案人', '丁\u3000一', '教育', '一小教师', '']);
    expect(messagesOf(composed)).toContain('办理联系人六项还缺手机、单位、职务、地址、邮编。');
    expect(textsOf(composed.model, 'body')).toContain('建议增设候车亭。');
    const open = paper('proposalForm', { proposal: 'p', personal: '不含联系方式' }, material);
    expect(wholeText(open.model)).not.toContain('手机');
  });

  test('审查结果按状态打勾，不予立案写原因', () => {
    const material = withCases(['p', { state: '不予立案', rejectReasons: ['属于学术研讨'] }]);
    const review = cellsOf(tablesOf(paper('proposalForm', { proposal: 'p' }, material).model)[3]);
    expect(review[0]?.[1]).toContain('■不予立案');
    expect(review[0]?.[1]).toContain('□立案');
    expect(review[1]?.[1]).toBe('原因：属于学术研讨');
  });

  test('没有正文、没有提案人是必须处理的', () => {
    const composed = paper('proposalForm', { proposal: 'p' }, withCases(['p', { lead: undefined, body: undefined }]));
    const errors = composed.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    expect(errors).toEqual(['没有第一提案人，也没有提出单位。', '没有正文。']);
  });
});

describe('交办和转办', () => {
  test('没有期限也没有交办日期的主办案报错，退办的单位不再列', () => {
    const material = withCases(
      ['a', { assignments: [{ unit: 'u1', role: '主办', state: '待签收' }] }],
      [
        'b',
        {
          caseNumber: '〔2024〕008',
          assignments: [
            {
              unit: 'u1',
              role: '主办',
              handedOn: '2024-03-15',
              state: '退办申请',
              returnedOn: '2024-03-18',
              returnResult: '同意退办，改由示例区交通局承办',
            },
            { unit: 'u2', role: '主办', handedOn: '2024-03-20', due: '2024-06-20', state: '办理中' },
          ],
        },
      ],
    );
    const composed = paper('proposalAssignments', {}, material);
    const errors = composed.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual(['第7号提案没有办理期限。']);
    expect(errors[0]?.source).toEqual({ kind: 'proposal', id: 'a', field: 'assignments' });
    const rows = cellsOf(tablesOf(composed.model)[0]).slice(1);
    expect(rows.map((row) => row[0])).toEqual([
      '示例区交通局（主办（分办、独办）1件）',
      '1',
      '示例区教育局（主办（分办、独办）1件）',
      '1',
    ]);
  });

  test('没有登记期限的，按本单位改过的期限推算，并提醒', () => {
    const material = handMade([
      ...BASE,
      ['setting', PERIODS_SETTING, { value: [{ id: 'proposal.reply', amount: 2, unit: 'month' }] }],
      [
        'proposal',
        'p',
        { ...CASE, assignments: [{ unit: 'u1', role: '独办', handedOn: '2024-03-15', state: '办理中' }] },
      ],
    ]);
    const composed = paper('proposalAssignments', {}, material);
    expect(cellsOf(tablesOf(composed.model)[0])[2]?.[6]).toBe('2024.05.15');
    expect(messagesOf(composed)).toContain('第7号提案没有登记期限，表上按交办日期推算。');
  });

  test('没有立案、没有承办单位的不能转办', () => {
    const composed = paper(
      'proposalHandover',
      { proposals: ['p'] },
      withCases(['p', { caseNumber: undefined, assignments: undefined }]),
    );
    const errors = composed.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    expect(errors).toEqual([
      '《关于增设候车亭的提案》还没有提案号，立案以后才能转办。',
      '《关于增设候车亭的提案》还没有确定承办单位，分处意见空着。',
    ]);
  });
});

describe('答复函', () => {
  test('两家分别答复，要选哪一家；各家各出', () => {
    const assignments = ['u1', 'u2'].map((unit) => ({
      unit,
      role: '分办',
      handedOn: '2024-03-15',
      due: '2024-06-15',
      state: '已答复',
    }));
    const material = withCases([
      'p',
      { assignments, replies: [REPLY, { ...REPLY, unit: 'u2', class: 'C', text: '暂不具备条件。' }] },
    ]);
    expect(() => paper('replyLetter', { proposal: 'p' }, material)).toThrow(/示例区教育局、示例区交通局分别答复/u);
    const { model } = paper('replyLetter', { proposal: 'p', unit: 'u2' }, material);
    expect(model.corner).toBe('C');
    expect(model.masthead?.mark).toBe('示例区交通局');
    expect(textsOf(model, 'body')).toEqual([
      '您提出的《关于增设候车亭的提案》收悉，现答复如下：',
      '暂不具备条件。',
      '感谢您对我们工作的关心和支持。',
    ]);
  });

  test('退回重办的答复不用，联系人取单位的，公文格式有版记', () => {
    const replies = [
      { ...REPLY, text: '旧的。' },
      { ...REPLY, text: '退回的。', review: '退回重办' },
    ];
    const composed = paper('replyLetter', { proposal: 'p', format: '公文格式' }, withCases(['p', { replies }]));
    expect(wholeText(composed.model)).toContain('旧的。');
    expect(wholeText(composed.model)).not.toContain('退回的。');
    expect(textsOf(composed.model, 'annotation')).toEqual(['（联系人及电话：赵老师\u300066660001）']);
    expect(composed.model.masthead).toEqual({ style: 'official', mark: '示例区教育局文件', number: '教函〔2024〕3号' });
    expect(composed.model.imprint).toMatchObject({ issuer: '示例区教育局', issued: '2024年5月1日印发' });
  });

  test('集体提案写给单位，联名的写人数，没有答复说清楚', () => {
    const unit = paper(
      'replyLetter',
      { proposal: 'p' },
      withCases(['p', { lead: undefined, leadUnit: '民盟示例区总支', replies: [REPLY] }]),
    );
    expect(textsOf(unit.model, 'salutation')).toEqual(['民盟示例区总支：']);
    const joint = paper(
      'replyLetter',
      { proposal: 'p' },
      withCases(['p', { cosigners: [{ member: 'm2' }], replies: [REPLY] }]),
    );
    expect(textsOf(joint.model, 'salutation')).toEqual(['尊敬的丁一等2位委员：']);
    expect(() => paper('replyLetter', { proposal: 'p' }, withCases(['p', {}]))).toThrow(/还没有登记承办单位的答复/u);
  });

  test('没有类别、没有联系电话都提醒', () => {
    const bare = { unit: 'u2', text: '已办。', review: '待审', round: 1 };
    const composed = paper('replyLetter', { proposal: 'p' }, withCases(['p', { replies: [bare] }]));
    for (const message of [
      '答复没有标A、B、C类别，右上角空着。',
      '没有联系人及电话。',
      '答复没有字号。',
      '答复还没有审核通过。',
    ]) {
      expect(messagesOf(composed)).toContain(message);
    }
    expect(composed.model.corner).toBeUndefined();
    expect(textsOf(composed.model, 'annotation')).toEqual(['（联系人及电话：____）']);
  });
});

describe('征询、重新办理、督办', () => {
  test('再次征询的表不带上一次的勾', () => {
    const feedback = [
      { member: 'm1', unit: 'u1', attitude: '满意', result: '不满意', opinion: '没办', on: '2024-05-10', round: 1 },
    ];
    const again = withCases(['p', { feedback, replies: [REPLY, { ...REPLY, repliedOn: '2024-06-01', round: 2 }] }]);
    expect(wholeText(paper('feedbackForm', { proposal: 'p' }, again).model)).not.toContain('■');
    const once = withCases(['p', { feedback, replies: [REPLY] }]);
    const text = wholeText(paper('feedbackForm', { proposal: 'p' }, once).model);
    expect(text).toContain('■满意\u3000□基本满意\u3000□不满意');
    expect(text).toContain('□满意\u3000□基本满意\u3000■不满意');
  });

  test('重新办理期限过了、没有写理由都提醒；只发给被评不满意的单位', () => {
    const assignments = ['u1', 'u2'].map((unit) => ({
      unit,
      role: '分办',
      handedOn: '2024-03-15',
      due: '2024-06-15',
      state: '已答复',
    }));
    const feedback = [
      { member: 'm1', unit: 'u1', attitude: '满意', result: '满意', round: 1 },
      { member: 'm1', unit: 'u2', attitude: '不满意', result: '不满意', round: 1 },
    ];
    const material = withCases(['p', { assignments, feedback, replies: [REPLY] }]);
    const composed = paper('rehandleNotice', { proposal: 'p', due: '2024-11-01' }, material);
    expect(textsOf(composed.model, 'salutation')).toEqual(['示例区交通局：']);
    expect(wholeText(composed.model)).toContain('丁一委员对办理态度和办理结果表示不满意');
    expect(messagesOf(composed)).toContain('丁一不满意的理由没有登记，承办单位不知道改什么。');
    expect(messagesOf(composed)).toContain('重新办理期限2024年11月1日已经过了，请另定期限。');
    expect(messagesOf(composed)).toContain('没有文号，请填写或先取号。');
  });

  test('超期多的督办通知用附件，少的写在文中；已答复的不催', () => {
    const late = Array.from({ length: 9 }, (_, index): [string, Values] => [
      `p${index}`,
      { caseNumber: `〔2024〕${100 + index}` },
    ]);
    const done: [string, Values] = [
      'done',
      { assignments: [{ unit: 'u1', role: '主办', due: '2024-06-15', state: '已答复' }] },
    ];
    const many = paper('superviseNotice', { unit: 'u1' }, withCases(...late, done)).model;
    expect(textsOf(many, 'attachmentNote')).toEqual(['附件：示例区教育局待办复提案一览表']);
    expect(tablesOf(many)[0]?.rows).toHaveLength(10);
    expect(wholeText(many)).toContain('已超过期限的9件');
    const few = paper('superviseNotice', { unit: 'u1' }, withCases(...late.slice(0, 2), done)).model;
    expect(textsOf(few, 'attachmentMark')).toEqual([]);
    expect(
      cellsOf(tablesOf(few)[0])
        .slice(1)
        .map((row) => row[6]),
    ).toEqual(['超期174天', '超期174天']);
  });

  test('督办纪要按督办记录写问题和结果，参加的人照登记', () => {
    const followUps = [
      {
        form: '督办协商会',
        on: '2024-09-01',
        leaders: '副主席、提案委',
        problem: '选址没有定',
        result: '月底前定下来',
      },
    ];
    const { model } = paper('superviseMinutes', { proposals: ['p'] }, withCases(['p', { followUps }]));
    expect(textsOf(model, 'heading1')).toEqual(['一、督办的提案', '二、存在的问题', '三、办理结果']);
    expect(textsOf(model, 'body').slice(-2)).toEqual(['选址没有定。', '月底前定下来。']);
    expect(textsOf(model, 'nameList')).toEqual(['参加：副主席、提案委']);
    expect(model.fileName).toBe('示例区政协提案督办协商会纪要（2024年9月1日）');
  });

  test('会议登记在督办记录里的提案自动带出', () => {
    const followUps = [{ form: '督办协商会', on: '2024-09-01', event: 'e', result: '已定' }];
    const material = handMade([
      ...BASE,
      [
        'event',
        'e',
        {
          title: '候车亭提案督办协商会',
          start: '2024-09-01T09:00',
          place: '二楼会议室',
          attendance: [{ member: 'm1', state: '出席' }],
        },
      ],
      ['proposal', 'p', { ...CASE, followUps }],
    ]);
    const { model } = paper('superviseMinutes', { event: 'e' }, material);
    expect(textsOf(model, 'body')[0]).toBe(
      '2024年9月1日上午，示例区政协候车亭提案督办协商会在二楼会议室举行，就1件提案的办理进行督办协商。现纪要如下：',
    );
    expect(textsOf(model, 'nameList')).toEqual(['出席：丁\u3000一']);
  });
});

describe('并案的链', () => {
  test('并入的案又并入别案，都归到最后的主案', () => {
    const material = withCases(
      ['main', { replies: [REPLY] }],
      ['mid', { state: '并案', mergedInto: 'main', caseNumber: undefined, lead: 'm2', serialIn: 2 }],
      [
        'last',
        { state: '并案', mergedInto: 'mid', caseNumber: undefined, lead: undefined, leadUnit: '工商联', serialIn: 3 },
      ],
    );
    const letter = paper('replyLetter', { proposal: 'last' }, material).model;
    expect(letter.title).toBe('关于区政协十届三次会议第7号提案的答复');
    expect(textsOf(letter, 'salutation')).toEqual(['工商联：']);
    const catalogue = paper('proposalCatalogue', {}, material).model;
    expect(textsOf(catalogue, 'subtitle')).toEqual(['（立案1件，另有2件并入其中）']);
    expect(cellsOf(tablesOf(catalogue)[0])[2]?.[2]).toBe('丁\u3000一\n王\u3000喆\n工商联');
    const report = wholeText(paper('proposalReviewReport', {}, material).model);
    expect(report).toContain('共收到提案3件');
    expect(report).toContain('2件并入其中1件主案');
  });
});
