import { describe, expect, test } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { BASE, CASE, REPLY, withCases } from './proposals-case.ts';
import { cellsOf, handMade, messagesOf, paper, tablesOf, textsOf, wholeText } from './proposals-paper.ts';

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
