import { dayOf } from '../days.ts';
import { turn, workday, type YearSetting } from './setting.ts';

/** Units of a district as proposals are handed to them. What the issues name comes in by itself. */
const UNITS: Readonly<Record<string, string>> = {
  党群: '区委办公室 区委组织部 区委宣传部 区委统战部 区委政法委 区委社会工作部 信访局 档案馆 区纪委监委',
  政府:
    '区政府办公室 发展和改革委员会 教育局 科技和工业信息化局 民族宗教事务局 公安分局 民政局 司法局 财政局 人力资源和社会保障局 ' +
    '自然资源和规划分局 生态环境分局 住房和城乡建设局 城市管理局 交通运输局 农业农村局 商务局 文化旅游体育局 卫生健康委员会 ' +
    '退役军人事务局 应急管理局 审计局 国有资产监督管理局 金融工作部门 市场监督管理局 统计局 医疗保障局 行政审批和政务信息管理局 ' +
    '大数据管理局 机关事务中心 园林绿化中心 城市更新指挥部 体育事业发展中心',
  政协: '区政协办公室',
  群团: '总工会 团区委 妇联 工商联 科协 侨联 残联',
  垂直及驻区: '税务局 消防救援大队 供电公司 供热公司 供水公司',
};

const FORMER: Readonly<Record<string, readonly string[]>> = {
  城市管理局: ['城市管理和综合执法局'],
  科技和工业信息化局: ['工业和信息化局', '科学技术局'],
  文化旅游体育局: ['文化局', '旅游局'],
  生态环境分局: ['环境保护局'],
  行政审批和政务信息管理局: ['政务服务中心'],
  大数据管理局: ['信息化办公室'],
};

const NAMES = (
  '恒拓 云麓 启程 瑞谷 嘉禾源 信诺达 远帆 晨曦 博远 中轩 天衡 百合 锐思 新锦 大成 汇川 明德 宏宇 佳木 安泰 青藤 海纳 ' +
  '卓越 东篱 凌志 华腾 泽丰 优联 方圆 万象 志诚 金穗 和信 德润 星桥 同济堂 九章 蓝图 盛世 鼎新 康宁 云帆 思远 天工 和光 ' +
  '百川 秋实 长风 融创智 立行 禾木 四方 广厦 新程 南山 玉成 知行 众合 安居 乐业'
).split(' ');
const TRADES = (
  '机械制造 电子科技 食品 纺织 物流 餐饮管理 医疗器械 软件技术 文化传播 建筑装饰 环保科技 新材料 教育科技 商贸 农业发展 健康服务 ' +
  '新能源 智能装备 家政服务 检测技术'
).split(' ');

/** An invented firm by its number. */
export const companyName = (index: number): string =>
  `示例${turn(NAMES, index)}${turn(TRADES, index * 7 + Math.floor(index / NAMES.length))}有限公司`;

export const MEMBER_COMPANIES = 24;
export const COMPANIES = 84;
export const PROJECTS = 27;
/** Streets whose council room was improved in the year. */
const UPGRADED = 3;
/** Street where every community has a room of its own. */
export const FULL_STREET = 2;

const PROJECT_KINDS =
  '老旧小区改造 背街小巷整治 便民市场升级 口袋公园 社区养老中心 停车楼 学校扩建 雨污分流 创意园区 电梯加装 充电设施 道路微改造'.split(
    ' ',
  );
const SIX = ['有阵地', '有标识', '有制度', '有流程', '有活动', '有成果'];

export const CAMPAIGNS: readonly (readonly [name: string, level: string, start: string, end?: string])[] = [
  ['主题教育', '国家级', '2024-01-05', '2024-12-31'],
  ['政协系统党建', '市级', '2024-01-01', '2024-12-31'],
  ['经济高质量发展', '区级', '2024-01-01', '2024-12-31'],
  ['万人助万企', '省级', '2021-06-01'],
  ['委派监督', '区级', '2023-05-10'],
  ['党派协同', '区级', '2022-04-01'],
  ['有事好商量', '省级', '2019-09-01'],
  ['书香政协', '国家级', '2020-04-23'],
  ['我为群众办实事', '区级', '2021-04-01'],
  ['走访联络', '区级', '2022-04-01'],
  ['营商环境', '区级', '2022-04-01'],
  ['老旧小区改造', '区级', '2023-01-01'],
  ['新就业群体', '区级', '2024-01-01'],
];

/** Everything the year's work stands on: units, firms, communities, projects, venues, branches, campaigns, experts. */
export function makeGround(setting: YearSetting): void {
  makeUnits(setting);
  makeCompanies(setting);
  makeStreets(setting);
  makeCampaigns(setting);
  makeExperts(setting);
}

function makeUnits({ ledger, issues }: YearSetting): void {
  const known = new Set<string>();
  for (const [category, names] of Object.entries(UNITS)) {
    for (const shortName of names.split(' ')) {
      known.add(shortName);
      const name = `示例${shortName.startsWith('区') ? '' : '区'}${shortName}`;
      ledger.add('organisation', shortName, {
        name,
        shortName,
        category,
        formerNames: FORMER[shortName],
        isHandling: true,
        active: true,
      });
    }
  }
  const unknown = issues.flatMap(({ mainUnit, coUnits }) => [mainUnit, ...coUnits]).find((name) => !known.has(name));
  if (unknown) throw new Error(`sample issue hands over to an unknown unit: ${unknown}`);
}

