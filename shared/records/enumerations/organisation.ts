/**
 * Names a new library starts with; the office strikes out and renames. 界别 as districts commonly have them (30 to
 * choose from, 20–24 usually in use). Subdistricts are not preset: they differ everywhere.
 */
export const defaultSectors: readonly string[] = (
  '中共 民革 民盟 民建 民进 农工党 致公党 九三学社 无党派 共青团和青联 总工会 妇联 工商联 科协 侨联 台胞台属 文化艺术 科技 ' +
  '社会科学 经济 农业 教育 体育 新闻出版 医药卫生 社会福利和社会保障 环境资源 少数民族 宗教 特别邀请'
).split(' ');

export const defaultCommittees: readonly { readonly name: string; readonly shortName: string }[] = [
  { name: '提案委员会', shortName: '提案委' },
  { name: '经济科技委员会', shortName: '经科委' },
  { name: '城市建设与人口资源环境委员会', shortName: '城建环资委' },
  { name: '社会和法制委员会', shortName: '社法委' },
  { name: '教科卫体委员会', shortName: '教科卫体委' },
  { name: '文化文史和学习委员会', shortName: '文史学习委' },
  { name: '民族宗教和港澳台侨委员会', shortName: '民宗侨委' },
  { name: '委员联络工作委员会', shortName: '委员联络委' },
];
