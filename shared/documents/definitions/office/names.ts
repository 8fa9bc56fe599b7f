/** 中国人民政治协商会议示例区委员会 is said 政协示例区委员会 where the whole name has no room: on red heads, in registers. */
export const headName = (name: string): string => name.replace(/^中国人民政治协商会议/u, '政协');