function makeCompanies({ ledger, seats, id, data }: YearSetting): void {
  const owners = seats.filter((seat) => /有限公司|集团|厂|合作社/.test(seat.who.org) && !seat.exit);
  for (let index = 0; index < COMPANIES; index++) {
    const owner = index < MEMBER_COMPANIES ? owners[index] : undefined;
    const name = companyName(index);
    ledger.add('organisation', `company ${index}`, {
      name,
      shortName: name.slice(2).replace('有限公司', ''),
      category: '企业',
      isHandling: false,
      isMemberCompany: index < MEMBER_COMPANIES ? true : undefined,
      owner: owner ? id('member', owner.key) : undefined,
      subdistrictOffice: id('subdistrictOffice', turn(data.organisation.subdistricts, index).street),
      active: true,
    });
  }
}

function makeStreets(setting: YearSetting): void {
  const { ledger, data, id, chance, seats } = setting;
  const lot = chance('ground');
  data.organisation.subdistricts.forEach(({ street, communities, office }, index) => {
    const subdistrictOffice = id('subdistrictOffice', street);
    const own = seats.filter((seat) => seat.subdistrict === street && !seat.exit);
    const party = own.filter((seat) => seat.who.parties.includes('中共党员'));
    ledger.add('partyBranch', street, {
      name: `${street}政协工委功能型党支部`,
      base: '街道',
      subdistrictOffice,
      secretary: id('person', `${street}${turn(data.organisation.subdistricts, index).convenor}`),
      members: party.map((seat) => id('member', seat.key)),
      foundedOn: workday(5, 6 + index, 2022),
      active: true,
    });
    makeRoom(
      setting,
      { key: street, name: `${street}有事好商量协商议事室`, level: '街道', street, address: office },
      index,
    );
    communities.forEach((community, at) => {
      const communityId = ledger.add('community', `${street} ${community}`, {
        name: community,
        subdistrictOffice,
        population: lot.between(28, 92) * 100,
      });
      if (index !== FULL_STREET && (at + index) % 3 !== 0) return;
      const place = { key: `${street} ${community}`, name: `${community}协商议事点`, level: '社区（村）', street };
      makeRoom(setting, { ...place, address: `${community}党群服务中心`, community: communityId }, index + at + 20);
    });
    for (let at = 0; at < 2 && index * 2 + at < PROJECTS; at++) makeProject(setting, street, index * 2 + at);
  });
  makeRoom(
    setting,
    {
      key: 'district',
      name: '区级委员之家',
      level: '区级',
      street: data.organisation.subdistricts[0]?.street ?? '',
      address: '区政协机关三楼',
    },
    0,
  );
}

function makeProject({ ledger, id }: YearSetting, street: string, number: number): void {
  ledger.add('project', String(number), {
    name: `${street}${turn(PROJECT_KINDS, number)}项目`,
    subdistrictOffice: id('subdistrictOffice', street),
    stage: turn(['推进', '落地', '招商', '建成'], number),
  });
}

interface Room {
  readonly key: string;
  readonly name: string;
  readonly level: string;
  readonly street: string;
  readonly address: string;
  readonly community?: string;
}

function makeRoom({ ledger, id, seats, now, proof }: YearSetting, room: Room, index: number): void {
  const own = seats.filter((seat) => seat.subdistrict === room.street && !seat.exit);
  const upgraded = room.level === '街道' && index < UPGRADED;
  ledger.add('venue', room.key, {
    name: room.name,
    address: room.address,
    level: room.level,
    venueKind: room.level === '区级' ? '委员之家' : '协商议事室',
    subdistrictOffice: id('subdistrictOffice', room.street),
    community: room.community,
    builtOn: workday(3 + (index % 8), 4 + (index % 20), 2021 + (index % 3)),
    upgradedOn: upgraded ? workday(4 + index, 18) : undefined,
    checks: SIX.map((item, at) => ({
      item,
      passed: room.level !== '社区（村）' || (index + at) % 7 !== 0,
      evidence: [proof],
      // Half a year is the term: two or three rooms are due for another look.
      checkedOn: dayOf(`-${30 + ((index * 37) % 160)}d`, now),
    })),
    duties: own.slice(0, 3).map((seat, at) => ({
      on: workday(10 + at, 8 + (index % 12)),
      members: [id('member', seat.key)],
      leader: seat.who.name,
    })),
    star: room.level === '街道' ? 3 + (index % 3) : undefined,
    state: '已建',
  });
}

function makeCampaigns({ ledger, data, id, seats }: YearSetting): void {
  for (const [name, level, start, end] of CAMPAIGNS) ledger.add('campaign', name, { name, level, start, end });
  data.organisation.committees.forEach(({ name }, index) => {
    const own = seats.filter((seat) => seat.committee === name && seat.who.parties.includes('中共党员') && !seat.exit);
    ledger.add('partyBranch', name, {
      name: `${name}功能型党支部`,
      base: '专委会',
      committee: id('committee', name),
      members: own.map((seat) => id('member', seat.key)),
      foundedOn: workday(5, 20 + (index % 8), 2022),
      active: true,
    });
  });
}

const EXPERTS: readonly (readonly [name: string, field: string, org: string, duty: string])[] = [
  ['祁砚耕', '城市更新', '示例大学建筑学院', '教授'],
  ['栾知微', '公共政策', '示例市社会科学院', '研究员'],
  ['冉启明', '数字经济', '示例理工学院', '副教授'],
  ['佟若水', '养老服务', '示例市老年学学会', '秘书长'],
  ['巫景行', '基层治理', '示例师范大学', '教授'],
  ['晏青禾', '乡村振兴', '示例农业科学研究所', '研究员'],
  ['闫守正', '法治建设', '示例中秤律师事务所', '高级合伙人'],
  ['蔺如琢', '文化遗产', '示例市博物馆', '研究馆员'],
];

function makeExperts({ ledger, id }: YearSetting): void {
  for (const [name, field, org, duty] of EXPERTS) {
    ledger.add('expert', name, { name, field, org, duty, term: id('term', '10') });
  }
}
