interface HandlingUnit {
  readonly name: string;
  readonly shortName?: string;
  readonly category: '党群' | '政府' | '群团' | '垂直及驻区';
}

/** Names parted by blanks; a short name after a stroke: 区发展和改革委员会/区发改委. */
const units = (category: HandlingUnit['category'], list: string): HandlingUnit[] =>
  list.split(' ').map((entry) => {
    const [name = '', shortName] = entry.split('/');
    return { name, ...(shortName ? { shortName } : {}), category };
  });

/**
 * 承办单位 a new library starts with, as districts commonly have them; the office strikes out, renames and adds.
 * Subdistricts are left out: they differ everywhere and stand among the 街道政协工委.
 */
export const defaultHandlingUnits: readonly HandlingUnit[] = [
  ...units(
    '党群',
    '区纪委监委 区委办公室/区委办 区委组织部 区委宣传部 区委统战部 区委政法委员会/区委政法委 区委社会工作部/区委社工部 ' +
      '区委网络安全和信息化委员会办公室/区委网信办 区委机构编制委员会办公室/区委编办 区直属机关工作委员会/区直机关工委 ' +
      '区委巡察工作领导小组办公室/区委巡察办 区信访局 区委党校 区档案馆（史志馆）/区档案馆 区融媒体中心',
  ),
  ...units(
    '政府',
    '区政府办公室（督查室）/区政府办 区发展和改革委员会/区发改委 区教育局 区科技和工业信息化局/区科工信局 区民族宗教事务局/区民宗局 ' +
      '区公安分局 区民政局 区司法局 区财政局 区人力资源和社会保障局/区人社局 区自然资源和规划分局/区资源规划分局 区生态环境分局 ' +
      '区住房和城乡建设局/区住建局 区城市管理局/区城管局 区交通运输局/区交通局 区农业农村（水利）局/区农业农村局 区商务局 ' +
      '区文化旅游体育局/区文旅体局 区卫生健康委员会/区卫健委 区退役军人事务局/区退役军人局 区应急管理局/区应急局 区审计局 ' +
      '区国有资产监督管理局/区国资局 区金融工作局/区金融局 区市场监督管理局/区市场监管局 区统计局 区医疗保障局/区医保局 ' +
      '区行政审批和政务信息管理局/区行政审批局 区大数据管理局/区大数据局 区人民防空办公室/区人防办 区机关事务中心 ' +
      '区投资促进中心/区招商中心 区园林绿化中心/区园林中心 区城市更新指挥部 区房屋征收中心/区征收中心 区数字化城市管理中心/区数字城管中心',
  ),
  ...units(
    '群团',
    '区总工会 团区委 区妇女联合会/区妇联 区工商业联合会/区工商联 区科学技术协会/区科协 区归国华侨联合会/区侨联 ' +
      '区文学艺术界联合会/区文联 区残疾人联合会/区残联 区红十字会 区关心下一代工作委员会/区关工委',
  ),
  ...units(
    '垂直及驻区',
    '区税务局 区消防救援大队/区消防大队 区公安交警大队/区交警大队 供电公司 热力公司 自来水公司 燃气公司 公交公司',
  ),
];

/** 专项 that every year has, and that the figures of the annual report tell apart by. */
export const defaultCampaigns: readonly string[] = ['政协系统党建', '有事好商量', '书香政协', '党派协同', '委派监督'];
