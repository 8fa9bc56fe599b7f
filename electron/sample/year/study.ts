import { chairSeats, committeeSeats, held, someSeats, streetSeats } from './event.ts';
import { spread, turn, workday, YEAR, type YearSetting } from './setting.ts';

const STUDY = 27;
const LECTURES = 12;
const RESEARCH = 12;
const EXCHANGE_SPEAKERS = 20;
const BRANCH_ACTIVITIES = 54;

const STUDY_THEMES = (
  '坚持党对政协工作的全面领导 人民政协协商民主的实践要求 全过程人民民主的基层实践 提高政治把握能力 加强和改进人民政协工作 ' +
  '城市基层治理专题 铸牢中华民族共同体意识 推进高质量发展 党的纪律学习 统一战线工作条例'
).split(' ');
const LECTURE_THEMES = (
  '把纪律和规矩挺在前面 用心用情办好群众身边事 做让党放心的政协人 在协商中践行群众路线 党员委员的身份与责任 守正创新做好文史工作 ' +
  '发挥功能型党支部作用 从三亲史料看初心 读书与履职 廉洁家风 以学促干 为基层减负 党建引领商圈治理'
).split(' ');
const BRANCH_ACTS = [
  '党员委员联系党外委员谈心',
  '主题党日',
  '党员委员进网格',
  '与社区党组织共建',
  '重温入党誓词',
  '党员委员为民服务日',
];

/** Study, lectures, the education campaign and the party branches of the streets. */
export function makeStudy(setting: YearSetting): void {
  const { ledger } = setting;
  const studied = ledger.events(({ studyCount }) => studyCount === true);
  for (let index = studied; index < STUDY; index++) makeStudyMeeting(setting, index);
  const lectured = ledger.events(({ lectureTitle }) => lectureTitle !== undefined);
  for (let index = lectured; index < LECTURES; index++) makeLecture(setting, index);
  makeCampaign(setting);
  makeBranchActivities(setting);
}

function makeStudyMeeting(setting: YearSetting, index: number): void {
  const day = spread(index, STUDY);
  held(setting, {
    key: `study ${index}`,
    category: '学习培训',
    subtype: '学习研讨',
    title: `党组理论学习中心组第${index + 1}次学习研讨：${turn(STUDY_THEMES, index)}`,
    day,
    place: '区政协机关第一会议室',
    seats: chairSeats(setting, day),
    speakers: 2,
    more: { studyCount: true, firstTopic: true, organizerText: '区政协办公室', mandatory: '必须参加' },
  });
}

function makeLecture(setting: YearSetting, index: number): void {
  const day = spread(index, LECTURES, 2, 11);
  const lecturer = turn(chairSeats(setting, day), index).who.name;
  held(setting, {
    key: `lecture ${index}`,
    category: '学习培训',
    subtype: '党课',
    title: `专题党课：${turn(LECTURE_THEMES, index)}`,
    day,
    place: '区政协机关多功能厅',
    seats: someSeats(setting, 30, day, `lecture ${index}`),
    more: { lecturer, lectureTitle: turn(LECTURE_THEMES, index), organizerText: '区政协机关党委' },
  });
}

function makeCampaign(setting: YearSetting): void {
  const { ledger, data, id } = setting;
  const campaign = id('campaign', '主题教育');
  const bears = (values: Readonly<Record<string, unknown>>) =>
    Array.isArray(values.campaigns) && values.campaigns.includes(campaign);
  const done = ledger.events((values) => values.subtype === '调研' && bears(values));
  for (let index = done; index < RESEARCH; index++) {
    const { name } = turn(data.organisation.committees, index);
    const { topic } = turn(setting.issues, index * 5);
    const day = spread(index, RESEARCH, 3, 9);
    held(setting, {
      key: `campaign research ${index}`,
      category: '活动',
      subtype: '调研',
      title: `主题教育调研：${topic}`,
      day,
      place: turn(data.organisation.subdistricts, index).street,
      seats: committeeSeats(setting, name, day).slice(0, 9),
      campaigns: ['主题教育'],
      more: {
        organizer: id('committee', name),
        outcome: ['调研报告'],
        purpose: `摸清${topic}的底数`,
        content: '走访社区、召开座谈会、发放问卷',
        effect: '形成问题清单和建议',
      },
    });
  }
  for (let index = 0; index < 2; index++) {
    const day = workday(9, 10 + index * 14);
    held(setting, {
      key: `campaign exchange ${index}`,
      category: '会议',
      subtype: '座谈会',
      title: `主题教育调研成果交流会（第${index + 1}场）`,
      day,
      place: '区政协机关第一会议室',
      seats: someSeats(setting, 24, day, `exchange ${index}`),
      speakers: EXCHANGE_SPEAKERS / 2,
      campaigns: ['主题教育'],
      more: { organizerText: '区政协办公室' },
    });
  }
  const day = workday(6, 27);
  held(setting, {
    key: 'party building',
    category: '会议',
    subtype: '座谈会',
    title: '政协系统党的建设工作座谈会',
    day,
    place: '区政协机关第一会议室',
    seats: someSeats(setting, 40, day, 'party building'),
    speakers: 8,
    campaigns: ['政协系统党建'],
    more: { organizerText: '区政协办公室', firstOfKind: true },
  });
}

function makeBranchActivities(setting: YearSetting): void {
  const { data, id, ledger } = setting;
  const done = ledger.events(({ partyBranch }) => partyBranch !== undefined);
  for (let index = done; index < BRANCH_ACTIVITIES; index++) {
    const { street } = turn(data.organisation.subdistricts, index);
    const day = spread(index, BRANCH_ACTIVITIES);
    held(setting, {
      key: `branch ${index}`,
      category: '活动',
      subtype: '其他活动',
      title: `${street}功能型党支部${turn(BRANCH_ACTS, Math.floor(index / data.organisation.subdistricts.length) + index)}（${YEAR}年${Number(day.slice(5, 7))}月）`,
      day,
      place: `${street}党群服务中心`,
      seats: streetSeats(setting, street, day),
      more: { partyBranch: id('partyBranch', street), subdistrictOffice: id('subdistrictOffice', street) },
    });
  }
}
