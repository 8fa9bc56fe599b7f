import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../../shared/documents/definition.ts';
import { caseName } from '../../../shared/documents/definitions/proposals/cases.ts';
import { boxes } from '../../../shared/documents/definitions/proposals/cells.ts';
import { proposalsDocuments } from '../../../shared/documents/definitions/proposals/index.ts';
import { PERIODS_SETTING } from '../../../shared/workflow/index.ts';
import { BASE, CASE, REPLY, withCases } from './proposals-case.ts';
import { cellsOf, handMade, messagesOf, paper, tablesOf, textsOf, wholeText } from './proposals-paper.ts';

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
